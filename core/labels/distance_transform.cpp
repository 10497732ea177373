#include "core/labels/distance_transform.h"

#include <algorithm>
#include <limits>

namespace protolabel::labels {

namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();

/// The lower envelope of the parabolas step^2 (p - q)^2 + f(q) along one line of the grid.
class Envelope {
public:
    explicit Envelope(int longest) : values_(longest), apex_(longest), from_(longest) {}

    void transform(double* line, std::size_t stride, int length, double step) {
        int count = 0;  // of parabolas on the envelope
        for (int q = 0; q < length; ++q) {
            values_[q] = line[static_cast<std::size_t>(q) * stride];
            if (values_[q] == kFar) continue;
            double start = -kFar;
            for (; count > 0; --count) {
                start = meeting(apex_[count - 1], q, step * step);
                if (start > from_[count - 1]) break;
                start = -kFar;
            }
            apex_[count] = q;
            from_[count++] = start;
        }
        if (count == 0) return;
        for (int p = 0, k = 0; p < length; ++p) {
            while (k + 1 < count && from_[k + 1] < p) ++k;
            const double away = step * (p - apex_[k]);
            line[static_cast<std::size_t>(p) * stride] = away * away + values_[apex_[k]];
        }
    }

private:
    /// Where the parabola of b becomes the lower one, a < b.
    double meeting(int a, int b, double squaredStep) const {
        return (values_[b] - values_[a]) / (2 * squaredStep * (b - a)) + 0.5 * (a + b);
    }

    std::vector<double> values_;
    std::vector<int> apex_;
    std::vector<double> from_;  ///< where the k-th parabola's part begins
};

}  // namespace

std::vector<double> squaredDistances(const VoxelMask& mask) {
    std::vector<double> result(mask.voxels.size());
    std::transform(mask.voxels.begin(), mask.voxels.end(), result.begin(),
                   [](std::uint8_t voxel) { return voxel != 0 ? 0.0 : kFar; });
    const auto& [slices, rows, columns] = mask.size;
    Envelope envelope(std::max({slices, rows, columns}));
    for (int z = 0; z < slices; ++z)
        for (int y = 0; y < rows; ++y) envelope.transform(&result[mask.index(z, y, 0)], 1, columns, mask.spacing[2]);
    for (int z = 0; z < slices; ++z)
        for (int x = 0; x < columns; ++x)
            envelope.transform(&result[mask.index(z, 0, x)], static_cast<std::size_t>(columns), rows, mask.spacing[1]);
    const auto area = static_cast<std::size_t>(rows) * columns;
    for (std::size_t i = 0; i < area; ++i) envelope.transform(&result[i], area, slices, mask.spacing[0]);
    return result;
}

}  // namespace protolabel::labels
