// What the window shows of a volume beside its picture: the window of grey values, the frame, the active label.
#include <QLabel>
#include <QSlider>
#include <QTest>
#include <cstring>
#include <fstream>
#include <iterator>

#include "core/workflow/import.h"
#include "storage/project_file.h"
#include "tests/core/imaging/scan_file.h"
#include "tests/ui/shell/desk.h"
#include "tests/ui/support/open_project.h"
#include "ui/panels/frame_bar.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/viewer_link.h"
#include "viewer/widgets/viewer_widget.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

/// Makes a NIfTI file one of three frames, all alike.
void repeatFrames(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const std::int16_t dimensions = 4, frames = 3;
    std::memcpy(&bytes[40], &dimensions, 2);
    std::memcpy(&bytes[48], &frames, 2);
    const std::string voxels = bytes.substr(352);
    std::ofstream(file, std::ios::binary) << bytes << voxels << voxels;
}

}  // namespace

TEST(another_volume_on_the_same_grid_gets_its_own_window) {
    if (QCoreApplication::instance() == nullptr) viewer::setUpGraphics();
    OpenProject open;  // values of "cow" begin at 2000, those of "ant" end at 357
    viewer::ViewerWidget viewer;
    const ui::ViewerLink link(*open.workspace, viewer);
    CHECK(viewer.window().high <= 357);
    open.show("cow");
    CHECK(viewer.window().low >= 2000);
    viewer.setWindow({2100, 2200});
    open.draw("cow", 0, 1, {{1, 1}});
    CHECK((viewer.window() == viewer::Window{2100, 2200}));
}

TEST(the_frame_is_shown_lastingly_and_chosen) {
    if (QCoreApplication::instance() == nullptr) viewer::setUpGraphics();
    const TemporaryFolder folder;
    const auto workspace = makeWorkspace();
    const auto file = folder / "cine.nii";
    writeScan(makeScan({8, 6, 4}, {1, 1, 2}, [](int i, int j, int k) { return i + j + k; }), file);
    repeatFrames(file);
    {
        const auto store = storage::createProject(folder / "study.plb", {});
        JobControl control;
        workflow::importVolumes(*store, {file}, {}, control);
    }
    viewer::ViewerWidget viewer;
    ui::StatusBar status(*workspace, viewer);
    ui::FrameBar bar(*workspace);
    CHECK(bar.isHidden());
    workspace->openProject(folder / "study.plb");
    waitFor("the volume", [&] { return workspace->shown()->image() != nullptr; });
    auto& frame = *status.findChild<QLabel*>("frame");
    CHECK(!bar.isHidden());
    CHECK_EQ(frame.text().toStdString(), "Frame 1 of 3");
    QTest::keyClick(bar.findChild<QSlider*>("frames.slider"), Qt::Key_End);
    waitFor("the last frame", [&] { return workspace->shown()->frame() == 2; });
    CHECK_EQ(frame.text().toStdString(), "Frame 3 of 3");
    CHECK_EQ(bar.findChild<QLabel*>("frames.text")->text().toStdString(), "Frame 3 of 3");
}

TEST(the_status_bar_follows_a_new_name) {
    if (QCoreApplication::instance() == nullptr) viewer::setUpGraphics();
    OpenProject open;
    viewer::ViewerWidget viewer;
    const ui::StatusBar status(*open.workspace, viewer);
    auto label = open.project().labels().front();
    label.name = "lung";
    open.project().edit({.name = "Rename", .tool = "test"},
                        [&](project::ProjectWriter& writer) { writer.putLabel(label); });
    CHECK(status.findChild<QLabel*>("activeLabel")->text().contains("lung"));
}
