#include "viewer/scene/slice_view.h"

#include <vtkNew.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkRenderer.h>

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/imaging/orientation_note.h"
#include "viewer/scene/slice_overlay.h"
#include "viewer/scene/slice_picture.h"

namespace protolabel::viewer {

struct SliceView::Scene {
    vtkNew<vtkRenderer> renderer;
    vtkNew<SlicePicture> picture;
    SliceOverlay overlay;
    SliceOverlay::State state;
};

SliceView::SliceView() : scene_(std::make_unique<Scene>()) {
    scene_->renderer->SetBackground(0, 0, 0);
    scene_->renderer->AddViewProp(scene_->picture);
    scene_->overlay.addTo(*scene_->renderer);
}

SliceView::~SliceView() = default;

void SliceView::check(const imaging::Geometry& geometry, int axis) {
    const auto layout = imaging::sliceLayout(geometry, axis);
    if (std::max(layout.width, layout.height) <= Texture::kLargestSide) return;
    throw Error("view.size",
                "slices of {0} x {1} voxels are too large to be shown; use a copy at a lower resolution (at most {2} "
                "voxels a side)",
                {std::to_string(layout.width), std::to_string(layout.height), std::to_string(Texture::kLargestSide)});
}

void SliceView::setVolume(std::shared_ptr<const imaging::Volume> volume, int axis) {
    auto& state = scene_->state;
    if (volume) check(volume->geometry, axis);
    ViewPlane plane = volume ? viewPlane(volume->geometry, axis) : ViewPlane{};
    if (volume && !imaging::hasOrientation(*volume)) plane.left = plane.right = plane.top = plane.bottom = "?";
    SliceViewport viewport(plane);
    viewport.resize(state.viewport.width(), state.viewport.height());
    state.viewport = viewport;
    state.slice = viewport.plane().slices / 2;
    state.empty = volume == nullptr;
    scene_->picture->setVolume(std::move(volume), axis);
    changed();
}

void SliceView::setLabels(Layer layer, std::shared_ptr<const LabelSource> source) {
    scene_->picture->layer(layer).setSource(std::move(source));
    changed();
}

void SliceView::labelsChanged(Layer layer, const labels::Box& box) {
    auto& target = scene_->picture->layer(layer);
    target.voxelsChanged(box);
    if (target.outdated()) changed();
}

void SliceView::setSlice(int index) {
    index = std::clamp(index, 0, std::max(0, scene_->state.viewport.plane().slices - 1));
    if (index == scene_->state.slice) return;
    scene_->state.slice = index;
    scene_->picture->setSlice(index);
    changed();
}

int SliceView::slice() const {
    return scene_->state.slice;
}

void SliceView::setWindow(const Window& window) {
    scene_->picture->window = window;
    changed();
}

void SliceView::setInterpolation(Interpolation interpolation) {
    scene_->picture->interpolation = interpolation;
    changed();
}

void SliceView::setColors(const std::vector<LabelColor>& colors) {
    scene_->picture->setColors(colors);
    changed();
}

void SliceView::setStyle(Layer layer, const LayerStyle& style) {
    scene_->picture->styles[static_cast<std::size_t>(layer)] = style;
    changed();
}

void SliceView::setMap(std::shared_ptr<const SliceMap> map) {
    if (map == scene_->picture->map()) return;
    scene_->picture->setMap(std::move(map));
    changed();
}

void SliceView::setCrosshair(const std::optional<imaging::Vec3>& voxel) {
    if (voxel == scene_->state.crosshair) return;
    scene_->state.crosshair = voxel;
    changed();
}

void SliceView::setGraphics(const Graphics& graphics) {
    if (graphics == scene_->state.graphics) return;
    scene_->state.graphics = graphics;
    changed();
}

void SliceView::setAnnotationsShown(bool shown) {
    scene_->state.annotations = shown;
    changed();
}

void SliceView::setCaption(const std::string& text) {
    if (text == scene_->state.caption) return;
    scene_->state.caption = text;
    changed();
}

const SliceViewport& SliceView::viewport() const {
    return scene_->state.viewport;
}

void SliceView::setViewport(const SliceViewport& viewport) {
    scene_->state.viewport = viewport;
    changed();
}

Spot SliceView::locate(Spot spot) const {
    const auto& state = scene_->state;
    spot.axis = state.viewport.plane().axis;
    spot.voxel = state.viewport.toVoxel({spot.x, spot.y}, state.slice);
    spot.inside = !state.empty && state.viewport.contains(spot.voxel);
    return spot;
}

SliceView::Uploads SliceView::uploads() const {
    auto& picture = *scene_->picture;
    std::int64_t labels = 0;
    for (const Layer layer : {Layer::Annotation, Layer::Proposals, Layer::Other})
        labels += picture.layer(layer).uploadedVoxels();
    return {picture.uploadedImageVoxels(), labels};
}

void SliceView::attach(vtkOpenGLRenderWindow& window) {
    window.AddRenderer(scene_->renderer);
    changed();
}

void SliceView::detach(vtkOpenGLRenderWindow& window) {
    scene_->renderer->ReleaseGraphicsResources(&window);
    window.RemoveRenderer(scene_->renderer);
}

void SliceView::resize(int width, int height, double pixelRatio) {
    scene_->state.viewport.resize(width, height);
    scene_->state.pixelRatio = pixelRatio;
    changed();
}

void SliceView::prepare() {
    scene_->picture->viewport = scene_->state.viewport;
    scene_->picture->pixelRatio = scene_->state.pixelRatio;
    scene_->overlay.show(scene_->state);
}

}  // namespace protolabel::viewer
