#include "core/workflow/effort.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/spread.h"
#include "core/engine/folds.h"
#include "core/imaging/preparation.h"
#include "core/labels/metrics.h"
#include "core/labels/shape_interpolation.h"
#include "core/refine/refinement.h"
#include "core/refine/suggestion.h"
#include "core/workflow/blend_learning.h"
#include "core/workflow/effort_volumes.h"
#include "core/workflow/model_source.h"
#include "core/workflow/snapping.h"
#include "core/workflow/stage.h"

namespace protolabel::workflow {

namespace {

using labels::Mask;
using labels::MaskStack;
using refine::ScoreStack;

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

/// What is shown of these, with boundaries as the program lets them follow the image.
MaskStack masksOf(const EffortVolume& volume, const ScoreStack& probabilities) {
    const imaging::NetworkGrid grid(volume.record.geometry, volume.record.sliceAxis);
    std::map<int, PredictedLabel> predicted;
    auto& label = predicted[1];
    label.scores = probabilities;
    for (const auto& [slice, values] : probabilities) {
        auto mask = grid.toNative(values);
        if (labels::countNonZero(mask) > 0) label.masks[slice] = std::move(mask);
    }
    snapProposals(volume.record, volume.prepared, {}, predicted);
    MaskStack masks;
    for (const auto& [slice, mask] : label.masks) masks[slice] = grid.toNetwork(mask);
    return masks;
}

class Simulation {
public:
    Simulation(engine::Engine& engine, const EffortOptions& options, JobControl& control)
        : options_(options), control_(control) {
        volumes_ = readEffortVolumes(options.images, options.labels, shelf_, control);
        SegmenterOptions segmenter;
        segmenter.model = addModelFile(engine, shelf_, options.model, "", control).hash;
        segmenter.device = options.device;
        scores_.emplace(engine, shelf_.source(), std::move(segmenter), memory_);
        std::set<int> seen;
        for (const auto& volume : volumes_)
            for (const auto& [label, masks] : volume.truth) seen.insert(label);
        engine::requireClasses(options.classes, seen);
        outcome_.classes = options.classes.empty() ? std::vector<int>(seen.begin(), seen.end()) : options.classes;
        outcome_.arms = options.arms;
    }

    EffortOutcome run() {
        const auto parts = static_cast<std::size_t>(options_.parts);
        if (volumes_.size() < std::max<std::size_t>(parts, 2))
            throw Error("effort.volumes", "{0} volumes cannot be divided into {1} parts; choose fewer with --parts",
                        {std::to_string(volumes_.size()), std::to_string(parts)});
        Stage stage(control_, "draw", static_cast<std::int64_t>(volumes_.size() * outcome_.classes.size()));
        for (std::size_t part = 0; part < parts; ++part) {
            KnownVolumes finished;
            for (std::size_t v = 0; v < volumes_.size(); ++v)
                if (v % parts != part) finished.push_back(&volumes_[v]);
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
        KnownVolumes everyone;
        for (const auto& volume : volumes_) everyone.push_back(&volume);
        std::vector<refine::BlendSample> samples;
        Stage stage(control_, "finished volumes", static_cast<std::int64_t>(everyone.size() * outcome_.classes.size()));
        for (const int label : outcome_.classes)
            for (const auto* volume : everyone) {
                append(samples, *volume, {}, label);
                append(samples, *volume, without(everyone, volume), label);
                stage.step();
            }
        return blendOf(samples);
    }

private:
    bool uses(EffortArm arm) const {
        return std::find(options_.arms.begin(), options_.arms.end(), arm) != options_.arms.end();
    }

    void append(std::vector<refine::BlendSample>& samples, const KnownVolume& volume, const KnownVolumes& others,
                int label) {
        const auto more = samplesOf(*scores_, shelf_.source(), volume, others, label, control_);
        samples.insert(samples.end(), more.begin(), more.end());
    }

    refine::Blend learned(const KnownVolumes& finished, int label) {
        std::vector<refine::BlendSample> samples;
        for (const auto* volume : spread(finished, kMostLearned))
            append(samples, *volume, without(finished, volume), label);
        return blendOf(samples);
    }

    void drawAll(const EffortVolume& volume, int label, const KnownVolumes& finished,
                 const std::optional<refine::Blend>& blend) {
        const bool others = uses(EffortArm::Others) || uses(EffortArm::Everything);
        const auto foreign =
            others ? scores_->byOthers(volume, label, volume.allSlices(), finished, control_) : ScoreStack();
        std::vector<refine::FinishedShape> shapes;
        for (const auto* other : finished) shapes.push_back(other->shape(label));
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
                if (!labels::isEmpty(drawn)) filled = interpolated(volume, drawn);
                next = refine::suggestForInterpolation(slices, drawn);
            } else {
                const auto scores = scores_->byDrawn(volume, row.label, volume.allSlices(), drawn, control_);
                const auto proposed = refine::refined({volume.prepared, drawn, scores, foreign, shapes}, blend, {});
                filled = masksOf(volume, proposed);
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

    const EffortOptions& options_;
    JobControl& control_;
    BlobShelf shelf_{std::size_t{1} << 30};
    std::vector<EffortVolume> volumes_;
    ScoreMemory memory_;
    std::optional<NetworkScores> scores_;
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
