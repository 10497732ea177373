#include "storage/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <vector>

#include "storage/project_opening.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::storage;
using namespace protolabel::test;
namespace fs = std::filesystem;

namespace {

/// The program's migrations followed by made-up ones, as a later version would have.
std::vector<Migration> later(std::initializer_list<const char*> more) {
    std::vector<Migration> list(migrations().begin(), migrations().end());
    for (const char* sql : more) list.push_back({list.back().version + 1, sql});
    return list;
}

int versionOf(const fs::path& file) {
    return SQLite::Database(file.string(), SQLite::OPEN_READONLY).execAndGet("PRAGMA user_version").getInt();
}

}  // namespace

TEST(migrations_are_numbered_from_one) {
    int expected = 0;
    for (const auto& migration : migrations()) CHECK_EQ(migration.version, ++expected);
    CHECK(expected >= 1);
}

TEST(an_older_project_is_backed_up_and_upgraded) {
    TemporaryFolder folder;
    const auto file = folder / "p.plb";
    VolumeId a;
    {
        auto store = newProject(file, &a);
        edit(*store, [&](ProjectWriter& w) { w.putAnnotation(a, 0, tinySlice({1}), {}); });
    }
    const int old = versionOf(file);
    const auto list = later(
        {"ALTER TABLE label ADD COLUMN code TEXT NOT NULL DEFAULT ''; CREATE TABLE remark (id INTEGER PRIMARY KEY)",
         "UPDATE label SET code = 'x' || id"});
    CHECK_ERROR("project.older", openWith(file, Access::ReadOnly, list));
    {
        auto store = openWith(file, Access::ReadWrite, list);
        CHECK(store->annotation(a, 0) == tinySlice({1}));
        // Undo records from before the upgrade still apply.
        CHECK(store->undo().has_value());
        CHECK(!store->annotation(a, 0));
        CHECK(store->undo().has_value());
        CHECK(store->labels().empty());
        CHECK(store->redo().has_value());
        CHECK_EQ(store->labels().size(), 2u);
    }
    CHECK_EQ(versionOf(file), old + 2);
    const auto backup = file.string() + ".bak-v" + std::to_string(old);
    CHECK_EQ(versionOf(backup), old);
    CHECK(openProject(backup)->annotation(a, 0) == tinySlice({1}));
    CHECK(!fs::exists(backup + ".part"));

    // The new file is too new for the program of before.
    const auto message = CHECK_ERROR("project.newer", openProject(file));
    CHECK(message.find("update") != std::string::npos);
    CHECK_ERROR("project.newer", openProject(file, Access::ReadOnly));
}

TEST(a_failing_migration_changes_nothing) {
    TemporaryFolder folder;
    const auto file = folder / "p.plb";
    newProject(file).reset();
    const int old = versionOf(file);
    const auto list = later({"CREATE TABLE remark (id INTEGER PRIMARY KEY)",
                             "CREATE TABLE half (id INTEGER PRIMARY KEY); SELECT * FROM nothing"});
    CHECK_ERROR("project.io", openWith(file, Access::ReadWrite, list));
    CHECK_EQ(versionOf(file), old + 1);  // the complete one stays
    {
        SQLite::Database database(file.string());
        CHECK(database.tableExists("remark") && !database.tableExists("half"));
    }
    CHECK_EQ(versionOf(file.string() + ".bak-v" + std::to_string(old)), old);

    // References that a migration breaks are found before it is committed.
    fs::copy_file(file.string() + ".bak-v" + std::to_string(old), folder / "q.plb");
    auto store = openProject(folder / "q.plb");
    edit(*store, [&](ProjectWriter& w) { w.putSupport({{}, store->volumes()[0].id, 0, LabelId{1}}); });
    store.reset();
    CHECK_ERROR("project.damaged", openWith(folder / "q.plb", Access::ReadWrite, later({"DELETE FROM label"})));
    CHECK_EQ(openProject(folder / "q.plb")->labels().size(), 2u);
}

TEST(an_earlier_backup_is_kept) {
    TemporaryFolder folder;
    const auto file = folder / "p.plb";
    newProject(file).reset();
    const auto backup = file.string() + ".bak-v" + std::to_string(versionOf(file));
    fs::copy_file(file, backup);
    openWith(file, Access::ReadWrite, later({"CREATE TABLE remark (id INTEGER PRIMARY KEY)"})).reset();
    CHECK(fs::exists(backup) && fs::exists(backup + "-2"));
}
