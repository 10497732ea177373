#include "core/workflow/segmenter.h"

#include "tests/support/check.h"

using namespace protolabel;

namespace {

project::VolumeRecord tenSlices(std::int64_t id) {
    project::VolumeRecord volume;
    volume.id = VolumeId{id};
    volume.geometry.size = {8, 8, 10};
    return volume;
}

workflow::Example onSlice(const project::VolumeRecord& volume, int slice) {
    labels::Mask mask(8, 8);
    mask.at(3, 3) = 1;
    return workflow::makeExample(volume, "image", slice, 1, mask);
}

}  // namespace

TEST(leaving_one_out_no_slice_is_segmented_from_itself) {
    workflow::SegmenterOptions byOthers;
    byOthers.byOthers = true;
    const auto a = tenSlices(1), b = tenSlices(2);
    const std::vector<workflow::Example> examples{onSlice(a, 2), onSlice(a, 6)};
    std::vector<int> used;
    const auto request = workflow::segmenterRequest(examples, a, "image", {{2, {1}}, {3, {1}}}, byOthers, used);
    CHECK_EQ(request.queries.size(), 2U);
    CHECK(used == (std::vector<int>{1, 0}));  // slice 2 by the drawn slice 6, slice 3 by the nearest, 2
    CHECK_EQ(request.supports.at(0).slice, 6);
    used.clear();
    workflow::segmenterRequest(examples, a, "image", {{2, {1}}, {3, {1}}}, {}, used);
    CHECK(used == (std::vector<int>{0}));  // otherwise itself, the nearest

    used.clear();
    const auto alone = workflow::segmenterRequest({examples[0]}, a, "image", {{2, {1}}, {3, {1}}}, byOthers, used);
    CHECK_EQ(alone.queries.size(), 1U);
    CHECK_EQ(alone.queries[0].slice, 3);
    used.clear();
    // The same slice of another volume is another slice.
    CHECK_EQ(workflow::segmenterRequest({examples[0]}, b, "image", {{2, {1}}}, byOthers, used).queries.size(), 1U);
}
