#include "core/project/relink.h"

#include <map>
#include <optional>

namespace protolabel::project {

namespace fs = std::filesystem;

namespace {

std::string fileName(const fs::path& path) {
    return (path.has_filename() ? path : path.parent_path()).filename().string();
}

/// Where files and folders of the wanted names are.
std::multimap<std::string, fs::path> findByName(const std::map<std::string, int>& wanted,
                                                const std::vector<fs::path>& folders, JobControl& control) {
    std::multimap<std::string, fs::path> found;
    for (const auto& folder : folders) {
        std::error_code error;
        fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
        for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
            control.check();
            const auto name = entry->path().filename().string();
            if (wanted.count(name) != 0) found.emplace(name, fs::absolute(entry->path()));
        }
        if (wanted.count(fileName(folder)) != 0) found.emplace(fileName(folder), fs::absolute(folder));
    }
    return found;
}

bool holds(const imaging::VolumeSource& source, const std::string& contentHash) {
    try {
        return imaging::contentHash(source) == contentHash;
    } catch (const Error&) {
        return false;  // not an image of this kind: not the volume
    }
}

}  // namespace

RelinkOutcome relink(ProjectStore& store, const std::vector<fs::path>& folders, JobControl& control) {
    std::vector<VolumeRecord> lost;
    std::map<std::string, int> wanted;
    for (auto& volume : store.volumes()) {
        std::error_code error;
        if (fs::exists(volume.source.path, error)) continue;
        ++wanted[fileName(volume.source.path)];
        lost.push_back(std::move(volume));
    }

    RelinkOutcome outcome;
    const auto candidates =
        lost.empty() ? std::multimap<std::string, fs::path>() : findByName(wanted, folders, control);
    std::vector<VolumeRecord> relinked;
    for (auto& volume : lost) {
        const auto [first, last] = candidates.equal_range(fileName(volume.source.path));
        bool found = false;
        for (auto candidate = first; candidate != last && !found; ++candidate) {
            control.check();
            volume.source.path = candidate->second;
            found = holds(volume.source, volume.contentHash);
        }
        (found ? outcome.found : first != last ? outcome.changed : outcome.missing).push_back(volume.name);
        if (found) relinked.push_back(std::move(volume));
    }
    if (relinked.empty()) return outcome;

    EditInfo info;
    info.name = "relink " + std::to_string(relinked.size()) + (relinked.size() == 1 ? " volume" : " volumes");
    info.tool = "relink";
    store.transact(info, [&](ProjectWriter& writer) {
        for (auto& now : store.volumes())
            for (const auto& volume : relinked)
                if (volume.id == now.id && volume.contentHash == now.contentHash) {
                    now.source.path = volume.source.path;
                    writer.updateVolume(now);
                }
    });
    return outcome;
}

RelinkOutcome relink(ProjectStore& store, const std::vector<fs::path>& folders) {
    JobControl control;
    return relink(store, folders, control);
}

}  // namespace protolabel::project
