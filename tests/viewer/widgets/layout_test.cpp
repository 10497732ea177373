// Where the views are.

#include "tests/viewer/widgets/viewer_window.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::test;

namespace {

std::vector<int> visible(ViewerWindow& window) {
    std::vector<int> views;
    for (int n = 0; n < 4; ++n)
        if (window.view(n).isVisible()) views.push_back(n);
    return views;
}

}  // namespace

TEST(side_by_side_are_axial_sagittal_coronal) {
    ViewerWindow window;
    CHECK((visible(window) == std::vector<int>{0, 1, 2}));
    CHECK_EQ(window.view(2).x(), 2);
    CHECK_EQ(window.view(0).x(), 504);
    CHECK_EQ(window.view(1).x(), 1006);
    for (int n = 0; n < 3; ++n) CHECK((window.view(n).size() == QSize(500, 500)));
}

TEST(the_grid_has_the_surfaces_below_left) {
    ViewerWindow window;
    window.viewer->setViewLayout(ViewLayout::Grid);
    passEvents();
    CHECK((visible(window) == std::vector<int>{0, 1, 2, 3}));
    CHECK(window.view(2).geometry().bottomRight().x() < window.view(0).x());
    CHECK(window.view(2).geometry().bottom() < window.view(ViewerWidget::kSurface).y());
    CHECK_EQ(window.view(1).x(), window.view(0).x());
    CHECK_EQ(window.view(1).y(), window.view(ViewerWidget::kSurface).y());
}

TEST(views_are_placed_by_what_they_show) {
    ViewerWindow window;
    auto geometry = cube();  // i towards P, j towards I, k towards L: axis 1 is axial, 2 sagittal, 0 coronal
    geometry.direction = {imaging::Vec3{0, 1, 0}, imaging::Vec3{0, 0, -1}, imaging::Vec3{1, 0, 0}};
    window.viewer->setVolume(makeVolume(geometry, [](int, int, int) { return 0; }));
    passEvents();
    CHECK_EQ(window.view(1).x(), 2);
    CHECK_EQ(window.view(2).x(), 504);
    CHECK_EQ(window.view(0).x(), 1006);
}

TEST(a_double_click_enlarges_and_brings_back) {
    ViewerWindow window;
    sendMouse(window.view(0), QEvent::MouseButtonPress, over(20, 20), Qt::LeftButton, Qt::LeftButton);
    sendMouse(window.view(0), QEvent::MouseButtonRelease, over(20, 20), Qt::LeftButton);
    sendMouse(window.view(0), QEvent::MouseButtonDblClick, over(20, 20), Qt::LeftButton, Qt::LeftButton);
    passEvents();
    CHECK(window.viewer->viewLayout() == ViewLayout::One);
    CHECK((visible(window) == std::vector<int>{0}));
    CHECK_EQ(window.view(0).width(), 1504);
    window.viewer->setActiveView(2);
    passEvents();
    CHECK((visible(window) == std::vector<int>{2}));
    sendMouse(window.view(2), QEvent::MouseButtonDblClick, over(20, 20), Qt::LeftButton, Qt::LeftButton);
    CHECK(window.viewer->viewLayout() == ViewLayout::SideBySide);
    passEvents();
    CHECK((visible(window) == std::vector<int>{0, 1, 2}));
}

TEST(screenshots_show_all_views) {
    ViewerWindow window;
    window.viewer->setWindow({0, 300});
    passEvents();
    const QImage all = window.viewer->screenshot().convertToFormat(QImage::Format_RGB32);
    CHECK((all.size() == QSize(1508, 504)));
    for (int n = 0; n < 3; ++n)
        CHECK(all.copy(window.view(n).geometry()) ==
              window.viewer->screenshot(n).convertToFormat(QImage::Format_RGB32));
}
