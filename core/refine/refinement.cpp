#include "core/refine/refinement.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/base/parallel.h"
#include "core/base/spread.h"
#include "core/refine/features.h"

namespace protolabel::refine {

using labels::Image2D;
using labels::Mask;
using labels::MaskStack;
using labels::ProbabilitySlice;

namespace {

constexpr int kRefineThreads = 4;
constexpr float kCertain = -8;         // log-odds outside the window
constexpr float kFarFeature = -2.95F;  // nearly as far as features tell
constexpr float kNear = -2.5F;         // the feature of a pixel 25 mm outside a shape

std::uint8_t quantised(float logOdds) {
    return static_cast<std::uint8_t>(std::min(255.F, 256 / (1 + std::exp(-logOdds))));
}

ProbabilitySlice blended(const FeatureVolume& features, int slice, const Blend& blend, int width, int height) {
    const auto& window = features.window;
    Image2D<float> logOdds(window.width, window.height, kCertain);
    for (std::size_t p = 0; p < window.pixels(); ++p) {
        const float* f = features.at(slice, p);
        const bool far = f[0] < kFarFeature && f[1] < kFarFeature && f[2] < kFarFeature && f[13] < 0 && f[18] <= 0;
        if (!far) logOdds.pixels[p] = blend.logOdds(f);
    }
    const auto fine = doubled(logOdds);
    ProbabilitySlice result(width, height);
    for (int y = 0; y < fine.height; ++y)
        for (int x = 0; x < fine.width; ++x)
            result.at(2 * window.left + x, 2 * window.top + y) = quantised(fine.at(x, y));
    return result;
}

/// What is proposed and drawn, sorted.
labels::VoxelRuns runsOf(const ScoreStack& probabilities, const MaskStack& drawn) {
    labels::VoxelRuns runs;
    const auto add = [&](int slice, int width, int height, auto&& inside) {
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                if (!inside(x, y)) continue;
                const int begin = x;
                while (x < width && inside(x, y)) ++x;
                runs.push_back({slice, y, begin, x});
            }
    };
    for (const auto& [slice, score] : probabilities)
        add(slice, score.width, score.height, [&](int x, int y) { return score.at(x, y) >= 128; });
    for (const auto& [slice, mask] : drawn)
        add(slice, mask.width, mask.height, [&](int x, int y) { return mask.at(x, y) != 0; });
    std::sort(runs.begin(), runs.end());
    return runs;
}

}  // namespace

ScoreStack refined(const Evidence& evidence, const Blend& blend, const RefineOptions& options) {
    ScoreStack result;
    if (options.blend && !labels::isEmpty(evidence.drawn)) {
        std::vector<int> open;
        for (int slice = 0; slice < evidence.image.slices; ++slice)
            if (evidence.drawn.count(slice) == 0) open.push_back(slice), result[slice] = {};
        const auto features = featuresOf(evidence, open);
        parallelFor(open.size(), kRefineThreads, [&](std::size_t i) {
            result.at(open[i]) = blended(features, open[i], blend, evidence.image.width, evidence.image.height);
        });
    } else {
        for (const auto& [slice, score] : evidence.scores.empty() ? evidence.foreignScores : evidence.scores)
            if (evidence.drawn.count(slice) == 0) result[slice] = score;
    }
    if (options.clean) {
        keepConnected(result, evidence.drawn);
        fillHoles(result, evidence.drawn);
    }
    return result;
}

void keepConnected(ScoreStack& probabilities, const MaskStack& drawn) {
    const auto runs = runsOf(probabilities, drawn);
    const auto components = labels::componentsOf(runs);
    const auto isDrawn = [&](const labels::VoxelRuns& component) {
        return std::any_of(component.begin(), component.end(),
                           [&](const auto& run) { return drawn.count(run.k) != 0; });
    };
    const bool anyDrawn = std::any_of(components.begin(), components.end(), [&](const auto& component) {
        return isDrawn(component) && std::any_of(component.begin(), component.end(),
                                                 [&](const auto& run) { return drawn.count(run.k) == 0; });
    });
    const auto largest = std::max_element(components.begin(), components.end(), [](const auto& a, const auto& b) {
        return labels::voxelCount(a) < labels::voxelCount(b);
    });
    for (auto component = components.begin(); component != components.end(); ++component) {
        if (anyDrawn ? isDrawn(*component) : component == largest) continue;
        for (const auto& run : *component)
            if (const auto score = probabilities.find(run.k); score != probabilities.end())
                for (int x = run.begin; x < run.end; ++x)
                    score->second.at(x, run.j) = std::min<std::uint8_t>(score->second.at(x, run.j), 127);
    }
}

void fillHoles(ScoreStack& probabilities, const MaskStack& drawn) {
    if (probabilities.empty()) return;
    const auto& any = probabilities.begin()->second;
    int first = probabilities.begin()->first, last = probabilities.rbegin()->first;
    if (!drawn.empty()) first = std::min(first, drawn.begin()->first), last = std::max(last, drawn.rbegin()->first);
    const auto boxOf = [&](int begin, int end) { return labels::Box{{0, 0, begin}, {any.width, any.height, end}}; };
    const auto runs = runsOf(probabilities, drawn);
    const auto fill = [&](const labels::VoxelRuns& holes) {
        for (const auto& run : holes)
            if (const auto score = probabilities.find(run.k); score != probabilities.end())
                for (int x = run.begin; x < run.end; ++x)
                    score->second.at(x, run.j) = std::max<std::uint8_t>(score->second.at(x, run.j), 128);
    };
    const auto inSlice = [&](int slice) {
        labels::VoxelRuns mine;
        std::copy_if(runs.begin(), runs.end(), std::back_inserter(mine),
                     [slice](const auto& run) { return run.k == slice; });
        return labels::holesOf(mine, boxOf(slice, slice + 1));
    };
    fill(labels::holesOf(runs, boxOf(first, last + 1)));
    if (std::all_of(drawn.begin(), drawn.end(), [&](const auto& slice) { return inSlice(slice.first).empty(); }))
        for (const auto& [slice, score] : probabilities) fill(inSlice(slice));
}

std::vector<BlendSample> samplesOf(const Evidence& evidence, const MaskStack& truth, int perSlice) {
    std::vector<int> slices;
    for (const auto& [slice, score] : evidence.scores)
        if (evidence.drawn.count(slice) == 0) slices.push_back(slice);
    const auto features = featuresOf(evidence, slices);
    std::vector<BlendSample> samples;
    for (const int slice : slices) {
        Image2D<float> share(features.window.width, features.window.height);
        if (const auto mask = truth.find(slice); mask != truth.end())
            share = cut(halved(mask->second), features.window);
        std::vector<std::size_t> wanted;
        for (std::size_t p = 0; p < features.window.pixels(); ++p) {
            const float* f = features.at(slice, p);
            if (share.pixels[p] > 0 || std::max({f[0], f[1], f[2]}) > kNear) wanted.push_back(p);
        }
        for (const auto p : spread(wanted, static_cast<std::size_t>(perSlice))) {
            auto& sample = samples.emplace_back();
            std::copy_n(features.at(slice, p), kFeatures, sample.features.begin());
            sample.truth = share.pixels[p];
        }
    }
    return samples;
}

}  // namespace protolabel::refine
