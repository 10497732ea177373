#include "core/fewshot/slice_maps.h"

#include <cstring>

#include "core/labels/run_length.h"

namespace protolabel::fewshot {

namespace {

/// (H,W) numbers 0..255.
Bytes coded(const torch::Tensor& map) {
    const auto bytes = map.clamp(0, 255).to(torch::kCPU, torch::kByte).contiguous();
    labels::ProbabilitySlice image(static_cast<int>(bytes.size(1)), static_cast<int>(bytes.size(0)));
    std::memcpy(image.pixels.data(), bytes.data_ptr<std::uint8_t>(), image.pixels.size());
    return labels::encodeRuns(image);
}

/// What is no number counts as 0.
torch::Tensor scaled(const torch::Tensor& unit) {
    return (torch::nan_to_num(unit) * 255).round();
}

}  // namespace

engine::SliceMaps sliceMaps(const Segmentation& found, std::int64_t row) {
    engine::SliceMaps maps;
    maps.coarse = coded(scaled(found.coarse[row]));
    maps.refined = coded(scaled(found.refined[row]));
    maps.similarity = coded(scaled((found.cosine[row] + 1) / 2));
    if (found.selected.defined()) maps.selected = coded(found.selected[row]);
    return maps;
}

Bytes regionMap(const torch::Tensor& regions) {
    return regions.defined() ? coded(regions) : Bytes();
}

}  // namespace protolabel::fewshot
