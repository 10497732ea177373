#include "ui/panels/volumes_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "core/workflow/volume_marks.h"
#include "tests/ui/panels/panel_window.h"
#include "ui/models/volume_list_model.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::child;

namespace {

struct Volumes : test::PanelWindow {
    VolumesPanel panel{*open.workspace, commands};
    QListView& view = child<QListView>(panel, "volumesList");

    Volumes() { test::showAt(panel, 290, 330); }
    QAction& action(const char* name) { return child<QAction>(panel, name); }
    QString count() { return child<QLabel>(panel, "volumesCount").text(); }
};

TEST(a_double_click_and_enter_show) {
    Volumes volumes;
    auto& shown = *volumes.open.workspace->shown();
    test::doubleClick(volumes.view, 2, 0);
    test::waitFor("cow", [&] { return shown.id() == volumes.open.volume("cow"); });
    volumes.view.setFocus();
    QTest::keyClick(&volumes.view, Qt::Key_Up);
    CHECK(shown.id() == volumes.open.volume("cow"));
    QTest::keyClick(&volumes.view, Qt::Key_Return);
    test::waitFor("bee", [&] { return shown.id() == volumes.open.volume("bee"); });
    volumes.open.show("ant");
    CHECK_EQ(volumes.view.currentIndex().row(), 0);
}

TEST(f2_renames) {
    Volumes volumes;
    volumes.view.setFocus();
    volumes.action("volumesRename").trigger();
    auto* field = volumes.view.viewport()->findChild<QLineEdit*>();
    CHECK(field != nullptr);
    QTest::keyClicks(field, "zebra");
    QTest::keyClick(field, Qt::Key_Return);
    test::waitFor("the name", [&] { return volumes.view.model()->index(2, 0).data().toString() == "zebra"; });
}

TEST(complete_and_flagged_are_marks) {
    Volumes volumes;
    volumes.open.draw("ant", 0, 1, {{1, 1}});
    volumes.action("volumesComplete").trigger();
    CHECK(volumes.action("volumesComplete").isChecked());
    CHECK_EQ(volumes.count().toStdString(), "3 volume(s), 1 complete");
    test::click(volumes.view, 1, 0);
    CHECK(!volumes.action("volumesComplete").isChecked());
    volumes.action("volumesFlag").trigger();
    const auto marks = workflow::volumeMarks(volumes.open.project().store());
    CHECK(marks.complete == std::set{volumes.open.volume("ant")});
    CHECK(marks.flagged == std::set{volumes.open.volume("bee")});
    CHECK_EQ(volumes.open.project().nextUndo()->info.name, "Flag bee");
    std::filesystem::remove(volumes.open.folder / "cow.nii");
    volumes.open.project().edit({.name = "touch", .tool = "volumes"}, [&](project::ProjectWriter& writer) {
        auto cow = *volumes.open.project().volume(volumes.open.volume("cow"));
        cow.notes.push_back("looked at");
        writer.updateVolume(cow);
    });
    const auto& model = *volumes.view.model();
    test::waitFor("the look", [&] { return model.index(2, 0).data(VolumeListModel::MissingRole).toBool(); });
    test::waitFor("pictures", [&] { return !model.index(1, 0).data(Qt::DecorationRole).value<QImage>().isNull(); });
    QTest::qWait(200);
    test::keepPictures(volumes.panel, "volumes");
    volumes.action("volumesFlag").trigger();
    CHECK(workflow::volumeMarks(volumes.open.project().store()).flagged.empty());
}

TEST(the_slice_axis_is_refused_when_something_is_drawn) {
    Volumes volumes;
    volumes.action("volumesAxisI").trigger();
    CHECK_EQ(volumes.open.project().volume(volumes.open.volume("ant"))->sliceAxis, 0);
    CHECK_EQ(volumes.open.project().nextUndo()->info.name, "Slice ant along i");
    volumes.action("volumesAxisAuto").trigger();  // 2 mm apart along k
    CHECK_EQ(volumes.open.project().volume(volumes.open.volume("ant"))->sliceAxis, 2);
    volumes.open.draw("ant", 0, 1, {{1, 1}});
    volumes.action("volumesAxisJ").trigger();
    CHECK_EQ(volumes.open.project().volume(volumes.open.volume("ant"))->sliceAxis, 2);
    CHECK(volumes.open.lastNotice().find("ant") != std::string::npos);
    CHECK(volumes.action("volumesAxisK").isChecked());
}

TEST(removing_asks) {
    Volumes volumes;
    volumes.open.draw("bee", 0, 1, {{1, 1}});
    volumes.open.draw("bee", 1, 1, {{1, 1}});
    test::click(volumes.view, 1, 0);
    test::waitFor("the count",
                  [&] { return volumes.view.currentIndex().data(VolumeListModel::AnnotatedRole).toInt() == 2; });
    volumes.action("volumesRemove").trigger();
    auto& question = child<QMessageBox>(volumes.panel, "volumesRemoveQuestion");
    CHECK(question.informativeText().contains("2 slice(s)"));
    question.defaultButton()->click();
    CHECK_EQ(volumes.view.model()->rowCount(), 2);
    CHECK_EQ(volumes.open.project().nextUndo()->info.name, "Remove bee");
    volumes.open.project().undo();
    CHECK_EQ(volumes.view.model()->rowCount(), 3);
}

TEST(filters_narrow_the_list) {
    Volumes volumes;
    QTest::keyClicks(&child<QLineEdit>(volumes.panel, "volumesFilter"), "o");
    CHECK_EQ(volumes.view.model()->rowCount(), 1);
    CHECK_EQ(volumes.count().toStdString(), "1 of 3 volume(s)");
    child<QLineEdit>(volumes.panel, "volumesFilter").clear();
    child<QComboBox>(volumes.panel, "volumesWhich").setCurrentIndex(3);
    CHECK_EQ(volumes.view.model()->rowCount(), 0);
}

TEST(other_parts_are_asked_by_signals) {
    Volumes volumes;
    QSignalSpy statistics(&volumes.panel, &VolumesPanel::statisticsRequested);
    QSignalSpy relink(&volumes.panel, &VolumesPanel::relinkRequested);
    volumes.action("volumesStatistics").trigger();
    CHECK_EQ(statistics.size(), 1);
    CHECK(!volumes.action("volumesRelink").isEnabled());
    CHECK_EQ(relink.size(), 0);
}

TEST(a_read_only_project_offers_no_changes) {
    Volumes volumes;
    const auto file = volumes.open.folder / "study.plb";
    volumes.open.workspace->closeProject();
    const auto other = volumes.open.openElsewhere();
    volumes.open.workspace->openProject(file);
    test::waitFor("a volume", [&] { return volumes.open.workspace->shown()->id().value != 0; });
    for (const char* name : {"volumesRename", "volumesComplete", "volumesFlag", "volumesRemove"})
        CHECK(!volumes.action(name).isEnabled());
    CHECK(volumes.action("volumesShow").isEnabled());
}

}  // namespace
