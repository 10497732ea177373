#include "viewer/base/slice_reader.h"

#include <cstring>
#include <limits>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::viewer;

namespace {

/// 3 x 4 x 5 voxels.
template <class T>
imaging::Volume makeVolume(imaging::ScalarType type, const std::vector<T>& values) {
    imaging::Volume volume;
    volume.geometry.size = {3, 4, 5};
    volume.type = type;
    volume.voxels.resize(values.size() * sizeof(T));
    std::memcpy(volume.voxels.data(), values.data(), volume.voxels.size());
    return volume;
}

/// i + 10 j + 100 k
std::vector<std::int16_t> countedVoxels() {
    std::vector<std::int16_t> values;
    for (int k = 0; k < 5; ++k)
        for (int j = 0; j < 4; ++j)
            for (int i = 0; i < 3; ++i) values.push_back(static_cast<std::int16_t>(i + 10 * j + 100 * k));
    return values;
}

}  // namespace

TEST(slices_of_all_axes_are_read_row_by_row) {
    const auto volume = makeVolume(imaging::ScalarType::Int16, countedVoxels());
    std::vector<float> k(12), j(15), i(20);
    readSlice(volume, 2, 3, k);
    readSlice(volume, 1, 2, j);
    readSlice(volume, 0, 1, i);
    CHECK_EQ(k[0], 300);
    CHECK_EQ(k[5], 312);  // x 2, y 1
    CHECK_EQ(j[7], 221);  // x = i = 1, y = k = 2
    CHECK_EQ(i[6], 121);  // x = j = 2, y = k = 1
    CHECK_EQ(i[19], 431);
}

TEST(slope_and_intercept_are_applied) {
    auto volume = makeVolume(imaging::ScalarType::Int16, countedVoxels());
    volume.slope = 0.5;
    volume.intercept = -10;
    std::vector<float> k(12);
    readSlice(volume, 2, 1, k);
    CHECK_EQ(k[4], 0.5f * 111 - 10);
    CHECK_EQ(valueAt(volume, {1, 1, 1}), 45.5);
}

TEST(values_that_are_no_numbers_become_the_smallest) {
    std::vector<float> values(60, 7);
    values[0] = std::numeric_limits<float>::quiet_NaN();
    values[1] = std::numeric_limits<float>::infinity();
    values[2] = -3;
    const auto volume = makeVolume(imaging::ScalarType::Float32, values);
    std::vector<float> k(12);
    readSlice(volume, 2, 0, k);
    CHECK_EQ(k[0], -3);
    CHECK_EQ(k[1], -3);
    CHECK_EQ(k[3], 7);
    CHECK(std::isnan(valueAt(volume, {0, 0, 0})));
}

TEST(large_strided_slices_are_read_whole) {
    imaging::Volume volume;
    volume.geometry.size = {40, 300, 301};  // read by several threads
    volume.type = imaging::ScalarType::UInt8;
    volume.voxels.resize(40 * 300 * 301);
    for (std::size_t n = 0; n < volume.voxels.size(); ++n) volume.voxels[n] = static_cast<std::uint8_t>(n / 40 % 251);
    std::vector<float> slice(300 * 301);
    readSlice(volume, 0, 39, slice);
    for (std::size_t n = 0; n < slice.size(); ++n) CHECK_EQ(slice[n], static_cast<float>(n % 251));
}
