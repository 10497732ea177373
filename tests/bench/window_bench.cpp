// Times of looking and drawing in the window's parts put together: project file, annotation in memory, tools and views, on a volume of
// 512 x 512 x 1000 voxels of 16 bits, and its memory beyond voxels and labels.
// Usage: tests/support/with_display.sh build/dev/bin/window_bench full     or quick: on a small volume. It writes 530 MB to the temporary folder.

#include <malloc.h>
#include <time.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <functional>

#include "core/imaging/nifti_image_writer.h"
#include "core/workflow/volumes.h"
#include "storage/project_file.h"
#include "tests/ui/session/drawing_desk.h"
#include "tests/viewer/qtvtk/window.h"

using namespace protolabel;
using namespace protolabel::test;
using ui::ToolKind;

namespace {

double residentMegabytes() {
    QFile file("/proc/self/statm");
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').at(1).toDouble() * 4096 / 1e6;
}

/// On the clock, and of the calling thread alone, which another program's load does not lengthen.
struct Time {
    double wall = 0, processor = 0;
    Time operator+(const Time& more) const { return {wall + more.wall, processor + more.processor}; }
};

double processorMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Time milliseconds(const std::function<void()>& run) {
    const double start = processorMilliseconds();
    QElapsedTimer timer;
    timer.start();
    run();
    return {static_cast<double>(timer.nsecsElapsed()) / 1e6, processorMilliseconds() - start};
}

double median(const std::vector<Time>& times, double Time::*which) {
    std::vector<double> values;
    for (const auto& time : times) values.push_back(time.*which);
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void report(const char* name, const std::vector<Time>& times, double limit) {
    std::printf("%-56s %9.2f ms %9.2f ms of the thread's own   limit %g ms\n", name, median(times, &Time::wall),
                median(times, &Time::processor), limit);
    std::fflush(stdout);
}

bool quick = false;
std::array<std::int64_t, 3> size{512, 512, 1000};

void makeProject(const std::filesystem::path& folder) {
    imaging::Volume volume;
    volume.geometry.size = size;
    volume.geometry.spacing = {0.8, 0.8, 1};
    volume.type = imaging::ScalarType::Int16;
    const auto count = static_cast<std::size_t>(volume.geometry.voxelCount());
    volume.voxels.resize(count * 2);
    auto* voxels = reinterpret_cast<std::int16_t*>(volume.voxels.data());
    for (std::size_t i = 0; i < count; ++i) voxels[i] = static_cast<std::int16_t>((i * 2654435761U >> 16) % 2000);
    imaging::writeNiftiImage(volume, folder / "scan.nii");
    volume.voxels = {};

    const auto store = storage::createProject(folder / "p.plb", {{LabelId{1}, "liver", {255, 0, 0}, false, true},
                                                                 {LabelId{2}, "spleen", {0, 255, 0}, false, true}});
    auto record = workflow::describeVolume(imaging::findVolumes(folder / "scan.nii", false).front());
    const int width = static_cast<int>(size[0]), height = static_cast<int>(size[1]);
    store->transact({.name = "make", .tool = "test"}, [&](project::ProjectWriter& writer) {
        const auto id = writer.addVolume(record);
        for (int k = 0; k < size[2]; ++k) {
            labels::LabelSlice slice(width, height);
            for (int y = 0; y < height; ++y)
                for (int x = 0; x < width; ++x)
                    slice.at(x, y) =
                        std::hypot(x - width * 0.4, y - height / 2.) < width / 5. + 10 * std::sin(k / 30.) ? 2 : 0;
            writer.putAnnotation(id, k, slice, {true, false, {}});
        }
    });
}

/// A spiral stroke of 60 events over the view; the times of its moves, of its end, and of its undo and redo.
void strokes(DrawingDesk& desk, const char* name, int view, double moveLimit) {
    auto& widget = desk.viewer().renderWidget(view);
    const QPointF middle(widget.width() / 2., widget.height() / 2.);
    std::vector<Time> moves, ends, undos, redos;
    for (int round = 0; round < 5; ++round) {
        QPointF at = middle;
        sendMouse(widget, QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
        for (int n = 1; n <= 60; ++n) {
            const double far = widget.height() / 8.;
            at = middle + QPointF(far * std::cos(n / 8. + round), far * std::sin(n / 8. + round));
            moves.push_back(
                milliseconds([&] { sendMouse(widget, QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton); }));
            if (n % 4 == 0) QApplication::processEvents();
        }
        ends.push_back(
            milliseconds([&] { sendMouse(widget, QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton); }));
        QApplication::processEvents();
        undos.push_back(milliseconds([&] { desk.project().undo(); }));
        QApplication::processEvents();
        redos.push_back(milliseconds([&] { desk.project().redo(); }));
        desk.project().undo();
        QApplication::processEvents();
    }
    std::printf("%s\n", name);
    report("  pointer moved", moves, moveLimit);
    report("  button released: stored", ends, 15);
    report("  undo", undos, 50);
    report("  redo", redos, 50);
}

void manyVolumes(const std::filesystem::path& folder, int count) {
    const auto file = folder / "many.plb";
    {
        const auto store = storage::createProject(file, {});
        auto record = workflow::describeVolume(imaging::findVolumes(folder / "scan.nii", false).front());
        store->transact({.name = "make", .tool = "test"}, [&](project::ProjectWriter& writer) {
            for (int n = 0; n < count; ++n) {
                record.name = "scan " + std::to_string(n);
                record.source.path = folder / (record.name + ".nii");  // not there
                writer.addVolume(record);
            }
        });
    }
    std::vector<Time> times;
    for (int n = 0; n < 3; ++n) {
        ui::Workspace workspace({[](const auto& path) { return storage::openProject(path); }, {}, {}}, {});
        times.push_back(milliseconds([&] { workspace.openProject(file); }));
    }
    report(("a project of " + std::to_string(count) + " volumes opens").c_str(), times, 1000);
}

void measure() {
    const TemporaryFolder temporary;
    const auto& folder = temporary.path();
    makeProject(folder);
    startApplication();
    malloc_trim(0);
    const double before = residentMegabytes();

    const Time reading = milliseconds([&] {
        const auto store = storage::openProject(folder / "p.plb", storage::Access::ReadOnly);
        workflow::loadVolume(store->volumes().front());
    });
    malloc_trim(0);
    {
        std::unique_ptr<DrawingDesk> owned;
        const Time open = milliseconds([&] { owned = std::make_unique<DrawingDesk>(folder / "p.plb"); });
        DrawingDesk& desk = *owned;
        std::printf("the file is read in %.0f ms\n", reading.wall);
        report("project opened to first pictures, after that", {{open.wall - reading.wall, open.processor}}, 2000);
        malloc_trim(0);
        const double bytes = static_cast<double>(size[0] * size[1] * size[2]) / 1e6;
        std::printf("%-56s %8.0f MB  limit 200 MB\n", "memory beyond voxels and labels",
                    residentMegabytes() - before - 4 * bytes);

        for (int axis = 0; axis < 3; ++axis) {
            std::vector<Time> steps, frames;
            for (int n = 0; n < (quick ? 3 : 20); ++n) {
                steps.push_back(milliseconds([&] { desk.viewer().stepSlice(axis, n % 2 == 0 ? 7 : -5); }));
                frames.push_back(steps.back() + milliseconds([&] { QApplication::processEvents(); }));
            }
            std::printf("along axis %d\n", axis);
            report("  slice changed", steps, 16);
            report("  slice changed and all views painted", frames, 16);
        }
        auto settings = desk.editor().drawing();
        desk.editor().setTool(ToolKind::Brush);
        settings.tip.radius = quick ? 5 : 40;
        desk.editor().setDrawing(settings);
        strokes(desk, "brush of radius 40", 2, 4);
        strokes(desk, "brush of radius 40, across the slices", 1, 4);
        strokes(desk, "brush of radius 40, along the third direction", 0, 4);
        settings.ball = true;
        settings.tip.radius = quick ? 3 : 20;
        desk.editor().setDrawing(settings);
        strokes(desk, "ball of radius 20", 2, 16);
    }
    manyVolumes(folder, quick ? 20 : 1000);
}

}  // namespace

TEST(full) {
    measure();
}

TEST(quick) {
    quick = true;
    size = {64, 64, 100};
    measure();
}
