#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QTableWidget>

#include "core/workflow/annotate.h"
#include "tests/ui/dialogs/bench.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/message_line.h"

using namespace protolabel;
using namespace protolabel::test;
namespace fs = std::filesystem;

namespace {

/// Of the blocks the first is drawn as liver on slices 3 and 4 of "a".
struct Export : Bench {
    Export() {
        openProject();
        writeScan(blocksTruth(0), folder / "truth.nii");
        workflow::AnnotateOptions options;
        options.volume = "a";
        options.mask = folder / "truth.nii";
        options.label = "liver";
        options.slices = "3,4";
        JobControl control;
        voxels = workflow::annotate(store(), options, control).voxels;
        dialog = std::make_unique<ui::ExportDialog>(workspace);
        dialog->show();
        type(child<QLineEdit>(*dialog, "folder"), QString::fromStdString((folder / "out").string()));
    }
    void finish() {
        bool done = false;
        QObject::connect(dialog.get(), &ui::ExportDialog::exported, [&] { done = true; });
        CHECK(wait([&] { return done; }));
    }
    std::string message() { return child<ui::MessageLine>(*dialog, "message").text().toStdString(); }
    QTableWidget& files() { return child<QTableWidget>(*dialog, "files"); }
    std::int64_t voxels = 0;
    std::unique_ptr<ui::ExportDialog> dialog;
};

}  // namespace

TEST(label_maps_are_written_and_their_verification_shown) {
    Export p;
    keepShots(*p.dialog, "export");
    clickButton(*p.dialog, "export");
    p.finish();
    CHECK_EQ(p.files().rowCount(), 2);
    CHECK_EQ(p.files().item(0, 1)->text().toStdString(), "a.nii.gz");
    CHECK_EQ(p.files().item(0, 2)->text().remove(',').toLongLong(), p.voxels);
    CHECK_EQ(p.files().item(0, 3)->text().toStdString(), "same affine, extent, label ids and voxel counts");
    CHECK(!p.files().item(0, 3)->icon().isNull());
    keepShots(*p.dialog, "export-result");
    CHECK_EQ(readScan(p.folder / "out/a.nii.gz").count(1), p.voxels);
    CHECK(fs::exists(p.folder / "out/labels.json"));
    clickButton(*p.dialog, "copy_list");
    CHECK(QApplication::clipboard()->text().contains("a.nii.gz"));
}

TEST(files_are_replaced_only_after_a_question_that_counts_them) {
    Export p;
    clickButton(*p.dialog, "export");
    p.finish();
    ui::ExportDialog again(p.workspace);
    again.show();
    CHECK_EQ(child<QLineEdit>(again, "folder").text().toStdString(), (p.folder / "out").string());
    fs::remove(p.folder / "out/b.nii.gz");
    const auto before = fs::last_write_time(p.folder / "out/a.nii.gz");
    clickButton(again, "export");
    auto& box = child<QMessageBox>(again, "confirm");
    CHECK_EQ(box.text().toStdString(), "2 file(s) in this folder would be replaced.");  // a.nii.gz and labels.json
    keepShots(box, "export-replace");
    QTest::keyClick(&box, Qt::Key_Return);  // refuses
    QTest::qWait(100);
    CHECK(fs::last_write_time(p.folder / "out/a.nii.gz") == before);
    CHECK(!fs::exists(p.folder / "out/b.nii.gz"));
    bool done = false;
    QObject::connect(&again, &ui::ExportDialog::exported, [&] { done = true; });
    CHECK(wait([&] { return again.findChild<QMessageBox*>("confirm") == nullptr; }));
    clickButton(again, "export");
    answer(again, "confirm.accept");
    CHECK(wait([&] { return done; }));
    CHECK(fs::exists(p.folder / "out/b.nii.gz"));
}

TEST(volumes_can_be_chosen) {
    Export p;
    auto& which = child<QComboBox>(*p.dialog, "which");
    auto& list = child<QListWidget>(*p.dialog, "volumes");
    which.setCurrentIndex(1);  // with an annotation
    CHECK(list.item(0)->checkState() == Qt::Checked);
    CHECK(list.item(1)->checkState() == Qt::Unchecked);
    which.setCurrentIndex(2);  // complete: none
    CHECK_EQ(p.message(), "No volume is ticked; there is nothing to export.");
    CHECK(!child<QAbstractButton>(*p.dialog, "export").isEnabled());
    list.setFocus();
    list.setCurrentRow(1);
    QTest::keyClick(&list, Qt::Key_Space);
    CHECK_EQ(which.currentIndex(), 3);
    clickButton(*p.dialog, "format.nnunet");
    clickButton(*p.dialog, "export");
    p.finish();
    CHECK_EQ(p.files().rowCount(), 1);
    CHECK(fs::exists(p.folder / "out/imagesTr/b_0000.nii.gz"));
    CHECK(fs::exists(p.folder / "out/dataset.json"));
}

TEST(what_cannot_be_is_said_in_the_dialog) {
    Export p;
    clickButton(*p.dialog, "format.nnunet");
    child<QComboBox>(*p.dialog, "what").setCurrentIndex(2);
    CHECK(p.message().find("one label map per case") != std::string::npos);
    child<QComboBox>(*p.dialog, "what").setCurrentIndex(0);
    type(child<QLineEdit>(*p.dialog, "folder"), "");
    CHECK(p.message().find("Choose a folder") != std::string::npos);
    type(child<QLineEdit>(*p.dialog, "folder"), "/proc/nowhere");
    clickButton(*p.dialog, "export");
    CHECK(wait([&] { return p.message().find("/proc/nowhere") != std::string::npos; }));
    // The images of the project are never replaced.
    clickButton(*p.dialog, "format.nifti");
    CHECK_EQ(p.store().volumes().size(), 2U);
}
