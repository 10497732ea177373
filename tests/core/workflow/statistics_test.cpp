#include "core/workflow/statistics.h"

#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using workflow::measureLabels;
namespace fs = std::filesystem;

namespace {

/// A 4 x 3 x 5 scan of 2 x 3 x 4 mm voxels whose values are 100 z + 10 y + x, with label 1 at (1, 0, 2), (2, 0, 2), (3, 2, 4) and label
/// 2 at (0, 0, 0).
struct CountedProject {
    TemporaryFolder folder;
    std::unique_ptr<project::ProjectStore> store;
    JobControl control;

    CountedProject()
        : store(storage::createProject(
              folder / "p.plb", {{LabelId{1}, "=liver", {}, false, true}, {LabelId{2}, "spleen", {}, false, true}})) {
        writeScan(makeScan({4, 3, 5}, {2, 3, 4}, [](int x, int y, int z) { return 100 * z + 10 * y + x; }),
                  folder / "a.nii");
        workflow::importVolumes(*store, {folder / "a.nii"}, {}, control);
        const auto a = store->volumes()[0];
        CHECK_EQ(a.sliceAxis, 2);
        store->transact(named("draw"), [&](project::ProjectWriter& writer) {
            const auto draw = [&](int z, std::vector<std::array<int, 3>> pixels) {
                labels::LabelSlice slice(4, 3);
                for (const auto& [x, y, label] : pixels) slice.at(x, y) = static_cast<std::uint16_t>(label);
                writer.putAnnotation(a.id, z, slice, {});
            };
            draw(0, {{0, 0, 2}});
            draw(2, {{1, 0, 1}, {2, 0, 1}});
            draw(4, {{3, 2, 1}});
        });
    }
};

}  // namespace

// numpy: v = [201, 202, 423]; v.mean() = 275.333.., v.std() = 104.416...; 3 voxels of 24 mm3
TEST(labels_are_measured) {
    CountedProject p;
    const auto outcome = measureLabels(*p.store, {}, p.control);
    CHECK_EQ(outcome.rows.size(), 2U);
    const auto& liver = outcome.rows[0];
    CHECK_EQ(liver.volume, "a");
    CHECK_EQ(liver.label.value, 1);
    CHECK_EQ(liver.voxels, 3);
    CHECK_EQ(liver.slices, 2);
    CHECK_NEAR(liver.ml, 0.072, 1e-12);
    CHECK_NEAR(liver.mean, 275.3333333333333, 1e-9);
    CHECK_NEAR(liver.sd, 104.41689944108133, 1e-9);
    CHECK_EQ(liver.min, 201);
    CHECK_EQ(liver.max, 423);
    CHECK_EQ(outcome.rows[1].voxels, 1);
    CHECK_EQ(outcome.rows[1].mean, 0);
    CHECK_EQ(outcome.rows[1].sd, 0);
    CHECK_EQ(workflow::statisticsCsv({outcome.rows[1]}),
             "volume,label,label_name,slices,voxels,ml,mean,sd,min,max\r\na,2,spleen,1,1,0.024,0,0,0,0\r\n");
}

TEST(a_missing_image_leaves_the_counts) {
    CountedProject p;
    fs::remove(p.folder / "a.nii");
    const auto outcome = measureLabels(*p.store, {}, p.control);
    CHECK_EQ(outcome.notes.size(), 1U);
    CHECK_EQ(outcome.rows[0].voxels, 3);
    CHECK(std::isnan(outcome.rows[0].mean));
    CHECK_EQ(workflow::statisticsCsv({outcome.rows[0]}),
             "volume,label,label_name,slices,voxels,ml,mean,sd,min,max\r\na,1,'=liver,2,3,0.072,,,,\r\n");
    CHECK_ERROR("volume.unknown", measureLabels(*p.store, {"b"}, p.control));
}
