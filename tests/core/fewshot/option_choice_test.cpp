#include "core/fewshot/option_choice.h"

#include "core/engine/catalog.h"
#include "core/fewshot/method.h"
#include "core/fewshot/resnet.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;

namespace {

/// Slices of 100 true pixels of which `found` are predicted, and nothing else: Dice 2 f / (100 + f) each.
Trial trial(const std::vector<std::int64_t>& found, int changes = 0, double shift = 0) {
    Trial trial;
    for (const auto f : found) trial.slices.push_back({f, f, 100});
    trial.changes = changes;
    trial.shift = shift;
    return trial;
}

}  // namespace

TEST(pooled_dice_weighs_slices_by_their_size) {
    Trial t;
    t.slices = {{10, 20, 30}, {0, 5, 0}, {1, 1, 1}};  // 2 * 11 / (26 + 31)
    CHECK_NEAR(pooledDice(t), 22.0 / 57, 1e-12);
}

TEST(a_clear_gain_is_taken) {
    CHECK_EQ(chooseTrial({trial({50, 52, 48}), trial({90, 91, 89}, 1)}, 0.01), 1U);
    CHECK_EQ(chooseTrial({trial({90, 91, 89}), trial({50, 52, 48}, 1)}, 0.01), 0U);
}

TEST(a_gain_on_one_slice_of_three_is_chance) {
    // Gain 2*175/475 - 300/450 = .0702. Without one slice after the other: 2*95/295 - 2/3 = -.0226, 2*130/330 - 2/3 = .1212,
    // 2*125/325 - 2/3 = .1026; mean .0671, squared deviations .00804 + .00293 + .00126, times 2/3, root: .0903 > .0702.
    CHECK_EQ(chooseTrial({trial({50, 50, 50}), trial({80, 45, 50}, 1)}, 0.01), 0U);
}

TEST(a_gain_below_the_least_is_not_worth_a_change) {
    CHECK_EQ(chooseTrial({trial({50, 50, 50}), trial({51, 51, 51}, 0, 1)}, 0.01), 0U);
    CHECK_EQ(chooseTrial({trial({50, 50, 50}), trial({51, 51, 51}, 0, 1)}, 0.001), 1U);
}

TEST(of_equally_good_ones_the_simplest_is_taken) {
    const auto base = trial({50, 50, 50});
    // The best by a hair, better on one slice and worse on another: .0037 with an error of .0067.
    const auto best = trial({93, 89, 90}, 2, 1), plain = trial({90, 90, 90}, 1, 1), near = trial({90, 90, 90}, 0, 2.5);
    CHECK_EQ(chooseTrial({base, best, plain, near}, 0.01), 3U);
    CHECK_EQ(chooseTrial({base, best, plain}, 0.01), 2U);
    CHECK_EQ(chooseTrial({base, best, near, trial({90, 90, 90}, 0, -0.5 + 1)}, 0.01), 3U);
    // Clearly worse ones are not, however simple.
    CHECK_EQ(chooseTrial({base, best, trial({70, 70, 70}, 0, 0.5)}, 0.01), 1U);
}

TEST(false_alarms_on_empty_slices_count) {
    Trial loose, strict;
    loose.slices.assign(3, {90, 90, 100});
    loose.slices.resize(7, {0, 60, 0});
    strict.slices.assign(3, {80, 80, 100});
    strict.slices.resize(7, {0, 0, 0});
    strict.changes = 1;
    CHECK_EQ(chooseTrial({loose, strict}, 0.01), 1U);
}

TEST(the_client_knows_the_worker_s_methods_and_their_options) {
    CHECK(methodNames() == engine::namesOf(engine::methods()));
    for (const auto& info : engine::methods()) CHECK(info.options == findMethod(info.name).optionsRead());
}

TEST(every_encoder_that_is_offered_can_be_made) {
    CHECK_EQ(engine::encoders().size(), 4U);
    for (const auto& info : engine::encoders()) CHECK_EQ(resNetShape(info.name).blocks.size(), 4U);
}
