#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <random>

#include <SQLiteCpp/SQLiteCpp.h>

#include "storage/project_file.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::storage;
using namespace protolabel::test;

namespace {

/// The slice that edit number `n` draws: n in binary.
labels::LabelSlice pattern(std::int64_t n) {
    auto slice = tinySlice({});
    for (int bit = 0; bit < 12; ++bit) slice.pixels[static_cast<std::size_t>(bit)] = 1 + ((n >> bit) & 1);
    return slice;
}

struct Report {
    std::int64_t number;
    std::int64_t edit;
};

[[noreturn]] void writeUntilKilled(const std::filesystem::path& file, VolumeId volume, int pipe) {
    auto store = openProject(file);
    std::int64_t n = std::stoll(store->setting("n").value_or("0"));
    for (;;) {
        ++n;
        const auto id = edit(*store, [&](ProjectWriter& w) {
            w.putSetting("n", std::to_string(n));
            for (int slice = 0; slice < 5; ++slice)
                w.putAnnotation(volume, slice, pattern(n + slice), {true, false, ""});
        });
        const Report report{n, id.value};
        if (::write(pipe, &report, sizeof report) != sizeof report) ::_exit(1);
    }
}

}  // namespace

TEST(nothing_reported_is_lost_when_killed) {
    TemporaryFolder folder;
    const auto file = folder / "p.plb";
    VolumeId a;
    newProject(file, &a).reset();
    std::mt19937 random(std::random_device{}());
    std::int64_t reports = 0;
    for (int round = 0; round < 40; ++round) {
        int pipe[2];
        CHECK_EQ(::pipe(pipe), 0);
        const auto child = ::fork();
        if (child == 0) writeUntilKilled(file, a, pipe[1]);
        ::close(pipe[1]);
        Report last{};
        Report report{};
        CHECK_EQ(::read(pipe[0], &last, sizeof last), static_cast<ssize_t>(sizeof last));
        ::usleep(static_cast<useconds_t>(random() % 30000));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        for (++reports; ::read(pipe[0], &report, sizeof report) == sizeof report; ++reports) last = report;
        ::close(pipe[0]);

        auto store = openProject(file);
        const std::int64_t n = std::stoll(store->setting("n").value());
        CHECK(n == last.number || n == last.number + 1);  // at most the one that was not reported yet
        for (int slice = 0; slice < 5; ++slice) CHECK(store->annotation(a, slice) == pattern(n + slice));
        const auto edits = store->edits();
        CHECK_EQ(static_cast<std::int64_t>(edits.size()), n + 1);
        CHECK(edits[static_cast<std::size_t>(last.number)].id.value == last.edit);
        if (round % 10 == 0) {
            CHECK(store->undo().has_value());
            CHECK_EQ(store->setting("n").value_or("0"), std::to_string(n - 1));
            CHECK(store->redo().has_value());
        }
    }
    CHECK(reports >= 40);
    SQLite::Database database(file.string());
    CHECK_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
    CHECK(!database.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt());
}
