#include "core/labels/flood_fill.h"

#include "core/labels/components.h"
#include "tests/core/labels/drawing.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::labels;
using namespace protolabel::labels::test;

TEST(equal_labels_that_touch_are_one_region) {
    JobControl control;
    const auto volume = volumeOf({{"11.1", ".1.1", "22.1"}, {"...1", ".111", "1..."}});
    const auto box = volume.grid().box();
    CHECK(
        floodLabel(volume, {0, 0, 0}, box, control) ==
        (VoxelRuns{{0, 0, 0, 2}, {0, 0, 3, 4}, {0, 1, 1, 2}, {0, 1, 3, 4}, {0, 2, 3, 4}, {1, 0, 3, 4}, {1, 1, 1, 4}}));
    CHECK(floodLabel(volume, {0, 0, 0}, Plane{2, 0}.of(box), control) == (VoxelRuns{{0, 0, 0, 2}, {0, 1, 1, 2}}));
    CHECK(floodLabel(volume, {3, 1, 0}, Plane{0, 3}.of(box), control) ==
          (VoxelRuns{{0, 0, 3, 4}, {0, 1, 3, 4}, {0, 2, 3, 4}, {1, 0, 3, 4}, {1, 1, 3, 4}}));
    CHECK(floodLabel(volume, {1, 2, 0}, box, control) == (VoxelRuns{{0, 2, 0, 2}}));
    CHECK(floodLabel(volume, {0, 2, 1}, box, control) == (VoxelRuns{{1, 2, 0, 1}}));
    CHECK(floodLabel(volume, {0, 0, 2}, box, control).empty());
    CHECK(floodLabel(volume, {0, 0, 1}, Plane{2, 0}.of(box), control).empty());
}

TEST(random_volumes_agree_with_connected_components) {
    JobControl control;
    Numbers random(17);
    for (int round = 0; round < 200; ++round) {
        LabelVolume volume(
            {{1 + random.below(round % 2 == 0 ? 14 : 300), 1 + random.below(9), 1 + random.below(6)}, {1, 1, 1}});
        for (auto& voxel : volume.voxels())
            voxel = random.unit() < (round % 2 == 0 ? 0.55 : 0.97) ? 1 : static_cast<std::uint16_t>(random.below(3));
        const auto& size = volume.grid().size;
        const Index3 seed{random.below(size[0]), random.below(size[1]), random.below(size[2])};
        auto box = volume.grid().box();
        if (round % 3 == 0) box = Plane{round % 2, seed[round % 2]}.of(box);
        CHECK(floodLabel(volume, seed, box, control) == componentAt(runsOf(volume, volume.at(seed), box), seed));
    }
}

TEST(similar_values_within_the_label) {
    JobControl control;
    const auto volume = volumeOf({{"...1.."}});
    const std::vector<std::uint8_t> values{50, 52, 58, 52, 51, 51};
    const ScalarView image(values.data());
    const auto box = volume.grid().box();
    CHECK(floodSimilar(volume, image, {45, 60}, {0, 0, 0}, box, control) == (VoxelRuns{{0, 0, 0, 3}}));
    CHECK(floodSimilar(volume, image, {45, 55}, {0, 0, 0}, box, control) == (VoxelRuns{{0, 0, 0, 2}}));
    CHECK(floodSimilar(volume, image, {45, 55}, {2, 0, 0}, box, control).empty());
    CHECK(floodSimilar(volume, image, {45, 55}, {3, 0, 0}, box, control) == (VoxelRuns{{0, 0, 3, 4}}));
}

TEST(a_long_fill_can_be_stopped) {
    struct Stop : JobControl {
        bool cancelled() const override { return true; }
    } control;
    LabelVolume volume({{2, 300, 300}, {1, 1, 1}});
    CHECK_ERROR("cancelled", floodLabel(volume, {0, 0, 0}, volume.grid().box(), control));
}
