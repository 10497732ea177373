#pragma once

#include <algorithm>
#include <string_view>

#include "core/imaging/volume.h"

namespace protolabel::imaging {

/// The note of a volume whose file does not say how it lies in the patient; its axes then stand for nothing.
inline constexpr std::string_view kNoOrientation = "no orientation in the file; left and right cannot be told apart";

inline bool hasOrientation(const Volume& volume) {
    return std::find(volume.notes.begin(), volume.notes.end(), kNoOrientation) == volume.notes.end();
}

}  // namespace protolabel::imaging
