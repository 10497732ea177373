#include "core/fewshot/direction_sets.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <ATen/Parallel.h>

#include "core/fewshot/prototypes.h"
#include "core/fewshot/vectorised.h"

namespace protolabel::fewshot {

namespace {

constexpr std::int64_t kPixelsAtOnce = 128;  // pixels: their similarities to a thousand cells fit a core's cache

/// Of the pixels of a block.
struct BlockSums {
    std::array<float, kPixelsAtOnce> exponentials{}, weighted{};  ///< sum exp(d - a), sum d exp(d - a)
};

inline float widenedProduct(float product) {
    return product;
}
inline float widenedProduct(c10::BFloat16 product) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(product.x) << 16);
}

/// exp of -80..10 to 2e-7 of it, as Cephes' expf, in operations that exist on vectors.
inline float exponential(float x) {
    constexpr float kRound = 12582912.F;  // 1.5 * 2^23: what is added to it loses its fraction
    const float shifted = x * 1.44269504F + kRound;
    const float n = shifted - kRound;
    const float r = x - n * 0.693359375F + n * 2.12194440e-4F;
    float p = 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * r * r + r + 1;
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(p) + (std::bit_cast<std::uint32_t>(shifted) << 23));
}

/// d <= a (lengths are 1), so that exp(d - a) needs no largest d: at d = -a it is 4e-18, far from float's smallest.
template <class T>
inline void addRowsOf(const T* products, std::int64_t rows, std::int64_t stride, const float* scales,
                      std::int64_t pixels, BlockSums& sums) {
    for (std::int64_t row = 0; row < rows; ++row, products += stride)
        for (std::int64_t i = 0; i < pixels; ++i) {
            const float d = widenedProduct(products[i]) * scales[i];
            const float e = exponential(d - static_cast<float>(kScale));
            sums.exponentials[i] += e;
            sums.weighted[i] += d * e;
        }
}

PROTOLABEL_VECTORISED
void addRows(const float* products, std::int64_t rows, std::int64_t stride, const float* scales, std::int64_t pixels,
             BlockSums& sums) {
    addRowsOf(products, rows, stride, scales, pixels, sums);
}

PROTOLABEL_VECTORISED
void addRows(const c10::BFloat16* products, std::int64_t rows, std::int64_t stride, const float* scales,
             std::int64_t pixels, BlockSums& sums) {
    addRowsOf(products, rows, stride, scales, pixels, sums);
}

void addWeighted(const BlockSums& sums, float weight, BlockSums& totals) {
    for (std::size_t i = 0; i < sums.weighted.size(); ++i) {
        totals.exponentials[i] += weight * sums.exponentials[i];
        totals.weighted[i] += weight * sums.weighted[i];
    }
}

/// The first bytes tell features apart well enough.
struct RowHash {
    std::size_t operator()(std::string_view row) const { return std::hash<std::string_view>()(row.substr(0, 16)); }
};

}  // namespace

DirectionSets::DirectionSets(std::vector<Directions> sets, torch::ScalarType type)
    : sets_(std::move(sets)), type_(type) {
    if (sets_.front().vectors.is_cpu()) gather();
}

void DirectionSets::gather() {
    std::vector<torch::Tensor> all;
    for (const auto& set : sets_) all.push_back(set.vectors);
    const auto rows = torch::cat(all);  // (all directions,C)
    const auto bytes = static_cast<std::size_t>(rows.size(1)) * sizeof(float);
    const auto* data = reinterpret_cast<const char*>(rows.data_ptr<float>());

    std::unordered_map<std::string_view, std::size_t, RowHash> known;
    std::vector<std::int64_t> firsts;  // of each direction, a row
    std::vector<std::vector<float>> weights;
    std::int64_t row = 0;
    for (std::size_t set = 0; set < sets_.size(); ++set) {
        const auto own = (sets_[set].logWeights - sets_[set].logWeights.max()).exp();  // a common factor does not count
        for (std::int64_t i = 0; i < own.size(0); ++i, ++row) {
            const auto [place, added] =
                known.try_emplace({data + static_cast<std::size_t>(row) * bytes, bytes}, firsts.size());
            if (added) firsts.push_back(row), weights.emplace_back(sets_.size());
            weights[place->second][set] += own.data_ptr<float>()[i];
        }
    }
    std::map<std::vector<float>, std::vector<std::int64_t>> alike;
    for (std::size_t i = 0; i < firsts.size(); ++i) alike[weights[i]].push_back(firsts[i]);
    std::vector<std::int64_t> order;
    for (const auto& [shares, members] : alike) {
        const auto first = static_cast<std::int64_t>(order.size());
        order.insert(order.end(), members.begin(), members.end());
        groups_.push_back({first, static_cast<std::int64_t>(order.size()), shares});
    }
    vectors_ = rows.index_select(0, torch::tensor(order)).to(type_);
}

/// d is `products` (rows of `stride` numbers) times `scales`; the score of set k goes to scores + k * `between`.
template <class T>
void DirectionSets::scoreBlock(const T* products, std::int64_t stride, const float* scales, std::int64_t pixels,
                               float* scores, std::int64_t between) const {
    std::vector<BlockSums> totals(sets_.size());
    for (const auto& group : groups_) {
        BlockSums sums;
        addRows(products + group.first * stride, group.end - group.first, stride, scales, pixels, sums);
        for (std::size_t set = 0; set < totals.size(); ++set)
            if (group.weights[set] > 0) addWeighted(sums, group.weights[set], totals[set]);
    }
    for (const auto& total : totals) {
        for (std::int64_t i = 0; i < pixels; ++i) scores[i] = total.weighted[i] / total.exponentials[i];
        scores += between;
    }
}

torch::Tensor DirectionSets::scores(const torch::Tensor& features) const {
    if (groups_.empty()) {
        const auto unit = unitVectors(features);
        std::vector<torch::Tensor> each;
        for (const auto& set : sets_) each.push_back(score(unit, set));
        return torch::stack(each);
    }
    const auto slices = features.size(0), pixels = features.size(2) * features.size(3);
    const auto cells = features.flatten(2).contiguous();                                  // (B,C,hw)
    const auto scales = kScale / (cells * cells).sum(1).sqrt().clamp_min(kSmallestNorm);  // (B,hw)
    const auto factors = cells.to(type_);
    auto result = torch::empty({static_cast<std::int64_t>(sets_.size()), slices, features.size(2), features.size(3)},
                               features.options());
    for (std::int64_t slice = 0; slice < slices; ++slice) {
        const auto products = torch::mm(vectors_, factors[slice]);  // (n,hw)
        const float* scale = scales.data_ptr<float>() + slice * pixels;
        float* to = result.data_ptr<float>() + slice * pixels;
        at::parallel_for(0, (pixels + kPixelsAtOnce - 1) / kPixelsAtOnce, 1, [&](std::int64_t begin, std::int64_t end) {
            for (auto first = begin * kPixelsAtOnce; first < std::min(end * kPixelsAtOnce, pixels);
                 first += kPixelsAtOnce) {
                const auto count = std::min(kPixelsAtOnce, pixels - first);
                const auto block = [&](const auto* from) {
                    scoreBlock(from + first, pixels, scale + first, count, to + first, slices * pixels);
                };
                if (type_ == torch::kBFloat16)
                    block(products.data_ptr<c10::BFloat16>());
                else
                    block(products.data_ptr<float>());
            }
        });
    }
    return result;
}

}  // namespace protolabel::fewshot
