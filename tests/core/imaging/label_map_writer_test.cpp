#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <random>

#include "core/imaging/label_map.h"
#include "tests/core/imaging/test_files.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::imaging;
using namespace protolabel::test;

namespace fs = std::filesystem;

namespace {

LabelMap mapFor(const VolumeSource& source, std::uint16_t largest = 3) {
    LabelMap map;
    map.geometry = readVolume(source).geometry;
    map.voxels.resize(static_cast<std::size_t>(map.geometry.voxelCount()));
    for (std::size_t i = 0; i < map.voxels.size(); ++i)
        map.voxels[i] = static_cast<std::uint16_t>(i % 5 == 0 ? largest : i % 3);
    return map;
}

std::vector<labels::Label> someLabels() {
    labels::Label liver, spleen;
    liver.id = LabelId{1};
    liver.name = "liver \\ lobe";
    liver.color = {255, 0, 51};
    spleen.id = LabelId{3};
    spleen.name = "spleen";
    spleen.color = {0, 255, 0};
    return {liver, spleen};
}

bool same(const Bytes& a, const Bytes& b, std::size_t from, std::size_t to) {
    return std::equal(a.begin() + static_cast<std::ptrdiff_t>(from), a.begin() + static_cast<std::ptrdiff_t>(to),
                      b.begin() + static_cast<std::ptrdiff_t>(from));
}

template <class T>
T at(const Bytes& bytes, std::size_t offset) {
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST(nifti_sources_lend_their_affine_bit_for_bit) {
    const TemporaryFolder folder;
    fs::create_directory(folder / "out");
    auto file = smallNifti({4, 3, 2, 5});
    file.sform(2, {2.1f, 0.1f, 0, 10, 0, 3, 0.3f, 20, 0, 0, 4, 30})
        .qform(1, {0.1, 0.2, 0.3}, {1, 2, 3})
        .pixdim({-1, 2, 3, 4, 7});
    file.units(2 + 8).scale(2, 1).description("name of a patient").save(folder / "source.nii.gz");
    const auto source = findVolumes(folder / "source.nii.gz", false).at(0);
    const auto map = mapFor(source);
    writeLabelMap(map, {}, source, LabelMapFormat::Nifti, folder / "out/map.nii.gz");

    const auto in = gunzip(readBytes(folder / "source.nii.gz")), out = gunzip(readBytes(folder / "out/map.nii.gz"));
    CHECK(same(in, out, 76, 92));    // qfac and voxel sizes
    CHECK(same(in, out, 123, 124));  // units
    CHECK(same(in, out, 252, 328));  // codes, quaternion, offsets, sform rows
    CHECK_EQ(at<std::int16_t>(out, 40), 3);
    CHECK(at<std::int16_t>(out, 42) == 4 && at<std::int16_t>(out, 44) == 3 && at<std::int16_t>(out, 46) == 2 &&
          at<std::int16_t>(out, 48) == 1);
    CHECK(at<std::int16_t>(out, 70) == 2 && at<std::int16_t>(out, 72) == 8);  // uint8
    CHECK(at<float>(out, 112) == 1 && at<float>(out, 116) == 0);
    CHECK_EQ(std::string(reinterpret_cast<const char*>(out.data()) + 148), "");
    CHECK_EQ(out.size(), 352u + 24u);
    for (std::size_t i = 0; i < 24; ++i) CHECK_EQ(out[352 + i], map.voxels[i]);
    CHECK_EQ(filesIn(folder / "out"), 1u);
}

TEST(a_mask_of_a_2d_image_is_2d) {
    const TemporaryFolder folder;
    smallNifti({4, 3}).save(folder / "flat.nii.gz");
    smallNifti({4, 3, 1}).save(folder / "slice.nii.gz");
    for (const int dimensions : {2, 3}) {
        const auto source = findVolumes(folder / (dimensions == 2 ? "flat.nii.gz" : "slice.nii.gz"), false).at(0);
        const auto map = mapFor(source);
        writeLabelMap(map, {}, source, LabelMapFormat::Nifti, folder / "map.nii.gz");
        CHECK_EQ(at<std::int16_t>(gunzip(readBytes(folder / "map.nii.gz")), 40), dimensions);
        CHECK(readLabelMap(folder / "map.nii.gz").voxels == map.voxels);
    }
}

TEST(nifti2_big_endian_and_pairs_lend_their_affine) {
    const TemporaryFolder folder;
    NiftiFile two(2, true);
    two.dim({3, 2, 2})
        .datatype(2, 8)
        .pixdim({1, 1, 1, 1})
        .sform(4, {1 / 3.0, 0, 0, 0.1, 0, 1 / 7.0, 0, 0.2, 0, 0, 1 / 9.0, 0.3})
        .voxels(std::vector<double>(12, 1));
    two.save(folder / "two.nii");
    auto source = findVolumes(folder / "two.nii", false).at(0);
    writeLabelMap(mapFor(source), {}, source, LabelMapFormat::Nifti, folder / "a.nii.gz");
    const auto out = gunzip(readBytes(folder / "a.nii.gz"));
    CHECK_EQ(at<std::int32_t>(out, 0), 540);
    CHECK_EQ(at<std::int32_t>(out, 348), 4);
    CHECK_EQ(at<double>(out, 400), 1 / 3.0);  // not rounded to a float

    smallNifti({4, 3, 2}).save(folder / "pair.hdr");
    source = findVolumes(folder / "pair.hdr", false).at(0);
    writeLabelMap(mapFor(source, 300), {}, source, LabelMapFormat::Nifti, folder / "b.nii.gz");
    const auto wide = gunzip(readBytes(folder / "b.nii.gz"));
    CHECK_EQ(at<std::int16_t>(wide, 70), 512);  // uint16
    CHECK_EQ(at<std::uint16_t>(wide, 352), 300);
    CHECK_EQ(at<float>(wide, 108), 352);
}

TEST(other_sources_get_scanner_codes) {
    const TemporaryFolder folder;
    const std::string fields =
        "NRRD0004\ntype: uchar\ndimension: 3\nspace: left-posterior-superior\nsizes: 3 2 2\n"
        "kinds: domain domain domain\nencoding: raw\nspace origin: (10,20,30)\n";
    writeText(folder / "straight.nrrd",
              fields + "space directions: (0,-2,0) (3,0,0) (0,0,-4)\n\n" + std::string(12, '\1'));
    auto source = findVolumes(folder / "straight.nrrd", false).at(0);
    const auto map = mapFor(source);
    writeLabelMap(map, {}, source, LabelMapFormat::Nifti, folder / "straight.nii.gz");
    auto out = gunzip(readBytes(folder / "straight.nii.gz"));
    CHECK(at<std::int16_t>(out, 252) == 1 && at<std::int16_t>(out, 254) == 1);
    const float rows[] = {0, -3, 0, -10, 2, 0, 0, -20, 0, 0, -4, 30};  // LPS to RAS by hand
    for (std::size_t i = 0; i < 12; ++i) CHECK_EQ(at<float>(out, 280 + 4 * i), rows[i]);
    const auto back = readVolume(folder / "straight.nii.gz");
    CHECK_EQ(describeDifference(back.geometry, map.geometry), "");
    CHECK(back.notes.empty());  // the quaternion says the same

    writeText(folder / "shear.nrrd", fields + "space directions: (2,0,0) (0,3,0) (1,0,4)\n\n" + std::string(12, '\1'));
    source = findVolumes(folder / "shear.nrrd", false).at(0);
    writeLabelMap(mapFor(source), {}, source, LabelMapFormat::Nifti, folder / "shear.nii.gz");
    out = gunzip(readBytes(folder / "shear.nii.gz"));
    CHECK(at<std::int16_t>(out, 252) == 0 && at<std::int16_t>(out, 254) == 1);  // a quaternion cannot say it
    CHECK_EQ(describeDifference(readVolume(folder / "shear.nii.gz").geometry, mapFor(source).geometry), "");
}

TEST(nrrd_carries_slicers_segments) {
    const TemporaryFolder folder;
    smallNifti({4, 3, 2}).save(folder / "source.nii");
    const auto source = findVolumes(folder / "source.nii", false).at(0);
    LabelMap map = mapFor(source);
    std::fill(map.voxels.begin(), map.voxels.end(), std::uint16_t{0});
    map.voxels[1] = map.voxels[4 + 2] = 1;  // (1,0,0) and (2,1,0)
    map.voxels[12] = 9;                     // no label has this id
    writeLabelMap(map, someLabels(), source, LabelMapFormat::Nrrd, folder / "map.seg.nrrd");

    const auto bytes = readBytes(folder / "map.seg.nrrd");
    const std::string text(bytes.begin(), bytes.end());
    for (const char* line :
         {"type: unsigned char\n", "encoding: gzip\n", "space: left-posterior-superior\n", "sizes: 4 3 2\n",
          "space origin: (-10,-20,30)\n", "Segment0_Color:=1 0 0.2\n", "Segment0_Extent:=1 2 0 1 0 0\n",
          "Segment0_ID:=Segment_1\n", "Segment0_LabelValue:=1\n", "Segment0_Layer:=0\n",
          "Segment0_Name:=liver \\\\ lobe\n", "Segment1_Name:=spleen\n", "Segment1_Extent:=0 -1 0 -1 0 -1\n",
          "Segment2_LabelValue:=9\n", "Segmentation_MasterRepresentation:=Binary labelmap\n"})
        CHECK(text.find(line) != std::string::npos);
    const auto end = text.find("\n\n") + 2;
    const auto voxels = gunzip(Bytes(bytes.begin() + static_cast<std::ptrdiff_t>(end), bytes.end()));
    CHECK(voxels == Bytes(map.voxels.begin(), map.voxels.end()));
    const auto back = toLabelMap(readVolume(folder / "map.seg.nrrd"));
    CHECK(back.voxels == map.voxels);
    CHECK_EQ(describeDifference(back.geometry, map.geometry), "");
}

TEST(an_existing_file_is_replaced_only_by_a_good_one) {
    const TemporaryFolder folder;
    smallNifti({4, 3, 2}).save(folder / "source.nii");
    const auto source = findVolumes(folder / "source.nii", false).at(0);
    auto map = mapFor(source);
    writeText(folder / "map.nii.gz", "old");
    map.geometry.origin[0] += 1;  // the source has moved since
    CHECK_ERROR("export.verify", writeLabelMap(map, {}, source, LabelMapFormat::Nifti, folder / "map.nii.gz"));
    CHECK_EQ(readBytes(folder / "map.nii.gz").size(), 3u);
    CHECK_EQ(filesIn(folder.path()), 2u);
    map.geometry.origin[0] -= 1;
    writeLabelMap(map, {}, source, LabelMapFormat::Nifti, folder / "map.nii.gz");
    CHECK(toLabelMap(readVolume(folder / "map.nii.gz")).voxels == map.voxels);
}

TEST(what_cannot_be_written_says_why) {
    const TemporaryFolder folder;
    smallNifti({4, 3, 2}).save(folder / "source.nii");
    const auto source = findVolumes(folder / "source.nii", false).at(0);
    auto map = mapFor(source);
    CHECK_ERROR("export.write", writeLabelMap(map, {}, source, LabelMapFormat::Nifti, folder / "map.nii"));
    CHECK(CHECK_ERROR("export.write", writeLabelMap(map, {}, source, LabelMapFormat::Nrrd, folder / "no/map.nrrd"))
              .find("does not exist") != std::string::npos);
    CHECK_ERROR("image.missing", writeLabelMap(map, {}, {folder / "gone.nii", "", 0, 1, ""}, LabelMapFormat::Nifti,
                                               folder / "map.nii.gz"));
    map.voxels.pop_back();
    CHECK_ERROR("export.write", writeLabelMap(map, {}, source, LabelMapFormat::Nifti, folder / "map.nii.gz"));
    CHECK_EQ(filesIn(folder.path()), 1u);
}

TEST(a_read_only_folder_says_so) {
    const TemporaryFolder folder;
    smallNifti({4, 3, 2}).save(folder / "source.nii");
    const auto source = findVolumes(folder / "source.nii", false).at(0);
    const auto map = mapFor(source);
    fs::create_directory(folder / "locked");
    fs::permissions(folder / "locked",
                    fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
    const bool root = geteuid() == 0;
    if (root && seteuid(65534) != 0) throw Skipped("cannot give up root's rights");
    std::string message;
    try {
        writeLabelMap(map, {}, source, LabelMapFormat::Nifti, folder / "locked/map.nii.gz");
    } catch (const Error& error) {
        message = error.code() + " " + error.what();
    }
    if (root) CHECK_EQ(seteuid(0), 0);
    CHECK(message.starts_with("export.write") && message.find("read-only") != std::string::npos);
}

TEST(a_full_disk_leaves_nothing_behind) {
    const TemporaryFolder folder;
    fs::create_directory(folder / "small");
    if (mount("tmpfs", (folder / "small").c_str(), "tmpfs", 0, "size=64k") != 0)
        throw Skipped("mounting a small disk needs root");
    smallNifti({64, 64, 32}).save(folder / "source.nii");
    const auto source = findVolumes(folder / "source.nii", false).at(0);
    auto map = mapFor(source);
    std::mt19937 random(1);
    for (auto& id : map.voxels) id = static_cast<std::uint16_t>(random());  // does not compress
    std::vector<std::string> messages;
    for (const auto& [format, name] :
         {std::pair{LabelMapFormat::Nifti, "map.nii.gz"}, std::pair{LabelMapFormat::Nrrd, "map.nrrd"}}) {
        try {
            writeLabelMap(map, {}, source, format, folder / "small" / name);
            messages.emplace_back("written");
        } catch (const Error& error) {
            messages.push_back(error.code() + " " + error.what());
        }
    }
    const auto left = filesIn(folder / "small");
    umount((folder / "small").c_str());
    for (const auto& message : messages)
        CHECK(message.starts_with("export.write") && message.find("disk is full") != std::string::npos);
    CHECK_EQ(left, 0u);
}

TEST(every_real_image_lends_its_affine) {
    const auto data = sharedFolder() / "data";
    const TemporaryFolder folder;
    for (const auto* name :
         {"chaost2/image_1.nii.gz", "cmr/image_1.nii.gz", "ct/ct_torso.nii.gz", "hippocampus/image_001.nii.gz",
          "odd/nifti/big.nii.gz", "odd/nifti/air.hdr.gz", "odd/nifti/air2.hdr.gz", "odd/nifti/example4d.nii.gz",
          "odd/nifti/example_nifti2.nii.gz", "odd/nifti/functional.nii", "odd/nifti/with_extension.nii.gz",
          "odd/nifti/5D_small.nii", "odd/nrrd_mha/CTChest4.nrrd", "odd/nrrd_mha/3DCT_lung_baseline_small.mha",
          "odd/dicom/compressed_rle/001", "odd/dicom/missing_slice", "odd/dicom/enhanced_multiframe/Philips"}) {
        const auto source = findVolumes(data / name, false).at(0);
        const auto map = mapFor(source);
        writeLabelMap(map, someLabels(), source, LabelMapFormat::Nifti, folder / "m.nii.gz");
        const auto back = readVolume(folder / "m.nii.gz");
        CHECK_EQ(describeDifference(map.geometry, back.geometry), "");
        if (fs::path(name).string().find("nifti") != std::string::npos) CHECK(map.geometry == back.geometry);
        writeLabelMap(map, someLabels(), source, LabelMapFormat::Nrrd, folder / "m.nrrd");
    }
}
