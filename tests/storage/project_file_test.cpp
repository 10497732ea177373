#include "storage/project_file.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>

#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::storage;
using namespace protolabel::test;
namespace fs = std::filesystem;

namespace {

void writeFile(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

void overwrite(const fs::path& file, std::int64_t offset, const std::string& bytes) {
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(offset);
    stream << bytes;
}

}  // namespace

TEST(a_fresh_project_is_a_marked_sqlite_file) {
    TemporaryFolder folder;
    const auto file = folder / "neu ü.plb";
    auto store = createProject(file);
    CHECK_EQ(store->file(), file);
    CHECK(!store->readOnly());
    CHECK(store->volumes().empty() && store->labels().empty() && store->edits().empty());
    store.reset();
    std::ifstream in(file, std::ios::binary);
    std::string header(100, '\0');
    in.read(header.data(), 100);
    CHECK_EQ(header.substr(0, 15), "SQLite format 3");
    CHECK_EQ(header.substr(68, 4), "PLAB");                      // application_id, sqlite.org/fileformat.html
    CHECK_EQ(header.substr(60, 4), std::string("\0\0\0\3", 4));  // user_version
}

TEST(settings_that_make_an_edit_durable) {
    TemporaryFolder folder;
    auto store = createProject(folder / "p.plb");
    CHECK(fs::exists(folder / "p.plb-wal"));
    edit(*store, [](ProjectWriter& w) { w.putSetting("k", "v"); });
    SQLite::Database other((folder / "p.plb").string());
    CHECK_EQ(other.execAndGet("PRAGMA journal_mode").getString(), "wal");
    CHECK_EQ(other.execAndGet("SELECT value FROM setting").getString(), "v");
}

TEST(a_project_of_schema_1_opens) {
    TemporaryFolder folder;
    fs::copy_file(fs::path(PROTOLABEL_FIXTURES) / "schema_1.plb", folder / "p.plb");
    fs::permissions(folder / "p.plb", fs::perms::owner_all);
    auto store = openProject(folder / "p.plb");
    CHECK_EQ(store->volumes().size(), 1u);
    const auto volume = store->volumes()[0];
    CHECK_EQ(volume.name, "abdomen");
    CHECK_EQ(volume.source.path, folder / "images/abdomen.nii.gz");
    CHECK(store->labels() == (std::vector{label(1, "liver"), label(2, "spleen")}));
    CHECK(store->annotation(volume.id, 2) == tinySlice({0, 1, 1, 0, 2}));
    CHECK_EQ(store->supports().size(), 1u);
    CHECK(store->proposal(volume.id, 3, LabelId{1})->mask == tinyMask({0, 0, 1, 1}));
    CHECK(store->reviewState(volume.id, 3) == ReviewState::Proposed);
    CHECK_EQ(store->models().size(), 1u);
    CHECK_EQ(store->setting("device").value(), "auto");
    for (const auto& edit : store->edits()) CHECK(edit.undoable);
    int undone = 0;
    while (store->undo()) ++undone;
    CHECK_EQ(undone, 3);
    CHECK(store->volumes().empty());
}

TEST(a_project_of_schema_2_opens) {
    TemporaryFolder folder;
    const auto file = folder / "p.plb";
    fs::copy_file(fs::path(PROTOLABEL_FIXTURES) / "schema_2.plb", file);
    fs::permissions(file, fs::perms::owner_all);
    {
        auto store = openProject(file);
        const auto volume = store->volumes().at(0);
        CHECK_EQ(volume.name, "a");
        CHECK(store->annotation(volume.id, 2) == tinySlice({0, 1, 1}));
        CHECK_EQ(store->supports().size(), 2u);
        CHECK(store->comments().empty());
        edit(*store, [&](ProjectWriter& w) { w.putComment({.volume = volume.id, .slice = 2, .text = "too wide"}); });
        CHECK_EQ(store->comments().at(0).text, "too wide");
        // The edits of before can still be taken back.
        CHECK(store->undo() && store->undo());
        CHECK(store->annotatedSlices(volume.id).empty());
    }
    SQLite::Database before(file.string() + ".bak-v2", SQLite::OPEN_READONLY);
    CHECK_EQ(before.execAndGet("PRAGMA user_version").getInt(), 2);
    CHECK(!before.tableExists("comment"));
    CHECK_EQ(before.execAndGet("SELECT count(*) FROM annotation").getInt(), 2);
}

TEST(a_missing_project) {
    TemporaryFolder folder;
    CHECK_ERROR("project.missing", openProject(folder / "p.plb"));
    CHECK_ERROR("project.missing", openProject(folder.path()));
    CHECK(fs::is_empty(folder.path()));
}

TEST(an_existing_file_is_not_replaced) {
    TemporaryFolder folder;
    writeFile(folder / "p.plb", "precious");
    CHECK_ERROR("project.exists", createProject(folder / "p.plb"));
    CHECK_EQ(fs::file_size(folder / "p.plb"), 8u);
    CHECK_ERROR("project.folder", createProject(folder / "no such folder/p.plb"));
}

TEST(other_files_are_no_projects) {
    TemporaryFolder folder;
    writeFile(folder / "empty.plb", "");
    writeFile(folder / "short.plb", "hello");
    writeFile(folder / "text.plb", std::string(10000, 'x'));
    SQLite::Database((folder / "other.plb").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE t (x)");
    for (const char* name : {"empty.plb", "short.plb", "text.plb", "other.plb"}) {
        const auto size = fs::file_size(folder / name);
        for (const auto access : {Access::ReadWrite, Access::ReadOnly})
            CHECK_ERROR("project.format", openProject(folder / name, access));
        CHECK_EQ(fs::file_size(folder / name), size);
    }
    CHECK_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 4);
}

TEST(a_newer_project_is_refused_untouched) {
    TemporaryFolder folder;
    newProject(folder / "p.plb").reset();
    overwrite(folder / "p.plb", 60, std::string("\0\0\0\x63", 4));
    const auto message = CHECK_ERROR("project.newer", openProject(folder / "p.plb"));
    CHECK(message.find("99") != std::string::npos);
    CHECK_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

TEST(a_damaged_project_says_what_is_left) {
    TemporaryFolder folder;
    VolumeId a;
    {
        auto store = newProject(folder / "p.plb", &a);
        edit(*store, [&](ProjectWriter& w) {
            w.putAnnotation(a, 0, tinySlice({1}), {});
            w.putSetting("k", std::string(20000, 'k'));  // the last pages of the file are its
        });
    }
    const auto page = static_cast<std::uintmax_t>(pageSize(folder / "p.plb"));
    fs::resize_file(folder / "p.plb", fs::file_size(folder / "p.plb") - page);
    for (const auto access : {Access::ReadWrite, Access::ReadOnly}) {
        const auto message = CHECK_ERROR("project.damaged", openProject(folder / "p.plb", access));
        CHECK(message.find("1 volume, 2 labels, 1 annotated slice,") != std::string::npos);
    }
}

TEST(damage_at_the_root_of_any_table_is_found_when_opening) {
    TemporaryFolder folder;
    {
        VolumeId a;
        auto store = newProject(folder / "p.plb", &a);
        edit(*store, [&](ProjectWriter& w) { w.putAnnotation(a, 0, tinySlice({1}), {}); });
    }
    std::vector<int> roots;
    {
        SQLite::Database database((folder / "p.plb").string());
        SQLite::Statement rows(database, "SELECT rootpage FROM sqlite_schema WHERE rootpage > 1");
        while (rows.executeStep()) roots.push_back(rows.getColumn(0).getInt());
    }
    CHECK(roots.size() > 10);
    const int size = pageSize(folder / "p.plb");
    for (const int root : roots)
        for (const auto access : {Access::ReadWrite, Access::ReadOnly}) {
            fs::copy_file(folder / "p.plb", folder / "q.plb", fs::copy_options::overwrite_existing);
            overwrite(folder / "q.plb", (root - 1) * size, std::string(static_cast<std::size_t>(size), '\x5a'));
            const auto message = CHECK_ERROR("project.damaged", openProject(folder / "q.plb", access));
            CHECK(message.find("malformed") == std::string::npos);  // SQLite's words
        }
}

/// Spread over several pages, the loss of one of them would make every table unreadable.
TEST(the_schema_is_on_the_first_page) {
    TemporaryFolder folder;
    newProject(folder / "p.plb");
    SQLite::Database database((folder / "p.plb").string());
    CHECK_EQ(database.execAndGet("SELECT count(*) FROM dbstat WHERE name = 'sqlite_schema'").getInt(), 1);
}

TEST(damage_found_later_is_named) {
    TemporaryFolder folder;
    VolumeId a;
    {
        auto store = newProject(folder / "p.plb", &a);
        edit(*store, [&](ProjectWriter& w) { w.putAnnotation(a, 0, tinySlice({1}), {}); });
    }
    int page = 0;
    {
        SQLite::Database database((folder / "p.plb").string());
        page = database.execAndGet("SELECT rootpage FROM sqlite_schema WHERE name = 'annotation'").getInt();
    }
    const int size = pageSize(folder / "p.plb");
    auto store = openProject(folder / "p.plb");
    overwrite(folder / "p.plb", (page - 1) * size, std::string(static_cast<std::size_t>(size), '\x5a'));
    CHECK_EQ(store->volumes().size(), 1u);
    CHECK_ERROR("project.damaged", store->annotation(a, 0));
    CHECK_ERROR("project.damaged", edit(*store, [&](ProjectWriter& w) { w.putAnnotation(a, 0, tinySlice({2}), {}); }));
    edit(*store, [](ProjectWriter& w) { w.putSetting("k", "v"); });
    CHECK_EQ(store->setting("k").value(), "v");
}
