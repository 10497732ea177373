#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/client.h"
#include "core/project/project_store.h"

namespace protolabel::workflow {

/// What may be changed at prediction time; empty: as the model was trained.
struct MethodChanges {
    std::optional<double> alpha;
    std::optional<int> regions;
    std::optional<engine::Background> background;
    std::optional<double> threshold;
    std::optional<bool> queryPrototype;

    bool any() const { return alpha || regions || background || threshold || queryPrototype; }
    engine::MethodOptions applyTo(engine::MethodOptions options) const;
};

struct PredictOptions {
    std::vector<std::string> labels;   ///< empty: every label that has a support
    std::vector<std::string> volumes;  ///< empty: all
    std::string
        model;  ///< start of a hash, or "embedded"; empty: the newest of the project, the embedded one where it has none
    MethodChanges changes;
    std::string device = "auto";
    int shots = 1;         ///< supports per query slice
    bool largest = false;  ///< keep only the largest 3-D component per volume and label (annotated voxels count)
};

struct PredictOutcome {
    struct Entry {
        std::string volume;
        std::string label;
        std::vector<int> slices;  ///< with a proposal
        double confidence = 0;    ///< mean over them; 0 when there are none
    };
    project::ModelHash model;
    std::vector<Entry> proposals;  ///< every volume and label that was asked for and had slices to predict
    std::int64_t answered = 0;     ///< labels x slices
    engine::PredictResult totals;
};

/// Proposes labels on every slice where they are not annotated yet, in one named edit that holds all of it or (after an error or Ctrl+C)
/// nothing. A slice on which nothing is predicted, and a slice annotated meanwhile, loses its old proposal.
/// Throws Error "predict.no_support" (draw the label and mark a support first), "volume.missing", "model.*", those of the engine.
PredictOutcome predict(project::ProjectStore& store, engine::Engine& engine, const PredictOptions& options,
                       JobControl& control);

}  // namespace protolabel::workflow
