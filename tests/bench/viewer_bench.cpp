// Times of the viewer on a 512 x 512 x 1000 volume of 16 bits with labels, and its memory beyond voxels and labels.
// Usage: tests/support/with_display.sh build/dev/bin/viewer_bench [--quick]      --quick: a small volume

#include <malloc.h>
#include <time.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <functional>
#include <vector>

#include "viewer/base/slice_reader.h"
#include "viewer/qtvtk/render_widget.h"
#include "viewer/scene/slice_view.h"

using namespace protolabel;
using namespace protolabel::viewer;

namespace {

double residentMegabytes() {
    QFile file("/proc/self/statm");
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').at(1).toDouble() * 4096 / 1e6;
}

double processMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

/// Median time of `run(n)`, on the clock and of all cores together (which another program's load does not lengthen).
void measure(const char* name, int repetitions, const std::function<void(int)>& run) {
    run(0);
    std::vector<double> wall, processor;
    for (int n = 1; n <= repetitions; ++n) {
        const double start = processMilliseconds();
        QElapsedTimer timer;
        timer.start();
        run(n);
        wall.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        processor.push_back(processMilliseconds() - start);
    }
    std::printf("%-48s %8.2f ms %8.2f ms of processor time\n", name, median(wall), median(processor));
}

/// One rendering, with Qt's composition of the window.
void frame(RenderWidget& widget) {
    const int before = widget.renderCount();
    widget.update();
    while (widget.renderCount() == before) QApplication::processEvents();
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    setUpGraphics();
    QApplication application(argc, argv);

    auto volume = std::make_shared<imaging::Volume>();
    volume->geometry.size =
        quick ? std::array<std::int64_t, 3>{64, 64, 100} : std::array<std::int64_t, 3>{512, 512, 1000};
    volume->geometry.spacing = {0.8, 0.8, 1};
    volume->type = imaging::ScalarType::UInt16;
    const auto count = static_cast<std::size_t>(volume->geometry.voxelCount());
    volume->voxels.resize(count * 2);
    auto* voxels = reinterpret_cast<std::uint16_t*>(volume->voxels.data());
    for (std::size_t i = 0; i < count; ++i) voxels[i] = static_cast<std::uint16_t>((i * 2654435761U >> 16) % 2000);
    const labels::Index3 size{static_cast<int>(volume->geometry.size[0]), static_cast<int>(volume->geometry.size[1]),
                              static_cast<int>(volume->geometry.size[2])};
    auto ids = std::make_shared<std::vector<std::uint16_t>>(count, 0);
    for (std::size_t i = 0; i < count; ++i) (*ids)[i] = i / 64 % 5 == 0 ? 1 + i / 4096 % 3 : 0;
    auto annotation = std::make_shared<DenseLabels>(size, ids);
    const double before = residentMegabytes();

    measure("automatic window", quick ? 1 : 3, [&](int) { automaticWindow(*volume); });
    for (int axis = 0; axis < 3; ++axis) {
        auto owned = std::make_unique<SliceView>();
        SliceView& view = *owned;
        RenderWidget widget(std::move(owned));
        widget.resize(800, 800);
        widget.show();
        view.setVolume(volume, axis);
        view.setLabels(Layer::Annotation, annotation);
        view.setColors({{1, {255, 0, 0}, true}, {2, {0, 255, 0}, true}, {3, {0, 0, 255}, true}});
        view.setWindow({0, 2000});
        while (widget.renderCount() == 0) QApplication::processEvents();

        const auto layout = imaging::sliceLayout(volume->geometry, axis);
        const int n = quick ? 2 : 40;
        std::printf("axis %d (%d x %d pixels a slice)\n", axis, layout.width, layout.height);
        std::vector<float> values(static_cast<std::size_t>(layout.width) * layout.height);
        std::vector<std::uint16_t> slice(values.size());
        const auto index = [&](int i) { return i * 37 % layout.slices; };
        measure("  read image slice", n, [&](int i) { readSlice(*volume, axis, index(i), values); });
        measure("  read label slice", n, [&](int i) {
            annotation->read(axis, index(i), {0, 0, layout.width, layout.height}, slice);
        });
        measure("  slice change, whole frame", n, [&](int i) {
            view.setSlice(index(i));
            frame(widget);
        });
        measure("  zoom, whole frame (nothing uploaded)", n, [&](int i) {
            auto viewport = view.viewport();
            viewport.zoom(i % 2 == 0 ? 1.1 : 1 / 1.1, {400, 400});
            view.setViewport(viewport);
            frame(widget);
        });
        labels::Box box;
        for (int a = 0; a < 3; ++a) box.upper[a] = std::min(81, size[a]);
        box.lower[axis] = view.slice();
        box.upper[axis] = view.slice() + 1;
        const auto uploaded = view.uploads().labels;
        measure("  brush of radius 40, whole frame", n, [&](int i) {
            {
                const auto guard = annotation->lock();
                (*ids)[static_cast<std::size_t>(i)] = 2;
            }
            view.labelsChanged(Layer::Annotation, box);
            frame(widget);
        });
        std::printf("  label voxels uploaded a brush event: %lld\n",
                    static_cast<long long>((view.uploads().labels - uploaded) / (n + 1)));
        view.setStyle(Layer::Annotation, {true, 0.35, 1, Pattern::Hatched});
        measure("  outlined and hatched, whole frame", n, [&](int) { frame(widget); });
    }
    malloc_trim(0);
    std::printf("memory beyond voxels and labels: %.0f MB\n", residentMegabytes() - before);
    return 0;
}
