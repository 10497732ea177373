#pragma once

#include <array>
#include <string>

#include "core/imaging/geometry.h"

namespace protolabel::viewer {

enum class Orientation { Axial, Coronal, Sagittal };

/// How the slices along one index axis lie on the screen. Slices are shown in the volume's own grid, turned by quarters and mirrored
/// (never resampled) so that they come closest to the radiological convention:
///   axial: patient's left at the right, posterior at the bottom; coronal: left at the right, inferior at the bottom;
///   sagittal: posterior at the right, inferior at the bottom.
struct ViewPlane {
    int axis = 2;  ///< slice axis
    Orientation orientation = Orientation::Axial;
    int rightAxis = 0, downAxis = 1;                   ///< index axes along the screen
    bool rightReversed = false, downReversed = false;  ///< the index falls towards the right, downwards
    int columns = 0, rows = 0, slices = 0;             ///< voxels along right, down and the slice axis
    double rightSpacing = 1, downSpacing = 1;          ///< mm
    std::string left, right, top, bottom;              ///< towards where in the patient each side lies: "L", "PS", ...

    double widthMm() const { return columns * rightSpacing; }
    double heightMm() const { return rows * downSpacing; }
};

ViewPlane viewPlane(const imaging::Geometry& geometry, int axis);

/// Letters of a direction in LPS by falling size: "L", "AL", "PIR". Components below sin 15 degrees of the unit vector are left
/// out. Empty for no direction.
std::string directionLetters(const imaging::Vec3& direction);

}  // namespace protolabel::viewer
