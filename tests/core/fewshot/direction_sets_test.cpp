// What many labels share is computed once; each must get what one loop after the other gives it (in double precision, below).
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/fewshot/direction_sets.h"
#include "core/fewshot/method.h"
#include "tests/core/fewshot/method_fixture.h"
#include "tests/core/fewshot/parity_file.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using namespace protolabel::fewshot::test;

namespace {

using Vector = std::vector<double>;

constexpr int kSide = 12, kChannels = 6, kMost = 1024;

struct WeightedCell {
    Vector feature;
    double weight;
};

Vector pixel(const torch::Tensor& map, std::int64_t y, std::int64_t x) {
    Vector v;
    for (std::int64_t c = 0; c < map.size(0); ++c) v.push_back(map[c][y][x].item<double>());
    return v;
}

double cosineOf(const Vector& a, const Vector& b) {
    double dot = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) dot += a[i] * b[i], aa += a[i] * a[i], bb += b[i] * b[i];
    return dot / std::sqrt(aa * bb);
}

/// sum_k softmax_k(d_k) d_k, d = 20 cos, a cell of weight w as if it were there w times.
double softScore(const Vector& feature, const std::vector<WeightedCell>& cells) {
    double largest = -20, sum = 0, weighted = 0;
    for (const auto& cell : cells) largest = std::max(largest, 20 * cosineOf(feature, cell.feature));
    for (const auto& cell : cells) {
        const double d = 20 * cosineOf(feature, cell.feature), e = cell.weight * std::exp(d - largest);
        sum += e;
        weighted += e * d;
    }
    return weighted / sum;
}

std::vector<WeightedCell> evenly(const std::vector<WeightedCell>& cells) {
    if (cells.size() <= kMost) return cells;
    std::vector<WeightedCell> some;
    for (std::size_t i = 0; i < kMost; ++i) some.push_back(cells[i * cells.size() / kMost]);
    return some;
}

/// A shot's mask on the grid, each cell of 2 x 2 pixels.
double part(const torch::Tensor& mask, int y, int x) {
    return (mask[2 * y][2 * x] + mask[2 * y][2 * x + 1] + mask[2 * y + 1][2 * x] + mask[2 * y + 1][2 * x + 1])
               .item<double>() /
           4;
}

/// Probabilities (h,w) of Background::Cells, one region, alpha 1.
torch::Tensor naiveReading(const std::vector<Shot>& shots, const torch::Tensor& query, double t) {
    Vector prototype(kChannels);
    std::vector<WeightedCell> object, rest;
    double weights = 0;
    for (const auto& shot : shots) weights += shot.weight;
    for (const auto& shot : shots) {
        const auto map = shot.features.maps[0][0];
        Vector sum(kChannels);
        double area = 0;
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x) {
                const auto feature = pixel(map, y, x);
                const double u = part(shot.mask, y, x);
                area += u;
                for (int c = 0; c < kChannels; ++c) sum[c] += u * feature[c];
                if (u > 0.7) object.push_back({feature, shot.weight});
                if (u < 0.3) rest.push_back({feature, shot.weight});
            }
        for (int c = 0; c < kChannels; ++c) prototype[c] += shot.weight / weights * sum[c] / area;
    }
    object = evenly(object);
    rest = evenly(rest);
    auto result = torch::empty({kSide, kSide});
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const auto feature = pixel(query, y, x);
            double f = 20 * cosineOf(feature, prototype), b = -t;
            if (!object.empty()) f = std::max(f, softScore(feature, object));
            if (!rest.empty()) b = std::max(b, softScore(feature, rest));
            result[y][x] = 1 / (1 + std::exp(-0.5 * (f - b)));
        }
    return result;
}

torch::Tensor box(int top, int left, int bottom, int right) {
    auto mask = torch::zeros({2 * kSide, 2 * kSide});
    mask.slice(0, top, bottom).slice(1, left, right).fill_(1);
    return mask;
}

Features noise(int slices) {
    return {{torch::rand({slices, kChannels, kSide, kSide}) - 0.3}, {}};
}

engine::MethodOptions cellsReading(double t) {
    engine::MethodOptions options;
    options.background = engine::Background::Cells;
    options.threshold = t;
    return options;
}

}  // namespace

// Labels 1 and 2 are drawn on the same slice, 3 on three of different weight, 4 covers its slice (no cell is free), 5 fills no cell, 6 has more free
// cells than are kept.
TEST(every_label_is_read_as_if_it_were_alone) {
    torch::manual_seed(11);
    const auto& method = findMethod("sqpfnet");
    const auto features = noise(12), queries = noise(3);
    const std::vector<std::vector<Shot>> shots = {
        {{features.at(0), box(2, 2, 12, 14)}},
        {{features.at(0), box(13, 3, 21, 20)}},
        {{features.at(0), box(0, 0, 9, 9), 2},
         {features.at(1), box(4, 4, 20, 12)},
         {features.at(2), box(8, 2, 12, 8), 0.5}},
        {{features.at(3), box(0, 0, 24, 24)}},
        {{features.at(4), box(1, 3, 2, 12)}},
        [&] {
            std::vector<Shot> many;
            for (int i = 0; i < 12; ++i) many.push_back({features.at(i), box(i, 4, i + 6, 10), 1.0 + i % 3});
            return many;
        }()};
    std::vector<engine::MethodOptions> options;
    std::vector<Prototypes> learned;
    for (std::size_t i = 0; i < shots.size(); ++i) {
        options.push_back(cellsReading(-11 - static_cast<double>(i)));
        learned.push_back(method.learn(untrained(), shots[i], options[i]));
    }
    CHECK_EQ(learned[3].other[2].size(0), 0);
    CHECK_EQ(learned[4].other[0].size(0), 0);
    CHECK_EQ(learned[5].other[2].size(0), kMost);

    std::vector<Sought> classes;
    for (std::size_t i = 0; i < shots.size(); ++i) classes.push_back({learned[i], options[i]});
    const auto together = method.segmentEach(untrained(), classes, queries, kSide);
    CHECK_EQ(together.size(), shots.size());
    for (std::size_t i = 0; i < shots.size(); ++i) {
        const auto alone = method.segment(untrained(), learned[i], queries, kSide, options[i]).refined;
        for (int z = 0; z < 3; ++z) {
            const auto expected = naiveReading(shots[i], queries.maps[0][z], *options[i].threshold);
            CHECK(absoluteError(together[i].refined[z], expected) < 2e-5);
            CHECK(absoluteError(alone[z], expected) < 2e-5);
        }
    }
}

// The scores run from -20 to 20; a product in bf16 is wrong by 0.002 of cos, and so are the features before it.
TEST(products_in_bf16_are_nearly_the_same) {
    torch::manual_seed(12);
    const auto cells = torch::randn({300, 32});
    const auto heavy = directionsOf(cells.slice(0, 100, 300));
    const std::vector<Directions> sets = {directionsOf(cells.slice(0, 0, 200)),
                                          {heavy.vectors, torch::full({200}, std::log(3.F))},
                                          directionsOf(cells.slice(0, 299, 300))};
    const auto features = 7 * torch::randn({2, 32, 9, 15});
    const auto exact = DirectionSets(sets, torch::kFloat).scores(features);
    const auto narrow = DirectionSets(sets, torch::kBFloat16).scores(features);
    const auto unit = unitVectors(features);
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const auto expected = score(unit, sets[i]);
        CHECK(absoluteError(exact[static_cast<std::int64_t>(i)], expected) < 1e-4);
        CHECK(absoluteError(narrow[static_cast<std::int64_t>(i)], expected) < 0.15);
    }
}

TEST(the_extremes_of_cos_are_finite) {
    const auto direction = torch::tensor({{1.F, 0.F}});
    const auto features = torch::tensor({1.F, -1.F, 0.F, 0.F, 0.F, 0.F, 1.F, 0.F}).view({1, 2, 2, 2});
    const auto scores = DirectionSets({directionsOf(direction)}, torch::kFloat).scores(features).flatten();
    CHECK(absoluteError(scores, torch::tensor({20.F, -20.F, 0.F, 0.F})) < 1e-5);
}
