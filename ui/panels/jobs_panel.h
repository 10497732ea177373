#pragma once

#include <QWidget>

class QPushButton;
class QTreeView;

namespace protolabel::ui {

class Commands;
class JobListModel;
class Workspace;

/// What runs in the background and what became of it.
class JobsPanel : public QWidget {
    Q_OBJECT

public:
    explicit JobsPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

private:
    void showStop();
    void stop();

    Workspace& workspace_;
    JobListModel* model_;
    QTreeView* view_;
    QPushButton* stop_;
};

}  // namespace protolabel::ui
