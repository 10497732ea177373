#pragma once

#include <optional>

#include "core/engine/messages.h"
#include "core/project/project_store.h"
#include "core/workflow/blob_shelf.h"
#include "core/workflow/training.h"

namespace protolabel::workflow {

/// What TrainWatch asks of the worker, and its answers on the native slice grid.
class Preview {
public:
    /// Prepares the slice and the supports nearest to it, the slice itself left out. Nothing is asked where nobody watches, and where no
    /// label has a support elsewhere.
    Preview(const project::ProjectStore& store, BlobShelf& shelf, const TrainWatch& watch);

    const std::optional<engine::TrainPreview>& asked() const { return asked_; }
    void tell(std::int64_t iteration, const std::vector<engine::SlicePrediction>& predictions) const;

private:
    const TrainWatch& watch_;
    std::optional<project::VolumeRecord> volume_;
    std::optional<engine::TrainPreview> asked_;
};

}  // namespace protolabel::workflow
