#include "core/review/facts.h"

#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::review;
using namespace protolabel::test;

TEST(facts_are_read_without_masks) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) {
        w.putProposal({a, 1, LabelId{2}, tinyMask({1, 1, 1}), 0.75, 0.125, "m", "{}", {}});
        w.putReviewState(a, 1, ReviewState::Proposed);
        w.putAnnotation(a, 3, tinySlice({1, 2}), {true, false, ""});
        w.putComment({.volume = a, .slice = 4, .text = "x"});
        w.putComment({.volume = a, .slice = 4, .resolved = true, .text = "y"});
        w.putComment({.volume = a, .text = "of the volume"});
    });
    const auto facts = readFacts(*store, store->volumes()[0], store->labels(), store->comments());
    CHECK_EQ(facts.name, "a");
    CHECK_EQ(facts.slices, 5);
    CHECK_EQ(facts.touched.size(), 3u);
    const auto& proposed = facts.touched.at(1);
    CHECK(proposed.state == ReviewState::Proposed);
    CHECK_EQ(proposed.proposed.size(), 1u);
    CHECK_EQ(proposed.proposed[0].label.value, 2);
    CHECK_EQ(proposed.proposed[0].confidence, 0.75);
    CHECK_EQ(proposed.proposed[0].distance, 0.125);
    CHECK_EQ(proposed.proposed[0].pixels, 3);
    CHECK((facts.touched.at(3).annotated == std::vector{LabelId{1}, LabelId{2}}));
    CHECK_EQ(facts.touched.at(4).comments, 1);
}

TEST(progress_counts_slices) {
    ProjectFacts project;
    auto& slices = project[VolumeId{1}].touched;
    slices[0] = {ReviewState::Accepted, {}, {LabelId{1}}, 0};
    slices[1] = {ReviewState::Corrected, {}, {LabelId{1}, LabelId{2}}, 0};
    slices[2] = {ReviewState::Corrected, {{LabelId{1}, 0.5, 0, 9}}, {}, 0};  // drawn on, not accepted yet
    slices[3] = {ReviewState::Proposed, {{LabelId{2}, 0.5, 0, 9}}, {}, 0};
    slices[4] = {ReviewState::Confirmed, {}, {LabelId{2}}, 0};
    slices[5].state = ReviewState::Flagged;
    const auto all = progressOf(project, {LabelId{1}, LabelId{2}});
    CHECK_EQ(all.open, 2);
    CHECK_EQ(all.done, 3);
    const auto first = progressOf(project, {LabelId{1}});
    CHECK_EQ(first.open, 1);
    CHECK_EQ(first.done, 2);  // the confirmed slice shows the other label only
}
