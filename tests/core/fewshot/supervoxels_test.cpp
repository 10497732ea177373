#include "core/fewshot/supervoxels.h"

#include "core/fewshot/graph_segmentation.h"
#include "tests/support/check.h"

using namespace protolabel;
using fewshot::supervoxels;

namespace {

SliceStack<float> volume(int slices, int height, int width, float value) {
    SliceStack<float> image{slices, height, width, 1, 1, {}};
    image.voxels.assign(static_cast<std::size_t>(slices) * height * width, value);
    return image;
}

void fill(SliceStack<float>& image, int z0, int z1, int y0, int y1, int x0, int x1, float value) {
    for (int z = z0; z < z1; ++z)
        for (int y = y0; y < y1; ++y)
            for (int x = x0; x < x1; ++x) image.slice(z)[y * image.width + x] = value;
}

std::int32_t idAt(const SliceStack<std::int32_t>& stack, int z, int y, int x) {
    return stack.slice(z)[y * stack.width + x];
}

/// A body of two halves, 100 and 255, in air; a spot of 2 x 2 x 2 voxels of value 150 in the darker half.
SliceStack<float> twoHalves() {
    auto image = volume(4, 10, 12, 0);
    fill(image, 0, 4, 1, 9, 1, 6, 100);
    fill(image, 0, 4, 1, 9, 6, 11, 255);
    fill(image, 1, 3, 4, 6, 2, 4, 150);
    return image;
}

}  // namespace

TEST(homogeneous_parts_are_supervoxels_and_air_is_zero) {
    JobControl control;
    const auto found = supervoxels(twoHalves(), 8, control);
    CHECK_EQ(idAt(found, 0, 0, 0), 0);
    CHECK_EQ(idAt(found, 0, 1, 1), 1);  // numbered by first voxel
    CHECK_EQ(idAt(found, 3, 8, 5), 1);
    CHECK_EQ(idAt(found, 0, 1, 6), 2);
    CHECK_EQ(idAt(found, 1, 4, 2), 3);
    CHECK_EQ(idAt(found, 2, 5, 3), 3);
    int body = 0;
    for (const auto id : found.voxels) body += id > 0;
    CHECK_EQ(body, 4 * 8 * 10);
}

TEST(a_small_part_joins_what_it_differs_least_from) {
    JobControl control;
    const auto found = supervoxels(twoHalves(), 9, control);  // the spot has 8 voxels
    CHECK_EQ(idAt(found, 1, 4, 2), 1);
    CHECK_EQ(idAt(found, 1, 4, 7), 2);
}

TEST(slice_spacing_weighs_differences_across_slices) {
    // Slices 0 and 1 hold 100; slice 2 holds 200 with a plate of 140 whose in-plane difference is 60, across slices 40.
    auto image = volume(3, 12, 12, 0);
    fill(image, 0, 2, 1, 11, 1, 11, 100);
    fill(image, 2, 3, 1, 11, 1, 11, 200);
    fill(image, 2, 3, 4, 8, 4, 8, 140);
    image.voxels[0] = 255;  // the scale 0..255 is the identity
    JobControl control;
    auto isotropic = supervoxels(image, 20, control);
    CHECK_EQ(idAt(isotropic, 2, 5, 5), idAt(isotropic, 1, 5, 5));
    image.sliceSpacing = 4;  // 40 across slices now costs at least sqrt((2 + 16) / 3) * 40 = 98
    auto thick = supervoxels(image, 20, control);
    CHECK_EQ(idAt(thick, 2, 5, 5), idAt(thick, 2, 2, 2));
    CHECK(idAt(thick, 2, 5, 5) != idAt(thick, 1, 5, 5));
}

TEST(diagonals_across_slices_weigh_less_than_straight_ones) {
    // With s = 2: straight 2, one in-plane step sqrt(5/2) = 1.58, two sqrt(6/3) = 1.41. A lone voxel of 100 in slice 1 differs from
    // the one straight below (130) by 60, from the one diagonally below (140) by 1.41 * 40 = 56.6 and from its plane (170) by 70.
    fewshot::VoxelGraph graph{2, 3, 3, 2, std::vector<double>(18, 170)};
    graph.intensities[4] = 130;
    graph.intensities[0] = 140;
    graph.intensities[9 + 4] = 100;
    JobControl control;
    const auto joined = fewshot::segmentGraph(graph, 1, 1, control);
    CHECK(joined[13] != joined[4]);
    const auto small = fewshot::segmentGraph(graph, 2, 1, control);
    // 130 joins 140 first (difference 10); 100 then joins them, over either edge.
    CHECK_EQ(small[13], 0u);
    graph.intensities[4] = 170;
    graph.intensities[8] = 170 - 49;  // 1.41 * 21 = 29.7 from 100 diagonally
    const auto diagonal = fewshot::segmentGraph(graph, 2, 1, control);
    CHECK_EQ(diagonal[13], diagonal[8]);
}

TEST(components_grow_while_differences_stay_alike) {
    // A ramp in steps of 0.002 < 1/255: every step is below internal cost + scale / size for the first join only
    // (0.002 < 0 + 0.0039 / 1); a pair has internal cost 0.002, and 0.002 < 0.002 + 0.0039 / 2 joins on. A step of 0.01 does not.
    fewshot::VoxelGraph graph{1, 1, 8, 1, {0, 0.002, 0.004, 0.006, 0.016, 0.018, 0.02, 0.022}};
    JobControl control;
    const auto parts = fewshot::segmentGraph(graph, 1, 1, control);
    CHECK(parts == (std::vector<std::uint32_t>{0, 0, 0, 0, 4, 4, 4, 4}));
}

TEST(a_volume_without_contrast_has_no_body) {
    JobControl control;
    const auto found = supervoxels(volume(2, 4, 4, 7), 5, control);
    for (const auto id : found.voxels) CHECK_EQ(id, 0);
    CHECK(supervoxels(SliceStack<float>{}, 5, control).voxels.empty());
}

TEST(supervoxels_stop_on_request) {
    struct Stopped : JobControl {
        bool cancelled() const override { return true; }
    } control;
    CHECK_ERROR("cancelled", supervoxels(twoHalves(), 8, control));
}
