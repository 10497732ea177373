#include "core/workflow/snapping.h"

#include "core/imaging/preparation.h"
#include "core/workflow/volumes.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

/// Two bright rectangles side by side on slice 1 of 3, whose edges are no edges of network pixels.
struct Fine {
    static constexpr int kSize = 600;
    BlocksProject p;
    project::VolumeRecord volume;
    SliceStack<Half> prepared;
    std::map<int, labels::Mask> truth{{1, labels::Mask(kSize, kSize)}, {2, labels::Mask(kSize, kSize)}};
    std::map<int, workflow::PredictedLabel> predicted;

    Fine() {
        for (int y = 101; y < 252; ++y) {
            for (int x = 101; x < 202; ++x) truth[1].at(x, y) = 1;
            for (int x = 202; x < 304; ++x) truth[2].at(x, y) = 1;
        }
        const auto scan = makeScan({kSize, kSize, 3}, {1, 1, 5}, [&](int x, int y, int z) {
            return z != 1 ? 0 : truth[1].at(x, y) != 0 ? 900 : truth[2].at(x, y) != 0 ? 500 : 100;
        });
        writeScan(scan, p.folder / "fine.nii");
        workflow::importVolumes(*p.store, {p.folder / "fine.nii"}, {}, p.control);
        volume = p.store->volumes().at(2);
        prepared = imaging::prepare(workflow::loadVolume(volume), volume.sliceAxis, volume.window);
        const imaging::NetworkGrid grid(volume.geometry, volume.sliceAxis);
        for (const auto& [label, mask] : truth) {
            const auto coarse = grid.toNetwork(mask);
            labels::ProbabilitySlice score(coarse.width, coarse.height);
            for (std::size_t i = 0; i < score.pixels.size(); ++i) score.pixels[i] = coarse.pixels[i] != 0 ? 170 : 80;
            predicted[label].masks[1] = grid.toNative(score);
            predicted[label].scores[1] = std::move(score);
        }
    }
};

TEST(boundaries_are_those_of_the_volumes_own_pixels) {
    Fine f;
    const auto fine = workflow::fineSlices(f.volume);
    CHECK(fine.has_value());
    CHECK(f.predicted[1].masks[1] != f.truth[1]);  // 600 pixels on 256
    workflow::snapProposals(f.volume, f.prepared, fine, f.predicted);
    CHECK(f.predicted[1].masks[1] == f.truth[1]);
    CHECK(f.predicted[2].masks[1] == f.truth[2]);
    CHECK(!workflow::fineSlices(f.p.store->volumes().at(0)).has_value());  // 64 pixels
}

}  // namespace
