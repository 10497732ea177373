// Times of the edit kernels on a label volume of 512 x 512 x 1000 with a 16-bit image, on one thread.
// Usage: build/dev/bin/labels_bench [--quick]      --quick: 128 x 128 x 40

#include <time.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <functional>

#include "core/labels/brush.h"
#include "core/labels/components.h"
#include "core/labels/edit_session.h"
#include "core/labels/flood_fill.h"
#include "core/labels/interpolation.h"
#include "core/labels/morphology.h"
#include "core/labels/polygon.h"
#include "core/labels/run_length.h"
#include "core/labels/smoothing.h"

using namespace protolabel;
using namespace protolabel::labels;

namespace {

double processorMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Median time of `run(n)` on the clock, and the median and largest of its processor time, which another program's load does not lengthen.
void measure(const char* name, int repetitions, const std::function<void(int)>& run) {
    std::vector<double> wall, processor;
    for (int n = 0; n < repetitions; ++n) {
        const double before = processorMilliseconds();
        const auto start = std::chrono::steady_clock::now();
        run(n);
        wall.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        processor.push_back(processorMilliseconds() - before);
    }
    std::sort(wall.begin(), wall.end());
    std::sort(processor.begin(), processor.end());
    std::printf("%-48s %9.2f ms, processor %9.2f ms, at most %9.2f ms\n", name, wall[wall.size() / 2],
                processor[processor.size() / 2], processor.back());
    std::fflush(stdout);
}

struct Scene {
    explicit Scene(const Grid& grid) : volume(grid), voxels(volume.voxels().size()) {
        // Layers of 64 voxels under noise of 64 values.
        for (std::size_t n = 0; n < voxels.size(); ++n)
            voxels[n] = static_cast<std::int16_t>(n / 64 % 2 * 100 + (n * 2654435761U >> 7) % 64);
        image = ScalarView(voxels.data());
    }
    Point3 centre() const {
        return {volume.grid().size[0] / 2.0, volume.grid().size[1] / 2.0, volume.grid().size[2] / 2.0};
    }

    /// An ellipsoid of label 1 that takes this part of every side, with a cavity.
    VoxelRuns ellipsoid(double part) const {
        const auto c = centre();
        return runsWhere(volume.grid().box(), [&](int i, int j, int k) {
            const double x = (i - c[0]) / c[0], y = (j - c[1]) / c[1], z = (k - c[2]) / c[2];
            const double r = x * x + y * y + z * z;
            return r <= part * part && r > 0.01 * part * part;
        });
    }

    LabelVolume volume;
    std::vector<std::int16_t> voxels;
    ScalarView image;
};

void strokes(Scene& scene) {
    const auto& grid = scene.volume.grid();
    const auto c = scene.centre();
    const double far = grid.size[0] / 4.0;
    // Where the pointer is at event n: a wide circle, 60 degrees an event.
    const auto at = [&](int n) { return Point2{c[0] + far * std::cos(n), c[1] + far * std::sin(n)}; };
    const BrushTip tip{BrushShape::Round, 40, LengthUnit::Voxels}, ball{BrushShape::Round, 20, LengthUnit::Voxels};
    EditRules gated;
    gated.image = scene.image;
    gated.range = IntensityRange{0, 62};

    for (const auto& [name, plane] : {std::pair("brush move, 2-D, radius 40, axial", Plane{2, grid.size[2] / 2}),
                                      {"brush move, 2-D, radius 40, sagittal", Plane{0, grid.size[0] / 2}}}) {
        EditSession session(scene.volume, {});
        measure(name, 200, [&](int n) {
            session.paint(sweep(tip, grid, plane, at(n), at(n + 1)), static_cast<std::uint16_t>(1 + n % 2));
        });
    }
    {
        EditSession session(scene.volume, gated);
        const Plane plane{2, grid.size[2] / 2};
        measure("the same, kept to an intensity range, axial", 200, [&](int n) {
            session.paint(sweep(tip, grid, plane, at(n), at(n + 1)), static_cast<std::uint16_t>(1 + n % 2));
        });
        measure("the same, adaptive, axial", 200, [&](int n) {
            const auto to = at(n + 1);
            const Index3 seed{static_cast<int>(to.x), static_cast<int>(to.y), plane.slice};
            session.paint(connectedSimilar(sweep(tip, grid, plane, at(n), to), grid, scene.image, {0, 62}, seed), 1);
        });
    }
    {
        EditSession session(scene.volume, {});
        measure("brush move, ball of radius 20", 200, [&](int n) {
            const auto from = at(n), to = at(n + 1);
            session.paint(sweep(ball, grid, Point3{from.x, from.y, c[2]}, Point3{to.x, to.y, c[2]}),
                          static_cast<std::uint16_t>(1 + n % 2));
        });
    }
}

/// What a commit and an undo need of the map: the changed slices in the project's code, and back.
void commits(Scene& scene) {
    const auto& grid = scene.volume.grid();
    const auto c = scene.centre();
    const int middle = grid.size[2] / 2;
    const double far = grid.size[0] / 4.0;
    for (const bool ball : {false, true}) {
        const char* const names[2][3] = {
            {"commit, 2-D stroke of 60 events", "rollback of it", "undo of it (decode, replace)"},
            {"commit, ball stroke of 60 events", "rollback of it", "undo of it (decode, replace)"}};
        const auto& name = names[ball ? 1 : 0];
        const BrushTip tip{BrushShape::Round, ball ? 20.0 : 40.0, LengthUnit::Voxels};
        EditSession session(scene.volume, {});
        const auto draw = [&] {
            for (int n = 0; n < 60; ++n) {
                const Point2 from{c[0] + far * std::cos(n / 20.0), c[1] + far * std::sin(n / 20.0)};
                const Point2 to{c[0] + far * std::cos((n + 1) / 20.0), c[1] + far * std::sin((n + 1) / 20.0)};
                session.paint(ball ? sweep(tip, grid, Point3{from.x, from.y, c[2]}, Point3{to.x, to.y, c[2]})
                                   : sweep(tip, grid, Plane{2, middle}, from, to),
                              3);
            }
        };
        std::vector<Bytes> before;
        for (int slice = 0; slice < grid.size[2]; ++slice) before.push_back(encodeRuns(scene.volume.slice({2, slice})));
        draw();
        const auto slices = session.delta().slices(grid, 2);
        std::vector<Bytes> after;
        measure(name[0], 5, [&](int) {
            after.clear();
            for (const auto& [slice, pixels] : session.delta().slices(grid, 2))
                after.push_back(encodeRuns(scene.volume.slice({2, slice})));
        });
        std::printf("    (%zu slices, %lld voxels)\n", slices.size(), static_cast<long long>(session.delta().voxels()));
        measure(name[1], 1, [&](int) { session.rollback(); });
        draw();
        session.commit();
        measure(name[2], 1, [&](int) {
            for (const auto& [slice, pixels] : slices) {
                SliceRuns runs;
                decodeRuns(before[static_cast<std::size_t>(slice)], runs);
                scene.volume.setSlice({2, slice}, runs);
            }
        });
    }
}

void regions(Scene& scene) {
    auto& volume = scene.volume;
    const auto& grid = volume.grid();
    JobControl control;
    const auto middle = Plane{2, grid.size[2] / 2}.of(grid.box());
    VoxelRuns runs;
    measure("fill, 2-D, the background", 3, [&](int) {
        runs = floodLabel(volume, {0, 0, grid.size[2] / 2}, middle, control);
    });
    measure("fill, 3-D, the background", 1, [&](int) { runs = floodLabel(volume, {0, 0, 0}, grid.box(), control); });
    measure("fill, 3-D, by intensity", 1, [&](int) {
        runs = floodSimilar(volume, scene.image, {0, 62}, {0, 0, 0}, grid.box(), control);
    });
    std::printf("    (%lld voxels, %zu runs)\n", static_cast<long long>(voxelCount(runs)), runs.size());
    measure("label to runs", 1, [&](int) { runs = runsOf(volume, 1, grid.box()); });
    std::printf("    (%lld voxels, %zu runs)\n", static_cast<long long>(voxelCount(runs)), runs.size());
    const auto object = runs;
    measure("largest component", 1, [&](int) { runs = largestComponent(object); });
    measure("fill holes, 3-D", 1, [&](int) {
        runs = holesOf(object, boundsOf(object).grown({1, 1, 1}).intersected(grid.box()));
    });
    measure("grow by 3 mm", 1, [&](int) { runs = grown(object, 3, grid.box(), grid.spacing, control); });
    measure("shrink by 3 mm", 1, [&](int) { runs = shrunk(object, 3, grid.box(), grid.spacing, control); });
    measure("smooth, sigma 1.5 mm", 1,
            [&](int) { runs = smoothed(object, {}, 1.5, grid.box(), grid.spacing, control); });
    std::vector<Point2> outline;
    for (int n = 0; n < 1000; ++n) {
        const double radius = grid.size[0] * (0.3 + 0.1 * std::sin(n * 0.3)), angle = n * 0.002 * 3.14159265;
        outline.push_back({scene.centre()[0] + radius * std::cos(angle), scene.centre()[1] + radius * std::sin(angle)});
    }
    measure("outline of 1000 points", 5, [&](int) { runs = fillPolygon(outline, FillRule::EvenOdd, grid, {2, 0}); });

    std::vector<int> shown, drawn;
    measure("which slices show a label", 1, [&](int) { shown = slicesShowing(volume, 1, 2); });
    for (std::size_t n = 0; n < shown.size(); n += shown.size() / 8) drawn.push_back(shown[n]);
    std::vector<VoxelRuns> filled;
    measure("interpolation between 9 slices", 1, [&](int) { filled = interpolated(volume, {{1, drawn}}, 2, control); });
    std::printf("    (%d slices, %lld voxels)\n", drawn.back() - drawn.front(),
                static_cast<long long>(voxelCount(filled[0])));
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    const Grid grid = quick ? Grid{{128, 128, 40}, {0.8, 0.8, 1}} : Grid{{512, 512, 1000}, {0.8, 0.8, 1}};
    Scene scene(grid);
    {
        EditSession session(scene.volume, {});
        session.paint(scene.ellipsoid(0.5), 1);
        session.commit();
    }
    std::printf("%d x %d x %d\n", grid.size[0], grid.size[1], grid.size[2]);
    strokes(scene);
    commits(scene);
    regions(scene);
    return 0;
}
