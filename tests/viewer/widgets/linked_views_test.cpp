// What all views share.

#include "tests/viewer/widgets/viewer_window.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::test;

TEST(the_middle_is_shown_first) {
    ViewerWindow window;
    auto geometry = cube();
    geometry.size = {10, 20, 31};
    geometry.spacing = {1, 4, 1};  // cut along j
    window.viewer->setVolume(makeVolume(geometry, [](int, int, int) { return 0; }));
    CHECK((window.viewer->position() == labels::Index3{5, 10, 15}));
    CHECK_EQ(window.viewer->activeView(), 1);
    CHECK_EQ(window.viewer->sliceView(2).slice(), 15);
}

TEST(positions_are_rounded_and_clamped) {
    ViewerWindow window;
    int heard = 0;
    QObject::connect(window.viewer.get(), &ViewerWidget::positionChanged, [&] { ++heard; });
    window.viewer->setPosition({1.4, 2.6, 3});
    CHECK((window.viewer->position() == labels::Index3{1, 3, 3}));
    window.viewer->setPosition({-5, 1000, 3});
    CHECK((window.viewer->position() == labels::Index3{0, 47, 3}));
    window.viewer->setPosition({0.2, 47, 3});
    CHECK_EQ(heard, 2);
}

TEST(the_read_out_follows_the_pointer) {
    ViewerWindow window;
    window.viewer->setLabels(Layer::Annotation,
                             shareLabels(makeLabels(cube(), [](int i, int, int) -> std::uint16_t { return i == 7; })));
    std::optional<ReadOut> found;
    int heard = 0;
    QObject::connect(window.viewer.get(), &ViewerWidget::hovered, [&](const std::optional<ReadOut>& readOut) {
        found = readOut;
        ++heard;
    });
    sendMouse(window.view(2), QEvent::MouseMove, over(7, 9));
    CHECK(found.has_value());
    CHECK((found->index == std::array<int, 3>{7, 9, 24}));
    CHECK_EQ(found->value, 7 + 18 + 72);
    CHECK_EQ(found->label, 1);
    sendWheel(window.view(2), over(7, 9), 1);  // the slice under the pointer is another one now
    CHECK_EQ(found->index[2], 25);
    sendMouse(window.view(2), QEvent::MouseMove, {2, 2});
    CHECK(!found.has_value());
    CHECK_EQ(heard, 3);
}

TEST(labels_windows_and_colours_reach_all_slices) {
    ViewerWindow window;
    auto& viewer = *window.viewer;
    viewer.setCrosshairShown(false);
    auto map = makeLabels(cube(), [](int, int, int) { return std::uint16_t{0}; });
    const auto labels = shareLabels(map);
    viewer.setColors({{5, {0, 255, 0}, true}});
    viewer.setLabels(Layer::Annotation, labels);
    viewer.setOverlay({true, false, 1, 1});
    viewer.setWindow({1000, 1001});
    {
        const auto guard = labels->lock();
        map->voxels[24 + 48 * (24 + 48 * 24)] = 5;
    }
    viewer.labelsChanged(Layer::Annotation, {{24, 24, 24}, {25, 25, 25}}, {5});
    passEvents();
    checkColor(window.view(2).grabFramebuffer(), 255, 255, 0, 255, 0);
    checkColor(window.view(1).grabFramebuffer(), 255, 245, 0, 255, 0);  // k upwards
    checkColor(window.view(0).grabFramebuffer(), 255, 245, 0, 255, 0);
    viewer.setLayerShown(Layer::Annotation, false);
    passEvents();
    checkColor(window.view(2).grabFramebuffer(), 255, 255, 0, 0, 0);
}

// Half of blue over the picture (black there), on one slice, with the label above it.
TEST(a_map_lies_between_the_picture_and_the_labels_of_its_slice) {
    ViewerWindow window;
    auto& viewer = *window.viewer;
    viewer.setCrosshairShown(false);
    viewer.setWindow({1000, 1001});
    auto labels = makeLabels(cube(), [](int i, int, int) { return std::uint16_t(i == 24 ? 5 : 0); });
    viewer.setColors({{5, {0, 255, 0}, true}});
    viewer.setLabels(Layer::Annotation, shareLabels(labels));
    viewer.setOverlay({true, false, 1, 1});
    SliceMap map{24, 2, 1, {{0, 0, 255, 128}, {255, 0, 0, 255}}};  // left half, right half
    viewer.sliceView(2).setMap(std::make_shared<const SliceMap>(map));
    passEvents();
    checkColor(window.view(2).grabFramebuffer(), 60, 60, 0, 0, 128);
    checkColor(window.view(2).grabFramebuffer(), 400, 60, 255, 0, 0);
    checkColor(window.view(2).grabFramebuffer(), 255, 255, 0, 255, 0);
    checkColor(window.view(1).grabFramebuffer(), 60, 60, 0, 0, 0);
    viewer.setPosition({24, 24, 25});
    passEvents();
    checkColor(window.view(2).grabFramebuffer(), 60, 60, 0, 0, 0);
    viewer.setPosition({24, 24, 24});
    viewer.sliceView(2).setMap(nullptr);
    passEvents();
    checkColor(window.view(2).grabFramebuffer(), 60, 60, 0, 0, 0);
}

TEST(another_frame_keeps_the_view) {
    ViewerWindow window;
    auto& viewer = *window.viewer;
    viewer.setPosition({1, 2, 3});
    viewer.setWindow({10, 20});
    auto viewport = viewer.sliceView(2).viewport();
    viewport.zoom(3, {100, 100});
    viewer.sliceView(2).setViewport(viewport);
    viewer.setVolume(makeVolume(cube(), [](int, int, int) { return 15; }));
    CHECK((viewer.position() == labels::Index3{1, 2, 3}));
    CHECK_EQ(viewer.sliceView(2).slice(), 3);
    CHECK((viewer.window() == Window{10, 20}));
    CHECK_NEAR(viewer.sliceView(2).viewport().pixelsPerMm(), 30, 1e-9);
    passEvents();
    checkColor(window.view(2).grabFramebuffer(), 60, 60, 128, 128, 128);
}

TEST(no_volume_is_nothing_to_see) {
    ViewerWindow window;
    window.viewer->setVolume(nullptr);
    passEvents();
    checkColor(window.view(2).grabFramebuffer(), 250, 250, 0, 0, 0);
    sendMouse(window.view(2), QEvent::MouseMove, over(7, 9));
    sendWheel(window.view(2), over(7, 9), 1);
    for (const auto& binding : defaultKeyBindings()) window.viewer->run(binding.command);
    CHECK((window.viewer->position() == labels::Index3{0, 0, 0}));
}

TEST(a_volume_that_cannot_be_shown_changes_nothing) {
    ViewerWindow window;
    const auto* before = window.viewer->volume();
    auto large = std::make_shared<imaging::Volume>();
    large->geometry.size = {2, 3, 20000};
    CHECK_ERROR("view.size", window.viewer->setVolume(large));
    CHECK(window.viewer->volume() == before);
    CHECK_EQ(window.viewer->sliceView(2).viewport().plane().columns, 48);
}
