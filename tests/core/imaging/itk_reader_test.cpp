#include <cmath>

#include "core/imaging/label_map.h"
#include "tests/core/imaging/test_files.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::imaging;
using namespace protolabel::test;

namespace {

const std::string kVoxels("\0\1\2\3\4\5\6\7\10\11\12\13", 12);

std::string nrrd(const std::string& fields, const std::string& voxels = kVoxels) {
    return "NRRD0004\n" + fields + "encoding: raw\nendian: little\n\n" + voxels;
}

const std::string kSmall =
    "type: uchar\ndimension: 3\nspace: right-anterior-superior\nsizes: 3 2 2\n"
    "space directions: (2,0,0) (0,3,0) (0,1,4)\nkinds: domain domain domain\nspace origin: (10,20,30)\n";
const std::string kMeta =
    "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\nCompressedData = False\n"
    "TransformMatrix = 0 1 0 1 0 0 0 0 -1\nOffset = 1 2 3\nElementSpacing = 2 3 4\nDimSize = 3 2 2\n"
    "ElementType = MET_UCHAR\n";

}  // namespace

TEST(nrrd_spaces_become_lps_and_shear_stays) {
    const TemporaryFolder folder;
    writeText(folder / "a.nrrd", nrrd(kSmall));
    const auto volume = readVolume(folder / "a.nrrd");
    CHECK(volume.geometry.size == (std::array<std::int64_t, 3>{3, 2, 2}));
    CHECK_EQ(sumOf(volume), 66);
    const auto corner = toWorld(volume.geometry, {1, 1, 1});
    CHECK_NEAR(corner[0], -12, 1e-9);
    CHECK_NEAR(corner[1], -24, 1e-9);
    CHECK_NEAR(corner[2], 34, 1e-9);
}

TEST(metaimage_matrices_have_one_axis_per_row) {
    const TemporaryFolder folder;
    writeText(folder / "a.mha", kMeta + "ElementDataFile = LOCAL\n" + kVoxels);
    const auto volume = readVolume(folder / "a.mha");
    CHECK_EQ(sumOf(volume), 66);
    CHECK_EQ(orientationLetters(volume.geometry), "PLI");
    CHECK(volume.geometry.spacing == (Vec3{2, 3, 4}));
    CHECK(volume.geometry.origin == (Vec3{1, 2, 3}));

    writeText(folder / "b.mhd", kMeta + "ElementDataFile = b.raw\n");
    writeText(folder / "b.raw", kVoxels);
    CHECK_EQ(sumOf(readVolume(folder / "b.mhd")), 66);
}

TEST(overlapping_segments_are_frames) {
    const TemporaryFolder folder;
    const std::string fields =
        "type: uchar\ndimension: 4\nspace: left-posterior-superior\nsizes: 2 3 2 1\n"
        "space directions: none (1,0,0) (0,1,0) (0,0,1)\nkinds: list domain domain domain\nspace origin: (0,0,0)\n";
    writeText(folder / "o.seg.nrrd", nrrd(fields));
    auto source = findVolumes(folder / "o.seg.nrrd", false).at(0);
    CHECK_EQ(source.name, "o");
    CHECK_EQ(source.frames, 2);
    CHECK(readVolume(source).toFloat() == (std::vector<float>{0, 2, 4, 6, 8, 10}));
    source.frame = 1;
    const auto second = readVolume(source);
    CHECK(second.toFloat() == (std::vector<float>{1, 3, 5, 7, 9, 11}));
    CHECK(hasNote(second, "frame 2 of 2"));
}

TEST(values_with_several_components_are_refused) {
    const TemporaryFolder folder;
    const std::string fields =
        "type: uchar\ndimension: 4\nspace: left-posterior-superior\nsizes: 3 2 2 1\n"
        "space directions: none (1,0,0) (0,1,0) (0,0,1)\nkinds: vector domain domain domain\nspace origin: (0,0,0)\n";
    writeText(folder / "v.nrrd", nrrd(fields));
    CHECK_ERROR("image.type", readVolume(folder / "v.nrrd"));
    writeText(folder / "v.mha", kMeta + "ElementNumberOfChannels = 3\nElementDataFile = LOCAL\n" + kVoxels);
    CHECK_ERROR("image.type", readVolume(folder / "v.mha"));
}

TEST(damaged_nrrd_and_metaimage_files_end_in_a_clear_error) {
    const TemporaryFolder folder;
    const auto refuses = [&](const char* code, const std::string& name, const std::string& text) {
        writeText(folder / name, text);
        CHECK_ERROR(code, readVolume(folder / name));
    };
    refuses("image.format", "a.nrrd", "");
    refuses("image.format", "a.nrrd", "NRRD0004\ndimension: 99\n\n");
    refuses("image.format", "a.nrrd", nrrd("type: uchar\ndimension: 3\nsizes: 3 2\n"));
    refuses("image.format", "a.nrrd", nrrd("type: uchar\ndimension: 3\nsizes: 3 2 x\n"));
    refuses("image.format", "a.nrrd", nrrd(kSmall + "space units: \"mm" + std::string(600, 'm') + "\"\n"));
    refuses("image.size", "a.nrrd", nrrd("type: uchar\ndimension: 3\nsizes: 3 0 2\n"));
    refuses("image.truncated", "a.nrrd", nrrd(kSmall, kVoxels.substr(0, 11)));
    refuses("image.truncated", "a.nrrd", nrrd("type: double\ndimension: 3\nsizes: 60000 6000 2\n"));
    refuses("image.format", "a.mha", "NDims = 3\n");
    refuses("image.format", "a.mha", "NDims = 77\nDimSize = 1 1 1\nElementType = MET_UCHAR\nElementDataFile = LOCAL\n");
    refuses("image.format", "a.mha",
            kMeta + "Modality = " + std::string(300, 'M') + "\nElementDataFile = LOCAL\n" + kVoxels);
    refuses("image.truncated", "a.mha", kMeta + "ElementDataFile = LOCAL\n" + kVoxels.substr(0, 11));
    refuses("image.missing", "a.mhd", kMeta + "ElementDataFile = gone.raw\n");
}

TEST(real_files_read_as_their_headers_say) {
    const auto folder = sharedFolder() / "data/odd/nrrd_mha";
    const auto chest = readVolume(folder / "CTChest4.nrrd");
    CHECK(chest.geometry.size == (std::array<std::int64_t, 3>{128, 128, 34}));
    CHECK_EQ(orientationLetters(chest.geometry), "RAS");
    CHECK_NEAR(chest.geometry.spacing[0], 3.04687595367432, 1e-12);
    CHECK_NEAR(chest.geometry.origin[2], -340.25, 1e-9);
    const auto segments = toLabelMap(readVolume(folder / "Segmentation.seg.nrrd"));
    CHECK_EQ(describeDifference(chest.geometry, segments.geometry), "");
    CHECK_EQ(findVolumes(folder / "SegmentationOverlapping.seg.nrrd", false).at(0).frames, 2);
    const auto lung = readVolume(folder / "3DCT_lung_baseline_small.mha");
    CHECK(lung.geometry.origin == (Vec3{-152.461, -148.986, -1432}));
    CHECK(lung.type == ScalarType::Int16);
}
