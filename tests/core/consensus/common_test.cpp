#include "core/consensus/common.h"

#include "core/consensus/kept.h"
#include "storage/project_file.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using consensus::findCommon;

namespace {

/// Two projects of the volume "a" and what a test adds.
struct TwoProjects {
    TemporaryFolder folder;
    VolumeId a, b;
    std::unique_ptr<project::ProjectStore> anna = newProject(folder / "anna.plb", &a);
    std::unique_ptr<project::ProjectStore> ben = newProject(folder / "ben.plb", &b);

    void add(project::ProjectStore& store, const std::string& name, const std::string& hash, int slices = 5) {
        edit(store, [&](project::ProjectWriter& writer) {
            auto record = tinyVolume(name, folder / (name + ".nii"));
            record.contentHash = hash;
            record.geometry.size[2] = slices;
            writer.addVolume(record);
        });
    }
    bool noted(const consensus::Common& common, const std::string& text) const {
        for (const auto& note : common.notes)
            if (std::string(note.what()).find(text) != std::string::npos) return true;
        return false;
    }
};

}  // namespace

TEST(volumes_are_matched_by_content_and_then_by_name) {
    TwoProjects p;
    p.add(*p.anna, "scan", "1111");
    p.add(*p.ben, "another name", "1111");
    p.add(*p.anna, "same", "2222");
    p.add(*p.ben, "same", "3333");
    p.add(*p.anna, "grid", "4444", 5);
    p.add(*p.ben, "grid", "5555", 6);
    p.add(*p.anna, "mine", "6666");
    const auto common = findCommon({p.anna.get(), p.ben.get()});
    CHECK(common.names == (std::vector<std::string>{"anna", "ben"}));
    CHECK_EQ(common.volumes.size(), 3U);
    CHECK_EQ(common.volumes[0].first().name, "a");
    CHECK_EQ(common.volumes[1].first().name, "same");
    CHECK_EQ(common.volumes[2].first().name, "scan");
    CHECK_EQ(common.volumes[2].in[1].name, "another name");
    CHECK(p.noted(common, "same: the image in ben has another content"));
    CHECK(p.noted(common, "grid: left out, the image in ben has another grid"));
    CHECK(p.noted(common, "not in ben: mine"));
    CHECK(!p.noted(common, "not in ben: grid"));
}

TEST(labels_are_matched_by_name_and_then_by_number) {
    TwoProjects p;
    edit(*p.anna, [](project::ProjectWriter& writer) {
        writer.putLabel(label(3, "kidney"));
        writer.putLabel(label(4, "tumour"));
    });
    edit(*p.ben, [](project::ProjectWriter& writer) {
        writer.putLabel(label(3, "tumour"));
        writer.putLabel(label(2, "milt"));
        writer.putLabel(label(9, "vein"));
    });
    const auto common = findCommon({p.anna.get(), p.ben.get()});
    CHECK_EQ(common.labels.size(), 3U);
    CHECK_EQ(common.labels[1].in[1].value, 2);  // spleen and milt
    CHECK_EQ(common.labels[2].label.name, "tumour");
    CHECK_EQ(common.labels[2].in[1].value, 3);
    CHECK(p.noted(common, "spleen is called milt in ben"));
    CHECK(p.noted(common, "labels left out, not in ben: kidney"));
    CHECK(p.noted(common, "labels left out, only in ben: vein"));

    edit(*p.ben, [&](project::ProjectWriter& writer) { writer.putAnnotation(p.b, 1, tinySlice({1, 2, 3, 9}), {}); });
    const auto dense = readCommon(*p.ben, common, common.volumes[0], 1);
    CHECK_EQ(dense.at({0, 0, 1}), 1);
    CHECK_EQ(dense.at({1, 0, 1}), 2);
    CHECK_EQ(dense.at({2, 0, 1}), 4);  // ben's 3 is anna's 4
    CHECK_EQ(dense.at({3, 0, 1}), 0);  // not common
    CHECK_EQ(dense.at({0, 0, 0}), 0);
}

TEST(what_cannot_be_compared_is_refused) {
    TwoProjects p;
    CHECK_ERROR("compare.few", findCommon({p.anna.get()}));
    const auto again = storage::openProject(p.folder / "anna.plb", storage::Access::ReadOnly);
    CHECK_ERROR("compare.same", findCommon({p.anna.get(), again.get()}));

    const auto empty = storage::createProject(p.folder / "empty.plb", {label(1, "liver")});
    CHECK_ERROR("compare.volumes", findCommon({p.anna.get(), empty.get()}));
    const auto other = storage::createProject(p.folder / "other.plb", {label(7, "bone")});
    edit(*other, [&](project::ProjectWriter& writer) { writer.addVolume(tinyVolume("a")); });
    CHECK_ERROR("compare.labels", findCommon({p.anna.get(), other.get()}));
}

TEST(the_other_project_is_only_read) {
    TwoProjects p;
    // Somebody has it open for writing, and holds its lock, in another process.
    const auto failed = inOtherProcess([&] {
        const auto mine = storage::openProject(p.folder / "ben.plb", storage::Access::ReadOnly);
        if (!mine->readOnly()) throw Failure("it was opened for writing");
        if (findCommon({p.anna.get(), mine.get()}).volumes.size() != 1) throw Failure("its volume was not read");
    });
    CHECK_EQ(failed, "");
    CHECK(std::filesystem::exists(p.folder / "ben.plb.lock"));  // still ben's
    edit(*p.ben, [&](project::ProjectWriter& writer) { writer.putAnnotation(p.b, 0, tinySlice({1}), {}); });
}

TEST(parts_that_stay_are_remembered_by_volume) {
    TwoProjects p;
    CHECK(consensus::keptKeys(*p.anna, p.a).empty());
    edit(*p.anna, [&](project::ProjectWriter& writer) { consensus::putKeptKeys(writer, p.a, {"00ff", "1234"}); });
    CHECK(consensus::keptKeys(*p.anna, p.a) == (std::set<std::string>{"00ff", "1234"}));
    CHECK(consensus::keptKeys(*p.anna, VolumeId{99}).empty());
    p.anna->undo();
    CHECK(consensus::keptKeys(*p.anna, p.a).empty());
}
