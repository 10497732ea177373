#pragma once

/// How fast the pointer zooms, in slices and surfaces alike: factors.
namespace protolabel::viewer {

inline constexpr double kZoomPerNotch = 1.15;   ///< of the wheel
inline constexpr double kZoomPerPixel = 1.005;  ///< of a drag

}  // namespace protolabel::viewer
