#pragma once

#include <cstdint>
#include <vector>

#include "core/fewshot/directions.h"

namespace protolabel::fewshot {

/// Sets of directions that the same pixels are compared with: the classes of several labels. Where labels are drawn on the same slice
/// most of their directions are the same cells; each is compared and exponentiated once, whatever sets it belongs to.
class DirectionSets {
public:
    /// There is a direction in each. `type`: kFloat, or kBFloat16 to multiply in that on a CPU (an error of cos below 0.004).
    DirectionSets(std::vector<Directions> sets, torch::ScalarType type);

    /// score() of each set: (sets,B,h,w) from features (B,C,h,w) of any length. On a CPU without gradients.
    torch::Tensor scores(const torch::Tensor& features) const;

private:
    /// Rows of vectors_ that count alike.
    struct Group {
        std::int64_t first, end;
        std::vector<float> weights;  ///< in each set; 0: not in it
    };
    void gather();
    template <class T>
    void scoreBlock(const T* products, std::int64_t stride, const float* scales, std::int64_t pixels, float* scores,
                    std::int64_t between) const;

    std::vector<Directions> sets_;
    torch::ScalarType type_;
    torch::Tensor vectors_;  ///< (n,C), every direction once, in groups
    std::vector<Group> groups_;
};

}  // namespace protolabel::fewshot
