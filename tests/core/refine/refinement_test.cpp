#include "core/refine/refinement.h"

#include <cmath>

#include "core/labels/metrics.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::refine;
using labels::Mask;
using labels::MaskStack;
using labels::ProbabilitySlice;

namespace {

constexpr int kSize = 96, kSlices = 15;

/// A ball of radius 20 mm about the middle, bright on dark; slices 4 mm apart, pixels of 1 mm.
bool inBall(int x, int y, int z) {
    return std::hypot(x - 47.5, y - 47.5, 4.0 * (z - 7)) < 20;
}

struct Ball {
    SliceStack<Half> image{kSlices, kSize, kSize, 1, 4, {}};
    MaskStack truth;
    Ball() {
        for (int z = 0; z < kSlices; ++z) {
            Mask mask(kSize, kSize);
            for (int y = 0; y < kSize; ++y)
                for (int x = 0; x < kSize; ++x) {
                    mask.at(x, y) = inBall(x, y, z);
                    // A little noise, the same each time.
                    image.voxels.push_back(toHalf((inBall(x, y, z) ? 2.F : 0.F) +
                                                  0.1F * static_cast<float>((7 * x + 13 * y + 5 * z) % 11)));
                }
            if (labels::countNonZero(mask) > 0) truth[z] = mask;
        }
    }
    Mask at(int slice) const {
        const auto mask = truth.find(slice);
        return mask == truth.end() ? Mask(kSize, kSize) : mask->second;
    }
    ScoreStack scores(std::uint8_t inside) const {
        ScoreStack all;
        for (int z = 0; z < kSlices; ++z) {
            ProbabilitySlice score(kSize, kSize);
            for (std::size_t p = 0; p < score.pixels.size(); ++p) score.pixels[p] = at(z).pixels[p] != 0 ? inside : 20;
            all[z] = score;
        }
        return all;
    }
};

ProbabilitySlice spots(const std::vector<std::pair<int, int>>& places) {
    ProbabilitySlice slice(8, 8);
    for (const auto& [x, y] : places) slice.at(x, y) = 200;
    return slice;
}

/// A ring of 5 x 5 pixels around one hole.
ProbabilitySlice ring(std::uint8_t hole) {
    ProbabilitySlice slice(8, 8);
    for (int y = 1; y < 6; ++y)
        for (int x = 1; x < 6; ++x) slice.at(x, y) = 200;
    slice.at(3, 3) = hole;
    return slice;
}

TEST(holes_are_filled_unless_the_drawn_shape_has_some) {
    Mask disc(8, 8), drawnRing(8, 8);
    for (std::size_t p = 0; p < disc.pixels.size(); ++p) {
        disc.pixels[p] = ring(200).pixels[p] != 0;
        drawnRing.pixels[p] = ring(0).pixels[p] != 0;
    }
    ScoreStack scores{{0, ring(100)}, {2, ring(100)}};
    fillHoles(scores, {{1, disc}});
    CHECK(scores == (ScoreStack{{0, ring(128)}, {2, ring(128)}}));

    scores = {{0, ring(100)}, {2, ring(100)}};
    fillHoles(scores, {{1, drawnRing}});  // a tube
    CHECK(scores == (ScoreStack{{0, ring(100)}, {2, ring(100)}}));
    // Closed at both ends: what is open in the ring's slice lies within the object.
    scores = {{0, ring(200)}, {2, ring(100)}, {3, ring(200)}};
    fillHoles(scores, {{1, drawnRing}});
    CHECK(scores == (ScoreStack{{0, ring(200)}, {2, ring(128)}, {3, ring(200)}}));
    ScoreStack none;
    fillHoles(none, {{1, drawnRing}});
    CHECK(none.empty());
}

TEST(without_a_drawn_slice_the_largest_object_stays) {
    ScoreStack scores = {{0, spots({{1, 1}, {6, 6}})}, {1, spots({{1, 1}, {2, 1}})}, {2, spots({{6, 6}, {7, 6}})}};
    keepConnected(scores, {});
    CHECK_EQ(scores[0].at(1, 1), 200);
    CHECK_EQ(scores[1].at(2, 1), 200);
    CHECK_EQ(scores[0].at(6, 6), 127);
    CHECK_EQ(scores[2].at(7, 6), 127);
    CHECK_EQ(scores[2].at(0, 0), 0);
}

TEST(what_hangs_together_with_a_drawn_shape_stays) {
    ScoreStack scores = {{0, spots({{1, 1}, {6, 6}})}, {1, spots({{1, 1}, {2, 1}, {3, 1}})}, {3, spots({{6, 5}})}};
    Mask drawn(8, 8);
    drawn.at(6, 6) = drawn.at(6, 5) = 1;
    keepConnected(scores, {{2, drawn}});
    CHECK_EQ(scores[3].at(6, 5), 200);
    CHECK_EQ(scores[0].at(6, 6), 127);  // slice 1 lies between
    CHECK_EQ(scores[1].at(1, 1), 127);
}

TEST(without_a_shown_slice_scores_pass_through) {
    const Ball ball;
    const auto scores = ball.scores(200);
    const MaskStack drawn = {{0, Mask(kSize, kSize)}};
    const auto result = refined({ball.image, drawn, {}, scores, {}}, defaultBlend(), {});
    CHECK_EQ(result.size(), static_cast<std::size_t>(kSlices - 1));  // not the drawn one
    CHECK(result.at(7).pixels == scores.at(7).pixels);
    const auto own = ball.scores(190);
    CHECK(refined({ball.image, {}, own, scores, {}}, defaultBlend(), {}).at(7).pixels == own.at(7).pixels);
}

/// Dice over the slices that are not drawn.
double diceOf(const Ball& ball, const ScoreStack& result) {
    labels::Overlap overlap;
    for (const auto& [slice, score] : result) {
        Mask mask(kSize, kSize);
        for (std::size_t p = 0; p < mask.pixels.size(); ++p) mask.pixels[p] = score.pixels[p] >= 128;
        overlap.add(mask, ball.at(slice));
    }
    return overlap.dice();
}

TEST(two_drawn_slices_the_scores_and_the_grey_values_give_a_ball) {
    const Ball ball;
    const MaskStack drawn = {{7, ball.at(7)}, {10, ball.at(10)}};
    const auto result = refined({ball.image, drawn, ball.scores(230), {}, {}}, defaultBlend(), {});
    CHECK_EQ(result.size(), static_cast<std::size_t>(kSlices - 2));
    CHECK(diceOf(ball, result) > 0.9);
    const auto unblended = refined({ball.image, drawn, ball.scores(100), {}, {}}, defaultBlend(), {.blend = false});
    CHECK_EQ(diceOf(ball, unblended), 0.0);  // scores below one half, and nothing else is asked
}

TEST(samples_tell_pixels_near_the_object_and_what_they_are) {
    const Ball ball;
    const MaskStack drawn = {{7, ball.at(7)}};
    const auto samples = samplesOf({ball.image, drawn, ball.scores(230), {}, {}}, ball.truth, 50);
    CHECK_EQ(samples.size(), static_cast<std::size_t>(50 * (kSlices - 1)));
    double inside = 0, own = 0;
    for (const auto& sample : samples) {
        inside += sample.truth;
        if (sample.truth == 1) own = std::max<double>(own, sample.features[13]);
        if (sample.truth == 1) CHECK(sample.features[10] > 0);  // brighter than what lies beside
        if (sample.truth == 0) CHECK(sample.features[10] < 0);
    }
    CHECK(inside > 50 && inside < 350);
    CHECK_NEAR(own, std::log(230.5 / 25.5), 1e-4);
}

}  // namespace
