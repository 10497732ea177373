#include "core/refine/suggestion.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::refine;
using labels::Mask;
using labels::ProbabilitySlice;

namespace {

Mask disc(int pixels) {
    Mask mask(10, 10);
    std::fill_n(mask.pixels.begin(), pixels, std::uint8_t{1});
    return mask;
}

ProbabilitySlice score(int pixels, std::uint8_t value) {
    ProbabilitySlice slice(10, 10);
    std::fill_n(slice.pixels.begin(), pixels, value);
    return slice;
}

TEST(beliefs_are_sums_of_probabilities) {
    auto slice = score(4, 191);  // 0.748
    slice.pixels[9] = 63;        // 0.248
    const auto beliefs = beliefsOf(3, {{1, slice}}, {{2, disc(7)}});
    CHECK_EQ(beliefs.size(), 3U);
    CHECK_EQ(beliefs[0].area, 0);
    CHECK_NEAR(beliefs[1].area, 4 * 191.5 / 256 + 63.5 / 256, 1e-12);
    CHECK_NEAR(beliefs[1].common, 4 * 191.5 / 256, 1e-12);
    CHECK_EQ(beliefs[1].chosen, 4);
    CHECK_NEAR(beliefs[1].wrong(), 4 * 64.5 / 256 + 63.5 / 256, 1e-12);
    CHECK_EQ(beliefs[2].wrong(), 0);
    CHECK_EQ(beliefs[2].area, 7);
}

TEST(the_first_slice_is_the_one_that_shows_most) {
    CHECK_EQ(*suggestSlice(5, {{1, score(9, 200)}, {3, score(20, 140)}, {4, score(60, 100)}}, {}), 3);
    CHECK_EQ(*suggestSlice(5, {}, {}), 2);  // nothing known: the middle
}

TEST(while_the_object_is_not_found_the_widest_gap_is_halved) {
    CHECK_EQ(*suggestSlice(20, {}, {{9, disc(0)}}), 14);
    CHECK_EQ(*suggestForInterpolation(20, {{9, disc(0)}}), 14);
    CHECK_EQ(*suggestForInterpolation(20, {{9, disc(0)}, {14, disc(0)}}), 4);
}

TEST(the_next_slice_mends_most) {
    // Slices 1..3 are doubtful together, slice 6 alone as much as any of them.
    ScoreStack scores;
    for (const int slice : {1, 2, 3, 6}) scores[slice] = score(10, 128);
    CHECK_EQ(*suggestSlice(8, scores, {{4, disc(10)}}), 2);
    // Slice 2 drawn, its neighbours are not helped by each other through it.
    scores[6] = score(11, 128);
    CHECK_EQ(*suggestSlice(8, scores, {{2, disc(10)}, {4, disc(10)}}), 6);
    CHECK(!suggestSlice(2, {}, {{0, disc(1)}, {1, disc(1)}}));
}

TEST(interpolation_asks_where_much_is_unknown) {
    // Gaps: -1..4 (one end empty), 4..10 (both shown), 10..20.
    const labels::MaskStack drawn = {{4, disc(40)}, {10, disc(40)}};
    CHECK_EQ(*suggestForInterpolation(20, drawn), 14);  // 40 * 9^2 = 3240 > 80 * 5^2 = 2000 > 40 * 4^2: 10 + 0.4 * 10
    CHECK_EQ(*suggestForInterpolation(20, {{4, disc(40)}, {10, disc(40)}, {14, disc(0)}}), 7);
    // Towards the beginning it is two fifths from the shown end as well: 9 - 4.
    CHECK_EQ(*suggestForInterpolation(11, {{9, disc(40)}}), 5);
    CHECK(!suggestForInterpolation(1, {{0, disc(3)}}));
}

}  // namespace
