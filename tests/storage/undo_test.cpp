#include "storage/project_file.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::test;

TEST(undo_and_redo_work_across_reopening) {
    TemporaryFolder folder;
    VolumeId a;
    {
        auto store = newProject(folder / "p.plb", &a);
        edit(
            *store,
            [&](ProjectWriter& w) {
                w.putAnnotation(a, 0, tinySlice({1, 1}), {true, false, ""});
            },
            "draw");
        edit(
            *store,
            [&](ProjectWriter& w) {
                w.putAnnotation(a, 0, tinySlice({1, 2, 2}), {true, true, "m"});
            },
            "change");
    }
    {
        auto store = storage::openProject(folder / "p.plb");
        const auto undone = store->undo();
        CHECK(undone && undone->undone);
        CHECK_EQ(undone->info.name, "change");
        CHECK(store->annotation(a, 0) == tinySlice({1, 1}));
        CHECK(!store->annotationSource(a, 0).accepted);
        CHECK_EQ(store->annotationCounts(a).size(), 1u);
        CHECK_EQ(store->annotationCounts(a)[0].second, 2);
    }
    {
        auto store = storage::openProject(folder / "p.plb");
        CHECK_EQ(store->edits().size(), 3u);
        CHECK(store->edits()[2].undone);
        CHECK_EQ(store->nextUndo()->info.name, "draw");
        CHECK_EQ(store->nextRedo()->info.name, "change");
        CHECK_EQ(store->undo()->info.name, "draw");
        CHECK(!store->annotation(a, 0));
        CHECK(store->annotatedSlices(a).empty());
        CHECK_EQ(store->redo()->info.name, "draw");
        CHECK_EQ(store->redo()->info.name, "change");
        CHECK(!store->redo());
        CHECK(!store->nextRedo());
        CHECK_EQ(store->nextUndo()->info.name, "change");
        CHECK(store->annotation(a, 0) == tinySlice({1, 2, 2}));
        CHECK(store->annotationSource(a, 0).accepted);
    }
}

TEST(the_labels_a_project_is_made_with_are_no_edit) {
    TemporaryFolder folder;
    auto store = storage::createProject(folder / "p.plb", {{LabelId{3}, "liver", {}, false, true}});
    CHECK_EQ(store->labels().size(), 1U);
    CHECK(!store->undo().has_value());
    CHECK_EQ(store->labels().at(0).name, "liver");
}

TEST(a_new_edit_ends_redo) {
    TemporaryFolder folder;
    auto store = newProject(folder / "p.plb");
    edit(*store, [](ProjectWriter& w) { w.putSetting("k", "1"); });
    store->undo();
    edit(*store, [](ProjectWriter& w) { w.putSetting("k", "2"); });
    CHECK(!store->redo());
    CHECK_EQ(store->edits().size(), 2u);
    CHECK_EQ(store->setting("k").value(), "2");
}

TEST(all_kinds_of_rows_take_part) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) {
        w.putAnnotation(a, 0, tinySlice({1}), {});
        w.putReviewState(a, 0, ReviewState::Flagged);
        w.putSupport({{}, a, 0, LabelId{1}});
        w.putProposal({a, 1, LabelId{1}, tinyMask({1}), 0.5, 0, "m", "", {}});
        w.putModel({"m", "", "", 0, 0, "", ""});
        w.putSetting("k", "v");
    });
    edit(*store, [&](ProjectWriter& w) { w.removeVolume(a); });
    CHECK(store->volumes().empty() && store->supports().empty() && store->proposals(a).empty());
    store->undo();
    CHECK_EQ(store->volumes().size(), 1u);
    CHECK(store->volumes()[0].id == a);
    CHECK(store->annotation(a, 0).has_value() && store->proposal(a, 1, LabelId{1}).has_value());
    CHECK_EQ(store->supports().size(), 1u);
    store->undo();
    CHECK(store->models().empty() && !store->setting("k") && store->supports().empty());
    CHECK(store->reviewState(a, 0) == ReviewState::Untouched);
    store->undo();
    CHECK(store->volumes().empty() && store->labels().empty());
    CHECK(!store->undo());
    while (store->redo()) {
    }
    CHECK(store->volumes().empty());
    CHECK_EQ(store->labels().size(), 2u);
    CHECK_EQ(store->models().size(), 1u);
}

TEST(swapped_names_undo) {
    TemporaryFolder folder;
    auto store = newProject(folder / "p.plb");
    edit(*store, [](ProjectWriter& w) {
        w.putLabel(label(1, "?"));
        w.putLabel(label(2, "liver"));
        w.putLabel(label(1, "spleen"));
    });
    store->undo();
    CHECK_EQ(store->labels()[0].name, "liver");
    store->redo();
    CHECK_EQ(store->labels()[0].name, "spleen");
}

TEST(ids_are_not_used_again) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    SupportId first;
    SupportId second;
    edit(*store, [&](ProjectWriter& w) { first = w.putSupport({{}, a, 0, LabelId{1}}); });
    store->undo();
    edit(*store, [&](ProjectWriter& w) { second = w.putSupport({{}, a, 1, LabelId{1}}); });
    CHECK(first != second);  // a proposal that names the first keeps naming nothing else
}

TEST(an_edit_that_changes_nothing_is_not_recorded) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    const auto draw = [&](ProjectWriter& w) { w.putAnnotation(a, 0, tinySlice({1}), {}); };
    CHECK(static_cast<bool>(edit(*store, draw)));
    CHECK(!edit(*store, draw));
    CHECK(!edit(*store, [&](ProjectWriter& w) { w.removeSupport(SupportId{5}); }));
    CHECK_EQ(store->edits().size(), 2u);
}

TEST(an_exception_rolls_everything_back) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    bool seen = false;
    CHECK_ERROR("volume.unknown", edit(*store, [&](ProjectWriter& w) {
                    w.putAnnotation(a, 0, tinySlice({1}), {});
                    seen = store->annotation(a, 0).has_value();  // reads inside see the writes
                    w.putReviewState(VolumeId{99}, 0, ReviewState::Flagged);
                }));
    CHECK(seen);
    CHECK(!store->annotation(a, 0));
    CHECK_EQ(store->edits().size(), 1u);
    edit(*store, [&](ProjectWriter& w) { w.putAnnotation(a, 0, tinySlice({2}), {}); });
    CHECK(store->annotation(a, 0) == tinySlice({2}));
}

TEST(a_refused_argument_leaves_the_rest_of_the_edit_intact) {
    TemporaryFolder folder;
    auto store = newProject(folder / "p.plb");
    edit(*store, [](ProjectWriter& w) {
        CHECK_ERROR("volume.name", w.addVolume(tinyVolume("a")));
        w.addVolume(tinyVolume("a-2"));
    });
    CHECK_EQ(store->volumes().size(), 2u);
}

TEST(a_failure_of_the_database_cannot_be_swallowed) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    CHECK_ERROR("project.reference", edit(*store, [&](ProjectWriter& w) {
                    w.putSetting("k", "before");
                    // NaN is NULL to SQLite, which the column refuses.
                    CHECK_ERROR("project.reference", w.putSupport({{}, a, 0, LabelId{1}, std::nan(""), true}));
                    CHECK_ERROR("project.reference", w.putSetting("k", "after"));
                }));
    CHECK(!store->setting("k"));
    CHECK_EQ(store->edits().size(), 1u);
}

TEST(edits_do_not_nest) {
    TemporaryFolder folder;
    auto store = newProject(folder / "p.plb");
    CHECK_ERROR("project.nested", edit(*store, [&](ProjectWriter&) { store->undo(); }));
    CHECK_ERROR("project.nested", edit(*store, [&](ProjectWriter&) { edit(*store, [](ProjectWriter&) {}); }));
}
