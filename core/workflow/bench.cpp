#include "core/workflow/bench.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/scratch_folder.h"
#include "core/imaging/nifti_image_writer.h"
#include "core/imaging/preparation.h"
#include "core/imaging/volume_reader.h"
#include "core/workflow/demo_volumes.h"
#include "core/workflow/files.h"

#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

namespace {

/// Reading a compressed NIfTI file of 256 x 256 voxels in plane, resampling, clipping and scaling it.
engine::BenchEntry preparing(bool quick) {
    const ScratchFolder scratch;
    const auto& folder = scratch.path;
    imaging::VolumeSource source;
    source.path = folder / "image.nii.gz";
    const auto demo = makeDemoVolume(1, 0, 256);
    imaging::writeNiftiImage(demo.image, source.path);
    const auto record = describeVolume(source);
    std::vector<double> times;
    for (int i = 0; i < (quick ? 1 : 5); ++i) {
        const auto start = std::chrono::steady_clock::now();
        imaging::prepare(loadVolume(record), record.sliceAxis, record.window);
        times.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
    const double slices = layoutOf(record).slices;
    return {"read and prepare an image", 1e3 * times[times.size() / 2] / slices, "ms/slice", {}, {}, {}};
}

}  // namespace

engine::BenchResult bench(engine::Engine& engine, const engine::BenchRequest& request, JobControl& control) {
    auto result = engine.bench(request, control);
    result.results.push_back(preparing(request.quick));
    return result;
}

}  // namespace protolabel::workflow
