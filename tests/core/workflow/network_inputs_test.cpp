#include "core/workflow/network_inputs.h"

#include <cmath>
#include <filesystem>

#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;

static project::VolumeRecord volume(std::int64_t side, double spacing, std::int64_t slices) {
    project::VolumeRecord record;
    record.geometry.size = {side, side, slices};
    record.geometry.spacing = {spacing, spacing, 8};
    return record;
}

// methods.md: 5000 for CHAOS and 1000 for MS-CMRSeg, whose files have 31 to 46 and 11 to 19 slices of 256 x 256.
TEST(minimum_sizes_are_the_published_ones) {
    for (const int slices : {31, 36, 46}) CHECK_EQ(workflow::automaticMinimumSize(volume(256, 1.25, slices)), 5000);
    for (const int slices : {11, 13, 19}) CHECK_EQ(workflow::automaticMinimumSize(volume(256, 1.25, slices)), 1000);
}

TEST(minimum_sizes_count_network_pixels_not_padding) {
    // The same body at half the resolution has the same network pixels.
    CHECK_EQ(workflow::automaticMinimumSize(volume(128, 2.5, 36)), 5000);
    auto half = volume(256, 1.25, 16);
    half.geometry.size[1] = 128;
    CHECK_NEAR(workflow::automaticMinimumSize(half), workflow::automaticMinimumSize(volume(256, 1.25, 8)), 1);
    CHECK_NEAR(workflow::automaticMinimumSize(half), 1000 * std::pow(0.524288 / 0.7, 1.5), 1);
    CHECK_EQ(workflow::automaticMinimumSize(volume(256, 1.25, 1000)), 5000);
    CHECK_EQ(workflow::automaticMinimumSize(volume(256, 1.25, 1)), 200);
}

TEST(supervoxels_are_computed_once) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    const auto cache = p.folder / "cache";
    const auto record = p.store->volumes()[0];
    const auto first = workflow::supervoxelsOf(engine, record, 7, cache, p.control);
    engine::EngineOptions missing;
    missing.command = {"/no/such/worker"};
    engine::Engine none(missing);
    CHECK(workflow::supervoxelsOf(none, record, 7, cache, p.control) == first);
    CHECK_ERROR("worker.missing", workflow::supervoxelsOf(none, record, 8, cache, p.control));
    for (const auto& file : std::filesystem::directory_iterator(cache)) std::filesystem::resize_file(file, 5);
    CHECK(workflow::supervoxelsOf(engine, record, 7, cache, p.control) == first);
}
