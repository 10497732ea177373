// Time from the end of a stroke on a support to the new proposals, with the embedded model (ResNet-18) and a ResNet-101, with one label and with
// all, and the worker beside this program: stored stroke to the first other slice, and to the whole volume.
// Usage: build/dev/bin/live_bench [--quick | IMAGE MASK SLICE VALUE...]      without an image: a bright rod of four parts in noise, 256 x 256 x 32

#include <QCoreApplication>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "core/base/scratch_folder.h"
#include "core/imaging/nifti_image_writer.h"
#include "core/project/operations.h"
#include "core/workflow/annotate.h"
#include "core/workflow/import.h"
#include "core/workflow/live_prediction.h"
#include "core/workflow/training.h"
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

int quarterOf(int i, int j, int side) {
    return inRod(i, j, side) ? 1 + (i > side / 2) + 2 * (j > side / 2) : 0;
}

/// Writes a rod along k as image and mask; the mask numbers its quarters from 1.
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
                    *voxel++ = static_cast<std::int16_t>(truth ? quarterOf(i, j, side)
                                                               : noise + (inRod(i, j, side) ? 300 : 100));
                }
        imaging::writeNiftiImage(volume, truth ? mask : image);
    }
}

struct Scan {
    std::filesystem::path image, mask;
    std::vector<int> values;  ///< of the mask, a label each
    int slice = 0;            ///< on which all of them are shown
};

/// What is drawn: each value of the mask as a label, on one slice, as supports.
std::unique_ptr<project::ProjectStore> draw(const Scan& scan, const std::filesystem::path& file) {
    JobControl control;
    std::vector<labels::Label> labels;
    for (std::size_t n = 0; n < scan.values.size(); ++n)
        labels.push_back({LabelId{static_cast<std::int64_t>(n) + 1}, "object " + std::to_string(n + 1), {255, 0, 0}});
    auto store = storage::createProject(file, labels);
    workflow::importVolumes(*store, {scan.image}, {}, control);
    for (std::size_t n = 0; n < scan.values.size(); ++n) {
        workflow::AnnotateOptions annotate;
        annotate.volume = store->volumes().front().name;
        annotate.mask = scan.mask;
        annotate.label = labels[n].name;
        annotate.value = scan.values[n];
        annotate.slices = std::to_string(scan.slice);
        annotate.support = true;
        workflow::annotate(*store, annotate, control);
    }
    return store;
}

void measure(project::ProjectStore& store, engine::Engine& engine, int slice, const char* encoder, int repetitions) {
    JobControl control;
    const auto volume = store.volumes().front();
    const auto drawn = store.annotation(volume.id, slice).value();
    workflow::LivePredictor predictor(store);
    const auto order = workflow::outwards(slice, workflow::layoutOf(volume).slices);
    std::printf("%s, %zu label(s), %s, %zu slices\n", encoder, store.labels().size(), volume.name.c_str(),
                order.size());
    std::vector<double> first, whole, stored;
    for (int n = -1; n < repetitions; ++n) {
        // The stroke: a pixel in the first object comes and goes.
        auto mask = labels::maskOf(drawn, 1);
        if (n % 2 == 0) *std::find(mask.pixels.begin(), mask.pixels.end(), 1) = 0;
        const auto start = Clock::now();
        store.transact({.name = "stroke", .tool = "brush"}, [&](project::ProjectWriter& writer) {
            project::drawSlice(writer, store, volume, slice, LabelId{1}, mask);
        });
        double shown = 0;
        const auto pass = predictor.predict(engine, volume, order, {}, {}, control, [&](const workflow::LiveSlice&) {
            if (shown == 0) shown = millisecondsSince(start);
        });
        const double predicted = millisecondsSince(start);
        predictor.store({pass}, {.name = "Propose", .tool = "live", .merge = "live"});
        if (n < 0) {
            std::printf("%-44s %8.1f ms, whole volume %8.1f ms\n", "first time (features are made)", shown, predicted);
            continue;
        }
        first.push_back(shown);
        whole.push_back(predicted);
        stored.push_back(millisecondsSince(start) - predicted);
    }
    print("end of stroke to the first slice", first);
    print("end of stroke to the whole volume", whole);
    print("storing the proposals", stored);
}

void run(bool quick, Scan scan, const std::string& programFolder) {
    const ScratchFolder folder;
    if (scan.image.empty()) {
        scan = {folder.path / "rod.nii", folder.path / "mask.nii", {1, 2, 3, 4}, quick ? 4 : 16};
        writeRod(scan.image, scan.mask, quick ? 64 : 256, quick ? 8 : 32);
    }
    engine::EngineOptions options;
    options.command = engine::defaultWorkerCommand(programFolder);
    engine::Engine engine(options);
    for (const char* encoder : {"resnet18", "resnet101"})
        for (const std::size_t labels : {std::size_t{1}, scan.values.size()}) {
            auto some = scan;
            some.values.resize(labels);
            const auto store = draw(some, folder.path / (std::string(encoder) + std::to_string(labels) + ".plb"));
            if (std::strcmp(encoder, "resnet101") == 0) {  // the time does not depend on the weights: as good as random
                JobControl control;
                workflow::TrainOptions once;
                once.encoder = encoder;
                once.iterations = 1;
                once.initial = "none";
                workflow::train(*store, engine, once, false, control);
            }
            measure(*store, engine, scan.slice, encoder, quick ? 2 : 40);
            if (quick || scan.values.size() == 1) break;
        }
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    Scan scan;
    if (argc > 4) scan = {argv[1], argv[2], {}, std::atoi(argv[3])};
    for (int i = 4; i < argc; ++i) scan.values.push_back(std::atoi(argv[i]));
    try {
        run(quick, scan, QCoreApplication::applicationDirPath().toStdString());
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
