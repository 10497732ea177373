#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/engine/messages.h"
#include "core/project/project_store.h"
#include "core/workflow/blob_shelf.h"

/// The model files of a project: modelFolder()/<hash>.safetensors.
namespace protolabel::workflow {

std::filesystem::path modelFile(const project::ProjectStore& store, const project::ModelHash& hash);

/// The project's setting that names the model in use, by its hash.
inline constexpr const char* kModelInUse = "model.in_use";

/// What proposals are made with where no model is named: that of the setting, else the newest whose head is trained, as kEmbeddedModel or a hash.
std::string modelInUse(const project::ProjectStore& store);

/// Makes a model of the project, or kEmbeddedModel, the one in use, in one named edit. Throws Error "model.unknown".
void useModel(project::ProjectStore& store, const std::string& model, project::EditInfo by = {});

/// "sqpfnet, resnet18, 2024-05-01 12:00", for people.
std::string modelTitle(const project::ModelRecord& model);

/// The project's model whose hash starts with `hashStart`, or kEmbeddedModel where it has proposed something; empty: the one in use, or the newest
/// where that is none of the project's. Throws Error "model.none" (train first), "model.unknown", "model.ambiguous", "model.missing" (its file
/// is gone).
project::ModelRecord findModel(const project::ProjectStore& store, const std::string& hashStart);

/// The parts of a model's head that its file lacked when it was imported ("localconv.weight, threshold") and that nothing has trained since; empty
/// for a model that can propose. `provenance`: of its record or its file.
std::string untrainedHead(const std::string& provenance);

/// Says of a model in `file` what an untrained head means and what to do; empty where the head is trained.
std::string untrainedNote(const std::string& provenance, const std::filesystem::path& file);

struct ModelChoice {
    project::ModelHash hash;
    std::vector<std::string> notes;  ///< a model with an untrained head was named, or passed over
};
/// What proposes where `name` is asked for: "embedded" or the start of a hash; empty: modelInUse. Throws what findModel throws.
ModelChoice chooseModel(const project::ProjectStore& store, const std::string& name);

/// Puts a model of the project, or the embedded one, on the shelf by its hash, which it returns. Throws Error "model.damaged" when its file has
/// another.
std::string addModel(const project::ProjectStore& store, BlobShelf& shelf, const project::ModelHash& hash);

/// Make the embedded model one of the project's, unless it is one already: its proposals name it. First its file, then, in the edit that needs
/// it, its record.
void writeEmbeddedModel(const project::ProjectStore& store);
void recordEmbeddedModel(const project::ProjectStore& store, project::ProjectWriter& writer,
                         const engine::InspectResult& inspected);

}  // namespace protolabel::workflow
