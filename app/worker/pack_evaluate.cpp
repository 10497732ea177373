#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>

#include "app/worker/option_values.h"
#include "core/base/error.h"
#include "core/engine/method_options.h"
#include "core/fewshot/pack_evaluation.h"
#include "core/fewshot/torch_backend.h"
#include "core/fewshot/weights/import.h"

/// Trains and evaluates on a data pack where only the worker is built: protolabel-pack-evaluate --help.
namespace {

using namespace protolabel;
using worker::number;

int settingOf(const std::string& text) {
    if (text != "1" && text != "2") throw Error("usage", "there is no setting {0}; choose 1 or 2", {text});
    return text == "2" ? 2 : 1;
}

constexpr const char* kHelp =
    "protolabel-pack-evaluate PACK [options]: trains and scores on a file of protolabel-cli pack (at least 5 "
    "volumes).\n"
    "Training starts from nothing unless --initial names a model (protolabel-cli evaluate starts from the one that "
    "comes\n"
    "with the program, resources/models/resnet18.safetensors).\n\n"
    "  --fold N|all      fold 0..4 of the volumes by number (default all)\n"
    "  --setting 1|2     2: slices that show a class under test are not trained on (default 1)\n"
    "  --classes 1,2     label values to score (default all)\n"
    "  --method M        sqpfnet, adnet, ... (default sqpfnet)\n"
    "  --encoder E       resnet18, 34, 50 or 101 (default resnet18)\n"
    "  --background B    prototype, threshold or cells: how sqpfnet tells the background (default as --model, else "
    "cells)\n"
    "  --iterations N    (default 1000)\n"
    "  --seed S          (default 0)\n"
    "  --initial FILE    model file to train from, or none (default none)\n"
    "  --model FILE      score this model file instead of training\n"
    "  --device D        auto, cpu, cuda:0, ... (default auto)\n"
    "  --precision P     auto or fp32 (default auto)\n"
    "  --threads N       (default 0: one per core)\n"
    "  --json            one JSON object on standard output\n";

struct Options {
    std::string pack;
    fewshot::PackEvaluationOptions evaluation;
    fewshot::TorchBackendOptions backend;
    bool json = false, help = false;
};

Bytes readFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error("file.missing", "{0} cannot be opened; check the name", {path});
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A model file of this program; weights of others must be converted where images can be read.
Bytes readModel(const std::string& file) {
    if (file == "embedded")
        throw Error("usage",
                    "this program carries no model; name the file of the one that comes with the sources: "
                    "resources/models/resnet18.safetensors");
    auto bytes = readFile(file);
    if (!fewshot::weights::isModel(bytes))
        throw Error("model.format",
                    "{0} is no model file; convert it first with: protolabel-cli model import {0} --out "
                    "MODEL.safetensors",
                    {file});
    return bytes;
}

Options parse(const std::vector<std::string>& arguments) {
    Options options;
    auto& evaluation = options.evaluation;
    evaluation.train.iterations = 1000;
    evaluation.train.checkpointSeconds = 0;
    auto& spec = evaluation.train.spec;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto& option = arguments[i];
        const auto value = [&]() -> const std::string& {
            if (i + 1 == arguments.size()) throw Error("usage", "{0} needs a value; see --help", {option});
            return arguments[++i];
        };
        if (option == "--help" || option == "-h")
            options.help = true;
        else if (option == "--json")
            options.json = true;
        else if (option == "--fold") {
            if (const auto& fold = value(); fold != "all") evaluation.fold = static_cast<int>(number(option, fold, 4));
        } else if (option == "--setting")
            evaluation.setting = settingOf(value());
        else if (option == "--classes")
            evaluation.classes = worker::numbers(option, value(), 65535);
        else if (option == "--method")
            spec.method = value();
        else if (option == "--encoder")
            spec.encoder = value();
        else if (option == "--background")
            evaluation.background = engine::backgroundFrom(value());
        else if (option == "--iterations")
            evaluation.train.iterations = number(option, value(), 10'000'000, 1);
        else if (option == "--seed")
            evaluation.train.seed = static_cast<std::uint64_t>(number(option, value(), INT64_MAX));
        else if (option == "--initial") {
            if (const auto& file = value(); file != "none") evaluation.initial = readModel(file);
        } else if (option == "--model")
            evaluation.model = readModel(value());
        else if (option == "--device")
            evaluation.train.device = value();
        else if (option == "--precision")
            options.backend.precision = worker::precision(value());
        else if (option == "--threads")
            options.backend.threads = static_cast<int>(number(option, value(), 1024));
        else if (options.pack.empty() && option.rfind("--", 0) != 0)
            options.pack = option;
        else
            throw Error("usage", "there is no option {0}; see --help", {option});
    }
    spec.options = engine::defaultOptions(spec.method);
    if (options.pack.empty() && !options.help) throw Error("usage", "name a data pack; see --help");
    return options;
}

/// A line now and then on standard error.
class Teller : public JobControl {
public:
    void progress(const Progress& p) override {
        if (p.total < 10 || p.done % (p.total / 10) != 0) return;
        const auto loss = p.metrics.find("loss");
        std::fprintf(stderr, "%s %lld/%lld%s\n", p.stage.c_str(), static_cast<long long>(p.done),
                     static_cast<long long>(p.total),
                     loss == p.metrics.end() ? "" : (", loss " + std::to_string(loss->second)).c_str());
    }
};

void print(const fewshot::PackScores& scores) {
    std::printf("device %s, %s\n", scores.device.c_str(), scores.precision.c_str());
    std::printf("options %s\n", engine::toJson(scores.options).dump().c_str());
    if (scores.iterationsPerSecond > 0)
        std::printf("training %.2f iterations/s (30,000 iterations: %.1f h)\n", scores.iterationsPerSecond,
                    30000 / scores.iterationsPerSecond / 3600);
    std::printf("encoding %.1f slices/s\n", scores.slicesPerSecond);
    std::printf("  label   papers' protocol   whole volume   (Dice %%)\n");
    for (const auto& [label, score] : scores.papers.labels)
        std::printf("  %5d   %16.2f   %12.2f\n", label, score.dice, scores.whole.labels.at(label).dice);
    std::printf("  %5s   %16.2f   %12.2f\n", "mean", scores.papers.mean, scores.whole.mean);
}

nlohmann::json toJson(const fewshot::PackScores& scores, const Options& options) {
    auto labels = nlohmann::json::object();
    for (const auto& [label, score] : scores.papers.labels)
        labels[std::to_string(label)] = {{"dice", score.dice}, {"whole_volume", scores.whole.labels.at(label).dice}};
    return {{"protocol", "papers"},
            {"method", options.evaluation.train.spec.method},
            {"encoder", options.evaluation.train.spec.encoder},
            {"options", engine::toJson(scores.options)},
            {"setting", options.evaluation.setting},
            {"folds", scores.folds},
            {"iterations", options.evaluation.train.iterations},
            {"mean_dice", scores.papers.mean},
            {"labels", labels},
            {"whole_volume", {{"mean_dice", scores.whole.mean}}},
            {"iterations_per_second", scores.iterationsPerSecond},
            {"slices_per_second", scores.slicesPerSecond},
            {"device", scores.device},
            {"precision", scores.precision}};
}

void run(const Options& options) {
    const auto volumes = engine::decodePack(readFile(options.pack));
    const auto backend = fewshot::makeTorchBackend(options.backend);
    Teller teller;
    const auto scores = fewshot::evaluatePack(volumes, options.evaluation, *backend, teller);
    if (options.json)
        std::printf("%s\n", toJson(scores, options).dump().c_str());
    else
        print(scores);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const auto options = parse({argv + 1, argv + argc});
        if (options.help) return std::fputs(kHelp, stdout) < 0;
        run(options);
        return 0;
    } catch (const Error& error) {
        std::fprintf(stderr, "error: %s\n", error.what());
        return error.code() == "usage" ? 2 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "error: %s; please report it\n", error.what());
        return 1;
    }
}
