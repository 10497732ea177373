#include "core/project/operations.h"
#include "core/project/provenance.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::test;

namespace {

const LabelId kLiver{1};
const LabelId kSpleen{2};

Proposal proposal(VolumeId volume, int slice, LabelId label, std::vector<std::uint8_t> pixels, double confidence) {
    return {volume, slice, label, tinyMask(std::move(pixels)), confidence, 0, "cafe", "{\"alpha\":20}", {SupportId{4}}};
}

}  // namespace

TEST(accepting_is_one_named_edit_that_undoes) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) {
        for (const int slice : {0, 1, 2}) {
            w.putProposal(proposal(a, slice, kLiver, {1, 1}, 0.3 * (slice + 1)));
            w.putReviewState(a, slice, ReviewState::Proposed);
        }
    });
    const auto outcome = acceptProposals(*store, {{}, {}, 0.5});
    CHECK_EQ(outcome.slices, 2);
    CHECK_EQ(outcome.voxels, 4);
    CHECK_EQ(outcome.left, 1);
    CHECK_EQ(outcome.conflicts, 0);
    CHECK(store->annotation(a, 1) == tinySlice({1, 1}));
    const auto source = store->annotationSource(a, 1);
    CHECK(source.accepted && !source.drawn);
    CHECK_EQ(source.model, "cafe");
    CHECK(store->reviewState(a, 0) == ReviewState::Proposed);
    CHECK(store->reviewState(a, 2) == ReviewState::Accepted);
    CHECK_EQ(store->proposals(a).size(), 1u);

    const auto last = store->edits().back();
    CHECK_EQ(last.info.name, "accept liver on 2 slices");
    CHECK_EQ(last.info.details,
             "{\"accepted\":[{\"model\":\"cafe\",\"parameters\":{\"alpha\":20},\"supports\":[4],\"slices\":[[1,1,1,0.6]"
             ",[1,2,1,"
             "0.8999999999999999]]}]}");
    store->undo();
    CHECK(store->annotatedSlices(a).empty());
    CHECK_EQ(store->proposals(a).size(), 3u);
    CHECK(store->reviewState(a, 2) == ReviewState::Proposed);
}

TEST(annotated_voxels_are_never_overwritten) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) {
        w.putAnnotation(a, 0, tinySlice({2, 0, 0, 1}), {false, true, "old"});
        w.putProposal(proposal(a, 0, kLiver, {1, 1, 0, 1}, 0.9));
    });
    const auto outcome = acceptProposals(*store, {});
    CHECK(store->annotation(a, 0) == tinySlice({2, 1, 0, 1}));
    CHECK_EQ(outcome.voxels, 1);
    CHECK_EQ(outcome.conflicts, 1);  // the voxel that is liver already is none
}

TEST(the_more_confident_proposal_gets_the_voxel) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) {
        w.putProposal(proposal(a, 0, kLiver, {1, 1, 0}, 0.6));
        w.putProposal(proposal(a, 0, kSpleen, {0, 1, 1}, 0.8));
        w.putProposal(proposal(a, 1, kLiver, {1, 1, 0}, 0.7));
        w.putProposal(proposal(a, 1, kSpleen, {0, 1, 1}, 0.7));
    });
    const auto outcome = acceptProposals(*store, {});
    CHECK(store->annotation(a, 0) == tinySlice({1, 2, 2}));
    CHECK(store->annotation(a, 1) == tinySlice({1, 1, 2}));
    CHECK_EQ(outcome.conflicts, 2);
    CHECK_EQ(outcome.slices, 4);
    CHECK_EQ(store->edits().back().info.name, "accept 2 labels on 2 slices");
}

TEST(drawn_supported_and_locked_slices_are_left) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    const auto volume = findVolume(*store, "a");
    edit(*store, [&](ProjectWriter& w) {
        drawSlice(w, *store, volume, 0, kLiver, tinyMask({0, 0, 1}));
        w.putProposal(proposal(a, 0, kLiver, {1}, 0.9));   // drawn
        w.putProposal(proposal(a, 0, kSpleen, {1}, 0.9));  // only the liver is drawn
        w.putSupport({{}, a, 1, kLiver});
        w.putProposal(proposal(a, 1, kLiver, {1}, 0.9));  // a support without voxels says: none here
    });
    auto outcome = acceptProposals(*store, {});
    CHECK_EQ(outcome.drawn, 2);
    CHECK_EQ(outcome.slices, 1);
    CHECK(store->annotation(a, 0) == tinySlice({2, 0, 1}));
    CHECK(!store->annotation(a, 1));
    CHECK_EQ(store->proposals(a).size(), 2u);
    CHECK(store->reviewState(a, 0) == ReviewState::Untouched);  // one of its proposals is left

    auto locked = label(2, "spleen");
    locked.locked = true;
    edit(*store, [&](ProjectWriter& w) {
        w.putLabel(locked);
        w.putProposal(proposal(a, 0, kSpleen, {0, 1}, 0.9));
        w.putProposal(proposal(a, 3, kLiver, {1}, 0.9));
        w.putReviewState(a, 3, ReviewState::Flagged);
    });
    outcome = acceptProposals(*store, {});
    CHECK_EQ(outcome.locked, 1);
    CHECK_EQ(outcome.slices, 1);
    CHECK(store->annotation(a, 0) == tinySlice({2, 0, 1}));
    CHECK(store->reviewState(a, 3) == ReviewState::Flagged);
}

TEST(filters_choose_volumes_and_labels) {
    TemporaryFolder folder;
    VolumeId a;
    VolumeId b;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) {
        b = w.addVolume(tinyVolume("b"));
        for (const auto volume : {a, b})
            for (const auto label : {kLiver, kSpleen})
                w.putProposal(proposal(volume, 0, label, {label == kLiver, label == kSpleen}, 0.5));
    });
    const auto outcome = acceptProposals(*store, {{b}, {kSpleen}, 0});
    CHECK_EQ(outcome.slices, 1);
    CHECK_EQ(outcome.left, 0);
    CHECK(store->annotation(b, 0) == tinySlice({0, 2}));
    CHECK_EQ(store->proposals(a).size() + store->proposals(b).size(), 3u);
    const auto edits = store->edits().size();
    CHECK_EQ(acceptProposals(*store, {{b}, {kSpleen}, 0}).slices, 0);
    CHECK_EQ(store->edits().size(), edits);
}

TEST(details_are_json_whatever_the_names) {
    ProposalInfo info;
    info.model = "a\"b\\c\n";
    CHECK_EQ(acceptanceDetails({info}),
             "{\"accepted\":[{\"model\":\"a\\\"b\\\\c\\u000a\",\"parameters\":null,\"supports\":[],\"slices\":[[0,0,0,"
             "0]]}]}");
    CHECK_EQ(acceptanceDetails({}), "{\"accepted\":[]}");
}

TEST(slices_and_voxels_can_be_chosen) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) {
        for (const int slice : {0, 1, 2}) {
            w.putProposal(proposal(a, slice, kLiver, {1, 1, 0, 1}, 0.9));
            w.putReviewState(a, slice, ReviewState::Proposed);
        }
    });
    CHECK_EQ(acceptProposals(*store, {.slices = {2}}).slices, 1);
    CHECK(store->annotation(a, 2) == tinySlice({1, 1, 0, 1}) && !store->annotation(a, 1));

    AcceptFilter component;
    component.within = labels::MaskStack{{0, tinyMask({0, 0, 0, 1})}, {1, tinyMask({0, 0, 1, 0})}};
    const auto outcome = acceptProposals(*store, component);
    CHECK_EQ(outcome.slices, 1);  // nothing is proposed within the mask on slice 1
    CHECK_EQ(outcome.voxels, 1);
    CHECK(store->annotation(a, 0) == tinySlice({0, 0, 0, 1}));
    CHECK(store->proposal(a, 0, kLiver)->mask == tinyMask({1, 1}));
    CHECK(store->reviewState(a, 0) == ReviewState::Proposed);
    CHECK(store->proposal(a, 1, kLiver)->mask == tinyMask({1, 1, 0, 1}));
    acceptProposals(*store, {.slices = {0}});
    CHECK(store->annotation(a, 0) == tinySlice({1, 1, 0, 1}));
    CHECK(store->reviewState(a, 0) == ReviewState::Accepted);
    component.within = labels::MaskStack{{1, labels::Mask(2, 2, 1)}};
    CHECK_ERROR("mask.size", acceptProposals(*store, component));
}

TEST(rejecting_touches_no_annotation) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) {
        w.putAnnotation(a, 0, tinySlice({2}), {true, false, ""});
        for (const int slice : {0, 1}) {
            w.putProposal(proposal(a, slice, kLiver, {1, 1}, 0.5));
            w.putReviewState(a, slice, ReviewState::Proposed);
        }
        w.putProposal(proposal(a, 1, kSpleen, {0, 0, 1}, 0.5));
    });
    AcceptFilter part{.slices = {0}};
    part.within = labels::MaskStack{{0, tinyMask({1})}};
    auto outcome = rejectProposals(*store, part);
    CHECK_EQ(outcome.slices, 1);
    CHECK_EQ(outcome.voxels, 1);
    CHECK(store->proposal(a, 0, kLiver)->mask == tinyMask({0, 1}));
    outcome = rejectProposals(*store, {.labels = {kLiver}}, {.name = "", .tool = "", .author = "anna"});
    CHECK_EQ(outcome.slices, 2);
    CHECK_EQ(outcome.voxels, 3);
    CHECK(store->annotation(a, 0) == tinySlice({2}));
    CHECK(store->reviewState(a, 0) == ReviewState::Untouched);
    CHECK(store->reviewState(a, 1) == ReviewState::Proposed);  // the spleen is left
    const auto last = store->edits().back().info;
    CHECK_EQ(last.name, "reject liver on 2 slices");
    CHECK_EQ(last.author, "anna");
    CHECK(last.details.find("{\"rejected\":[{\"model\":\"cafe\"") == 0);
    store->undo();
    CHECK_EQ(store->proposals(a).size(), 3U);
}

TEST(doubts_about_a_support) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    CHECK(supportDoubts(*store, a, 0, kLiver).any());  // nothing is drawn
    edit(*store, [&](ProjectWriter& w) {
        w.putAnnotation(a, 0, tinySlice({1, 1, 2}), {true, false, ""});
        w.putProposal(proposal(a, 0, kLiver, {0, 1, 1, 1}, 0.5));
    });
    auto doubts = supportDoubts(*store, a, 0, kLiver);
    CHECK_EQ(doubts.drawn, 2);
    CHECK_EQ(doubts.proposed, 2);
    CHECK(!doubts.locked && !doubts.accepted);
    CHECK(!supportDoubts(*store, a, 0, kSpleen).any());

    auto locked = label(2, "spleen");
    locked.locked = true;
    edit(*store, [&](ProjectWriter& w) {
        w.putLabel(locked);
        w.putAnnotation(a, 0, tinySlice({1, 1, 2}), {true, true, "m"});
    });
    doubts = supportDoubts(*store, a, 0, kLiver);
    CHECK(doubts.locked && doubts.accepted);
    edit(*store, [&](ProjectWriter& w) { w.putReviewState(a, 0, ReviewState::Corrected); });
    CHECK(!supportDoubts(*store, a, 0, kLiver).accepted);

    SupportId first;
    edit(*store, [&](ProjectWriter& w) {
        first = markSupport(w, *store, a, 0, kLiver);
        w.putSupport({first, a, 0, kLiver, 2.5, false});
    });
    CHECK(!store->proposal(a, 0, kLiver));
    edit(*store, [&](ProjectWriter& w) { markSupport(w, *store, a, 0, kLiver); });
    CHECK_EQ(store->supports().size(), 1U);
    CHECK(store->supports()[0].enabled);
    CHECK_EQ(store->supports()[0].weight, 2.5);
}

TEST(what_is_there_is_replaced_only_when_the_user_says_so) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) {
        auto kidney = label(3, "kidney");
        kidney.locked = true;
        w.putLabel(kidney);
        w.putAnnotation(a, 0, tinySlice({2, 2, 3, 0, 0, 1}), {true, false, ""});
        w.putProposal(proposal(a, 0, kLiver, {1, 1, 1, 1}, 0.9));
    });
    // The label is drawn on the slice: kept.
    CHECK_EQ(acceptProposals(*store, {}).drawn, 1);
    AcceptFilter filter;
    filter.others = Others::Replace;
    const auto edits = store->edits().size();
    const auto tried = tryAcceptance(*store, filter);
    CHECK_EQ(tried.replaced, 2);
    CHECK_EQ(tried.conflicts, 1);
    CHECK((tried.conflictsWith == std::map<LabelId, std::int64_t>{{LabelId{3}, 1}}));
    CHECK_EQ(store->edits().size(), edits);
    CHECK(store->annotation(a, 0) == tinySlice({2, 2, 3, 0, 0, 1}));
    const auto done = acceptProposals(*store, filter);
    CHECK_EQ(done.replaced, 2);
    CHECK_EQ(done.voxels, 3);
    CHECK(store->annotation(a, 0) == tinySlice({1, 1, 3, 1, 0, 1}));
    store->undo();
    CHECK(store->annotation(a, 0) == tinySlice({2, 2, 3, 0, 0, 1}));
}

TEST(two_proposals_for_one_voxel_do_not_replace_each_other) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) {
        w.putProposal(proposal(a, 0, kLiver, {1, 1}, 0.9));
        w.putProposal(proposal(a, 0, kSpleen, {0, 1, 1}, 0.8));
    });
    AcceptFilter filter;
    filter.others = Others::Replace;
    const auto outcome = acceptProposals(*store, filter);
    CHECK(store->annotation(a, 0) == tinySlice({1, 1, 2}));
    CHECK_EQ(outcome.conflictsWith.at(kLiver), 1);
}

TEST(named_voxels_are_accepted_where_the_label_is_drawn_too) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) {
        w.putAnnotation(a, 0, tinySlice({0, 0, 0, 0, 1}), {true, false, ""});
        w.putProposal(proposal(a, 0, kLiver, {1, 1, 1}, 0.9));
    });
    AcceptFilter filter;
    filter.within.emplace()[0] = tinyMask({0, 1});
    CHECK_EQ(acceptProposals(*store, filter).voxels, 1);
    CHECK(store->annotation(a, 0) == tinySlice({0, 1, 0, 0, 1}));
    CHECK(store->proposal(a, 0, kLiver)->mask == tinyMask({1, 0, 1}));
}
