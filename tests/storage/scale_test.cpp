#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <chrono>
#include <iostream>
#include <set>

#include "storage/project_file.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::storage;
using namespace protolabel::test;

namespace {

/// Every "table.column" that a statement was allowed to read since the last clear().
std::set<std::string> columnsRead;

int authorize(void*, int action, const char* table, const char* column, const char*, const char*) {
    if (action == SQLITE_READ) columnsRead.insert(std::string(table) + "." + column);
    return SQLITE_OK;
}

/// Called by SQLite for each new connection of the process.
int watch(sqlite3* database, const char**, const void*) {
    return sqlite3_set_authorizer(database, authorize, nullptr);
}

class Watching {
public:
    Watching() {
        columnsRead.clear();
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
    }
    ~Watching() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(watch)); }
};

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// 1000 volumes of 300 slices, all annotated and all with a proposal.
void fill(const std::filesystem::path& file) {
    auto store = createProject(file);
    edit(*store, [&](ProjectWriter& w) {
        w.putLabel(label(1, "liver"));
        for (int n = 0; n < 1000; ++n) {
            auto record =
                tinyVolume("volume " + std::to_string(n), file.parent_path() / (std::to_string(n) + ".nii.gz"));
            record.geometry.size = {512, 512, 300};
            w.addVolume(record);
        }
    });
    store.reset();
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec(
        "PRAGMA synchronous = OFF; BEGIN; CREATE TEMP TABLE slices AS WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL "
        "SELECT n + 1 FROM s"
        " WHERE n < 299) SELECT volume.id AS v, n FROM volume, s;"
        "INSERT INTO annotation SELECT v, n, 1, 0, '', randomblob(400) FROM slices;"
        "INSERT INTO annotation_count SELECT v, n, 1, 5 FROM slices;"
        "INSERT INTO proposal SELECT v, n, 1, 0.5, 0, 7, 'm', '{}', '1 2 3' FROM slices;"
        "INSERT INTO proposal_mask SELECT v, n, 1, randomblob(400) FROM slices; COMMIT");
}

}  // namespace

TEST(lists_of_a_large_project_read_no_mask) {
    TemporaryFolder folder;
    fill(folder / "p.plb");
    Watching watching;
    auto start = std::chrono::steady_clock::now();
    auto store = openProject(folder / "p.plb");
    const auto volumes = store->volumes();
    std::cout << "open and list 1000 volumes: " << secondsSince(start) << " s\n";
    CHECK_EQ(volumes.size(), 1000u);
    CHECK(columnsRead.count("volume.name") == 1);  // the watch works

    start = std::chrono::steady_clock::now();
    std::int64_t pixels = 0;
    std::size_t proposals = 0;
    for (const auto& volume : volumes) {
        for (const auto& [id, count] : store->annotationCounts(volume.id)) pixels += count;
        CHECK_EQ(store->annotatedSlices(volume.id).size(), 300u);
        proposals += store->proposals(volume.id).size();
    }
    store->edits();
    store->supports();
    std::cout << "counts, slices and proposals of all: " << secondsSince(start) << " s\n";
    CHECK_EQ(pixels, 1000 * 300 * 5);
    CHECK_EQ(proposals, 300000u);
    for (const char* blob : {"annotation.runs", "proposal_mask.runs", "edit.changeset"})
        if (columnsRead.count(blob) != 0) fail(__FILE__, __LINE__, std::string("read ") + blob);

    CHECK_ERROR("project.damaged", store->annotation(volumes[0].id, 0));  // random bytes: now it was read
    CHECK(columnsRead.count("annotation.runs") == 1);
}
