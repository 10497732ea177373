#include "core/project/operations.h"

#include "core/project/closest_names.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::test;

TEST(unknown_names_bring_the_closest) {
    TemporaryFolder folder;
    auto store = newProject(folder / "p.plb");
    edit(*store, [](ProjectWriter& w) {
        for (const char* name : {"patient-01", "patient-02", "control"}) w.addVolume(tinyVolume(name));
        w.putLabel(label(3, "2"));
    });
    CHECK_EQ(findVolume(*store, "patient-01").name, "patient-01");
    CHECK_EQ(std::string(CHECK_ERROR("volume.unknown", findVolume(*store, "Patient-1"))),
             "the project has no volume \"Patient-1\"; did you mean patient-01 or patient-02?");
    CHECK(CHECK_ERROR("label.unknown", findLabel(*store, "splen")).find("did you mean spleen") != std::string::npos);
    CHECK_ERROR("label.unknown", findLabel(*store, "9"));
    CHECK_EQ(findLabel(*store, "spleen").id.value, 2);
    CHECK_EQ(findLabel(*store, "1").name, "liver");
    CHECK_EQ(findLabel(*store, "2").id.value, 3);  // a name goes before an id
}

TEST(closest_names_by_edit_distance) {
    // kitten -> sitting takes 3 edits, kitten -> mitten 1 (Levenshtein's textbook example)
    CHECK(closestNames("kitten", {"sitting", "MITTEN", "banana"}, 2) ==
          (std::vector<std::string>{"MITTEN", "sitting"}));
    CHECK_EQ(suggestion({}), "");
    CHECK_EQ(suggestion({"a"}), "; did you mean a?");
}

TEST(drawing_replaces_the_label_and_keeps_the_others) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    const auto volume = findVolume(*store, "a");
    edit(*store, [&](ProjectWriter& w) { w.putAnnotation(a, 0, tinySlice({1, 1, 2, 2}), {false, true, "m"}); });
    DrawOutcome outcome;
    edit(*store, [&](ProjectWriter& w) {
        outcome = drawSlice(w, *store, volume, 0, LabelId{1}, tinyMask({0, 1, 1, 0, 1}));
    });
    CHECK(store->annotation(a, 0) == tinySlice({0, 1, 2, 2, 1}));
    CHECK_EQ(outcome.drawn, 2);
    CHECK_EQ(outcome.conflicts, 1);
    const auto source = store->annotationSource(a, 0);
    CHECK(source.drawn && source.accepted);
    CHECK(store->reviewState(a, 0) == ReviewState::Untouched);

    edit(*store, [&](ProjectWriter& w) { outcome = drawSlice(w, *store, volume, 0, LabelId{1}, tinyMask({})); });
    CHECK(store->annotation(a, 0) == tinySlice({0, 0, 2, 2}));
    CHECK_EQ(outcome.drawn, 0);
}

TEST(other_labels_are_replaced_only_when_asked_and_unlocked) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    const auto volume = findVolume(*store, "a");
    const auto all = tinyMask({1, 1, 1, 1});
    const auto replace = [&] {
        DrawOutcome outcome;
        edit(*store,
             [&](ProjectWriter& w) { outcome = drawSlice(w, *store, volume, 0, LabelId{1}, all, Others::Replace); });
        return outcome;
    };
    edit(*store, [&](ProjectWriter& w) {
        w.putAnnotation(a, 0, tinySlice({0, 2, 2, 0}), {true, false, ""});
        auto other = findLabel(*store, "2");
        other.locked = true;
        w.putLabel(other);
    });
    CHECK_EQ(replace().conflicts, 2);
    CHECK(store->annotation(a, 0) == tinySlice({1, 2, 2, 1}));
    edit(*store, [&](ProjectWriter& w) {
        auto other = findLabel(*store, "2");
        other.locked = false;
        w.putLabel(other);
    });
    CHECK_EQ(replace().conflicts, 0);
    CHECK(store->annotation(a, 0) == tinySlice({1, 1, 1, 1}));
}

TEST(drawing_over_a_proposal_marks_the_slice_corrected) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    const auto volume = findVolume(*store, "a");
    edit(*store, [&](ProjectWriter& w) {
        for (const int slice : {0, 1, 2}) w.putProposal({a, slice, LabelId{1}, tinyMask({1, 1}), 0.5, 0, "m", "", {}});
        w.putReviewState(a, 1, ReviewState::Flagged);
        w.putReviewState(a, 3, ReviewState::Accepted);
    });
    edit(*store, [&](ProjectWriter& w) {
        for (const int slice : {0, 1, 3, 4}) drawSlice(w, *store, volume, slice, LabelId{1}, tinyMask({1}));
        drawSlice(w, *store, volume, 2, LabelId{2}, tinyMask({1}));
    });
    CHECK(store->reviewState(a, 0) == ReviewState::Corrected);
    CHECK(store->reviewState(a, 1) == ReviewState::Flagged);
    CHECK(store->reviewState(a, 2) == ReviewState::Untouched);  // another label's proposal
    CHECK(store->reviewState(a, 3) == ReviewState::Corrected);
    CHECK(store->reviewState(a, 4) == ReviewState::Untouched);
}

TEST(drawing_is_refused_where_it_does_not_fit) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    const auto volume = findVolume(*store, "a");
    const auto draw = [&](int slice, int id, const labels::Mask& mask) {
        edit(*store, [&](ProjectWriter& w) { drawSlice(w, *store, volume, slice, LabelId{id}, mask); });
    };
    CHECK_ERROR("slice.range", draw(5, 1, tinyMask({1})));
    CHECK_ERROR("label.unknown", draw(0, 9, tinyMask({1})));
    CHECK_ERROR("mask.size", draw(0, 1, labels::Mask(3, 4, 1)));
    auto locked = label(1, "liver");
    locked.locked = true;
    edit(*store, [&](ProjectWriter& w) { w.putLabel(locked); });
    CHECK_ERROR("label.locked", draw(0, 1, tinyMask({1})));
}
