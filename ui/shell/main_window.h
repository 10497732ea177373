#pragma once

#include <QMainWindow>
#include <memory>

class QStackedWidget;
class QToolBar;

namespace protolabel::viewer {
class ViewerWidget;
}

namespace protolabel::ui {

class Commands;
class CursorNote;
class Docks;
class Workspace;

/// The one window: start page or views in the middle, panels in docks, menus and tool bar from the commands, messages, status bar.
/// It only puts together; what happens is in the workspace, the commands and the panels.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Workspace& workspace);
    ~MainWindow() override;

    viewer::ViewerWidget& viewer() { return *viewer_; }
    Commands& commands() { return *commands_; }
    Docks& docks() { return *docks_; }

    /// Opens a project, or starts importing images and masks: what was dropped on the window, or named on the command line.
    void openPaths(const QStringList& paths);

signals:
    void languageChanged();  ///< the window has to be made anew

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addCommands();
    void addCentre();
    void addMenus();
    void makeToolBar();
    void followProject();

    Workspace& workspace_;
    viewer::ViewerWidget* viewer_;
    std::unique_ptr<Commands> commands_;
    std::unique_ptr<Docks> docks_;
    QStackedWidget* centre_;
    QToolBar* toolBar_ = nullptr;
    CursorNote* note_;
};

}  // namespace protolabel::ui
