#pragma once

#include <cstdint>
#include <vector>

namespace protolabel::fewshot {

/// 1 inside the body, 0 outside, for one slice of height * width intensities on the scale 0..255 of its volume:
/// intensity above 10, of that the largest component (8-neighbourhood; the one met first in row-major order if
/// several), holes filled (background that no 4-neighbour path joins to the border).
std::vector<std::uint8_t> bodyMask(const double* intensities, int height, int width);

}  // namespace protolabel::fewshot
