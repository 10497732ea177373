#include "core/workflow/activity.h"

#include "core/project/operations.h"
#include "core/project/provenance.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using workflow::Activity;

namespace {

/// An edit that changes something.
void work(project::ProjectStore& store, const std::string& author, const std::string& tool, double seconds,
          VolumeId volume, LabelId label) {
    static int count = 0;
    project::EditInfo info{"work", tool, author, seconds, project::subjectDetails(volume, label)};
    store.transact(info, [&](project::ProjectWriter& w) { w.putSetting("n", std::to_string(++count)); });
}

}  // namespace

TEST(details_of_a_subject) {
    CHECK_EQ(project::subjectDetails(VolumeId{3}, LabelId{1}), "{\"volume\":3,\"label\":1}");
    CHECK_EQ(project::subjectDetails({}, LabelId{1}), "{\"label\":1}");
    CHECK_EQ(project::subjectDetails({}, {}), "{}");
}

TEST(work_adds_up_by_annotator_tool_volume_and_label) {
    TemporaryFolder folder;
    auto store = storage::createProject(folder / "p.plb", {{LabelId{1}, "liver", {}, false, true}});
    project::VolumeRecord record;
    record.name = "a";
    record.source.path = folder / "a.nii";
    record.geometry.size = {4, 4, 6};
    VolumeId a;
    store->transact({"import", "import", "anna", 2, ""}, [&](project::ProjectWriter& w) { a = w.addVolume(record); });
    work(*store, "anna", "brush", 10, a, LabelId{1});
    work(*store, "anna", "brush", 5.5, a, LabelId{1});
    work(*store, "anna", "brush", 1, a, LabelId{2});  // a label that is gone
    work(*store, "ben", "brush", 7, a, LabelId{1});
    work(*store, "ben", "fill", 100, a, LabelId{1});
    store->undo();
    store->transact({"odd", "script", "=ben", 0, "no, JSON"},
                    [](project::ProjectWriter& w) { w.putSetting("x", "1"); });

    CHECK_EQ(workflow::activityCsv(workflow::activityOf(*store)),
             "annotator,tool,volume,label,active_seconds,edits,accepted_slices\r\n"
             "'=ben,script,,,0,1,0\r\n"
             "anna,brush,a,liver,15.5,2,0\r\n"
             "anna,brush,a,#2,1,1,0\r\n"
             "anna,import,,,2,1,0\r\n"
             "ben,brush,a,liver,7,1,0\r\n");
}

TEST(accepted_slices_are_counted_and_share_the_time) {
    TemporaryFolder folder;
    auto store = storage::createProject(
        folder / "p.plb", {{LabelId{1}, "liver", {}, false, true}, {LabelId{2}, "spleen", {}, false, true}});
    project::VolumeRecord record;
    record.name = "a";
    record.source.path = folder / "a.nii";
    record.geometry.size = {4, 4, 6};
    store->transact({"predict", "predict", "anna", 0, ""}, [&](project::ProjectWriter& w) {
        const auto a = w.addVolume(record);
        for (const int slice : {0, 1, 2})
            w.putProposal({a, slice, LabelId{1}, labels::Mask(4, 4, 1), 0.5, 0, "m", "{}", {}});
        w.putProposal({a, 5, LabelId{2}, labels::Mask(4, 4, 1), 0.5, 0, "m", "{}", {}});
    });
    project::acceptProposals(*store, {});
    const auto activity = workflow::activityOf(*store);
    CHECK_EQ(activity.size(), 3U);
    int liver = 0;
    int spleen = 0;
    for (const auto& row : activity) {
        if (row.label == "liver") liver += row.acceptedSlices;
        if (row.label == "spleen") spleen += row.acceptedSlices;
    }
    CHECK_EQ(liver, 3);
    CHECK_EQ(spleen, 1);

    // The same acceptance as a window would record it, with 8 s of looking.
    auto info = store->edits().back().info;
    info.author = "ben";
    info.activeSeconds = 8;
    store->transact(info, [](project::ProjectWriter& w) { w.putSetting("x", "1"); });
    for (const auto& row : workflow::activityOf(*store))
        if (row.author == "ben") CHECK_EQ(row.activeSeconds, row.label == "liver" ? 6 : 2);
}
