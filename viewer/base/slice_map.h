#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace protolabel::viewer {

/// Colours over one slice, between the picture and the labels: a heat map, regions. Row by row, stretched over the whole slice; each pixel red, green,
/// blue and opacity.
struct SliceMap {
    int slice = 0;
    int width = 0, height = 0;
    std::vector<std::array<std::uint8_t, 4>> pixels;
};

}  // namespace protolabel::viewer
