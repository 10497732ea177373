// Time from the end of a stroke on a support to the new proposals, with the embedded model and the worker beside this program: stored stroke to the
// first other slice, and to the whole volume.
// Usage: build/dev/bin/live_bench [--quick | IMAGE MASK VALUE SLICE]      without an image: a bright rod in noise, 256 x 256 x 32

#include <QCoreApplication>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "core/base/scratch_folder.h"
#include "core/imaging/nifti_image_writer.h"
#include "core/project/operations.h"
#include "core/workflow/annotate.h"
#include "core/workflow/import.h"
#include "core/workflow/live_prediction.h"
#include "core/workflow/volumes.h"
#include "storage/project_file.h"

using namespace protolabel;
using Clock = std::chrono::steady_clock;

namespace {

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void print(const char* name, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    std::printf("%-44s median %8.1f ms, 95th percentile %8.1f ms\n", name, times[times.size() / 2],
                times[(times.size() * 95 - 1) / 100]);
    std::fflush(stdout);
}

bool inRod(int i, int j, int side) {
    return std::hypot(i - side / 2, j - side / 2) < side / 6.0;
}

/// Writes a rod along k as image and mask.
void writeRod(const std::filesystem::path& image, const std::filesystem::path& mask, int side, int slices) {
    for (const bool truth : {false, true}) {
        imaging::Volume volume;
        volume.geometry.size = {side, side, slices};
        volume.geometry.spacing = {1, 1, 3};
        volume.voxels.resize(static_cast<std::size_t>(volume.geometry.voxelCount()) * sizeof(std::int16_t));
        auto* voxel = reinterpret_cast<std::int16_t*>(volume.voxels.data());
        for (int k = 0; k < slices; ++k)
            for (int j = 0; j < side; ++j)
                for (int i = 0; i < side; ++i) {
                    const int noise = (7 * i + 3 * j + 11 * k) % 40;
                    *voxel++ =
                        static_cast<std::int16_t>(truth ? inRod(i, j, side) : noise + (inRod(i, j, side) ? 300 : 100));
                }
        imaging::writeNiftiImage(volume, truth ? mask : image);
    }
}

void run(bool quick, std::filesystem::path image, std::filesystem::path mask, int value, int slice,
         const std::string& programFolder) {
    const ScratchFolder folder;
    if (image.empty()) {
        image = folder.path / "rod.nii";
        mask = folder.path / "mask.nii";
        writeRod(image, mask, quick ? 64 : 256, quick ? 8 : 32);
        value = 1;
        slice = quick ? 4 : 16;
    }
    JobControl control;
    const auto store =
        storage::createProject(folder.path / "p.plb", {{LabelId{1}, "object", {255, 0, 0}, false, true}});
    workflow::importVolumes(*store, {image}, {}, control);
    const auto volume = store->volumes().front();
    workflow::AnnotateOptions annotate;
    annotate.volume = volume.name;
    annotate.mask = mask;
    annotate.label = "object";
    annotate.value = value;
    annotate.slices = std::to_string(slice);
    annotate.support = true;
    workflow::annotate(*store, annotate, control);
    auto drawn = store->annotation(volume.id, slice).value();

    engine::EngineOptions options;
    options.command = engine::defaultWorkerCommand(programFolder);
    engine::Engine engine(options);
    workflow::LivePredictor predictor(*store);
    const auto order = workflow::outwards(slice, workflow::layoutOf(volume).slices);
    std::vector<double> first, whole, stored;
    const int repetitions = quick ? 2 : 40;
    for (int n = -1; n < repetitions; ++n) {
        // The stroke: a pixel in the object comes and goes.
        const auto object =
            std::find_if(drawn.pixels.begin(), drawn.pixels.end(), [](auto pixel) { return pixel != 0; });
        const auto at = static_cast<std::size_t>(object - drawn.pixels.begin());
        auto stroke = drawn;
        if (n % 2 == 0) stroke.pixels[at] = 0;
        const auto start = Clock::now();
        store->transact({.name = "stroke", .tool = "brush"}, [&](project::ProjectWriter& writer) {
            project::drawSlice(writer, *store, volume, slice, LabelId{1}, labels::maskOf(stroke, 1));
        });
        double shown = 0;
        const auto pass = predictor.predict(engine, volume, order, {}, {}, control, [&](const workflow::LiveSlice&) {
            if (shown == 0) shown = millisecondsSince(start);
        });
        const double predicted = millisecondsSince(start);
        predictor.store({pass}, {.name = "Propose", .tool = "live", .merge = "live"});
        if (n < 0) {
            std::printf("%-44s %8.1f ms, whole volume %8.1f ms\n", "first time (worker starts, features are made)",
                        shown, predicted);
            continue;
        }
        first.push_back(shown);
        whole.push_back(predicted);
        stored.push_back(millisecondsSince(start) - predicted);
    }
    std::printf("%s, %zu slices\n", volume.name.c_str(), order.size());
    print("end of stroke to the first slice", first);
    print("end of stroke to the whole volume", whole);
    print("storing the proposals", stored);
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    const bool given = argc > 4;
    try {
        run(quick, given ? argv[1] : "", given ? argv[2] : "", given ? std::atoi(argv[3]) : 0,
            given ? std::atoi(argv[4]) : 0, QCoreApplication::applicationDirPath().toStdString());
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
