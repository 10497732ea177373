#include "ui/shell/viewer_link.h"

#include "core/imaging/orientation_note.h"
#include "ui/session/comparison.h"
#include "ui/session/workspace.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::ui {

using viewer::Layer;

ViewerLink::ViewerLink(Workspace& workspace, viewer::ViewerWidget& viewer, QObject* parent)
    : QObject(parent), workspace_(workspace), viewer_(viewer) {
    Editor& editor = workspace.editor();
    viewer.setTool(&editor.filter());
    connect(&workspace, &Workspace::projectChanged, this, &ViewerLink::followProject);
    connect(&workspace, &Workspace::edited, this, [this](const project::Changes& changes) {
        if (changes.labels) showColors();
        if (changes.volumes) showFirst();
    });
    connect(&workspace, &Workspace::shownChanged, this, &ViewerLink::showVolume);
    connect(&workspace, &Workspace::windowChanged, this, [this] { viewer_.setWindow(workspace_.window()); });
    connect(&viewer, &viewer::ViewerWidget::windowChanged, this, [this] { workspace_.setWindow(viewer_.window()); });
    connect(&viewer, &viewer::ViewerWidget::spaceTapped, &editor, &Editor::swapTool);
    connect(&viewer, &viewer::ViewerWidget::positionChanged, this, &ViewerLink::showGraphics);
    connect(&viewer, &viewer::ViewerWidget::positionChanged, this, &ViewerLink::tellSlice);
    connect(&workspace, &Workspace::sliceWanted, this, [this](int axis, int slice) {
        const auto at = viewer_.position();
        imaging::Vec3 voxel{double(at[0]), double(at[1]), double(at[2])};
        voxel[static_cast<std::size_t>(axis)] = slice;
        viewer_.setPosition(voxel);
    });
    connect(&workspace, &Workspace::placeWanted, this, [this](const labels::Index3& voxel, const labels::Box& box) {
        viewer_.setPosition({double(voxel[0]), double(voxel[1]), double(voxel[2])});
        viewer_.frame(box);
    });
    connect(&workspace.comparison(), &Comparison::layerChanged, this, &ViewerLink::showOther);
    connect(&workspace.maps(), &Maps::changed, this, &ViewerLink::showMap);
    connect(&editor, &Editor::graphicsOutdated, this, &ViewerLink::showGraphics);
    connect(&editor, &Editor::crosshairWanted, &viewer, &viewer::ViewerWidget::setPosition);
    connect(&editor, &Editor::windowWanted, this, [this](const viewer::Window& window) { viewer_.setWindow(window); });
    followProject();
    showVolume();
}

void ViewerLink::followProject() {
    if (auto* shown = workspace_.shown()) {
        connect(shown, &ShownVolume::proposalsAppeared, this,
                [this] { viewer_.setLabels(Layer::Proposals, workspace_.shown()->source(Layer::Proposals)); });
        connect(shown, &ShownVolume::voxelsChanged, &viewer_, &viewer::ViewerWidget::labelsChanged);
    }
    showColors();
}

void ViewerLink::showFirst() {
    auto* shown = workspace_.shown();
    const auto& volumes = workspace_.project()->volumes();
    if (workspace_.record() == nullptr && !shown->loading() && !volumes.empty()) shown->show(volumes.front().id);
}

void ViewerLink::showVolume() {
    auto* shown = workspace_.shown();
    const VolumeId id = shown != nullptr ? shown->id() : VolumeId{};
    workspace_.notices().guard([&] {
        // The viewer keeps its window on the same grid, which is right for another frame only.
        const bool sameGrid = viewer_.volume() != nullptr && shown != nullptr && shown->image() &&
                              viewer_.volume()->geometry == shown->image()->geometry;
        viewer_.setVolume(shown != nullptr ? shown->image() : nullptr);
        for (const Layer layer : {Layer::Annotation, Layer::Proposals})
            viewer_.setLabels(layer, shown != nullptr ? shown->source(layer) : nullptr);
        if (sameGrid && id != shown_) viewer_.run(viewer::Command::AutomaticWindow);
    });
    shown_ = id;
    showOther();
    showCaption();
    if (shown != nullptr && shown->image()) workspace_.setWindow(viewer_.window());
    showGraphics();
    tellSlice();
}

void ViewerLink::showCaption() {
    QStringList parts;
    if (workspace_.record() != nullptr) {
        const auto& shown = *workspace_.shown();
        if (shown.frames() > 1) parts.append(shown.frameText());
        if (!imaging::hasOrientation(*shown.image())) parts.append(tr("No orientation in the file"));
    }
    viewer_.setCaption(parts.join(", "));
}

void ViewerLink::tellSlice() {
    if (const auto* record = workspace_.record())
        workspace_.proposer().setSlice(viewer_.position()[static_cast<std::size_t>(record->sliceAxis)]);
}

/// Filled labels would change the colours of that map.
void ViewerLink::outlineForMap(bool on) {
    if (on == outlinedBefore_.has_value()) return;
    auto overlay = viewer_.overlay();
    const bool before = outlinedBefore_.value_or(false);
    outlinedBefore_ = on ? std::optional(overlay.outlined) : std::nullopt;
    overlay.outlined = on || before;
    viewer_.setOverlay(overlay);
}

void ViewerLink::showMap() {
    outlineForMap(workspace_.maps().kind() == MapKind::Disagreement);
    const auto* record = workspace_.record();
    const int along = record != nullptr ? record->sliceAxis : -1;
    for (int axis = 0; axis < 3; ++axis)
        viewer_.sliceView(axis).setMap(axis == along ? workspace_.maps().map() : nullptr);
}

void ViewerLink::showOther() {
    const auto& comparison = workspace_.comparison();
    viewer_.setLabels(Layer::Other, comparison.source());
    viewer_.setLayerShown(Layer::Other, comparison.shown());
    viewer_.setOtherOpacity(comparison.opacity());
}

void ViewerLink::showColors() {
    std::vector<viewer::LabelColor> colors;
    if (auto* project = workspace_.project())
        for (const auto& label : project->labels())
            colors.push_back({static_cast<std::uint16_t>(label.id.value), label.color, label.visible});
    viewer_.setColors(colors);
}

void ViewerLink::showGraphics() {
    for (int axis = 0; axis < 3; ++axis)
        viewer_.setGraphics(axis,
                            workspace_.editor().graphics(axis, viewer_.position()[static_cast<std::size_t>(axis)]));
}

}  // namespace protolabel::ui
