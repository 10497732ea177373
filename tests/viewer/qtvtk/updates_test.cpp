// How often views render and what they upload.

#include "tests/viewer/qtvtk/window.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::test;

namespace {

struct Drawn : SliceWindow {
    Drawn() : SliceWindow(500, 500), map(makeLabels(cube(), [](int, int, int) { return std::uint16_t{0}; })) {
        labels = shareLabels(map);
        view.setAnnotationsShown(false);
        view.setVolume(makeVolume(cube(), [](int, int, int) { return 0; }), 2);
        view.setColors({{1, {255, 0, 0}, true}});
        view.setStyle(Layer::Annotation, {true, 1, 0, Pattern::Plain});
        view.setLabels(Layer::Annotation, labels);
        view.setSlice(10);
        passEvents();
    }
    void set(int i, int j, int k) {
        const auto guard = labels->lock();
        map->voxels[static_cast<std::size_t>(i + 48 * (j + 48 * k))] = 1;
    }
    std::shared_ptr<imaging::LabelMap> map;
    std::shared_ptr<DenseLabels> labels;
};

}  // namespace

TEST(many_changes_make_one_rendering) {
    Drawn window;
    const int before = window.widget->renderCount();
    for (int n = 0; n < 20; ++n) {
        window.view.setSlice(n);
        window.view.setWindow({0, 100. + n});
        window.view.setCrosshair(imaging::Vec3{static_cast<double>(n), 0, 0});
        window.view.labelsChanged(Layer::Annotation, {{0, 0, n}, {5, 5, n + 1}});
    }
    CHECK_EQ(window.widget->renderCount(), before);
    passEvents();
    CHECK_EQ(window.widget->renderCount(), before + 1);
    passEvents();
    CHECK_EQ(window.widget->renderCount(), before + 1);
}

TEST(only_changed_voxels_are_uploaded) {
    Drawn window;
    const auto before = window.view.uploads();
    CHECK_EQ(before.labels, 48 * 48);
    window.set(20, 30, 10);
    window.view.labelsChanged(Layer::Annotation, {{20, 30, 10}, {23, 32, 11}});
    const QImage image = window.grab();
    CHECK_EQ(window.view.uploads().labels - before.labels, 3 * 2);
    CHECK_EQ(window.view.uploads().image, before.image);
    checkColor(image, 210 + 5, 310 + 5, 255, 0, 0);
    checkColor(image, 220 + 5, 310 + 5, 0, 0, 0);
    // Two changes before a rendering: the rectangle around both.
    window.view.labelsChanged(Layer::Annotation, {{0, 0, 10}, {2, 2, 11}});
    window.view.labelsChanged(Layer::Annotation, {{4, 4, 5}, {6, 6, 20}});
    passEvents();
    CHECK_EQ(window.view.uploads().labels - before.labels, 6 + 36);
}

TEST(changes_of_other_slices_cost_nothing) {
    Drawn window;
    const auto before = window.view.uploads();
    const int renders = window.widget->renderCount();
    window.set(20, 30, 11);
    window.view.labelsChanged(Layer::Annotation, {{20, 30, 11}, {21, 31, 12}});
    passEvents();
    CHECK_EQ(window.view.uploads().labels, before.labels);
    CHECK_EQ(window.widget->renderCount(), renders);
    window.view.setSlice(11);  // and are there when it is shown
    checkColor(window.grab(), 215, 315, 255, 0, 0);
    CHECK_EQ(window.view.uploads().labels - before.labels, 48 * 48);
}

TEST(looks_change_without_uploads) {
    Drawn window;
    const auto before = window.view.uploads();
    window.view.setWindow({5, 6});
    window.view.setStyle(Layer::Annotation, {true, 0.5, 1, Pattern::Hatched});
    window.view.setColors({{1, {0, 255, 0}, true}});
    window.view.setInterpolation(Interpolation::Nearest);
    auto viewport = window.view.viewport();
    viewport.zoom(2, {100, 100});
    window.view.setViewport(viewport);
    passEvents();
    CHECK_EQ(window.view.uploads().labels, before.labels);
    CHECK_EQ(window.view.uploads().image, before.image);
}

TEST(the_volume_is_shared_not_copied) {
    Drawn window;
    const auto volume = makeVolume(cube(), [](int, int, int) { return 0; });
    window.view.setVolume(volume, 2);
    window.grab();
    CHECK_EQ(volume.use_count(), 2);
    window.view.setVolume(nullptr, 2);
    CHECK_EQ(volume.use_count(), 1);
}
