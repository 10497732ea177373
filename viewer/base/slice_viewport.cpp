#include "viewer/base/slice_viewport.h"

#include <algorithm>
#include <cmath>

namespace protolabel::viewer {

namespace {

constexpr double kMargin = 0.96;           // of the view that a fitted slice fills
constexpr double kLargestVoxel = 200;      // device pixels
constexpr double kSmallestSlice = 1 / 8.;  // of the fitted size

/// Voxels from the slice's left or top edge to the middle of voxel `index`, and back.
double edgeDistance(double index, bool reversed, int count) {
    return reversed ? count - 0.5 - index : index + 0.5;
}
double indexAt(double distance, bool reversed, int count) {
    return reversed ? count - 0.5 - distance : distance - 0.5;
}

}  // namespace

double SliceViewport::fittingScale() const {
    const double width = plane_.widthMm(), height = plane_.heightMm();
    if (width <= 0 || height <= 0) return 1;
    return kMargin * std::min(width_ / width, height_ / height);
}

void SliceViewport::resize(int width, int height) {
    width_ = std::max(1, width);
    height_ = std::max(1, height);
    if (fitted_) fit();
    limit();
}

void SliceViewport::fit() {
    fitted_ = true;
    scale_ = fittingScale();
    centreX_ = plane_.widthMm() / 2;
    centreY_ = plane_.heightMm() / 2;
}

void SliceViewport::zoom(double factor, const Pixel& anchor) {
    fitted_ = false;
    const double xMm = centreX_ + (anchor.x - width_ / 2.) / scale_,
                 yMm = centreY_ + (anchor.y - height_ / 2.) / scale_;
    const double least = fittingScale() * kSmallestSlice;
    const double most = std::max(least, kLargestVoxel / std::min(plane_.rightSpacing, plane_.downSpacing));
    scale_ = std::clamp(scale_ * factor, least, most);
    centreX_ = xMm - (anchor.x - width_ / 2.) / scale_;
    centreY_ = yMm - (anchor.y - height_ / 2.) / scale_;
    limit();
}

void SliceViewport::pan(double dx, double dy) {
    fitted_ = false;
    centreX_ -= dx / scale_;
    centreY_ -= dy / scale_;
    limit();
}

void SliceViewport::centreOn(const imaging::Vec3& voxel) {
    fitted_ = false;
    const Pixel pixel = toPixel(voxel);
    pan(width_ / 2. - pixel.x, height_ / 2. - pixel.y);
}

void SliceViewport::limit() {
    centreX_ = std::clamp(centreX_, 0., std::max(0., plane_.widthMm()));
    centreY_ = std::clamp(centreY_, 0., std::max(0., plane_.heightMm()));
}

imaging::Vec3 SliceViewport::toVoxel(const Pixel& pixel, int slice) const {
    imaging::Vec3 voxel;
    const double right = (centreX_ + (pixel.x - width_ / 2.) / scale_) / plane_.rightSpacing;
    const double down = (centreY_ + (pixel.y - height_ / 2.) / scale_) / plane_.downSpacing;
    voxel[plane_.rightAxis] = indexAt(right, plane_.rightReversed, plane_.columns);
    voxel[plane_.downAxis] = indexAt(down, plane_.downReversed, plane_.rows);
    voxel[plane_.axis] = slice;
    return voxel;
}

Pixel SliceViewport::toPixel(const imaging::Vec3& voxel) const {
    const double right =
        edgeDistance(voxel[plane_.rightAxis], plane_.rightReversed, plane_.columns) * plane_.rightSpacing;
    const double down = edgeDistance(voxel[plane_.downAxis], plane_.downReversed, plane_.rows) * plane_.downSpacing;
    return {width_ / 2. + (right - centreX_) * scale_, height_ / 2. + (down - centreY_) * scale_};
}

Pixel SliceViewport::toPixel(const SlicePoint& point) const {
    imaging::Vec3 voxel{0, 0, 0};
    voxel[plane_.axis == 0 ? 1 : 0] = point.x;
    voxel[plane_.axis == 2 ? 1 : 2] = point.y;
    return toPixel(voxel);
}

bool SliceViewport::contains(const imaging::Vec3& voxel) const {
    const double right = voxel[plane_.rightAxis], down = voxel[plane_.downAxis];
    return right >= -0.5 && right < plane_.columns - 0.5 && down >= -0.5 && down < plane_.rows - 0.5;
}

std::array<double, 6> SliceViewport::pixelToImage() const {
    const int xAxis = plane_.axis == 0 ? 1 : 0, yAxis = plane_.axis == 2 ? 1 : 2;
    const auto origin = toVoxel({0, 0}, 0), right = toVoxel({1, 0}, 0), down = toVoxel({0, 1}, 0);
    return {right[xAxis] - origin[xAxis], down[xAxis] - origin[xAxis], origin[xAxis] + 0.5,
            right[yAxis] - origin[yAxis], down[yAxis] - origin[yAxis], origin[yAxis] + 0.5};
}

}  // namespace protolabel::viewer
