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
