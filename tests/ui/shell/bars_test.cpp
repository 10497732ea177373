// What lies over the views: the fields of commands, and messages.
#include <QAction>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include "core/workflow/import.h"
#include "tests/core/imaging/scan_file.h"
#include "tests/ui/shell/desk.h"
#include "tests/viewer/qtvtk/window.h"
#include "ui/commands/commands.h"
#include "ui/panels/parameter_bar.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

ui::ParameterBar& ask(Desk& desk, const QString& command) {
    desk.window->commands().action(command)->trigger();
    passEvents();
    return child<ui::ParameterBar>(*desk.window, "parameters");
}

bool within(const QWidget& widget, const QWidget& frame) {
    return widget.isVisible() && frame.rect().contains(QRect(widget.mapTo(&frame, QPoint(0, 0)), widget.size()));
}

}  // namespace

TEST(the_fields_are_there_again_and_again) {
    Desk desk;
    desk.openStudy();
    for (const char* command : {"segment.grow", "segment.grow", "segment.remove_islands", "segment.paint_range"}) {
        auto& bar = ask(desk, command);
        CHECK(bar.isVisible());
        for (auto* field : bar.findChildren<QWidget*>())
            if (field->objectName().startsWith("parameters.") && !within(*field, bar))
                throw Failure(field->objectName().toStdString() + " is not within the bar");
        QTest::mouseClick(&child<QToolButton>(bar, "parameters.close"), Qt::LeftButton);
        CHECK(!bar.isVisible());
    }
}

TEST(a_narrow_window_has_every_field) {
    Desk desk;
    desk.openStudy();
    desk.window->resize(desk.window->minimumSizeHint().width(), 700);
    passEvents();
    for (const char* command : {"segment.combine", "segment.paint_range"}) {
        const auto& bar = ask(desk, command);
        for (const char* end : {"parameters.apply", "parameters.close"})
            CHECK(within(child<QWidget>(bar, end), desk.window->viewer()));
        // The cross does not stand alone on a line.
        CHECK_EQ(child<QWidget>(bar, "parameters.close").mapTo(&bar, QPoint(0, 0)).y() / 20,
                 child<QWidget>(bar, "parameters.apply").mapTo(&bar, QPoint(0, 0)).y() / 20);
    }
    keepPictures(*desk.window, "parameters_narrow");
}

TEST(enter_applies_and_escape_closes) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_B);
    desk.dab(20, 15, 6);
    const auto& bar = ask(desk, "segment.clear");
    const auto layout = desk.window->viewer().viewLayout();
    desk.key(Qt::Key_Return);
    desk.check([](int, int, int) { return 0; });
    CHECK(desk.window->viewer().viewLayout() == layout);
    CHECK(bar.isVisible());
    desk.key(Qt::Key_Escape);
    CHECK(!bar.isVisible());
    ask(desk, "segment.clear");
    desk.window->viewer().renderWidget(2).setFocus();
    desk.key(Qt::Key_Escape);
    CHECK(!bar.isVisible());
}

TEST(what_grows_is_outlined_before_it_does) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_B);
    desk.dab(20, 15, 6);
    desk.editor().setTool(ui::ToolKind::Navigate);
    passEvents();
    auto& view = desk.window->viewer();
    const auto white = [&](int i, int j) {  // around the middle of the edge between (i, j) and (i + 1, j)
        const QImage picture = view.renderWidget(2).grabFramebuffer();
        const auto at = view.sliceView(2).viewport().toPixel({i + 0.5, double(j), 6});
        int count = 0;
        for (int x = -2; x <= 2; ++x)
            for (int y = -8; y <= 8; ++y) {
                const QColor color = picture.pixelColor(int(at.x) + x, int(at.y) + y);
                count += color.red() > 230 && color.green() > 230 && color.blue() > 230;
            }
        return count;
    };
    CHECK_EQ(white(25, 15), 0);
    auto& bar = ask(desk, "segment.grow");
    child<QDoubleSpinBox>(bar, "parameters.mm").setValue(3);  // the disc reaches to 22
    waitFor("the outline", [&] { return white(25, 15) > 4; });
    desk.check([](int i, int j, int k) { return k == 6 && disc(i, j, 20, 15) ? 1 : 0; });
    keepPictures(*desk.window, "preview");
    child<QDoubleSpinBox>(bar, "parameters.mm").setValue(2);
    waitFor("the other outline", [&] { return white(25, 15) == 0 && white(24, 15) > 4; });
    desk.key(Qt::Key_Escape);
    waitFor("its end", [&] { return white(24, 15) == 0; });
    CHECK_EQ(desk.barText(), "");
}

TEST(a_message_moves_nothing) {
    Desk desk;
    desk.openStudy();
    const auto& viewer = desk.window->viewer();
    const QRect before(viewer.mapTo(desk.window.get(), QPoint(0, 0)), viewer.size());
    desk.workspace->notices().tell("done");
    passEvents();
    CHECK_EQ(desk.barText(), "done");
    CHECK(QRect(viewer.mapTo(desk.window.get(), QPoint(0, 0)), viewer.size()) == before);
    desk.workspace->notices().post(ui::Severity::Problem, QString("a long story about a file ").repeated(20));
    passEvents();
    const auto& bar = child<QFrame>(*desk.window, "noticeBar");
    CHECK(within(bar, *bar.parentWidget()));
    CHECK(within(child<QWidget>(bar, "noticeText"), bar));
    CHECK(bar.height() > 2 * bar.fontMetrics().height());  // it is broken into lines
    CHECK(QRect(viewer.mapTo(desk.window.get(), QPoint(0, 0)), viewer.size()) == before);
    keepPictures(*desk.window, "message");
    QTest::mouseClick(&child<QToolButton>(bar, "noticeClose"), Qt::LeftButton);
    CHECK(!bar.isVisible());
}

TEST(a_message_goes_when_it_is_no_longer_true) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_B);
    desk.dab(20, 15, 6);
    desk.window->commands().action("segment.copy_next")->trigger();
    CHECK_EQ(desk.barText(), "Copy liver to slice 7: 21 voxel(s) changed");
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK_EQ(desk.barText(), "");
    auto& notices = desk.workspace->notices();
    notices.guard([] { throw Error("project.disk", "no space left"); });
    CHECK_EQ(desk.barText(), "no space left");
    desk.dab(8, 9, 3);
    CHECK_EQ(desk.barText(), "");
    notices.post(ui::Severity::Problem, "the worker has ended");
    desk.dab(30, 9, 3);
    CHECK_EQ(desk.barText(), "the worker has ended");
    desk.workspace->closeProject();
    CHECK_EQ(desk.barText(), "");
}

TEST(a_missing_image_is_told_of_until_another_volume_is_there) {
    Desk desk;
    desk.openStudy();
    const auto first = desk.workspace->shown()->id();
    writeScan(makeScan({8, 6, 4}, {1, 1, 2}, [](int i, int j, int k) { return 7 * i + j + k; }),
              desk.folder / "other.nii");
    JobControl control;
    workflow::importVolumes(desk.project().store(), {desk.folder / "other.nii"}, {}, control);
    std::filesystem::remove(desk.folder / "other.nii");
    passEvents();
    for (const auto& volume : desk.project().volumes())
        if (volume.id != first) desk.workspace->shown()->show(volume.id);
    waitFor("the message", [&] { return !desk.barText().empty(); });
    auto& find = child<QPushButton>(*desk.window, "noticeHelp");
    CHECK(find.isVisible());
    QTest::mouseClick(&find, Qt::LeftButton);
    desk.dialog("relink").close();
    desk.workspace->notices().tell("done");
    CHECK(!find.isVisible());
    for (const auto& volume : desk.project().volumes())
        if (volume.id != first) desk.workspace->shown()->show(volume.id);
    waitFor("the message again", [&] { return desk.barText() != "done"; });
    desk.workspace->shown()->show(first);
    waitFor("the end of the message", [&] { return desk.barText().empty(); });
}
