#pragma once

#include <string>
#include <vector>

#include "core/labels/voxel_runs.h"

/// Small volumes written as pictures: rows of characters, '.' or ' ' for 0 and anything else for a voxel; slices along k in order.
namespace protolabel::labels::test {

using Picture = std::vector<std::vector<std::string>>;  ///< [k][j][i]

inline Grid gridOf(const Picture& picture, Spacing3 spacing = {1, 1, 1}) {
    return {
        {static_cast<int>(picture[0][0].size()), static_cast<int>(picture[0].size()), static_cast<int>(picture.size())},
        spacing};
}

/// Voxels drawn as `what`; as anything with what = 0.
inline VoxelRuns voxelsOf(const Picture& picture, char what = 0) {
    return runsWhere(gridOf(picture).box(), [&](int i, int j, int k) {
        const char c = picture[static_cast<std::size_t>(k)][static_cast<std::size_t>(j)][static_cast<std::size_t>(i)];
        return what == 0 ? c != '.' && c != ' ' : c == what;
    });
}

/// '#' for the voxels.
inline Picture pictureOf(const VoxelRuns& runs, const Grid& grid) {
    Picture picture(static_cast<std::size_t>(grid.size[2]),
                    std::vector<std::string>(static_cast<std::size_t>(grid.size[1]),
                                             std::string(static_cast<std::size_t>(grid.size[0]), '.')));
    for (const auto& run : runs)
        for (int i = run.begin; i < run.end; ++i)
            picture[static_cast<std::size_t>(run.k)][static_cast<std::size_t>(run.j)][static_cast<std::size_t>(i)] =
                '#';
    return picture;
}

/// Digits are labels.
inline LabelVolume volumeOf(const Picture& picture, Spacing3 spacing = {1, 1, 1}) {
    LabelVolume volume(gridOf(picture, spacing));
    for (char digit = '1'; digit <= '9'; ++digit)
        for (const auto& run : voxelsOf(picture, digit))
            for (int i = run.begin; i < run.end; ++i)
                volume.row(run.j, run.k)[i] = static_cast<std::uint16_t>(digit - '0');
    return volume;
}

/// The generator of Numerical Recipes: the scripts that compute expected values draw the same numbers.
class Numbers {
public:
    explicit Numbers(std::uint32_t seed) : state_(seed) {}
    std::uint32_t operator()() { return (state_ = 1664525 * state_ + 1013904223) >> 8; }
    int below(int limit) { return static_cast<int>(operator()() % static_cast<std::uint32_t>(limit)); }
    double unit() { return operator()() / 16777216.0; }

private:
    std::uint32_t state_;
};

inline VoxelRuns randomVoxels(const Grid& grid, double density, Numbers& random) {
    return runsWhere(grid.box(), [&](int, int, int) { return random.unit() < density; });
}

}  // namespace protolabel::labels::test
