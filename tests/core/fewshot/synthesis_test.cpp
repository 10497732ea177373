#include "core/fewshot/synthesis/pair.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using namespace protolabel::fewshot::synthesis;

namespace {

/// The slice at height z, seen straight and at zoom 1: 128 pixels a unit, (0, 0) in the middle.
SlicePoints straight(float z) {
    SlicePoints points;
    for (int j = 0; j < Field::kNodes; ++j)
        for (int i = 0; i < Field::kNodes; ++i)
            points.node(i, j) = {(2.f * static_cast<float>(i) - 127.5f) / 128,
                                 (2.f * static_cast<float>(j) - 127.5f) / 128, z};
    return points;
}

std::map<Label, std::int64_t> areas(const Shape& shape, float z) {
    EpisodeRandom random(1, 1);
    const std::vector<Noise> noise(3, Noise(random, 2));
    const auto points = straight(z);
    labels::LabelSlice slice(kSide, kSide);
    paint(shape, SliceGeometry(points, noise), slice);
    std::map<Label, std::int64_t> result;
    for (const auto label : slice.pixels) ++result[label];
    return result;
}

Shape ball(float radius) {
    Shape shape;
    shape.label = 7;
    shape.radii = {radius, radius, radius};
    shape.turn = {Point{1, 0, 0}, Point{0, 1, 0}, Point{0, 0, 1}};
    return shape;
}

double circle(double radius) {
    return std::numbers::pi * radius * radius;
}

double mean(const std::vector<float>& values) {
    double sum = 0;
    for (const float value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

}  // namespace

// A ball of radius 0.5, 128 pixels a unit: circles of radius 64 and, at 0.3 from the centre, 0.4 * 128.
TEST(a_slice_of_a_ball_is_a_circle) {
    CHECK_NEAR(areas(ball(0.5f), 0)[7], circle(64), 40.0);
    CHECK_NEAR(areas(ball(0.5f), 0.3f)[7], circle(0.4 * 128), 40.0);
    CHECK_EQ(areas(ball(0.5f), 0.51f).count(7), 0U);
    auto moved = ball(0.5f);
    moved.centre.z = 0.3f;
    CHECK_NEAR(areas(moved, 0)[7], circle(0.4 * 128), 40.0);
}

TEST(a_wall_surrounds_its_lumen) {
    auto hollow = ball(0.5f);
    hollow.lumen = 9;
    hollow.wall = 0.25f;  // of the radius: the lumen's is 0.375
    const auto found = areas(hollow, 0);
    CHECK_NEAR(found.at(9), circle(0.375 * 128), 40.0);
    CHECK_NEAR(found.at(7), circle(64) - circle(0.375 * 128), 60.0);
}

TEST(a_cut_through_the_middle_leaves_half) {
    auto half = ball(0.5f);
    half.cutNormal = {1, 0, 0};
    half.cut = 0;
    CHECK_NEAR(areas(half, 0)[7], circle(64) / 2, 40.0);
}

TEST(a_tube_is_an_ellipsoid_that_never_ends_and_bends_sideways) {
    auto tube = ball(0.1f);
    tube.radii.z = 100;
    CHECK_NEAR(areas(tube, 3)[7], circle(12.8), 15.0);
    tube.bend = 2;
    tube.bendPhase = static_cast<float>(std::numbers::pi / 2);  // sin 90 degrees: two radii to the left, everywhere
    CHECK_NEAR(areas(tube, 3)[7], circle(12.8), 15.0);
}

TEST(fields_are_linear_between_their_nodes) {
    Field field;
    for (int j = 0; j < Field::kNodes; ++j)
        for (int i = 0; i < Field::kNodes; ++i) field.node(i, j) = static_cast<float>(4 * i - 6 * j);
    const auto pixels = field.pixels();
    for (int y = 0; y < kSide; y += 5)
        for (int x = 0; x < kSide; x += 3) CHECK_EQ(pixels.at(x, y), static_cast<float>(2 * x - 3 * y));
}

// Weights s, 1 - s with s = 3 t^2 - 2 t^3 have a mean sum of squares of 0.742857 (integrated by hand); three axes, lattice deviation 1.9.
TEST(noise_is_smooth_with_the_deviation_of_blended_lattice_values) {
    double sum = 0, squares = 0, step = 0;
    constexpr int kFields = 80, kPoints = 500;
    EpisodeRandom random(5, 0);
    for (int f = 0; f < kFields; ++f) {
        const Noise noise(random, 3);
        for (int i = 0; i < kPoints; ++i) {
            const Point p{static_cast<float>(random.uniform(-1, 1)), static_cast<float>(random.uniform(-1, 1)),
                          static_cast<float>(random.uniform(-1, 1))};
            const float value = noise(p);
            sum += value;
            squares += value * value;
            step = std::max(step, static_cast<double>(std::abs(noise(p + Point{0.001f, 0, 0}) - value)));
        }
    }
    CHECK_NEAR(sum / (kFields * kPoints), 0, 0.1);
    CHECK_NEAR(std::sqrt(squares / (kFields * kPoints)), 1.9 * std::pow(0.742857, 1.5), 0.05);
    CHECK(step < 0.05);
}

TEST(rotations_keep_lengths) {
    EpisodeRandom random(2, 9);
    const Matrix turn = randomRotation(random, 180);
    const Point p = turn * Point{1, 2, 2};  // length 3
    CHECK_NEAR(std::sqrt(p.x * p.x + p.y * p.y + p.z * p.z), 3, 1e-5);
}

// Half zeros, half twos: mean 1, deviation 1.
TEST(slices_are_z_scored) {
    FloatImage image(kSide, kSide);
    for (std::size_t i = 0; i < image.pixels.size(); i += 2) image.pixels[i] = 2;
    FloatImage other = image;
    normalise(image, {0.005, 1, 1});
    CHECK_NEAR(image.pixels[0], 1, 1e-5);
    CHECK_NEAR(image.pixels[1], -1, 1e-5);
    normalise(other, {0.005, 0.5, 2});  // (2 - 0.5) / 2, (0 - 0.5) / 2
    CHECK_NEAR(other.pixels[0], 0.75, 1e-5);
    CHECK_NEAR(other.pixels[1], -0.25, 1e-5);
}

TEST(the_bright_end_is_clipped_first) {
    FloatImage image(kSide, kSide), clipped(kSide, kSide);
    for (std::size_t i = 0; i < image.pixels.size(); i += 2) image.pixels[i] = clipped.pixels[i] = 2;
    for (std::size_t i = 0; i < 400; i += 2) image.pixels[i] = 1000;  // 0.3 % of the pixels
    normalise(image, {0.005, 1, 1});
    normalise(clipped, {0.005, 1, 1});
    CHECK(image == clipped);
}

TEST(a_pair_follows_from_seed_and_index) {
    const Pair first = synthesise(4, 11), again = synthesise(4, 11), other = synthesise(4, 12),
               seed = synthesise(5, 11);
    for (int side = 0; side < 2; ++side) {
        CHECK(first.images[side] == again.images[side]);
        CHECK(first.labels[side] == again.labels[side]);
        CHECK(first.images[side] != other.images[side]);
        CHECK(first.images[side] != seed.images[side]);
    }
    CHECK(first.objects == again.objects);
}

TEST(objects_are_seen_in_both_slices) {
    std::size_t absent = 0;
    for (int index = 0; index < 8; ++index) {
        const Pair pair = synthesise(1, index);
        CHECK(!pair.objects.empty());
        CHECK(pair.objects.size() <= kMostObjects);
        const auto pixels = [&](int side, Label label) {
            const auto& slice = pair.labels[side].pixels;
            return std::count(slice.begin(), slice.end(), label);
        };
        for (const auto label : pair.objects)
            for (int side = 0; side < 2; ++side) CHECK(pixels(side, label) >= kSmallestObject);
        for (const auto label : pair.onlyFirst) {
            CHECK(pixels(0, label) >= kSmallestObject);
            CHECK_EQ(pixels(1, label), 0);
        }
        absent += pair.onlyFirst.size();
        for (int side = 0; side < 2; ++side) {
            CHECK(std::abs(mean(pair.images[side].pixels)) < 1);
            CHECK(std::all_of(pair.images[side].pixels.begin(), pair.images[side].pixels.end(),
                              [](float value) { return std::isfinite(value); }));
        }
    }
    CHECK(absent > 0);
}

TEST(labels_that_look_alike_share_their_tissue_in_every_contrast) {
    int alike = 0;
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        EpisodeRandom random(seed, 0);
        const Anatomy anatomy(random);
        const auto contrast = randomContrast(anatomy, random);
        const auto other = jittered(contrast, anatomy, random);
        std::set<float> means;
        for (Label label = 0; label < anatomy.count(); ++label) {
            const Label original = anatomy.appearances()[label];
            means.insert(contrast[label].mean);
            if (original == label) continue;
            ++alike;
            CHECK_EQ(contrast[label].mean, contrast[original].mean);
            CHECK_EQ(other[label].mean, other[original].mean);
        }
        CHECK(means.size() > 5);
    }
    CHECK(alike > 20);
}

// One label, no texture, no noise: the image is that mean, whatever blur and resolution.
TEST(a_uniform_tissue_gives_a_uniform_image) {
    EpisodeRandom random(3, 3);
    Acquisition plain;
    plain.blur = 1;
    plain.reduction = 1.7;
    const auto image =
        acquired(labels::LabelSlice(kSide, kSide, 2), {{}, {}, {0.4f, 0, 0, 0}}, straight(0), plain, random);
    for (const float value : image.pixels) CHECK_NEAR(value, 0.4, 1e-5);
}
