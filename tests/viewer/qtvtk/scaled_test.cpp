// A desktop scaled to 200 %. In a program of its own: Qt reads the scale once.

#include <QApplication>

#include "tests/viewer/qtvtk/window.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::test;

TEST(views_use_all_device_pixels) {
    if (QCoreApplication::instance() != nullptr) throw Skipped("another test has started the application at 100 %");
    qputenv("QT_SCALE_FACTOR", "2");
    SliceWindow window(250, 250);
    window.view.setInterpolation(Interpolation::Nearest);
    window.view.setVolume(makeVolume(cube(), [](int i, int j, int) { return i == 5 && j == 12 ? 100 : 0; }), 2);
    window.view.setWindow({0, 100});
    const QImage image = window.grab();
    CHECK_EQ(image.width(), 500);
    checkColor(image, 60, 130, 255, 255, 255);
    checkColor(image, 69, 139, 255, 255, 255);
    checkColor(image, 59, 130, 0, 0, 0);
    checkColor(image, 70, 130, 0, 0, 0);

    // The pointer at 32, 67 of the desktop is over that voxel: device pixel 64, 134.
    Spot spot;
    QObject::connect(window.widget.get(), &RenderWidget::pointerEvent,
                     [&](const PointerEvent& event) { spot = window.view.locate(event.spot); });
    sendMouse(*window.widget, QEvent::MouseMove, {32, 67});
    passEvents();
    CHECK_NEAR(spot.x, 64.5, 1e-9);
    CHECK_NEAR(spot.voxel[0], 4.95, 1e-9);
    CHECK_NEAR(spot.voxel[1], 11.95, 1e-9);
    CHECK(spot.inside);
}
