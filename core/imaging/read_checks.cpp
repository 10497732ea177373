#include "core/imaging/read_checks.h"

#include <unistd.h>

#include <cmath>
#include <fstream>
#include <type_traits>

#include "core/base/error.h"

namespace protolabel::imaging {

namespace fs = std::filesystem;

void checkReadable(const fs::path& file) {
    std::error_code failure;
    if (!fs::exists(file, failure) && !failure)
        throw Error("image.missing", "{0} does not exist; check the path", {file.string()});
    const bool usual =
        fs::is_regular_file(file, failure) || fs::is_directory(file, failure);  // never a pipe or a device
    if (failure || !usual || !std::ifstream(file, std::ios::binary))
        throw Error("image.unreadable", "{0} cannot be opened; check its permissions", {file.string()});
}

std::uint64_t checkedFrameBytes(const fs::path& file, const std::array<std::int64_t, 3>& size,
                                std::size_t bytesPerVoxel) {
    constexpr std::int64_t kLargestSide = 65535;
    const auto text = std::to_string(size[0]) + " x " + std::to_string(size[1]) + " x " + std::to_string(size[2]);
    for (const auto side : size)
        if (side < 1 || side > kLargestSide)
            throw Error("image.size", "{0} says it has {1} voxels; sides must be 1 to 65535, so its header is damaged",
                        {file.string(), text});
    const auto bytes = static_cast<std::uint64_t>(size[0] * size[1] * size[2]) * bytesPerVoxel;  // below 2^51
    const auto memory =
        static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    if (bytes > memory)
        throw Error("image.size",
                    "{0} says it has {1} voxels, more than this computer's memory; crop it or use another computer",
                    {file.string(), text});
    return bytes;
}

void checkStored(const fs::path& file, std::uint64_t needed, std::uint64_t stored, Storage storage) {
    const std::uint64_t most = storage == Storage::Deflated ? 1032 * stored : stored;
    if (needed > most)
        throw Error("image.truncated",
                    "{0} is cut short or damaged: {1} bytes of voxels cannot come from {2} bytes of file; copy it "
                    "again from its source",
                    {file.string(), std::to_string(needed), std::to_string(stored)});
}

void noteFrame(Volume& volume, int frame, int frames) {
    if (frames > 1) volume.notes.push_back("frame " + std::to_string(frame + 1) + " of " + std::to_string(frames));
}

void noteValues(Volume& volume) {
    const auto bad = volume.visit([](const auto* data, std::size_t n) -> std::size_t {
        std::size_t count = 0;
        if constexpr (std::is_floating_point_v<std::remove_cvref_t<decltype(*data)>>)
            for (std::size_t i = 0; i < n; ++i) count += std::isfinite(data[i]) ? 0 : 1;
        return count;
    });
    if (bad > 0)
        volume.notes.push_back(std::to_string(bad) +
                               " voxels are not a number or infinite; they count as the smallest value");
}

}  // namespace protolabel::imaging
