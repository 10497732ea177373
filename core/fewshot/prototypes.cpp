#include "core/fewshot/prototypes.h"

#include <limits>

namespace protolabel::fewshot {

namespace {

/// (size, cells): column j is the response of the bilinear upsampling to a one at cell j.
torch::Tensor upsamplingMatrix(std::int64_t cells, std::int64_t size, const torch::TensorOptions& options) {
    return torch::upsample_linear1d(torch::eye(cells, options).unsqueeze(0), {size}, false).squeeze(0).t();
}

}  // namespace

torch::Tensor areaAveraged(const torch::Tensor& masks, std::int64_t h, std::int64_t w) {
    auto sizes = masks.sizes().vec();
    sizes[sizes.size() - 2] = h;
    sizes[sizes.size() - 1] = w;
    const auto flat = masks.reshape({1, -1, masks.size(-2), masks.size(-1)});
    return torch::adaptive_avg_pool2d(flat, {h, w}).view(sizes);
}

torch::Tensor pulledBack(const torch::Tensor& mask, std::int64_t h, std::int64_t w) {
    const auto rows = upsamplingMatrix(h, mask.size(0), mask.options());
    const auto columns = upsamplingMatrix(w, mask.size(1), mask.options());
    return rows.t().matmul(mask).matmul(columns);
}

torch::Tensor pooledAtFullResolution(const torch::Tensor& features, const torch::Tensor& mask) {
    return maskedAverage(features, pulledBack(mask, features.size(1), features.size(2)).unsqueeze(0)).squeeze(0);
}

torch::Tensor pooledByUpsampling(const torch::Tensor& features, const torch::Tensor& mask) {
    const auto fine = torch::upsample_bilinear2d(features.unsqueeze(0), {mask.size(0), mask.size(1)}, false);
    return (torch::sum(fine * mask, {2, 3}) / (mask.sum() + 1e-5)).squeeze(0);
}

torch::Tensor maskedAverage(const torch::Tensor& features, const torch::Tensor& weights) {
    const auto u = weights.flatten(1);  // (n,hw)
    const auto area = u.sum(1, true) + 1e-5;
    if (features.dim() == 3) return u.matmul(features.flatten(1).t()) / area;
    return features.flatten(2).matmul(u.unsqueeze(2)).squeeze(2) / area;
}

torch::Tensor cosine(const torch::Tensor& features, const torch::Tensor& prototypes) {
    // As cosine_similarity, but the products are a matrix product and no map of the features' size is made on the way.
    const auto cells = features.flatten(2);                                                     // (B,C,hw)
    const auto p = prototypes.view({-1, 1, features.size(1)}).expand({cells.size(0), -1, -1});  // (B,1,C)
    const auto lengths = cells.norm(2, 1, true) * p.norm(2, 2, true);
    return (torch::bmm(p, cells) / lengths.clamp_min(1e-8)).view({cells.size(0), features.size(2), features.size(3)});
}

torch::Tensor thresholdScore(const torch::Tensor& cosine, const torch::Tensor& t) {
    return 1 - torch::sigmoid(0.5 * (-kScale * cosine - t));
}

torch::Tensor prototypeScore(const torch::Tensor& foregroundCosine, const torch::Tensor& backgroundCosine) {
    return torch::softmax(kScale * torch::stack({backgroundCosine, foregroundCosine}), 0)[1];
}

torch::Tensor upsampled(const torch::Tensor& maps, int size) {
    return torch::upsample_bilinear2d(maps.unsqueeze(1), {size, size}, true).squeeze(1);
}

torch::Tensor negativeLogLikelihood(const torch::Tensor& probability, const torch::Tensor& mask,
                                    double backgroundWeight, double foregroundWeight) {
    constexpr double eps = std::numeric_limits<float>::epsilon();
    const auto logs = torch::log(torch::stack({1 - probability, probability}).clamp(eps, 1 - eps));
    const auto weights = torch::tensor({backgroundWeight, foregroundWeight}, probability.options());
    return torch::nll_loss2d(logs.unsqueeze(0), mask.to(torch::kLong).unsqueeze(0), weights);
}

}  // namespace protolabel::fewshot
