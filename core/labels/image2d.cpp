#include "core/labels/image2d.h"

#include <algorithm>

namespace protolabel::labels {

namespace {

template <class T>
std::int64_t count(const Image2D<T>& image) {
    return std::count_if(image.pixels.begin(), image.pixels.end(), [](T value) { return value != 0; });
}

}  // namespace

std::int64_t countNonZero(const Mask& mask) {
    return count(mask);
}
std::int64_t countNonZero(const LabelSlice& slice) {
    return count(slice);
}

Mask maskOf(const LabelSlice& slice, std::uint16_t label) {
    Mask mask(slice.width, slice.height);
    std::transform(slice.pixels.begin(), slice.pixels.end(), mask.pixels.begin(),
                   [label](std::uint16_t value) { return value == label; });
    return mask;
}

}  // namespace protolabel::labels
