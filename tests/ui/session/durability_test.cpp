// What was drawn is never lost, and what could not be stored is never shown as if it were.
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QProcess>
#include <fstream>
#include <thread>

#include "tests/ui/session/drawing_desk.h"
#include "viewer/tools/tool.h"

using namespace protolabel;
using namespace protolabel::test;
namespace fs = std::filesystem;
using ui::ToolKind;

namespace {

bool disc(int i, int j, int k, int x, int y) {
    return k == 24 && nearSegment(i, j, x, y, x, y, 2.5);
}

void dab(DrawingDesk& desk, int x, int y) {
    desk.settings().tip.radius = 2.5;
    desk.editor().setTool(ToolKind::Brush);
    desk.click(2, x, y);
}

/// Runs the test `name` of this program in a process of its own.
QProcess::ExitStatus runAlone(QProcess& process, const char* name, const fs::path& project) {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PROTOLABEL_TEST_PROJECT", QString::fromStdString(project.string()));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {name});
    if (!process.waitForFinished(60000)) throw Failure("the other process did not end");
    return process.exitStatus();
}

/// The project that this process was started for, by runAlone.
fs::path projectOfTheOther() {
    const char* path = std::getenv("PROTOLABEL_TEST_PROJECT");
    if (path == nullptr) throw Skipped("runs in a process of its own");
    return path;
}

}  // namespace

TEST(draw_and_be_killed) {
    DrawingDesk desk(projectOfTheOther());
    dab(desk, 20, 20);
    desk.editor().chooseLabel(LabelId{2});
    dab(desk, 30, 20);
    desk.press(2, 10, 10);  // one more is under way
    ::kill(::getpid(), SIGKILL);
}

TEST(completed_strokes_survive_a_kill_with_their_undo) {
    fs::path file;
    TemporaryFolder folder;
    {
        DrawingDesk desk;
        for (const auto& entry : fs::directory_iterator(desk.file().parent_path()))
            fs::copy(entry.path(), folder / entry.path().filename().string(), fs::copy_options::recursive);
    }
    QProcess process;
    CHECK(runAlone(process, "draw_and_be_killed", folder / "p.plb") == QProcess::CrashExit);
    DrawingDesk desk(folder / "p.plb");
    desk.check([](int i, int j, int k) { return disc(i, j, k, 20, 20) ? 1 : disc(i, j, k, 30, 20) ? 2 : 0; });
    CHECK_EQ(desk.project().nextUndo()->info.name, "Brush spleen");
    desk.project().undo();
    desk.check([](int i, int j, int k) { return disc(i, j, k, 20, 20) ? 1 : 0; });
}

TEST(fill_a_small_disk) {
    const fs::path file = projectOfTheOther();
    const fs::path folder = file.parent_path(), disk = folder / "disk";
    fs::create_directory(disk);
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=2m") != 0)
        throw Skipped("mounting a small disk is not permitted here");
    for (const auto* name : {"p.plb", "scan.nii"}) fs::copy(folder / name, disk / name);
    DrawingDesk desk(disk / "p.plb");
    {
        // Leaves less than a page.
        std::ofstream filler(disk / "filler", std::ios::binary);
        const std::string block(1024, 'x');
        while (filler.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
        }
    }
    dab(desk, 20, 20);
    CHECK(desk.told.startsWith("no space left on the disk"));
    desk.check([](int, int, int) { return 0; });
    CHECK(!desk.editor().busy());
    fs::remove(disk / "filler");
    dab(desk, 30, 20);
    desk.check([](int i, int j, int k) { return disc(i, j, k, 30, 20) ? 1 : 0; });
}

TEST(a_full_disk_takes_the_stroke_back_and_says_so) {
    DrawingDesk desk;
    TemporaryFolder folder;
    desk.reopen();  // the log is in the file then
    for (const auto* name : {"p.plb", "scan.nii"}) fs::copy(desk.file().parent_path() / name, folder / name);
    QProcess process;
    CHECK(runAlone(process, "fill_a_small_disk", folder / "p.plb") == QProcess::NormalExit);
    const auto output = process.readAllStandardOutput().toStdString();
    if (output.find("skipped") != std::string::npos) throw Skipped("mounting a small disk is not permitted here");
    CHECK_EQ(output, "ok      durability_test.fill_a_small_disk\n");
}

TEST(nothing_is_drawn_in_a_project_that_is_read_only) {
    DrawingDesk first;
    dab(first, 20, 20);
    DrawingDesk desk(first.file(), true);
    dab(desk, 30, 20);
    CHECK_EQ(desk.said.toStdString(), "this project is open for reading only; nothing can be changed");
    desk.check([](int i, int j, int k) { return disc(i, j, k, 20, 20) ? 1 : 0; });
    CHECK_ERROR("edit.readonly", desk.editor().apply(
                                     "Clear", "test", [](labels::EditSession&) {}, desk.editor().rules()));
}

TEST(what_a_job_stores_during_a_stroke_stays) {
    DrawingDesk desk;
    desk.settings().tip.radius = 2.5;
    desk.editor().setTool(ToolKind::Brush);
    desk.press(2, 20, 20);
    desk.move(2, 20, 21);
    auto& project = desk.project();
    const auto volume = desk.workspace().shown()->id();
    std::thread([&] {
        project.store().transact({.name = "job", .tool = "test"}, [&](project::ProjectWriter& writer) {
            labels::LabelSlice slice(48, 48);
            slice.at(40, 40) = 2;
            writer.putAnnotation(volume, 24, slice, {});
        });
    }).join();
    desk.release(2, 20, 21);  // before the window has heard of it
    QCoreApplication::processEvents();
    desk.check([](int i, int j, int k) {
        return k == 24 && i == 40 && j == 40 ? 2 : k == 24 && nearSegment(i, j, 20, 20, 20, 21, 2.5) ? 1 : 0;
    });
}

TEST(an_undo_under_the_brush_keeps_what_was_drawn) {
    DrawingDesk desk;
    dab(desk, 10, 10);
    desk.press(2, 20, 20);
    desk.project().undo();  // of the first dab; the stroke is committed after it
    desk.release(2, 20, 20);
    desk.check([](int i, int j, int k) { return disc(i, j, k, 20, 20) ? 1 : 0; });
}

TEST(another_volume_commits_the_stroke_first) {
    DrawingDesk desk;
    desk.settings().tip.radius = 2.5;
    desk.editor().setTool(ToolKind::Brush);
    desk.press(2, 20, 20);
    desk.workspace().shown()->show(std::nullopt);
    desk.release(2, 20, 20);
    desk.reopen();
    desk.check([](int i, int j, int k) { return disc(i, j, k, 20, 20) ? 1 : 0; });
}

TEST(closing_the_project_commits_the_stroke) {
    DrawingDesk desk;
    desk.settings().tip.radius = 2.5;
    desk.editor().setTool(ToolKind::Brush);
    desk.press(2, 20, 20);
    desk.reopen();
    desk.check([](int i, int j, int k) { return disc(i, j, k, 20, 20) ? 1 : 0; });
}
