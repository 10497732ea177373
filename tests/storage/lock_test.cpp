#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "storage/project_file.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::storage;
using namespace protolabel::test;
namespace fs = std::filesystem;

TEST(one_process_writes_at_a_time) {
    TemporaryFolder folder;
    auto store = newProject(folder / "p.plb");
    fs::create_symlink(folder / "p.plb", folder / "alias.plb");
    CHECK_EQ(inOtherProcess([&] {
                 const auto message = CHECK_ERROR("project.locked", openProject(folder / "p.plb"));
                 std::array<char, 256> host{};
                 ::gethostname(host.data(), host.size() - 1);
                 const auto* user = ::getpwuid(::getuid());
                 CHECK(message.find((user != nullptr ? user->pw_name : std::to_string(::getuid())) +
                                    (" on " + std::string(host.data())) + ", process " + std::to_string(::getppid())) !=
                       std::string::npos);
                 CHECK_ERROR("project.locked", openProject(folder / "alias.plb"));
             }),
             "");
    CHECK_ERROR("project.locked", openProject(folder / "p.plb"));
    // The refused attempts took nothing away.
    edit(*store, [](ProjectWriter& w) { w.putSetting("k", "v"); });
    store.reset();
    CHECK_EQ(inOtherProcess([&] { CHECK_EQ(openProject(folder / "p.plb")->setting("k").value(), "v"); }), "");
    CHECK(!fs::exists(folder / "p.plb.lock"));
}

TEST(readers_work_while_a_writer_is_open) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    auto reader = openProject(folder / "p.plb", Access::ReadOnly);
    CHECK(reader->readOnly());
    CHECK_EQ(reader->volumes().size(), 1u);
    edit(*store, [&](ProjectWriter& w) { w.putAnnotation(a, 0, tinySlice({1}), {}); });
    CHECK(reader->annotation(a, 0) == tinySlice({1}));
    CHECK_EQ(inOtherProcess([&] {
                 auto other = openProject(folder / "p.plb", Access::ReadOnly);
                 CHECK(other->annotation(a, 0) == tinySlice({1}));
                 CHECK_ERROR("project.readonly", edit(*other, [](ProjectWriter& w) { w.putSetting("k", "v"); }));
                 CHECK_ERROR("project.readonly", other->undo());
             }),
             "");
    edit(*store, [&](ProjectWriter& w) { w.putAnnotation(a, 1, tinySlice({1}), {}); });
    CHECK_EQ(reader->annotatedSlices(a).size(), 2u);
}

TEST(closing_leaves_one_file) {
    TemporaryFolder folder;
    newProject(folder / "p.plb").reset();
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder.path())) names.push_back(entry.path().filename());
    CHECK(names == std::vector<std::string>{"p.plb"});
}

TEST(a_folder_without_write_permission) {
    TemporaryFolder folder;
    VolumeId a;
    {
        auto store = newProject(folder / "p q?.plb", &a);
        edit(*store, [&](ProjectWriter& w) { w.putAnnotation(a, 0, tinySlice({1}), {}); });
    }
    fs::permissions(folder / "p q?.plb", fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    fs::permissions(folder.path(), fs::perms(0555));
    const auto failure = inOtherProcess([&] {
        if (::getuid() == 0 && ::setuid(65534) != 0)
            throw std::runtime_error("setuid failed");  // root may write anywhere
        CHECK_ERROR("project.folder", openProject(folder / "p q?.plb"));
        CHECK_ERROR("project.folder", createProject(folder / "new.plb"));
        auto reader = openProject(folder / "p q?.plb", Access::ReadOnly);
        CHECK(reader->annotation(a, 0) == tinySlice({1}));
        CHECK_EQ(reader->modelFolder(), folder / "p q?.plb.models");
    });
    fs::permissions(folder.path(), fs::perms(0755));
    CHECK_EQ(failure, "");
}
