#include <algorithm>
#include <cmath>

#include "core/imaging/volume_reader.h"
#include "tests/core/imaging/test_files.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::imaging;
using namespace protolabel::test;

namespace {

/// Six pixels of value 10 * n, 10 * n + 1, ...
DicomSlice sliceAt(double z, int n) {
    DicomSlice slice;
    slice.position = {1, 2, z};
    slice.instance = n;
    for (int i = 0; i < 6; ++i) slice.pixels.push_back(static_cast<std::uint16_t>(10 * n + i));
    return slice;
}

void save(const TemporaryFolder& folder, double z, int n) {
    sliceAt(z, n).save(folder / (std::to_string(n) + ".dcm"));
}

float firstOf(const Volume& volume, int k) {
    return volume.toFloat()[static_cast<std::size_t>(k * 6)];
}

/// How many voxels of `truth` have another value in `volume` at the same place.
std::size_t differences(const Volume& truth, const Volume& volume) {
    const auto a = truth.toFloat(), b = volume.toFloat();
    const auto &from = truth.geometry.size, &to = volume.geometry.size;
    std::size_t count = 0, at = 0;
    for (std::int64_t k = 0; k < from[2]; ++k)
        for (std::int64_t j = 0; j < from[1]; ++j)
            for (std::int64_t i = 0; i < from[0]; ++i, ++at) {
                const auto index = toIndex(
                    volume.geometry,
                    toWorld(truth.geometry, {static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)}));
                const std::int64_t x = std::llround(index[0]), y = std::llround(index[1]), z = std::llround(index[2]);
                const bool inside = x >= 0 && y >= 0 && z >= 0 && x < to[0] && y < to[1] && z < to[2];
                if (!inside || a[at] != b[static_cast<std::size_t>(x + to[0] * (y + to[1] * z))]) ++count;
            }
    return count;
}

}  // namespace

TEST(slices_are_ordered_by_position_not_by_name_or_number) {
    const TemporaryFolder folder;
    sliceAt(6, 1).save(folder / "a.dcm");
    sliceAt(0, 2).save(folder / "b.dcm");
    sliceAt(3, 3).save(folder / "c");  // no extension
    writeText(folder / "readme.txt", "no image");
    const auto sources = findVolumes(folder.path(), false);
    CHECK_EQ(sources.size(), 1u);
    CHECK_EQ(sources[0].name, "test series");
    CHECK_EQ(sources[0].seriesUid, "1.2.3");
    const auto volume = readVolume(sources[0]);
    CHECK(volume.geometry.size == (std::array<std::int64_t, 3>{3, 2, 3}));
    CHECK(volume.geometry.spacing == (Vec3{1, 2, 3}));
    CHECK(volume.geometry.origin == (Vec3{1, 2, 0}));
    CHECK_EQ(orientationLetters(volume.geometry), "LPS");
    CHECK(firstOf(volume, 0) == 20 && firstOf(volume, 1) == 30 && firstOf(volume, 2) == 10);
    CHECK(volume.modality == Modality::MR);
    CHECK(volume.notes.empty());
}

TEST(missing_slices_are_reported_and_not_filled_in) {
    const TemporaryFolder folder;
    int n = 0;
    for (const double z : {0, 3, 6, 15, 18}) save(folder, z, ++n);
    const auto volume = readVolume(folder.path());
    CHECK_EQ(volume.geometry.size[2], 5);
    CHECK_EQ(volume.geometry.spacing[2], 3);
    CHECK(hasNote(volume, "2 slices are missing (after slice 3)"));
}

TEST(uneven_spacing_is_reported) {
    const TemporaryFolder folder;
    int n = 0;
    for (const double z : {0.0, 3.0, 6.3, 9.3}) save(folder, z, ++n);
    const auto volume = readVolume(folder.path());
    CHECK_NEAR(volume.geometry.spacing[2], 3, 1e-9);
    CHECK(hasNote(volume, "unevenly spaced (3 to 3.3 mm)"));
}

TEST(a_tilted_gantry_keeps_its_shear) {
    const TemporaryFolder folder;
    for (int n = 0; n < 3; ++n) {
        auto slice = sliceAt(4 * n, n + 1);
        slice.position[1] = 3 * n;
        slice.save(folder / (std::to_string(n) + ".dcm"));
    }
    const auto volume = readVolume(folder.path());
    CHECK_NEAR(volume.geometry.spacing[2], 5, 1e-9);
    CHECK_NEAR(volume.geometry.direction[2][1], 0.6, 1e-9);
    CHECK(hasNote(volume, "tilted gantry"));
}

TEST(repeated_positions_are_frames) {
    const TemporaryFolder folder;
    int n = 0;
    for (int time = 0; time < 2; ++time)
        for (int z = 0; z < 3; ++z) save(folder, z, ++n);
    auto source = findVolumes(folder.path(), false).at(0);
    CHECK_EQ(source.frames, 2);
    source.frame = 1;
    const auto volume = readVolume(source);
    CHECK_EQ(volume.geometry.size[2], 3);
    CHECK(firstOf(volume, 0) == 40 && firstOf(volume, 2) == 60);
    CHECK(hasNote(volume, "frame 2 of 2"));
    source.frame = 2;
    CHECK_ERROR("image.size", readVolume(source));
}

TEST(one_stray_repetition_is_no_second_frame) {
    const TemporaryFolder folder;
    int n = 0;
    for (const int z : {0, 1, 2, 1}) save(folder, z, ++n);
    const auto volume = readVolume(folder.path());
    CHECK_EQ(volume.geometry.size[2], 3);
    CHECK_EQ(firstOf(volume, 1), 20);
    CHECK(hasNote(volume, "1 images repeat a position"));
}

TEST(series_and_orientations_are_kept_apart) {
    const TemporaryFolder folder;
    sliceAt(0, 1).save(folder / "1.dcm");
    sliceAt(1, 2).save(folder / "2.dcm");
    auto localizer = sliceAt(0, 3);
    localizer.orientation = {0, 1, 0, 0, 0, -1};
    localizer.save(folder / "3.dcm");
    auto other = sliceAt(0, 4);
    other.series = "1.2.4";
    other.modality = "CT";
    other.description = "a/b";
    other.save(folder / "4.dcm");
    const auto sources = findVolumes(folder.path(), false);
    CHECK_EQ(sources.size(), 3u);
    CHECK_EQ(sources[0].seriesUid, "1.2.3");
    CHECK_EQ(sources[1].seriesUid, "1.2.3#2");
    CHECK_EQ(sources[2].name, "a_b");
    CHECK_EQ(readVolume(sources[0]).geometry.size[2], 2);
    CHECK(readVolume(sources[2]).modality == Modality::CT);
    CHECK(contentHash(sources[0]) != contentHash(sources[2]));
}

TEST(scaling_is_kept_where_it_is_common_and_applied_where_not) {
    const TemporaryFolder folder;
    auto a = sliceAt(0, 1), b = sliceAt(1, 2);
    for (auto* slice : {&a, &b}) {
        slice->isSigned = true;
        slice->pixels[0] = 0xfff6;  // -10
        slice->slope = 2;
        slice->intercept = -1024;
    }
    a.save(folder / "1.dcm");
    b.save(folder / "2.dcm");
    auto volume = readVolume(folder.path());
    CHECK(volume.type == ScalarType::Int16 && volume.slope == 2 && volume.intercept == -1024);
    CHECK_EQ(volume.toFloat()[0], -1044);
    b.slope = 3;
    b.save(folder / "2.dcm");
    volume = readVolume(folder.path());
    CHECK(volume.type == ScalarType::Float32);
    CHECK(volume.toFloat()[0] == -1044 && volume.toFloat()[6] == -1054);
    CHECK(hasNote(volume, "scaled differently"));
}

TEST(slices_without_positions_keep_their_numbers_order) {
    const TemporaryFolder folder;
    for (const int n : {2, 1}) {
        auto slice = sliceAt(0, n);
        slice.positioned = false;
        slice.save(folder / (std::to_string(9 - n) + ".dcm"));
    }
    const auto volume = readVolume(folder.path());
    CHECK_EQ(firstOf(volume, 0), 10);
    CHECK_EQ(volume.geometry.spacing[2], 5);  // the slice thickness
    CHECK(hasNote(volume, "positions are missing"));
}

TEST(damaged_dicom_files_end_in_a_clear_error) {
    const TemporaryFolder folder;
    sliceAt(0, 1).save(folder / "whole.dcm");
    const auto whole = readBytes(folder / "whole.dcm");
    for (std::size_t length = 140; length < whole.size(); length += 7) {
        writeBytes(folder / "cut.dcm", Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)));
        try {
            readVolume(folder / "cut.dcm");
            CHECK(false);
        } catch (const Error& error) {
            CHECK(error.code() == "image.truncated" || error.code() == "image.format");
        }
    }
    for (const std::size_t length : {std::size_t(0), std::size_t(50), std::size_t(131)}) {
        writeBytes(folder / "cut.dcm", Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)));
        CHECK_ERROR("image.format", readVolume(folder / "cut.dcm"));
    }
    writeBytes(folder / "cut.dcm", Bytes(whole.begin(), whole.end() - 3));
    CHECK(hasNote(readVolume(folder.path()), "1 files are cut short"));
    auto colour = sliceAt(0, 1);
    colour.samples = 3;
    colour.pixels.resize(18);
    colour.save(folder / "colour.dcm");
    CHECK_ERROR("image.type", readVolume(folder / "colour.dcm"));
    auto source = findVolumes(folder / "whole.dcm", false).at(0);
    source.seriesUid = "9.9";
    CHECK_ERROR("image.missing", readVolume(source));
}

TEST(compressed_series_equal_their_ground_truth) {
    const auto data = sharedFolder() / "data/odd/dicom";
    for (const char* name : {"compressed", "compressed_jpegls", "compressed_rle"}) {
        const auto volume = readVolume(data / name / "001");
        for (const char* truth : {"001_ground_truth.nii.gz", "001_ground_truth_reoriented.nii.gz"})
            CHECK_EQ(differences(readVolume(data / name / truth), volume), 0u);
    }
}

TEST(multiframe_files_equal_their_ground_truth) {
    const auto data = sharedFolder() / "data/odd/dicom/enhanced_multiframe";
    auto siemens = findVolumes(data / "Siemens/XA10", false).at(0);
    auto truth = findVolumes(data / "Siemens_REST1_w_SMS_PF7-8_6.nii", false).at(0);
    CHECK_EQ(siemens.frames, 4);
    for (siemens.frame = truth.frame = 0; siemens.frame < 4; truth.frame = ++siemens.frame)
        CHECK_EQ(differences(readVolume(truth), readVolume(siemens)), 0u);

    const auto philips = findVolumes(data / "Philips", false).at(0);
    CHECK_EQ(philips.frames, 2);  // magnitude and field map
    const auto volume = readVolume(philips);
    const auto converted = readVolume(data / "Philips_WIP_B0_NS_801_e1.nii");
    CHECK(volume.geometry.size == converted.geometry.size);
    // The converter turned rows and columns round and scaled the values; places and proportions are the same.
    const auto a = volume.toFloat(), b = converted.toFloat();
    const float factor = *std::max_element(b.begin(), b.end()) / *std::max_element(a.begin(), a.end());
    for (int k = 0; k < 32; ++k)
        for (int j = 0; j < 64; ++j)
            for (int i = 0; i < 64; ++i)
                CHECK_NEAR(a[static_cast<std::size_t>(i + 64 * (j + 64 * k))] * factor,
                           b[static_cast<std::size_t>(63 - i + 64 * (63 - j + 64 * k))], 1e-3 * factor);
    for (const double end : {0.0, 63.0}) {
        const auto here = toWorld(volume.geometry, {end, end, 0}),
                   there = toWorld(converted.geometry, {63 - end, 63 - end, 0});
        for (int c = 0; c < 3; ++c) CHECK_NEAR(here[c], there[c], 0.01);
    }
}

TEST(a_missing_slice_of_a_real_series_is_found) {
    const auto volume = readVolume(sharedFolder() / "data/odd/dicom/missing_slice");
    CHECK_EQ(volume.geometry.size[2], 18);
    CHECK_NEAR(volume.geometry.spacing[2], 3, 1e-3);
    CHECK(hasNote(volume, "1 slice is missing (after slice 13)"));  // 1-06.dcm, counted from the feet
}

TEST(series_are_described_from_their_headers) {
    const TemporaryFolder folder;
    for (int n = 1; n <= 4; ++n) save(folder, 3.0 * n, n);
    auto other = sliceAt(0, 1);
    other.series = "9.9";
    other.description = "scout: left/right";
    other.modality = "CT";
    other.pixels.clear();  // the voxels are not looked at
    other.rows = 20;
    other.save(folder / "scout.dcm");
    const auto series = describeVolumes(folder.path(), false);
    CHECK_EQ(series.size(), 2U);
    CHECK_EQ(series[0].source.seriesUid, "1.2.3");
    CHECK_EQ(series[0].images, 4);
    CHECK_EQ(series[0].description, "test series");
    CHECK(series[0].modality == Modality::MR);
    CHECK((series[0].geometry.size == std::array<std::int64_t, 3>{3, 2, 4}));
    CHECK((series[0].geometry.spacing == Vec3{1, 2, 3}));
    CHECK(describeVolumes(folder.path(), false)[0].geometry == readVolume(series[0].source).geometry);
    CHECK_EQ(series[1].description, "scout: left/right");
    CHECK_EQ(series[1].source.name, "scout_ left_right");
    CHECK(series[1].modality == Modality::CT);
    CHECK_EQ(series[1].images, 1);
    CHECK_EQ(series[1].geometry.size[1], 20);
}

TEST(files_are_described_from_their_headers) {
    const TemporaryFolder folder;
    smallNifti({4, 3, 2, 5}).save(folder / "a.nii.gz");
    const auto file = describeVolumes(folder / "a.nii.gz", false).at(0);
    CHECK_EQ(file.source.frames, 5);
    CHECK_EQ(file.source.name, "a");
    CHECK(file.geometry == readVolume(file.source).geometry);
    CHECK((file.geometry.spacing == Vec3{2, 3, 4}));
}
