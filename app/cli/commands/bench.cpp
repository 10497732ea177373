#include "core/workflow/bench.h"

#include <cstdio>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"

namespace protolabel::cli {

namespace {

std::string number(const std::optional<double>& value) {
    return value ? fixed(*value, *value < 10 ? 2 : 1) : "-";
}

void print(Console& console, const engine::BenchResult& result) {
    for (const auto& [key, value] : result.machine) console.say(key + ": " + value);
    char line[160];
    std::snprintf(line, sizeof line, "%-38s %10s %10s %8s  %-12s %s", "", "here", "plain", "ratio", "unit", "target");
    console.say(line);
    for (const auto& entry : result.results) {
        std::snprintf(line, sizeof line, "%-38s %10s %10s %8s  %-12s %s", entry.name.c_str(),
                      number(entry.value).c_str(), number(entry.baseline).c_str(), number(entry.ratio).c_str(),
                      entry.unit.c_str(), entry.target.c_str());
        console.say(line);
    }
    console.say(
        "plain: the same in single precision, one slice and label after the other, in turns with ours; medians");
}

/// Empty numbers are null: every result has the same keys.
nlohmann::json report(const engine::BenchResult& result) {
    auto object = engine::toJson(result);
    for (auto& entry : object.at("results"))
        for (const auto* key : {"baseline", "ratio"})
            if (!entry.contains(key)) entry[key] = nullptr;
    return object;
}

void run(Session& session, const engine::BenchRequest& request) {
    const auto result = workflow::bench(session.engine(), request, session.console);
    session.console.result(report(result));
    print(session.console, result);
}

}  // namespace

void addBench(CLI::App& app, Session& session) {
    addCommand<engine::BenchRequest>(
        app, session, "bench", "Measure how fast this machine encodes, predicts and trains", "bench --json",
        [](CLI::App& command, engine::BenchRequest& request) {
            command.add_flag("--quick", request.quick, "Measure once: tells that it works, not how fast it is");
            addDevice(command, request.device);
        },
        [&session](const engine::BenchRequest& request) { run(session, request); });
}

}  // namespace protolabel::cli
