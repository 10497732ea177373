#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMimeData>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/commands/commands.h"
#include "ui/panels/start_page.h"
#include "ui/session/workspace.h"
#include "ui/shell/acceptance_commands.h"
#include "ui/shell/compare_commands.h"
#include "ui/shell/cursor_note.h"
#include "ui/shell/docks.h"
#include "ui/shell/edit_commands.h"
#include "ui/shell/edit_volume_commands.h"
#include "ui/shell/engine_commands.h"
#include "ui/shell/file_commands.h"
#include "ui/shell/help_commands.h"
#include "ui/shell/label_commands.h"
#include "ui/shell/menus.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/proposal_commands.h"
#include "ui/shell/recovery.h"
#include "ui/shell/review_commands.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/support_commands.h"
#include "ui/shell/tool_commands.h"
#include "ui/shell/view_commands.h"
#include "ui/shell/viewer_link.h"
#include "ui/shell/volume_commands.h"
#include "ui/shell/window_panels.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::ui {

MainWindow::MainWindow(Workspace& workspace)
    : workspace_(workspace), viewer_(new viewer::ViewerWidget), centre_(new QStackedWidget), note_(nullptr) {
    setObjectName("mainWindow");
    setAcceptDrops(true);
    const QSize frame(16, 48);  // about what the window system adds
    resize(QSize(1500, 950).boundedTo(screen()->availableSize() - frame));
    viewer_->setObjectName("viewer");
    viewer_->setAccessibleName(tr("Views"));
    commands_ = std::make_unique<Commands>(workspace.preferences(), *this, *viewer_);
    docks_ = std::make_unique<Docks>(*this, *commands_, workspace.preferences());
    new ViewerLink(workspace, *viewer_, this);

    addCentre();
    addCommands();
    addPanels(*docks_, workspace, *commands_);
    makeToolBar();
    addMenus();
    auto* status = new StatusBar(workspace, *viewer_, this);
    setStatusBar(status);
    connect(status, &StatusBar::jobListWanted, this, [this] { docks_->show("jobs"); });
    docks_->restore();
    connect(&workspace, &Workspace::projectChanged, this, &MainWindow::followProject);
    connect(&workspace, &Workspace::shownChanged, this, &MainWindow::followProject);
    followProject();
}

MainWindow::~MainWindow() {
    disconnect(&workspace_, nullptr, this, nullptr);
}

void MainWindow::addCentre() {
    auto* start = new StartPage(workspace_, *commands_);
    connect(start, &StartPage::newRequested, this, [this] { commands_->action("file.new")->trigger(); });
    connect(start, &StartPage::browseRequested, this, [this] { commands_->action("file.open")->trigger(); });
    connect(start, &StartPage::demoRequested, this, [this] { commands_->action("file.demo")->trigger(); });
    connect(start, &StartPage::openRequested, this, [this](const QString& file) { openPaths({file}); });
    auto* scrolled = new QScrollArea;  // the window may be smaller than the page
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setWidgetResizable(true);
    scrolled->setWidget(start);
    centre_->addWidget(scrolled);
    centre_->addWidget(viewer_);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(centre_);
    new NoticeBar(workspace_.notices(), *commands_, *page);
    setCentralWidget(page);
    note_ = new CursorNote(viewer_);
    connect(&workspace_.editor(), &Editor::said, note_, &CursorNote::say);
}

void MainWindow::addCommands() {
    addFileCommands(*commands_, workspace_, *this);
    addEditCommands(*commands_, workspace_);
    addViewCommands(*commands_, workspace_, *viewer_);
    addToolCommands(*commands_, workspace_);
    addLabelCommands(*commands_, workspace_, *this);
    addVolumeCommands(*commands_, workspace_, *this);
    addEditVolumeCommands(*commands_, workspace_, *viewer_);
    addSupportCommands(*commands_, workspace_, *viewer_);
    addProposalCommands(*commands_, workspace_, *viewer_);
    addAcceptanceCommands(*commands_, workspace_, *viewer_);
    addReviewCommands(*commands_, workspace_, *viewer_);
    addCompareCommands(*commands_, workspace_, *this, *docks_);
    addEngineCommands(*commands_, workspace_, *docks_);
    addHelpCommands(*commands_, workspace_, *this);
}

void MainWindow::makeToolBar() {
    QToolBar* bar = toolBar_ = addToolBar(tr("Tools"));
    bar->setObjectName("toolBar.tools");
    bar->setMovable(true);
    bar->setIconSize(QSize(24, 24));
    for (const char* id : {"tool.navigate", "tool.brush", "tool.erase", "tool.proposals", "tool.outline", "tool.fill",
                           "tool.window", "tool.pick"})
        bar->addAction(commands_->action(id));
    bar->addSeparator();
    for (const char* id : {"edit.undo", "edit.redo"}) bar->addAction(commands_->action(id));
}

void MainWindow::addMenus() {
    fillMenuBar(*menuBar(), *commands_, *docks_, workspace_.preferences(),
                [this](const QString& file) { openPaths({file}); });
}

void MainWindow::followProject() {
    const auto* project = workspace_.project();
    centre_->setCurrentIndex(project != nullptr ? 1 : 0);
    docks_->setHidden(project == nullptr);
    toolBar_->setEnabled(project != nullptr);
    const auto* volume = workspace_.shown() != nullptr ? workspace_.shown()->record() : nullptr;
    QString title = tr("Protolabel");
    if (project != nullptr) {
        title = project->name() + (project->readOnly() ? " " + tr("(read only)") : "") + " - " + title;
        if (volume != nullptr) title = QString::fromStdString(volume->name) + " - " + title;
    }
    setWindowTitle(title);
    setWindowFilePath(project != nullptr ? QString::fromStdString(project->file().string()) : QString());
    if (project != nullptr && volume != nullptr && focusWidget() == nullptr) viewer_->setFocus();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    docks_->remember();
    QMainWindow::closeEvent(event);
    auto& training = workspace_.training();
    if (!training.goesOnWhenClosed()) return QApplication::quit();
    // As asked: no window, but the program stays until the model is there.
    QApplication::setQuitOnLastWindowClosed(false);
    connect(&training, &TrainingControl::changed, this, [&training] {
        if (!training.running()) QApplication::quit();
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) paths.append(url.toLocalFile());
    event->acceptProposedAction();
    if (paths.isEmpty())
        return workspace_.notices().post(Severity::Warning,
                                         tr("Only files and folders of this computer can be dropped here"));
    QMetaObject::invokeMethod(
        this, [this, paths] { openPaths(paths); }, Qt::QueuedConnection);
}

void MainWindow::openPaths(const QStringList& paths) {
    QStringList images;
    for (const QString& path : paths) {
        if (path.endsWith(".plb", Qt::CaseInsensitive))
            openOrRecover(workspace_, *this, path);
        else
            images.append(path);
    }
    if (!images.isEmpty()) importPaths(workspace_, *this, images);
}

}  // namespace protolabel::ui
