#pragma once

#include <QWidget>

class QLabel;
class QTreeView;

namespace protolabel::ui {

class Commands;
class StatisticsModel;
class Workspace;

/// Measures of the labels of the shown volume; measured only while it is seen.
class StatisticsPanel : public QWidget {
    Q_OBJECT

public:
    explicit StatisticsPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QString volumeName() const;
    void showTitle();

    Workspace& workspace_;
    StatisticsModel* model_;
    QLabel* title_;
    QTreeView* view_;
};

}  // namespace protolabel::ui
