#include "core/workflow/consensus.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/workflow/files.h"

namespace protolabel::cli {

namespace {

using nlohmann::json;

struct ConsensusOptions {
    std::vector<std::string> projects, volumes;
    workflow::ConsensusMethod method = workflow::ConsensusMethod::Staple;
    std::string out;
};

json reportRaters(Console& console, const workflow::Consensus& consensus) {
    auto list = json::array();
    for (std::size_t n = 0; n < consensus.raters.size(); ++n) {
        auto labels = json::array();
        for (const auto& label : consensus.labels) {
            const auto found = consensus.raters[n].find(static_cast<std::uint16_t>(label.id.value));
            if (found == consensus.raters[n].end()) continue;
            const auto& [sensitivity, specificity] = found->second;
            console.say(consensus.projects[n] + ", " + label.name + ": sensitivity " + fixed(sensitivity, 4) +
                        ", specificity " + fixed(specificity, 6));
            labels.push_back({{"label", label.name},
                              {"label_id", label.id.value},
                              {"sensitivity", sensitivity},
                              {"specificity", specificity}});
        }
        list.push_back({{"project", consensus.projects[n]}, {"labels", labels}});
    }
    return list;
}

void runConsensus(Session& session, const ConsensusOptions& options) {
    const auto open = openToRead(session, options.projects);
    if (std::filesystem::exists(options.out))  // before minutes of work
        throw Error("project.exists", "{0} exists already; choose another name", {options.out});
    workflow::requirePlace(options.out);
    const auto consensus = workflow::makeConsensus(open.projects, options.method, options.volumes, session.console);
    const auto target = storage::createProject(options.out, consensus.labels);
    workflow::storeConsensus(*target, consensus);

    const auto raters = reportRaters(session.console, consensus);
    auto volumes = json::array();
    for (const auto& volume : consensus.volumes) {
        std::int64_t undecided = 0;
        for (const auto& [slice, voxels] : volume.undecided) undecided += voxels;
        volumes.push_back({{"name", volume.record.name},
                           {"annotated_slices", volume.slices.size()},
                           {"undecided_voxels", undecided},
                           {"flagged_slices", volume.undecided.size()}});
    }
    const auto notes = reportNotes(session.console, consensus.notes);
    if (consensus.undecided > 0)
        session.console.remark(counted(consensus.undecided, "voxel") +
                               " undecided, left background; their slices are flagged");
    session.console.say("made " + target->file().string() + " with " +
                        counted(static_cast<std::int64_t>(consensus.volumes.size()), "volume") + " and " +
                        counted(static_cast<std::int64_t>(consensus.labels.size()), "label"));
    session.console.result({{"project", target->file().string()},
                            {"method", consensus.method == workflow::ConsensusMethod::Staple ? "staple" : "majority"},
                            {"raters", raters},
                            {"volumes", volumes},
                            {"undecided_voxels", consensus.undecided},
                            {"notes", notes}});
}

}  // namespace

void addConsensus(CLI::App& app, Session& session) {
    using workflow::ConsensusMethod;
    addCommand<ConsensusOptions>(
        app, session, "consensus", "One annotation out of several annotators', as a new project",
        "consensus anna.plb ben.plb carla.plb --method staple --out consensus.plb",
        [](CLI::App& command, ConsensusOptions& options) {
            command.add_option("projects", options.projects, "Two or more projects of the same volumes; only read")
                ->required()
                ->expected(2, 1000)
                ->type_name("A.plb B.plb");
            const std::map<std::string, ConsensusMethod> methods{{"staple", ConsensusMethod::Staple},
                                                                 {"majority", ConsensusMethod::Majority}};
            command
                .add_option("--method", options.method,
                            "staple (weighs annotators by how well they agree with the others) or majority")
                ->transform(CLI::Transformer(methods).description(""))
                ->type_name("METHOD")
                ->default_str("staple");
            command.add_option("--out", options.out, "The project to make; one that is there is never replaced")
                ->required()
                ->type_name("NEW.plb");
            addRepeated(command, "--volume", options.volumes, "Only this volume; repeat for more")->type_name("V");
        },
        [&session](const ConsensusOptions& options) { runConsensus(session, options); });
}

}  // namespace protolabel::cli
