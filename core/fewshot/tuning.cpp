#include "core/fewshot/tuning.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <set>

#include "core/base/error.h"
#include "core/fewshot/devices.h"
#include "core/fewshot/method.h"
#include "core/fewshot/methods.h"
#include "core/fewshot/option_choice.h"
#include "core/fewshot/slice_features.h"
#include "core/labels/run_length.h"

namespace protolabel::fewshot {

namespace {

using engine::Background;
using engine::KnownSlice;
using engine::MethodOptions;

constexpr std::ptrdiff_t kTunedTogether = 4;  // slices
constexpr double kLeastGain = 0.01;
constexpr int kLargestShift = 4;
constexpr double kAlphas[] = {1, 0.9, 0.7, 0.5, 0.3};
constexpr int kRegions[] = {1, 5, 10};

/// t, or 0 of a network without one.
double learnedThreshold(const Network& network) {
    return network->threshold.defined() ? network->threshold.item<double>() : 0;
}

/// (H,W) {0,1} on the CPU.
torch::Tensor decodedMask(const Bytes& runs, int size, int slice) {
    labels::Mask mask;
    labels::decodeRuns(runs, mask);
    if (mask.width != size || mask.height != size)
        throw Error("predict.mask", "the mask of slice {0} has not the size of its image; prepare the volume anew",
                    {std::to_string(slice)});
    return torch::from_blob(mask.pixels.data(), {size, size}, torch::kByte).ne(0);
}

/// The known slices of one label, and what each set of options makes of them.
class LabelTuning {
public:
    LabelTuning(const engine::TuneRequest& request, int label, LoadedModel& model, SliceFeatures& features,
                JobControl& control)
        : request_(request),
          label_(label),
          model_(model),
          method_(findMethod(model.model.spec.method)),
          features_(features),
          control_(control),
          start_(request.options.value_or(model.model.spec.options)),
          learned_(start_.threshold.value_or(learnedThreshold(model.model.network))) {
        for (const auto& known : request.slices)
            if (known.label == label) add(known);
        for (auto& [supports, group] : groups_) group.features = featuresOf(group.slices);
    }

    engine::TunedLabel run() {
        tryOut(start_);
        // Slices that all show the object do not tell what appears where it is not: then nothing is tried that lets more appear.
        const int loosest = absences_ ? kLargestShift : 0;
        for (int shift = -kLargestShift; shift <= loosest; ++shift) tryShift(start_, shift);
        if (absences_) tryOthers(options_[best()].threshold);
        const auto found = options_[best()];
        for (const double finer : {-0.5, 0.5})
            if (shiftOf(found) + finer <= loosest) tryShift(found, shiftOf(found) + finer);

        const auto chosen = chooseTrial(trials_, kLeastGain);
        return {label_,
                options_[chosen],
                chosen != 0,
                100 * pooledDice(trials_[0]),
                100 * pooledDice(trials_[chosen]),
                static_cast<int>(trials_[0].slices.size())};
    }

private:
    /// Known slices that are segmented with the same supports.
    struct Group {
        std::vector<Shot> shots;
        std::vector<SliceRef> slices;
        std::vector<torch::Tensor> truth;  ///< (H,W) each
        Features features;                 ///< of the slices
        std::map<std::pair<int, Background>, Prototypes> prototypes;
    };

    void add(const KnownSlice& known) {
        const int size = features_.size(known.image);
        auto& group = groups_[known.supports];
        if (group.shots.empty()) {
            const auto inside = [&](int i) { return i >= 0 && i < static_cast<int>(request_.supports.size()); };
            if (known.supports.empty() || !std::all_of(known.supports.begin(), known.supports.end(), inside))
                throw Error("predict.supports", "label {0} has no support for slice {1}; mark a slice of it as support",
                            {std::to_string(label_), std::to_string(known.slice)});
            for (const int index : known.supports) {
                const auto& support = request_.supports[static_cast<std::size_t>(index)];
                const auto mask = decodedMask(support.mask, features_.size(support.image), support.slice);
                group.shots.push_back({features_.of({{support.image, support.slice}}, model_),
                                       mask.to(torch::kFloat).to(model_.device), support.weight});
            }
        }
        group.slices.push_back({known.image, known.slice});
        const auto truth = decodedMask(known.mask, size, known.slice);
        absences_ = absences_ || !truth.any().item<bool>();
        group.truth.push_back(truth.to(model_.device));
    }

    Features featuresOf(const std::vector<SliceRef>& slices) {
        std::vector<Features> parts;
        for (auto first = slices.begin(); first != slices.end();) {
            control_.check();
            const auto last = first + std::min<std::ptrdiff_t>(kTunedTogether, slices.end() - first);
            parts.push_back(features_.of({first, last}, model_));
            first = last;
        }
        return concatenated(parts);
    }

    /// The values to try of an option; where the method does not read it, what it is.
    template <class T, std::size_t n>
    std::vector<T> valuesOf(const char* option, const T (&all)[n], T now) const {
        return method_.optionsRead().count(option) == 0 ? std::vector<T>{now} : std::vector<T>(all, all + n);
    }

    void tryShift(const MethodOptions& of, double shift) {
        const bool hasThreshold = start_.threshold || model_.model.network->threshold.defined();
        if (!hasThreshold || method_.optionsRead().count("threshold") == 0) return;
        if (of.background == Background::Prototype) return;
        auto options = of;
        options.threshold = shift == 0 ? start_.threshold : learned_ + shift;
        tryOut(options);
    }

    double shiftOf(const MethodOptions& options) const { return options.threshold.value_or(learned_) - learned_; }

    /// By value: what is tried grows the list that the best options lie in.
    void tryOthers(std::optional<double> threshold) {
        for (const auto background : valuesOf("background", engine::kBackgrounds, start_.background))
            for (const int regions : valuesOf("regions", kRegions, start_.regions))
                for (const double alpha : valuesOf("alpha", kAlphas, start_.alpha)) {
                    auto options = start_;
                    options.alpha = alpha;
                    options.regions = regions;
                    options.background = background;
                    if (background != Background::Prototype) options.threshold = threshold;
                    tryOut(options);
                }
    }

    void tryOut(const MethodOptions& options) {
        const auto same = [&](const MethodOptions& tried) { return engine::toJson(tried) == engine::toJson(options); };
        if (std::any_of(options_.begin(), options_.end(), same)) return;
        control_.yield();
        control_.check();
        Trial trial;
        trial.changes = (options.alpha != start_.alpha) + (options.regions != start_.regions) +
                        (options.background != start_.background);
        trial.shift = std::abs(shiftOf(options));
        for (auto& [supports, group] : groups_) addOverlaps(group, options, trial);
        options_.push_back(options);
        trials_.push_back(std::move(trial));
    }

    void addOverlaps(Group& group, const MethodOptions& options, Trial& trial) {
        auto& prototypes = group.prototypes[{options.regions, options.background}];
        if (!prototypes.foreground.defined()) prototypes = method_.learn(model_.model.network, group.shots, options);
        const auto truth = torch::stack(group.truth);
        const auto found =
            method_.segment(model_.model.network, prototypes, group.features, static_cast<int>(truth.size(1)), options);
        const auto predicted = found.refined >= 0.5;
        const auto counts = torch::stack({(predicted & truth).sum({1, 2}), predicted.sum({1, 2}), truth.sum({1, 2})})
                                .to(torch::kCPU, torch::kLong);
        const auto count = counts.accessor<std::int64_t, 2>();
        for (std::int64_t i = 0; i < counts.size(1); ++i)
            trial.slices.push_back({count[0][i], count[1][i], count[2][i]});
    }

    std::size_t best() const {
        std::size_t best = 0;
        for (std::size_t i = 1; i < trials_.size(); ++i)
            if (pooledDice(trials_[i]) > pooledDice(trials_[best])) best = i;
        return best;
    }

    const engine::TuneRequest& request_;
    int label_;
    LoadedModel& model_;
    const Method& method_;
    SliceFeatures& features_;
    JobControl& control_;
    MethodOptions start_;
    double learned_;         ///< t that shifts are counted from
    bool absences_ = false;  ///< some known slice shows nothing of the label
    std::map<std::vector<int>, Group> groups_;
    std::vector<MethodOptions> options_;  ///< of each trial
    std::vector<Trial> trials_;
};

}  // namespace

engine::TuneResult tune(const engine::TuneRequest& request, engine::JobContext& context, ModelCache& models,
                        FeatureCache& cache) {
    const auto start = std::chrono::steady_clock::now();
    const auto model = models.get(request.model, chooseDevice(request.device), context.blobs());
    if (request.options) checkOptions(findMethod(model->model.spec.method), *request.options);
    SliceFeatures features(context.blobs(), cache);
    std::set<int> labels;
    for (const auto& known : request.slices) labels.insert(known.label);
    engine::TuneResult result;
    result.threshold = learnedThreshold(model->model.network);
    for (const int label : labels) {
        context.progress(
            {"tune", static_cast<std::int64_t>(result.labels.size()), static_cast<std::int64_t>(labels.size()), {}});
        result.labels.push_back(LabelTuning(request, label, *model, features, context).run());
    }
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

}  // namespace protolabel::fewshot
