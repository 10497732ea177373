#include <QComboBox>
#include <QLineEdit>
#include <QTableWidget>
#include <fstream>

#include "tests/ui/dialogs/bench.h"
#include "ui/dialogs/mask_import_dialog.h"
#include "ui/dialogs/message_line.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

struct MaskImport : Bench {
    explicit MaskImport(const Scan& mask, const std::string& name = "b_seg.nii") {
        openProject();
        writeScan(mask, folder / name);
        open(name);
    }
    void open(const std::string& name) {
        dialog = std::make_unique<ui::MaskImportDialog>(workspace, QString::fromStdString((folder / name).string()));
        QObject::connect(dialog.get(), &ui::MaskImportDialog::inspected, [&] { ++inspections; });
        QObject::connect(dialog.get(), &ui::MaskImportDialog::imported, [&] { ++imports; });
        dialog->show();
        CHECK(wait([&] { return inspections == 1; }));
    }
    void import() {
        clickButton(*dialog, "import");
        CHECK(wait([&] { return imports == 1; }));
    }
    QComboBox& target(int value) { return child<QComboBox>(*dialog, ("target." + std::to_string(value)).c_str()); }
    QString message(const char* name = "message") { return child<ui::MessageLine>(*dialog, name).text(); }
    std::unique_ptr<ui::MaskImportDialog> dialog;
    int inspections = 0, imports = 0;
};

/// 1 and 2 where the blocks are, and 7 in the corner of each slice.
Scan threeValues() {
    auto scan = blocksTruth(9);
    for (int z = 0; z < scan.size[2]; ++z) scan.voxels[static_cast<std::size_t>(z * scan.size[1] * scan.size[0])] = 7;
    return scan;
}

}  // namespace

TEST(values_become_labels_old_and_new) {
    const auto mask = threeValues();
    MaskImport p(mask);
    CHECK_EQ(child<QComboBox>(*p.dialog, "volume").currentText().toStdString(), "b");  // by the name
    CHECK_EQ(p.message("grid").toStdString(), "It lies on the grid of this volume.");
    auto& values = child<QTableWidget>(*p.dialog, "values");
    CHECK_EQ(values.rowCount(), 3);
    CHECK_EQ(values.item(2, 0)->text().toStdString(), "7");
    CHECK_EQ(values.item(0, 1)->text().remove(',').toLongLong(), mask.count(1));
    CHECK_EQ(p.target(1).currentText().toStdString(), "liver");
    CHECK_EQ(p.target(2).currentText().toStdString(), "spleen");
    CHECK_EQ(p.target(7).currentText().toStdString(), "label 7");
    type(*p.target(7).lineEdit(), "corner");
    p.target(2).setCurrentIndex(p.target(2).count() - 1);  // left out
    keepShots(*p.dialog, "mask-import");
    const auto edits = p.store().edits().size();
    p.workspace.preferences().setAnnotator("anna");
    p.import();
    CHECK_EQ(p.store().edits().size(), edits + 1);
    CHECK_EQ(p.store().edits().back().info.author, "anna");
    const auto b = p.store().volumes()[1].id;
    CHECK_EQ(p.store().labels().size(), 3U);
    CHECK_EQ(p.store().labels()[2].name, "corner");
    const auto counts = p.store().annotationCounts(b);
    CHECK_EQ(counts.size(), 2U);
    CHECK_EQ(counts[0].second, mask.count(1));
    CHECK_EQ(counts[1].first.value, p.store().labels()[2].id.value);
    CHECK_EQ(counts[1].second, 8);
    CHECK(p.message().contains("corner: 8 voxels drawn"));
    keepShots(*p.dialog, "mask-import-result");
}

TEST(another_grid_is_named_and_resampled_only_on_request) {
    auto mask = blocksTruth(9);
    mask.sform[3] += 1;  // one voxel to the right
    MaskImport p(mask);
    CHECK(p.message("grid").startsWith("It is not on the grid of this volume: origin"));
    CHECK(!child<QAbstractButton>(*p.dialog, "import").isEnabled());
    keepShots(*p.dialog, "mask-import-grid");
    auto& other = child<QComboBox>(*p.dialog, "other_grid");
    CHECK_EQ(other.count(), 3);
    other.setFocus();
    QTest::keyClick(&other, Qt::Key_Down);
    p.import();
    const auto slice = p.store().annotation(p.store().volumes()[1].id, 4);
    CHECK(slice.has_value());
    // Index i of the volume shows what the mask has at i - 1.
    const auto truth = blocksTruth(9);
    for (int x = 1; x < 64; ++x) CHECK_EQ(slice->pixels[static_cast<std::size_t>(30 * 64 + x)], truth.at(x - 1, 30, 4));
}

TEST(what_keeps_another_label_is_counted) {
    MaskImport p(blocksTruth(9));
    p.import();
    const auto before = p.store().edits().size();
    p.inspections = p.imports = 0;
    // The other way round: each block wants voxels of the other label.
    p.open("b_seg.nii");
    p.target(1).setCurrentIndex(1);
    p.target(2).setCurrentIndex(0);
    p.import();
    const auto truth = blocksTruth(9);
    CHECK(p.message().remove(',').contains(
        QString("spleen: 0 voxels drawn %1 voxels kept another label").arg(truth.count(1))));
    keepShots(*p.dialog, "mask-import-conflicts");
    p.imports = 0;
    clickButton(*p.dialog, "replace");
    p.import();
    CHECK(p.store().edits().size() > before);
    const auto counts = p.store().annotationCounts(p.store().volumes()[1].id);
    CHECK_EQ(counts[0].second, truth.count(2));
    CHECK_EQ(counts[1].second, truth.count(1));
}

TEST(what_is_no_mask_is_told) {
    MaskImport p(makeScan({64, 64, 8}, {1, 1, 5}, [](int x, int, int) { return x - 5; }));
    CHECK(!p.message().isEmpty());  // negative values
    CHECK(!child<QAbstractButton>(*p.dialog, "import").isEnabled());
    p.inspections = 0;
    std::ofstream(p.folder / "text.nii.gz") << "this is no image";
    p.open("text.nii.gz");
    CHECK(p.message().contains("text.nii.gz"));
    p.inspections = 0;
    writeScan(makeScan({64, 64, 8}, {1, 1, 5}, [](int, int, int) { return 0; }), p.folder / "empty.nii");
    p.open("empty.nii");
    CHECK_EQ(p.message().toStdString(), "The mask is empty: no voxel differs from 0.");
}

TEST(volumes_are_guessed_by_the_words_of_the_name) {
    std::vector<project::VolumeRecord> volumes(4);
    volumes[0].name = "case_1";
    volumes[1].name = "case_10";
    volumes[2].name = "Liver CT 7";
    volumes[3].name = "image_22";
    const auto guess = [&](const char* name) { return ui::guessVolume(name, volumes).value_or(-1); };
    CHECK_EQ(guess("case_1_seg.nii.gz"), 0);
    CHECK_EQ(guess("case-10-label.nrrd"), 1);
    CHECK_EQ(guess("liver-ct-7.seg.nrrd"), 2);
    CHECK_EQ(guess("label_22.nii.gz"), 3);
    CHECK_EQ(guess("mask.nii.gz"), -1);
    CHECK_EQ(guess("case_3_seg.nii.gz"), -1);
}
