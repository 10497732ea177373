// A damaged project is not opened; what can be read of it becomes a new one.
#include <QAbstractButton>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <fstream>

#include "tests/ui/shell/desk.h"

using namespace protolabel;
using namespace protolabel::test;
namespace fs = std::filesystem;

namespace {

constexpr int kPage = 8192;  // bytes, of a project

/// A page in the middle of the file is overwritten.
void damage(const fs::path& file) {
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(static_cast<std::streamoff>(fs::file_size(file) / kPage / 2 * kPage));
    stream << std::string(kPage, '\x5a');
}

}  // namespace

TEST(a_damaged_project_is_not_opened_but_recovered) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_B);
    desk.dab(20, 15, 6);
    desk.workspace->closeProject();
    const fs::path file = desk.folder / "study.plb";
    damage(file);
    const auto bytes = fs::last_write_time(file);
    desk.window->openPaths({desk.path("study.plb")});
    auto& box = dynamic_cast<QMessageBox&>(desk.dialog("confirm"));
    CHECK(desk.workspace->project() == nullptr);
    const std::string text = box.text().toStdString();
    CHECK(text.find("study.plb is damaged; ") != std::string::npos);
    CHECK(text.find("malformed") == std::string::npos);
    keepPictures(box, "damaged");
    QTest::mouseClick(&child<QAbstractButton>(box, "confirm.accept"), Qt::LeftButton);
    auto& choice = dynamic_cast<QFileDialog&>(desk.dialog("files"));
    CHECK_EQ(choice.selectedFiles().value(0).toStdString(), desk.path("study-recovered.plb").toStdString());
    QMetaObject::invokeMethod(&choice, "accept");
    waitFor("the recovered project", [&] { return desk.workspace->project() != nullptr; });
    CHECK_EQ(desk.project().file(), desk.folder / "study-recovered.plb");
    CHECK(!desk.project().readOnly());
    CHECK_EQ(fs::last_write_time(file), bytes);
    CHECK(desk.barText().rfind("Recovered ", 0) == 0);
}

TEST(a_damaged_project_may_be_left_alone) {
    Desk desk;
    desk.openStudy();
    desk.workspace->closeProject();
    damage(desk.folder / "study.plb");
    desk.window->openPaths({desk.path("study.plb")});
    desk.dialog("confirm");
    desk.key(Qt::Key_Escape);
    CHECK(desk.workspace->project() == nullptr);
    CHECK_EQ(desk.barText(), "");
}
