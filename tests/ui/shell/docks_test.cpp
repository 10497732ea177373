// Panels can be hidden, moved and put back, and are found where they were left.
#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QScreen>

#include "tests/ui/shell/desk.h"
#include "tests/viewer/qtvtk/window.h"
#include "ui/commands/commands.h"
#include "ui/shell/docks.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

QDockWidget& dock(Desk& desk, const char* name) {
    return child<QDockWidget>(*desk.window, QString("dock.") + name);
}

}  // namespace

TEST(the_arrangement_is_remembered_and_can_be_reset) {
    Desk desk;
    desk.openStudy();
    CHECK(dock(desk, "labels").isVisible());
    CHECK(!dock(desk, "jobs").isVisible());
    desk.window->commands().action("panel.volumes")->trigger();
    CHECK(!dock(desk, "volumes").isVisible());
    desk.window->commands().action("panel.jobs")->trigger();
    CHECK(dock(desk, "jobs").isVisible());
    desk.window->addDockWidget(Qt::LeftDockWidgetArea, &dock(desk, "labels"));
    desk.window->resizeDocks({&dock(desk, "labels")}, {370}, Qt::Horizontal);
    desk.window->commands().action("view.layout_row")->trigger();
    passEvents();
    const int width = dock(desk, "labels").width();
    CHECK(width > 320);
    desk.restart();
    CHECK_EQ(dock(desk, "labels").width(), width);
    CHECK(desk.window->viewer().viewLayout() == viewer::ViewLayout::SideBySide);
    CHECK(desk.window->commands().action("view.layout_row")->isChecked());
    CHECK(!dock(desk, "volumes").isVisible());
    CHECK(!desk.window->commands().action("panel.volumes")->isChecked());
    CHECK(dock(desk, "jobs").isVisible());
    CHECK_EQ(desk.window->dockWidgetArea(&dock(desk, "labels")), Qt::LeftDockWidgetArea);
    desk.window->docks().reset();
    CHECK(dock(desk, "volumes").isVisible());
    CHECK(desk.window->commands().action("panel.volumes")->isChecked());
    CHECK(!dock(desk, "jobs").isVisible());
    CHECK_EQ(desk.window->dockWidgetArea(&dock(desk, "labels")), Qt::RightDockWidgetArea);
}

TEST(the_start_page_has_no_panels_and_forgets_none) {
    Desk desk;
    CHECK(!dock(desk, "labels").isVisible());
    CHECK(!desk.window->commands().action("panel.labels")->isEnabled());
    desk.openStudy();
    desk.window->commands().action("panel.history")->trigger();
    desk.workspace->closeProject();
    CHECK(!dock(desk, "labels").isVisible());
    desk.makeWindow();
    CHECK(!dock(desk, "labels").isVisible());
    desk.window->openPaths({desk.path("study.plb")});
    desk.waitForVolume("scan");
    CHECK(dock(desk, "labels").isVisible());
    CHECK(dock(desk, "history").isVisible());  // that window was not closed before the other came
}

TEST(a_new_window_is_within_the_screen_and_can_be_small) {
    Desk desk;
    ui::MainWindow first(*desk.workspace);
    const QSize screen = first.screen()->availableSize();
    CHECK(first.width() < screen.width() && first.height() < screen.height());
    desk.openStudy();
    desk.window->viewer().setPosition({5, 5, 5});
    CHECK(desk.window->minimumSizeHint().width() <= 800);
    CHECK(desk.window->minimumSizeHint().height() <= 570);  // of 600, with a title bar
    desk.window->resize(800, 570);
    passEvents();
    keepPictures(*desk.window, "small");
    desk.workspace->closeProject();
    CHECK(desk.window->minimumSizeHint().width() <= 800);
}
