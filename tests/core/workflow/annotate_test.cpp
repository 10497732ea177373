#include "core/workflow/annotate.h"

#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using workflow::annotate;

static workflow::AnnotateOptions drawing(BlocksProject& p, const std::string& mask) {
    workflow::AnnotateOptions options;
    options.volume = "b";
    options.mask = p.folder / mask;
    options.label = "big";
    return options;
}

TEST(listed_slices_are_drawn_and_marked) {
    BlocksProject p;
    const auto outcome = p.draw("big", "0,2,4-5");
    CHECK((outcome.slices == std::vector<int>{0, 2, 4, 5}));
    CHECK((outcome.supports == std::vector<int>{2, 4, 5}));  // nothing to learn from slice 0
    CHECK_EQ(outcome.voxels, 3 * 144);
    CHECK_EQ(p.store->supports().size(), 5U);
    CHECK_EQ(labels::countNonZero(*p.store->annotation(p.store->volumes()[0].id, 4)), 144);
}

TEST(a_support_without_the_label_is_refused) {
    BlocksProject p;
    CHECK(CHECK_ERROR("annotate.support", p.draw("big", "0")).find("slices 0,") != std::string::npos);
    CHECK_EQ(p.store->supports().size(), 2U);  // the fixture's own
    CHECK(p.draw("big", "0", false).supports.empty());
}

TEST(all_slices_are_those_that_show_the_label) {
    BlocksProject p;
    const auto outcome = p.draw("small", "all", false);
    CHECK((outcome.slices == std::vector<int>{1, 2, 3, 4, 5, 6}));
    CHECK(outcome.supports.empty());
}

TEST(a_listed_slice_without_the_label_loses_it) {
    BlocksProject p;
    auto options = drawing(p, "b_mask.nii");
    writeScan(blocksTruth(9), options.mask);
    annotate(*p.store, options, p.control);
    writeScan(makeScan({64, 64, 8}, {1, 1, 5}, [](int x, int, int z) { return z == 0 && x == 0 ? 1 : 0; }),
              options.mask);
    options.slices = "4";
    annotate(*p.store, options, p.control);
    CHECK(!p.store->annotation(p.store->volumes()[1].id, 4));
    CHECK(p.store->annotation(p.store->volumes()[1].id, 5).has_value());
}

// b_mask shows the object on slices 4 and 5 only, where another mask was drawn on more before.
TEST(a_mask_of_the_whole_object_clears_the_slices_where_it_is_empty) {
    BlocksProject p;
    auto options = drawing(p, "b_mask.nii");
    writeScan(blocksTruth(9), options.mask);
    options.slices = "all";
    annotate(*p.store, options, p.control);
    const auto volume = p.store->volumes()[1].id;
    CHECK(p.store->slicesShowing(volume, LabelId{1}).size() > 2);
    writeScan(makeScan({64, 64, 8}, {1, 1, 5}, [](int x, int, int z) { return (z == 4 || z == 5) && x == 0 ? 1 : 0; }),
              options.mask);
    options.complete = true;
    annotate(*p.store, options, p.control);
    CHECK((p.store->slicesShowing(volume, LabelId{1}) == std::vector<int>{4, 5}));
}

TEST(another_value_of_the_mask_is_chosen) {
    BlocksProject p;
    auto options = drawing(p, "values.nii");
    writeScan(makeScan({64, 64, 8}, {1, 1, 5}, [](int x, int, int) { return x < 10   ? 200
                                                                            : x < 15 ? 500
                                                                                     : 0; }),
              options.mask);
    CHECK(CHECK_ERROR("mask.value", annotate(*p.store, options, p.control)).find("200, 500") != std::string::npos);
    options.value = 500;
    CHECK_EQ(annotate(*p.store, options, p.control).voxels, 5 * 64 * 8);
    options.value = 501;
    CHECK_ERROR("mask.value", annotate(*p.store, options, p.control));
}

TEST(the_only_value_needs_no_name) {
    BlocksProject p;
    auto options = drawing(p, "one.nii");
    writeScan(makeScan({64, 64, 8}, {1, 1, 5}, [](int x, int, int z) { return x < 3 && z == 2 ? 77 : 0; }),
              options.mask);
    const auto outcome = annotate(*p.store, options, p.control);
    CHECK_EQ(outcome.value, 77);
    CHECK((outcome.slices == std::vector<int>{2}));
}

TEST(an_empty_mask_is_refused) {
    BlocksProject p;
    auto options = drawing(p, "empty.nii");
    writeScan(makeScan({64, 64, 8}, {1, 1, 5}, [](int, int, int) { return 0; }), options.mask);
    CHECK_ERROR("mask.value", annotate(*p.store, options, p.control));
}

TEST(another_grid_is_named_or_resampled) {
    BlocksProject p;
    auto options = drawing(p, "coarse.nii");
    // Half the resolution in plane: each voxel covers 2 x 2. The affine keeps the outer edges in place.
    auto mask = makeScan({32, 32, 8}, {2, 2, 5},
                         [](int x, int y, int z) { return x >= 4 && x < 10 && y >= 6 && y < 9 && z == 4 ? 1 : 0; });
    mask.sform[3] = -19.5F;
    mask.sform[7] = -29.5F;
    writeScan(mask, options.mask);
    const auto before = p.store->edits().size();
    CHECK(CHECK_ERROR("mask.grid", annotate(*p.store, options, p.control)).find("--resample") != std::string::npos);
    CHECK_EQ(p.store->edits().size(), before);
    options.resample = true;
    const auto outcome = annotate(*p.store, options, p.control);
    CHECK((outcome.slices == std::vector<int>{4}));
    CHECK_EQ(outcome.voxels, 12 * 6);
}

TEST(wrong_names_and_slices_change_nothing) {
    BlocksProject p;
    const auto before = p.store->edits().size();
    auto options = drawing(p, "a_truth.nii");
    options.slices = "7-9";
    CHECK_ERROR("slices.range", annotate(*p.store, options, p.control));
    options.slices = "3;4";
    CHECK_ERROR("slices.syntax", annotate(*p.store, options, p.control));
    options.slices = "all";
    options.label = "huge";
    CHECK_ERROR("label.unknown", annotate(*p.store, options, p.control));
    options.volume = "c";
    CHECK_ERROR("volume.unknown", annotate(*p.store, options, p.control));
    CHECK_EQ(p.store->edits().size(), before);
}

TEST(one_annotation_is_one_undo_step) {
    BlocksProject p;
    p.draw("big", "all");
    p.store->undo();
    CHECK((p.store->annotatedSlices(p.store->volumes()[0].id) == std::vector<int>{3}));
    CHECK_EQ(p.store->supports().size(), 2U);
}
