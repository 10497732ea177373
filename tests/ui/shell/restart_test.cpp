// The window goes, the work stays.
#include <signal.h>
#include <unistd.h>

#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSysInfo>

#include "core/workflow/import.h"
#include "storage/login_name.h"
#include "storage/project_file.h"
#include "tests/core/imaging/scan_file.h"
#include "tests/ui/shell/desk.h"
#include "tests/viewer/qtvtk/window.h"
#include "ui/commands/commands.h"

using namespace protolabel;
using namespace protolabel::test;

TEST(mask_and_undo_are_there_after_a_restart) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_B);
    desk.dab(10, 10, 6);
    desk.key(Qt::Key_2);
    desk.dab(20, 15, 6);
    desk.dab(30, 20, 6);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    const auto drawn = [](int i, int j, int k) {
        return k != 6 ? 0 : disc(i, j, 10, 10) ? 1 : disc(i, j, 20, 15) ? 2 : 0;
    };
    desk.restart();
    desk.check(drawn);
    desk.key(Qt::Key_Y, Qt::ControlModifier);
    desk.check([&](int i, int j, int k) { return k == 6 && disc(i, j, 30, 20) ? 2 : drawn(i, j, k); });
    for (int step = 0; step < 3; ++step) desk.key(Qt::Key_Z, Qt::ControlModifier);
    desk.check([](int, int, int) { return 0; });
}

TEST(a_window_closed_during_a_stroke_keeps_it) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_B);
    desk.press(10, 10, 6);
    desk.restart();
    desk.check([](int i, int j, int k) { return k == 6 && disc(i, j, 10, 10) ? 1 : 0; });
}

TEST(draw_in_the_window_and_be_killed) {
    const char* project = std::getenv("PROTOLABEL_TEST_PROJECT");
    if (project == nullptr) throw Skipped("runs in a process of its own");
    Desk desk;
    desk.window->openPaths({project});
    desk.waitForVolume("scan");
    desk.window->viewer().setFocus();
    desk.key(Qt::Key_B);
    desk.dab(10, 10, 6);
    desk.press(20, 15, 6);  // one more is under way
    ::kill(::getpid(), SIGKILL);
}

TEST(a_window_that_was_killed_opens_at_the_last_stroke) {
    Desk desk;
    desk.openStudy();
    const auto file = QString::fromStdString(desk.project().file().string());
    desk.workspace->closeProject();
    qputenv("PROTOLABEL_TEST_PROJECT", file.toUtf8());
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {"draw_in_the_window_and_be_killed"});
    CHECK(process.waitForFinished(60000));
    qunsetenv("PROTOLABEL_TEST_PROJECT");
    CHECK(process.exitStatus() == QProcess::CrashExit);
    desk.window->openPaths({file});
    desk.waitForVolume("scan");
    CHECK(!desk.project().readOnly());
    desk.check([](int i, int j, int k) { return k == 6 && disc(i, j, 10, 10) ? 1 : 0; });
    CHECK_EQ(desk.project().nextUndo()->info.name, "Brush liver");
}

TEST(a_window_made_anew_on_the_same_work_goes_on) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_B);
    desk.dab(10, 10, 6);
    desk.makeWindow();  // as another language needs it
    CHECK_EQ(desk.window->windowTitle().toStdString(), "scan - study - Protolabel");
    CHECK(desk.editor().tool() == ui::ToolKind::Brush);
    CHECK(desk.window->commands().action("tool.brush")->isChecked());
    CHECK(desk.window->commands().action("edit.undo")->isEnabled());
    desk.key(Qt::Key_2);
    desk.dab(20, 15, 6);
    desk.check([](int i, int j, int k) { return k != 6 ? 0 : disc(i, j, 10, 10) ? 1 : disc(i, j, 20, 15) ? 2 : 0; });
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    desk.check([](int i, int j, int k) { return k == 6 && disc(i, j, 10, 10) ? 1 : 0; });
    desk.workspace->closeProject();
    CHECK(child<QPushButton>(*desk.window, "startNew").isVisible());
}

TEST(a_second_window_on_the_project_reads_only_and_says_so) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_B);
    desk.dab(10, 10, 6);
    const auto file = desk.project().file();
    desk.workspace->closeProject();
    const auto elsewhere = storage::openProject(file);
    desk.window->openPaths({QString::fromStdString(file.string())});
    desk.waitForVolume("scan");
    CHECK(desk.project().readOnly());
    CHECK_EQ(desk.barText(), "Read only: study is open elsewhere (" + storage::loginName() + " on " +
                                 QSysInfo::machineHostName().toStdString() + ", process " + std::to_string(::getpid()) +
                                 "). To edit it, close it there and open it here again.");
    keepPictures(*desk.window, "flow_read_only");
    CHECK_EQ(desk.window->windowTitle().toStdString(), "scan - study (read only) - Protolabel");
    desk.dab(20, 15, 6);
    CHECK_EQ(desk.noteText(), "this project is open for reading only; nothing can be changed");
    for (const char* id : {"edit.undo", "file.import", "label.lock", "segment.interpolate", "file.relink"})
        if (desk.window->commands().action(id)->isEnabled()) throw Failure(std::string(id) + " is enabled");
    desk.drop({desk.path("scan.nii")});
    CHECK_EQ(desk.barText(), "this project is open for reading only; nothing can be imported");
    desk.check([](int i, int j, int k) { return k == 6 && disc(i, j, 10, 10) ? 1 : 0; });
}

TEST(a_project_opens_where_it_was_left) {
    Desk desk;
    desk.openStudy();
    writeScan(makeScan({40, 32, 12}, {1, 1, 3}, [](int i, int j, int k) { return i + j - k; }),
              desk.folder / "head.nii");
    JobControl control;  // it comes before "scan" in the list
    workflow::importVolumes(desk.project().store(), {desk.folder / "head.nii"}, {}, control);
    passEvents();
    desk.window->viewer().setPosition({5, 6, 9});
    desk.restart();
    CHECK_EQ(desk.workspace->record()->name, "scan");
    CHECK_EQ(desk.window->viewer().position()[2], 9);
    // What is gone cannot be shown.
    desk.project().edit({.name = "Remove", .tool = "test"},
                        [&](project::ProjectWriter& writer) { writer.removeVolume(desk.workspace->record()->id); });
    desk.restart();
    CHECK_EQ(desk.workspace->record()->name, "head");
}

TEST(the_active_label_is_remembered_and_named_as_it_is_called) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_2);
    desk.restart();
    CHECK_EQ(desk.editor().label().value, 2);
    auto label = *desk.project().label(LabelId{2});
    label.name = "milt";
    desk.project().edit({.name = "Rename", .tool = "labels"}, [&](project::ProjectWriter& w) { w.putLabel(label); });
    CHECK(child<QLabel>(*desk.window, "activeLabel").text().contains("milt"));
}
