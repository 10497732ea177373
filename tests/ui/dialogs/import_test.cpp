#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTableView>
#include <QTextBrowser>
#include <fstream>

#include "tests/core/imaging/test_files.h"
#include "tests/ui/dialogs/bench.h"
#include "ui/dialogs/found_volumes_model.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/message_line.h"
#include "ui/dialogs/slice_preview.h"

using namespace protolabel;
using namespace protolabel::test;
using ui::FoundVolumesModel;
namespace fs = std::filesystem;

namespace {

struct Import : Bench {
    explicit Import(const std::function<void(const TemporaryFolder&)>& prepare, const std::string& below = "scans") {
        openProject();
        fs::create_directories(folder / "scans");
        prepare(folder);
        dialog = std::make_unique<ui::ImportDialog>(workspace,
                                                    QStringList{QString::fromStdString((folder / below).string())});
        bool done = false;
        QObject::connect(dialog.get(), &ui::ImportDialog::searched, [&] { done = true; });
        dialog->show();
        CHECK(wait([&] { return done; }));
        table = &child<QTableView>(*dialog, "images");
    }
    /// The row of an image; -1 when there is none.
    int row(const QString& name) const {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (text(row, FoundVolumesModel::Name) == name) return row;
        return -1;
    }
    QString text(int row, int column) const { return table->model()->index(row, column).data().toString(); }
    bool ticked(int row) const { return table->model()->index(row, 0).data(Qt::CheckStateRole) == Qt::Checked; }
    void import() {
        bool done = false;
        QObject::connect(dialog.get(), &ui::ImportDialog::imported, [&] { done = true; });
        clickButton(*dialog, "import");
        CHECK(wait([&] { return done; }));
    }
    std::unique_ptr<ui::ImportDialog> dialog;
    QTableView* table = nullptr;
};

void clickTick(QTableView& table, int row) {
    const QRect cell = table.visualRect(table.model()->index(row, 0));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 10, cell.center().y()));
}

}  // namespace

TEST(a_folder_is_listed_with_what_can_be_imported) {
    Import p([](const TemporaryFolder& folder) {
        fs::create_directories(folder / "scans/deeper");
        writeScan(blocks(5), folder / "scans/c.nii");
        fs::copy_file(folder / "a.nii", folder / "scans/same.nii");
        writeScan(blocksTruth(5), folder / "scans/deeper/mask.nii");
        std::ofstream(folder / "scans/bad.nii.gz") << "this is no image";
        std::ofstream(folder / "scans/readme.txt") << "text";
    });
    CHECK_EQ(p.table->model()->rowCount(), 4);
    const int c = p.row("c"), same = p.row("same"), mask = p.row("mask");
    CHECK(c >= 0 && same >= 0 && mask >= 0);
    CHECK_EQ(p.text(c, FoundVolumesModel::Size).toStdString(), "64 \u00d7 64 \u00d7 8");
    CHECK_EQ(p.text(c, FoundVolumesModel::Spacing).toStdString(), "1 \u00d7 1 \u00d7 5");
    CHECK_EQ(p.text(c, FoundVolumesModel::State).toStdString(), "new");
    CHECK(p.ticked(c));
    CHECK_EQ(p.text(same, FoundVolumesModel::State).toStdString(), "in the project already, as \"a\"");
    CHECK(!p.ticked(same));
    CHECK(p.text(mask, FoundVolumesModel::State).startsWith("looks like a label map"));
    CHECK(!p.ticked(mask));
    const int bad = p.row("bad.nii.gz");
    CHECK(bad >= 0);
    CHECK(p.text(bad, FoundVolumesModel::State).startsWith("cannot be read"));
    CHECK(p.text(bad, FoundVolumesModel::State).contains("bad.nii.gz"));
    p.table->selectRow(c);
    auto& preview = child<ui::SlicePreview>(*p.dialog, "preview");
    CHECK(wait([&] { return !preview.pixmap(Qt::ReturnByValue).isNull(); }));
    keepShots(*p.dialog, "import");
    p.import();
    CHECK_EQ(p.store().volumes().size(), 3U);
    CHECK_EQ(p.store().edits().back().info.name, "import 1 volume");
    CHECK(child<QTextBrowser>(*p.dialog, "result").toPlainText().startsWith("1 image"));
    keepShots(*p.dialog, "import-result");
    p.workspace.project()->undo();
    CHECK_EQ(p.store().volumes().size(), 2U);
}

TEST(ticks_decide_what_is_imported) {
    Import p([](const TemporaryFolder& folder) {
        for (const char* name : {"scans/c.nii", "scans/d.nii", "scans/e.nii"})
            writeScan(blocks(name[6]), folder / name);
    });
    clickTick(*p.table, p.row("d"));
    CHECK(!p.ticked(p.row("d")));
    CHECK_EQ(child<QAbstractButton>(*p.dialog, "import").text().remove('&').toStdString(), "Import 2 image(s)");
    clickButton(*p.dialog, "tick.none");
    CHECK(!child<QAbstractButton>(*p.dialog, "import").isEnabled());
    p.table->setFocus();
    p.table->setCurrentIndex(p.table->model()->index(p.row("e"), 0));
    QTest::keyClick(p.table, Qt::Key_Space);
    p.import();
    CHECK_EQ(p.store().volumes().size(), 3U);
    CHECK_EQ(p.store().volumes().back().name, "e");
}

TEST(the_series_of_a_dicom_folder_are_listed_with_previews) {
    Import p([](const TemporaryFolder& folder) {
        for (int n = 0; n < 6; ++n) {
            DicomSlice slice;
            slice.series = n < 3 ? "1.2.3" : "1.2.4";
            slice.description = n < 3 ? "in phase" : "out phase";
            slice.instance = n % 3 + 1;
            slice.position = {0, 0, 4.0 * (n % 3)};
            slice.pixels = {1, 2, 3, 4, 5, static_cast<std::uint16_t>(20 + n)};
            slice.save(folder / ("scans/" + std::to_string(n) + ".dcm"));
        }
    });
    CHECK_EQ(p.table->model()->rowCount(), 2);
    const int row = p.row("out phase");
    CHECK(row >= 0);
    CHECK_EQ(p.text(row, FoundVolumesModel::Modality).toStdString(), "MR");
    CHECK_EQ(p.text(row, FoundVolumesModel::Size).toStdString(), "3 \u00d7 2 \u00d7 3");
    p.table->selectRow(row);
    auto& preview = child<ui::SlicePreview>(*p.dialog, "preview");
    CHECK(wait([&] { return !preview.pixmap(Qt::ReturnByValue).isNull(); }));
    keepShots(*p.dialog, "import-dicom");
    if (p.ticked(p.row("in phase"))) clickTick(*p.table, p.row("in phase"));
    if (!p.ticked(row)) clickTick(*p.table, row);
    p.import();
    CHECK_EQ(p.store().volumes().size(), 3U);
    CHECK_EQ(p.store().volumes().back().name, "out phase");
}

TEST(a_folder_without_images_says_so) {
    Import p([](const TemporaryFolder& folder) { std::ofstream(folder / "scans/readme.txt") << "text"; });
    CHECK_EQ(p.table->model()->rowCount(), 0);
    CHECK(!child<QAbstractButton>(*p.dialog, "import").isEnabled());
    CHECK(child<ui::MessageLine>(*p.dialog, "message").text().startsWith("There is no image here"));
}

TEST(the_list_of_images_is_a_sound_model) {
    startApplication();
    FoundVolumesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    workflow::FoundVolume volume;
    volume.record.name = "a";
    model.add(volume);
    volume.presentAs = "a";
    model.add(volume);
    CHECK(!model.setData(model.index(1, 0), Qt::Checked, Qt::CheckStateRole));
    model.tickAll(true);
    CHECK_EQ(model.ticked().size(), 1U);
    model.clear();
}
