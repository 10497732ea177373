#include "core/fewshot/evaluation.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

#include "core/fewshot/devices.h"
#include "core/fewshot/method.h"
#include "core/fewshot/protocol.h"
#include "core/fewshot/scoring.h"
#include "core/fewshot/trainer.h"

namespace protolabel::fewshot {

namespace {

using engine::EvaluateEntry;
using engine::EvaluateRequest;
using engine::EvaluateResult;

[[noreturn]] void refuse(const std::string& what) {
    throw Error("evaluate.request", "the evaluation cannot be run: {0}", {what});
}

void checkRequest(const EvaluateRequest& request) {
    const int volumes = static_cast<int>(request.volumes.size()), tests = static_cast<int>(request.testVolumes.size());
    if (tests < 2) refuse("it needs a support volume and at least one other test volume");
    for (const int index : request.testVolumes)
        if (index < 0 || index >= volumes) refuse("test volume " + std::to_string(index) + " is not in the list");
    if (request.supportIndex < 0 || request.supportIndex >= tests)
        refuse("the support must be one of the test volumes");
    if (request.classes.empty()) refuse("name at least one label to score");
    if (request.parts < 1) refuse("at least one support slice is needed");
}

template <class T>
SliceStack<T> fetch(engine::JobContext& context, const std::string& hash) {
    SliceStack<T> stack;
    decode(*context.blobs().get(hash), stack);
    return stack;
}

class Evaluation {
public:
    Evaluation(const EvaluateRequest& request, engine::JobContext& context, torch::Device device)
        : request_(request), context_(context), device_(device) {
        checkRequest(request);
        for (const int index : request.testVolumes) {
            const auto& volume = request.volumes[index];
            tests_.push_back(
                {volume.name, fetch<Half>(context, volume.image), fetch<std::int32_t>(context, volume.labels)});
        }
    }

    EvaluateResult run() {
        if (request_.model.empty()) return trained();
        Model model = decodeModel(*context_.blobs().get(request_.model));
        model.network->to(device_);
        model.network->computeIn(fastestType(device_));
        EvaluateResult result;
        result.model = request_.model;
        result.loss = model.loss;
        score(model, result);
        return result;
    }

private:
    struct TestVolume {
        std::string name;
        SliceStack<Half> image;
        SliceStack<std::int32_t> labels;
    };

    EvaluateResult trained() {
        engine::TrainRequest train = request_.train;
        train.volumes.clear();
        variantsOf(train.spec);  // refused now rather than after the training
        train.spec.options = findMethod(train.spec.method).forSetting(train.spec.options, request_.setting);
        auto volumes = trainingVolumes(train.volumes);
        std::unique_ptr<Model> initial;
        if (!train.initial.empty())
            initial = std::make_unique<Model>(decodeModel(*context_.blobs().get(train.initial)));
        Trainer trainer(train, std::move(volumes), device_, initial.get());

        std::int64_t total = train.iterations;
        if (total == 0) total = static_cast<std::int64_t>(std::ceil(train.seconds / trainer.measureRate(context_)));
        std::set<std::int64_t> stops{total};
        for (const auto snapshot : request_.snapshots)
            if (snapshot > 0 && snapshot < total) stops.insert(snapshot);

        EvaluateResult result;
        double seconds = 0;
        const auto measuredBefore = trainer.iteration();  // by measureRate, on its own clock
        for (const auto stop : stops) {
            const auto start = std::chrono::steady_clock::now();
            const auto before = trainer.iteration();
            trainer.run(stop, context_, {});
            if (trainer.iteration() > before)
                seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
            Model model = trainer.model();
            score(model, result);
        }
        result.loss = trainer.recentLoss();
        result.secondsPerIteration =
            seconds / static_cast<double>(std::max<std::int64_t>(1, trainer.iteration() - measuredBefore));
        result.model = context_.blobs().put(encode(trainer.model()));
        context_.send(result.model);
        return result;
    }

    /// The volumes that are not tested on; what they are goes to `identities`.
    std::vector<TrainingVolume> trainingVolumes(std::vector<engine::TrainVolume>& identities) {
        const std::set<int> tests(request_.testVolumes.begin(), request_.testVolumes.end());
        std::vector<TrainingVolume> result;
        for (int i = 0; i < static_cast<int>(request_.volumes.size()); ++i) {
            if (tests.count(i) > 0) continue;
            const auto& volume = request_.volumes[i];
            const auto excluded = excludedSlices(volume);
            identities.push_back({volume.name, volume.image, volume.supervoxels, excluded});
            result.push_back({volume.name, fetch<Half>(context_, volume.image),
                              fetch<std::int32_t>(context_, volume.supervoxels), excluded});
            context_.check();
        }
        return result;
    }

    /// Setting 2: what shows a test class must not have been seen in training.
    std::vector<int> excludedSlices(const engine::EvaluateVolume& volume) {
        if (request_.setting != 2) return {};
        const auto labels = fetch<std::int32_t>(context_, volume.labels);
        std::set<int> slices;
        for (const int label : request_.excludedClasses)
            for (const int z : slicesShowing(labels, label)) slices.insert(z);
        return {slices.begin(), slices.end()};
    }

    /// The request's variants, or the model's own options, complete for the setting.
    std::vector<engine::MethodOptions> variantsOf(const engine::ModelSpec& spec) const {
        auto variants = request_.variants;
        if (variants.empty()) variants.push_back(spec.options);
        const Method& method = findMethod(spec.method);
        for (auto& options : variants) {
            checkOptions(method, options);
            options = method.forSetting(options, request_.setting);
        }
        return variants;
    }

    /// One query volume after the other: the features of a volume take up to 10 MB a slice.
    void score(Model& model, EvaluateResult& result) {
        const auto first = result.entries.size();
        for (const auto& options : variantsOf(model.spec))
            result.entries.push_back({model.iterations, options, {}, {}});
        const auto encoded = [&](const TestVolume& test) {
            return ScoredVolume{test.name, test.labels, encodeVolume(model.network, test.image, device_)};
        };
        const auto& supportVolume = tests_[static_cast<std::size_t>(request_.supportIndex)];
        const auto support = encoded(supportVolume);
        const auto total = static_cast<std::int64_t>((tests_.size() - 1) * (result.entries.size() - first));
        std::int64_t done = 0;
        for (const auto& test : tests_) {
            if (&test == &supportVolume) continue;
            const auto query = encoded(test);
            for (auto entry = result.entries.begin() + static_cast<std::ptrdiff_t>(first);
                 entry != result.entries.end(); ++entry) {
                for (const int label : request_.classes) {
                    if (slicesShowing(query.labels, label).empty()) continue;
                    const auto score = scoreVolume(model, support, query, {label, request_.parts, entry->options});
                    entry->papers.byLabel[label][query.name] = score.papers;
                    entry->whole.byLabel[label][query.name] = score.whole;
                }
                context_.progress({"evaluate", ++done, total, {}});
                context_.yield();
                context_.check();
            }
        }
    }

    const EvaluateRequest& request_;
    engine::JobContext& context_;
    torch::Device device_;
    std::vector<TestVolume> tests_;
};

}  // namespace

EvaluateResult evaluate(const EvaluateRequest& request, engine::JobContext& context, torch::Device device) {
    return Evaluation(request, context, device).run();
}

}  // namespace protolabel::fewshot
