#include "core/imaging/label_map.h"

#include <cmath>

#include "core/base/error.h"
#include "core/imaging/slicing.h"
#include "core/imaging/volume_reader.h"

namespace protolabel::imaging {

LabelMap toLabelMap(const Volume& volume) {
    constexpr double kRounding = 1e-3;  // left by a slope that is stored as a float
    LabelMap map;
    map.geometry = volume.geometry;
    volume.visit([&](const auto* data, std::size_t n) {
        map.voxels.resize(n);
        for (std::size_t i = 0; i < n; ++i) {
            const double value = static_cast<double>(data[i]) * volume.slope + volume.intercept;
            const double whole = std::round(value);
            if (!(std::abs(value - whole) <= kRounding) || whole < 0 || whole > 65535)
                throw Error("mask.values", "a voxel has the value {0}; labels must be whole numbers from 0 to 65535",
                            {std::to_string(value)});
            map.voxels[i] = static_cast<std::uint16_t>(whole);
        }
    });
    return map;
}

LabelMap readLabelMap(const std::filesystem::path& file) {
    const auto volume = readVolume(file);
    try {
        return toLabelMap(volume);
    } catch (const Error& error) {
        throw Error(error.code(), "{0} is no mask: {1}", {file.string(), error.what()});
    }
}

LabelMap resample(const LabelMap& map, const Geometry& onto) {
    LabelMap result{onto, std::vector<std::uint16_t>(static_cast<std::size_t>(onto.voxelCount()))};
    const Vec3 start = toIndex(map.geometry, toWorld(onto, {0, 0, 0}));
    std::array<Vec3, 3> step;  // change of the source index for one step along each target axis
    for (int axis = 0; axis < 3; ++axis) {
        Vec3 unit{0, 0, 0};
        unit[static_cast<std::size_t>(axis)] = 1;
        step[axis] = toIndex(map.geometry, toWorld(onto, unit));
        for (int c = 0; c < 3; ++c) step[axis][c] -= start[c];
    }
    const auto& from = map.geometry.size;
    std::size_t at = 0;
    for (std::int64_t k = 0; k < onto.size[2]; ++k) {
        for (std::int64_t j = 0; j < onto.size[1]; ++j) {
            for (std::int64_t i = 0; i < onto.size[0]; ++i, ++at) {
                std::array<std::int64_t, 3> index;
                bool inside = true;
                for (int c = 0; c < 3; ++c) {
                    const double exact = start[c] + static_cast<double>(i) * step[0][c] +
                                         static_cast<double>(j) * step[1][c] + static_cast<double>(k) * step[2][c];
                    inside = inside && exact > -0.5 && exact < static_cast<double>(from[c]) - 0.5;
                    index[c] = inside ? std::llround(exact) : 0;
                }
                if (inside)
                    result.voxels[at] =
                        map.voxels[static_cast<std::size_t>(index[0] + from[0] * (index[1] + from[1] * index[2]))];
            }
        }
    }
    return result;
}

labels::LabelSlice slice(const LabelMap& map, int axis, int index) {
    const auto layout = sliceLayout(map.geometry, axis);
    const SliceStrides strides(map.geometry.size, axis, index);
    labels::LabelSlice result(layout.width, layout.height);
    for (int y = 0; y < layout.height; ++y)
        for (int x = 0; x < layout.width; ++x) result.at(x, y) = map.voxels[strides.at(x, y)];
    return result;
}

void setSlice(LabelMap& map, int axis, int index, const labels::LabelSlice& slice) {
    const SliceStrides strides(map.geometry.size, axis, index);
    for (int y = 0; y < slice.height; ++y)
        for (int x = 0; x < slice.width; ++x) map.voxels[strides.at(x, y)] = slice.at(x, y);
}

}  // namespace protolabel::imaging
