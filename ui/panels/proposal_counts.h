#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QTreeWidget;

namespace protolabel::ui {

class Workspace;

/// What is proposed on the shown volume, per label: how many slices, how sure the model is, the Dice to expect of it, what the supports say of each other
/// (each segmented from the others), and whether proposals are far from every support.
class ProposalCounts : public QWidget {
    Q_OBJECT

public:
    explicit ProposalCounts(Workspace& workspace, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum Column { Label, Slices, Sure, Expected, Dice, Hd95, kColumns };
    void refresh();

    Workspace& workspace_;
    QLabel* warning_;
    QTreeWidget* counts_;
    QTimer recount_;
};

}  // namespace protolabel::ui
