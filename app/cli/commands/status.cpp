#include "core/workflow/status.h"

#include <algorithm>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/workflow/embedded_model.h"

namespace protolabel::cli {

namespace {

using nlohmann::json;
using workflow::ProjectStatus;

struct StatusOptions {
    std::string project;
};

std::string nameOf(const ProjectStatus& status, LabelId id) {
    const auto label =
        std::find_if(status.labels.begin(), status.labels.end(), [&](const auto& l) { return l.id == id; });
    return label == status.labels.end() ? std::to_string(id.value) : label->name;
}

std::string nameOf(const ProjectStatus& status, VolumeId id) {
    const auto volume =
        std::find_if(status.volumes.begin(), status.volumes.end(), [&](const auto& v) { return v.record.id == id; });
    return volume == status.volumes.end() ? std::to_string(id.value) : volume->record.name;
}

json volumesJson(const ProjectStatus& status) {
    auto list = json::array();
    for (const auto& volume : status.volumes) {
        json voxels = json::object();
        json proposals = json::object();
        json states = json::object();
        for (const auto& [label, count] : volume.voxels) voxels[nameOf(status, label)] = count;
        for (const auto& [label, count] : volume.proposals) proposals[nameOf(status, label)] = count;
        for (const auto& [state, count] : volume.states) states[std::string(project::toString(state))] = count;
        const auto& record = volume.record;
        list.push_back({{"name", record.name},
                        {"path", record.source.path.string()},
                        {"missing", volume.missing},
                        {"size", record.geometry.size},
                        {"spacing", record.geometry.spacing},
                        {"modality", std::string(imaging::toString(record.modality))},
                        {"slice_axis", record.sliceAxis},
                        {"slices", volume.slices},
                        {"annotated_slices", volume.annotatedSlices},
                        {"voxels", voxels},
                        {"proposals", proposals},
                        {"states", states},
                        {"notes", record.notes}});
    }
    return list;
}

json toJson(const ProjectStatus& status) {
    json object{{"volumes", volumesJson(status)},
                {"labels", json::array()},
                {"supports", json::array()},
                {"models", json::array()}};
    for (const auto& label : status.labels) {
        auto& one = object["labels"].emplace_back(cli::toJson(label));
        one["locked"] = label.locked;
    }
    for (const auto& support : status.supports)
        object["supports"].push_back({{"volume", nameOf(status, support.volume)},
                                      {"slice", support.slice},
                                      {"label", nameOf(status, support.label)},
                                      {"weight", support.weight},
                                      {"enabled", support.enabled}});
    for (const auto& model : status.models) {
        auto& one = object["models"].emplace_back(cli::toJson(model));
        one["embedded"] = model.hash == workflow::embeddedModelHash();
    }
    return object;
}

std::string volumeLine(const ProjectStatus& status, const workflow::VolumeStatus& volume) {
    auto line = "  " + volume.record.name + ": " + std::to_string(volume.annotatedSlices) + " of " +
                counted(volume.slices, "slice") + " annotated";
    for (const auto& [label, count] : volume.voxels)
        line += ", " + nameOf(status, label) + " " + counted(count, "voxel");
    for (const auto& [label, count] : volume.proposals)
        line += ", " + nameOf(status, label) + " proposed on " + std::to_string(count);
    if (volume.missing) line += "  MISSING: " + volume.record.source.path.string() + " (find it with: relink)";
    return line;
}

void print(Console& console, const ProjectStatus& status) {
    console.say(counted(static_cast<std::int64_t>(status.volumes.size()), "volume"));
    for (const auto& volume : status.volumes) console.say(volumeLine(status, volume));
    console.say(counted(static_cast<std::int64_t>(status.labels.size()), "label"));
    for (const auto& label : status.labels)
        console.say("  " + std::to_string(label.id.value) + " " + label.name + " " + labels::toHex(label.color));
    console.say(counted(static_cast<std::int64_t>(status.supports.size()), "support"));
    for (const auto& support : status.supports)
        console.say("  " + nameOf(status, support.label) + " on slice " + std::to_string(support.slice) + " of " +
                    nameOf(status, support.volume) + (support.enabled ? "" : " (disabled)"));
    console.say(counted(static_cast<std::int64_t>(status.models.size()), "model"));
    for (const auto& model : status.models)
        console.say("  " + summaryOf(model) +
                    (model.hash == workflow::embeddedModelHash() ? " (came with the program)" : ""));
}

}  // namespace

void addStatus(CLI::App& app, Session& session) {
    addCommand<StatusOptions>(
        app, session, "status", "What a project holds: volumes, labels, supports, models", "status heart.plb --json",
        [](CLI::App& command, StatusOptions& options) { addProject(command, options.project); },
        [&session](const StatusOptions& options) {
            const auto status = workflow::statusOf(*session.open(options.project, storage::Access::ReadOnly));
            session.console.result(toJson(status));
            print(session.console, status);
        });
}

}  // namespace protolabel::cli
