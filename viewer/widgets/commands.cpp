#include "viewer/widgets/commands.h"

namespace protolabel::viewer {

std::vector<KeyBinding> defaultKeyBindings() {
    return {{Command::NextSlice, Qt::Key_Up},
            {Command::PreviousSlice, Qt::Key_Down},
            {Command::NextTenSlices, Qt::Key_PageUp},
            {Command::PreviousTenSlices, Qt::Key_PageDown},
            {Command::FirstSlice, Qt::Key_Home},
            {Command::LastSlice, Qt::Key_End},
            {Command::Fit, Qt::Key_R},
            {Command::Fit, Qt::CTRL | Qt::Key_F},
            {Command::AutomaticWindow, Qt::CTRL | Qt::Key_J},
            {Command::HideOverlay, Qt::Key_S},
            {Command::LessOpacity, Qt::Key_A},
            {Command::MoreOpacity, Qt::Key_D},
            {Command::ToggleOutline, Qt::Key_O}};
}

}  // namespace protolabel::viewer
