#include "core/workflow/foreign_supports.h"

#include "core/workflow/prediction.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

/// Scan "a" with its slice 3 in place of slices 0 and 7: the blocks, on slices 1 to 6 there, are on all eight.
void addPillar(BlocksProject& p) {
    auto scan = blocks(0);
    for (const int slice : {0, 7})
        std::copy_n(scan.voxels.begin() + 3 * 64 * 64, 64 * 64, scan.voxels.begin() + slice * 64 * 64);
    writeScan(scan, p.folder / "pillar.nii");
    workflow::importVolumes(*p.store, {p.folder / "pillar.nii"}, {}, p.control);
}

std::vector<int> predictedOnPillar(BlocksProject& p, engine::Engine& engine, bool range) {
    workflow::PredictOptions options;
    options.labels = {"big"};
    options.refine = {false, false, range};
    const auto outcome = workflow::predict(*p.store, engine, options, p.control);
    return outcome.proposals.at(2).slices;
}

TEST(the_object_is_as_long_as_where_it_is_drawn) {
    BlocksProject p;
    addPillar(p);
    engine::Engine engine(intensityWorker());
    CHECK((predictedOnPillar(p, engine, false) == std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7}));
    CHECK((predictedOnPillar(p, engine, true) == std::vector<int>{1, 2, 3, 4, 5, 6}));
}

TEST(extents_come_from_what_is_drawn_and_proposed) {
    BlocksProject p;
    const auto volumes = p.store->volumes();
    const auto known = [&] {
        return workflow::knownExtents(*p.store, workflow::drawnSupports(*p.store, volumes, p.store->labels()));
    };
    CHECK(known().empty());  // one drawn slice says nothing
    p.draw("big", "5");
    CHECK((known() == workflow::KnownExtents{{{volumes[0].id, 1}, {2.5, 6.5}}}));  // 3 and 5, half of 2 slices more
    engine::Engine engine(intensityWorker());
    workflow::predict(*p.store, engine, {}, p.control);
    CHECK((known() == workflow::KnownExtents{{{volumes[0].id, 1}, {1, 7}}, {{volumes[0].id, 2}, {1, 7}}}));
}

TEST(what_lies_outside_the_range_is_taken_back) {
    std::map<int, workflow::PredictedLabel> predicted;
    labels::ProbabilitySlice score(2, 1, 200);
    score.pixels[1] = 90;
    for (const int slice : {0, 1, 2}) {
        predicted[4].scores[slice] = score;
        predicted[4].masks[slice] = labels::Mask(2, 1, 1);
        predicted[4].slices[slice].confidence = 0.8;
    }
    workflow::keepToRanges({{4, {1, 1}}, {9, {0, 0}}}, predicted);
    CHECK_EQ(predicted.size(), 1U);
    CHECK_EQ(predicted[4].masks.size(), 1U);
    CHECK(predicted[4].scores[1] == score);
    CHECK_EQ(predicted[4].scores[0].pixels[0], 127);
    CHECK_EQ(predicted[4].scores[2].pixels[1], 90);
    CHECK_NEAR(predicted[4].slices[0].confidence, 1 - 127.5 / 256, 1e-12);
    CHECK_NEAR(predicted[4].slices[1].confidence, 0.8, 1e-12);
}

}  // namespace
