#include "core/workflow/numbered_scans.h"

#include <cctype>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

namespace {

/// -1 where there is none. Only the part before the first dot counts: "scan.v2.nii" is about no number 2.
int lastNumber(const fs::path& file) {
    auto name = file.filename().string();
    name.resize(std::min(name.find('.'), name.size()));
    std::size_t end = name.size();
    while (end > 0 && std::isdigit(static_cast<unsigned char>(name[end - 1])) == 0) --end;
    std::size_t begin = end;
    while (begin > 0 && std::isdigit(static_cast<unsigned char>(name[begin - 1])) != 0) --begin;
    return begin == end || end - begin > 9 ? -1 : std::stoi(name.substr(begin, end - begin));
}

const fs::path& partner(const std::map<int, fs::path>& files, int number, const fs::path& image,
                        const fs::path& folder) {
    const auto found = files.find(number);
    if (found == files.end())
        throw Error("evaluate.pairs",
                    "{0} has no partner of number {1} in {2}; files are paired by the last number in their names",
                    {image.string(), std::to_string(number), folder.string()});
    return found->second;
}

}  // namespace

std::map<int, fs::path> numberedFiles(const fs::path& folder, const std::string& prefix) {
    std::error_code code;
    fs::directory_iterator entries(folder, code);
    if (code) throw Error("file.missing", "there is no folder {0} that can be read; check the name", {folder.string()});
    std::vector<fs::path> candidates;
    bool prefixed = false;
    for (const auto& entry : entries) {
        const auto name = entry.path().filename().string();
        if (!entry.is_regular_file() || name.front() == '.' || lastNumber(entry.path()) < 0) continue;
        candidates.push_back(entry.path());
        prefixed = prefixed || name.rfind(prefix, 0) == 0;
    }
    std::map<int, fs::path> files;
    for (const auto& path : candidates) {
        if (prefixed && path.filename().string().rfind(prefix, 0) != 0) continue;
        const auto [place, added] = files.try_emplace(lastNumber(path), path);
        if (!added)
            throw Error("evaluate.pairs", "{0} and {1} have the same number {2}; keep one of them in the folder",
                        {place->second.string(), path.string(), std::to_string(place->first)});
    }
    return files;
}

std::map<int, NumberedScan> pairScans(const fs::path& images, const fs::path& labels, const fs::path& supervoxels) {
    const auto imageFiles = numberedFiles(images, "image");
    const auto labelFiles = numberedFiles(labels, "label");
    const auto supervoxelFiles = supervoxels.empty() ? std::map<int, fs::path>() : numberedFiles(supervoxels, "super");
    std::map<int, NumberedScan> scans;
    for (const auto& [number, image] : imageFiles) {
        auto& scan = scans[number];
        scan.image = image;
        scan.labels = partner(labelFiles, number, image, labels);
        if (!supervoxels.empty()) scan.supervoxels = partner(supervoxelFiles, number, image, supervoxels);
    }
    if (scans.empty())
        throw Error("evaluate.pairs", "{0} has no file with a number in its name; name images like image_1.nii.gz",
                    {images.string()});
    return scans;
}

}  // namespace protolabel::workflow
