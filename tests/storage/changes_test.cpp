#include "storage/project_file.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::test;

namespace {

using Slices = std::map<VolumeId, std::set<int>>;

/// A project with one volume that collects what its store tells.
struct Observed {
    TemporaryFolder folder;
    VolumeId a;
    std::unique_ptr<ProjectStore> store = newProject(folder / "p.plb", &a);
    std::vector<Changes> told;

    Observed() {
        store->onChanged([this](const Changes& changes) { told.push_back(changes); });
    }
    Changes last(std::size_t expectedCount) const {
        CHECK_EQ(told.size(), expectedCount);
        return told.back();
    }
};

}  // namespace

TEST(drawing_tells_its_slices_and_so_do_undo_and_redo) {
    Observed p;
    edit(*p.store, [&](ProjectWriter& w) {
        w.putAnnotation(p.a, 1, tinySlice({1}), {});
        w.putAnnotation(p.a, 3, tinySlice({2}), {});
        w.putReviewState(p.a, 3, ReviewState::Corrected);
    });
    const auto isEdit = [&](const Changes& changes) {
        return changes.annotation == Slices{{p.a, {1, 3}}} && changes.states == Slices{{p.a, {3}}} &&
               changes.proposals.empty() && !changes.volumes && !changes.labels && !changes.supports &&
               !changes.models && !changes.settings;
    };
    CHECK(isEdit(p.last(1)));
    p.store->undo();
    CHECK(isEdit(p.last(2)));
    p.store->redo();
    CHECK(isEdit(p.last(3)));

    // Only the source of the voxels changes: a row that is updated.
    edit(*p.store, [&](ProjectWriter& w) { w.putAnnotation(p.a, 3, tinySlice({2}), {true, true, "m"}); });
    CHECK(p.last(4).annotation == (Slices{{p.a, {3}}}));
}

TEST(each_list_is_told) {
    Observed p;
    edit(*p.store, [&](ProjectWriter& w) { w.putSupport({{}, p.a, 2, LabelId{1}}); });
    CHECK(p.last(1).supports && !p.last(1).labels && p.last(1).annotation.empty());
    edit(*p.store, [&](ProjectWriter& w) { w.putProposal({p.a, 4, LabelId{1}, tinyMask({1}), 0.5, 0, "m", "", {}}); });
    CHECK(p.last(2).proposals == (Slices{{p.a, {4}}}));
    CHECK(!p.last(2).supports);
    edit(*p.store, [&](ProjectWriter& w) { w.putLabel(label(3, "kidney")); });
    CHECK(p.last(3).labels && !p.last(3).volumes);
    edit(*p.store, [&](ProjectWriter& w) { w.putModel({"m", "", "", 0, 0, "", ""}); });
    CHECK(p.last(4).models);
    edit(*p.store, [&](ProjectWriter& w) { w.putSetting("k", "v"); });
    CHECK(p.last(5).settings && !p.last(5).models);
    edit(*p.store, [&](ProjectWriter& w) { w.removeVolume(p.a); });
    CHECK(p.last(6).volumes && p.last(6).supports);
    CHECK(p.last(6).proposals == (Slices{{p.a, {4}}}));
}

TEST(what_changes_nothing_or_fails_is_not_told) {
    Observed p;
    edit(*p.store, [&](ProjectWriter& w) { w.putLabel(label(1, "liver")); });
    CHECK_ERROR("label.id", edit(*p.store, [&](ProjectWriter& w) {
                    w.putSetting("k", "v");
                    w.putLabel(label(0, "none"));
                }));
    CHECK(!p.store->redo());
    CHECK_EQ(p.told.size(), 0U);
}

TEST(receivers_see_a_finished_edit_and_may_make_one) {
    Observed p;
    p.store->onChanged([&](const Changes& changes) {
        CHECK_EQ(p.store->setting("k").value(), "v");
        if (!changes.labels) edit(*p.store, [](ProjectWriter& w) { w.putLabel(label(3, "kidney")); });
    });
    edit(*p.store, [](ProjectWriter& w) { w.putSetting("k", "v"); });
    CHECK_EQ(p.told.size(), 2U);
    CHECK_EQ(p.store->edits().size(), 3U);
}

TEST(changes_add_up) {
    Changes sum;
    CHECK(sum.empty());
    Changes one;
    one.annotation[VolumeId{1}] = {2, 3};
    Changes two;
    two.annotation[VolumeId{1}] = {3, 4};
    two.states[VolumeId{2}] = {0};
    two.models = true;
    sum.add(one);
    sum.add(two);
    CHECK(!sum.empty() && sum.models && !sum.labels);
    CHECK(sum.annotation == (Slices{{VolumeId{1}, {2, 3, 4}}}));
    CHECK(sum.states == (Slices{{VolumeId{2}, {0}}}));
}
