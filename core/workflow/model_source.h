#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/client.h"
#include "core/workflow/blob_shelf.h"

namespace protolabel::workflow {

/// A model on a shelf, ready for requests to name.
struct ModelSource {
    std::string hash;
    std::vector<std::string> notes;  ///< of the conversion: what was ignored, what is missing
};

/// Puts a file of weights on the shelf: a model of this program as it is, any other format as the worker converts it, for `method` (empty: the one the
/// weights were trained for, else the default). The name "embedded" is the model that comes with the program. Throws Error "weights.hash" for a damaged download of torchvision, which names its files by the start of
/// their SHA-256; those of readFile and of Engine::importModel.
ModelSource addModelFile(engine::Engine& engine, BlobShelf& shelf, const std::filesystem::path& file,
                         const std::string& method, JobControl& control);

/// Throws Error "model.method" where `method` is given and the model, which came from `file`, was trained for another one.
void requireMethod(const engine::InspectResult& model, const std::filesystem::path& file, const std::string& method);

}  // namespace protolabel::workflow
