#pragma once

#include <string>
#include <vector>

#include "core/imaging/geometry.h"

namespace protolabel::imaging {

/// What the header of an image file says. Private to the layer.
struct HeaderInfo {
    int frames = 1;
    Geometry geometry;
    std::vector<std::string> notes;
};

}  // namespace protolabel::imaging
