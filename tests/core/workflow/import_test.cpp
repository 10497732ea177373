#include "core/workflow/import.h"

#include <fstream>
#include <map>

#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using workflow::importVolumes;
namespace fs = std::filesystem;

TEST(the_same_image_is_skipped_another_of_its_name_renamed) {
    BlocksProject p;
    fs::create_directory(p.folder / "other");
    fs::copy_file(p.folder / "b.nii", p.folder / "copy.nii");
    writeScan(blocks(5), p.folder / "other/a.nii");
    const auto outcome =
        importVolumes(*p.store, {p.folder / "a.nii", p.folder / "copy.nii", p.folder / "other/a.nii"}, {}, p.control);
    CHECK_EQ(outcome.skipped.size(), 2U);
    CHECK(outcome.skipped[1].find("as b") != std::string::npos);
    CHECK_EQ(outcome.volumes.size(), 1U);
    CHECK_EQ(outcome.volumes[0].name, "a_2");
    CHECK(!outcome.volumes[0].notes.empty());
    CHECK_EQ(p.store->volumes().size(), 3U);
}

TEST(a_name_taken_during_an_import_is_left_alone) {
    class Rival : public JobControl {
    public:
        explicit Rival(BlocksProject& project) : project_(project) {}
        void progress(const Progress& progress) override {
            if (progress.done != 1) return;
            importVolumes(*project_.store, {project_.folder / "other/c.nii", project_.folder / "d.nii"}, {},
                          project_.control);
        }

    private:
        BlocksProject& project_;
    };
    BlocksProject p;
    fs::create_directory(p.folder / "other");
    writeScan(blocks(5), p.folder / "c.nii");
    writeScan(blocks(6), p.folder / "other/c.nii");
    writeScan(blocks(7), p.folder / "d.nii");
    Rival rival(p);
    const auto outcome = importVolumes(*p.store, {p.folder / "c.nii", p.folder / "d.nii"}, {}, rival);
    CHECK_EQ(outcome.volumes.size(), 1U);
    CHECK_EQ(outcome.volumes[0].name, "c_2");
    CHECK_EQ(outcome.skipped.size(), 1U);
    CHECK(outcome.skipped[0].find("as d") != std::string::npos);
    CHECK_EQ(p.store->undo()->info.name, "import 1 volume");
}

TEST(one_bad_file_among_several_leaves_the_project_alone) {
    BlocksProject p;
    writeScan(blocks(5), p.folder / "c.nii");
    std::ofstream(p.folder / "bad.nii.gz") << "this is no image";
    const auto edits = p.store->edits().size();
    try {
        importVolumes(*p.store, {p.folder / "c.nii", p.folder / "bad.nii.gz"}, {}, p.control);
        CHECK(false);
    } catch (const Error& error) {
        CHECK(std::string(error.what()).find("nothing was imported") != std::string::npos);
        CHECK(std::string(error.what()).find("bad.nii.gz") != std::string::npos);
    }
    CHECK_EQ(p.store->volumes().size(), 2U);
    CHECK_EQ(p.store->edits().size(), edits);
}

TEST(a_search_skips_what_is_no_image) {
    BlocksProject p;
    fs::create_directories(p.folder / "scans/deep er/é");
    writeScan(blocks(5), p.folder / "scans/deep er/é/ö.nii");
    std::ofstream(p.folder / "scans/readme.txt") << "text";
    const auto outcome = importVolumes(*p.store, {p.folder / "scans"}, {true}, p.control);
    CHECK_EQ(outcome.volumes.size(), 1U);
    CHECK_EQ(outcome.volumes[0].name, "ö");
}

TEST(a_bad_file_of_a_folder_does_not_keep_the_others_out) {
    BlocksProject p;
    fs::create_directory(p.folder / "scans");
    writeScan(blocks(5), p.folder / "scans/c.nii");
    std::ofstream(p.folder / "scans/bad.nii.gz") << "this is no image";
    const auto outcome = importVolumes(*p.store, {p.folder / "scans"}, {}, p.control);
    CHECK_EQ(outcome.volumes.size(), 1U);
    CHECK_EQ(outcome.skipped.size(), 1U);
    CHECK(outcome.skipped[0].find("bad.nii.gz") != std::string::npos);
    fs::remove(p.folder / "scans/c.nii");
    CHECK_ERROR("image.format", importVolumes(*p.store, {p.folder / "scans"}, {}, p.control));
}

TEST(label_maps_and_empty_images_come_with_a_note) {
    BlocksProject p;
    auto scan = blocks(5);
    for (auto& voxel : scan.voxels) voxel = 7;
    writeScan(scan, p.folder / "constant.nii");
    for (std::size_t i = 0; i < scan.voxels.size(); ++i) scan.voxels[i] = static_cast<std::int16_t>(i % 3);
    writeScan(scan, p.folder / "mask.nii");
    const auto outcome = importVolumes(*p.store, {p.folder / "constant.nii", p.folder / "mask.nii"}, {}, p.control);
    CHECK(outcome.volumes[0].notes.back().find("same value") != std::string::npos);
    CHECK(outcome.volumes[1].notes.back().find("label map") != std::string::npos);
}

TEST(a_search_tells_what_is_there_and_stores_nothing) {
    BlocksProject p;
    fs::create_directories(p.folder / "scans/empty");
    writeScan(blocks(5), p.folder / "scans/c.nii");
    fs::copy_file(p.folder / "b.nii", p.folder / "scans/d.nii");
    writeScan(blocksTruth(5), p.folder / "scans/mask.nii");
    std::ofstream(p.folder / "scans/bad.nii.gz") << "this is no image";
    std::map<std::string, workflow::FoundVolume> found;
    workflow::searchVolumes(*p.store, {p.folder / "scans", p.folder / "scans/empty"}, p.control,
                            [&](workflow::FoundVolume volume) {
                                const auto name = volume.record.name;
                                found.emplace(name, std::move(volume));
                            });
    CHECK_EQ(found.size(), 4U);
    CHECK(!found.at("c").refused && found.at("c").presentAs.empty());
    CHECK(found.at("c").content == workflow::Content::Picture);
    CHECK_EQ(found.at("d").presentAs, "b");
    CHECK(found.at("mask").content == workflow::Content::LabelMap);
    CHECK_EQ(found.at("bad.nii.gz").refused->code(), "image.format");
    CHECK_EQ(p.store->volumes().size(), 2U);
    const auto outcome = workflow::addVolumes(*p.store, {found.at("c").record, found.at("d").record});
    CHECK_EQ(outcome.volumes.size(), 1U);
    CHECK_EQ(outcome.skipped.size(), 1U);
    CHECK_EQ(p.store->edits().back().info.name, "import 1 volume");
}

TEST(an_import_is_one_undo_step) {
    BlocksProject p;
    writeScan(blocks(5), p.folder / "c.nii");
    writeScan(blocks(6), p.folder / "d.nii");
    importVolumes(*p.store, {p.folder / "c.nii", p.folder / "d.nii"}, {}, p.control);
    CHECK_EQ(p.store->volumes().size(), 4U);
    CHECK_EQ(p.store->undo()->info.name, "import 2 volumes");
    CHECK_EQ(p.store->volumes().size(), 2U);
}

TEST(a_stopped_import_imports_nothing) {
    BlocksProject p;
    writeScan(blocks(5), p.folder / "c.nii");
    writeScan(blocks(6), p.folder / "d.nii");
    StopAt stop("import", 2);
    CHECK_ERROR("cancelled", importVolumes(*p.store, {p.folder / "c.nii", p.folder / "d.nii"}, {}, stop));
    CHECK_EQ(p.store->volumes().size(), 2U);
}
