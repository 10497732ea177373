// Whatever is dropped, one dialog or one clear message comes of it.
#include <QAbstractButton>
#include <QFile>
#include <QLabel>

#include "tests/ui/shell/desk.h"
#include "ui/dialogs/message_line.h"

using namespace protolabel;
using namespace protolabel::test;
namespace fs = std::filesystem;

namespace {

void writeText(const QString& path) {
    QFile file(path);
    CHECK(file.open(QIODevice::WriteOnly));
    file.write("no image\n");
}

/// Drops something in which there is no image: the dialog says so in `where` and has nothing to import.
template <class Line>
void expectNoImage(Desk& desk, const QString& path, const QString& where, const std::string& message) {
    desk.drop({path});
    auto& dialog = desk.dialog("import");
    auto& line = child<Line>(dialog, where);
    waitFor("a message", [&] { return !line.text().isEmpty(); });
    if (line.text().toStdString().find(message) == std::string::npos) throw Failure(line.text().toStdString());
    CHECK(!child<QAbstractButton>(dialog, "import").isEnabled());
    desk.key(Qt::Key_Escape);
    waitFor("the end of the dialog", [&] { return desk.window->findChild<QDialog*>("import") == nullptr; });
}

}  // namespace

TEST(what_is_no_image_is_told_once) {
    Desk desk;
    desk.openStudy();
    const auto before = desk.workspace->notices().all().size();
    writeText(desk.path("notes.txt"));
    fs::create_directory(desk.folder / "empty");
    expectNoImage<QLabel>(desk, desk.path("notes.txt"), "details",
                          "notes.txt is no image; choose a NIfTI, NRRD, MetaImage or DICOM file");
    expectNoImage<ui::MessageLine>(desk, desk.path("empty"), "message",
                                   "There is no image here. NIfTI, NRRD, MetaImage and DICOM files can be imported.");
    CHECK_EQ(desk.workspace->notices().all().size(), before);
    desk.drop({desk.path("gone.nii"), desk.path("gone_too.nii")});
    CHECK_EQ(desk.barText(), "there is no file or folder " + desk.path("gone.nii").toStdString());
    CHECK_EQ(desk.workspace->notices().all().size(), before + 1);
    CHECK(desk.window->findChild<QDialog*>("import") == nullptr);
    desk.drop({desk.path("gone.plb")});
    CHECK(desk.barText().find("gone.plb") != std::string::npos);
    CHECK_EQ(desk.workspace->notices().all().size(), before + 2);
    CHECK_EQ(desk.project().name().toStdString(), "study");  // stays open
}

TEST(images_dropped_on_the_start_page_lead_to_a_project_for_them) {
    Desk desk;
    desk.writeImage("a.nii");
    desk.writeImage("b.nii");
    desk.workspace->preferences().setValue("folders/projects", desk.path(""));
    desk.drop({desk.path("a.nii"), desk.path("b.nii")});
    desk.dialog("new_project");
    desk.key(Qt::Key_Return);
    CHECK(desk.workspace->project() != nullptr);
    auto& importing = desk.dialog("import");
    waitFor("the images", [&] { return child<QAbstractButton>(importing, "import").isEnabled(); });
    CHECK_EQ(desk.workspace->notices().all().size(), 0U);
}

TEST(a_project_dropped_on_the_window_is_opened) {
    Desk desk;
    desk.openStudy();
    desk.workspace->closeProject();
    desk.drop({desk.path("study.plb")});
    desk.waitForVolume("scan");
}
