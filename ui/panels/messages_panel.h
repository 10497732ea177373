#pragma once

#include <QWidget>

class QComboBox;
class QTreeView;

namespace protolabel::ui {

class Commands;
class NoticeFilter;
class Workspace;

/// All messages of this run and the worker's log.
class MessagesPanel : public QWidget {
    Q_OBJECT

public:
    explicit MessagesPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

private:
    void copyAll();

    NoticeFilter* filter_;
    QTreeView* view_;
};

}  // namespace protolabel::ui
