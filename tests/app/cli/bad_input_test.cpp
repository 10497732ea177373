// Command line: every kind of bad input is one clear line, exit code 1, and the project as it was.
#include <signal.h>
#include <unistd.h>

#include <fstream>
#include <random>

#include <sys/mount.h>

#include "tests/app/cli/cli_project.h"

using namespace protolabel::test;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string readBytes(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

/// Checks that a command fails and that the project is the same afterwards.
struct BadInput : CliProject {
    nlohmann::json before = status();
    void fails(std::vector<std::string> arguments, const std::string& code, const std::string& text,
               const std::string& behaviour = "good") {
        checkFails(std::move(arguments), code, text, behaviour);
        CHECK(status() == before);
    }
    void importFails(const std::string& name, const std::string& code) {
        fails({"import", project, path(name)}, code, name);
    }
};

}  // namespace

TEST(files_that_are_no_images) {
    BadInput p;
    p.importFails("none.nii.gz", "image.missing");
    write(p.path("text.nii.gz"), "this is no image");
    p.importFails("text.nii.gz", "image.format");
    write(p.path("empty.nii"), "");
    p.importFails("empty.nii", "image.truncated");
    const auto whole = readBytes(p.path("b.nii"));
    write(p.path("cut.nii"), whole.substr(0, whole.size() / 2));
    p.importFails("cut.nii", "image.truncated");
    CHECK_EQ(std::system(("gzip -c '" + p.path("b.nii") + "' | head -c 150 > '" + p.path("cut.nii.gz") + "'").c_str()),
             0);
    p.importFails("cut.nii.gz", "image.truncated");
}

TEST(headers_that_cannot_be_true) {
    BadInput p;
    auto bytes = readBytes(p.path("b.nii"));
    auto zero = bytes;
    zero[44] = zero[45] = 0;  // dim[2]
    write(p.path("zero.nii"), zero);
    p.importFails("zero.nii", "image.size");
    auto huge = bytes;
    for (const std::size_t offset : {42, 44, 46}) {
        huge[offset] = '\xff';
        huge[offset + 1] = '\x7f';
    }
    write(p.path("huge.nii"), huge);
    const auto result = cli({"import", p.project, p.path("huge.nii")});
    CHECK_EQ(result.code, 1);
    CHECK(result.err.find("huge.nii") != std::string::npos);
    CHECK(p.status() == p.before);
}

TEST(voxels_that_are_no_numbers_are_noted) {
    CliProject p;
    auto bytes = readBytes(p.path("b.nii"));
    // float32: type 16, 32 bits, twice the bytes; every voxel 0 but for one that is not a number.
    bytes[70] = 16;
    bytes[72] = 32;
    bytes.resize(352);
    bytes.resize(352 + std::size_t{4} * 64 * 64 * 8, '\0');
    bytes[352 + 6] = '\xc0';
    bytes[352 + 7] = '\x7f';
    write(p.path("nan.nii"), bytes);
    const auto imported = p.done({"import", p.project, p.path("nan.nii")});
    const auto notes = imported.at("volumes").at(0).at("notes");
    CHECK_EQ(notes.size(), 2U);
    CHECK(notes.at(0).get<std::string>().rfind("1 voxels are not a number", 0) == 0);
    CHECK(notes.at(1).get<std::string>().find("same value") != std::string::npos);
    for (std::size_t i = 352; i < bytes.size(); i += 4) bytes.replace(i, 4, std::string("\0\0\xc0\x7f", 4));
    write(p.path("nothing.nii"), bytes);
    const auto nothing = p.done({"import", p.project, p.path("nothing.nii")}).at("volumes").at(0).at("notes");
    CHECK(nothing.at(1).get<std::string>().rfind("no voxel is a finite number", 0) == 0);
}

TEST(masks_that_do_not_fit) {
    BadInput p;
    writeScan(makeScan({64, 64, 9}, {1, 1, 5}, [](int x, int, int) { return x == 1; }), p.path("other.nii"));
    p.fails({"annotate", p.project, "--volume", "b", "--from", p.path("other.nii"), "--label", "big"}, "mask.grid",
            "size");
    p.fails({"annotate", p.project, "--volume", "b", "--from", p.truth, "--label", "big", "--value", "7"}, "mask.value",
            "1, 2");
    p.fails({"annotate", p.project, "--volume", "b", "--from", p.path("none.nii"), "--label", "big"}, "image.missing",
            "none.nii");
    p.fails({"annotate", p.project, "--volume", "c", "--from", p.truth, "--label", "big"}, "volume.unknown", "\"c\"");
    p.fails({"annotate", p.project, "--volume", "b", "--from", p.truth, "--label", "bigger"}, "label.unknown",
            "\"bigger\"");
    p.fails({"annotate", p.project, "--volume", "b", "--from", p.truth, "--label", "big", "--slices", "8"},
            "slices.range", "0 to 7");
    p.fails({"annotate", p.project, "--volume", "b", "--from", p.path("b.nii"), "--label", "2"}, "mask.value",
            "--value");
}

TEST(steps_out_of_order) {
    BadInput p;
    p.fails({"predict", p.project, "--model", "abc"}, "model.none", "train");
    p.fails({"accept", p.project}, "accept.none", "predict");
    p.fails({"train", p.project, "--resume"}, "train.no_checkpoint", "--resume");
    p.fails({"predict", p.project, "--label", "small"}, "predict.no_support", "small");
    const auto empty = p.path("empty.plb");
    p.done({"new", empty});
    checkFails({"train", empty}, "project.empty", "import");
}

TEST(workers_that_fail) {
    BadInput p;
    p.fails({"train", p.project, "--worker", "/no/such/worker"}, "worker.missing", "/no/such/worker", "");
    p.fails({"train", p.project, "--worker", (programFolder() / "fake_worker").string() + " version"}, "worker.version",
            "version", "");
    p.fails({"train", p.project, "--worker", "/bin/echo hello"}, "worker.garbage", "", "");
    p.fails({"train", p.project, "--worker", "/bin/sleep 60", "--worker-seconds", "1"}, "worker.silent", "within 1 s",
            "");
    p.fails({"train", p.project, "--worker", "/bin/false"}, "worker.crashed", "", "");
    p.fails({"train", p.project}, "worker.crashed", "", "crash");
    p.done({"train", p.project, "--iterations", "1"});
    p.before = p.status();
    p.fails({"predict", p.project}, "worker.crashed", "", "crash");
}

TEST(projects_that_cannot_be_opened) {
    CliProject p;
    checkFails({"status", p.path("none.plb")}, "project.missing", "none.plb");
    checkFails({"new", p.project}, "project.exists", "projekt");
    checkFails({"new", p.path("no folder/p.plb")}, "project.folder", "no folder");
    write(p.path("text.plb"), "this is no project, but long enough to look at: " + std::string(4096, 'x'));
    checkFails({"status", p.path("text.plb")}, "project.format", "text.plb");
    checkFails({"import", p.path("b.nii"), p.path("b.nii")}, "project.format", "b.nii");

    // SQLite keeps user_version big-endian at offset 60 of the file.
    auto bytes = readBytes(p.project);
    auto newer = bytes;
    newer[62] = 1;
    write(p.path("newer.plb"), newer);
    checkFails({"status", p.path("newer.plb")}, "project.newer", "newer.plb");
    auto damaged = bytes;
    for (std::size_t i = 4096; i < damaged.size(); ++i) damaged[i] = static_cast<char>(i * 7);
    write(p.path("damaged.plb"), damaged);
    checkFails({"status", p.path("damaged.plb")}, "project.damaged", "damaged.plb");
}

TEST(what_can_be_read_is_recovered_into_a_new_project) {
    BadInput p;
    const auto before = p.status();
    auto bytes = readBytes(p.project);
    write(p.path("cut.plb"), bytes.substr(0, bytes.size() - 8192));  // its last page is missing
    const auto recovered = CliProject::done({"recover", p.path("cut.plb"), p.path("rescued.plb")});
    CHECK_EQ(recovered.at("volumes"), 2);
    const auto after = CliProject::done({"status", p.path("rescued.plb")});
    CHECK(after.at("labels") == before.at("labels"));
    CHECK(after.at("supports") == before.at("supports"));
    checkFails({"recover", p.project, p.path("rescued.plb")}, "project.exists", "rescued.plb");
}

TEST(a_project_that_is_open_elsewhere) {
    BadInput p;
    CliProcess other({"train", p.project, "--iterations", "1000"}, "slow");
    while (other.children().empty()) usleep(20'000);
    checkFails({"import", p.project, p.path("b.nii")}, "project.locked", "projekt");
    CHECK_EQ(p.status().at("volumes").size(), 2U);  // looking is allowed
    other.signal(SIGKILL);
    other.wait();
    p.done({"undo", p.project});
}

TEST(a_full_disk) {
    if (geteuid() != 0) throw Skipped("only root can make a small disk");
    CliProject p;
    const auto disk = p.folder / "disk";
    fs::create_directory(disk);
    if (mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=256k") != 0) throw Skipped("no small disk can be made here");
    struct Unmount {
        const fs::path& disk;
        ~Unmount() { umount2(disk.c_str(), MNT_DETACH); }
    } unmount{disk};
    // One page stays free: less than a mask of noise needs.
    write(disk / "filler", std::string(252 * 1024, 'x'));
    std::mt19937 random(1);
    writeScan(makeScan({64, 64, 8}, {1, 1, 5}, [&](int, int, int) { return static_cast<int>(random() & 1); }),
              p.path("noise.nii"));
    p.done({"annotate", p.project, "--volume", "b", "--from", p.path("noise.nii"), "--label", "big"});
    const auto result = cli({"export", p.project, "--out", (disk / "out").string(), "--json"});
    CHECK_EQ(result.code, 1);
    CHECK(result.err.find("error: ") != std::string::npos);
    for (const auto& entry : fs::recursive_directory_iterator(disk))
        CHECK(entry.path().filename() == "filler" || entry.is_directory());
    checkFails({"new", (disk / "p.plb").string(), "--label", "1=a"}, "project.disk", "");
}

TEST(a_read_only_folder) {
    if (geteuid() != 0) throw Skipped("only root can make a read-only disk");
    CliProject p;
    const auto disk = p.folder / "disk";
    fs::create_directory(disk);
    if (mount("tmpfs", disk.c_str(), "tmpfs", MS_RDONLY, "size=1m") != 0)
        throw Skipped("no read-only disk can be made here");
    struct Unmount {
        const fs::path& disk;
        ~Unmount() { umount2(disk.c_str(), MNT_DETACH); }
    } unmount{disk};
    checkFails({"export", p.project, "--out", disk.string()}, "export.write", "");
    checkFails({"export", p.project, "--out", (disk / "deeper").string()}, "file.write", "deeper");
    checkFails({"new", (disk / "p.plb").string(), "--label", "1=a"}, "project.folder", "");
}
