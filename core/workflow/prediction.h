#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/client.h"
#include "core/project/project_store.h"
#include "core/refine/refinement.h"
#include "core/workflow/method_changes.h"

namespace protolabel::workflow {

struct PredictOptions {
    std::vector<std::string> labels;   ///< empty: every label that has a support
    std::vector<std::string> volumes;  ///< empty: all
    std::string model;                 ///< as for chooseModel
    MethodChanges changes;
    /// Find out the options of each label on the user's own slices (tuning.h) where there are enough, unless `changes` say what to use.
    bool tuning = true;
    std::string device = "auto";
    int shots = 1;         ///< supports per query slice
    bool largest = false;  ///< keep only the largest 3-D component per volume and label (annotated voxels count)
    refine::RefineOptions refine = {};  ///< of labels that are drawn somewhere in the volume
    bool finished = true;  ///< learn from finished volumes (experience.h), where enough are and `refine` blends
};

struct PredictOutcome {
    struct Entry {
        std::string volume;
        std::string label;
        std::vector<int> slices;  ///< with a proposal
        double confidence = 0;    ///< mean over them; 0 when there are none
    };
    project::ModelHash model;
    std::string method;            ///< of the model
    std::vector<Entry> proposals;  ///< every volume and label that was asked for and had slices to predict
    engine::TuneResult tuned;      ///< the labels that were tuned
    std::map<int, int>
        finished;  ///< labels that were weighed with what finished volumes taught, and how many taught it
    std::map<int, std::string> labelNames;
    std::int64_t answered = 0;  ///< labels x slices
    engine::PredictResult totals;
    std::vector<std::string> notes;  ///< on the choice of the model, and on images that show nothing
};

/// Proposes labels on every slice where they are not annotated yet, in one named edit that holds all of it or (after an error or Ctrl+C)
/// nothing. The project may be read and changed meanwhile: it is only locked (SharedStore) while the proposals are written. A slice on
/// which nothing is predicted, and a slice annotated by then, loses its old proposal; volumes and labels that are gone by then are left out.
/// Throws Error "predict.no_support" (draw the label and mark a support first), "volume.missing", "model.*", those of the engine.
PredictOutcome predict(project::ProjectStore& store, engine::Engine& engine, const PredictOptions& options,
                       JobControl& control);

}  // namespace protolabel::workflow
