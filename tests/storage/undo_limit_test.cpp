#include <SQLiteCpp/SQLiteCpp.h>

#include <random>

#include "storage/project_file.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::storage;
using namespace protolabel::test;
namespace fs = std::filesystem;

namespace {

/// A project whose slices of noise make undo records of a few kB each.
struct NoisyProject {
    TemporaryFolder folder;
    fs::path file = folder / "p.plb";
    std::unique_ptr<ProjectStore> store = createProject(file, {label(1, "liver")});
    VolumeId a;
    std::mt19937 random{5};

    explicit NoisyProject(std::int64_t limit) {
        edit(*store, [&](ProjectWriter& w) {
            auto record = tinyVolume("a");
            record.geometry.size = {256, 256, 40};
            a = w.addVolume(record);
            w.putSetting(kUndoLimitSetting, std::to_string(limit));
        });
    }
    void draw(int slice) {
        labels::LabelSlice noise(256, 256);
        for (auto& pixel : noise.pixels) pixel = random() % 2;
        edit(*store, [&](ProjectWriter& w) { w.putAnnotation(a, slice, noise, {}); });
    }
    std::int64_t query(const char* sql) const {
        return SQLite::Database(file.string(), SQLite::OPEN_READONLY).execAndGet(sql).getInt64();
    }
    std::int64_t undoBytes() const { return query("SELECT coalesce(sum(length(changeset)), 0) FROM edit"); }
    int undoable() const {
        int count = 0;
        for (const auto& edit : store->edits()) count += edit.undoable;
        return count;
    }
};

}  // namespace

TEST(the_oldest_edits_lose_their_undo_and_stay_as_a_record) {
    NoisyProject p(100'000);
    for (int slice = 0; slice < 30; ++slice) {
        p.draw(slice);
        CHECK(p.undoBytes() <= 100'000);
    }
    const auto edits = p.store->edits();
    CHECK_EQ(edits.size(), 31U);
    CHECK(!edits.front().undoable && edits.back().undoable);
    const int undoable = p.undoable();
    CHECK(undoable >= 3 && undoable < 30);
    CHECK_EQ(p.query("SELECT count(*) FROM edit WHERE changeset IS NOT NULL"), undoable);

    int undone = 0;
    while (p.store->undo()) ++undone;
    CHECK_EQ(undone, undoable);
    CHECK(!p.store->nextUndo());
    CHECK_EQ(p.store->annotatedSlices(p.a).size(), 30U - static_cast<std::size_t>(undone));
    while (p.store->redo()) --undone;
    CHECK_EQ(undone, 0);
    CHECK_EQ(p.store->annotatedSlices(p.a).size(), 30U);
}

TEST(the_sum_is_right_after_undo_new_edits_and_reopening) {
    NoisyProject p(100'000);
    for (int slice = 0; slice < 8; ++slice) p.draw(slice);
    for (int i = 0; i < 3; ++i) p.store->undo();
    p.draw(20);  // replaces the three
    CHECK(p.undoBytes() <= 100'000);
    CHECK_EQ(p.query("SELECT sum(undo_bytes) FROM edit"), p.undoBytes());
    const int before = p.undoable();
    p.store.reset();
    p.store = openProject(p.file);
    CHECK_EQ(p.undoable(), before);
    // What the three took is free again: it takes as many edits to fill it.
    const auto free = 100'000 - p.undoBytes();
    p.draw(21);
    CHECK_EQ(p.undoable(), free > 20'000 ? before + 1 : p.undoable());
    CHECK(p.undoBytes() <= 100'000);
    CHECK(p.undoBytes() > 60'000);
}

TEST(the_last_edit_can_always_be_undone) {
    NoisyProject p(0);
    p.draw(0);
    p.draw(1);
    CHECK_EQ(p.undoable(), 1);
    CHECK(p.store->undo().has_value());
    CHECK_EQ(p.store->annotatedSlices(p.a).size(), 1U);
    CHECK(!p.store->undo().has_value());
}

TEST(a_failed_edit_does_not_count) {
    NoisyProject p(100'000);
    for (int slice = 0; slice < 3; ++slice) p.draw(slice);
    const auto bytes = p.undoBytes();
    for (int i = 0; i < 20; ++i) CHECK_ERROR("slice.range", p.draw(40));
    p.draw(3);
    CHECK_EQ(p.undoable(), 5);
    CHECK(p.undoBytes() > bytes);
}

TEST(undo_ends_at_a_step_that_an_upgrade_took_away) {
    NoisyProject p(10'000'000);
    for (int slice = 0; slice < 4; ++slice) p.draw(slice);
    const auto third = p.store->edits()[2].id;
    p.store.reset();
    SQLite::Database(p.file.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE edit SET changeset = NULL, undo_bytes = 0 WHERE id = " + std::to_string(third.value));
    p.store = openProject(p.file);
    std::vector<bool> undoable;
    for (const auto& edit : p.store->edits()) undoable.push_back(edit.undoable);
    CHECK((undoable == std::vector<bool>{false, false, false, true, true}));
    p.store->undo();
    p.store->undo();
    CHECK(!p.store->undo());
}
