#include "core/project/relink.h"

#include <fstream>

#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::test;
namespace fs = std::filesystem;

namespace {

void writeFile(const fs::path& file, const std::string& bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

VolumeRecord volumeOf(const std::string& name, const fs::path& path) {
    auto record = tinyVolume(name, path);
    record.contentHash = imaging::contentHash(record.source);
    return record;
}

}  // namespace

TEST(lost_files_are_found_by_name_and_content) {
    TemporaryFolder folder;
    for (const char* name : {"kept", "moved", "changed", "gone"})
        writeFile(folder / "old" / (std::string(name) + ".nii"), name);
    auto store = newProject(folder / "p.plb");
    edit(*store, [&](ProjectWriter& w) {
        w.removeVolume(store->volumes()[0].id);
        for (const char* name : {"kept", "moved", "changed", "gone"})
            w.addVolume(volumeOf(name, folder / "old" / (std::string(name) + ".nii")));
    });
    writeFile(folder / "new/a/moved.nii", "another image of that name");
    writeFile(folder / "new/changed.nii", "edited since");
    fs::create_directories(folder / "new/b/c");
    fs::rename(folder / "old/moved.nii", folder / "new/b/c/moved.nii");
    fs::remove(folder / "old/changed.nii");
    fs::remove(folder / "old/gone.nii");

    const auto outcome = relink(*store, {folder / "no such folder", folder / "new"});
    CHECK(outcome.found == std::vector<std::string>{"moved"});
    CHECK(outcome.changed == std::vector<std::string>{"changed"});
    CHECK(outcome.missing == std::vector<std::string>{"gone"});
    for (const auto& volume : store->volumes()) {
        if (volume.name == "moved") CHECK_EQ(volume.source.path, folder / "new/b/c/moved.nii");
        if (volume.name == "kept") CHECK_EQ(volume.source.path, folder / "old/kept.nii");
    }
    CHECK_EQ(store->edits().back().info.name, "relink 1 volume");
    const auto edits = store->edits().size();
    relink(*store, {});
    CHECK_EQ(store->edits().size(), edits);
}

TEST(renamed_files_are_found_by_their_content) {
    TemporaryFolder folder;
    for (const char* name : {"renamed", "edited", "gone"})
        writeFile(folder / "old" / (std::string(name) + ".nii"), name);
    auto store = newProject(folder / "p.plb");
    edit(*store, [&](ProjectWriter& w) {
        w.removeVolume(store->volumes()[0].id);
        for (const char* name : {"renamed", "edited", "gone"})
            w.addVolume(volumeOf(name, folder / "old" / (std::string(name) + ".nii")));
    });
    fs::create_directories(folder / "new/deep");
    fs::rename(folder / "old/renamed.nii", folder / "new/deep/patient 7.nii");
    fs::rename(folder / "old/gone.nii", folder / "new/gone.other");  // no file of that kind
    fs::remove(folder / "old/edited.nii");
    writeFile(folder / "new/edited.nii", "edited since");

    JobControl control;
    auto missing = findMissing(*store, {folder / "new"}, SearchBy::Name, control);
    CHECK_EQ(missing.size(), 3U);  // volumes by name: edited, gone, renamed
    CHECK_EQ(missing[0].candidates.size(), 1U);
    CHECK(missing[2].candidates.empty());

    missing = findMissing(*store, {folder / "new"}, SearchBy::NameAndContent, control);
    CHECK(missing[0].candidates.at(0).sameName && !missing[0].candidates.at(0).sameContent);
    CHECK_EQ(missing[0].candidates.size(), 1U);
    CHECK(missing[1].candidates.empty());
    CHECK_EQ(missing[2].candidates.at(0).path, folder / "new/deep/patient 7.nii");
    CHECK(missing[2].candidates.at(0).sameContent && !missing[2].candidates.at(0).sameName);

    const auto edits = store->edits().size();
    CHECK_EQ(relinkTo(*store, {{missing[0].volume.id, folder / "new/edited.nii"},
                               {missing[2].volume.id, missing[2].candidates[0].path},
                               {VolumeId{99}, folder / "nothing"}}),
             2);
    CHECK_EQ(store->edits().size(), edits + 1);
    CHECK_EQ(store->edits().back().info.name, "relink 2 volumes");
    CHECK_EQ(findMissing(*store, {}, SearchBy::Name, control).size(), 1U);
}
