// Surfaces in the viewer: only what changed, off the thread of the window, nothing stale.

#include <QElapsedTimer>
#include <QTest>

#include "tests/viewer/widgets/viewer_window.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::test;

namespace {

std::uint16_t twoCubes(int i, int j, int k) {
    const auto in = [&](int low, int high) {
        return i >= low && i < high && j >= low && j < high && k >= low && k < high;
    };
    return in(5, 15) ? 1 : in(30, 45) ? 2 : 0;
}

struct SurfaceWindow : ViewerWindow {
    SurfaceWindow() : map(makeLabels(cube(), twoCubes)), labels(shareLabels(map)) {
        viewer->setViewLayout(ViewLayout::Grid);
        viewer->setColors({{1, {255, 0, 0}, true}, {2, {0, 255, 0}, true}, {3, {0, 0, 255}, true}});
        viewer->setLabels(Layer::Annotation, labels);
        passEvents();
    }
    bool wait(int extractions) {
        return QTest::qWaitFor([&] { return surfaces().extractions() >= extractions; }, 20000);
    }
    SurfaceView& surfaces() { return viewer->surfaceView(); }
    std::shared_ptr<imaging::LabelMap> map;
    std::shared_ptr<DenseLabels> labels;
};

}  // namespace

TEST(all_labels_get_surfaces) {
    SurfaceWindow window;
    CHECK(window.wait(3));
    CHECK(QTest::qWaitFor([&] { return window.surfaces().triangles(2) > 0; }));
    // Two triangles a face of a voxel: a cube of n voxels a side has 12 n^2 and, its edges being cut, not many fewer.
    CHECK_NEAR(window.surfaces().triangles(1), 12 * 10 * 10, 150);
    CHECK_NEAR(window.surfaces().triangles(2), 12 * 15 * 15, 200);
    CHECK_EQ(window.surfaces().triangles(3), 0);
}

TEST(only_changed_labels_are_extracted) {
    SurfaceWindow window;
    CHECK(window.wait(3));
    {
        const auto guard = window.labels->lock();
        for (auto& id : window.map->voxels) id = id == 1 ? 0 : id;
    }
    window.viewer->labelsChanged(Layer::Annotation, {{5, 5, 5}, {15, 15, 15}}, {0, 1});
    CHECK(QTest::qWaitFor([&] { return window.surfaces().triangles(1) == 0; }, 20000));
    CHECK_EQ(window.surfaces().extractions(), 4);
    CHECK(window.surfaces().triangles(2) > 0);
    window.viewer->setColors({{1, {1, 1, 1}, false}, {2, {0, 9, 0}, true}, {3, {0, 0, 255}, true}});
    QTest::qWait(400);
    CHECK_EQ(window.surfaces().extractions(), 4);
}

TEST(a_stroke_is_extracted_once_when_it_pauses) {
    SurfaceWindow window;
    CHECK(window.wait(3));
    int before = 0;
    bool steady = false;  // a machine that is busy elsewhere may make a pause that the stroke did not have
    for (int attempt = 0; attempt < 10 && !steady; ++attempt) {
        QTest::qWait(500);
        before = window.surfaces().extractions();
        steady = true;
        for (int n = 0; n < 30; ++n) {
            QElapsedTimer sinceLast;
            sinceLast.start();
            window.viewer->labelsChanged(Layer::Annotation, {{n, 0, 0}, {n + 1, 1, 1}}, {1});
            QTest::qWait(10);
            steady = steady && sinceLast.elapsed() < SurfaceView::kPauseMs / 2;
        }
        if (steady) CHECK_EQ(window.surfaces().extractions(), before);
    }
    CHECK(steady);
    CHECK(window.wait(before + 1));
    QTest::qWait(500);
    CHECK_EQ(window.surfaces().extractions(), before + 1);
}

TEST(nothing_is_extracted_while_surfaces_are_not_shown) {
    SurfaceWindow window;
    CHECK(window.wait(3));
    window.viewer->setViewLayout(ViewLayout::SideBySide);
    window.viewer->labelsChanged(Layer::Annotation, {{5, 5, 5}, {15, 15, 15}}, {1, 2});
    QTest::qWait(500);
    CHECK_EQ(window.surfaces().extractions(), 3);
    window.viewer->setViewLayout(ViewLayout::Grid);
    CHECK(window.wait(5));
}

TEST(surfaces_of_another_volume_are_dropped) {
    SurfaceWindow window;
    CHECK(window.wait(3));
    CHECK(QTest::qWaitFor([&] { return window.surfaces().triangles(1) > 0; }));
    auto geometry = cube();
    geometry.spacing = {1, 1, 2};
    window.viewer->setVolume(makeVolume(geometry, [](int, int, int) { return 0; }));
    passEvents();
    CHECK_EQ(window.surfaces().triangles(1), 0);
}

TEST(reading_goes_on_while_the_owner_writes) {
    SurfaceWindow window;
    for (int n = 0; n < 200; ++n) {
        {
            const auto guard = window.labels->lock();
            window.map->voxels[static_cast<std::size_t>(n) * 500] = 3;
        }
        if (n % 20 == 0) window.viewer->labelsChanged(Layer::Annotation, {{0, 0, 0}, {48, 48, 48}}, {3});
        QTest::qWait(2);
    }
    CHECK(QTest::qWaitFor([&] { return window.surfaces().triangles(3) > 0; }, 20000));
}

TEST(the_volume_is_framed_whatever_is_drawn_in_it) {
    SurfaceWindow window;
    CHECK(QTest::qWaitFor([&] { return window.surfaces().triangles(1) > 0; }, 20000));
    window.viewer->setColors({{1, {255, 0, 0}, true}});
    passEvents();
    auto& widget = window.view(ViewerWidget::kSurface);
    const auto redBox = [&] {
        const QImage image = widget.grabFramebuffer();
        QRect box;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (const QColor color = image.pixelColor(x, y); color.red() > 100 && color.green() < 60)
                    box |= QRect(x, y, 1, 1);
        return box;
    };
    // The sphere around 48 mm a side (radius 41.6) in 30 degrees, 1.2 times nearer: 134 mm away. The front face of the cube of 10 mm is 19 mm before the
    // middle, where the view is 61.6 mm high.
    const QRect small = redBox();
    CHECK_NEAR(small.height() / static_cast<double>(widget.grabFramebuffer().height()), 10 / 61.6, 0.02);
    {
        const auto guard = window.labels->lock();
        for (auto& id : window.map->voxels) id = id == 2 ? 1 : id;
    }
    const int before = window.surfaces().triangles(1);
    window.viewer->labelsChanged(Layer::Annotation, {{30, 30, 30}, {45, 45, 45}}, {1});
    CHECK(QTest::qWaitFor([&] { return window.surfaces().triangles(1) > before; }, 20000));
    passEvents();
    CHECK(redBox().bottomLeft() == small.bottomLeft());
    CHECK(redBox().contains(small) && redBox() != small);
}

TEST(surfaces_are_drawn_turned_and_picked) {
    SurfaceWindow window;
    CHECK(QTest::qWaitFor([&] { return window.surfaces().triangles(2) > 0; }, 20000));
    passEvents();
    auto& widget = window.view(ViewerWidget::kSurface);
    const QImage front = widget.grabFramebuffer();
    const QPoint corner = widget.geometry().topLeft() + QPoint(3, 3);
    checkColor(window.viewer->screenshot(), corner.x(), corner.y(), 28, 31, 36);  // the ground is not transparent
    // Seen from the front, label 1 (right, inferior) is red at the lower left, label 2 green at the upper right.
    int red = 0, green = 0, lower = 0, upper = 0;
    QPoint somewhereGreen;
    for (int y = 0; y < front.height(); ++y)
        for (int x = 0; x < front.width(); ++x) {
            const QColor color = front.pixelColor(x, y);
            if (color.red() > 100 && color.green() < 60) {
                ++red;
                lower += x < front.width() / 2 && y > front.height() / 2 ? 1 : 0;
            }
            if (color.green() > 100 && color.red() < 60) {
                ++green;
                upper += x > front.width() / 2 && y < front.height() / 2 ? 1 : 0;
                if (green == 500) somewhereGreen = {x, y};
            }
        }
    CHECK(red > 200 && green > 500);
    CHECK(lower > 9 * red / 10 && upper > 9 * green / 10);

    sendMouse(widget, QEvent::MouseButtonDblClick, somewhereGreen, Qt::LeftButton, Qt::LeftButton);
    const auto picked = window.viewer->position();
    CHECK_NEAR(picked[1], 30, 1.5);  // the front face of label 2
    CHECK(picked[0] >= 29 && picked[0] <= 45 && picked[2] >= 29 && picked[2] <= 45);

    sendMouse(widget, QEvent::MouseButtonPress, {100, 100}, Qt::LeftButton, Qt::LeftButton);
    sendMouse(widget, QEvent::MouseMove, {160, 100}, Qt::NoButton, Qt::LeftButton);
    sendMouse(widget, QEvent::MouseButtonRelease, {160, 100}, Qt::LeftButton);
    passEvents();
    const QImage turned = widget.grabFramebuffer();
    CHECK(turned != front);
    sendWheel(widget, {100, 100}, 2);
    passEvents();
    CHECK(widget.grabFramebuffer() != turned);
}
