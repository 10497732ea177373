#pragma once

#include <torch/torch.h>

namespace protolabel::fewshot {

/// What the methods share (methods.md, Notation). B query slices at once; C channels; h x w the feature grid, H x W the mask grid.

/// TADAM's scale a.
inline constexpr double kScale = 20.0;

/// (...,H,W) masks area-averaged to (...,h,w).
torch::Tensor areaAveraged(const torch::Tensor& masks, std::int64_t h, std::int64_t w);

/// The (h,w) weights u with sum(F u) = sum(up(F) m) for every F, where up is the bilinear upsampling (align_corners=false) of
/// features to the mask's H x W: masked pooling at full resolution without upsampling C channels.
torch::Tensor pulledBack(const torch::Tensor& mask, std::int64_t h, std::int64_t w);

/// MAP of (C,h,w) features, upsampled to the mask's H x W (bilinear, align_corners=false): (C). By pulled-back weights.
torch::Tensor pooledAtFullResolution(const torch::Tensor& features, const torch::Tensor& mask);
/// The same by upsampling, which costs a hundred times the memory.
torch::Tensor pooledByUpsampling(const torch::Tensor& features, const torch::Tensor& mask);

/// MAP: (B,C,h,w) features (or C,h,w) and weights (n,h,w) -> sum(F u)/(sum(u) + 1e-5). One image with n weights, or B with one
/// each: (n,C) or (B,C).
torch::Tensor maskedAverage(const torch::Tensor& features, const torch::Tensor& weights);

/// cos(F, p): features (B,C,h,w), prototypes (C) or (B,C) -> (B,h,w).
torch::Tensor cosine(const torch::Tensor& features, const torch::Tensor& prototypes);

/// 1 - sigmoid(0.5 (-a cos - t)), ADNet's reading of the coarse mask.
torch::Tensor thresholdScore(const torch::Tensor& cosine, const torch::Tensor& t);
/// softmax over [a cos_b, a cos_f], PANet's reading.
torch::Tensor prototypeScore(const torch::Tensor& foregroundCosine, const torch::Tensor& backgroundCosine);

/// (B,h,w) -> (B,size,size), bilinear with align_corners.
torch::Tensor upsampled(const torch::Tensor& maps, int size);

/// NLL of probabilities (H,W) against a {0,1} mask, log of them clamped to [eps, 1 - eps]; class weights as
/// PyTorch's nll_loss: the weighted mean over pixels.
torch::Tensor negativeLogLikelihood(const torch::Tensor& probability, const torch::Tensor& mask,
                                    double backgroundWeight, double foregroundWeight);

}  // namespace protolabel::fewshot
