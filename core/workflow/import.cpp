#include "core/workflow/import.h"

#include <map>
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
    bool explicitly = true;  ///< named by the user rather than met in a search
};

std::vector<Found> findAll(const std::vector<fs::path>& paths, bool recursive) {
    std::vector<Found> found;
    for (const auto& path : paths) {
        const bool search = recursive && fs::is_directory(path);
        for (auto& source : imaging::findVolumes(path, search)) {
            source.path = fs::absolute(source.path).lexically_normal();
            found.push_back({std::move(source), !search});
        }
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
    std::vector<project::VolumeRecord> records;
    Taken taken(store.volumes());
    try {
        const auto found = findAll(paths, options.recursive);
        Stage stage(control, "import", static_cast<std::int64_t>(found.size()));
        for (const auto& [source, explicitly] : found) {
            try {
                auto record = describeVolume(source);
                if (const auto* name = taken.sameImage(record)) {
                    outcome.skipped.push_back(describe(source) + " is in the project already, as " + *name);
                } else {
                    record.name = taken.freeName(source.name);
                    if (record.name != source.name)
                        record.notes.push_back("another image is called " + source.name + "; this one is " +
                                               record.name);
                    taken.add(record);
                    records.push_back(std::move(record));
                }
            } catch (const Error& error) {
                if (explicitly) throw;
                outcome.skipped.push_back(error.what());
            }
            stage.step();
        }
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        if (paths.size() == 1) throw;
        throw Error(error.code(), "{0} (nothing was imported)", {error.what()});
    }
    const auto count = std::to_string(records.size()) + (records.size() == 1 ? " volume" : " volumes");
    project::EditInfo info;
    info.name = "import " + count;
    info.tool = "import";
    store.transact(info, [&](project::ProjectWriter& writer) {
        for (const auto& record : records) writer.addVolume(record);
    });
    for (auto& record : records) outcome.volumes.push_back({record.name, record.source.path, std::move(record.notes)});
    return outcome;
}

}  // namespace protolabel::workflow
