#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/engine/client.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::engine;
namespace fs = std::filesystem;

using Words = std::vector<std::string>;

/// Sets a variable of the environment for one test.
class Environment {
public:
    Environment(const char* name, const std::string& value)
        : name_(name), old_(std::getenv(name) ? std::getenv(name) : "") {
        setenv(name, value.c_str(), 1);
    }
    ~Environment() { setenv(name_, old_.c_str(), 1); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* name_;
    std::string old_;
};

static std::string program(const fs::path& path) {
    fs::create_directories(path.parent_path());
    std::ofstream(path) << "#!/bin/sh\n";
    fs::permissions(path, fs::perms::owner_all);
    return fs::canonical(path).string();
}

TEST(words_of_a_command_line) {
    CHECK(splitCommand("ssh gpu-host protolabel-worker") == Words({"ssh", "gpu-host", "protolabel-worker"}));
    CHECK(splitCommand("  '/opt/my programs/w' --x=\"a 'b' c\"d\t''") ==
          Words({"/opt/my programs/w", "--x=a 'b' cd", ""}));
    CHECK(splitCommand(" \t ").empty());
}

TEST(places_in_order) {
    const protolabel::test::TemporaryFolder folder;
    const Environment noOverride("PROTOLABEL_WORKER", "");
    const Environment path("PATH", (folder / "path").string());
    const std::string bin = (folder / "bin").string();
    fs::create_directories(bin);

    CHECK(defaultWorkerCommand(bin).empty());
    const auto onPath = program(folder / "path" / "protolabel-worker");
    CHECK(defaultWorkerCommand(bin) == Words({onPath}));
    const auto libexec = program(folder / "libexec" / "protolabel" / "protolabel-worker");
    CHECK(defaultWorkerCommand(bin) == Words({libexec}));
    const auto beside = program(folder / "bin" / "protolabel-worker");
    CHECK(defaultWorkerCommand(bin) == Words({beside}));
    fs::permissions(beside, fs::perms::owner_read);
    CHECK(defaultWorkerCommand(bin) == Words({libexec}));
    const Environment command("PROTOLABEL_WORKER", "ssh host 'protolabel-worker'");
    CHECK(defaultWorkerCommand(bin) == Words({"ssh", "host", "protolabel-worker"}));
}
