#include "viewer/base/read_out.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::viewer;

TEST(the_nearest_voxel_is_read) {
    imaging::Volume volume;
    volume.geometry.size = {2, 3, 4};
    volume.geometry.spacing = {2, 3, 5};
    volume.geometry.origin = {10, 20, 30};
    volume.geometry.direction = {imaging::Vec3{-1, 0, 0}, imaging::Vec3{0, 1, 0}, imaging::Vec3{0, 0, 1}};
    volume.type = imaging::ScalarType::UInt8;
    for (std::uint8_t n = 0; n < 24; ++n) volume.voxels.push_back(n);
    volume.slope = 2;
    auto ids = std::make_shared<std::vector<std::uint16_t>>(24, 0);
    (*ids)[1 + 2 * 2 + 6 * 3] = 7;
    const DenseLabels labels({2, 3, 4}, ids);

    const auto found = readOut(volume, &labels, nullptr, {0.6, 1.7, 3.4});
    CHECK(found.has_value());
    CHECK((found->index == std::array<int, 3>{1, 2, 3}));
    CHECK((found->lps == imaging::Vec3{8, 26, 45}));
    CHECK((found->ras == imaging::Vec3{-8, -26, 45}));
    CHECK_EQ(found->value, 46);
    CHECK_EQ(found->label, 7);
    CHECK_EQ(found->proposal, 0);
    CHECK(!readOut(volume, nullptr, nullptr, {-0.6, 0, 0}));
    CHECK(!readOut(volume, nullptr, nullptr, {0, 0, 3.6}));
    CHECK(!readOut(volume, nullptr, nullptr, {std::nan(""), 0, 0}));
}
