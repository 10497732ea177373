#pragma once

#include <QKeySequence>
#include <vector>

namespace protolabel::viewer {

/// What keys do in the views. Holding HideOverlay's key hides the labels until it is released.
enum class Command {
    NextSlice,
    PreviousSlice,
    NextTenSlices,
    PreviousTenSlices,
    FirstSlice,
    LastSlice,
    Fit,
    AutomaticWindow,
    HideOverlay,
    LessOpacity,
    MoreOpacity,
    ToggleOutline,
};

struct KeyBinding {
    Command command;
    QKeyCombination key;
};
std::vector<KeyBinding> defaultKeyBindings();

}  // namespace protolabel::viewer
