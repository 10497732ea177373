#pragma once

#include <memory>
#include <string>
#include <utility>

#include <CLI/CLI.hpp>

#include "app/cli/session.h"
#include "core/consensus/common.h"
#include "core/engine/catalog.h"
#include "core/workflow/export.h"
#include "core/workflow/prediction.h"
#include "core/workflow/training.h"

/// Options that several commands share.
namespace protolabel::cli {

/// Adds a command whose options live as long as the command line does; `run(options)` is its job.
/// `declare(command, options)` adds its options to the command.
template <class Options, class Declare, class Run>
CLI::App* addCommand(CLI::App& app, Session& session, const std::string& name, const std::string& text,
                     const std::string& example, Declare&& declare, Run run) {
    auto* command = app.add_subcommand(name, text);
    command->fallthrough();
    command->footer("Example:\n  protolabel-cli " + example);
    auto options = std::make_shared<Options>();
    declare(*command, *options);
    command->callback([&session, options, run = std::move(run)] { session.job = [options, run] { run(*options); }; });
    return command;
}

/// An option that may be repeated; each takes one value ("--volume A --volume B").
template <class T>
CLI::Option* addRepeated(CLI::App& command, const std::string& name, std::vector<T>& values, const std::string& text) {
    return command.add_option(name, values, text)->allow_extra_args(false)->take_all();
}

/// The project file, the first argument of most commands.
inline void addProject(CLI::App& command, std::string& project) {
    command.add_option("project", project, "Project file")->required()->type_name("P.plb");
}

/// --method, one of those that the worker knows.
template <class T>
void addMethod(CLI::App& command, T& method, const std::string& text) {
    command.add_option("--method", method, text)->check(CLI::IsMember(engine::namesOf(engine::methods())));
}
/// --encoder, likewise; the option, for its default.
template <class T>
CLI::Option* addEncoder(CLI::App& command, T& encoder, const std::string& text) {
    return command.add_option("--encoder", encoder, text)->check(CLI::IsMember(engine::namesOf(engine::encoders())));
}

void addTrainOptions(CLI::App& command, workflow::TrainOptions& options);
/// What a method may be told at prediction time: --alpha, --regions, --background, --threshold, ...
void addMethodChanges(CLI::App& command, workflow::MethodChanges& changes);
/// NAME on|off; `text` without the default, which is on.
void addOnOff(CLI::App& command, const std::string& name, bool& value, const std::string& text);
/// --tune
void addTuning(CLI::App& command, bool& tuning);
void addDevice(CLI::App& command, std::string& device);
/// --range
void addRange(CLI::App& command, bool& range);
/// --snap
void addSnap(CLI::App& command, bool& snap);

/// --min-size of supervoxels.
void addMinimumSize(CLI::App& command, int& size);

/// --force: files that are there are replaced.
void addForce(CLI::App& command, bool& force);

/// As much of a model's hash as people are shown.
std::string shortHash(const std::string& hash);
/// A model in one line: the start of its hash, what it is, and its training.
std::string summaryOf(const project::ModelRecord& model);
nlohmann::json toJson(const project::ModelRecord& model);
nlohmann::json toJson(const labels::Label& label);

/// Right-aligned, after at least one blank.
std::string inColumn(const std::string& text, std::size_t width);

/// Says what was tuned, a line a label (by name, else by number), and returns it.
nlohmann::json reportTuning(Console& console, const std::string& method, const engine::TuneResult& tuning,
                            const std::map<int, std::string>& names);
/// Says what was written, a line a file, and returns it as the contract's "files".
nlohmann::json reportFiles(Console& console, const std::vector<workflow::ExportedFile>& files);

/// Several annotators' projects, only read, with the stores behind them.
struct OpenProjects {
    std::vector<std::unique_ptr<project::ProjectStore>> stores;
    consensus::Projects projects;
};
OpenProjects openToRead(Session& session, const std::vector<std::string>& files);

/// Says each remark and returns them.
nlohmann::json reportNotes(Console& console, const std::vector<Error>& notes);

/// A name that does not promise another format.
CLI::Validator pngFile();
/// Numbers are checked while the command line is read: a wrong one is bad usage.
CLI::Validator positiveNumber();
/// --plot FILE.png; refuses names that promise another format.
template <class T>
void addPlot(CLI::App& command, T& file, const std::string& text) {
    command.add_option("--plot", file, text)->check(pngFile())->type_name("FILE.png");
}
/// That results can be written there, before the work rather than after it; empty ones are not wanted. Throws Error "file.same" where two are the same file,
/// and what workflow::requirePlace throws.
void requirePlaces(const std::vector<std::filesystem::path>& files);
CLI::Validator positiveSeconds();

}  // namespace protolabel::cli
