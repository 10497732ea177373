// From nothing to a volume on screen, and out again as a file.
#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>

#include "core/imaging/label_map.h"
#include "core/project/operations.h"
#include "tests/core/imaging/scan_file.h"
#include "tests/ui/shell/desk.h"

using namespace protolabel;
using namespace protolabel::test;
namespace fs = std::filesystem;

namespace {

/// Goes on with Tab until the widget has the focus.
void tabTo(Desk& desk, const QString& name) {
    for (int step = 0; step < 40; ++step) {
        if (QApplication::focusWidget() != nullptr && QApplication::focusWidget()->objectName() == name) return;
        desk.key(Qt::Key_Tab);
    }
    throw Failure("Tab never comes to " + name.toStdString());
}

}  // namespace

TEST(a_new_project_is_made_and_filled_without_a_mouse_but_for_the_drop) {
    Desk desk;
    keepPictures(*desk.window, "flow_start");
    tabTo(desk, "startNew");
    desk.key(Qt::Key_Space);
    auto& making = desk.dialog("new_project");
    desk.key(Qt::Key_A, Qt::ControlModifier);
    desk.type("heart");
    desk.key(Qt::Key_Tab);
    desk.key(Qt::Key_A, Qt::ControlModifier);
    desk.type(desk.path(""));
    if (QApplication::activePopupWidget() != nullptr) desk.key(Qt::Key_Escape);  // folders that the field offers
    CHECK(making.isVisible());
    tabTo(desk, "create");
    desk.key(Qt::Key_Return);
    CHECK(desk.workspace->project() != nullptr);
    CHECK_EQ(desk.project().file(), desk.folder / "heart.plb");
    tabTo(desk, "later");
    desk.key(Qt::Key_Space);
    CHECK(!making.isVisible());

    fs::create_directory(desk.folder / "images");
    desk.writeImage("images/a.nii");
    desk.writeImage("images/b.nii");
    writeScan(makeScan({8, 6, 4}, {1, 1, 2}, [](int i, int j, int k) { return 7 * i + j + k; }),
              desk.folder / "images/b.nii");
    desk.drop({desk.path("images")});
    auto& importing = desk.dialog("import");
    auto& import = child<QAbstractButton>(importing, "import");
    waitFor("both images", [&] { return import.isEnabled() && import.text().contains("2"); });
    keepPictures(importing, "flow_import");
    desk.key(Qt::Key_Return);
    waitFor("the import", [&] { return desk.project().volumes().size() == 2; });
    desk.key(Qt::Key_Escape);
    waitFor("the end of the dialog", [&] { return desk.window->findChild<QDialog*>("import") == nullptr; });
    desk.waitForVolume("a");
    CHECK_EQ(desk.window->windowTitle().toStdString(), "a - heart - Protolabel");
    CHECK(desk.window->viewer().isVisible());
    QApplication::setActiveWindow(desk.window.get());
    desk.window->viewer().setFocus();
    desk.key(Qt::Key_PageDown, Qt::ControlModifier);
    desk.waitForVolume("b");
    CHECK(desk.window->viewer().volume() == desk.workspace->shown()->image().get());
}

TEST(what_is_exported_is_what_was_drawn) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_B);
    desk.dab(20, 15, 6);
    desk.key(Qt::Key_2);
    desk.dab(8, 9, 3);
    desk.key(Qt::Key_E, Qt::ControlModifier);
    auto& dialog = desk.dialog("export");
    auto& folder = child<QLineEdit>(dialog, "folder");
    folder.setFocus();
    desk.key(Qt::Key_A, Qt::ControlModifier);
    desk.type(desk.path("out"));
    QTest::mouseClick(&child<QAbstractButton>(dialog, "export"), Qt::LeftButton);
    waitFor("the result", [&] { return child<QTableWidget>(dialog, "files").isVisible(); });
    CHECK_EQ(child<QTableWidget>(dialog, "files").item(0, 3)->text().toStdString(),
             "same affine, extent, label ids and voxel counts");
    keepPictures(dialog, "flow_export");
    const fs::path file = child<QTableWidget>(dialog, "files").item(0, 1)->toolTip().toStdString();
    const Scan scan = readScan(file);
    CHECK(scan.size == (std::array<int, 3>{Desk::kWidth, Desk::kHeight, Desk::kSlices}));
    const Scan image = readScan(desk.folder / "scan.nii");
    for (std::size_t n = 0; n < scan.sform.size(); ++n) CHECK_NEAR(scan.sform[n], image.sform[n], 1e-5);
    for (int k = 0; k < Desk::kSlices; ++k)
        for (int j = 0; j < Desk::kHeight; ++j)
            for (int i = 0; i < Desk::kWidth; ++i)
                CHECK_EQ(scan.at(i, j, k), k == 6 && disc(i, j, 20, 15) ? 1 : k == 3 && disc(i, j, 8, 9) ? 2 : 0);
}
