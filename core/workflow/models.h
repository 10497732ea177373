#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/client.h"
#include "core/project/project_store.h"

/// Models as files of their own: brought into a project, taken out of it, looked at.
namespace protolabel::workflow {

struct ModelDescription {
    std::string hash;
    engine::InspectResult content;
    std::filesystem::path file;      ///< where the model lies now; empty when it was only looked at
    std::vector<std::string> notes;  ///< of the conversion from another format
};

/// What a file of weights is, of any format that the worker imports.
ModelDescription describeModel(engine::Engine& engine, const std::filesystem::path& file, JobControl& control);

/// What a model of the project is; `hashStart` as for findModel. Throws Error "model.damaged" when the file has another hash.
ModelDescription describeModel(const project::ProjectStore& store, engine::Engine& engine, const std::string& hashStart,
                               JobControl& control);

/// Adds the weights in `file` to the project's models, in one named edit. `method` as for addModelFile. Throws Error "project.readonly",
/// "model.method" (a model of this program, trained for another method), and those of addModelFile.
ModelDescription importModel(project::ProjectStore& store, engine::Engine& engine, const std::filesystem::path& file,
                             const std::string& method, JobControl& control);

/// As importModel, but writes a model file. Throws Error "model.source" when `out` is `file`, "file.write".
ModelDescription convertModel(engine::Engine& engine, const std::filesystem::path& file, const std::string& method,
                              const std::filesystem::path& out, JobControl& control);

/// Writes a model of the project as a safetensors file with torchvision's names, reads it back and compares. Throws Error "model.source" when `out`
/// is the project's own file, "file.write", "model.written" (the file differs).
ModelDescription exportModel(const project::ProjectStore& store, engine::Engine& engine, const std::string& hashStart,
                             const std::filesystem::path& out, JobControl& control);

}  // namespace protolabel::workflow
