#include "core/fewshot/model_cache.h"

#include <algorithm>

#include "core/fewshot/devices.h"

namespace protolabel::fewshot {

namespace {
constexpr std::size_t kModels = 3;
constexpr int kSliceSize = 256;  // of volumes prepared as usual

/// The first pass lets the library choose its kernels and pack the weights: not while somebody waits for a slice.
void warmUp(LoadedModel& loaded) {
    const torch::NoGradGuard noGradient;
    loaded.model.network->encode(torch::zeros({1, 3, kSliceSize, kSliceSize}, loaded.device));
}
}  // namespace

std::shared_ptr<LoadedModel> ModelCache::get(const std::string& hash, torch::Device device, engine::BlobStore& blobs) {
    const auto found = std::find_if(models_.begin(), models_.end(),
                                    [&](const auto& m) { return m->hash == hash && m->device == device; });
    if (found != models_.end()) {
        models_.splice(models_.begin(), models_, found);
        return models_.front();
    }
    const auto type = fastestType(device);
    auto loaded = std::make_shared<LoadedModel>(
        LoadedModel{hash, device, idOf(device) + ' ' + nameOf(type), decodeModel(*blobs.get(hash))});
    loaded->model.network->to(device);
    loaded->model.network->computeIn(type);
    loaded->model.network->freeze();
    warmUp(*loaded);
    models_.push_front(loaded);
    if (models_.size() > kModels) models_.pop_back();
    return loaded;
}

}  // namespace protolabel::fewshot
