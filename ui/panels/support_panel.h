#pragma once

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QTreeView;

namespace protolabel::ui {

class Commands;
class SupportModel;
class Workspace;

/// What the model learns from: the supports with their pictures. Enter or a double click goes there, Space uses it or not, Del removes it.
class SupportPanel : public QWidget {
    Q_OBJECT

public:
    explicit SupportPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void goTo();
    void remove();
    void showState();
    void showUsed();

    Workspace& workspace_;
    SupportModel* model_;
    QTreeView* view_;
    QLabel* hint_;
    QLabel* used_;  ///< what the proposals on the slice in view come from
    QTimer look_;
    QAction* go_;
    QAction* remove_;
};

}  // namespace protolabel::ui
