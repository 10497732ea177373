// Time from the end of a stroke on a support to the new proposals, with the embedded model (ResNet-18) and a ResNet-101, with one label and with
// all, without and with refinement, and the worker beside this program: to the slice in view, and to the whole volume. Takes up to nine minutes.
// Usage: build/dev/bin/live_bench [--quick | IMAGE MASK SLICE VALUE...]      without an image: a bright rod of four parts in noise, 256 x 256 x 32

#include <QCoreApplication>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <set>
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

struct Times {
    double features = 0;  ///< the first stroke, whose slices are encoded
    std::vector<double> first, whole;
};

/// Strokes for a minute at most: each changes one pixel of the first object. Most are over when the slice in view is there, as with somebody who goes
/// on drawing; every sixth waits for the whole volume.
Times measure(project::ProjectStore& store, engine::Engine& engine, int slice, const std::vector<LabelId>& labels,
              const workflow::LiveSettings& settings, int strokes) {
    constexpr int kWhole = 6;
    constexpr double kMost = 60000;
    JobControl control;
    const auto volume = store.volumes().front();
    const auto drawn = store.annotation(volume.id, slice).value();
    workflow::LivePredictor predictor(store);
    const auto order = workflow::outwards(slice + 1, workflow::layoutOf(volume).slices);
    Times times;
    const auto begin = Clock::now();
    for (int n = -1; n < strokes && (n < kWhole || millisecondsSince(begin) < kMost); ++n) {
        auto mask = labels::maskOf(drawn, 1);
        if (n % 2 == 0) *std::find(mask.pixels.begin(), mask.pixels.end(), 1) = 0;
        const auto start = Clock::now();
        store.transact({.name = "stroke", .tool = "brush"}, [&](project::ProjectWriter& writer) {
            project::drawSlice(writer, store, volume, slice, LabelId{1}, mask);
        });
        std::size_t shown = 0;
        const bool whole = n % kWhole == 0 || n < 0;
        try {
            predictor.predict(engine, volume, order, labels, settings, control, [&](const workflow::LiveSlice&) {
                if (++shown != labels.size() || n < 0) return;
                times.first.push_back(millisecondsSince(start));
                if (!whole) throw Cancelled();
            });
        } catch (const Cancelled&) {
        }
        if (n < 0)
            times.features = millisecondsSince(start);
        else if (whole)
            times.whole.push_back(millisecondsSince(start));
    }
    return times;
}

double quantile(std::vector<double> times, double share) {
    std::sort(times.begin(), times.end());
    return times[static_cast<std::size_t>(std::ceil(share * static_cast<double>(times.size()))) - 1];
}

void print(const char* encoder, std::size_t labels, bool refined, const Times& times) {
    std::printf("| %-9s | %6zu | %-8s | %8.0f | %8.0f | %8.0f | %8.0f | %8.0f | %3zu, %2zu |\n", encoder, labels,
                refined ? "yes" : "no", times.features, quantile(times.first, 0.5), quantile(times.first, 0.95),
                quantile(times.whole, 0.5), quantile(times.whole, 0.95), times.first.size(), times.whole.size());
    std::fflush(stdout);
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
    std::printf(
        "ms                            | first    | slice in view       | whole volume        |\n"
        "| encoder   | labels | refined  | stroke   | median   | 95 %%     | median   | 95 %%     | strokes |\n");
    for (const char* encoder : {"resnet18", "resnet101"}) {
        const auto store = draw(scan, folder.path / (std::string(encoder) + ".plb"));
        if (std::strcmp(encoder, "resnet101") == 0) {  // the time does not depend on the weights: as good as random
            JobControl control;
            workflow::TrainOptions once;
            once.encoder = encoder;
            once.iterations = 1;
            once.initial = "none";
            workflow::train(*store, engine, once, false, control);
        }
        std::vector<LabelId> labels;
        for (const auto& label : store->labels()) labels.push_back(label.id);
        for (const std::size_t count : std::set{std::size_t{1}, labels.size()})
            for (const bool refined : {false, true}) {
                workflow::LiveSettings settings;
                if (!refined) settings.refine = {false, false};
                print(encoder, count, refined,
                      measure(*store, engine, scan.slice, {labels.begin(), labels.begin() + std::ptrdiff_t(count)},
                              settings, quick ? 2 : 36));
            }
        if (quick) break;
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
