#include "ui/models/label_table_model.h"

#include <QAbstractItemModelTester>
#include <QColor>

#include "tests/ui/support/open_project.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::OpenProject;

namespace {

struct Table {
    OpenProject open;
    LabelTableModel model{*open.workspace};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    std::string text(int row, int column) { return model.index(row, column).data().toString().toStdString(); }
};

TEST(a_label_is_a_row) {
    Table table;
    CHECK_EQ(table.model.rowCount(), 2);
    CHECK_EQ(table.text(1, LabelTableModel::Name), "spleen");
    CHECK_EQ(table.text(1, LabelTableModel::Key), "2");
    CHECK_EQ(table.model.index(0, LabelTableModel::Color).data(Qt::DecorationRole).value<QColor>(),
             QColor(230, 159, 0));
    CHECK_EQ(table.model.index(0, LabelTableModel::Visible).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    CHECK_EQ(table.model.index(0, LabelTableModel::Locked).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
}

TEST(edits_of_cells_are_undo_entries) {
    Table table;
    auto& project = table.open.project();
    CHECK(table.model.setData(table.model.index(0, LabelTableModel::Name), "hepar"));
    CHECK_EQ(project.label(LabelId{1})->name, "hepar");
    CHECK_EQ(project.nextUndo()->info.name, "Rename liver to hepar");
    CHECK(table.model.setData(table.model.index(1, LabelTableModel::Locked), Qt::Checked, Qt::CheckStateRole));
    CHECK(project.label(LabelId{2})->locked);
    CHECK_EQ(project.nextUndo()->info.name, "Lock spleen");
    CHECK(table.model.setData(table.model.index(1, LabelTableModel::Visible), Qt::Unchecked, Qt::CheckStateRole));
    CHECK(!project.label(LabelId{2})->visible);
    CHECK(table.model.setData(table.model.index(1, LabelTableModel::Color), QColor(1, 2, 3)));
    CHECK_EQ(labels::toHex(project.label(LabelId{2})->color), "#010203");
    project.undo();
    CHECK_EQ(labels::toHex(project.label(LabelId{2})->color), "#56B4E9");
    CHECK_EQ(table.model.index(1, LabelTableModel::Color).data(Qt::EditRole).value<QColor>(), QColor(86, 180, 233));
}

TEST(a_name_that_is_taken_is_refused_with_a_notice) {
    Table table;
    CHECK(!table.model.setData(table.model.index(0, LabelTableModel::Name), "spleen"));
    CHECK_EQ(table.text(0, LabelTableModel::Name), "liver");
    CHECK(table.open.lastNotice().find("spleen") != std::string::npos);
    CHECK(!table.model.setData(table.model.index(0, LabelTableModel::Name), "  "));
}

TEST(a_new_label_has_the_lowest_free_id_and_the_next_color) {
    Table table;
    CHECK_EQ(table.model.add().value, 3);
    CHECK_EQ(labels::toHex(table.open.project().label(LabelId{3})->color), "#009E73");  // Okabe and Ito's third
    table.model.remove(LabelId{1});
    CHECK_EQ(table.model.rowCount(), 2);
    CHECK_EQ(table.model.add().value, 1);
    CHECK_EQ(labels::toHex(table.open.project().label(LabelId{1})->color), "#E69F00");
    CHECK_EQ(table.model.rowOf(LabelId{1}), 0);
}

TEST(voxels_are_those_of_the_shown_volume) {
    Table table;
    table.open.draw("ant", 1, 2, {{1, 1}, {2, 1}, {3, 1}});
    table.open.draw("bee", 0, 2, {{0, 0}});
    test::waitFor("the count", [&] { return table.text(1, LabelTableModel::Voxels) == "3"; });
    CHECK_EQ(table.text(0, LabelTableModel::Voxels), "0");
    table.open.show("bee");
    CHECK_EQ(table.text(1, LabelTableModel::Voxels), "1");
    const auto load = table.model.loadOf(LabelId{2});
    CHECK_EQ(load.voxels, 4);
    CHECK_EQ(load.volumes, 2);
    CHECK_EQ(load.supports, 0);
}

TEST(without_a_project_it_is_empty) {
    Table table;
    table.open.workspace->closeProject();
    CHECK_EQ(table.model.rowCount(), 0);
    CHECK_EQ(table.model.add().value, 0);
}

}  // namespace
