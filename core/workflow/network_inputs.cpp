#include "core/workflow/network_inputs.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "core/base/error.h"
#include "core/base/slice_stack.h"
#include "core/imaging/label_map.h"
#include "core/imaging/preparation.h"
#include "core/workflow/files.h"
#include "core/workflow/mask_file.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

std::string addPrepared(BlobShelf& shelf, const project::VolumeRecord& record) {
    return shelf.add(
        [record] { return encode(imaging::prepare(loadVolume(record), record.sliceAxis, record.window)); });
}

std::string preparedKey(const project::VolumeRecord& record) {
    std::string key = record.source.path.string() + "|" + record.source.seriesUid + "|" +
                      std::to_string(record.source.frame) + "|" + record.contentHash + "|" +
                      std::to_string(record.sliceAxis);
    if (record.window) key += "|" + std::to_string(record.window->first) + "|" + std::to_string(record.window->second);
    return key;
}

std::string PreparedImages::of(const project::VolumeRecord& record) {
    auto& hash = hashes_[preparedKey(record)];
    if (hash.empty()) hash = addPrepared(shelf_, record);
    return hash;
}

SliceStack<std::int32_t> networkLabels(const project::VolumeRecord& record, const fs::path& file) {
    const auto map = readMaskFor(record, file, OtherGrid::ByIndex);
    const imaging::NetworkGrid grid(record.geometry, record.sliceAxis);
    SliceStack<std::int32_t> stack;
    stack.slices = grid.layout().slices;
    stack.height = stack.width = grid.size();
    stack.pixelSpacing = grid.pixelSpacing();
    stack.sliceSpacing = grid.layout().sliceSpacing;
    stack.voxels.reserve(static_cast<std::size_t>(stack.slices) * stack.height * stack.width);
    for (int z = 0; z < stack.slices; ++z) {
        const auto slice = grid.toNetwork(imaging::slice(map, record.sliceAxis, z));
        stack.voxels.insert(stack.voxels.end(), slice.pixels.begin(), slice.pixels.end());
    }
    return stack;
}

int automaticMinimumSize(const project::VolumeRecord& record) {
    const auto layout = layoutOf(record);
    const imaging::NetworkGrid grid(record.geometry, record.sliceAxis);
    const double area = layout.width * layout.xSpacing * layout.height * layout.ySpacing;
    const double voxels = area / (grid.pixelSpacing() * grid.pixelSpacing()) * layout.slices;
    if (voxels > 1.5e6) return 5000;
    return static_cast<int>(std::clamp(1000 * std::pow(voxels / 0.7e6, 1.5), 200.0, 1000.0));
}

Bytes supervoxelsOf(engine::Engine& engine, const project::VolumeRecord& record, int minimumSize,
                    const fs::path& cacheFolder, JobControl& control) {
    BlobShelf shelf;  // of its own: the unclipped image is needed no longer than this call
    engine::SupervoxelRequest request;
    request.image = shelf.add([record] { return encode(imaging::unclipped(loadVolume(record), record.sliceAxis)); });
    request.minimumSize = minimumSize > 0 ? minimumSize : automaticMinimumSize(record);
    const auto cached =
        cacheFolder / (request.image.substr(0, 32) + "-" + std::to_string(request.minimumSize) + ".supervoxels");
    if (!cacheFolder.empty() && fs::exists(cached)) {
        auto bytes = readFile(cached);
        try {
            SliceStack<std::int32_t> stack;
            decode(bytes, stack);
            return bytes;
        } catch (const Error&) {
            // A damaged cache entry costs a computation, nothing else.
        }
    }
    Bytes bytes;
    engine.supervoxels(request, shelf.source(), control, bytes);
    if (!cacheFolder.empty()) {
        makeFolder(cacheFolder);
        writeFile(cached, bytes);
    }
    return bytes;
}

std::string addSupervoxels(engine::Engine& engine, BlobShelf& shelf, const project::VolumeRecord& record,
                           int minimumSize, const fs::path& cacheFolder, JobControl& control) {
    // Run-length coded, a few kilobytes a slice: small enough to stay.
    auto bytes = std::make_shared<const Bytes>(supervoxelsOf(engine, record, minimumSize, cacheFolder, control));
    return shelf.add([bytes] { return *bytes; });
}

}  // namespace protolabel::workflow
