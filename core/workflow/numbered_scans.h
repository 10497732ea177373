#pragma once

#include <filesystem>
#include <map>

namespace protolabel::workflow {

/// The files of a folder by the last number in their names (image_12.nii.gz: 12), hidden ones left out. Where some names start with `prefix` only
/// these count: images and labels may share a folder. Throws Error "evaluate.pairs" for two files of one number, "file.missing" for a folder that
/// is not there.
std::map<int, std::filesystem::path> numberedFiles(const std::filesystem::path& folder, const std::string& prefix);

struct NumberedScan {
    std::filesystem::path image, labels, supervoxels;
};

/// Scans by number. An empty `supervoxels` folder leaves these paths empty. Throws Error "evaluate.pairs" for an image without labels or supervoxels.
std::map<int, NumberedScan> pairScans(const std::filesystem::path& images, const std::filesystem::path& labels,
                                      const std::filesystem::path& supervoxels);

}  // namespace protolabel::workflow
