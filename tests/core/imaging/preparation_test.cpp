#include "core/imaging/preparation.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/float16.h"
#include "core/imaging/volume_reader.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::imaging;
using namespace protolabel::test;

namespace {

Volume make(std::array<std::int64_t, 3> size, Vec3 spacing, const std::vector<float>& values) {
    Volume volume;
    volume.geometry.size = size;
    volume.geometry.spacing = spacing;
    volume.type = ScalarType::Float32;
    volume.voxels.resize(values.size() * 4);
    std::memcpy(volume.voxels.data(), values.data(), volume.voxels.size());
    return volume;
}

/// Clip at `high`, then (v - mean) / population sd, by the definition.
std::vector<Half> zScored(const Volume& volume, float high) {
    auto values = volume.toFloat();
    double sum = 0, squares = 0;
    for (float& v : values) sum += v = std::min(v, high);
    const double mean = sum / static_cast<double>(values.size());
    for (const float v : values) squares += (v - mean) * (v - mean);
    const double sd = std::sqrt(squares / static_cast<double>(values.size()));
    std::vector<Half> result;
    for (const float v : values) result.push_back(toHalf(static_cast<float>((v - mean) / sd)));
    return result;
}

}  // namespace

TEST(network_sized_volumes_are_only_z_scored) {
    const auto data = sharedFolder() / "data";
    // 99.5th percentiles and z-scores (rounded to half) at (100, 120, 5), (0, 0, 0), (128, 128, 10) by numpy.
    struct Expected {
        const char* file;
        float high;
        double mean, sd, values[3];
    };
    for (const auto& expected :
         {Expected{"chaost2/image_1.nii.gz", 851, 131.40039681099557, 183.94348244298, {0.6665, -0.7144, 2.846}},
          Expected{"cmr/image_1.nii.gz", 1658, 277.61455254805713, 369.91592196250315, {0.928, -0.7505, 2.547}}}) {
        const auto volume = readVolume(data / expected.file);
        const auto stack = prepare(volume, 2);
        CHECK(stack.height == 256 && stack.width == 256 && stack.slices == volume.geometry.size[2]);
        CHECK_NEAR(stack.pixelSpacing, 1.25, 1e-6);
        CHECK_NEAR(stack.sliceSpacing, volume.geometry.spacing[2], 1e-12);
        CHECK(stack.voxels == zScored(volume, expected.high));
        CHECK_NEAR(toFloat(stack.slice(5)[120 * 256 + 100]), expected.values[0], 1e-3);
        CHECK_NEAR(toFloat(stack.slice(0)[0]), expected.values[1], 1e-3);
        CHECK_NEAR(toFloat(stack.slice(10)[128 * 256 + 128]), expected.values[2], 2e-3);
    }
}

TEST(unclipped_volumes_keep_their_values) {
    const auto volume = readVolume(sharedFolder() / "data/chaost2/image_1.nii.gz");
    CHECK(unclipped(volume, 2).voxels == volume.toFloat());
}

TEST(constant_volumes_become_zeros) {
    const auto stack = prepare(make({3, 3, 2}, {1, 1, 5}, std::vector<float>(18, 42)), 2, {}, 8);
    for (const Half h : stack.voxels) CHECK_EQ(toFloat(h), 0.0f);
}

TEST(padding_has_the_smallest_value) {
    // Values 0 and 1 in equal number: z-scores -1 and 1. 2 x 4 pixels leave padding on both sides of a 4 x 4 grid.
    const auto volume = make({2, 4, 1}, {1, 1, 5}, {0, 1, 0, 1, 0, 1, 0, 1});
    const auto stack = prepare(volume, 2, std::pair{0.0, 1.0}, 4);
    for (int y = 0; y < 4; ++y) {
        const Half* row = stack.slice(0) + y * 4;
        CHECK(toFloat(row[0]) == -1 && toFloat(row[1]) == -1 && toFloat(row[2]) == 1 && toFloat(row[3]) == -1);
    }
}

TEST(windows_clip_both_ends) {
    const auto stack = prepare(make({2, 2, 1}, {1, 1, 5}, {-1000, -100, 100, 3000}), 2, std::pair{-100.0, 100.0}, 2);
    CHECK(toFloat(stack.voxels[0]) == -1 && toFloat(stack.voxels[1]) == -1 && toFloat(stack.voxels[2]) == 1 &&
          toFloat(stack.voxels[3]) == 1);
}

TEST(fine_stripes_average_instead_of_aliasing) {
    std::vector<float> stripes(64 * 64);
    for (std::size_t i = 0; i < stripes.size(); ++i) stripes[i] = i % 2 == 0 ? 0.0f : 100.0f;
    const auto stack = unclipped(make({64, 64, 1}, {1, 1, 5}, stripes), 2, 16);
    for (const float v : stack.voxels) CHECK_NEAR(v, 50, 1e-4);
    // 64 native pixels on 20: 3.2 a network pixel, stripes still within a fifth of a stripe of their mean.
    for (const float v : unclipped(make({64, 64, 1}, {1, 1, 5}, stripes), 2, 20).voxels) CHECK_NEAR(v, 50, 16);
}

TEST(enlarged_ramps_stay_ramps) {
    std::vector<float> ramp;
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 8; ++x) ramp.push_back(static_cast<float>(x));
    const auto stack = unclipped(make({8, 8, 1}, {1, 1, 5}, ramp), 2, 32);
    for (int x = 2; x < 30; ++x) CHECK_NEAR(stack.slice(0)[x], (x + 0.5) / 4 - 0.5, 1e-5);
}

TEST(slices_are_cut_along_the_given_axis) {
    std::vector<float> values;
    for (int i = 0; i < 4 * 4 * 2; ++i) values.push_back(static_cast<float>(i));
    const auto stack = unclipped(make({2, 4, 4}, {9, 1, 1}, values), 0, 4);
    CHECK_EQ(stack.slices, 2);
    CHECK_EQ(stack.sliceSpacing, 9);
    for (int k = 0; k < 4; ++k)
        for (int j = 0; j < 4; ++j)
            CHECK_EQ(stack.slice(1)[k * 4 + j], values[static_cast<std::size_t>(1 + 2 * (j + 4 * k))]);
}
