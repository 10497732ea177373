#pragma once

#include "core/fewshot/method.h"

/// What the tests of single methods share.
namespace protolabel::fewshot::test {

/// A network that is never run: only its threshold counts.
inline Network untrained() {
    static Network network("resnet18", 8, 0);
    return network;
}

/// (8,8), the left four columns.
inline torch::Tensor leftHalf() {
    auto mask = torch::zeros({8, 8});
    mask.slice(1, 0, 4).fill_(1);
    return mask;
}

/// Two noise images of 64 x 64 with the same bright square. Draws from torch's generator: seed it.
inline Episode squareEpisode() {
    auto mask = torch::zeros({64, 64});
    mask.slice(0, 16, 48).slice(1, 16, 48).fill_(1);
    const auto support = torch::randn({1, 3, 64, 64}) + 3 * mask;
    return {support, mask, torch::randn({1, 3, 64, 64}) + 3 * mask, mask};
}

}  // namespace protolabel::fewshot::test
