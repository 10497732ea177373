#pragma once

#include <QWidget>

class QAction;
class QTableView;

namespace protolabel::ui {

class Commands;
class LabelTableModel;
class Workspace;

/// The label table; its current row is the label that is drawn with.
class LabelsPanel : public QWidget {
    Q_OBJECT

public:
    explicit LabelsPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

signals:
    void presetsRequested();
    void importRequested();
    void exportRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addView();
    void addButtons();
    void showActive();
    void showRights();
    void chooseColorOf(const QModelIndex& index);
    void add();
    void askToRemove();

    Workspace& workspace_;
    LabelTableModel* model_;
    QTableView* view_;
    QAction* add_;
    QAction* remove_;
    QAction* rename_;
};

}  // namespace protolabel::ui
