#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/client.h"
#include "core/refine/blend.h"

/// How many slices somebody has to draw until a volume is good enough: an annotator is simulated who draws, from the expert's labels, the slice
/// that the program suggests, again and again.
namespace protolabel::workflow {

/// What the program knows and does.
///   Interpolation  shape-based interpolation between drawn slices and nothing else; slices by suggestForInterpolation
///   Within         the volume's image and drawn slices: scores of the network by them, refined; slices by suggestSlice
///   Others         and scores by all slices of finished volumes
///   Everything     and the shapes in the finished volumes, and how much each kind of evidence counts, learned on them
/// Nobody knows where the object is: a slice that turns out empty counts as drawn. The first slice is the volume's middle, the others halve
/// the widest gap until the object is found; with finished volumes it is the slice that shows most of what is proposed.
enum class EffortArm { Interpolation, Within, Others, Everything };
inline constexpr std::array kEffortArms = {EffortArm::Interpolation, EffortArm::Within, EffortArm::Others,
                                           EffortArm::Everything};
std::string toString(EffortArm arm);

inline constexpr std::array kEffortGoals = {0.90, 0.95};

struct EffortOptions {
    std::filesystem::path images, labels;  ///< folders of image_N and label_N
    std::vector<int> classes;              ///< empty: every value that the labels have
    std::vector<EffortArm> arms{kEffortArms.begin(), kEffortArms.end()};
    std::filesystem::path model = "embedded";
    std::string device = "auto";
    int parts = 2;  ///< the volumes are divided into so many parts; for those of one, the other parts' are finished
};

/// One label on one volume.
struct EffortRow {
    std::string volume;
    int label = 0;
    EffortArm arm = EffortArm::Interpolation;
    std::vector<int> slices;                        ///< as drawn
    std::vector<double> dice;                       ///< before the first and after each, over the whole volume
    std::array<int, kEffortGoals.size()> needed{};  ///< slices drawn until the goal was reached
};

struct EffortOutcome {
    std::vector<EffortRow> rows;
    std::vector<int> classes;
    std::vector<EffortArm> arms;

    /// Mean over volumes of one label; over labels of these means where `label` is 0.
    double meanNeeded(EffortArm arm, std::size_t goal, int label = 0) const;
    /// Mean Dice over all labels and volumes after `drawn` slices (a finished one stays at 1).
    double meanDice(EffortArm arm, std::size_t drawn) const;
};

/// Dice is measured on the network grid. Throws Error "evaluate.pairs" and "effort.volumes" (fewer volumes than parts), those of reading and of
/// the engine.
EffortOutcome measureEffort(engine::Engine& engine, const EffortOptions& options, JobControl& control);

/// How much each kind of evidence counts, learned on all of the volumes, with and without finished ones: what defaultBlend was made with.
refine::Blend learnBlend(engine::Engine& engine, const EffortOptions& options, JobControl& control);

}  // namespace protolabel::workflow
