#include "viewer/widgets/viewer_widget.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "core/imaging/orientation_note.h"
#include "viewer/qtvtk/input.h"

namespace protolabel::viewer {

namespace {

constexpr int kGap = 2;  // between views; the active view's frame is drawn there
constexpr double kOpacityStep = 0.1;

imaging::Vec3 toVec(const labels::Index3& voxel) {
    return {static_cast<double>(voxel[0]), static_cast<double>(voxel[1]), static_cast<double>(voxel[2])};
}

}  // namespace

ViewerWidget::ViewerWidget(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
    setFocusPolicy(Qt::StrongFocus);
    grid_->setContentsMargins(kGap, kGap, kGap, kGap);
    grid_->setSpacing(kGap);
    for (int axis = 0; axis < 3; ++axis) connectSlice(axis);
    connectSurface();
    for (auto* widget : renderers_) widget->installEventFilter(this);
    showStyles();
    arrange();
}

ViewerWidget::~ViewerWidget() {
    surface_->onFinished(nullptr);
}

void ViewerWidget::connectSlice(int axis) {
    auto view = std::make_unique<SliceView>();
    slices_[static_cast<std::size_t>(axis)] = view.get();
    auto* widget = new RenderWidget(std::move(view), this);
    widget->setObjectName(QStringLiteral("sliceView%1").arg(axis));
    widget->setCursor(Qt::CrossCursor);
    renderers_[static_cast<std::size_t>(axis)] = widget;
    connect(widget, &RenderWidget::pointerEvent, this, [this, axis](const PointerEvent& e) { slicePointer(axis, e); });
    connect(widget, &RenderWidget::wheelMoved, this, [this, axis](const WheelEvent& e) { sliceWheel(axis, e); });
}

void ViewerWidget::connectSurface() {
    auto view = std::make_unique<SurfaceView>();
    surface_ = view.get();
    surfacePane_ = std::make_unique<SurfacePane>(*surface_);
    surfacePane_->onPick = [this](const imaging::Vec3& voxel) { setPosition(voxel); };
    // Called by the extracting thread.
    surface_->onFinished([this] {
        QMetaObject::invokeMethod(
            this, [this] { surface_->takeFinished(); }, Qt::QueuedConnection);
    });
    auto* widget = new RenderWidget(std::move(view), this);
    widget->setObjectName(QStringLiteral("surfaceView"));
    renderers_[kSurface] = widget;
    connect(widget, &RenderWidget::pointerEvent, this, [this](const PointerEvent& event) {
        if (event.action == PointerAction::Enter || event.action == PointerAction::Press) setActiveView(kSurface);
        surfacePane_->pointer(event);
    });
    connect(widget, &RenderWidget::wheelMoved, this, [this](const WheelEvent& event) { surfacePane_->wheel(event); });
}

void ViewerWidget::setVolume(std::shared_ptr<const imaging::Volume> volume) {
    for (int axis = 0; volume && axis < 3; ++axis) SliceView::check(volume->geometry, axis);
    const bool sameGrid = volume && volume_ && volume->geometry == volume_->geometry;
    for (int axis = 0; axis < 3; ++axis) {
        SliceView& view = sliceView(axis);
        const SliceViewport before = view.viewport();
        view.setVolume(volume, axis);
        if (sameGrid) view.setViewport(before);
    }
    volume_ = std::move(volume);
    surface_->setOriented(volume_ == nullptr || imaging::hasOrientation(*volume_));
    if (!sameGrid) {
        labels_ = {};
        for (auto* view : slices_)
            for (const Layer layer : {Layer::Annotation, Layer::Proposals, Layer::Other})
                view->setLabels(layer, nullptr);
        surface_->setLabels(nullptr, volume_ ? volume_->geometry : imaging::Geometry{});
        for (int a = 0; a < 3; ++a) position_[a] = volume_ ? static_cast<int>(volume_->geometry.size[a] / 2) : 0;
        active_ = volume_ ? imaging::sliceAxis(volume_->geometry) : 2;
        setWindow(volume_ ? automaticWindow(*volume_) : Window{});
        arrange();
        emit activeViewChanged(active_);
    }
    showPosition();
    emit positionChanged();
}

void ViewerWidget::setLabels(Layer layer, std::shared_ptr<const LabelSource> source) {
    for (auto* view : slices_) view->setLabels(layer, source);
    if (layer == Layer::Annotation && volume_) surface_->setLabels(source, volume_->geometry);
    labels_[static_cast<std::size_t>(layer)] = std::move(source);
}

void ViewerWidget::labelsChanged(Layer layer, const labels::Box& box, const std::set<std::uint16_t>& ids) {
    for (auto* view : slices_) view->labelsChanged(layer, box);
    if (layer == Layer::Annotation) surface_->labelsChanged(ids);
}

void ViewerWidget::setColors(const std::vector<LabelColor>& colors) {
    for (auto* view : slices_) view->setColors(colors);
    surface_->setColors(colors);
}

void ViewerWidget::setCaption(const QString& text) {
    for (auto* view : slices_) view->setCaption(text.toStdString());
}

void ViewerWidget::setOverlay(const Overlay& overlay) {
    if (overlay == overlay_) return;
    overlay_ = overlay;
    showStyles();
    emit overlayChanged();
}

void ViewerWidget::setLayerShown(Layer layer, bool shown) {
    layerShown_[static_cast<std::size_t>(layer)] = shown;
    showStyles();
}

void ViewerWidget::setOtherOpacity(double opacity) {
    otherOpacity_ = opacity;
    showStyles();
}

void ViewerWidget::showStyles() {
    const bool shown = overlay_.shown && !hideHeld_;
    const double fill = overlay_.outlined ? 0 : overlay_.fill;
    const LayerStyle annotation{shown && layerShown_[0], fill, overlay_.outlined ? overlay_.line : 0, Pattern::Plain};
    const LayerStyle proposals{shown && layerShown_[1], fill, overlay_.line, Pattern::Hatched};
    const LayerStyle other{shown && layerShown_[2], 0, otherOpacity_, Pattern::Striped};
    for (auto* view : slices_) {
        view->setStyle(Layer::Annotation, annotation);
        view->setStyle(Layer::Proposals, proposals);
        view->setStyle(Layer::Other, other);
    }
}

void ViewerWidget::setPosition(const imaging::Vec3& voxel) {
    if (!volume_) return;
    labels::Index3 position;
    for (int a = 0; a < 3; ++a)
        position[a] = static_cast<int>(
            std::clamp(std::floor(voxel[a] + 0.5), 0., static_cast<double>(volume_->geometry.size[a] - 1)));
    if (position == position_) return;
    position_ = position;
    showPosition();
    emit positionChanged();
}

void ViewerWidget::stepSlice(int axis, int by) {
    imaging::Vec3 voxel = toVec(position_);
    voxel[axis] += by;
    setPosition(voxel);
}

void ViewerWidget::frame(const labels::Box& box) {
    constexpr double kLeastMm = 80;    // around a few voxels
    constexpr double kSurround = 2.5;  // times the box
    imaging::Vec3 middle{};
    for (std::size_t a = 0; a < 3; ++a) middle[a] = (box.lower[a] + box.upper[a] - 1) / 2.;
    for (auto* view : slices_) {
        auto viewport = view->viewport();
        const auto& plane = viewport.plane();
        const double right = std::max(kLeastMm, kSurround * box.extent(plane.rightAxis) * plane.rightSpacing);
        const double down = std::max(kLeastMm, kSurround * box.extent(plane.downAxis) * plane.downSpacing);
        const double wanted = std::min(viewport.width() / right, viewport.height() / down);
        viewport.fit();
        if (wanted > viewport.pixelsPerMm()) {
            viewport.zoom(wanted / viewport.pixelsPerMm(), {viewport.width() / 2., viewport.height() / 2.});
            viewport.centreOn(middle);
        }
        view->setViewport(viewport);
    }
}

void ViewerWidget::showPosition() {
    for (int axis = 0; axis < 3; ++axis) sliceView(axis).setSlice(position_[axis]);
    showCrosshair();
    if (volume_) surface_->setPosition(toVec(position_));
}

void ViewerWidget::showCrosshair() {
    for (auto* view : slices_)
        view->setCrosshair(crosshairShown_ && volume_ ? std::optional(toVec(position_)) : std::nullopt);
}

void ViewerWidget::setCrosshairShown(bool shown) {
    crosshairShown_ = shown;
    showCrosshair();
}

void ViewerWidget::setWindow(const Window& window) {
    // A window narrower than this in relation to its values cannot be told from a threshold in single precision.
    const double least = std::max(1e-6 * std::max(std::abs(window.low), std::abs(window.high)), 1e-9);
    window_ = fromLevel(window.level(), std::max(window.width(), least));
    for (auto* view : slices_) view->setWindow(window_);
    emit windowChanged();
}

void ViewerWidget::setInterpolation(Interpolation interpolation) {
    for (auto* view : slices_) view->setInterpolation(interpolation);
}

int ViewerWidget::viewOf(Orientation orientation) const {
    for (int axis = 0; axis < 3; ++axis)
        if (slices_[static_cast<std::size_t>(axis)]->viewport().plane().orientation == orientation) return axis;
    return 2;
}

void ViewerWidget::arrange() {
    // Without a volume all planes are alike: the axes in their usual places.
    const std::array<int, 3> views =
        volume_ ? std::array{viewOf(Orientation::Axial), viewOf(Orientation::Sagittal), viewOf(Orientation::Coronal)}
                : std::array{2, 0, 1};
    const auto [axial, sagittal, coronal] = views;
    const auto place = [&](int view, int row, int column) {
        grid_->addWidget(renderers_[static_cast<std::size_t>(view)], row, column);
    };
    for (auto* widget : renderers_) grid_->removeWidget(widget);
    switch (layout_) {
        case ViewLayout::One: place(active_, 0, 0); break;
        case ViewLayout::Grid:
            place(axial, 0, 0);
            place(sagittal, 0, 1);
            place(kSurface, 1, 0);
            place(coronal, 1, 1);
            break;
        case ViewLayout::SideBySide:
            place(axial, 0, 0);
            place(sagittal, 0, 1);
            place(coronal, 0, 2);
            break;
    }
    const int rows = layout_ == ViewLayout::Grid ? 2 : 1;
    const int columns = layout_ == ViewLayout::One ? 1 : layout_ == ViewLayout::Grid ? 2 : 3;
    for (int n = 0; n < 3; ++n) {
        grid_->setRowStretch(n, n < rows ? 1 : 0);
        grid_->setColumnStretch(n, n < columns ? 1 : 0);
    }
    for (auto* widget : renderers_) widget->setVisible(grid_->indexOf(widget) >= 0);
    surface_->setPaused(renderers_[kSurface]->isHidden());
    update();
}

void ViewerWidget::setViewLayout(ViewLayout layout) {
    if (layout == layout_) return;
    if (layout == ViewLayout::One) beforeOne_ = layout_;
    layout_ = layout;
    arrange();
    emit viewLayoutChanged();
}

void ViewerWidget::toggleEnlarged() {
    setViewLayout(layout_ == ViewLayout::One ? beforeOne_ : ViewLayout::One);
}

void ViewerWidget::setActiveView(int view) {
    if (view == active_) return;
    active_ = view;
    if (layout_ == ViewLayout::One) arrange();
    update();
    emit activeViewChanged(view);
}

void ViewerWidget::run(Command command) {
    const int axis = active_ == kSurface ? 2 : active_;
    const int last = volume_ ? static_cast<int>(volume_->geometry.size[axis]) : 0;
    Overlay overlay = overlay_;
    double& opacity = overlay.outlined ? overlay.line : overlay.fill;
    switch (command) {
        case Command::NextSlice: stepSlice(axis, 1); break;
        case Command::PreviousSlice: stepSlice(axis, -1); break;
        case Command::NextTenSlices: stepSlice(axis, 10); break;
        case Command::PreviousTenSlices: stepSlice(axis, -10); break;
        case Command::FirstSlice: stepSlice(axis, -last); break;
        case Command::LastSlice: stepSlice(axis, last); break;
        case Command::Fit:
            for (auto* view : slices_) {
                auto viewport = view->viewport();
                viewport.fit();
                view->setViewport(viewport);
            }
            if (volume_) surface_->fit();
            break;
        case Command::AutomaticWindow:
            if (volume_) setWindow(automaticWindow(*volume_));
            break;
        case Command::HideOverlay: overlay.shown = !overlay.shown; break;
        case Command::LessOpacity: opacity = std::max(0., opacity - kOpacityStep); break;
        case Command::MoreOpacity: opacity = std::min(1., opacity + kOpacityStep); break;
        case Command::ToggleOutline: overlay.outlined = !overlay.outlined; break;
    }
    setOverlay(overlay);
}

QImage ViewerWidget::screenshot() {
    return grab().toImage();
}
QImage ViewerWidget::screenshot(int view) {
    return renderWidget(view).grabFramebuffer();
}

void ViewerWidget::slicePointer(int axis, PointerEvent event) {
    event.spot = sliceView(axis).locate(event.spot);
    if (event.action == PointerAction::Enter || event.action == PointerAction::Press) setActiveView(axis);
    const bool navigates = navigation_.comesFirst(event);
    if (navigates || tool_ == nullptr || !tool_->pointer(event)) navigation_.pointer(event);
    // The navigation may have moved the slice or the picture under the pointer.
    const Spot spot = sliceView(axis).locate(event.spot);
    const bool over = volume_ && spot.inside && event.action != PointerAction::Leave;
    emit hovered(over ? readOut(*volume_, labels_[0].get(), labels_[1].get(), spot.voxel) : std::nullopt);
}

void ViewerWidget::sliceWheel(int axis, WheelEvent event) {
    event.spot = sliceView(axis).locate(event.spot);
    if (tool_ == nullptr || !tool_->wheel(event)) navigation_.wheel(event);
    const Spot spot = sliceView(axis).locate(event.spot);
    if (volume_ && spot.inside) emit hovered(readOut(*volume_, labels_[0].get(), labels_[1].get(), spot.voxel));
}

void ViewerWidget::keyPressEvent(QKeyEvent* event) {
    const KeyEvent plain = toKeyEvent(*event);
    if (plain.key == Key::Space && !plain.repeated) navigation_.holdSpace();
    if (tool_ != nullptr && tool_->key(plain)) return;
    const auto binding = std::find_if(bindings_.begin(), bindings_.end(),
                                      [&](const auto& b) { return b.key == event->keyCombination(); });
    if (binding == bindings_.end()) return QWidget::keyPressEvent(event);
    if (binding->command != Command::HideOverlay) return run(binding->command);
    hideHeld_ = true;
    showStyles();
}

void ViewerWidget::keyReleaseEvent(QKeyEvent* event) {
    const KeyEvent plain = toKeyEvent(*event);
    if (plain.repeated) return;
    if (plain.key == Key::Space && navigation_.releaseSpace()) emit spaceTapped();
    if (tool_ != nullptr && tool_->key(plain)) return;
    const bool hides = std::any_of(bindings_.begin(), bindings_.end(), [&](const auto& b) {
        return b.command == Command::HideOverlay && b.key.key() == event->key();
    });
    if (hides) showHidden();
}

bool ViewerWidget::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) {  // keys are released elsewhere
        navigation_.releaseSpace();
        showHidden();
    }
    return QWidget::eventFilter(watched, event);
}

void ViewerWidget::showHidden() {
    if (!hideHeld_) return;
    hideHeld_ = false;
    showStyles();
}

void ViewerWidget::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().dark());
    const QWidget* active = renderers_[static_cast<std::size_t>(active_)];
    if (layout_ == ViewLayout::One || active->isHidden()) return;
    painter.fillRect(active->geometry().adjusted(-kGap, -kGap, kGap, kGap), palette().highlight());
}

}  // namespace protolabel::viewer
