#include "core/fewshot/pack_evaluation.h"

#include <chrono>
#include <memory>
#include <set>
#include <utility>

#include "core/engine/folds.h"
#include "core/fewshot/devices.h"
#include "core/fewshot/memory_context.h"
#include "core/fewshot/scoring.h"

namespace protolabel::fewshot {

namespace {

class PackContext : public MemoryContext {
public:
    explicit PackContext(JobControl& outer) : MemoryContext(outer), outer_(outer) {}
    void progress(const Progress& progress) override { outer_.progress(progress); }

private:
    JobControl& outer_;
};

/// The labels to score: those asked for, or all that a volume has.
std::vector<int> classesOf(const std::vector<engine::PackedVolume>& volumes, const std::vector<int>& asked) {
    std::set<int> seen;
    for (const auto& volume : volumes) seen.insert(volume.labels.voxels.begin(), volume.labels.voxels.end());
    seen.erase(0);
    if (seen.empty())
        throw Error("pack.labels", "no volume of the data pack has a label; pack it with the right labels");
    engine::requireClasses(asked, seen);
    return asked.empty() ? std::vector<int>(seen.begin(), seen.end()) : asked;
}

/// Slices a second through the encoder of `model`, prepared for prediction.
double encodingRate(Model model, const std::vector<engine::PackedVolume>& volumes, const std::vector<int>& tests,
                    torch::Device device) {
    model.network->to(device);
    model.network->computeIn(fastestType(device));
    model.network->freeze();
    encodeVolume(model.network, volumes[static_cast<std::size_t>(tests.front())].image, device);  // warm-up
    std::int64_t slices = 0;
    const auto start = std::chrono::steady_clock::now();
    for (const int i : tests) {
        const auto& image = volumes[static_cast<std::size_t>(i)].image;
        encodeVolume(model.network, image, device).to(torch::kCPU, torch::kHalf);
        slices += image.slices;
    }
    return static_cast<double>(slices) /
           std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

PackScores evaluatePack(const std::vector<engine::PackedVolume>& volumes, const PackEvaluationOptions& options,
                        engine::Backend& backend, JobControl& control) {
    const auto classes = classesOf(volumes, options.classes);
    const auto device = chooseDevice(options.train.device);
    PackScores result;
    PackContext context(control);
    engine::EvaluateRequest request;
    request.setting = options.setting;
    request.train = options.train;
    if (!options.initial.empty()) request.train.initial = context.put(options.initial);
    if (!options.model.empty()) request.model = context.put(options.model);
    result.options = options.model.empty() ? request.train.spec.options : decodeModel(options.model).spec.options;
    result.options.background = options.background.value_or(result.options.background);
    request.train.spec.options = result.options;
    request.variants = {result.options};
    for (const auto& volume : volumes)
        request.volumes.push_back({volume.name, context.put(encode(volume.image)), context.put(encode(volume.labels)),
                                   context.put(encode(volume.supervoxels))});

    result.device = idOf(device);
    result.precision = nameOf(fastestType(device));
    std::vector<engine::ScoreRow> rows;
    double seconds = 0;  // per iteration, summed over trainings
    int trainings = 0;
    for (int fold = 0; fold < engine::kFolds; ++fold) {
        if (options.fold.value_or(fold) != fold) continue;
        request.testVolumes = engine::testVolumesOf(static_cast<int>(volumes.size()), fold);
        for (const auto& group : engine::classGroups(classes, options.setting)) {
            request.classes = group;
            request.excludedClasses = options.setting == 2 ? group : std::vector<int>();
            const auto found = backend.evaluate(request, context);
            const auto& last = found.entries.back();
            for (const auto& [label, byVolume] : last.papers.byLabel)
                for (const auto& [name, score] : byVolume)
                    rows.push_back({fold, label, name, score, last.whole.byLabel.at(label).at(name)});
            seconds += found.secondsPerIteration;
            ++trainings;
            if (result.slicesPerSecond == 0)
                result.slicesPerSecond =
                    encodingRate(decodeModel(*context.get(found.model)), volumes, request.testVolumes, device);
            if (options.model.empty()) context.forget(found.model);
        }
        result.folds.push_back(fold);
    }
    result.papers = engine::summarise(rows, &engine::ScoreRow::papers);
    result.whole = engine::summarise(rows, &engine::ScoreRow::whole);
    if (seconds > 0) result.iterationsPerSecond = trainings / seconds;
    return result;
}

}  // namespace protolabel::fewshot
