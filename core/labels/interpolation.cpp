#include "core/labels/interpolation.h"

#include <algorithm>

#include "core/labels/shape_interpolation.h"

namespace protolabel::labels {

std::vector<int> slicesShowing(const LabelVolume& volume, std::uint16_t label, int axis) {
    std::vector<int> slices;
    for (int slice = 0; slice < volume.grid().size[axis]; ++slice)
        if (!runsOf(volume, label, Plane{axis, slice}.of(volume.grid().box())).empty()) slices.push_back(slice);
    return slices;
}

std::vector<VoxelRuns> interpolated(const LabelVolume& volume, const std::vector<DrawnSlices>& drawn, int axis,
                                    JobControl& control) {
    const Plane plane{axis, 0};
    const PixelSize pixel{volume.grid().spacing[plane.xAxis()], volume.grid().spacing[plane.yAxis()]};
    std::vector<ShapeInterpolation> shapes;
    int first = volume.grid().size[axis], last = -1;
    for (const auto& [label, slices] : drawn) {
        MaskStack stack;
        for (const int slice : slices) {
            control.check();
            stack[slice] = maskOf(volume.slice({axis, slice}), label);
            first = std::min(first, slice);
            last = std::max(last, slice);
        }
        shapes.emplace_back(stack, pixel);
    }

    std::vector<VoxelRuns> result(drawn.size());
    for (int slice = first + 1; slice < last; ++slice) {
        control.check();
        control.progress({"interpolate", slice - first - 1, last - first - 1, {}});
        Image2D<float> deepest;
        LabelSlice owner(volume.grid().size[plane.xAxis()], volume.grid().size[plane.yAxis()]);  // 1 + index in `drawn`
        for (std::size_t n = 0; n < drawn.size(); ++n) {
            const auto depth = shapes[n].depth(slice);
            if (deepest.pixels.empty()) deepest = Image2D<float>(depth.width, depth.height, 0.0F);
            for (std::size_t p = 0; p < owner.pixels.size(); ++p)
                if (depth.pixels[p] > deepest.pixels[p]) {
                    deepest.pixels[p] = depth.pixels[p];
                    owner.pixels[p] = static_cast<std::uint16_t>(n + 1);
                }
        }
        for (std::size_t n = 0; n < drawn.size(); ++n) {
            const auto runs = inPlane(maskOf(owner, static_cast<std::uint16_t>(n + 1)), Plane{axis, slice});
            result[n].insert(result[n].end(), runs.begin(), runs.end());
        }
    }
    for (auto& runs : result) normalize(runs);
    return result;
}

}  // namespace protolabel::labels
