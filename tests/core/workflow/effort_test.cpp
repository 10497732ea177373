#include "core/workflow/effort.h"

#include <algorithm>

#include "core/workflow/effort_report.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using workflow::EffortArm;

namespace {

/// Four scans of two bright blocks, of which the worker finds every voxel.
struct Scans {
    TemporaryFolder folder;
    JobControl control;
    engine::Engine engine{intensityWorker()};
    workflow::EffortOptions options;

    Scans() {
        for (const int n : {1, 2, 3, 4}) {
            writeScan(blocks(n), folder / ("image_" + std::to_string(n) + ".nii"));
            writeScan(blocksTruth(n), folder / ("label_" + std::to_string(n) + ".nii"));
        }
        options.images = options.labels = folder.path();
        options.parts = 2;
        options.classes = {1};
    }
};

/// The rows of one arm.
std::vector<workflow::EffortRow> rowsOf(const workflow::EffortOutcome& outcome, EffortArm arm) {
    std::vector<workflow::EffortRow> rows;
    for (const auto& row : outcome.rows)
        if (row.arm == arm) rows.push_back(row);
    return rows;
}
// The block is on slices 1..6 of 8 and moves evenly. First the middle of all, 3. Then the larger gap (4 slices against 3), two fifths into it:
// 3 + 2 = 5; then likewise 3 - 2 = 1 and 5 + 1 = 6. Between these everything is known, and beside them shapes are gone half way.
TEST(interpolation_alone_needs_the_ends_of_the_object) {
    Scans s;
    s.options.arms = {EffortArm::Interpolation};
    const auto outcome = workflow::measureEffort(s.engine, s.options, s.control);
    CHECK_EQ(outcome.rows.size(), 4U);
    for (const auto& row : outcome.rows) {
        CHECK(row.slices == (std::vector<int>{3, 5, 1, 6}));
        CHECK_EQ(row.dice.size(), 5U);
        CHECK_EQ(row.dice[0], 0);
        // 3 of 6 slices drawn, 2 and 4 between them; of slice 6, a third of the way to the end, a ninth is left.
        CHECK_NEAR(row.dice[3], 2 * (5 + 1 / 9.0) / (6 + 5 + 1 / 9.0), 0.001);
        CHECK_EQ(row.dice[4], 1);
        CHECK_EQ(row.needed[0], 3);
        CHECK_EQ(row.needed[1], 4);
    }
    CHECK_EQ(outcome.meanNeeded(EffortArm::Interpolation, 1), 4);
    CHECK_EQ(outcome.meanDice(EffortArm::Interpolation, 9), 1);  // as it stayed
}

TEST(a_network_that_is_right_needs_one_slice_or_none) {
    Scans s;
    const auto outcome = workflow::measureEffort(s.engine, s.options, s.control);
    for (const auto& row : rowsOf(outcome, EffortArm::Within)) {
        CHECK(row.slices == std::vector<int>{3});
        CHECK(row.dice.back() > 0.95);
    }
    for (const auto arm : {EffortArm::Others, EffortArm::Everything}) {
        CHECK_EQ(rowsOf(outcome, arm).size(), 4U);
        for (const auto& row : rowsOf(outcome, arm)) CHECK(row.slices.empty());
        CHECK_EQ(outcome.meanNeeded(arm, 0), 0);
    }
}

TEST(too_few_volumes_are_refused_and_cancelling_ends_it) {
    Scans s;
    s.options.parts = 5;
    CHECK_ERROR("effort.volumes", workflow::measureEffort(s.engine, s.options, s.control));
    s.options.parts = 2;
    s.options.classes = {77};
    CHECK_ERROR("evaluate.classes", workflow::measureEffort(s.engine, s.options, s.control));
    s.options.classes.clear();
    StopAt stop("draw", 2);
    try {
        workflow::measureEffort(s.engine, s.options, stop);
        CHECK(false);
    } catch (const Cancelled&) {
    }
}

TEST(means_are_over_volumes_then_labels_and_tables_hold_every_step) {
    workflow::EffortOutcome outcome;
    outcome.classes = {1, 2};
    outcome.arms = {EffortArm::Within};
    outcome.rows = {{"a", 1, EffortArm::Within, {4, 7}, {0, 0.5, 0.96}, {2, 2}},
                    {"b", 1, EffortArm::Within, {3}, {0, 0.97}, {1, 1}},
                    {"a", 2, EffortArm::Within, {1, 2, 3}, {0, 0.5, 0.92, 0.95}, {2, 3}}};
    CHECK_NEAR(outcome.meanNeeded(EffortArm::Within, 0, 1), 1.5, 1e-12);
    CHECK_NEAR(outcome.meanNeeded(EffortArm::Within, 0), 1.75, 1e-12);
    CHECK_NEAR(outcome.meanNeeded(EffortArm::Within, 1), 2.25, 1e-12);
    CHECK_NEAR(outcome.meanDice(EffortArm::Within, 1), (0.5 + 0.97 + 0.5) / 3, 1e-12);
    const auto csv = csvOf(outcome);
    CHECK_EQ(csv.substr(0, csv.find('\r')), "volume,label,arm,slices_90,slices_95,drawn,slice,dice");
    CHECK(csv.find("a,1,within,2,2,2,7,0.96\r\n") != std::string::npos);
    CHECK_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 3 + 2 + 4);
    CHECK_EQ(plotOf(outcome).width, 960);
}

}  // namespace
