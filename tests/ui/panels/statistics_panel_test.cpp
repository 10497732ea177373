#include "ui/panels/statistics_panel.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

#include "tests/ui/panels/panel_window.h"
#include "ui/panels/work_panel.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::child;

namespace {

// The voxel (1, 1, 0) of ant is 11; one voxel has 2 mm3.
TEST(the_table_is_copied_and_written) {
    test::PanelWindow window;
    StatisticsPanel panel(*window.open.workspace, window.commands);
    window.open.draw("ant", 0, 1, {{1, 1}});
    window.open.draw("ant", 1, 2, {{1, 1}, {4, 4}});
    test::showAt(panel, 560, 180);
    auto& view = child<QTreeView>(panel, "statisticsTable");
    test::waitFor("the measures", [&] { return view.model()->rowCount() == 2; });
    test::keepPictures(panel, "statistics");
    QTest::mouseClick(&child<QPushButton>(panel, "statisticsCopyAll"), Qt::LeftButton);
    CHECK_EQ(QGuiApplication::clipboard()->text().split('\n')[1].toStdString(), "liver\t1\t1\t0.002\t11\t0\t11\t11");

    QTest::mouseClick(&child<QPushButton>(panel, "statisticsExport"), Qt::LeftButton);
    auto& dialog = child<QFileDialog>(panel, "exportCsvDialog");
    const QString file = QString::fromStdString((window.open.folder / "out.csv").string());
    emit dialog.fileSelected(file);
    dialog.close();
    QFile written(file);
    CHECK(written.open(QIODevice::ReadOnly));
    CHECK_EQ(written.readAll().split('\n')[1].toStdString(), "liver,1,1,0.002,11,0,11,11\r");
}

TEST(a_file_that_cannot_be_written_is_a_notice) {
    test::PanelWindow window;
    StatisticsPanel panel(*window.open.workspace, window.commands);
    test::showAt(panel, 560, 180);
    QTest::mouseClick(&child<QPushButton>(panel, "statisticsExport"), Qt::LeftButton);
    auto& dialog = child<QFileDialog>(panel, "exportCsvDialog");
    emit dialog.fileSelected("/no/such/folder/out.csv");
    CHECK(window.open.lastNotice().find("/no/such/folder/out.csv cannot be written") == 0);
}

TEST(work_is_listed_by_annotator) {
    test::PanelWindow window;
    window.open.workspace->preferences().setAnnotator("ada");
    window.open.draw("ant", 0, 1, {{1, 1}});
    WorkPanel panel(*window.open.workspace, window.commands);
    test::showAt(panel, 560, 180);
    auto& view = child<QTreeView>(panel, "workTable");
    CHECK_EQ(view.model()->index(0, 0).data().toString().toStdString(), "ada");
    CHECK_EQ(view.model()->index(0, 1).data().toString().toStdString(), "brush");
    window.open.draw("ant", 0, 1, {{2, 1}});
    const int edits = 5;
    test::waitFor("the second edit", [&] { return view.model()->index(0, edits).data().toInt() == 2; });
    test::keepPictures(panel, "work");
    window.open.workspace->preferences().remove("work/annotator");
}

}  // namespace
