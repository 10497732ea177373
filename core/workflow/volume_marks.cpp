#include "core/workflow/volume_marks.h"

#include <nlohmann/json.hpp>

namespace protolabel::workflow {

static constexpr const char* kSetting = "volumes.marks";

/// {"complete":[1,5],"flagged":[2]}
VolumeMarks volumeMarks(const project::ProjectStore& store) {
    VolumeMarks marks;
    const auto text = store.setting(kSetting);
    const auto json = nlohmann::json::parse(text.value_or("{}"), nullptr, false);
    const auto read = [&](const char* key, std::set<VolumeId>& ids) {
        if (!json.is_object() || !json.contains(key) || !json[key].is_array()) return;
        for (const auto& id : json[key])
            if (id.is_number_integer()) ids.insert(VolumeId{id.get<std::int64_t>()});
    };
    read("complete", marks.complete);
    read("flagged", marks.flagged);
    return marks;
}

void putVolumeMarks(project::ProjectWriter& writer, const VolumeMarks& marks) {
    const auto numbers = [](const std::set<VolumeId>& ids) {
        auto array = nlohmann::json::array();
        for (const auto id : ids) array.push_back(id.value);
        return array;
    };
    const nlohmann::json json = {{"complete", numbers(marks.complete)}, {"flagged", numbers(marks.flagged)}};
    writer.putSetting(kSetting, json.dump());
}

static std::string completeKey(VolumeId volume, LabelId label) {
    return "complete/" + std::to_string(volume.value) + "/" + std::to_string(label.value);
}

void markComplete(project::ProjectWriter& writer, VolumeId volume, LabelId label) {
    writer.putSetting(completeKey(volume, label), "yes");
}

bool isComplete(const project::ProjectStore& store, const VolumeMarks& marks, VolumeId volume, LabelId label) {
    return marks.complete.count(volume) != 0 || store.setting(completeKey(volume, label));
}

}  // namespace protolabel::workflow
