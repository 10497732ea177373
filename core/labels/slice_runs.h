#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "core/labels/image2d.h"
#include "core/labels/voxel_runs.h"

namespace protolabel::labels {

/// A slice of label ids as runs of equal values, row after row and on across their ends: a few thousand where its pixels are 250 000.
/// Runs are as long as possible and cover the slice, so equal slices have equal runs.
struct SliceRuns {
    struct Run {
        std::uint32_t end;  ///< the pixel after its last one; it begins where the run before ends
        std::uint16_t value;
        bool operator==(const Run&) const = default;
    };
    int width = 0;
    int height = 0;
    std::vector<Run> runs;

    SliceRuns() = default;
    SliceRuns(int w, int h) : width(w), height(h) {}  ///< to be covered by append
    explicit SliceRuns(const LabelSlice& slice);
    static SliceRuns background(int width, int height);
    bool operator==(const SliceRuns&) const = default;

    void append(std::uint16_t value, std::uint32_t length);
    LabelSlice dense() const;
    std::map<std::uint16_t, std::int64_t> counts() const;  ///< pixels of each label, without the background
};

struct LabelChange {
    std::set<std::uint16_t> lost, gained;  ///< labels that pixels had and have now, without the background
};

/// `slice` with those pixels of it, in any order, as they are in `plane` of `volume`; adds what changed to `change`. Sizes must agree.
SliceRuns withPixels(const SliceRuns& slice, const std::vector<PlaneRun>& pixels, const Plane& plane,
                     const LabelVolume& volume, LabelChange& change);

}  // namespace protolabel::labels
