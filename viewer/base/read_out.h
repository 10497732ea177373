#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/imaging/volume.h"
#include "viewer/base/label_source.h"

namespace protolabel::viewer {

/// What lies under the pointer.
struct ReadOut {
    std::array<int, 3> index{0, 0, 0};
    imaging::Vec3 lps{0, 0, 0};  ///< mm, centre of the voxel
    imaging::Vec3 ras{0, 0, 0};  ///< mm
    double value = 0;            ///< as stored, slope and intercept applied
    std::uint16_t label = 0;     ///< of the annotation, 0 = none
    std::uint16_t proposal = 0;  ///< of the proposals, 0 = none
};

/// Nothing outside the volume. Sources may be null.
std::optional<ReadOut> readOut(const imaging::Volume& volume, const LabelSource* annotation,
                               const LabelSource* proposals, const imaging::Vec3& voxel);

}  // namespace protolabel::viewer
