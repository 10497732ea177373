#include "tests/ui/session/drawing_desk.h"

#include <QApplication>
#include <cmath>

#include "core/imaging/nifti_image_writer.h"
#include "core/workflow/import.h"
#include "storage/project_file.h"
#include "tests/ui/support/application.h"
#include "tests/ui/support/open_project.h"
#include "tests/viewer/qtvtk/window.h"
#include "viewer/qtvtk/render_widget.h"

namespace protolabel::test {

static void start() {
    if (QCoreApplication::instance() == nullptr) viewer::setUpGraphics();
    startUi();
}

DrawingDesk::DrawingDesk(const std::function<int(int, int, int)>& value, std::vector<std::string> worker)
    : folder_(std::make_unique<TemporaryFolder>()), file_(*folder_ / "p.plb"), worker_(std::move(worker)) {
    start();
    const auto ramp = [](int i, int j, int k) { return i + 2 * j + 3 * k; };
    imaging::writeNiftiImage(*makeVolume(cube(), value ? value : ramp), *folder_ / "scan.nii");
    {
        const auto store = storage::createProject(file_, {{LabelId{1}, "liver", {255, 0, 0}, false, true},
                                                          {LabelId{2}, "spleen", {0, 255, 0}, false, true},
                                                          {LabelId{3}, "kidney", {0, 0, 255}, true, true}});
        JobControl control;
        workflow::importVolumes(*store, {*folder_ / "scan.nii"}, {}, control);
    }
    open(false);
}

DrawingDesk::DrawingDesk(const std::filesystem::path& file, bool readOnly) : file_(file) {
    start();
    open(readOnly);
}

DrawingDesk::~DrawingDesk() {
    close();
}

void DrawingDesk::open(bool readOnly) {
    workspace_ = makeWorkspace(worker_, readOnly ? storage::Access::ReadOnly : storage::Access::ReadWrite);
    viewer_ = std::make_unique<viewer::ViewerWidget>();
    viewer_->setViewLayout(viewer::ViewLayout::SideBySide);
    viewer_->resize(1508, 504);  // gaps of 2 between and around the views
    link_ = std::make_unique<ui::ViewerLink>(*workspace_, *viewer_);
    QObject::connect(&editor(), &ui::Editor::said, viewer_.get(), [this](const QString& text) { said = text; });
    QObject::connect(&workspace_->notices(), &ui::Notices::posted, viewer_.get(),
                     [this](const ui::Notice& notice) { told = notice.text; });
    workspace_->openProject(file_);
    while (!workspace_->shown()->image()) {
        if (!told.isEmpty()) throw Failure(told.toStdString());
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    }
    showAndPaint(*viewer_);
}

void DrawingDesk::close() {
    link_.reset();
    viewer_.reset();
    workspace_.reset();
}

void DrawingDesk::reopen() {
    close();
    open(false);
}

/// The middle of a pixel of the slice; an event means the middle of the device pixel it is in.
static QPointF over(double right, double down) {
    return {10 * right + 14.5, 10 * down + 14.5};
}

void DrawingDesk::press(int view, double right, double down, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) {
    if (held_ == Qt::NoButton) editor().setDrawing(settings_);
    held_ |= button;
    sendMouse(viewer_->renderWidget(view), QEvent::MouseButtonPress, over(right, down), button, held_, modifiers);
}

void DrawingDesk::move(int view, double right, double down, Qt::KeyboardModifiers modifiers) {
    sendMouse(viewer_->renderWidget(view), QEvent::MouseMove, over(right, down), Qt::NoButton, held_, modifiers);
}

void DrawingDesk::release(int view, double right, double down) {
    const auto button = held_.testFlag(Qt::RightButton) ? Qt::RightButton : Qt::LeftButton;
    held_ = Qt::NoButton;
    sendMouse(viewer_->renderWidget(view), QEvent::MouseButtonRelease, over(right, down), button, held_);
}

void DrawingDesk::click(int view, double right, double down, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) {
    press(view, right, down, button, modifiers);
    release(view, right, down);
}

void DrawingDesk::draw(const LabelAt& label) {
    project().edit({.name = "Given", .tool = "test"}, [&](project::ProjectWriter& writer) {
        for (int k = 0; k < kSide; ++k) {
            labels::LabelSlice slice(kSide, kSide);
            for (int j = 0; j < kSide; ++j)
                for (int i = 0; i < kSide; ++i) slice.at(i, j) = static_cast<std::uint16_t>(label(i, j, k));
            writer.putAnnotation(workspace_->shown()->id(), k, slice, {});
        }
    });
    check(label);
}

void DrawingDesk::check(const LabelAt& label) {
    checkAnnotation(*workspace_, label);
}

bool nearSegment(double x, double y, double ax, double ay, double bx, double by, double radius) {
    const double dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
    const double along = length > 0 ? std::fmax(0, std::fmin(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
    return std::hypot(x - ax - along * dx, y - ay - along * dy) <= radius;
}

}  // namespace protolabel::test
