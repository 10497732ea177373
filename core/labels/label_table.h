#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"

namespace protolabel::labels {

struct Color {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Color&) const = default;
};

/// A class of the project.
struct Label {
    LabelId id;        ///< 1..65535
    std::string name;  ///< UTF-8, not empty, unique in its project
    Color color;
    bool locked = false;  ///< its voxels may not be changed
    bool visible = true;
    bool operator==(const Label&) const = default;
};

/// UTF-8 without control characters, not empty.
bool isLabelName(std::string_view text);

/// The n-th colour (from 0) of a palette that readers with colour-vision deficiencies can tell apart (Okabe and Ito 2008, without
/// black; then those of Tol's scheme "muted" that are unlike them; then hues by golden angle in three lightnesses).
Color defaultColor(int n);

std::string toHex(Color color);  ///< "#RRGGBB"
/// Throws Error "label.color".
Color colorFromHex(std::string_view text);

/// Parses "ID=NAME[:#RRGGBB]" (command line). A missing colour becomes defaultColor(position).
/// The name is valid UTF-8 without control characters and ':'. Throws Error "label.syntax", "label.id" or "label.color".
Label parseLabel(std::string_view text, int position);

}  // namespace protolabel::labels
