#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <csignal>

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

/// Runs `f` in a process that sees a disk of that size mounted on `folder`.
void onSmallDisk(const fs::path& folder, const char* size, const std::function<void()>& f) {
    const auto failure = inOtherProcess([&] {
        if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("tmpfs", folder.c_str(), "tmpfs", 0, size) != 0)
            throw Skipped("mount: not permitted");
        f();
    });
    if (failure.rfind("mount:", 0) == 0) throw Skipped("mounting a small disk is not permitted here");
    CHECK_EQ(failure, "");
}

labels::LabelSlice noise(std::mt19937& random) {
    labels::LabelSlice slice(256, 256);
    for (auto& pixel : slice.pixels) pixel = random() % 2;
    return slice;
}

}  // namespace

TEST(a_full_disk_leaves_the_project_consistent) {
    TemporaryFolder folder;
    onSmallDisk(folder.path(), "size=2m", [&] {
        const auto file = folder / "p.plb";
        VolumeId a;
        auto store = createProject(file);
        auto record = tinyVolume("a");
        record.geometry.size = {256, 256, 100};
        edit(*store, [&](ProjectWriter& w) {
            w.putLabel(label(1, "liver"));
            a = w.addVolume(record);
        });
        std::mt19937 random(4);
        int written = 0;
        std::string code;
        for (; code.empty() && written < 100; ++written) {
            try {
                edit(*store, [&](ProjectWriter& w) { w.putAnnotation(a, written, noise(random), {}); });
            } catch (const Error& error) {
                code = error.code();
                break;
            }
        }
        CHECK_EQ(code, "project.disk");
        CHECK(written > 3);
        CHECK_EQ(store->annotatedSlices(a).size(), static_cast<std::size_t>(written));
        CHECK_EQ(store->edits().size(), static_cast<std::size_t>(written) + 1);

        // Swallowing the failure does not let half an edit through.
        CHECK_ERROR("project.disk", edit(*store, [&](ProjectWriter& w) {
                        for (int slice = 0; slice < 100; ++slice) {
                            try {
                                w.putAnnotation(a, slice, noise(random), {});
                            } catch (const Error&) {
                            }
                        }
                    }));
        CHECK_EQ(store->annotatedSlices(a).size(), static_cast<std::size_t>(written));

        store.reset();
        store = openProject(file);
        CHECK_EQ(store->annotatedSlices(a).size(), static_cast<std::size_t>(written));
        for (int slice = 0; slice < written; ++slice) CHECK(store->annotation(a, slice).has_value());
    });
}

TEST(a_project_cannot_be_created_on_a_full_disk) {
    TemporaryFolder folder;
    onSmallDisk(folder.path(), "size=40k", [&] {
        CHECK_ERROR("project.disk", createProject(folder / "p.plb"));
        CHECK(fs::is_empty(folder.path()));
    });
}

// A limit on the size of files fails writes as a broken disk or network share does: not with "disk full", but in the middle.
TEST(a_write_that_fails_loses_nothing) {
    TemporaryFolder folder;
    const auto file = folder / "p.plb";
    CHECK_EQ(inOtherProcess([&] {
                 VolumeId a;
                 auto store = createProject(file);
                 auto record = tinyVolume("a");
                 record.geometry.size = {256, 256, 100};
                 std::mt19937 random(4);
                 edit(*store, [&](ProjectWriter& w) {
                     w.putLabel(label(1, "liver"));
                     a = w.addVolume(record);
                     w.putAnnotation(a, 0, noise(random), {});
                 });
                 std::signal(SIGXFSZ, SIG_IGN);
                 rlimit limit{};
                 ::getrlimit(RLIMIT_FSIZE, &limit);
                 const auto before = limit.rlim_cur;
                 limit.rlim_cur = fs::file_size(file.string() + "-wal") + 20'000;
                 ::setrlimit(RLIMIT_FSIZE, &limit);
                 const auto message = CHECK_ERROR("project.io", edit(*store, [&](ProjectWriter& w) {
                                                      for (int slice = 1; slice < 50; ++slice)
                                                          w.putAnnotation(a, slice, noise(random), {});
                                                  }));
                 CHECK(message.find("network") != std::string::npos);
                 CHECK_EQ(store->annotatedSlices(a).size(), 1U);
                 CHECK_EQ(store->edits().size(), 1U);
                 limit.rlim_cur = before;
                 ::setrlimit(RLIMIT_FSIZE, &limit);
                 edit(*store, [&](ProjectWriter& w) { w.putAnnotation(a, 1, noise(random), {}); });
                 store.reset();
                 CHECK_EQ(openProject(file)->annotatedSlices(a).size(), 2U);
             }),
             "");
}

TEST(a_project_that_is_moved_while_open_says_so) {
    TemporaryFolder folder;
    auto store = newProject(folder / "p.plb");
    edit(*store, [](ProjectWriter& w) { w.putSetting("k", "before"); });
    for (const char* suffix : {"", "-wal", "-shm"})
        fs::rename((folder / "p.plb").string() + suffix, (folder / "q.plb").string() + suffix);
    const auto message =
        CHECK_ERROR("project.moved", edit(*store, [](ProjectWriter& w) { w.putSetting("k", "after"); }));
    CHECK(message.find("put it back") != std::string::npos);
    for (const char* suffix : {"", "-wal", "-shm"})
        fs::rename((folder / "q.plb").string() + suffix, (folder / "p.plb").string() + suffix);
    edit(*store, [](ProjectWriter& w) { w.putSetting("k", "after"); });
    CHECK_EQ(store->setting("k").value(), "after");
}
