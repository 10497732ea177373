#pragma once

#include <cstddef>

namespace protolabel::labels {

/// The values of a volume in the type they are stored in: no copy, no ownership. Value = voxel * slope + intercept; voxels in the order of Grid.
class ScalarView {
public:
    ScalarView() = default;  ///< no values
    template <class T>
    explicit ScalarView(const T* voxels, double slope = 1, double intercept = 0)
        : voxels_(voxels),
          read_([](const void* all, std::size_t i) { return static_cast<double>(static_cast<const T*>(all)[i]); }),
          slope_(slope),
          intercept_(intercept) {}

    explicit operator bool() const { return voxels_ != nullptr; }
    double operator[](std::size_t offset) const { return read_(voxels_, offset) * slope_ + intercept_; }

private:
    const void* voxels_ = nullptr;
    double (*read_)(const void*, std::size_t) = nullptr;
    double slope_ = 1;
    double intercept_ = 0;
};

/// Both ends included. NaN is in no range.
struct IntensityRange {
    double low = 0, high = 0;
    bool operator==(const IntensityRange&) const = default;
    bool contains(double value) const { return value >= low && value <= high; }
};

}  // namespace protolabel::labels
