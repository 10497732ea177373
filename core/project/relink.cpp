#include "core/project/relink.h"

#include <algorithm>
#include <set>

namespace protolabel::project {

namespace fs = std::filesystem;

namespace {

std::string fileName(const fs::path& path) {
    return (path.has_filename() ? path : path.parent_path()).filename().string();
}

/// Everything in the folders and below them, and the folders themselves.
std::vector<fs::path> listAll(const std::vector<fs::path>& folders, JobControl& control) {
    std::set<fs::path> all;
    for (const auto& folder : folders) {
        std::error_code error;
        fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
        for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
            control.check();
            all.insert(fs::absolute(entry->path()).lexically_normal());
        }
        if (fs::exists(folder, error)) all.insert(fs::absolute(folder).lexically_normal());
    }
    return {all.begin(), all.end()};
}

/// The content of candidates; each file is read once.
class Contents {
public:
    bool hold(imaging::VolumeSource source, const fs::path& path, const std::string& contentHash) {
        source.path = path;
        auto [known, fresh] = hashes_.try_emplace({path, source.seriesUid}, std::string());
        if (fresh) {
            try {
                known->second = imaging::contentHash(source);
            } catch (const Error&) {  // not an image of this kind: not the volume
            }
        }
        return !known->second.empty() && known->second == contentHash;
    }

private:
    std::map<std::pair<fs::path, std::string>, std::string> hashes_;
};

/// Whether a path could be the source under another name: a folder for a DICOM series, else a file that ends alike.
bool sameKind(const VolumeRecord& volume, const fs::path& path) {
    std::error_code error;
    if (!volume.source.seriesUid.empty()) return fs::is_directory(path, error);
    return fs::is_regular_file(path, error) && path.extension() == volume.source.path.extension();
}

std::vector<MissingVolume> lostVolumes(const ProjectStore& store) {
    std::vector<MissingVolume> lost;
    for (auto& volume : store.volumes()) {
        std::error_code error;
        if (!fs::exists(volume.source.path, error)) lost.push_back({std::move(volume), {}});
    }
    return lost;
}

bool isFound(const MissingVolume& lost) {
    return std::any_of(lost.candidates.begin(), lost.candidates.end(), [](const auto& c) { return c.sameContent; });
}

}  // namespace

std::vector<MissingVolume> findMissing(const ProjectStore& store, const std::vector<fs::path>& folders, SearchBy by,
                                       JobControl& control) {
    auto lost = lostVolumes(store);
    if (lost.empty()) return lost;
    const auto all = listAll(folders, control);
    Contents contents;
    const auto look = [&](bool byName) {
        std::int64_t looked = 0;
        for (const auto& path : all) {
            control.progress({"search", looked++, static_cast<std::int64_t>(all.size()), {}});
            for (auto& entry : lost) {
                const bool named = fileName(path) == fileName(entry.volume.source.path);
                if (named != byName || (!byName && (isFound(entry) || !sameKind(entry.volume, path)))) continue;
                control.check();
                const bool same = contents.hold(entry.volume.source, path, entry.volume.contentHash);
                if (named || same) entry.candidates.push_back({path, named, same});
            }
        }
    };
    look(true);
    if (by == SearchBy::NameAndContent) look(false);
    for (auto& entry : lost)
        std::stable_partition(entry.candidates.begin(), entry.candidates.end(),
                              [](const auto& candidate) { return candidate.sameContent; });
    return lost;
}

int relinkTo(ProjectStore& store, const std::map<VolumeId, fs::path>& paths) {
    int count = 0;
    EditInfo info;
    info.tool = "relink";
    if (paths.empty()) return count;
    store.transact(info, [&](ProjectWriter& writer) {
        for (auto& volume : store.volumes()) {
            const auto path = paths.find(volume.id);
            if (path == paths.end()) continue;
            volume.source.path = fs::absolute(path->second).lexically_normal();
            writer.updateVolume(volume);
            ++count;
        }
        info.name = "relink " + std::to_string(count) + (count == 1 ? " volume" : " volumes");
    });
    return count;
}

RelinkOutcome relink(ProjectStore& store, const std::vector<fs::path>& folders, JobControl& control) {
    RelinkOutcome outcome;
    std::map<VolumeId, fs::path> paths;
    for (const auto& entry : findMissing(store, folders, SearchBy::Name, control)) {
        const bool found = isFound(entry);
        if (found) paths[entry.volume.id] = entry.candidates.front().path;
        (found                      ? outcome.found
         : entry.candidates.empty() ? outcome.missing
                                    : outcome.changed)
            .push_back(entry.volume.name);
    }
    relinkTo(store, paths);
    return outcome;
}

RelinkOutcome relink(ProjectStore& store, const std::vector<fs::path>& folders) {
    JobControl control;
    return relink(store, folders, control);
}

}  // namespace protolabel::project
