#include <QCheckBox>
#include <QLineEdit>
#include <QTableWidget>

#include "tests/ui/dialogs/bench.h"
#include "ui/dialogs/message_line.h"
#include "ui/dialogs/relink_dialog.h"

using namespace protolabel;
using namespace protolabel::test;
namespace fs = std::filesystem;

namespace {

/// "a" has moved, "b" has moved and is called otherwise; another image took the name of "b".
struct Relink : Bench {
    Relink() {
        openProject();
        fs::create_directories(folder / "new/deep");
        fs::rename(folder / "a.nii", folder / "new/deep/a.nii");
        fs::rename(folder / "b.nii", folder / "new/renamed.nii");
        writeScan(blocks(3), folder / "new/b.nii");
        dialog = std::make_unique<ui::RelinkDialog>(workspace);
        dialog->show();
    }
    void search(const std::string& where) {
        type(child<QLineEdit>(*dialog, "folder"), QString::fromStdString(where));
        bool done = false;
        QObject::connect(dialog.get(), &ui::RelinkDialog::searched, [&] { done = true; });
        clickButton(*dialog, "search");
        CHECK(wait([&] { return done; }));
    }
    QString found(int row) { return child<QTableWidget>(*dialog, "missing").item(row, 2)->text(); }
    std::unique_ptr<ui::RelinkDialog> dialog;
};

}  // namespace

TEST(missing_files_are_found_by_name_and_relinked_in_one_step) {
    Relink p;
    CHECK_EQ(child<QTableWidget>(*p.dialog, "missing").rowCount(), 2);
    CHECK(!child<QAbstractButton>(*p.dialog, "search").isEnabled());  // where?
    p.search((p.folder / "new").string());
    CHECK(p.found(0).startsWith("by name and content"));
    CHECK(p.found(1).startsWith("another image of this name, not taken"));
    CHECK(child<ui::MessageLine>(*p.dialog, "message").text().startsWith("1 file(s) are not"));
    clickButton(*p.dialog, "renamed");
    p.search((p.folder / "new").string());
    CHECK(p.found(1).startsWith("by content, under another name"));
    CHECK(p.found(1).endsWith("renamed.nii"));
    keepShots(*p.dialog, "relink");
    const auto edits = p.store().edits().size();
    p.workspace.preferences().setAnnotator("anna");
    clickButton(*p.dialog, "apply");
    CHECK(wait([&] { return !p.dialog->isVisible(); }));
    CHECK_EQ(p.store().edits().size(), edits + 1);
    CHECK_EQ(p.store().edits().back().info.author, "anna");
    CHECK_EQ(p.store().volumes()[0].source.path, p.folder / "new/deep/a.nii");
    CHECK_EQ(p.store().volumes()[1].source.path, p.folder / "new/renamed.nii");
    p.workspace.project()->undo();
    CHECK_EQ(p.store().volumes()[1].source.path, p.folder / "b.nii");
}

TEST(a_folder_that_is_not_there_is_told) {
    Relink p;
    type(child<QLineEdit>(*p.dialog, "folder"), "/no/such/folder");
    clickButton(*p.dialog, "search");
    CHECK_EQ(child<ui::MessageLine>(*p.dialog, "message").text().toStdString(),
             "There is no folder \"/no/such/folder\"; choose one that exists.");
    CHECK(!child<QAbstractButton>(*p.dialog, "apply").isEnabled());
}

TEST(nothing_missing_is_said) {
    Bench bench;
    bench.openProject();
    ui::RelinkDialog dialog(bench.workspace);
    dialog.show();
    CHECK_EQ(child<ui::MessageLine>(dialog, "message").text().toStdString(), "All images are where they should be.");
}
