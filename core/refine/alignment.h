#pragma once

#include <optional>
#include <vector>

/// Where the slices of another volume lie in this one, and so where an object begins and ends that is drawn there only.
namespace protolabel::refine {

/// The slices that show an object, as edges: slice z reaches from z to z + 1.
struct Extent {
    double begin = 0, end = 0;
    bool operator==(const Extent&) const = default;
};

/// The object's extent on a volume where it is drawn on the slices `drawn` (ascending, not empty). `proposed`: the open slices on which it is
/// proposed; what follows without a gap belongs to it. Where nothing was ever proposed, half the mean distance between drawn slices is added at
/// both ends: people spread what they draw over the object. Not known of one slice alone, nor of fewer than five that are neighbours.
std::optional<Extent> extentOf(const std::vector<int>& drawn, const std::optional<std::vector<int>>& proposed);

/// A slice of the other volume that shows the label, and how unlike it each slice of this volume is there (1 - cosine of
/// its prototype and what was found).
struct Landmark {
    int slice = 0;
    std::vector<double> distances;
};
struct LandmarkedLabel {
    std::vector<Landmark> landmarks;
    std::optional<Extent> extent;
};

struct Slices {
    int count = 0;
    double spacing = 1;  ///< mm
};

/// place of an edge here = offset + scale * edge there.
struct Alignment {
    double offset = 0, scale = 1;
    double of(double edge) const { return offset + scale * edge; }
};

/// One alignment for all labels of the two volumes. It is the most probable one,
///   log p = - 30 sum over landmarks of the distance at their place - (log(scale in mm) / 0.1)^2 / 2
///           - mean over labels of (relative place of the object's centre here - there)^2 / (2 * 0.15^2),
/// with each object's centre inside the volume. The extents of an organ differ by 10 to 15 percent between people in mm.
Alignment aligned(const Slices& here, const Slices& there, const std::vector<LandmarkedLabel>& labels);

}  // namespace protolabel::refine
