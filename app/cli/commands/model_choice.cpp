#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/model_comparison.h"
#include "core/workflow/model_library.h"

namespace protolabel::cli {

namespace {

struct ChoiceOptions {
    std::string project;
    std::vector<std::string> models;
};

void runUse(Session& session, const ChoiceOptions& options) {
    const auto store = session.open(options.project);
    workflow::useModel(*store, options.models.front());
    const auto used = workflow::modelInUse(*store);
    session.console.result({{"model", used}});
    session.console.say("proposals are made with " + shortHash(used) + " from now on");
}

void runCompare(Session& session, const ChoiceOptions& options) {
    const auto store = session.open(options.project, storage::Access::ReadOnly);
    const auto other = options.models.size() > 1 ? options.models.back() : workflow::modelInUse(*store);
    const auto compared =
        workflow::compareModels(*store, session.engine(), options.models.front(), other, session.console);
    auto rows = nlohmann::json::array();
    for (const auto& row : compared.rows) {
        rows.push_back({{"volume", row.volume},
                        {"label", row.label},
                        {"slices", row.slices},
                        {"dice", row.first},
                        {"other_dice", row.second}});
        session.console.say(row.volume + ", " + row.label + ": Dice " + fixed(row.first, 1) + " and " +
                            fixed(row.second, 1) + " on " + counted(row.slices, "slice"));
    }
    session.console.say("mean: Dice " + fixed(compared.first, 1) + " and " + fixed(compared.second, 1));
    session.console.result({{"model", options.models.front()},
                            {"other", other},
                            {"mean_dice", compared.first},
                            {"other_mean_dice", compared.second},
                            {"rows", rows}});
}

}  // namespace

void addModelChoice(CLI::App& model, Session& session) {
    const std::string meant = "start of a model's hash, or embedded";
    addCommand<ChoiceOptions>(
        model, session, "use", "Make proposals with this model from now on", "model use heart.plb 3fa94c",
        [&](CLI::App& command, ChoiceOptions& options) {
            addProject(command, options.project);
            command.add_option("model", options.models, "The model: " + meant)
                ->required()
                ->expected(1)
                ->type_name("MODEL");
        },
        [&session](const ChoiceOptions& options) { runUse(session, options); });
    addCommand<ChoiceOptions>(
        model, session, "compare", "Dice of two models on what is drawn and accepted beside the supports",
        "model compare heart.plb 3fa94c embedded",
        [&](CLI::App& command, ChoiceOptions& options) {
            addProject(command, options.project);
            command.add_option("models", options.models, "One or two of them (the one in use): " + meant)
                ->required()
                ->expected(1, 2)
                ->type_name("MODEL [OTHER]");
        },
        [&session](const ChoiceOptions& options) { runCompare(session, options); });
}

}  // namespace protolabel::cli
