#include "core/refine/shape_prior.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::refine;
using labels::Mask;
using labels::MaskStack;

namespace {

/// Squares of the given sides (even), about (x, y), on slices from `first` on.
MaskStack tower(const std::vector<int>& sides, int first, int x, int y) {
    MaskStack masks;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        Mask mask(64, 64);
        for (int dy = -sides[i] / 2; dy < sides[i] / 2; ++dy)
            for (int dx = -sides[i] / 2; dx < sides[i] / 2; ++dx) mask.at(x + dx, y + dy) = 1;
        masks[first + static_cast<int>(i)] = std::move(mask);
    }
    return masks;
}

double votesOn(const ShapePrior& prior, int slice) {
    double sum = 0;
    for (const float vote : prior.votes(slice).pixels) sum += vote;
    return sum;
}

const std::vector<int> kSides = {4, 8, 16, 24, 20, 12, 4};

TEST(a_finished_shape_is_laid_over_the_drawn_slices) {
    // The same object elsewhere and four slices higher; its largest slice and an empty one are drawn.
    const auto truth = tower(kSides, 6, 40, 30);
    const MaskStack drawn = {{9, truth.at(9)}, {11, truth.at(11)}};
    const auto window = windowAround(drawn, 64, 64, 4);
    const ShapePrior prior(drawn, 20, 5, window, {{20, 5, tower(kSides, 2, 20, 24)}});
    for (int slice = 0; slice < 20; ++slice) {
        const auto mask = truth.find(slice);
        // A quarter of the pixels, as the grid is halved.
        CHECK_EQ(votesOn(prior, slice), mask == truth.end() ? 0.0 : labels::countNonZero(mask->second) / 4.0);
    }
    CHECK_EQ(prior.votes(8).at(20 - window.left, 15 - window.top), 1.F);
}

TEST(slices_of_another_thickness_are_met) {
    const auto truth = tower({4, 16, 24, 12}, 4, 32, 32);
    const MaskStack drawn = {{5, truth.at(5)}, {6, truth.at(6)}, {7, truth.at(7)}};
    // The finished volume has slices half as thick: each shape twice.
    const std::vector<FinishedShape> finished = {{40, 2.5, tower({4, 4, 16, 16, 24, 24, 12, 12}, 10, 32, 32)}};
    const ShapePrior prior(drawn, 20, 5, windowAround(drawn, 64, 64, 4), finished);
    CHECK_EQ(votesOn(prior, 4), 4.0);
    CHECK_EQ(votesOn(prior, 3) + votesOn(prior, 8), 0.0);
}

TEST(nobody_votes_without_a_shape_or_without_a_drawn_slice) {
    const auto truth = tower(kSides, 6, 40, 30);
    const MaskStack drawn = {{9, truth.at(9)}};
    const auto window = windowAround(drawn, 64, 64, 4);
    CHECK_EQ(ShapePrior(drawn, 20, 5, window, {}).votes(9).pixels.front(), 0.5F);
    const MaskStack empty = {{0, Mask(64, 64)}};
    CHECK_EQ(ShapePrior(empty, 20, 5, window, {{20, 5, truth}}).votes(9).pixels.front(), 0.5F);
}

}  // namespace
