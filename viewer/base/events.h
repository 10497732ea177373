#pragma once

#include <cstdint>
#include <string>

#include "core/imaging/geometry.h"

/// Input of a view as plain data: what tools see, whatever toolkit the window is made with.
namespace protolabel::viewer {

enum class Button : std::uint8_t { None = 0, Left = 1, Right = 2, Middle = 4 };
/// DoubleClick stands in place of the second press.
enum class PointerAction { Press, Move, Release, DoubleClick, Enter, Leave };
enum class PointerDevice { Mouse, Pen, Eraser };

struct Modifiers {
    bool shift = false, control = false, alt = false;
    bool operator==(const Modifiers&) const = default;
};

/// Where the pointer is. Slice views fill in `axis` and `voxel`; in the surface view axis is -1.
struct Spot {
    double x = 0, y = 0;           ///< device pixels from the view's top left corner
    int axis = -1;                 ///< slice axis of the view
    imaging::Vec3 voxel{0, 0, 0};  ///< continuous index, whole numbers at voxel centres; voxel[axis] is the slice shown
    bool inside = false;           ///< within the volume
};

struct PointerEvent {
    PointerAction action = PointerAction::Move;
    Spot spot;
    Button button = Button::None;  ///< that was pressed or released
    std::uint8_t held = 0;         ///< all buttons held now, Button values or-ed
    Modifiers modifiers;
    PointerDevice device = PointerDevice::Mouse;
    double pressure = 1;     ///< 0..1; 1 for a mouse
    std::uint64_t time = 0;  ///< ms, on a clock that only grows

    bool holds(Button b) const { return (held & static_cast<std::uint8_t>(b)) != 0; }
};

struct WheelEvent {
    Spot spot;
    double steps = 0;  ///< notches, positive away from the user; fractions from touchpads
    Modifiers modifiers;
};

enum class Key { Other, Escape, Enter, Backspace, Space };

struct KeyEvent {
    Key key = Key::Other;
    std::string text;  ///< UTF-8 of a printing key, without Control and Alt
    Modifiers modifiers;
    bool pressed = true;  ///< or released
    bool repeated = false;
};

/// Sees a view's input before the built-in navigation does. Returning true keeps the event.
class EventFilter {
public:
    virtual ~EventFilter() = default;
    virtual bool pointer(const PointerEvent&) { return false; }
    virtual bool wheel(const WheelEvent&) { return false; }
    virtual bool key(const KeyEvent&) { return false; }
};

}  // namespace protolabel::viewer
