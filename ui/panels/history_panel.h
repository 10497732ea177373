#pragma once

#include <QWidget>

class QTreeView;

namespace protolabel::ui {

class Commands;
class HistoryModel;
class Workspace;

/// The edits of the project; choosing one goes back or forth to it.
class HistoryPanel : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

private:
    void goTo(const QModelIndex& index);
    void showCurrent();

    Workspace& workspace_;
    HistoryModel* model_;
    QTreeView* view_;
};

}  // namespace protolabel::ui
