#include "core/workflow/checkpoint.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/workflow/files.h"
#include "core/workflow/training.h"

namespace protolabel::workflow {

namespace {

constexpr std::size_t kHeader = 8;

struct Parts {
    nlohmann::json asked;
    Bytes state;
};

Parts split(const std::filesystem::path& file) {
    const auto bytes = readFile(file);
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4 && bytes.size() >= kHeader; ++i) length |= std::size_t{bytes[4 + i]} << (8 * i);
    if (bytes.size() < kHeader || std::string(bytes.begin(), bytes.begin() + 4) != "PLC1" ||
        length > bytes.size() - kHeader)
        throw Error("checkpoint.damaged", "{0} is damaged; train without --resume", {file.string()});
    const auto middle = bytes.begin() + static_cast<std::ptrdiff_t>(kHeader + length);
    auto asked = nlohmann::json::parse(bytes.begin() + kHeader, middle, nullptr, false);
    return {std::move(asked), Bytes(middle, bytes.end())};
}

}  // namespace

void Checkpoint::write(const engine::TrainRequest& request, int minimumSize, std::int64_t iteration,
                       const Bytes& state) const {
    auto described = engine::toJson(request);
    described.erase("preview");  // of the window that asked; its masks are no JSON
    const auto asked =
        nlohmann::json{{"request", described}, {"minimum_size", minimumSize}, {"iteration", iteration}}.dump();
    Bytes bytes{'P', 'L', 'C', '1'};
    for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<std::uint8_t>(asked.size() >> (8 * i)));
    bytes.insert(bytes.end(), asked.begin(), asked.end());
    bytes.insert(bytes.end(), state.begin(), state.end());
    writeFile(file_, bytes);
}

Bytes Checkpoint::state() const {
    return split(file_).state;
}

std::optional<UnfinishedTraining> Checkpoint::describe() const {
    if (!exists()) return std::nullopt;
    try {
        const auto asked = split(file_).asked;
        engine::TrainRequest request;
        engine::fromJson(asked.at("request"), request);
        return UnfinishedTraining{request.spec.method, request.spec.encoder, asked.at("iteration").get<std::int64_t>(),
                                  request.iterations};
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

void Checkpoint::remove() const {
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
}

engine::TrainRequest Checkpoint::resume(const TrainOptions& options, int& minimumSize) const {
    if (!std::filesystem::exists(file_))
        throw Error("train.no_checkpoint", "there is no unfinished training ({0}); train without --resume",
                    {file_.string()});
    engine::TrainRequest request;
    std::int64_t iteration = 0;
    try {
        const auto asked = split(file_).asked;
        engine::fromJson(asked.at("request"), request);
        minimumSize = asked.at("minimum_size").get<int>();
        iteration = asked.at("iteration").get<std::int64_t>();
    } catch (const nlohmann::json::exception&) {
        throw Error("checkpoint.damaged", "{0} is damaged; train without --resume", {file_.string()});
    }
    const auto contradicts = [](const auto& option, const auto& value) { return option && *option != value; };
    const auto& trained = request.spec;
    if (contradicts(options.method, trained.method) || contradicts(options.encoder, trained.encoder) ||
        contradicts(options.alpha, trained.options.alpha) || contradicts(options.regions, trained.options.regions) ||
        contradicts(options.background, trained.options.background) ||
        contradicts(options.refinementSteps, trained.options.refinementSteps) ||
        contradicts(options.fineWeight, trained.options.fineWeight) || contradicts(options.seed, request.seed) ||
        !options.initial.empty() || options.labelShare > 0 || !options.volumes.empty() ||
        (options.minimumSize > 0 && options.minimumSize != minimumSize))
        throw Error("train.resume",
                    "the unfinished training is {0} with {1} and seed {2}; resume it without other options, or train "
                    "anew without --resume",
                    {trained.method, trained.encoder, std::to_string(request.seed)});
    if (options.seconds && request.iterations > 0)
        throw Error(
            "train.resume_seconds",
            "the unfinished training ends after {0} iterations, whatever the time; leave out --seconds, or ask for "
            "other --iterations",
            {std::to_string(request.iterations)});
    if (options.iterations > 0 && options.iterations < iteration)
        throw Error("train.resume_end",
                    "the unfinished training has done {0} iterations, and --iterations counts these too; ask for more "
                    "than {0}, or for {0} to make a model of what was learned",
                    {std::to_string(iteration)});
    if (options.iterations > 0) request.iterations = options.iterations;
    if (options.finish) request.iterations = std::max<std::int64_t>(iteration, 1);
    request.seconds = options.seconds.value_or(kTrainingSeconds);
    return request;
}

}  // namespace protolabel::workflow
