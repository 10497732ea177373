#include "core/consensus/agreement.h"

#include "core/base/error.h"
#include "core/labels/voxel_runs.h"

namespace protolabel::consensus {

Agreement agreementOn(const labels::LabelVolume& first, const labels::LabelVolume& second, std::uint16_t label,
                      double voxelMm3) {
    const auto& grid = first.grid();
    if (grid.size != second.grid().size)
        throw Error("mask.size", "cannot compare objects on different grids; resample one onto the other", {});
    const auto ours = runsOf(first, label, grid.box()), theirs = runsOf(second, label, grid.box());
    // Nothing beyond the box of both counts, but that there is something beyond: an object that ends there has its surface there. A volume of one slice stays
    // flat.
    auto box = labels::boundsOf(ours).united(labels::boundsOf(theirs)).grown({1, 1, 1}).intersected(grid.box());
    Agreement agreement;
    if (box.empty()) box = {{0, 0, 0}, {1, 1, 1}};
    const auto a = toMask(ours, box, grid.spacing), b = toMask(theirs, box, grid.spacing);
    agreement.overlap.add(a, b);
    agreement.distances = labels::surfaceDistances(a, b);
    agreement.firstMl = static_cast<double>(agreement.overlap.first) * voxelMm3 / 1000;
    agreement.secondMl = static_cast<double>(agreement.overlap.second) * voxelMm3 / 1000;
    return agreement;
}

}  // namespace protolabel::consensus
