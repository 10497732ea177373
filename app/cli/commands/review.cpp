#include "core/review/queue.h"

#include <algorithm>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/project/operations.h"
#include "core/workflow/files.h"
#include "core/workflow/review_work.h"

namespace protolabel::cli {

namespace {

using nlohmann::json;

struct ReviewOptions {
    std::string project;
    std::vector<std::string> labels;
    std::string order = "gain";
    std::string csv;
    int count = 20;
};

struct Queue {
    review::Progress progress;
    std::map<VolumeId, std::string> volumes;
    std::map<LabelId, std::string> labels;
    std::vector<review::Place> places;
};

Queue queueOf(const project::ProjectStore& store, const ReviewOptions& options) {
    Queue queue;
    review::QueueOptions wanted;
    if (options.order == "volume") wanted.order = review::Order::ByVolume;
    for (const auto& label : store.labels()) queue.labels[label.id] = label.name;
    for (const auto& name : options.labels) wanted.labels.insert(project::findLabel(store, name).id);
    if (options.labels.empty())
        for (const auto& [id, name] : queue.labels) wanted.labels.insert(id);
    review::ProjectFacts facts;
    const auto labels = store.labels();
    const auto comments = store.comments();
    for (const auto& volume : store.volumes()) {
        queue.volumes[volume.id] = volume.name;
        facts[volume.id] = review::readFacts(store, volume, labels, comments);
    }
    queue.progress = review::progressOf(facts, wanted.labels);
    queue.places = review::makeQueue(facts, wanted);
    return queue;
}

json toJson(const Queue& queue, const std::vector<workflow::ReviewWork>& work, std::optional<double> seconds) {
    json object{{"open", queue.progress.open},
                {"done", queue.progress.done},
                {"seconds_per_slice", seconds ? json(*seconds) : json()},
                {"queue", json::array()},
                {"work", json::array()}};
    for (const auto& place : queue.places) {
        json labels = json::array();
        for (const auto id : place.labels) labels.push_back(queue.labels.at(id));
        object["queue"].push_back({{"volume", queue.volumes.at(place.volume)},
                                   {"slice", place.slice},
                                   {"labels", labels},
                                   {"state", std::string(project::toString(place.state))},
                                   {"confidence", place.confidence},
                                   {"distance", place.distance},
                                   {"gain", place.gain}});
    }
    for (const auto& row : work)
        object["work"].push_back({{"day", row.day},
                                  {"label", row.label},
                                  {"model", row.model},
                                  {"accepted", row.accepted},
                                  {"corrected", row.corrected},
                                  {"rejected", row.rejected},
                                  {"unchanged_rate", row.unchangedRate()},
                                  {"active_seconds", row.seconds}});
    return object;
}

void print(Console& console, const Queue& queue, const std::vector<workflow::ReviewWork>& work,
           std::optional<double> seconds, int count) {
    const int all = queue.progress.open + queue.progress.done;
    console.say(std::to_string(queue.progress.done) + " of " + counted(all, "slice") + " reviewed" +
                (seconds ? ", about " + fixed(*seconds * queue.progress.open / 60, 0) + " min left" : ""));
    for (std::size_t i = 0; i < queue.places.size() && i < static_cast<std::size_t>(count); ++i) {
        const auto& place = queue.places[i];
        std::string names;
        for (const auto id : place.labels) names += (names.empty() ? "" : ", ") + queue.labels.at(id);
        console.say("  " + queue.volumes.at(place.volume) + " slice " + std::to_string(place.slice) + ": " + names +
                    ", confidence " + fixed(place.confidence, 2) + ", expected gain of Dice " + fixed(place.gain, 3) +
                    (place.state == project::ReviewState::Flagged ? ", flagged" : ""));
    }
    for (const auto& row : work)
        console.say("  " + row.day + " " + row.label + " by " + shortHash(row.model) + ": " +
                    std::to_string(row.accepted) + " accepted, " + std::to_string(row.corrected) + " corrected, " +
                    std::to_string(row.rejected) + " rejected, " + fixed(row.secondsPerAccepted(), 1) +
                    " s per accepted");
}

}  // namespace

void addReview(CLI::App& app, Session& session) {
    addCommand<ReviewOptions>(
        app, session, "review", "What to look at next, how far the review is, and how well the proposals served",
        "review heart.plb --label myocardium --count 10 --csv work.csv",
        [](CLI::App& command, ReviewOptions& options) {
            addProject(command, options.project);
            addRepeated(command, "--label", options.labels, "Only this label, by name or id; repeat for more");
            command.add_option("--order", options.order, "Most useful slice first, or volume by volume")
                ->capture_default_str()
                ->check(CLI::IsMember({"gain", "volume"}));
            command.add_option("--count", options.count, "Slices to print")
                ->capture_default_str()
                ->check(CLI::Range(0, 100000));
            command.add_option("--csv", options.csv,
                               "Writes proposals accepted, corrected, rejected and the time per day, label and model");
        },
        [&session](const ReviewOptions& options) {
            const auto store = session.open(options.project, storage::Access::ReadOnly);
            const auto queue = queueOf(*store, options);
            const auto [work, seconds] = workflow::reviewHistoryOf(*store);
            if (!options.csv.empty()) workflow::writeFile(options.csv, workflow::reviewWorkCsv(work));
            session.console.result(toJson(queue, work, seconds));
            print(session.console, queue, work, seconds, options.count);
        });
}

}  // namespace protolabel::cli
