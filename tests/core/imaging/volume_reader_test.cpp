#include "core/imaging/volume_reader.h"

#include <unistd.h>

#include <iostream>

#include "core/imaging/preparation.h"
#include "tests/core/imaging/test_files.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::imaging;
using namespace protolabel::test;

namespace fs = std::filesystem;

TEST(folders_are_searched_with_and_without_those_below) {
    const TemporaryFolder folder;
    fs::create_directories(folder / "b/c");
    smallNifti({4, 3, 2}).save(folder / "b/c/deep.nii.gz");
    smallNifti({4, 3, 2}).save(folder / "b/pair.hdr");
    smallNifti({4, 3, 2, 5}).save(folder / "top.NII.GZ");
    writeText(folder / "broken.nii", "no image");
    writeText(folder / "notes.txt", "no image");
    DicomSlice slice;
    slice.pixels.resize(6);
    slice.save(folder / "b/slice.dcm");

    const auto here = findVolumes(folder.path(), false);
    CHECK_EQ(here.size(), 1u);
    CHECK(here[0].name == "top" && here[0].frames == 5);

    const auto all = findVolumes(folder.path(), true);
    CHECK_EQ(all.size(), 4u);
    CHECK(all[0].path == folder / "b" && all[0].seriesUid == "1.2.3");
    CHECK_EQ(all[1].path, folder / "b/c/deep.nii.gz");
    CHECK_EQ(all[2].path, folder / "b/pair.hdr");
}

TEST(what_cannot_be_read_says_why) {
    const TemporaryFolder folder;
    CHECK_ERROR("image.missing", findVolumes(folder / "gone", false));
    CHECK_ERROR("image.missing", readVolume(folder / "gone.nii"));
    CHECK_ERROR("image.none", findVolumes(folder.path(), true));
    writeText(folder / "text.txt", "no image");
    const auto message = CHECK_ERROR("image.format", readVolume(folder / "text.txt"));
    CHECK(message.find("text.txt") != std::string::npos);
    smallNifti({4, 3, 2}).save(folder / "closed.nii");
    fs::permissions(folder / "closed.nii", fs::perms::none);
    const bool root = geteuid() == 0;
    if (root && seteuid(65534) != 0) throw Skipped("cannot give up root's rights");
    try {
        CHECK_ERROR("image.unreadable", readVolume(folder / "closed.nii"));
    } catch (...) {
        if (root) CHECK_EQ(seteuid(0), 0);
        throw;
    }
    if (root) CHECK_EQ(seteuid(0), 0);
}

TEST(hashes_are_those_of_the_files) {
    const TemporaryFolder folder;
    writeText(folder / "a.bin", "abc");  // FIPS 180-4's example
    CHECK_EQ(contentHash({folder / "a.bin", "", 0, 1, ""}),
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    smallNifti({4, 3, 2}).save(folder / "pair.hdr");
    const auto source = findVolumes(folder / "pair.hdr", false).at(0);
    const auto before = contentHash(source);
    auto voxels = readBytes(folder / "pair.img");
    voxels[0] ^= 1;
    writeBytes(folder / "pair.img", voxels);
    CHECK(contentHash(source) != before);
    CHECK_ERROR("image.missing", contentHash({folder / "gone.nii", "", 0, 1, ""}));
}

TEST(every_odd_file_loads_or_fails_clearly) {
    int loaded = 0, refused = 0;
    for (const auto& entry : fs::recursive_directory_iterator(sharedFolder() / "data/odd")) {
        try {
            for (auto source : findVolumes(entry.path(), false))
                for (source.frame = 0; source.frame < source.frames; ++source.frame) {
                    const auto volume = readVolume(source);
                    CHECK_EQ(static_cast<std::size_t>(volume.geometry.voxelCount()) * sizeOf(volume.type),
                             volume.voxels.size());
                    ++loaded;
                }
        } catch (const Error& error) {
            // Folders of folders hold no image themselves; the one file that is none says so.
            CHECK(error.code() == "image.none" || entry.path().filename() == "not-nifti.nii");
            ++refused;
        }
    }
    CHECK(loaded > 100);
    CHECK(refused > 0);
}
