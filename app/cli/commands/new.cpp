#include <set>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/base/error.h"
#include "core/labels/label_table.h"

namespace protolabel::cli {

namespace {

struct NewOptions {
    std::string project;
    std::vector<std::string> labels;
};

/// Wrong labels are bad usage: they are found before a file is made.
std::vector<labels::Label> parseLabels(const std::vector<std::string>& texts) {
    std::vector<labels::Label> table;
    std::set<std::int64_t> ids;
    std::set<std::string> names;
    for (const auto& text : texts) {
        try {
            table.push_back(labels::parseLabel(text, static_cast<int>(table.size())));
        } catch (const Error& error) {
            throw CLI::ValidationError("--label", error.what());
        }
        if (!ids.insert(table.back().id.value).second || !names.insert(table.back().name).second)
            throw CLI::ValidationError("--label", "\"" + text + "\" repeats an id or a name; each may be used once");
    }
    return table;
}

void runNew(Session& session, const NewOptions& options) {
    const auto table = parseLabels(options.labels);
    const auto store = storage::createProject(options.project, table);
    auto list = nlohmann::json::array();
    for (const auto& label : table)
        list.push_back({{"id", label.id.value}, {"name", label.name}, {"color", labels::toHex(label.color)}});
    session.console.result({{"project", store->file().string()}, {"labels", list}});
    session.console.say("made " + store->file().string() + " with " +
                        counted(static_cast<std::int64_t>(table.size()), "label"));
}

}  // namespace

void addNew(CLI::App& app, Session& session) {
    addCommand<NewOptions>(
        app, session, "new", "Make a project",
        "new heart.plb --label 1=myocardium:#E69F00 --label 2=\"left ventricle\"",
        [](CLI::App& command, NewOptions& options) {
            addProject(command, options.project);
            addRepeated(command, "--label", options.labels, "A class, as ID=NAME or ID=NAME:#RRGGBB; repeat for more")
                ->type_name("ID=NAME[:#RRGGBB]");
        },
        [&session](const NewOptions& options) { runNew(session, options); });
}

}  // namespace protolabel::cli
