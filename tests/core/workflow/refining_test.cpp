#include "core/workflow/refining.h"

#include "core/imaging/preparation.h"
#include "core/project/operations.h"
#include "core/workflow/prediction_steps.h"
#include "core/workflow/volume_marks.h"
#include "core/workflow/volumes.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using project::ReviewState;

/// A slice that somebody has only begun to draw must not tell the others that the rest of the object is not there.
TEST(only_slices_that_somebody_vouches_for_count_as_drawn) {
    BlocksProject p;
    const auto a = p.store->volumes()[0];
    const auto complete = [&] { return workflow::completeSlices(*p.store, a.id, p.store->labels()); };
    const std::map<LabelId, std::vector<int>> supports{{LabelId{1}, {3}}, {LabelId{2}, {3}}};
    CHECK(complete() == supports);
    p.draw("big", "4", false);
    CHECK(complete() == supports);
    const auto info = named("mark");
    const auto mark = [&](ReviewState state) {
        p.store->transact(info, [&](project::ProjectWriter& writer) { writer.putReviewState(a.id, 4, state); });
        return complete().at(LabelId{1});
    };
    const std::vector<int> one{3}, both{3, 4};
    CHECK(mark(ReviewState::Corrected) == one);  // one stroke on a slice with a proposal does that
    CHECK(mark(ReviewState::Flagged) == one);
    CHECK(mark(ReviewState::Accepted) == both);
    CHECK(mark(ReviewState::Confirmed) == both);
    CHECK(complete().at(LabelId{2}) == one);  // it is not on that slice
}

/// "Use it as it is" on a slice where nothing of the label is drawn: it is not there.
TEST(a_support_without_its_label_says_that_it_is_absent) {
    BlocksProject p;
    const auto a = p.store->volumes()[0];
    const auto openFor = [&](int slice) {
        for (const auto& [open, labels] : workflow::openSlices(*p.store, a, p.store->labels()).wanted)
            if (open == slice) return labels;
        return std::vector<int>();
    };
    CHECK((openFor(0) == std::vector<int>{1, 2}));
    p.store->transact(named("M"), [&](project::ProjectWriter& writer) {
        project::markSupport(writer, *p.store, a.id, 0, LabelId{1});
    });
    const auto complete = workflow::completeSlices(*p.store, a.id, p.store->labels());
    CHECK((complete.at(LabelId{1}) == std::vector<int>{0, 3}));
    CHECK((complete.at(LabelId{2}) == std::vector<int>{3}));
    CHECK((openFor(0) == std::vector<int>{2}));
    CHECK_EQ(labels::countNonZero(workflow::maskOn(*p.store, a, 0, LabelId{1})), 0);
    CHECK(workflow::maskOn(*p.store, a, 0, LabelId{1}).width == 64);

    // Alone it is nothing that scores could be weighed with.
    p.store->transact(named("erase"), [&](project::ProjectWriter& writer) {
        writer.putAnnotation(a.id, 3, labels::SliceRuns::background(64, 64), {});
    });
    CHECK(workflow::completeSlices(*p.store, a.id, p.store->labels()).empty());
}

/// Where somebody said that all of a label is drawn, nothing is proposed.
TEST(what_is_complete_has_no_open_slices) {
    BlocksProject p;
    const auto a = p.store->volumes()[0];
    const auto open = [&] { return workflow::openSlices(*p.store, a, p.store->labels()).wanted; };
    CHECK((open().front().second == std::vector<int>{1, 2}));
    p.store->transact(named("all of it"),
                      [&](project::ProjectWriter& writer) { workflow::markComplete(writer, a.id, LabelId{1}); });
    for (const auto& [slice, labels] : open()) CHECK((labels == std::vector<int>{2}));
}

/// By the support that corresponds to a slice and by all finished volumes: the mean of both.
TEST(where_nothing_is_drawn_finished_volumes_have_half_a_say) {
    BlocksProject p;
    const auto b = p.store->volumes()[1];
    const auto prepared = imaging::prepare(workflow::loadVolume(b), b.sliceAxis, b.window);
    const auto all = [&](std::uint8_t value) {
        labels::ProbabilitySlice slice(prepared.width, prepared.height);
        std::fill(slice.pixels.begin(), slice.pixels.end(), value);
        return slice;
    };
    std::map<int, workflow::PredictedLabel> predicted;
    predicted[1].scores = {{2, all(200)}, {3, all(40)}};
    predicted[1].slices = {{2, {}}, {3, {}}};
    workflow::Lessons lessons;
    lessons.emplace(1, workflow::Lesson{3, {}, {{2, all(100)}, {3, all(200)}}, refine::defaultBlend()});
    refine::RefineOptions options;
    options.clean = false;
    workflow::refineProposals(*p.store, b, prepared, {}, lessons, options, predicted);
    CHECK(predicted[1].scores.at(2).pixels.front() == 150);
    CHECK(predicted[1].scores.at(3).pixels.front() == 120);
    CHECK(labels::countNonZero(predicted[1].masks.at(2)) == 64 * 64);
    CHECK(predicted[1].masks.count(3) == 0);
}
