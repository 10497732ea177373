#include "core/fewshot/features.h"

#include <algorithm>

namespace protolabel::fewshot {

namespace {

template <class Change>
Features mapped(const Features& features, Change change) {
    Features result;
    for (const auto& map : features.maps) result.maps.push_back(change(map));
    if (features.threshold.defined()) result.threshold = change(features.threshold);
    return result;
}

}  // namespace

Features Features::slices(std::int64_t first, std::int64_t count) const {
    return mapped(*this, [&](const torch::Tensor& t) { return t.narrow(0, first, count); });
}

Features Features::select(const std::vector<std::int64_t>& slices) const {
    const auto index = torch::tensor(slices, torch::kLong).to(device());
    return mapped(*this, [&](const torch::Tensor& t) { return t.index_select(0, index); });
}

Features Features::to(torch::Device device, torch::ScalarType type) const {
    // Converted on the GPU, where one takes part; in one step LibTorch does that on the CPU.
    return mapped(*this, [&](const torch::Tensor& t) {
        return (t.is_cuda() ? t.to(type).to(device) : t.to(device).to(type)).contiguous();
    });
}

Features Features::copied() const {
    return mapped(*this, [](const torch::Tensor& t) { return t.clone(); });
}

bool Features::finite() const {
    const auto finite = [](const torch::Tensor& t) { return torch::isfinite(t).all().item<bool>(); };
    return std::all_of(maps.begin(), maps.end(), finite) && (!threshold.defined() || finite(threshold));
}

std::int64_t Features::bytes() const {
    auto sum = threshold.defined() ? threshold.nbytes() : 0;
    for (const auto& map : maps) sum += map.nbytes();
    return static_cast<std::int64_t>(sum);
}

Features concatenated(const std::vector<Features>& parts) {
    Features result;
    for (std::size_t i = 0; i < parts.front().maps.size(); ++i) {
        std::vector<torch::Tensor> maps;
        for (const auto& part : parts) maps.push_back(part.maps[i]);
        result.maps.push_back(torch::cat(maps));
    }
    if (!parts.front().threshold.defined()) return result;
    std::vector<torch::Tensor> thresholds;
    for (const auto& part : parts) thresholds.push_back(part.threshold);
    result.threshold = torch::cat(thresholds);
    return result;
}

}  // namespace protolabel::fewshot
