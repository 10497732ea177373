#include "core/fewshot/augmentation.h"

#include <chrono>
#include <cmath>

#include "tests/support/check.h"

using namespace protolabel::fewshot;

namespace {

FloatImage ramp(int width, int height) {
    FloatImage image(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) image.at(x, y) = static_cast<float>(x + 100 * y);
    return image;
}

struct Point {
    double x, y;
};
Point mapped(const Affine& m, double x, double y) {
    return {m.a * x + m.b * y + m.c, m.d * x + m.e * y + m.f};
}

}  // namespace

TEST(gamma_keeps_the_range_and_bends_the_middle) {
    FloatImage image(4, 1);
    image.pixels = {-2, 0, 1, 2};
    applyGamma(image, 1.5);
    CHECK_NEAR(image.pixels[0], -2, 1e-6);
    CHECK_NEAR(image.pixels[1], -2 + 4 * std::pow(0.5, 1.5), 1e-6);
    CHECK_NEAR(image.pixels[2], -2 + 4 * std::pow(0.75, 1.5), 1e-6);
    CHECK_NEAR(image.pixels[3], 2, 1e-6);
    FloatImage flat(3, 1, 5.f);
    applyGamma(flat, 0.5);
    CHECK_EQ(flat.pixels[1], 5.f);
}

TEST(affine_moves_points_as_said) {
    // 11 x 11: centre (5, 5). The inverse takes an output pixel to where it comes from.
    const auto shift = mapped(inverseAffine(11, 11, 0, 3, -2, 0, 1), 8, 3);
    CHECK_NEAR(shift.x, 5, 1e-9);
    CHECK_NEAR(shift.y, 5, 1e-9);
    const auto scale = mapped(inverseAffine(11, 11, 0, 0, 0, 0, 2), 9, 1);
    CHECK_NEAR(scale.x, 7, 1e-9);
    CHECK_NEAR(scale.y, 3, 1e-9);
    // A quarter turn of (8, 5) about the centre gives (5, 8).
    const auto turn = mapped(inverseAffine(11, 11, 90, 0, 0, 0, 1), 5, 8);
    CHECK_NEAR(turn.x, 8, 1e-9);
    CHECK_NEAR(turn.y, 5, 1e-9);
    // Shear by 30 degrees: (5, 7) is 2 below the centre: x - 2 sin 30 = -1, y: 2 cos 30.
    const auto shear = mapped(inverseAffine(11, 11, 0, 0, 0, 30, 1), 4, 5 + 2 * std::cos(std::acos(-1.0) / 6));
    CHECK_NEAR(shear.x, 5, 1e-9);
    CHECK_NEAR(shear.y, 7, 1e-9);
}

TEST(warping_interpolates_and_repeats_the_border) {
    const auto image = ramp(4, 3);
    Warp warp{FloatImage(3, 1), FloatImage(3, 1)};
    warp.x.pixels = {1.25f, -7.f, 9.f};
    warp.y.pixels = {0.5f, 1.f, 9.f};
    const auto result = warped(image, warp);
    CHECK_NEAR(result.pixels[0], 1.25 + 50, 1e-4);
    CHECK_NEAR(result.pixels[1], 100, 1e-4);
    CHECK_NEAR(result.pixels[2], 203, 1e-4);
}

TEST(smoothing_keeps_constants_and_spreads_a_point_as_a_gaussian) {
    const FloatImage flat(40, 30, 3.f);
    for (const float value : smoothed(flat, 5).pixels) CHECK_NEAR(value, 3, 1e-4);
    FloatImage point(41, 41);
    point.at(20, 20) = 1;
    const auto spread = smoothed(point, 5);
    CHECK_NEAR(spread.at(25, 20) / spread.at(20, 20), std::exp(-0.5), 1e-4);  // one sigma away
    CHECK_NEAR(spread.at(20, 30) / spread.at(20, 20), std::exp(-2.0), 1e-4);
    CHECK_EQ(spread.at(31, 20), 0.f);  // cut at two
}

TEST(random_warps_stay_within_their_bounds) {
    double largest = 0;
    for (int i = 0; i < 20; ++i) {
        EpisodeRandom random(1, i);
        const auto warp = randomWarp(256, 256, random);
        // The centre moves by the shift (5 pixels, seen through a scale of at least 0.9) and a small elastic part only.
        const double dx = warp.x.at(128, 128) - 128, dy = warp.y.at(128, 128) - 128;
        CHECK(std::hypot(dx, dy) < 5 * std::sqrt(2.0) / 0.9 * 1.1 + 2);
        // Side lengths: scale 0.9..1.2 seen inversely, shear 5 degrees.
        const double width = warp.x.at(255, 128) - warp.x.at(0, 128);
        CHECK(width > 255 / 1.2 * 0.97 && width < 255 / 0.9 * 1.03);
        largest = std::max(largest, std::abs(dx));
    }
    CHECK(largest > 1);
}

TEST(random_numbers_follow_from_seed_and_episode) {
    // mt19937_64 seeded with splitmix64(splitmix64(7) + 3), from an independent implementation in Python.
    EpisodeRandom random(7, 3);
    CHECK_NEAR(random.uniform(), 0.5179727375222158, 1e-15);
    CHECK_NEAR(random.uniform(), 0.7212330090367962, 1e-15);
    EpisodeRandom again(7, 3), other(7, 4), seed(8, 3);
    const double first = again.uniform();
    CHECK(first != other.uniform());
    CHECK(first != seed.uniform());
}
