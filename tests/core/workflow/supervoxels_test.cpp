#include "core/workflow/supervoxels.h"

#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;

TEST(ids_are_written_on_the_images_own_grid) {
    TemporaryFolder folder;
    JobControl control;
    // Neither square nor of square pixels: the network's grid is another one. The worker marks what is brighter than the mean.
    const auto inside = [](int x, int y, int z) { return x >= 20 && x < 33 && y >= 5 && y < 17 && z != 1; };
    writeScan(makeScan({50, 30, 3}, {1, 1.5, 9}, [&](int x, int y, int z) { return inside(x, y, z) ? 1000 : 0; }),
              folder / "i.nii");
    engine::Engine engine(intensityWorker());
    const auto out = folder / "sub folder/o.nii.gz";
    CHECK_ERROR("file.write", workflow::writeSupervoxels(engine, folder / "i.nii", out, 0, control));
    CHECK_ERROR("file.folder", workflow::writeSupervoxels(engine, folder / "i.nii", folder.path(), 0, control));
    std::filesystem::create_directory(out.parent_path());
    const auto outcome = workflow::writeSupervoxels(engine, folder / "i.nii", out, 0, control);
    CHECK_EQ(outcome.count, 1);
    const auto written = readScan(out);
    for (int z = 0; z < 3; ++z)
        for (int y = 0; y < 30; ++y)
            for (int x = 0; x < 50; ++x) CHECK_EQ(written.at(x, y, z), inside(x, y, z) ? 1 : 0);
}

TEST(the_image_is_not_replaced) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    CHECK_ERROR("export.source",
                workflow::writeSupervoxels(engine, p.folder / "a.nii", p.folder / "a.nii", 0, p.control));
}
