#include "core/project/review_marks.h"

#include "core/project/operations.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::test;

TEST(a_flag_hides_what_the_slice_is) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) {
        w.putProposal({a, 0, LabelId{1}, tinyMask({1}), 0.5, 0, "m", "", {}});
        w.putAnnotation(a, 1, tinySlice({1}), {false, true, "m"});
        w.putAnnotation(a, 2, tinySlice({1}), {true, true, "m"});
        w.putAnnotation(a, 3, tinySlice({1}), {true, false, ""});
        for (int slice = 0; slice < 5; ++slice) w.putReviewState(a, slice, ReviewState::Proposed);
    });
    const auto flag = [&](bool on) {
        edit(*store, [&](ProjectWriter& w) {
            for (int slice = 0; slice < 5; ++slice) flagSlice(w, *store, a, slice, on);
        });
    };
    flag(true);
    CHECK_EQ(store->counts().at(a).states.at(ReviewState::Flagged), 5);
    flag(false);
    CHECK((store->reviewStates(a) == std::map<int, ReviewState>{{0, ReviewState::Proposed},
                                                                {1, ReviewState::Accepted},
                                                                {2, ReviewState::Corrected}}));
}

TEST(a_second_reader_confirms_and_a_correction_takes_it_back) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) {
        w.putAnnotation(a, 1, tinySlice({1}), {false, true, "m"});
        w.putReviewState(a, 1, ReviewState::Accepted);
        w.putProposal({a, 2, LabelId{1}, tinyMask({1}), 0.5, 0, "m", "", {}});
    });
    edit(*store, [&](ProjectWriter& w) { confirmSlice(w, *store, a, 1); });
    CHECK(store->reviewState(a, 1) == ReviewState::Confirmed);
    CHECK_ERROR("review.proposed", edit(*store, [&](ProjectWriter& w) { confirmSlice(w, *store, a, 2); }));
    edit(*store, [&](ProjectWriter& w) { drawSlice(w, *store, store->volumes()[0], 1, LabelId{1}, tinyMask({1, 1})); });
    CHECK(store->reviewState(a, 1) == ReviewState::Corrected);
}
