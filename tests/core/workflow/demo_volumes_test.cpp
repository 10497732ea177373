#include "core/workflow/demo_volumes.h"

#include <cmath>
#include <map>
#include <set>

#include "tests/support/check.h"

using namespace protolabel;
using workflow::makeDemoVolume;

TEST(a_seed_and_number_make_one_volume) {
    const auto a = makeDemoVolume(7, 0, 48), b = makeDemoVolume(7, 0, 48);
    CHECK(a.image.voxels == b.image.voxels);
    CHECK(a.truth.voxels == b.truth.voxels);
    CHECK(a.image.geometry == b.image.geometry);
    CHECK(!(makeDemoVolume(7, 1, 48).truth.voxels == a.truth.voxels));
    CHECK(!(makeDemoVolume(8, 0, 48).truth.voxels == a.truth.voxels));
    CHECK_EQ(makeDemoVolume(7, 4, 48).name, "case_5");
}

TEST(volumes_are_anisotropic_oblique_and_orthogonal) {
    for (int n = 0; n < 4; ++n) {
        const auto geometry = makeDemoVolume(3, n, 160).image.geometry;
        CHECK(geometry.size[2] >= 24 && geometry.size[2] <= 32);
        CHECK_NEAR(geometry.spacing[0], 1.6, 0.1);
        CHECK_NEAR(geometry.spacing[2], 6, 0.5);
        CHECK_EQ(imaging::sliceAxis(geometry), 2);
        double off = 0;
        for (std::size_t a = 0; a < 3; ++a)
            for (std::size_t b = 0; b < 3; ++b) {
                double dot = 0;
                for (std::size_t i = 0; i < 3; ++i) dot += geometry.direction[a][i] * geometry.direction[b][i];
                CHECK_NEAR(dot, a == b ? 1 : 0, 1e-12);
                if (a != b) off = std::max(off, std::abs(geometry.direction[a][b]));
            }
        CHECK(off > 0.01);
    }
}

/// Largest in-plane share and number of slices of every label.
TEST(every_organ_is_there_and_the_thin_one_is_hard_to_see) {
    for (const std::uint64_t seed : {1, 2, 3, 99}) {
        const auto demo = makeDemoVolume(seed, 0);
        const auto values = demo.image.toFloat();
        const auto perSlice = static_cast<std::size_t>(160 * 160);
        std::map<int, std::set<std::size_t>> slices;
        std::map<int, double> sum, count;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const int label = demo.truth.voxels[i];
            slices[label].insert(i / perSlice);
            sum[label] += values[i];
            ++count[label];
        }
        CHECK_EQ(slices.size(), 5U);
        for (int label = 1; label <= 4; ++label) {
            CHECK(slices[label].size() >= 5);
            CHECK(count[label] >= 800);
        }
        CHECK(count[1] > 4 * count[4]);
        const auto mean = [&](int label) { return sum[label] / count[label]; };
        CHECK(mean(3) > 1.5 * mean(1));
        CHECK(std::abs(mean(4) - mean(1)) < 0.4 * std::abs(mean(3) - mean(1)));
    }
}
