// A colleague's project beside the open one, from the panel and with keys.
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTreeView>

#include "core/consensus/kept.h"
#include "core/workflow/import.h"
#include "storage/project_file.h"
#include "tests/ui/shell/desk.h"
#include "ui/commands/commands.h"
#include "ui/dialogs/message_line.h"
#include "ui/session/comparison.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

labels::Box box(int i, int j, int k, int size) {
    return {{i, j, k}, {i + size, j + size, k + 2}};
}

/// Draws boxes of labels into the only volume.
void drawBoxes(project::ProjectStore& store, const std::vector<std::pair<labels::Box, int>>& boxes) {
    const auto volume = store.volumes().front();
    std::map<int, labels::LabelSlice> slices;
    for (const auto& [where, label] : boxes)
        for (int k = where.lower[2]; k < where.upper[2]; ++k) {
            auto& slice = slices.try_emplace(k, Desk::kWidth, Desk::kHeight).first->second;
            for (int j = where.lower[1]; j < where.upper[1]; ++j)
                for (int i = where.lower[0]; i < where.upper[0]; ++i)
                    slice.at(i, j) = static_cast<std::uint16_t>(label);
        }
    store.transact({.name = "draw", .tool = "test"}, [&](project::ProjectWriter& writer) {
        for (const auto& [k, slice] : slices)
            writer.putAnnotation(volume.id, k, slice, {.drawn = true, .accepted = false, .model = {}});
    });
}

/// The study with three boxes and ben's, who has the first as spleen, the second a bit larger, the third not at all, and whose labels have other numbers.
struct TwoReaders : Desk {
    std::unique_ptr<project::ProjectStore> ben;  ///< open for writing, as by a colleague at work

    TwoReaders() {
        openStudy();
        drawBoxes(project().store(), {{box(4, 4, 2, 6), 1}, {box(20, 4, 6, 8), 1}, {box(4, 20, 8, 4), 2}});
        ben = storage::createProject(folder / "ben.plb", {{LabelId{1}, "spleen", {0, 0, 255}, false, true},
                                                          {LabelId{7}, "liver", {255, 0, 0}, false, true}});
        JobControl control;
        workflow::importVolumes(*ben, {folder / "scan.nii"}, {}, control);
        drawBoxes(*ben, {{box(4, 4, 2, 6), 1}, {{{20, 4, 6}, {29, 12, 8}}, 7}});
    }
    ui::Comparison& comparison() { return workspace->comparison(); }
    void openBen() {
        window->commands().action("panel.compare")->trigger();
        comparison().open(folder / "ben.plb");
        waitFor("the list", [&] { return comparison().measured(); });
    }
    std::string row(int at) {
        auto& list = child<QTreeView>(*window, "disagreementTable");
        QStringList cells;
        for (int column = 0; column < list.model()->columnCount(); ++column)
            cells.append(list.model()->index(at, column).data().toString());
        return cells.join("|").toStdString();
    }
};

}  // namespace

// By hand: 6 x 6 x 2 voxels of another label, 4 x 4 x 2 only here, 1 x 8 x 2 only there; a voxel is 3 mm3. Liver: 72 + 128 here, 128 + 16 there, 128 common.
TEST(what_differs_is_listed_and_decided_with_keys) {
    TwoReaders desk;
    QAbstractItemModelTester list(child<QTreeView>(*desk.window, "disagreementTable").model());
    QAbstractItemModelTester figures(child<QTreeView>(*desk.window, "agreementTable").model());
    desk.openBen();
    CHECK_EQ(child<QLabel>(*desk.window, "compareName").text().toStdString(), "With ben");
    CHECK_EQ(desk.comparison().disagreements().size(), 3U);
    CHECK_EQ(desk.row(0), "liver|spleen|0.22|2 to 3");
    CHECK_EQ(desk.row(1), "spleen|background|0.10|8 to 9");
    CHECK_EQ(desk.row(2), "background|liver|0.05|6 to 7");
    const auto& rows = desk.comparison().rows();
    CHECK_EQ(rows.size(), 2U);
    CHECK_NEAR(rows[0].agreement.overlap.dice(), 2 * 128 / 344., 1e-12);
    CHECK_EQ(rows[1].agreement.overlap.dice(), 0);
    CHECK_EQ(child<QLabel>(*desk.window, "compareSkipped").text().toStdString(),
             "ben skipped 2 slice(s), counted as empty");  // 8 and 9
    keepPictures(*desk.window, "compare");

    desk.window->viewer().setFocus();
    desk.key(Qt::Key_Y);
    CHECK_EQ(desk.comparison().current(), 0);
    CHECK_EQ(desk.window->viewer().position()[2], 2);
    CHECK(desk.window->viewer().position()[0] >= 4 && desk.window->viewer().position()[0] < 10);
    desk.key(Qt::Key_T);  // as ben has it
    CHECK_EQ(desk.barText(), "spleen instead of liver, as ben: 72 voxel(s) changed");
    CHECK_EQ(desk.project().nextUndo()->info.name, "spleen instead of liver, as ben");
    CHECK_EQ(desk.project().nextUndo()->info.tool, "compare");
    const auto theirs = [](int i, int j, int k) {
        if (box(4, 4, 2, 6).contains({i, j, k})) return 2;
        if (box(20, 4, 6, 8).contains({i, j, k})) return 1;
        return box(4, 20, 8, 4).contains({i, j, k}) ? 2 : 0;
    };
    desk.check(theirs);
    // The next one: ours stays, and is not asked about again.
    CHECK_EQ(desk.comparison().current(), 0);
    CHECK_EQ(desk.window->viewer().position()[2], 8);
    desk.key(Qt::Key_U);
    desk.check(theirs);
    waitFor("the list", [&] { return desk.comparison().disagreements().size() == 1; });
    CHECK_EQ(consensus::keptKeys(desk.project().store(), desk.workspace->shown()->id()).size(), 1U);
    CHECK_EQ(desk.project().nextUndo()->info.name, "Keep spleen, not background as ben");
    // What is undone is asked about again, and shown.
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    waitFor("the list", [&] { return desk.comparison().disagreements().size() == 2; });
    CHECK_EQ(desk.comparison().current(), 0);
    CHECK_EQ(desk.window->viewer().position()[2], 8);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    waitFor("the list", [&] { return desk.comparison().disagreements().size() == 3; });
    CHECK_EQ(desk.comparison().current(), 0);
    CHECK_EQ(desk.window->viewer().position()[2], 2);
}

TEST(locked_labels_stay_and_are_counted) {
    TwoReaders desk;
    auto liver = *desk.project().label(LabelId{1});
    liver.locked = true;
    desk.project().edit({.name = "Lock", .tool = "test"},
                        [&](project::ProjectWriter& writer) { writer.putLabel(liver); });
    desk.openBen();
    desk.comparison().select(0);
    desk.comparison().settle(ui::Comparison::Verdict::Theirs);
    CHECK_EQ(desk.barText(),
             "spleen instead of liver, as ben: 0 voxel(s) changed, 72 voxel(s) kept because liver is locked");
    CHECK_EQ(desk.comparison().disagreements().size(), 3U);
    CHECK_EQ(desk.project().nextUndo()->info.name, "Lock");
}

TEST(one_part_can_become_any_label_or_none) {
    TwoReaders desk;
    desk.openBen();
    desk.comparison().select(1);
    desk.comparison().settle(ui::Comparison::Verdict::Label, LabelId{1});
    CHECK_EQ(desk.project().nextUndo()->info.name, "liver instead of spleen");
    waitFor("the list", [&] { return desk.comparison().measured() && desk.comparison().disagreements().size() == 3; });
    desk.comparison().select(0);
    desk.comparison().settle(ui::Comparison::Verdict::Label);
    CHECK_EQ(desk.project().nextUndo()->info.name, "background instead of liver");
}

TEST(the_other_project_is_a_layer_that_can_be_hidden) {
    TwoReaders desk;
    CHECK(!desk.window->commands().action("compare.next")->isEnabled());
    desk.openBen();
    desk.window->viewer().setPosition({24, 8, 6});
    const auto colored = [&] {
        const auto image = desk.window->viewer().renderWidget(2).grabFramebuffer();
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                if (color.red() > 200 && color.blue() < 60) ++count;
            }
        return count;
    };
    desk.window->viewer().setOverlay({.shown = true, .outlined = false, .fill = 0, .line = 0});
    const int with = colored();
    desk.window->commands().action("compare.outlines")->trigger();
    const int without = colored();
    CHECK(with > without + 50);  // half of the outline of 9 x 8 voxels is in the liver's colour
    desk.window->commands().action("compare.outlines")->trigger();
    CHECK_EQ(colored(), with);
    desk.window->commands().action("compare.map")->trigger();
    waitFor("the map", [&] { return desk.workspace->maps().map() != nullptr; });
    const auto& map = *desk.workspace->maps().map();
    CHECK_EQ(map.slice, 6);
    int only = 0;
    for (const auto& pixel : map.pixels)
        if (pixel[3] != 0) ++only;
    CHECK_EQ(only, 8);  // ben's column of the slice
    CHECK(desk.window->viewer().overlay().outlined);
    desk.window->commands().action("compare.close")->trigger();
    CHECK(!desk.comparison().isOpen());
    CHECK(desk.comparison().disagreements().empty());
    CHECK(desk.workspace->maps().kind() == ui::MapKind::None);
    CHECK(!desk.window->viewer().overlay().outlined);  // as before the map
}

TEST(the_panel_takes_a_project_that_is_dropped_and_clicks) {
    TwoReaders desk;
    desk.window->commands().action("panel.compare")->trigger();
    auto& panel = child<QWidget>(*desk.window, "compare");
    waitFor("the panel", [&] { return panel.isVisible(); });
    CHECK(child<QLabel>(panel, "compareNote").text().startsWith("Open a colleague's project"));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(desk.path("ben.plb"))});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&panel, &enter);
    CHECK(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&panel, &drop);
    waitFor("the list", [&] { return desk.comparison().measured(); });
    CHECK_EQ(desk.project().name().toStdString(), "study");  // it is compared, not opened

    auto& list = child<QTreeView>(panel, "disagreementTable");
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(1, 0)).center());
    CHECK_EQ(desk.comparison().current(), 1);
    CHECK_EQ(desk.window->viewer().position()[2], 8);
    desk.key(Qt::Key_T);  // while the list has the focus
    CHECK_EQ(desk.project().nextUndo()->info.name, "background instead of spleen, as ben");
    waitFor("the list", [&] { return desk.comparison().disagreements().size() == 2; });

    auto& which = child<QComboBox>(panel, "compareWhich");
    which.setCurrentIndex(1);
    auto& figures = child<QTreeView>(panel, "agreementTable");
    waitFor("all volumes", [&] { return !desk.comparison().summary().empty(); });
    CHECK_EQ(figures.model()->rowCount(), 2);
    CHECK_EQ(figures.model()->index(0, 1).data().toString().toStdString(), "74.4");  // 256 / 344
}

// Carla's project is a copy of ben's, so that volumes and labels have the same numbers; she has drawn as the study.
TEST(another_colleague_has_figures_of_her_own) {
    TwoReaders desk;
    auto carla = storage::createProject(desk.folder / "carla.plb", desk.ben->labels());
    JobControl control;
    workflow::importVolumes(*carla, {desk.folder / "scan.nii"}, {}, control);
    drawBoxes(*carla, {{box(4, 4, 2, 6), 7}, {box(20, 4, 6, 8), 7}, {box(4, 20, 8, 4), 1}});
    desk.openBen();
    child<QComboBox>(*desk.window, "compareWhich").setCurrentIndex(1);
    auto& figures = *child<QTreeView>(*desk.window, "agreementTable").model();
    waitFor("ben's figures", [&] { return figures.rowCount() == 2; });
    CHECK_EQ(figures.index(0, 1).data().toString().toStdString(), "74.4");
    CHECK_EQ(desk.comparison().skippedOnAll().size(), 1U);  // his, where the spleen is
    desk.comparison().open(desk.folder / "carla.plb");
    CHECK(desk.comparison().summary().empty());
    CHECK(desk.comparison().skippedOnAll().empty());
    waitFor("carla's figures", [&] { return !desk.comparison().summary().empty(); });
    CHECK_EQ(figures.index(0, 1).data().toString().toStdString(), "100.0");
}

TEST(a_project_that_does_not_fit_is_refused_and_the_open_one_stays) {
    TwoReaders desk;
    desk.openBen();
    CHECK_ERROR("compare.same", desk.comparison().open(desk.folder / "study.plb"));
    CHECK_ERROR("project.missing", desk.comparison().open(desk.folder / "gone.plb"));
    storage::createProject(desk.folder / "empty.plb", {{LabelId{1}, "liver", {}, false, true}});
    CHECK_ERROR("compare.volumes", desk.comparison().open(desk.folder / "empty.plb"));
    CHECK_EQ(desk.comparison().name().toStdString(), "ben");
    CHECK_EQ(desk.comparison().disagreements().size(), 3U);
}

TEST(a_consensus_that_was_cancelled_can_be_asked_for_again) {
    TwoReaders desk;
    desk.openBen();
    desk.window->commands().action("compare.consensus")->trigger();
    auto& dialog = desk.dialog("consensus");
    child<QLineEdit>(dialog, "out").setText(desk.path("both.plb"));
    child<QPushButton>(dialog, "make").click();
    CHECK(!child<QPushButton>(dialog, "add").isEnabled());
    desk.workspace->jobs().cancelAll();
    waitFor("the fields", [&] { return child<QPushButton>(dialog, "add").isEnabled(); });
}

TEST(a_consensus_is_made_and_opened) {
    TwoReaders desk;
    desk.openBen();
    desk.window->commands().action("compare.consensus")->trigger();
    auto& dialog = desk.dialog("consensus");
    CHECK_EQ(child<QListWidget>(dialog, "projects").count(), 2);
    child<QLineEdit>(dialog, "out").setText(desk.path("study.plb"));
    CHECK(!child<QPushButton>(dialog, "make").isEnabled());
    child<QLineEdit>(dialog, "out").setText(desk.path("both.plb"));
    child<QPushButton>(dialog, "make").click();
    for (const char* name : {"add", "browse"}) CHECK(!child<QPushButton>(dialog, name).isEnabled());
    auto& open = child<QPushButton>(dialog, "openResult");
    waitFor("the consensus", [&] { return open.isVisible(); });
    CHECK(child<ui::MessageLine>(dialog, "message").text().contains("1 volume"));
    keepPictures(dialog, "consensus");
    open.click();
    desk.waitForVolume("scan");
    CHECK_EQ(desk.project().name().toStdString(), "both");
    CHECK(!desk.comparison().isOpen());
    CHECK_EQ(desk.project().labels().size(), 2U);
}
