#include "core/review/expectation.h"

#include "core/review/facts.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::review;

// Expected values with Python: 1 / (1 + exp(2.61 - 6 c + 11.5 d)).
TEST(the_expected_dice_is_the_documented_curve) {
    CHECK_NEAR(expectedDice(0.8, 0.05), 0.8341044139014865, 1e-12);
    CHECK_NEAR(expectedDice(0.55, 0.3), 0.05952436597650154, 1e-12);
    CHECK_NEAR(expectedDice(0.9, 0, 0.03), 0.9721330447236390, 1e-12);
    CHECK_EQ(expectedDice(0.9, 0, 0.5), 1);
    CHECK_EQ(expectedDice(0.5, 1, -0.1), 0);
}

TEST(few_known_results_correct_little) {
    CHECK_EQ(correctionFrom({}), 0);
    CHECK_NEAR(correctionFrom({{0.8, 0.05, 0.7}, {0.9, 0, 0.9}}), -0.01258838990179468, 1e-12);
}

TEST(a_volume_is_weighted_by_area) {
    VolumeFacts volume;
    volume.touched[1].proposed = {{LabelId{1}, 0.8, 0.05, 300}, {LabelId{2}, 0.9, 0, 10}};
    volume.touched[2].proposed = {{LabelId{1}, 0.55, 0.3, 100}};
    const auto expected = review::expectedDice(volume, {{LabelId{2}, 0.03}});
    CHECK_NEAR(expected.at(LabelId{1}), (3 * 0.8341044139014865 + 0.05952436597650154) / 4, 1e-12);
    CHECK_NEAR(expected.at(LabelId{2}), 0.9721330447236390, 1e-12);
}
