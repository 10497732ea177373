#include "core/workflow/review_work.h"

#include "core/project/operations.h"
#include "core/project/provenance.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

/// Proposals of labels 1 on slices 0 to 3 and 2 on slice 0, by model "m".
struct Proposed {
    TemporaryFolder folder;
    std::unique_ptr<project::ProjectStore> store = storage::createProject(
        folder / "p.plb", {{LabelId{1}, "liver", {}, false, true}, {LabelId{2}, "spleen", {}, false, true}});
    VolumeId a;

    Proposed() {
        project::VolumeRecord record;
        record.name = "a";
        record.source.path = folder / "a.nii";
        record.geometry.size = {4, 4, 6};
        store->transact({"predict", "predict", "anna", 50, ""}, [&](project::ProjectWriter& w) {
            a = w.addVolume(record);
            labels::Mask left(4, 4), right(4, 4);
            left.at(0, 0) = right.at(3, 3) = 1;
            for (const int slice : {0, 1, 2, 3}) w.putProposal({a, slice, LabelId{1}, left, 0.5, 0, "m", "{}", {}});
            w.putProposal({a, 0, LabelId{2}, right, 0.5, 0, "m", "{}", {}});
        });
    }
    project::EditInfo by(double seconds) {
        return {.name = "", .tool = "", .author = "anna", .activeSeconds = seconds};
    }
    void accept(std::set<int> slices, double seconds) {
        project::acceptProposals(*store, {.slices = std::move(slices)}, by(seconds));
    }
    void draw(int slice, LabelId label, double seconds) {
        auto info = by(seconds);
        info.name = "stroke";
        info.details = project::changeDetails(a, {{slice, {label}}});
        store->transact(info,
                        [&](project::ProjectWriter& w) { w.putSetting("n", std::to_string(store->edits().size())); });
    }
    std::string day() { return store->edits().back().when.substr(0, 10); }
};

}  // namespace

TEST(details_of_a_change) {
    CHECK_EQ(project::changeDetails(VolumeId{3}, {{4, {LabelId{1}}}, {6, {LabelId{1}}}}),
             "{\"volume\":3,\"label\":1,\"changed\":[[4,1],[6,1]]}");
    CHECK_EQ(project::changeDetails(VolumeId{3}, {{4, {LabelId{1}, LabelId{2}}}}),
             "{\"volume\":3,\"changed\":[[4,1],[4,2]]}");
}

TEST(decisions_are_counted_with_their_time) {
    Proposed p;
    CHECK(!workflow::reviewHistoryOf(*p.store).secondsPerSlice);
    p.accept({0}, 8);  // two labels: 4 s each
    p.accept({1, 2}, 6);
    project::rejectProposals(*p.store, {.slices = {3}}, p.by(2));
    p.draw(1, LabelId{1}, 5);   // corrects
    p.draw(1, LabelId{1}, 7);   // goes on correcting
    p.draw(2, LabelId{2}, 90);  // another label
    p.draw(5, LabelId{1}, 90);  // never proposed
    CHECK_EQ(workflow::reviewWorkCsv(workflow::reviewHistoryOf(*p.store).work),
             "day,label,model,accepted,corrected,rejected,unchanged_rate,active_seconds,seconds_per_accepted\r\n" +
                 p.day() + ",liver,m,3,1,1,0.5,24,8\r\n" + p.day() + ",spleen,m,1,0,0,1,4,4\r\n");
    CHECK_NEAR(*workflow::reviewHistoryOf(*p.store).secondsPerSlice, 28.0 / 3, 1e-9);
}

TEST(what_is_undone_did_not_happen) {
    Proposed p;
    p.accept({0, 1, 2}, 8);
    p.draw(1, LabelId{1}, 5);
    p.store->undo();
    CHECK_EQ(workflow::reviewHistoryOf(*p.store).work.at(0).corrected, 0);
    p.store->undo();
    CHECK(workflow::reviewHistoryOf(*p.store).work.empty());
}
