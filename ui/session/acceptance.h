#pragma once

#include <QStringList>
#include <optional>
#include <vector>

#include "core/labels/voxel_runs.h"
#include "core/project/operations.h"

/// Taking and refusing proposals of the open project, with a word about what came of it. They throw Error.
namespace protolabel::ui {

class Workspace;

project::AcceptOutcome accept(Workspace& workspace, const project::AcceptFilter& filter);
/// A line for each kind of what was not, or would not be, accepted.
QStringList staysText(Workspace& workspace, const project::AcceptOutcome& outcome);
project::RejectOutcome reject(Workspace& workspace, const project::AcceptFilter& filter);

/// Labels that are hidden are not accepted: nobody saw what. Throws Error "accept.hidden" when all are.
std::vector<LabelId> visibleLabels(Workspace& workspace);

/// What is proposed for visible labels among these voxels of the shown volume.
project::AcceptFilter among(Workspace& workspace, const labels::VoxelRuns& voxels);
/// The proposed component of any label at a voxel of the shown volume; nothing where none is.
std::optional<project::AcceptFilter> componentAt(Workspace& workspace, const labels::Index3& voxel);

}  // namespace protolabel::ui
