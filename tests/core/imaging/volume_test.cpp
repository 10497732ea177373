#include "core/imaging/volume.h"

#include <cstring>
#include <limits>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::imaging;

namespace {

template <class T>
Volume make(ScalarType type, const std::vector<T>& values) {
    Volume volume;
    volume.geometry.size = {static_cast<std::int64_t>(values.size()), 1, 1};
    volume.type = type;
    volume.voxels.resize(values.size() * sizeof(T));
    std::memcpy(volume.voxels.data(), values.data(), volume.voxels.size());
    return volume;
}

}  // namespace

TEST(types_have_names_and_sizes) {
    CHECK_EQ(toString(ScalarType::UInt8), "uint8");
    CHECK_EQ(toString(ScalarType::Float64), "float64");
    CHECK_EQ(sizeOf(ScalarType::Int16), 2u);
    CHECK_EQ(sizeOf(ScalarType::UInt64), 8u);
    CHECK_EQ(toString(Modality::CT), "CT");
}

TEST(values_are_scaled_from_their_stored_type) {
    auto volume = make<std::int16_t>(ScalarType::Int16, {-2, 0, 3});
    volume.slope = 0.5;
    volume.intercept = 10;
    CHECK(volume.toFloat() == (std::vector<float>{9, 10, 11.5f}));
    const auto bytes = volume.visit([](const auto* data, std::size_t n) { return sizeof(*data) * n; });
    CHECK_EQ(bytes, 6u);
}

TEST(huge_integers_survive) {
    const auto volume = make<std::uint64_t>(ScalarType::UInt64, {std::uint64_t(1) << 63});
    CHECK_EQ(volume.toFloat()[0], 9223372036854775808.0f);
}

TEST(what_is_no_number_counts_as_the_smallest_value) {
    const float nan = std::numeric_limits<float>::quiet_NaN(), infinity = std::numeric_limits<float>::infinity();
    CHECK(make<float>(ScalarType::Float32, {3, nan, -1, infinity, -infinity}).toFloat() ==
          (std::vector<float>{3, -1, -1, -1, -1}));
    CHECK(make<float>(ScalarType::Float32, {nan, infinity}).toFloat() == (std::vector<float>{0, 0}));
}
