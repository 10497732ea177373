#include "core/fewshot/prediction.h"

#include <algorithm>
#include <chrono>

#include <ATen/Parallel.h>

#include "core/base/error.h"
#include "core/base/inner_control.h"
#include "core/fewshot/devices.h"
#include "core/fewshot/slice_maps.h"
#include "core/fewshot/slice_result.h"
#include "core/labels/run_length.h"

namespace protolabel::fewshot {

namespace {

constexpr std::size_t kCpuBatch = 4;
constexpr std::size_t kGpuBatch = 32;
constexpr std::size_t kCachedFactor = 4;

std::size_t firstBatch(torch::Device device) {
    return device.is_cpu() ? kCpuBatch : kGpuBatch;
}

}  // namespace

Prediction::Prediction(const engine::PredictRequest& request, engine::JobContext& context, ModelCache& models,
                       FeatureCache& cache)
    : request_(request),
      context_(context),
      models_(models),
      features_(context.blobs(), cache),
      model_(models.get(request.model, chooseDevice(request.device), context.blobs())),
      method_(findMethod(model_->model.spec.method)),
      options_(request.options.value_or(model_->model.spec.options)),
      batch_(firstBatch(model_->device)) {
    checkOptions(method_, options_);
    for (const auto& [label, options] : request.labelOptions) checkOptions(method_, options);
}

const engine::MethodOptions& Prediction::optionsOf(int label) const {
    const auto own = request_.labelOptions.find(label);
    return own == request_.labelOptions.end() ? options_ : own->second;
}

engine::PredictResult Prediction::run() {
    const auto start = std::chrono::steady_clock::now();
    const auto total = static_cast<std::int64_t>(request_.queries.size());
    while (answered_ < request_.queries.size()) {
        context_.check();
        try {
            answerNext();
        } catch (const c10::Error& error) {
            if (isDeviceLost(error) && !model_->device.is_cpu())
                batch_ = 1;  // nothing that is smaller would do there
            else if (!isOutOfMemory(error))
                throw;
            relax();
        }
        context_.progress({"predict", static_cast<std::int64_t>(answered_), total, {}});
        context_.yield();
    }
    engine::PredictResult result;
    result.device = idOf(model_->device);
    result.encodedSlices = features_.encoded;
    result.cachedSlices = features_.cached;
    result.encodeSeconds = features_.seconds;
    result.predictSeconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() - features_.seconds;
    return result;
}

void Prediction::answerNext() {
    const std::size_t count = nextCount();
    const auto answers = segmented(answered_, count);
    answered_ += count;
    if (answers.predictions.empty()) return;
    const auto listed = [](const auto& messages) {
        auto list = nlohmann::json::array();
        for (const auto& message : messages) list.push_back(engine::toJson(message));
        return list;
    };
    nlohmann::json body{{"predictions", listed(answers.predictions)}};
    if (request_.maps) body["maps"] = listed(answers.maps);
    context_.partial(body);
}

/// As many as are encoded together; more where their features are at hand and nothing but products is left to do.
std::size_t Prediction::nextCount() {
    const std::size_t left = request_.queries.size() - answered_;
    const std::size_t most = std::min(batch_ * kCachedFactor, left);
    std::size_t ready = 0;
    const auto remembered = [&](const engine::QuerySlice& query) {
        return features_.remembers({query.image, query.slice}, *model_);
    };
    while (ready < most && remembered(request_.queries[answered_ + ready])) ++ready;
    return std::max(ready, std::min(batch_, left));
}

void Prediction::relax() {
    if (batch_ > 1) {
        batch_ /= 2;
    } else if (!model_->device.is_cpu()) {
        model_ = models_.get(request_.model, torch::kCPU, context_.blobs());
        prototypes_.clear();
        batch_ = firstBatch(model_->device);
    } else {
        throw Error("device.memory", "there is not enough memory to segment even one slice; close other programs", {});
    }
    context_.progress(
        {kDeviceStage, 0, 0, {{"batch", static_cast<double>(batch_)}, {"cpu", model_->device.is_cpu() ? 1.0 : 0.0}}});
}

/// (H,W) {0,1} on the model's device.
torch::Tensor Prediction::supportMask(int support) {
    const auto& s = request_.supports[static_cast<std::size_t>(support)];
    labels::Mask mask;
    labels::decodeRuns(s.mask, mask);
    if (mask.width != features_.size(s.image) || mask.height != mask.width)
        throw Error("predict.mask",
                    "the mask of support slice {0} has not the size of its image; prepare the volume anew",
                    {std::to_string(s.slice)});
    const auto tensor = torch::from_blob(mask.pixels.data(), {mask.height, mask.width}, torch::kByte).ne(0);
    if (!tensor.any().item<bool>())
        throw Error(
            "predict.empty_support",
            "support slice {0} shows nothing of label {1} on the network's grid; draw it larger or leave it out",
            {std::to_string(s.slice), std::to_string(s.label)});
    return tensor.to(torch::kFloat).to(model_->device);
}

const Prototypes& Prediction::prototypes(const Wanted& wanted) {
    if (const auto found = prototypes_.find(wanted); found != prototypes_.end()) return found->second;
    const auto& supports = wanted.supports;
    std::vector<Prototypes> each;
    std::vector<double> weights;
    for (const int support : supports) weights.push_back(request_.supports[static_cast<std::size_t>(support)].weight);
    checkWeights(weights);
    for (std::size_t first = 0; first < supports.size(); first += batch_) {
        context_.check();
        std::vector<SliceRef> refs;
        std::vector<torch::Tensor> masks;
        for (std::size_t i = first; i < std::min(first + batch_, supports.size()); ++i) {
            const auto& s = request_.supports[static_cast<std::size_t>(supports[i])];
            refs.push_back({s.image, s.slice});
            masks.push_back(supportMask(supports[i]));
        }
        const auto features = features_.of(refs, *model_);
        for (std::size_t i = 0; i < refs.size(); ++i)
            each.push_back(method_.learnShot(
                model_->model.network, {features.at(static_cast<std::int64_t>(i)), masks[i]}, optionsOf(wanted.label)));
    }
    return prototypes_[wanted] = method_.combined(each, weights);
}

void Prediction::addMaps(const Wanted& wanted, const Segmentation& found, std::size_t first,
                         const std::vector<std::size_t>& users, std::vector<engine::SliceMaps>& maps) {
    const auto support = wanted.supports.front();
    const auto regions = regionMap(method_.regionsOf(supportMask(support), optionsOf(wanted.label)));
    for (std::size_t row = 0; row < users.size(); ++row) {
        auto one = sliceMaps(found, static_cast<std::int64_t>(row));
        one.query = static_cast<int>(first + users[row]);
        one.label = wanted.label;
        one.support = support;
        one.regions = regions;
        maps.push_back(std::move(one));
    }
}

Prediction::Answers Prediction::segmented(std::size_t first, std::size_t count) {
    // Queries of one batch that are segmented with the same prototypes go through the method together, all their labels at once.
    std::map<std::vector<Wanted>, std::vector<std::size_t>> queries;
    std::vector<SliceRef> refs;
    for (std::size_t q = 0; q < count; ++q) {
        const auto& query = request_.queries[first + q];
        refs.push_back({query.image, query.slice});
        std::vector<Wanted> wanted;
        for (const auto& label : query.labels) {
            const auto inside = [&](int i) { return i >= 0 && i < static_cast<int>(request_.supports.size()); };
            if (label.supports.empty() || !std::all_of(label.supports.begin(), label.supports.end(), inside))
                throw Error("predict.supports", "label {0} has no support for slice {1}; mark a slice of it as support",
                            {std::to_string(label.label), std::to_string(query.slice)});
            wanted.push_back({label.label, label.supports});
        }
        for (const auto& one : wanted) prototypes(one);
        queries[std::move(wanted)].push_back(q);
    }

    const int size = features_.size(refs.front().image);
    for (const auto& ref : refs)
        if (features_.size(ref.image) != size)
            throw Error("predict.image", "the volumes were prepared at different sizes; prepare them all at 256 x 256",
                        {});
    const auto features = features_.of(refs, *model_);
    std::vector<std::vector<LabelMap>> maps(count);
    Answers answers;
    for (const auto& [wanted, users] : queries) {
        const std::vector<std::int64_t> rows(users.begin(), users.end());
        const auto mine = rows.size() == count ? features : features.select(rows);
        std::vector<Sought> classes;
        for (const auto& one : wanted) classes.push_back({prototypes(one), optionsOf(one.label)});
        const auto found = method_.segmentEach(model_->model.network, classes, mine, size);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (request_.maps) addMaps(wanted[i], found[i], first, users, answers.maps);
            const auto probability = found[i].refined.to(torch::kCPU), cosine = found[i].cosine.to(torch::kCPU);
            const auto prototype = classes[i].prototypes.foreground.to(torch::kCPU);
            for (std::size_t row = 0; row < users.size(); ++row)
                maps[users[row]].push_back({wanted[i].label, probability[static_cast<std::int64_t>(row)],
                                            cosine[static_cast<std::int64_t>(row)], prototype});
        }
    }

    const auto onCpu = features.maps.back().to(torch::kCPU);
    std::vector<std::vector<engine::SlicePrediction>> bySlice(count);
    at::parallel_for(0, static_cast<std::int64_t>(count), 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t q = begin; q < end; ++q) {
            auto& mine = maps[static_cast<std::size_t>(q)];
            std::sort(mine.begin(), mine.end(), [](const auto& a, const auto& b) { return a.label < b.label; });
            bySlice[static_cast<std::size_t>(q)] = slicePredictions(mine, onCpu[q]);
        }
    });
    for (std::size_t q = 0; q < count; ++q)
        for (auto& answer : bySlice[q]) {
            answer.query = static_cast<int>(first + q);
            answers.predictions.push_back(std::move(answer));
        }
    return answers;
}

}  // namespace protolabel::fewshot
