#include "core/labels/slice_runs.h"

#include <algorithm>

#include "core/labels/end_of_run.h"

namespace protolabel::labels {

SliceRuns::SliceRuns(const LabelSlice& slice) : SliceRuns(slice.width, slice.height) {
    const auto* const first = slice.pixels.data();
    const auto* const last = first + slice.pixels.size();
    for (const auto* run = first; run != last;) {
        const auto* const end = endOfRun(run, last);
        runs.push_back({static_cast<std::uint32_t>(end - first), *run});
        run = end;
    }
}

SliceRuns SliceRuns::background(int width, int height) {
    SliceRuns slice(width, height);
    slice.append(0, static_cast<std::uint32_t>(width) * static_cast<std::uint32_t>(height));
    return slice;
}

void SliceRuns::append(std::uint16_t value, std::uint32_t length) {
    if (length == 0) return;
    if (!runs.empty() && runs.back().value == value)
        runs.back().end += length;
    else
        runs.push_back({(runs.empty() ? 0 : runs.back().end) + length, value});
}

LabelSlice SliceRuns::dense() const {
    LabelSlice slice(width, height);
    std::uint32_t begin = 0;
    for (const auto& run : runs) {
        if (run.value != 0) std::fill_n(slice.pixels.begin() + begin, run.end - begin, run.value);
        begin = run.end;
    }
    return slice;
}

std::map<std::uint16_t, std::int64_t> SliceRuns::counts() const {
    std::map<std::uint16_t, std::int64_t> counts;
    std::uint32_t begin = 0;
    for (const auto& run : runs) {
        if (run.value != 0) counts[run.value] += run.end - begin;
        begin = run.end;
    }
    return counts;
}

SliceRuns withPixels(const SliceRuns& slice, const std::vector<PlaneRun>& pixels, const Plane& plane,
                     const LabelVolume& volume, LabelChange& change) {
    SliceRuns result(slice.width, slice.height);
    result.runs.reserve(slice.runs.size() + 2 * pixels.size());
    auto old = slice.runs.begin();
    std::uint32_t at = 0;
    const auto move = [&](std::uint32_t to) {
        at = to;
        if (at == old->end) ++old;
    };
    const auto keepUntil = [&](std::uint32_t end) {
        while (at < end) {
            const auto next = std::min(old->end, end);
            result.append(old->value, next - at);
            move(next);
        }
    };
    const auto replaceUntil = [&](std::uint32_t end, std::uint16_t now) {
        result.append(now, end - at);
        while (at < end) {
            if (old->value != now && old->value != 0) change.lost.insert(old->value);
            if (old->value != now && now != 0) change.gained.insert(now);
            move(std::min(old->end, end));
        }
    };
    const auto width = static_cast<std::uint32_t>(slice.width);
    for (const auto& run : inPlane(pixels, Plane{2, 0})) {  // sorted, and without what is in it twice
        const auto row = static_cast<std::uint32_t>(run.j) * width;
        keepUntil(row + static_cast<std::uint32_t>(run.begin));
        for (int x = run.begin; x < run.end;) {
            const auto first = plane.voxel(x, run.j);
            const auto* voxel = &volume.row(first[1], first[2])[first[0]];
            x = plane.axis == 0 ? x + 1 : x + static_cast<int>(endOfRun(voxel, voxel + (run.end - x)) - voxel);
            replaceUntil(row + static_cast<std::uint32_t>(x), *voxel);
        }
    }
    keepUntil(width * static_cast<std::uint32_t>(slice.height));
    return result;
}

}  // namespace protolabel::labels
