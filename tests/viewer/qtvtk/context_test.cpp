// The bridge between Qt and VTK: contexts that come and go, several views, pictures taken of them.

#include <QApplication>
#include <QHBoxLayout>
#include <QScreen>
#include <QTest>

#include "tests/viewer/qtvtk/window.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::test;

namespace {

void fill(SliceView& view, int axis) {
    view.setVolume(makeVolume(cube(), [](int i, int j, int k) { return i + 2 * j + 3 * k; }), axis);
    view.setWindow({0, 200});
    view.setColors({{1, {255, 0, 0}, true}});
    view.setLabels(
        Layer::Annotation,
        shareLabels(makeLabels(cube(), [](int i, int j, int) -> std::uint16_t { return i > 20 && j > 20 ? 1 : 0; })));
}

}  // namespace

TEST(a_view_survives_moving_between_windows) {
    startApplication();
    QWidget first, second;
    for (QWidget* window : {&first, &second}) {
        window->resize(500, 500);
        auto* layout = new QHBoxLayout(window);
        layout->setContentsMargins(0, 0, 0, 0);
    }
    auto owned = std::make_unique<SliceView>();
    SliceView& view = *owned;
    auto* widget = new RenderWidget(std::move(owned));
    fill(view, 2);
    first.layout()->addWidget(widget);
    showAndPaint(first);
    const QImage before = widget->grabFramebuffer();
    checkColor(before, 450, 450, 255, 153, 153);  // 44 + 2 * 44 + 3 * 24 is white; 0.4 red over it
    const auto uploads = view.uploads();
    for (QWidget* window : {&second, &first, &second}) {
        window->layout()->addWidget(widget);
        showAndPaint(*window);
        passEvents();
        CHECK(widget->grabFramebuffer() == before);
    }
    CHECK(view.uploads().image > uploads.image);  // a new context, so everything was uploaded again
    widget->setParent(nullptr);                   // torn off
    widget->resize(500, 500);
    showAndPaint(*widget);
    CHECK(widget->grabFramebuffer() == before);
    delete widget;
}

TEST(no_move_of_the_pointer_is_dropped) {
    startApplication();
    const RenderWidget widget(std::make_unique<SliceView>());
    CHECK(!QCoreApplication::testAttribute(Qt::AA_CompressHighFrequencyEvents));
}

TEST(views_side_by_side_do_not_disturb_each_other) {
    startApplication();
    QWidget window;
    window.resize(1000, 500);
    auto* layout = new QHBoxLayout(&window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    std::vector<RenderWidget*> widgets;
    for (const int axis : {2, 0}) {
        auto owned = std::make_unique<SliceView>();
        fill(*owned, axis);
        widgets.push_back(new RenderWidget(std::move(owned)));
        layout->addWidget(widgets.back());
    }
    showAndPaint(window);
    for (int n = 0; n < 2; ++n) {
        SliceWindow alone(500, 500);
        fill(alone.view, n == 0 ? 2 : 0);
        CHECK(widgets[static_cast<std::size_t>(n)]->grabFramebuffer() == alone.grab());
    }
    // One is deleted while the other goes on.
    delete widgets[0];
    passEvents();
    CHECK(window.isVisible());
    CHECK_EQ(widgets[1]->width(), 1000);
}

TEST(a_screenshot_is_what_is_on_the_screen) {
    SliceWindow window(500, 500);
    fill(window.view, 2);
    window.view.setCrosshair(imaging::Vec3{10, 10, 10});
    const QImage shot = window.grab().convertToFormat(QImage::Format_RGB32);
    const QImage composed = window.widget->QWidget::grab().toImage().convertToFormat(QImage::Format_RGB32);
    CHECK(QTest::qWaitFor([&] {
        const QImage screen =
            window.widget->screen()->grabWindow(window.widget->winId()).toImage().convertToFormat(QImage::Format_RGB32);
        return screen == shot;
    }));
    CHECK(composed == shot);
}

TEST(a_hidden_view_renders_when_it_is_shown_again) {
    SliceWindow window(500, 500);
    fill(window.view, 2);
    const QImage before = window.grab();
    window.widget->hide();
    window.view.setSlice(3);
    const int renders = window.widget->renderCount();
    passEvents();
    CHECK_EQ(window.widget->renderCount(), renders);
    showAndPaint(*window.widget);
    CHECK(window.widget->grabFramebuffer() != before);
}

TEST(resizing_keeps_the_slice_fitted) {
    SliceWindow window(500, 500);
    fill(window.view, 2);
    window.grab();
    window.widget->resize(800, 300);
    window.grab();
    CHECK_EQ(window.view.viewport().width(), 800);
    CHECK_NEAR(window.view.viewport().pixelsPerMm(), 0.96 * 300 / 48, 1e-9);
}
