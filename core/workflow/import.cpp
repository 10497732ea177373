#include "core/workflow/import.h"

#include <map>
#include <optional>
#include <set>

#include "core/base/error.h"
#include "core/imaging/volume_reader.h"
#include "core/workflow/stage.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

namespace {

struct Found {
    imaging::VolumeSource source;
    bool explicitly = true;  ///< named by the user rather than met in a folder
};

std::vector<Found> findAll(const std::vector<fs::path>& paths, bool recursive, std::vector<std::string>& skipped) {
    std::vector<Found> found;
    for (const auto& path : paths) {
        const bool folder = fs::is_directory(path);
        std::vector<Error> refused;
        for (auto& source : imaging::findVolumes(path, recursive && folder, &refused)) {
            source.path = fs::absolute(source.path).lexically_normal();
            found.push_back({std::move(source), !folder});
        }
        for (const auto& error : refused) skipped.push_back(error.what());
    }
    return found;
}

std::string describe(const imaging::VolumeSource& source) {
    return source.seriesUid.empty() ? source.path.string() : source.path.string() + " (" + source.name + ")";
}

/// What is known of the volumes already there, to tell the same image from one of the same name.
class Taken {
public:
    explicit Taken(const std::vector<project::VolumeRecord>& records) {
        for (const auto& record : records) add(record);
    }
    void add(const project::VolumeRecord& record) {
        names_.insert(record.name);
        contents_[key(record)] = record.name;
    }
    const std::string* sameImage(const project::VolumeRecord& record) const {
        const auto found = contents_.find(key(record));
        return found == contents_.end() ? nullptr : &found->second;
    }
    std::string freeName(const std::string& wanted) const {
        auto name = wanted;
        for (int n = 2; names_.count(name) != 0; ++n) name = wanted + "_" + std::to_string(n);
        return name;
    }

private:
    static std::string key(const project::VolumeRecord& record) {
        return record.contentHash + '/' + record.source.seriesUid + '/' + std::to_string(record.source.frame);
    }
    std::set<std::string> names_;
    std::map<std::string, std::string> contents_;
};

}  // namespace

ImportOutcome importVolumes(project::ProjectStore& store, const std::vector<fs::path>& paths,
                            const ImportOptions& options, JobControl& control) {
    ImportOutcome outcome;
    std::vector<project::VolumeRecord> found;
    std::optional<Error> refused;  // the first image of a folder that could not be read
    try {
        const auto sources = findAll(paths, options.recursive, outcome.skipped);
        Stage stage(control, "import", static_cast<std::int64_t>(sources.size()));
        for (const auto& [source, explicitly] : sources) {
            try {
                found.push_back(describeVolume(source));
            } catch (const Error& error) {
                if (explicitly || error.code() == "cancelled") throw;
                outcome.skipped.push_back(error.what());
                if (!refused) refused = error;
            }
            stage.step();
        }
        if (refused && found.empty()) throw *refused;
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        if (paths.size() == 1) throw;
        throw Error(error.code(), "{0} (nothing was imported)", {error.what()});
    }
    auto added = addVolumes(store, std::move(found));
    outcome.volumes = std::move(added.volumes);
    outcome.skipped.insert(outcome.skipped.end(), added.skipped.begin(), added.skipped.end());
    return outcome;
}

ImportOutcome addVolumes(project::ProjectStore& store, std::vector<project::VolumeRecord> found) {
    ImportOutcome outcome;
    project::EditInfo info;
    info.tool = "import";
    store.transact(info, [&](project::ProjectWriter& writer) {
        Taken taken(store.volumes());
        for (auto& record : found) {
            const auto& source = record.source;
            if (const auto* name = taken.sameImage(record)) {
                outcome.skipped.push_back(describe(source) + " is in the project already, as " + *name);
                continue;
            }
            record.name = taken.freeName(source.name);
            if (record.name != source.name)
                record.notes.push_back("another image is called " + source.name + "; this one is " + record.name);
            taken.add(record);
            writer.addVolume(record);
            outcome.volumes.push_back({record.name, source.path, std::move(record.notes)});
        }
        info.name =
            "import " + std::to_string(outcome.volumes.size()) + (outcome.volumes.size() == 1 ? " volume" : " volumes");
    });
    return outcome;
}

void searchVolumes(const project::ProjectStore& store, const std::vector<fs::path>& paths, JobControl& control,
                   const std::function<void(FoundVolume)>& each) {
    const Taken taken(store.volumes());
    const auto refuse = [&](const imaging::VolumeSource& source, const Error& why) {
        FoundVolume volume;
        volume.record.name = source.name;
        volume.record.source = source;
        volume.refused = why;
        each(std::move(volume));
    };
    std::vector<imaging::VolumeSource> sources;
    control.progress({"search", 0, 0, {}});
    for (const auto& path : paths) {
        control.check();
        std::vector<Error> refused;
        try {
            for (auto& source : imaging::findVolumes(path, fs::is_directory(path), &refused)) {
                source.path = fs::absolute(source.path).lexically_normal();
                sources.push_back(std::move(source));
            }
        } catch (const Error& error) {
            if (refused.empty() && (error.code() != "image.none" || !fs::is_directory(path))) refused = {error};
        }
        for (const auto& error : refused) {
            // Errors of reading begin with the file.
            const fs::path file = error.args().empty() ? path : fs::path(error.args().front());
            refuse({fs::absolute(file), {}, 0, 1, file.filename().string()}, error);
        }
    }
    Stage stage(control, "read", static_cast<std::int64_t>(sources.size()));
    for (const auto& source : sources) {
        try {
            FoundVolume volume;
            volume.record = describeVolume(source, &volume.content);
            if (const auto* name = taken.sameImage(volume.record)) volume.presentAs = *name;
            each(std::move(volume));
        } catch (const Error& error) {
            refuse(source, error);
        }
        stage.step();
    }
}

}  // namespace protolabel::workflow
