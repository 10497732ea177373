#include <algorithm>
#include <cctype>
#include <numeric>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"
#include "core/base/spread.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/files.h"
#include "core/workflow/model_library.h"
#include "core/workflow/models.h"
#include "core/workflow/option_text.h"

namespace protolabel::cli {

namespace {

using nlohmann::json;
using workflow::ModelDescription;

/// 43024448 as "43,024,448".
std::string grouped(std::int64_t number) {
    auto text = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

/// The provenance that the model file carries; an empty object where it carries none.
json provenanceOf(const ModelDescription& model) {
    auto provenance = json::parse(model.content.provenance, nullptr, false);
    return provenance.is_object() ? provenance : json::object();
}

json toJson(const ModelDescription& model) {
    const auto& content = model.content;
    json object{{"model", model.hash},
                {"method", content.spec.method},
                {"encoder", content.spec.encoder},
                {"stride", content.spec.stride},
                {"options", engine::toJson(content.spec.options)},
                {"iterations", content.iterations},
                {"loss", content.loss},
                {"losses", content.losses},
                {"parameters", content.parameters},
                {"multiply_adds", content.multiplyAdds},
                {"provenance", provenanceOf(model)},
                {"notes", model.notes}};
    if (!model.file.empty()) object["file"] = model.file.string();
    return object;
}

/// What a model file says of itself may be anything: what is no text is empty, and nothing of it moves the cursor.
std::string textAt(const json& object, const char* key) {
    const auto found = object.find(key);
    auto text = found != object.end() && found->is_string() ? found->get<std::string>() : "";
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return std::iscntrl(c) != 0; }, '?');
    return text;
}

void printProvenance(Console& console, const json& provenance) {
    if (const auto parent = textAt(provenance, "parent"); !parent.empty())
        console.say("  started from " + shortHash(parent));
    if (const auto volumes = provenance.find("volumes"); volumes != provenance.end() && volumes->is_array()) {
        console.say("  trained on " + counted(static_cast<std::int64_t>(volumes->size()), "volume") + ":");
        for (const auto& volume : *volumes)
            if (volume.is_object())
                console.say("    " + textAt(volume, "name") + "  sha256 " + shortHash(textAt(volume, "sha256")));
    }
    if (const auto imported = provenance.find("imported"); imported != provenance.end() && imported->is_object())
        console.say("  imported from " + textAt(*imported, "file") + " (" + textAt(*imported, "format") + "), sha256 " +
                    shortHash(textAt(*imported, "sha256")));
}

constexpr std::size_t kLossesTold = 8;

/// Some of the means of 100 iterations each, spread over the training.
void printLosses(Console& console, const engine::InspectResult& content) {
    std::vector<std::size_t> hundreds(content.losses.size());
    std::iota(hundreds.begin(), hundreds.end(), 0);
    if (hundreds.size() < 2) return;
    std::string text;
    for (const auto i : spread(hundreds, kLossesTold)) {
        const auto end = std::min<std::int64_t>(content.iterations, static_cast<std::int64_t>(i + 1) * 100);
        text += (text.empty() ? "" : ", ") + fixed(content.losses[i], 4) + " up to " + std::to_string(end);
    }
    console.say("  losses, means of 100 iterations: " + text);
}

void report(Console& console, const ModelDescription& model) {
    const auto& content = model.content;
    console.result(toJson(model));
    for (const auto& note : model.notes) console.remark(note);
    console.say("model " + shortHash(model.hash) + ": " + content.spec.method + " with " + content.spec.encoder +
                ", stride " + std::to_string(content.spec.stride));
    console.say("  " + grouped(content.parameters) + " parameters, " +
                fixed(static_cast<double>(content.multiplyAdds) / 1e9, 2) +
                " G multiply-adds for one support and one query slice of 256 x 256");
    console.say("  " + (content.iterations > 0
                            ? counted(content.iterations, "iteration") + ", loss " + fixed(content.loss, 4)
                            : std::string("not trained here yet")));
    printLosses(console, content);
    if (const auto text = workflow::optionText(content.spec.method, content.spec.options); !text.empty())
        console.say("  " + text);
    printProvenance(console, provenanceOf(model));
    if (!model.file.empty()) console.say("  " + model.file.string());
}

struct ModelImportOptions {
    std::string file, project, out, method;
    bool force = false;
};

struct ModelExportOptions {
    std::string project;
    std::string model, out;
    bool force = false;
};

struct InfoOptions {
    std::string file, model;
};

struct ListOptions {
    std::string project;
};

bool isProject(const std::string& file) {
    return std::filesystem::path(file).extension() == ".plb";
}

void runModelImport(Session& session, const ModelImportOptions& options) {
    if (options.project.empty()) {
        if (!options.force) workflow::refuseToReplace({options.out});
        report(session.console,
               workflow::convertModel(session.engine(), options.file, options.method, options.out, session.console));
        return;
    }
    const auto store = session.open(options.project);
    report(session.console,
           workflow::importModel(*store, session.engine(), options.file, options.method, session.console));
}

void runModelExport(Session& session, const ModelExportOptions& options) {
    const auto store = session.open(options.project, storage::Access::ReadOnly);
    if (!options.force) workflow::refuseToReplace({options.out});
    report(session.console,
           workflow::exportModel(*store, session.engine(), options.model, options.out, session.console));
}

void runInfo(Session& session, const InfoOptions& options) {
    if (!isProject(options.file)) {
        if (!options.model.empty())
            throw CLI::ValidationError("model", "a model is chosen by its hash from a project, not from a file");
        report(session.console, workflow::describeModel(session.engine(), options.file, session.console));
        return;
    }
    const auto store = session.open(options.file, storage::Access::ReadOnly);
    report(session.console, workflow::describeModel(*store, session.engine(), options.model, session.console));
}

void runList(Session& session, const ListOptions& options) {
    const auto store = session.open(options.project, storage::Access::ReadOnly);
    auto used = workflow::modelInUse(*store);
    if (used == workflow::kEmbeddedModel) used = workflow::embeddedModelHash();
    auto list = json::array();
    for (const auto& model : store->models()) {
        const auto file = workflow::modelFile(*store, model.hash);
        const bool missing = !std::filesystem::exists(file), inUse = model.hash == used;
        auto& one = list.emplace_back(cli::toJson(model));
        one["file"] = file.string();
        one["missing"] = missing;
        one["in_use"] = inUse;
        session.console.say(summaryOf(model) + (inUse ? ", in use" : "") +
                            (missing ? "  MISSING: " + file.string() : ""));
    }
    if (std::none_of(list.begin(), list.end(), [](const auto& model) { return model.at("in_use") == true; }))
        session.console.say("in use: the model that comes with the program");
    if (list.empty()) session.console.say("no models yet; make one with: train, or: model import");
    session.console.result({{"models", list}});
}

}  // namespace

void addModel(CLI::App& app, Session& session) {
    auto* model = app.add_subcommand("model", "Bring weights in, take models out, look at them");
    model->require_subcommand(1);
    model->fallthrough();
    addCommand<ModelImportOptions>(
        *model, session, "import", "Take weights from PyTorch (.pth) or safetensors",
        "model import resnet101-63fe2227.pth --project heart.plb",
        [](CLI::App& command, ModelImportOptions& options) {
            command.add_option("file", options.file, "Checkpoint of PyTorch, or safetensors")
                ->required()
                ->type_name("FILE");
            auto* places = command.add_option_group("place", "Where the model goes");
            places->add_option("--project", options.project, "Add it to this project")->type_name("P.plb");
            places->add_option("--out", options.out, "Write it to this file")->type_name("OUT.safetensors");
            places->require_option(1);
            addForce(command, options.force);
            addMethod(command, options.method, "Few-shot method that it is for (as the weights say, else sqpfnet)");
        },
        [&session](const ModelImportOptions& options) { runModelImport(session, options); });
    addCommand<ModelExportOptions>(
        *model, session, "export", "Write a model for PyTorch: safetensors with torchvision's names",
        "model export heart.plb heart.safetensors --model 3fa94c",
        [](CLI::App& command, ModelExportOptions& options) {
            addProject(command, options.project);
            command.add_option("out", options.out, "File to write")->required()->type_name("OUT.safetensors");
            command.add_option("--model", options.model, "Start of the model's hash (the one in use)");
            addForce(command, options.force);
        },
        [&session](const ModelExportOptions& options) { runModelExport(session, options); });
    addCommand<ListOptions>(
        *model, session, "list", "The models of a project", "model list heart.plb",
        [](CLI::App& command, ListOptions& options) { addProject(command, options.project); },
        [&session](const ListOptions& options) { runList(session, options); });
    addCommand<InfoOptions>(
        *model, session, "info", "What a model or a file of weights is", "model info heart.plb 3fa94c",
        [](CLI::App& command, InfoOptions& options) {
            command.add_option("file", options.file, "Project, or a file of weights")
                ->required()
                ->type_name("P.plb|FILE");
            command.add_option("model", options.model, "Start of the model's hash in the project (the one in use)")
                ->type_name("MODEL");
        },
        [&session](const InfoOptions& options) { runInfo(session, options); });
    addModelChoice(*model, session);
}

}  // namespace protolabel::cli
