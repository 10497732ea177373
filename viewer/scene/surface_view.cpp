#include "viewer/scene/surface_view.h"

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkMath.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>

#include <algorithm>
#include <cmath>

#include "viewer/scene/surface_frame.h"
#include "viewer/scene/surface_worker.h"

namespace protolabel::viewer {

namespace {

struct Surface {
    vtkNew<vtkPolyDataMapper> mapper;
    vtkNew<vtkActor> actor;
};

}  // namespace

struct SurfaceView::Scene {
    vtkNew<vtkRenderer> renderer;
    vtkNew<vtkMatrix4x4> gridToWorld;  // mm along the grid's axes to LPS
    SurfaceFrame frame;
    std::map<std::uint16_t, Surface> surfaces;
    std::vector<LabelColor> colors;
    imaging::Geometry geometry;
    int width = 1, height = 1;
    double pixelRatio = 1;
    SurfaceWorker worker{std::chrono::milliseconds(kPauseMs)};  // last: it ends first

    std::set<std::uint16_t> ids() const {
        std::set<std::uint16_t> all;
        for (const auto& label : colors) all.insert(label.id);
        return all;
    }
    void style(std::uint16_t id, vtkActor& actor) const {
        const auto found =
            std::find_if(colors.begin(), colors.end(), [&](const auto& label) { return label.id == id; });
        actor.SetVisibility(found != colors.end() && found->visible);
        if (found == colors.end()) return;
        const auto& [red, green, blue] = found->color;
        actor.GetProperty()->SetColor(red / 255., green / 255., blue / 255.);
    }
};

SurfaceView::SurfaceView() : scene_(std::make_unique<Scene>()) {
    scene_->renderer->SetBackground(0.11, 0.12, 0.14);
    scene_->renderer->GetActiveCamera()->ParallelProjectionOff();
    scene_->frame.addTo(*scene_->renderer);
}

SurfaceView::~SurfaceView() = default;

void SurfaceView::setLabels(std::shared_ptr<const LabelSource> source, const imaging::Geometry& geometry) {
    auto& scene = *scene_;
    const bool sameGrid = scene.geometry == geometry;
    for (auto& [id, surface] : scene.surfaces) scene.renderer->RemoveActor(surface.actor);
    scene.surfaces.clear();
    scene.geometry = geometry;
    for (int row = 0; row < 3; ++row) {
        for (int axis = 0; axis < 3; ++axis) scene.gridToWorld->SetElement(row, axis, geometry.direction[axis][row]);
        scene.gridToWorld->SetElement(row, 3, geometry.origin[row]);
    }
    scene.frame.setGeometry(geometry);
    scene.worker.setSource(std::move(source), geometry);
    scene.worker.request(scene.ids());
    if (!sameGrid) fit();
    changed();
}

void SurfaceView::setOriented(bool oriented) {
    scene_->frame.setOriented(oriented);
}

void SurfaceView::labelsChanged(const std::set<std::uint16_t>& ids) {
    auto known = ids;
    known.erase(0);
    if (!known.empty()) scene_->worker.request(known);
}

void SurfaceView::setColors(const std::vector<LabelColor>& colors) {
    const auto before = scene_->ids();
    scene_->colors = colors;
    for (auto& [id, surface] : scene_->surfaces) scene_->style(id, *surface.actor);
    std::set<std::uint16_t> added;
    for (const std::uint16_t id : scene_->ids())
        if (!before.contains(id)) added.insert(id);
    if (!added.empty()) scene_->worker.request(added);
    changed();
}

void SurfaceView::setPosition(const imaging::Vec3& voxel) {
    scene_->frame.setPosition(voxel);
    changed();
}

void SurfaceView::setPaused(bool paused) {
    scene_->worker.setPaused(paused);
}
void SurfaceView::onFinished(std::function<void()> callback) {
    scene_->worker.onFinished(std::move(callback));
}
int SurfaceView::extractions() const {
    return scene_->worker.extractions();
}

int SurfaceView::triangles(std::uint16_t label) const {
    const auto found = scene_->surfaces.find(label);
    return found == scene_->surfaces.end() ? 0 : static_cast<int>(found->second.mapper->GetInput()->GetNumberOfPolys());
}

void SurfaceView::takeFinished() {
    for (auto& [id, mesh] : scene_->worker.take()) {
        auto [surface, added] = scene_->surfaces.try_emplace(id);
        surface->second.mapper->SetInputData(mesh);
        if (!added) continue;
        vtkActor& actor = *surface->second.actor;
        actor.SetMapper(surface->second.mapper);
        actor.SetUserMatrix(scene_->gridToWorld);
        actor.GetProperty()->SetSpecular(0.15);
        actor.GetProperty()->SetAmbient(0.1);
        scene_->style(id, actor);
        scene_->renderer->AddActor(&actor);
    }
    changed();
}

void SurfaceView::rotate(double dx, double dy) {
    constexpr double kDegreesPerView = 180;  // for a drag across the view
    vtkCamera* camera = scene_->renderer->GetActiveCamera();
    camera->Azimuth(-dx / scene_->width * kDegreesPerView);
    camera->Elevation(dy / scene_->height * kDegreesPerView);
    camera->OrthogonalizeViewUp();
    changed();
}

void SurfaceView::pan(double dx, double dy) {
    vtkCamera* camera = scene_->renderer->GetActiveCamera();
    const double mmPerPixel =
        2 * camera->GetDistance() * std::tan(camera->GetViewAngle() / 2 * M_PI / 180) / scene_->height;
    double right[3], up[3], normal[3], focus[3], eye[3];
    camera->GetViewUp(up);
    camera->GetDirectionOfProjection(normal);
    vtkMath::Cross(normal, up, right);
    camera->GetFocalPoint(focus);
    camera->GetPosition(eye);
    for (int c = 0; c < 3; ++c) {
        const double move = (-dx * right[c] + dy * up[c]) * mmPerPixel;
        focus[c] += move;
        eye[c] += move;
    }
    camera->SetFocalPoint(focus);
    camera->SetPosition(eye);
    changed();
}

void SurfaceView::zoom(double factor) {
    scene_->renderer->GetActiveCamera()->Dolly(factor);
    changed();
}

void SurfaceView::fit() {
    vtkCamera* camera = scene_->renderer->GetActiveCamera();
    camera->SetFocalPoint(0, 0, 0);
    camera->SetPosition(0, -1, 0);  // anterior, in LPS
    camera->SetViewUp(0, 0, 1);
    double bounds[6];
    scene_->frame.bounds(bounds);
    scene_->renderer->ResetCamera(bounds);
    camera->Dolly(1.2);  // VTK leaves room for the box's sphere
    changed();
}

std::optional<imaging::Vec3> SurfaceView::pick(double x, double y) const {
    vtkRenderer* renderer = scene_->renderer;
    if (renderer->GetRenderWindow() == nullptr) return std::nullopt;
    const int row = scene_->height - 1 - static_cast<int>(y);
    const double depth = renderer->GetZ(static_cast<int>(x), row);
    if (depth >= 1) return std::nullopt;
    double point[4];
    renderer->SetDisplayPoint(x, row + 0.5, depth);
    renderer->DisplayToWorld();
    renderer->GetWorldPoint(point);
    const auto voxel =
        imaging::toIndex(scene_->geometry, {point[0] / point[3], point[1] / point[3], point[2] / point[3]});
    for (int a = 0; a < 3; ++a)
        if (!(voxel[a] >= -0.5 && voxel[a] < static_cast<double>(scene_->geometry.size[a]) - 0.5)) return std::nullopt;
    return voxel;
}

void SurfaceView::attach(vtkOpenGLRenderWindow& window) {
    window.AddRenderer(scene_->renderer);
}

void SurfaceView::detach(vtkOpenGLRenderWindow& window) {
    scene_->renderer->ReleaseGraphicsResources(&window);
    window.RemoveRenderer(scene_->renderer);
}

void SurfaceView::resize(int width, int height, double pixelRatio) {
    scene_->width = std::max(1, width);
    scene_->height = std::max(1, height);
    scene_->pixelRatio = pixelRatio;
    scene_->frame.setPixelRatio(pixelRatio);
    changed();
}

void SurfaceView::prepare() {
    scene_->renderer->ResetCameraClippingRange();
}

}  // namespace protolabel::viewer
