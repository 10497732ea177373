#include "viewer/base/read_out.h"

#include <cmath>

#include "viewer/base/slice_reader.h"

namespace protolabel::viewer {

namespace {

std::uint16_t labelAt(const LabelSource* source, const std::array<int, 3>& voxel) {
    std::uint16_t id = 0;
    if (source != nullptr) source->read(2, voxel[2], {voxel[0], voxel[1], 1, 1}, {&id, 1});
    return id;
}

}  // namespace

std::optional<ReadOut> readOut(const imaging::Volume& volume, const LabelSource* annotation,
                               const LabelSource* proposals, const imaging::Vec3& voxel) {
    ReadOut out;
    for (int a = 0; a < 3; ++a) {
        const double nearest = std::floor(voxel[a] + 0.5);
        if (!(nearest >= 0 && nearest < static_cast<double>(volume.geometry.size[a]))) return std::nullopt;
        out.index[a] = static_cast<int>(nearest);
    }
    out.lps = imaging::toWorld(volume.geometry, {static_cast<double>(out.index[0]), static_cast<double>(out.index[1]),
                                                 static_cast<double>(out.index[2])});
    out.ras = {-out.lps[0], -out.lps[1], out.lps[2]};
    out.value = valueAt(volume, out.index);
    out.label = labelAt(annotation, out.index);
    out.proposal = labelAt(proposals, out.index);
    return out;
}

}  // namespace protolabel::viewer
