#include "core/workflow/effort.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/labels/metrics.h"
#include "core/labels/run_length.h"
#include "core/labels/shape_interpolation.h"
#include "core/project/operations.h"
#include "core/refine/refinement.h"
#include "core/refine/suggestion.h"
#include "core/workflow/effort_volumes.h"
#include "core/workflow/live_prediction.h"
#include "core/workflow/model_source.h"
#include "core/workflow/stage.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

using labels::Mask;
using labels::MaskStack;
using refine::ScoreStack;

constexpr int kForeignShots = 3;
constexpr int kLearnedStates = 4;  // drawn slices of a finished volume that a blend is learned with, at most
constexpr int kSamplesPerSlice = 40;
constexpr int kEpochs = 6;
constexpr std::uint64_t kSeed = 1;

/// Dice over the whole volume; drawn slices are the truth.
double diceOf(const EffortVolume& volume, int label, const MaskStack& filled, const MaskStack& drawn) {
    labels::Overlap overlap;
    for (int slice = 0; slice < volume.prepared.slices; ++slice) {
        const auto truth = volume.drawn(label, slice);
        const auto mask = filled.find(slice);
        if (drawn.count(slice) != 0)
            overlap.add(truth, truth);
        else
            overlap.add(mask == filled.end() ? Mask(truth.width, truth.height) : mask->second, truth);
    }
    return overlap.dice();
}

/// The volume's ends are taken as empty.
MaskStack interpolated(const EffortVolume& volume, const MaskStack& drawn) {
    MaskStack filled;
    auto known = drawn;
    for (const int end : {-1, volume.prepared.slices}) known[end] = Mask(volume.prepared.width, volume.prepared.height);
    const double pixel = volume.prepared.pixelSpacing;
    const labels::ShapeInterpolation shapes(known, {pixel, pixel});
    for (int slice = 0; slice < volume.prepared.slices; ++slice) {
        if (drawn.count(slice) != 0) continue;
        const auto depth = shapes.depth(slice);
        Mask mask(depth.width, depth.height);
        for (std::size_t p = 0; p < mask.pixels.size(); ++p) mask.pixels[p] = depth.pixels[p] > 0;
        filled[slice] = std::move(mask);
    }
    return filled;
}

MaskStack masksOf(const ScoreStack& probabilities) {
    MaskStack masks;
    for (const auto& [slice, values] : probabilities) {
        Mask mask(values.width, values.height);
        for (std::size_t p = 0; p < mask.pixels.size(); ++p) mask.pixels[p] = values.pixels[p] >= 128;
        masks[slice] = std::move(mask);
    }
    return masks;
}

bool shows(const MaskStack& drawn) {
    return std::any_of(drawn.begin(), drawn.end(),
                       [](const auto& slice) { return labels::countNonZero(slice.second) > 0; });
}

class Simulation {
public:
    Simulation(engine::Engine& engine, const EffortOptions& options, JobControl& control)
        : engine_(engine), options_(options), control_(control) {
        volumes_ = readEffortVolumes(options.images, options.labels, shelf_, control);
        segmenter_.model = addModelFile(engine, shelf_, options.model, "", control).hash;
        segmenter_.device = options.device;
        std::set<int> seen;
        for (const auto& volume : volumes_)
            for (const auto& [label, masks] : volume.truth) seen.insert(label);
        outcome_.classes = options.classes.empty() ? std::vector<int>(seen.begin(), seen.end()) : options.classes;
        outcome_.arms = options.arms;
    }

    EffortOutcome run() {
        const auto parts = static_cast<std::size_t>(options_.parts);
        if (volumes_.size() < std::max<std::size_t>(parts, 2))
            throw Error("effort.volumes", "{0} volumes cannot be divided into {1} parts; choose fewer with --parts",
                        {std::to_string(volumes_.size()), std::to_string(parts)});
        if (uses(EffortArm::Everything)) simulateFinished();
        Stage stage(control_, "draw", static_cast<std::int64_t>(volumes_.size() * outcome_.classes.size()));
        for (std::size_t part = 0; part < parts; ++part) {
            std::vector<std::size_t> finished;
            for (std::size_t v = 0; v < volumes_.size(); ++v)
                if (v % parts != part) finished.push_back(v);
            for (const int label : outcome_.classes) {
                std::optional<refine::Blend> blend;
                if (uses(EffortArm::Everything)) blend = learned(finished, label);
                for (std::size_t v = part; v < volumes_.size(); v += parts) {
                    if (volumes_[v].truth.count(label) != 0) drawAll(volumes_[v], label, finished, blend);
                    stage.step();
                }
            }
        }
        return std::move(outcome_);
    }

    refine::Blend learnAll() {
        simulateFinished();
        std::vector<std::size_t> everyone(volumes_.size());
        for (std::size_t v = 0; v < volumes_.size(); ++v) everyone[v] = v;
        std::vector<refine::BlendSample> samples;
        for (const int label : outcome_.classes)
            for (const bool alone : {true, false}) append(samples, everyone, label, alone);
        return refine::Blend::learned(samples, kEpochs, kSeed);
    }

private:
    /// A finished volume as it was when some slices were drawn.
    struct State {
        std::size_t volume;
        int label;
        MaskStack drawn;
    };

    bool uses(EffortArm arm) const {
        return std::find(options_.arms.begin(), options_.arms.end(), arm) != options_.arms.end();
    }

    /// Each slice by the nearest drawn one that shows the object, as the tool does it; asked for once.
    ScoreStack ownScores(const EffortVolume& volume, int label, const MaskStack& drawn) {
        std::vector<int> supports;
        std::vector<project::SupportPosition> positions;
        const int slices = volume.prepared.slices;
        for (const auto& [slice, mask] : drawn) {
            if (labels::countNonZero(mask) == 0) continue;
            supports.push_back(slice);
            positions.push_back({volume.record.id, relativePosition(slice, slices)});
        }
        ScoreStack scores;
        if (supports.empty()) return scores;
        auto& known = known_[{volume.record.id, label}];
        std::map<int, std::vector<int>> missing;  // by support
        std::vector<int> nearest;
        for (int slice = 0; slice < slices; ++slice) {
            const auto chosen =
                project::chooseSupports(positions, volume.record.id, relativePosition(slice, slices), 1).front();
            nearest.push_back(supports[static_cast<std::size_t>(chosen)]);
            if (known.count({nearest.back(), slice}) == 0) missing[nearest.back()].push_back(slice);
        }
        for (const auto& [support, wanted] : missing)
            for (auto& [slice, score] :
                 scoresOf(engine_, shelf_, volume, label, wanted,
                          {exampleOf(volume, label, support, drawn.at(support))}, segmenter_, control_))
                known[{support, slice}] = labels::encodeRuns(score);
        for (int slice = 0; slice < slices; ++slice)
            labels::decodeRuns(known.at({nearest[static_cast<std::size_t>(slice)], slice}), scores[slice]);
        return scores;
    }

    ScoreStack foreignScores(const EffortVolume& volume, int label, const std::vector<std::size_t>& finished) {
        std::vector<Example> examples;
        for (const auto v : finished)
            if (const auto shown = volumes_[v].truth.find(label); shown != volumes_[v].truth.end())
                for (const auto& [slice, mask] : shown->second)
                    examples.push_back(exampleOf(volumes_[v], label, slice, mask));
        auto options = segmenter_;
        options.shots = kForeignShots;
        return scoresOf(engine_, shelf_, volume, label, outwards(0, volume.prepared.slices), std::move(examples),
                        options, control_);
    }

    std::vector<refine::FinishedShape> shapesOf(const std::vector<std::size_t>& finished, int label) const {
        std::vector<refine::FinishedShape> shapes;
        for (const auto v : finished) shapes.push_back(volumes_[v].shape(label));
        return shapes;
    }

    /// What would have been known in the finished volumes when 1, 2, ... slices were drawn, the first one where the object is largest.
    void simulateFinished() {
        Stage stage(control_, "finished volumes", static_cast<std::int64_t>(volumes_.size() * outcome_.classes.size()));
        for (std::size_t v = 0; v < volumes_.size(); ++v)
            for (const int label : outcome_.classes) {
                const auto& volume = volumes_[v];
                if (const auto truth = volume.truth.find(label); truth != volume.truth.end()) {
                    MaskStack drawn;
                    std::optional<int> slice =
                        std::max_element(truth->second.begin(), truth->second.end(), [](const auto& a, const auto& b) {
                            return labels::countNonZero(a.second) < labels::countNonZero(b.second);
                        })->first;
                    for (int k = 0; k < kLearnedStates && slice; ++k) {
                        drawn[*slice] = volume.drawn(label, *slice);
                        states_.push_back({v, label, drawn});
                        ownScores(volume, label, drawn);
                        slice = refine::suggestForInterpolation(volume.prepared.slices, drawn);
                    }
                }
                stage.step();
            }
    }

    /// Samples of one label; each volume knows the others, or (alone) only itself.
    void append(std::vector<refine::BlendSample>& samples, const std::vector<std::size_t>& finished, int label,
                bool alone) {
        std::size_t last = volumes_.size();
        ScoreStack foreign;
        std::vector<refine::FinishedShape> shapes;
        for (const auto& state : states_) {
            if (state.label != label || std::find(finished.begin(), finished.end(), state.volume) == finished.end())
                continue;
            const auto& volume = volumes_[state.volume];
            if (!alone && state.volume != last) {
                auto others = finished;
                std::erase(others, state.volume);
                foreign = foreignScores(volume, label, others);
                shapes = shapesOf(others, label);
                last = state.volume;
            }
            const auto scores = ownScores(volume, label, state.drawn);
            const auto more = refine::samplesOf({volume.prepared, state.drawn, scores, foreign, shapes},
                                                volume.truth.at(label), kSamplesPerSlice);
            samples.insert(samples.end(), more.begin(), more.end());
            control_.check();
        }
    }

    refine::Blend learned(const std::vector<std::size_t>& finished, int label) {
        std::vector<refine::BlendSample> samples;
        append(samples, finished, label, false);
        return refine::Blend::learned(samples, kEpochs, kSeed);
    }

    void drawAll(const EffortVolume& volume, int label, const std::vector<std::size_t>& finished,
                 const std::optional<refine::Blend>& blend) {
        const bool others = uses(EffortArm::Others) || uses(EffortArm::Everything);
        const auto foreign = others ? foreignScores(volume, label, finished) : ScoreStack();
        const auto shapes = shapesOf(finished, label);
        const ScoreStack none;
        for (const auto arm : options_.arms) {
            const bool knowsOthers = arm == EffortArm::Others || arm == EffortArm::Everything;
            const bool everything = arm == EffortArm::Everything;
            EffortRow row{volume.record.name, label, arm, {}, {}, {}};
            draw(volume, row, knowsOthers ? foreign : none, everything ? shapes : std::vector<refine::FinishedShape>(),
                 everything ? *blend : refine::defaultBlend());
            outcome_.rows.push_back(std::move(row));
        }
    }

    void draw(const EffortVolume& volume, EffortRow& row, const ScoreStack& foreign,
              const std::vector<refine::FinishedShape>& shapes, const refine::Blend& blend) {
        const int slices = volume.prepared.slices;
        MaskStack drawn;
        std::array<bool, kEffortGoals.size()> reached{};
        while (true) {
            control_.check();
            MaskStack filled;
            std::optional<int> next;
            if (row.arm == EffortArm::Interpolation) {
                if (shows(drawn)) filled = interpolated(volume, drawn);
                next = refine::suggestForInterpolation(slices, drawn);
            } else {
                const auto scores = ownScores(volume, row.label, drawn);
                const auto proposed = refine::refined({volume.prepared, drawn, scores, foreign, shapes}, blend, {});
                filled = masksOf(proposed);
                next = refine::suggestSlice(slices, proposed, drawn);
            }
            row.dice.push_back(diceOf(volume, row.label, filled, drawn));
            for (std::size_t goal = 0; goal < kEffortGoals.size(); ++goal)
                if (!reached[goal] && row.dice.back() >= kEffortGoals[goal])
                    reached[goal] = true, row.needed[goal] = static_cast<int>(row.slices.size());
            if (!next || std::all_of(reached.begin(), reached.end(), [](bool r) { return r; })) return;
            row.slices.push_back(*next);
            drawn[*next] = volume.drawn(row.label, *next);
        }
    }

    engine::Engine& engine_;
    const EffortOptions& options_;
    JobControl& control_;
    BlobShelf shelf_{std::size_t{1} << 30};
    std::vector<EffortVolume> volumes_;
    SegmenterOptions segmenter_;
    std::vector<State> states_;
    std::map<std::pair<VolumeId, int>, std::map<std::pair<int, int>, Bytes>>
        known_;  ///< by volume and label: support and query slice -> score as runs
    EffortOutcome outcome_;
};

}  // namespace

std::string toString(EffortArm arm) {
    switch (arm) {
        case EffortArm::Interpolation: return "interpolation";
        case EffortArm::Within: return "within";
        case EffortArm::Others: return "others";
        case EffortArm::Everything: return "everything";
    }
    return "";
}

double EffortOutcome::meanNeeded(EffortArm arm, std::size_t goal, int label) const {
    double sum = 0, count = 0;
    if (label == 0) {
        for (const int each : classes) sum += meanNeeded(arm, goal, each), ++count;
    } else {
        for (const auto& row : rows)
            if (row.arm == arm && row.label == label) sum += row.needed[goal], ++count;
    }
    return count > 0 ? sum / count : 0;
}

double EffortOutcome::meanDice(EffortArm arm, std::size_t drawn) const {
    double sum = 0, count = 0;
    for (const auto& row : rows)
        if (row.arm == arm) sum += drawn < row.dice.size() ? row.dice[drawn] : row.dice.back(), ++count;
    return count > 0 ? sum / count : 0;
}

EffortOutcome measureEffort(engine::Engine& engine, const EffortOptions& options, JobControl& control) {
    return Simulation(engine, options, control).run();
}

refine::Blend learnBlend(engine::Engine& engine, const EffortOptions& options, JobControl& control) {
    return Simulation(engine, options, control).learnAll();
}

}  // namespace protolabel::workflow
