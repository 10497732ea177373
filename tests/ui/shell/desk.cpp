#include "tests/ui/shell/desk.h"

#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QUrl>
#include <QWindow>
#include <cmath>

#include "core/project/operations.h"
#include "core/workflow/import.h"
#include "storage/project_file.h"
#include "tests/core/imaging/scan_file.h"
#include "tests/ui/support/open_project.h"
#include "tests/viewer/qtvtk/window.h"
#include "viewer/qtvtk/render_widget.h"

namespace protolabel::test {

static constexpr double kRadius = 2.5;

static std::unique_ptr<ui::Workspace> freshWorkspace() {
    if (QCoreApplication::instance() == nullptr) viewer::setUpGraphics();
    startUi();
    QSettings().clear();
    return makeWorkspace();
}

Desk::Desk() : workspace(freshWorkspace()) {
    makeWindow();
}

Desk::~Desk() = default;

QString Desk::path(const std::string& name) const {
    return QString::fromStdString((folder / name).string());
}

void Desk::makeWindow() {
    auto next = std::make_unique<ui::MainWindow>(*workspace);
    showAt(*next, 1400, 900);
    window = std::move(next);
    if (!QTest::qWaitForWindowActive(window.get())) throw Failure("the window is not active");
    auto settings = editor().drawing();
    settings.tip.radius = kRadius;
    editor().setDrawing(settings);
}

void Desk::restart() {
    const auto file = project().file();
    window->close();
    window.reset();
    workspace.reset();
    workspace = makeWorkspace();
    makeWindow();
    window->openPaths({QString::fromStdString(file.string())});
    waitFor("the volume", [&] { return workspace->shown() != nullptr && workspace->shown()->image() != nullptr; });
}

void Desk::writeImage(const std::string& name) const {
    writeScan(makeScan({kWidth, kHeight, kSlices}, {1, 1, 3}, [](int i, int j, int k) { return i + j + k; }),
              folder / name);
}

void Desk::openStudy() {
    writeImage("scan.nii");
    {
        const auto store = storage::createProject(
            folder / "study.plb",
            {{LabelId{1}, "liver", {230, 159, 0}, false, true}, {LabelId{2}, "spleen", {86, 180, 233}, false, true}});
        JobControl control;
        workflow::importVolumes(*store, {folder / "scan.nii"}, {}, control);
    }
    window->openPaths({path("study.plb")});
    waitForVolume("scan");
}

void Desk::waitForVolume(const std::string& name) {
    waitFor("the volume", [&] {
        const auto* shown = workspace->shown();
        return shown != nullptr && shown->image() != nullptr && shown->record()->name == name;
    });
    passEvents();
}

void Desk::key(int key, Qt::KeyboardModifiers modifiers) {
    QWidget* receiver = QApplication::activePopupWidget();
    if (receiver == nullptr) receiver = QApplication::focusWidget();
    if (receiver == nullptr) receiver = QApplication::activeWindow();
    if (receiver == nullptr) throw Failure("nothing has the focus");
    QTest::keyClick(receiver, static_cast<Qt::Key>(key), modifiers);
}

void Desk::type(const QString& text) {
    for (const QChar letter : text) {
        QWidget* receiver = QApplication::activePopupWidget();
        if (receiver == nullptr) receiver = QApplication::focusWidget();
        if (receiver == nullptr) throw Failure("nothing has the focus");
        QTest::keyClick(receiver, letter.toLatin1());
    }
}

void Desk::drop(const QStringList& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths) urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    const QPoint middle = window->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window->windowHandle(), &enter);
    if (!enter.isAccepted()) throw Failure("the drop is not wanted");
    QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window->windowHandle(), &drop);
    passEvents();
}

QDialog& Desk::dialog(const QString& name) {
    QDialog* found = nullptr;
    waitFor("the dialog " + name, [&] {
        found = window->findChild<QDialog*>(name);
        return found != nullptr && found->isVisible();
    });
    QApplication::setActiveWindow(found);  // there is no window manager here that would
    waitFor("the dialog's turn",
            [&] { return QApplication::activeWindow() == found && found->isAncestorOf(QApplication::focusWidget()); });
    return *found;
}

QPointF Desk::at(double i, double j) {
    const auto pixel = window->viewer().sliceView(2).viewport().toPixel({i, j, static_cast<double>(slice_)});
    return {std::floor(pixel.x), std::floor(pixel.y)};
}

void Desk::press(int i, int j, int k, Qt::MouseButton button) {
    sendPress(i, j, k, button);
}

void Desk::sendPress(double i, double j, int k, Qt::MouseButton button) {
    slice_ = k;
    held_ = button;
    auto position = window->viewer().position();
    position[2] = k;
    window->viewer().setPosition(
        {static_cast<double>(position[0]), static_cast<double>(position[1]), static_cast<double>(position[2])});
    sendMouse(window->viewer().renderWidget(2), QEvent::MouseButtonPress, at(i, j), button, button);
}

void Desk::move(int i, int j) {
    sendMouse(window->viewer().renderWidget(2), QEvent::MouseMove, at(i, j), Qt::NoButton, held_);
}

void Desk::release(int i, int j) {
    sendMouse(window->viewer().renderWidget(2), QEvent::MouseButtonRelease, at(i, j), held_, Qt::NoButton);
    held_ = Qt::NoButton;
}

void Desk::dab(int i, int j, int k, Qt::MouseButton button) {
    press(i, j, k, button);
    release(i, j);
}

void Desk::trace(const std::vector<std::pair<double, double>>& points, int k) {
    auto& view = window->viewer().renderWidget(2);
    const auto [i, j] = points.front();
    sendPress(i, j, k, Qt::LeftButton);
    for (const auto& [x, y] : points) sendMouse(view, QEvent::MouseMove, at(x, y), Qt::NoButton, Qt::LeftButton);
    sendMouse(view, QEvent::MouseButtonRelease, at(i, j), Qt::LeftButton, Qt::NoButton);
}

void Desk::check(const LabelAt& label) {
    checkAnnotation(*workspace, label);
}

std::string Desk::barText() {
    const auto& bar = child<QWidget>(*window, "noticeBar");
    return bar.isVisible() ? child<QLabel>(bar, "noticeText").text().toStdString() : "";
}

std::string Desk::noteText() {
    const auto& note = child<QLabel>(*window, "cursorNote");
    return note.isVisible() ? note.text().toStdString() : "";
}

bool disc(int i, int j, int x, int y) {
    return std::hypot(i - x, j - y) <= kRadius;
}

}  // namespace protolabel::test
