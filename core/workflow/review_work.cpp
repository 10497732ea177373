#include "core/workflow/review_work.h"

#include <map>
#include <set>
#include <tuple>

#include <nlohmann/json.hpp>

#include "core/workflow/csv.h"

namespace protolabel::workflow {

namespace {

using Decided = std::tuple<std::int64_t, int, std::int64_t>;                // volume, slice, label
using WorkKey = std::tuple<std::string, std::int64_t, project::ModelHash>;  // day, label, model

/// Adds up a history, edit after edit.
class Ledger {
public:
    void add(const project::EditRecord& edit) {
        const auto details = nlohmann::json::parse(edit.info.details, nullptr, false);
        if (!details.is_object()) return;
        try {
            if (details.contains("accepted"))
                decide(edit, details.at("accepted"), true);
            else if (details.contains("rejected"))
                decide(edit, details.at("rejected"), false);
            else if (details.contains("changed"))
                correct(edit, details);
        } catch (const nlohmann::json::exception&) {  // of another program or version: not known
        }
    }

    std::map<WorkKey, ReviewWork> rows;
    std::set<std::pair<std::int64_t, int>> slices;  ///< with something accepted

private:
    void decide(const project::EditRecord& edit, const nlohmann::json& groups, bool accepts) {
        std::size_t count = 0;
        for (const auto& group : groups) count += group.at("slices").size();
        for (const auto& group : groups)
            for (const auto& one : group.at("slices")) {
                const Decided proposal{one.at(0).get<std::int64_t>(), one.at(1).get<int>(),
                                       one.at(2).get<std::int64_t>()};
                const WorkKey row{edit.when.substr(0, 10), std::get<2>(proposal), group.at("model").get<std::string>()};
                auto& work = rows[row];
                ++(accepts ? work.accepted : work.rejected);
                work.seconds += edit.info.activeSeconds / static_cast<double>(count);
                if (!accepts) continue;
                accepted_[proposal] = row;
                corrected_.erase(proposal);
                slices.insert({std::get<0>(proposal), std::get<1>(proposal)});
            }
    }

    void correct(const project::EditRecord& edit, const nlohmann::json& details) {
        const auto volume = details.at("volume").get<std::int64_t>();
        const auto& changed = details.at("changed");
        for (const auto& one : changed) {
            const Decided proposal{volume, one.at(0).get<int>(), one.at(1).get<std::int64_t>()};
            const auto found = accepted_.find(proposal);
            if (found == accepted_.end()) continue;
            auto& work = rows[found->second];
            work.seconds += edit.info.activeSeconds / static_cast<double>(changed.size());
            if (corrected_.insert(proposal).second) ++work.corrected;
        }
    }

    std::map<Decided, WorkKey> accepted_;
    std::set<Decided> corrected_;
};

}  // namespace

ReviewHistory reviewHistoryOf(const project::ProjectStore& store) {
    constexpr std::size_t kFewest = 3;
    Ledger ledger;
    for (const auto& edit : store.edits())
        if (!edit.undone) ledger.add(edit);
    std::map<std::int64_t, std::string> names;
    for (const auto& label : store.labels()) names[label.id.value] = label.name;
    ReviewHistory history;
    double seconds = 0;
    for (auto& [row, work] : ledger.rows) {
        const auto& [day, label, model] = row;
        const auto name = names.find(label);
        work.day = day;
        work.label = name != names.end() ? name->second : "#" + std::to_string(label);
        work.model = model;
        seconds += work.seconds;
        history.work.push_back(work);
    }
    if (ledger.slices.size() >= kFewest) history.secondsPerSlice = seconds / static_cast<double>(ledger.slices.size());
    return history;
}

std::string reviewWorkCsv(const std::vector<ReviewWork>& work) {
    std::string text = csvLine({"day", "label", "model", "accepted", "corrected", "rejected", "unchanged_rate",
                                "active_seconds", "seconds_per_accepted"});
    for (const auto& row : work)
        text += csvLine({csvCell(row.day), csvCell(row.label), csvCell(row.model), csvCell(std::int64_t{row.accepted}),
                         csvCell(std::int64_t{row.corrected}), csvCell(std::int64_t{row.rejected}),
                         csvCell(row.unchangedRate()), csvCell(row.seconds), csvCell(row.secondsPerAccepted())});
    return text;
}

}  // namespace protolabel::workflow
