// Times of a project of 1000 volumes of 100 slices, a tenth of them drawn: what a window waits for. The images are missing.
// Usage: build/dev/bin/project_bench [--quick]      --quick: 20 volumes

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <functional>
#include <string>

#include "core/base/scratch_folder.h"
#include "core/project/operations.h"
#include "core/workflow/activity.h"
#include "core/workflow/status.h"
#include "storage/project_file.h"

using namespace protolabel;
using namespace protolabel::project;

namespace {

constexpr int kSlices = 100;

void measure(const char* name, const std::function<void()>& run) {
    std::vector<double> times;
    for (int n = 0; n < 5; ++n) {
        const auto start = std::chrono::steady_clock::now();
        run();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    std::printf("%-48s %9.2f ms, at most %9.2f ms\n", name, times[times.size() / 2], times.back());
    std::fflush(stdout);
}

void fill(ProjectStore& store, int volumes) {
    VolumeRecord record;
    record.geometry.size = {256, 256, kSlices};
    record.source.path = "/no such folder/image.nii.gz";
    labels::LabelSlice slice(256, 256);
    for (int y = 60; y < 200; ++y)
        for (int x = 80; x < 180; ++x) slice.at(x, y) = static_cast<std::uint16_t>(1 + (x + y) / 64 % 4);
    store.transact({"fill", "bench", "", 0, ""}, [&](ProjectWriter& writer) {
        for (int v = 0; v < volumes; ++v) {
            record.name = "volume " + std::to_string(v);
            const auto id = writer.addVolume(record);
            for (int s = 0; s < kSlices; ++s) {
                if (s % 10 == v % 10) writer.putAnnotation(id, s, slice, {true, false, ""});
                writer.putReviewState(id, s, s % 3 == 0 ? ReviewState::Accepted : ReviewState::Proposed);
            }
        }
    });
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    const int volumes = quick ? 20 : 1000;
    const ScratchFolder folder;
    const auto file = folder.path / "bench.plb";
    std::vector<labels::Label> labels;
    for (int id = 1; id <= 4; ++id)
        labels.push_back({LabelId{id}, "label " + std::to_string(id), labels::defaultColor(id - 1), false, true});
    {
        auto store = storage::createProject(file, labels);
        fill(*store, volumes);
    }
    std::printf("%d volumes of %d slices\n", volumes, kSlices);
    measure("open", [&] { storage::openProject(file); });
    measure("open and list", [&] { workflow::statusOf(*storage::openProject(file)); });
    auto store = storage::openProject(file);
    measure("volumes()", [&] { store->volumes(); });
    measure("counts()", [&] { store->counts(); });
    measure("statusOf()", [&] { workflow::statusOf(*store); });
    const auto volume = findVolume(*store, "volume 7");
    measure("reviewStates() of one", [&] { store->reviewStates(volume.id); });
    labels::Mask mask(256, 256, 0);
    int stroke = 0;
    measure("a stroke on a slice: store, undo, redo", [&] {
        mask.pixels[static_cast<std::size_t>(++stroke)] = 1;
        store->transact({"stroke", "brush", "", 1, ""},
                        [&](ProjectWriter& writer) { drawSlice(writer, *store, volume, 50, LabelId{1}, mask); });
        store->undo();
        store->redo();
    });
    measure("edits()", [&] { store->edits(); });
    measure("activityOf()", [&] { workflow::activityOf(*store); });
    return 0;
}
