#pragma once

#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/client.h"
#include "core/project/project_store.h"

namespace protolabel::workflow {

/// Two models on what people finished: Dice in percent.
struct ModelComparison {
    struct Row {
        std::string volume;
        std::string label;
        int slices = 0;
        double first = 0, second = 0;  ///< over the slices as one volume
    };
    std::vector<Row> rows;         ///< volumes by name, labels by id
    double first = 0, second = 0;  ///< means over the rows
};

/// Leave one out: every slice that is annotated and not flagged (at most 12 of a label and volume, spread evenly) is segmented by both models from the
/// nearest support other than itself, with the options each was trained with, and compared with what is annotated. Models: hashes (or
/// their starts) of the project, or kEmbeddedModel. Nothing is stored. Volumes whose file is gone are left out. Throws Error
/// "compare.nothing" where nothing can be compared, "compare.same", "model.*", those of the engine. Stage "compare".
ModelComparison compareModels(const project::ProjectStore& store, engine::Engine& engine, const std::string& first,
                              const std::string& second, JobControl& control);

}  // namespace protolabel::workflow
