#include "storage/recovery.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>
#include <random>

#include "storage/project_file.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::storage;
using namespace protolabel::test;
namespace fs = std::filesystem;

namespace {

constexpr int kSlices = 200;

labels::LabelSlice sliceNumber(int n) {
    std::mt19937 random(static_cast<unsigned>(n));
    labels::LabelSlice slice(64, 64);
    for (auto& pixel : slice.pixels) pixel = random() % 3;
    return slice;
}

/// A project whose annotated slices take a page or more each.
VolumeId writeProject(const fs::path& file) {
    VolumeId volume;
    auto store = createProject(file);
    edit(*store, [&](ProjectWriter& w) {
        w.putLabel(label(1, "liver"));
        w.putLabel(label(2, "spleen"));
        auto record = tinyVolume("a");
        record.geometry.size = {64, 64, kSlices};
        volume = w.addVolume(record);
        for (int n = 0; n < kSlices; ++n) {
            w.putAnnotation(volume, n, sliceNumber(n), {true, false, ""});
            w.putReviewState(volume, n, ReviewState::Accepted);
            w.putProposal({volume, n, LabelId{1}, labels::Mask(64, 64, 1), 0.5, 0, "m", "{}", {}});
        }
        w.putSupport({{}, volume, 3, LabelId{1}});
        w.putSetting("k", "v");
    });
    return volume;
}

void overwritePage(const fs::path& file, int page) {
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    const auto size = pageSize(file);
    stream.seekp((page - 1) * size);
    stream << std::string(static_cast<std::size_t>(size), '\x5a');
}

/// All pages of a table's own B-tree (not its overflow pages), through SQLite's dbstat.
std::vector<int> pagesOf(const fs::path& file, const std::string& table, const std::string& kind) {
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    SQLite::Statement rows(database, "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY path");
    rows.bind(1, table);
    rows.bind(2, kind);
    std::vector<int> pages;
    while (rows.executeStep()) pages.push_back(rows.getColumn(0).getInt());
    return pages;
}

/// Every recovered slice is as it was drawn; returns how many there are.
int checkSlices(ProjectStore& store, VolumeId volume) {
    const auto slices = store.annotatedSlices(volume);
    for (const int n : slices) CHECK(store.annotation(volume, n) == sliceNumber(n));
    return static_cast<int>(slices.size());
}

}  // namespace

TEST(an_intact_project_is_recovered_completely) {
    TemporaryFolder folder;
    const auto a = writeProject(folder / "p.plb");
    const auto recovery = recoverProject(folder / "p.plb", folder / "out.plb");
    CHECK_EQ(recovery.slices, kSlices);
    CHECK_EQ(recovery.proposals, kSlices);
    CHECK_EQ(recovery.dropped, 0);
    auto store = openProject(folder / "out.plb");
    CHECK_EQ(checkSlices(*store, a), kSlices);
    CHECK_EQ(store->supports().size(), 1u);
    CHECK_EQ(store->setting("k").value(), "v");
    CHECK(store->reviewState(a, 7) == ReviewState::Accepted);
    CHECK_EQ(store->edits().size(), 1u);
    CHECK(!store->undo());  // no history
    std::int64_t pixels = 0;
    for (int n = 0; n < kSlices; ++n) pixels += labels::countNonZero(sliceNumber(n));
    const auto counts = store->annotationCounts(a);
    CHECK_EQ(counts[0].second + counts[1].second, pixels);
}

TEST(rows_before_and_behind_destroyed_pages_are_recovered) {
    TemporaryFolder folder;
    const auto a = writeProject(folder / "p.plb");
    const auto leaves = pagesOf(folder / "p.plb", "annotation", "leaf");
    CHECK(leaves.size() > 20);
    SQLite::Database intact((folder / "p.plb").string());
    const auto rowsPerPage = (kSlices + static_cast<int>(leaves.size()) - 1) / static_cast<int>(leaves.size());
    for (const std::size_t n : {std::size_t{0}, leaves.size() / 2, leaves.size() / 2 + 1, leaves.size() - 1})
        overwritePage(folder / "p.plb", leaves[n]);
    const auto before = fs::last_write_time(folder / "p.plb");
    const auto survey = surveyProject(folder / "p.plb");
    const auto recovery = recoverProject(folder / "p.plb", folder / "out.plb");
    CHECK_EQ(fs::last_write_time(folder / "p.plb"), before);
    auto store = openProject(folder / "out.plb");
    const int slices = checkSlices(*store, a);
    CHECK_EQ(recovery.slices, slices);
    CHECK_EQ(survey.slices, slices);
    CHECK(slices < kSlices);
    CHECK(slices >= kSlices - 4 * 2 * (rowsPerPage + 1));
    CHECK_EQ(recovery.proposals, kSlices);
    edit(*store, [&](ProjectWriter& w) { w.putAnnotation(a, 0, sliceNumber(1), {}); });
    CHECK(store->undo().has_value());
}

TEST(lost_tables_cost_only_what_depends_on_them) {
    TemporaryFolder folder;
    const auto a = writeProject(folder / "p.plb");
    overwritePage(folder / "p.plb", pagesOf(folder / "p.plb", "label", "leaf").at(0));
    overwritePage(folder / "p.plb", pagesOf(folder / "p.plb", "setting", "leaf").at(0));
    recoverProject(folder / "p.plb", folder / "out.plb");
    auto store = openProject(folder / "out.plb");
    CHECK_EQ(checkSlices(*store, a), kSlices);
    CHECK_EQ(store->labels().size(), 2u);
    CHECK_EQ(store->labels()[1].name, "recovered label 2");
    CHECK(!store->setting("k"));
}

TEST(any_overwritten_pages_leave_a_valid_project_or_an_error) {
    TemporaryFolder folder;
    const auto a = writeProject(folder / "p.plb");
    std::mt19937 random(5);
    const auto pages = fs::file_size(folder / "p.plb") / static_cast<std::uintmax_t>(pageSize(folder / "p.plb"));
    int recovered = 0;
    for (int n = 0; n < 25; ++n) {
        const auto copy = folder / ("copy" + std::to_string(n) + ".plb");
        const auto out = folder / ("out" + std::to_string(n) + ".plb");
        fs::copy_file(folder / "p.plb", copy);
        for (int k = 0; k <= n / 5; ++k) overwritePage(copy, static_cast<int>(1 + random() % pages));
        if (n % 3 == 0) fs::resize_file(copy, fs::file_size(copy) * (random() % 100) / 100);
        try {
            recoverProject(copy, out);
        } catch (const Error& error) {
            CHECK_EQ(error.code(), "project.damaged");
            CHECK(!fs::exists(out));
            continue;
        }
        ++recovered;
        auto store = openProject(out);
        checkSlices(*store, a);
        store.reset();
        SQLite::Database database(out.string());
        CHECK_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
        CHECK_EQ(database.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt(), 0);
    }
    CHECK(recovered >= 10);
}
