#include "ui/panels/labels_panel.h"

#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "tests/ui/panels/panel_window.h"
#include "ui/models/label_table_model.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::child;
using test::click;

namespace {

struct Labels : test::PanelWindow {
    LabelsPanel panel{*open.workspace, commands};
    QTableView& view = child<QTableView>(panel, "labelsTable");

    Labels() { test::showAt(panel, 320, 260); }
    const labels::Label& label(int id) { return *open.project().label(LabelId{id}); }
};

TEST(the_current_row_is_the_active_label) {
    Labels labels;
    Editor& editor = labels.open.workspace->editor();
    CHECK_EQ(labels.view.currentIndex().row(), 0);
    click(labels.view, 1, LabelTableModel::Name);
    CHECK_EQ(editor.label().value, 2);
    editor.chooseLabel(LabelId{1});
    CHECK_EQ(labels.view.currentIndex().row(), 0);
    QTest::keyClick(&labels.view, Qt::Key_Down);
    CHECK_EQ(editor.label().value, 2);
}

TEST(a_double_click_and_f2_rename) {
    Labels labels;
    test::doubleClick(labels.view, 1, LabelTableModel::Name);
    auto* field = labels.view.findChild<QLineEdit*>();
    CHECK(field != nullptr);
    QTest::keyClicks(field, "lien");
    QTest::keyClick(field, Qt::Key_Return);
    test::waitFor("the name", [&] { return labels.label(2).name == "lien"; });
    click(labels.view, 0, LabelTableModel::Key);
    child<QAction>(labels.panel, "labelsRename").trigger();
    field = labels.view.viewport()->findChildren<QLineEdit*>().last();
    QTest::keyClicks(field, "hepar");
    QTest::keyClick(field, Qt::Key_Return);
    test::waitFor("the name", [&] { return labels.label(1).name == "hepar"; });
}

TEST(a_click_and_space_show_and_lock) {
    Labels labels;
    click(labels.view, 1, LabelTableModel::Locked);
    CHECK(labels.label(2).locked);
    click(labels.view, 1, LabelTableModel::Visible);
    CHECK(!labels.label(2).visible);
    click(labels.view, 1, LabelTableModel::Visible);
    CHECK_EQ(labels.open.workspace->editor().label().value, 1);  // which is drawn stays
    labels.view.setCurrentIndex(labels.view.model()->index(1, LabelTableModel::Visible));
    QTest::keyClick(&labels.view, Qt::Key_Space);
    CHECK(!labels.label(2).visible);
    test::keepPictures(labels.panel, "labels_locked");
}

TEST(the_color_is_chosen_from_the_safe_palette_first) {
    Labels labels;
    click(labels.view, 1, LabelTableModel::Color);
    auto& menu = child<QMenu>(labels.view, "colorMenu");
    CHECK_EQ(menu.actions().at(2)->text().toStdString(), "Bluish green");
    menu.actions().at(2)->trigger();
    CHECK_EQ(labels::toHex(labels.label(2).color), "#009E73");
    menu.close();
}

TEST(a_new_label_can_be_named_at_once) {
    Labels labels;
    QTest::mouseClick(&child<QToolButton>(labels.panel, "labelsAddButton"), Qt::LeftButton);
    CHECK_EQ(labels.open.project().labels().size(), 3U);
    CHECK_EQ(labels.open.workspace->editor().label().value, 3);
    auto* field = labels.view.findChild<QLineEdit*>();
    CHECK(field != nullptr);
    QTest::keyClicks(field, "kidney");
    QTest::keyClick(field, Qt::Key_Return);
    test::waitFor("the name", [&] { return labels.label(3).name == "kidney"; });
    test::keepPictures(labels.panel, "labels");
}

TEST(removing_asks_and_says_what_goes) {
    Labels labels;
    labels.open.draw("ant", 0, 2, {{1, 1}, {2, 1}});
    labels.open.draw("cow", 0, 2, {{1, 1}});
    click(labels.view, 1, LabelTableModel::Name);
    child<QAction>(labels.panel, "labelsRemove").trigger();
    auto& question = child<QMessageBox>(labels.panel, "labelsRemoveQuestion");
    CHECK(question.informativeText().contains("3 voxels in 2 volumes and 0 supports"));
    question.button(QMessageBox::Cancel)->click();
    CHECK_EQ(labels.open.project().labels().size(), 2U);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    child<QAction>(labels.panel, "labelsRemove").trigger();
    child<QMessageBox>(labels.panel, "labelsRemoveQuestion").defaultButton()->click();
    CHECK_EQ(labels.open.project().labels().size(), 1U);
    CHECK_EQ(labels.open.workspace->editor().label().value, 1);
}

TEST(tables_are_asked_for_by_signals) {
    Labels labels;
    int asked = 0;
    QObject::connect(&labels.panel, &LabelsPanel::presetsRequested, [&] { asked += 1; });
    QObject::connect(&labels.panel, &LabelsPanel::importRequested, [&] { asked += 10; });
    QObject::connect(&labels.panel, &LabelsPanel::exportRequested, [&] { asked += 100; });
    for (const char* name : {"labelsPresets", "labelsImport", "labelsExport"})
        child<QAction>(labels.panel, name).trigger();
    CHECK_EQ(asked, 111);
}

}  // namespace
