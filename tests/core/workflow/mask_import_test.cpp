#include "core/workflow/mask_import.h"

#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using namespace protolabel::workflow;

namespace {

/// Blocks 1 and 2 of "b" as values 10 and 20, and a third of 6 voxels on slice 0, 30.
MaskImportOptions threeValues(BlocksProject& p) {
    auto scan = blocksTruth(9);
    for (auto& voxel : scan.voxels) voxel = static_cast<std::int16_t>(voxel * 10);
    for (std::size_t i = 0; i < 6; ++i) scan.voxels[i] = 30;
    MaskImportOptions options;
    options.volume = "b";
    options.mask = p.folder / "mask.nii";
    writeScan(scan, options.mask);
    return options;
}

const MaskImportOutcome::Entry& of(const MaskImportOutcome& outcome, std::int64_t label) {
    for (const auto& entry : outcome.labels)
        if (entry.label.value == label) return entry;
    throw Failure("no entry of the label");
}

}  // namespace

TEST(the_values_of_a_mask_are_listed) {
    BlocksProject p;
    const auto options = threeValues(p);
    const auto contents = inspectMask(*p.store, "b", options.mask);
    CHECK_EQ(contents.values.size(), 3U);
    CHECK_EQ(contents.values[0].value, 10);
    CHECK_EQ(contents.values[0].voxels, 6 * 144);
    CHECK_EQ(contents.values[2].voxels, 6);
    CHECK(!contents.values[0].label);
    CHECK(contents.gridDifference.empty() && contents.sameSize);
    CHECK_EQ(inspectMask(*p.store, "a", p.folder / "a_truth.nii").values[1].label.value, 2);
}

TEST(values_become_labels_in_one_edit) {
    BlocksProject p;
    auto options = threeValues(p);
    options.mapping = {{10, LabelId{1}}, {20, LabelId{1}}, {30, "vessel"}, {99, LabelId{2}}};
    const auto edits = p.store->edits().size();
    const auto outcome = importMask(*p.store, options, p.control);
    CHECK_EQ(p.store->edits().size(), edits + 1);
    CHECK_EQ(outcome.slices, 7);
    CHECK_EQ(outcome.labels.size(), 2U);
    CHECK_EQ(of(outcome, 1).voxels, blocksTruth(9).count(1) + blocksTruth(9).count(2));
    CHECK_EQ(of(outcome, 30).name, "vessel");
    CHECK_EQ(of(outcome, 30).voxels, 6);
    const auto b = p.store->volumes()[1].id;
    const auto truth = blocksTruth(9);
    const auto slice = p.store->annotation(b, 3).value();
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x) CHECK_EQ(slice.at(x, y), truth.at(x, y, 3) != 0 ? 1 : 0);
    CHECK(p.store->annotationSource(b, 3).drawn);
    p.store->undo();
    CHECK(p.store->annotatedSlices(b).empty());
    CHECK_EQ(p.store->labels().size(), 2U);
}

TEST(what_is_drawn_stays_unless_asked) {
    BlocksProject p;
    auto options = threeValues(p);
    const auto b = p.store->volumes()[1].id;
    const auto draw = [&] {
        p.store->transact(named("draw"), [&](project::ProjectWriter& writer) {
            labels::LabelSlice slice(64, 64, 2);
            slice.at(63, 63) = 1;
            writer.putAnnotation(b, 3, slice, {});
        });
    };
    draw();
    options.mapping = {{10, LabelId{1}}};
    auto outcome = importMask(*p.store, options, p.control);
    CHECK_EQ(of(outcome, 1).conflicts, 144);
    CHECK_EQ(of(outcome, 1).voxels, 5 * 144);
    CHECK_EQ(p.store->annotation(b, 3)->at(63, 63), 1);  // not erased where the mask has nothing

    options.replaceOthers = true;
    outcome = importMask(*p.store, options, p.control);
    CHECK_EQ(of(outcome, 1).conflicts, 0);
    CHECK_EQ(of(outcome, 1).voxels, 6 * 144);

    draw();
    p.store->transact(named("lock"), [](project::ProjectWriter& writer) {
        writer.putLabel({LabelId{2}, "small", {}, true, true});
    });
    outcome = importMask(*p.store, options, p.control);
    CHECK_EQ(of(outcome, 1).conflicts, 144);
    options.mapping = {{10, LabelId{2}}};
    CHECK_ERROR("label.locked", importMask(*p.store, options, p.control));
}

TEST(a_new_name_that_exists_is_that_label_and_ids_stay_free) {
    BlocksProject p;
    auto options = threeValues(p);
    auto scan = blocksTruth(9);
    writeScan(scan, options.mask);  // values 1 and 2, the ids of big and small
    options.mapping = {{1, "small"}, {2, "other"}};
    const auto outcome = importMask(*p.store, options, p.control);
    CHECK_EQ(of(outcome, 2).voxels, scan.count(1));
    CHECK_EQ(of(outcome, 3).name, "other");
    CHECK_EQ(of(outcome, 3).voxels, scan.count(2));
}

TEST(what_does_not_fit_is_refused) {
    BlocksProject p;
    auto options = threeValues(p);
    const auto edits = p.store->edits().size();
    options.mapping = {{11, LabelId{1}}};
    CHECK(CHECK_ERROR("mask.value", importMask(*p.store, options, p.control)).find("10, 20, 30") != std::string::npos);
    options.mapping = {{10, LabelId{9}}};
    CHECK_ERROR("label.unknown", importMask(*p.store, options, p.control));
    options.mapping = {{10, "new"}, {20, ""}};
    CHECK_ERROR("label.name", importMask(*p.store, options, p.control));
    CHECK_EQ(p.store->labels().size(), 2U);

    auto shifted = blocksTruth(9);
    shifted.sform[3] += 7;
    writeScan(shifted, options.mask);
    options.mapping = {{1, LabelId{1}}};
    CHECK(CHECK_ERROR("mask.grid", importMask(*p.store, options, p.control)).find("origin") != std::string::npos);
    const auto contents = inspectMask(*p.store, "b", options.mask);
    CHECK(contents.sameSize && contents.gridDifference.find("origin") != std::string::npos);
    CHECK_EQ(p.store->edits().size(), edits);
    options.grid = OtherGrid::ByIndex;
    CHECK_EQ(of(importMask(*p.store, options, p.control), 1).voxels, 6 * 144);
}
