#include <cmath>
#include <numbers>

#include "core/imaging/preparation.h"
#include "core/labels/metrics.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::imaging;

namespace {

Geometry grid(int width, int height, double xSpacing, double ySpacing) {
    Geometry g;
    g.size = {width, height, 4};
    g.spacing = {xSpacing, ySpacing, 10};
    return g;
}

/// An ellipse of native pixels, centred anywhere.
labels::Mask ellipse(int width, int height, double cx, double cy, double rx, double ry) {
    labels::Mask mask(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            mask.at(x, y) = std::pow((x - cx) / rx, 2) + std::pow((y - cy) / ry, 2) <= 1 ? 1 : 0;
    return mask;
}

labels::ProbabilitySlice certain(const labels::Mask& mask) {
    labels::ProbabilitySlice p(mask.width, mask.height);
    for (std::size_t i = 0; i < p.pixels.size(); ++i) p.pixels[i] = mask.pixels[i] != 0 ? 255 : 0;
    return p;
}

double dice(const labels::Mask& a, const labels::Mask& b) {
    labels::Overlap overlap;
    overlap.add(a, b);
    return overlap.dice();
}

}  // namespace

TEST(centres_of_native_pixels_on_the_network_grid) {
    const NetworkGrid half(grid(512, 512, 1, 1), 2), same(grid(256, 256, 1, 1), 2), twice(grid(128, 128, 2, 2), 2);
    CHECK_NEAR(half.column(0), -0.25, 1e-12);  // 2 pixels each: the first ends in the middle of the network's
    CHECK_NEAR(half.row(3), 1.25, 1e-12);
    CHECK_NEAR(same.column(7), 7, 1e-12);
    CHECK_NEAR(twice.column(0), 0.5, 1e-12);
    CHECK(half.isCoarser() && !same.isCoarser() && !twice.isCoarser());
    // 256 columns, 128 rows: padded above by 64.
    CHECK_NEAR(NetworkGrid(grid(256, 128, 1, 1), 2).row(0), 64, 1e-12);
}

TEST(identical_grids_map_one_to_one) {
    const NetworkGrid network(grid(256, 256, 1.25, 1.25), 2);
    CHECK_EQ(network.pixelSpacing(), 1.25);
    labels::Mask mask(256, 256);
    labels::LabelSlice ids(256, 256);
    labels::ProbabilitySlice probability(256, 256);
    for (std::size_t i = 0; i < mask.pixels.size(); ++i) {  // every pixel on its own
        mask.pixels[i] = (i * 2654435761u >> 7) % 2;
        ids.pixels[i] = static_cast<std::uint16_t>(i % 60000);
        probability.pixels[i] = static_cast<std::uint8_t>(i * 40503u >> 3);
    }
    CHECK(network.toNetwork(mask) == mask);
    CHECK(network.toNetwork(ids) == ids);
    CHECK(network.toNative(certain(mask)) == mask);
    const auto cut = network.toNative(probability);
    for (std::size_t i = 0; i < cut.pixels.size(); ++i) CHECK_EQ(cut.pixels[i] == 1, probability.pixels[i] >= 128);
}

TEST(masks_survive_the_way_to_the_network_and_back) {
    struct Case {
        int width, height;
        double xSpacing, ySpacing;
    };
    for (const Case& c :
         {Case{512, 384, 0.7, 1.0}, Case{384, 512, 1.0, 0.7}, Case{122, 101, 3, 3}, Case{512, 512, 0.8, 0.8},
          Case{320, 260, 1.4, 1.4}, Case{640, 640, 0.5, 0.5}, Case{256, 256, 1, 1.5}}) {
        const NetworkGrid network(grid(c.width, c.height, c.xSpacing, c.ySpacing), 2);
        for (const auto& [cx, cy] : {std::pair{0.5, 0.5}, std::pair{0.31, 0.44}, std::pair{0.62, 0.57}}) {
            // A network pixel may be 2.5 native pixels wide: what a binary mask of that size can hold limits the smaller disc.
            for (const auto& [radius, least] : {std::pair{20, 0.975}, std::pair{30, 0.98}}) {
                const auto mask = ellipse(c.width, c.height, cx * c.width, cy * c.height, radius, radius);
                CHECK(dice(network.toNative(certain(network.toNetwork(mask))), mask) >= least);
            }
        }
    }
    const NetworkGrid small(grid(35, 51, 1, 1), 2);  // five times enlarged
    const auto mask = ellipse(35, 51, 17, 25, 12, 20);
    CHECK(dice(small.toNative(certain(small.toNetwork(mask))), mask) >= 0.98);
}

TEST(anisotropy_is_removed_and_the_short_side_centred) {
    const NetworkGrid network(grid(512, 384, 0.7, 1.0), 2);  // 358.4 mm x 384 mm
    CHECK_NEAR(network.pixelSpacing(), 1.5, 1e-12);
    labels::Mask all(512, 384, 1);
    const auto covered = network.toNetwork(all);
    // 358.4 / 1.5 = 238.93 pixels in the middle: columns 9 to 246 have their centre inside.
    for (int y = 0; y < 256; ++y) {
        CHECK_EQ(covered.at(8, y), 0);
        CHECK_EQ(covered.at(9, y), 1);
        CHECK_EQ(covered.at(246, y), 1);
        CHECK_EQ(covered.at(247, y), 0);
    }
    // A circle of 60 mm is round on the network's grid: 40 pixels of radius.
    const auto circle = network.toNetwork(ellipse(512, 384, 255.5, 191.5, 60 / 0.7, 60));
    CHECK_NEAR(static_cast<double>(labels::countNonZero(circle)), std::numbers::pi * 40 * 40,
               0.01 * std::numbers::pi * 1600);
    CHECK(circle.at(127, 127 - 38) == 1 && circle.at(127, 127 - 42) == 0 && circle.at(127 - 38, 127) == 1 &&
          circle.at(127 - 42, 127) == 0);
}

TEST(coarser_grids_average_areas) {
    const NetworkGrid network(grid(512, 512, 1, 1), 2);
    labels::Mask mask(512, 512);
    // Of the four native pixels of a network pixel: 1 of 4 is background, 2 of 4 are foreground.
    mask.at(10, 10) = 1;
    mask.at(20, 20) = mask.at(21, 21) = 1;
    const auto averaged = network.toNetwork(mask);
    CHECK_EQ(averaged.at(5, 5), 0);
    CHECK_EQ(averaged.at(10, 10), 1);
    CHECK_EQ(labels::countNonZero(averaged), 1);
}

TEST(the_smallest_object_is_never_lost) {
    const NetworkGrid network(grid(1024, 1024, 1, 1), 2);
    labels::Mask mask(1024, 1024);
    mask.at(333, 777) = 1;
    const auto kept = network.toNetwork(mask);
    CHECK_EQ(labels::countNonZero(kept), 1);
    CHECK_EQ(kept.at(333 / 4, 777 / 4), 1);
    CHECK_EQ(labels::countNonZero(network.toNetwork(labels::Mask(1024, 1024))), 0);
}

TEST(ids_are_never_mixed) {
    const NetworkGrid network(grid(100, 50, 1, 1), 2, 200);
    labels::LabelSlice ids(100, 50);
    for (int y = 0; y < 50; ++y)
        for (int x = 0; x < 100; ++x) ids.at(x, y) = x < 50 ? 7 : 900;
    const auto onNetwork = network.toNetwork(ids);
    CHECK(onNetwork.at(0, 49) == 0 && onNetwork.at(0, 150) == 0);  // 25 mm of padding above and below
    CHECK(onNetwork.at(99, 50) == 7 && onNetwork.at(100, 149) == 900);
    CHECK(onNetwork.at(0, 50) == 7 && onNetwork.at(199, 100) == 900);
}

TEST(other_axes_use_their_own_sides) {
    Geometry g;
    g.size = {40, 50, 60};
    g.spacing = {1, 2, 3};
    CHECK_EQ(NetworkGrid(g, 0).layout().width, 50);
    CHECK_NEAR(NetworkGrid(g, 0).pixelSpacing(), 180.0 / 256, 1e-12);
    CHECK_NEAR(NetworkGrid(g, 1, 60).pixelSpacing(), 3, 1e-12);
}
