#include "core/labels/metrics.h"

#include "tests/support/check.h"

using namespace protolabel::labels;

namespace {

Mask mask(std::vector<std::uint8_t> pixels) {
    Mask m(4, 1);
    m.pixels = std::move(pixels);
    return m;
}

}  // namespace

TEST(dice_by_hand) {
    Overlap overlap;
    overlap.add(mask({1, 1, 1, 0}), mask({0, 1, 1, 1}));  // 2*2 / (3+3)
    CHECK_NEAR(overlap.dice(), 2.0 / 3, 1e-12);
    overlap.add(mask({1, 0, 0, 0}), mask({0, 0, 0, 0}));  // a volume: 2*2 / (4+3)
    CHECK_NEAR(overlap.dice(), 4.0 / 7, 1e-12);
}

TEST(dice_of_empty_masks_is_one) {
    Overlap overlap;
    overlap.add(mask({0, 0, 0, 0}), mask({0, 0, 0, 0}));
    CHECK_EQ(overlap.dice(), 1.0);
}

TEST(masks_of_different_sizes_are_refused) {
    Overlap overlap;
    CHECK_ERROR("mask.size", overlap.add(Mask(2, 2), Mask(4, 1)));
}

TEST(jaccard_by_hand) {
    Overlap overlap;
    overlap.add(mask({1, 1, 1, 0}), mask({0, 1, 1, 1}));  // 2 of 4
    CHECK_NEAR(overlap.jaccard(), 0.5, 1e-12);
    CHECK_EQ(Overlap{}.jaccard(), 1.0);
}
