#include "ui/session/acceptance.h"

#include <QLocale>

#include "core/labels/components.h"
#include "ui/session/tr.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

using project::AcceptOutcome;
using project::RejectOutcome;

QStringList staysText(Workspace& workspace, const AcceptOutcome& outcome) {
    QStringList lines, with;
    for (const auto& [id, voxels] : outcome.conflictsWith)
        if (const auto* label = workspace.project()->label(id))
            with.append(tr("%1 of %2").arg(QLocale().toString(qlonglong(voxels)), QString::fromStdString(label->name)));
    if (!with.empty()) lines.append(tr("Voxels not taken, as another label is there: %1.").arg(with.join(", ")));
    if (outcome.drawn > 0)
        lines.append(tr("%n proposal(s) stay, as the label is drawn there.", nullptr, int(outcome.drawn)));
    if (outcome.locked > 0)
        lines.append(tr("%n proposal(s) stay, as their label is locked.", nullptr, int(outcome.locked)));
    if (outcome.left > 0)
        lines.append(tr("%n proposal(s) stay, as the model is less sure.", nullptr, int(outcome.left)));
    return lines;
}

AcceptOutcome accept(Workspace& workspace, const project::AcceptFilter& filter) {
    auto& project = *workspace.project();
    workspace.proposer().storeShown();
    const auto outcome = project::acceptProposals(project.store(), filter, project.timed({}));
    QStringList said;
    if (outcome.slices > 0)
        said.append(tr("Accepted %1 voxels on %n slice(s).", nullptr, int(outcome.slices)).arg(outcome.voxels));
    if (outcome.replaced > 0) said.append(tr("%n voxel(s) of other labels replaced.", nullptr, int(outcome.replaced)));
    said.append(staysText(workspace, outcome));
    if (filter.others == project::Others::Keep && (outcome.conflicts > 0 || outcome.drawn > 0))
        said.append(tr("To take them, undo and choose \"Accept with choices\"."));
    workspace.notices().tell(said.isEmpty() ? tr("There is no proposal to accept here") : said.join(" "));
    return outcome;
}

RejectOutcome reject(Workspace& workspace, const project::AcceptFilter& filter) {
    auto& project = *workspace.project();
    workspace.proposer().storeShown();
    const auto outcome = project::rejectProposals(project.store(), filter, project.timed({}));
    workspace.notices().tell(outcome.slices > 0 ? tr("Rejected on %n slice(s)", nullptr, int(outcome.slices))
                                                : tr("There is no proposal to reject here"));
    return outcome;
}

std::vector<LabelId> visibleLabels(Workspace& workspace) {
    std::vector<LabelId> all;
    for (const auto& label : workspace.project()->labels())
        if (label.visible) all.push_back(label.id);
    if (all.empty()) throw Error("accept.hidden", "all labels are hidden; show those that you want to accept");
    return all;
}

static labels::MaskStack masksOf(const labels::VoxelRuns& voxels, const labels::Grid& grid, int axis) {
    const labels::Plane plane{axis, 0};
    labels::MaskStack masks;
    for (const auto& run : voxels)
        for (int i = run.begin; i < run.end; ++i) {
            const labels::Index3 voxel{i, run.j, run.k};
            auto& mask = masks[voxel[plane.axis]];
            if (mask.pixels.empty()) mask = labels::Mask(grid.size[plane.xAxis()], grid.size[plane.yAxis()]);
            mask.at(voxel[plane.xAxis()], voxel[plane.yAxis()]) = 1;
        }
    return masks;
}

project::AcceptFilter among(Workspace& workspace, const labels::VoxelRuns& voxels) {
    auto& shown = *workspace.shown();
    project::AcceptFilter filter{.volumes = {shown.id()}, .labels = visibleLabels(workspace)};
    filter.within = masksOf(voxels, shown.annotation()->grid(), shown.record()->sliceAxis);
    return filter;
}

std::optional<project::AcceptFilter> componentAt(Workspace& workspace, const labels::Index3& voxel) {
    const auto* proposals = workspace.shown()->proposals();
    const std::uint16_t value = proposals != nullptr ? proposals->at(voxel) : 0;
    if (value == 0) return {};
    const labels::Box whole{{0, 0, 0}, proposals->grid().size};
    const auto runs = labels::componentAt(labels::runsOf(*proposals, value, whole), voxel);
    auto filter = among(workspace, runs);
    filter.labels = {LabelId{value}};
    return filter;
}

}  // namespace protolabel::ui
