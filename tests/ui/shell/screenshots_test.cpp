// Pictures for the README: run by packaging/screenshots.sh, which makes the project.
#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>

#include "tests/ui/shell/desk.h"
#include "tests/viewer/qtvtk/window.h"
#include "ui/shell/theme.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

struct Camera {
    Camera() : folder(qgetenv("PROTOLABEL_SHOTS")), project(qgetenv("PROTOLABEL_SHOTS_PROJECT")) {
        if (folder.isEmpty() || project.isEmpty()) throw Skipped("no project to take pictures of");
    }
    void take(QWidget& widget, const QString& name) const {
        QTest::qWait(700);  // thumbnails, surfaces
        CHECK(widget.grab().save(folder + "/" + name + ".png"));
    }
    QString folder, project;
};

void use(ui::Theme theme) {
    ui::applyTheme(theme);
}

void open(Desk& desk, const Camera& camera) {
    desk.window->resize(1280, 820);
    desk.window->openPaths({camera.project});
    desk.waitForVolume("image_1");
    const auto& size = desk.workspace->shown()->image()->geometry.size;
    desk.window->viewer().setPosition({size[0] * 0.33, size[1] * 0.42, size[2] * 0.5});
}

}  // namespace

TEST(take_the_window) {
    const Camera camera;
    Desk desk;
    use(ui::Theme::Light);
    desk.window->resize(1280, 820);
    desk.workspace->preferences().addRecentProject(camera.project);
    desk.makeWindow();
    open(desk, camera);
    camera.take(*desk.window, "window");
    use(ui::Theme::Dark);
    desk.key(Qt::Key_O);
    camera.take(*desk.window, "window_dark");
    desk.key(Qt::Key_O);
    use(ui::Theme::Light);
    desk.workspace->closeProject();
    camera.take(*desk.window, "start");
}

TEST(take_the_tools) {
    const Camera camera;
    Desk desk;
    use(ui::Theme::Light);
    open(desk, camera);
    auto settings = desk.editor().drawing();
    settings.tip.radius = 9;
    desk.editor().setDrawing(settings);
    const int k = desk.window->viewer().position()[2];
    desk.key(Qt::Key_4);
    desk.key(Qt::Key_B);
    desk.press(170, 150, k);
    desk.move(190, 150);
    camera.take(*desk.window, "tool_brush");
    desk.release(190, 150);
    desk.key(Qt::Key_E);
    desk.press(180, 145, k);
    camera.take(*desk.window, "tool_erase");
    desk.release(180, 145);
    for (int step = 0; step < 2; ++step) desk.key(Qt::Key_Z, Qt::ControlModifier);
    desk.key(Qt::Key_G);
    for (const auto& [i, j] : {std::pair{165, 140}, {190, 135}, {205, 160}, {180, 175}}) desk.dab(i, j, k);
    camera.take(*desk.window, "tool_outline");
    desk.key(Qt::Key_Escape);
    desk.key(Qt::Key_W);
    camera.take(*desk.window, "tool_window");
    desk.key(Qt::Key_F);
    camera.take(*desk.window, "tool_fill");
}

TEST(take_an_export) {
    const Camera camera;
    Desk desk;
    use(ui::Theme::Light);
    open(desk, camera);
    desk.key(Qt::Key_E, Qt::ControlModifier);
    auto& dialog = desk.dialog("export");
    child<QLineEdit>(dialog, "folder").setText(camera.project.section('/', 0, -2) + "/labels");
    QTest::mouseClick(&child<QAbstractButton>(dialog, "export"), Qt::LeftButton);
    waitFor("the result or the question", [&] {
        return child<QTableWidget>(dialog, "files").isVisible() || dialog.findChild<QDialog*>("confirm") != nullptr;
    });
    camera.take(dialog, "export");
}
