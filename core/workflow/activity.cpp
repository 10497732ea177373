#include "core/workflow/activity.h"

#include <map>
#include <tuple>

#include <nlohmann/json.hpp>

#include "core/workflow/csv.h"

namespace protolabel::workflow {

namespace {

/// 0: not said.
struct Subject {
    std::int64_t volume = 0, label = 0;
    auto operator<=>(const Subject&) const = default;
};

/// The slices accepted per volume and label; throws what nlohmann does where the details are not those of an acceptance.
std::map<Subject, int> acceptedIn(const nlohmann::json& details) {
    std::map<Subject, int> slices;
    for (const auto& group : details.at("accepted"))
        for (const auto& slice : group.at("slices"))
            ++slices[{slice.at(0).get<std::int64_t>(), slice.at(2).get<std::int64_t>()}];
    return slices;
}

/// What an edit was about, with the accepted slices; one entry unless it accepted several.
std::map<Subject, int> subjectsOf(const std::string& text) {
    const auto details = nlohmann::json::parse(text, nullptr, false);
    try {
        if (details.is_object() && details.contains("accepted")) return acceptedIn(details);
        if (details.is_object())
            return {{{details.value("volume", std::int64_t{0}), details.value("label", std::int64_t{0})}, 0}};
    } catch (const nlohmann::json::exception&) {  // of another program or version: not known
    }
    return {{{}, 0}};
}

template <class Records>
std::string nameOf(const Records& records, std::int64_t id) {
    for (const auto& record : records)
        if (record.id.value == id) return record.name;
    return id == 0 ? "" : "#" + std::to_string(id);
}

}  // namespace

std::vector<Activity> activityOf(const project::ProjectStore& store) {
    std::map<std::tuple<std::string, std::string, Subject>, Activity> sums;
    for (const auto& edit : store.edits()) {
        if (edit.undone) continue;
        const auto subjects = subjectsOf(edit.info.details);
        int slices = 0;
        for (const auto& [subject, accepted] : subjects) slices += accepted;
        for (const auto& [subject, accepted] : subjects) {
            auto& sum = sums[{edit.info.author, edit.info.tool, subject}];
            const double share = slices > 0 ? static_cast<double>(accepted) / slices : 1;
            sum.activeSeconds += share * edit.info.activeSeconds;
            sum.acceptedSlices += accepted;
            ++sum.edits;
        }
    }
    const auto volumes = store.volumes();
    const auto labels = store.labels();
    std::vector<Activity> result;
    for (auto& [key, sum] : sums) {
        const auto& [author, tool, subject] = key;
        sum.author = author;
        sum.tool = tool;
        sum.volume = nameOf(volumes, subject.volume);
        sum.label = nameOf(labels, subject.label);
        result.push_back(std::move(sum));
    }
    return result;
}

std::string activityCsv(const std::vector<Activity>& activity) {
    std::string text = csvLine({"annotator", "tool", "volume", "label", "active_seconds", "edits", "accepted_slices"});
    for (const auto& row : activity)
        text += csvLine({csvCell(row.author), csvCell(row.tool), csvCell(row.volume), csvCell(row.label),
                         csvCell(row.activeSeconds), csvCell(std::int64_t{row.edits}),
                         csvCell(std::int64_t{row.acceptedSlices})});
    return text;
}

}  // namespace protolabel::workflow
