#include "core/labels/planar_shape.h"

#include <algorithm>
#include <cmath>

#include "core/labels/distance_transform.h"

namespace protolabel::labels {

PlanarShape::PlanarShape(const VoxelRuns& pixels, PixelSize pixel) : pixel_(pixel) {
    for (const auto& run : pixels) {
        const double count = run.end - run.begin;
        area_ += count * pixel.x * pixel.y;
        centroid_.x += count * pixel.x * pixel.y * pixel.x * (run.begin + run.end - 1) / 2;
        centroid_.y += count * pixel.x * pixel.y * pixel.y * run.j;
    }
    centroid_ = {centroid_.x / area_, centroid_.y / area_};

    const auto box = boundsOf(pixels).grown({1, 1, 0});
    left_ = box.lower[0], top_ = box.lower[1];
    const auto inside = toMask(pixels, box, {pixel.x, pixel.y, 1});
    VoxelMask outside = inside;
    for (auto& voxel : outside.voxels) voxel = voxel == 0;
    const auto toInside = squaredDistances(inside), toOutside = squaredDistances(outside);

    // The border runs half a pixel from the centres on both sides.
    const double half = 0.25 * (pixel.x + pixel.y);
    distance_ = Image2D<float>(box.extent(0), box.extent(1));
    for (std::size_t n = 0; n < distance_.pixels.size(); ++n) {
        const double d = inside.voxels[n] != 0 ? std::sqrt(toOutside[n]) - half : half - std::sqrt(toInside[n]);
        distance_.pixels[n] = static_cast<float>(d);
        depth_ = std::max(depth_, d);
    }
}

double PlanarShape::distance(Point2 point) const {
    const double x = point.x / pixel_.x - left_, y = point.y / pixel_.y - top_;
    const double u = std::clamp(x, 0.0, distance_.width - 1.0), v = std::clamp(y, 0.0, distance_.height - 1.0);
    const int x0 = std::min(static_cast<int>(u), distance_.width - 2);
    const int y0 = std::min(static_cast<int>(v), distance_.height - 2);
    const double a = u - x0, b = v - y0;
    const double value = (1 - b) * ((1 - a) * distance_.at(x0, y0) + a * distance_.at(x0 + 1, y0)) +
                         b * ((1 - a) * distance_.at(x0, y0 + 1) + a * distance_.at(x0 + 1, y0 + 1));
    return value - std::hypot((x - u) * pixel_.x, (y - v) * pixel_.y);
}

}  // namespace protolabel::labels
