#include "core/workflow/model_library.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/files.h"
#include "core/workflow/training.h"

namespace protolabel::workflow {

std::filesystem::path modelFile(const project::ProjectStore& store, const project::ModelHash& hash) {
    return store.modelFolder() / (hash + ".safetensors");
}

project::ModelRecord findModel(const project::ProjectStore& store, const std::string& hashStart) {
    const auto models = store.models();
    if (models.empty() && hashStart != kEmbeddedModel)
        throw Error("model.none", "the project has no model yet; make one with: train");
    auto wanted = hashStart.empty() ? modelInUse(store) : hashStart;
    if (wanted == kEmbeddedModel) {
        const auto isEmbedded = [](const auto& model) { return model.hash == embeddedModelHash(); };
        if (std::any_of(models.begin(), models.end(), isEmbedded))
            wanted = embeddedModelHash();
        else if (hashStart.empty())
            wanted = models.back().hash;
        else
            throw Error("model.unknown",
                        "the model that comes with the program is none of the project's, which has proposed nothing "
                        "with it; see those it has with: status");
    }
    const project::ModelRecord* found = nullptr;
    for (const auto& model : models) {
        if (model.hash.rfind(wanted, 0) != 0) continue;
        if (found != nullptr && found->hash != model.hash)
            throw Error("model.ambiguous", "several models start with {0}; give more of the hash (see: status)",
                        {hashStart});
        found = &model;
    }
    if (found == nullptr)
        throw Error("model.unknown", "the project has no model {0}; see its models with: status", {wanted});
    const auto file = modelFile(store, found->hash);
    if (!std::filesystem::exists(file))
        throw Error("model.missing", "the model file {0} is gone; put it back, or train again", {file.string()});
    return *found;
}

std::string untrainedHead(const std::string& provenance) {
    const auto object = nlohmann::json::parse(provenance, nullptr, false);
    if (!object.is_object() || !object.contains("imported") || !object["imported"].is_object()) return {};
    const auto parts = object["imported"].find("untrained");
    return parts != object["imported"].end() && parts->is_string() ? parts->get<std::string>() : "";
}

std::string untrainedNote(const std::string& provenance, const std::filesystem::path& file) {
    const auto parts = untrainedHead(provenance);
    if (parts.empty()) return {};
    return file.string() + " was never trained for few-shot segmentation (" + parts +
           " drawn at random): what it proposes means nothing until then; train it with: train --init " + file.string();
}

ModelChoice chooseModel(const project::ProjectStore& store, const std::string& name) {
    const auto wanted = name.empty() ? modelInUse(store) : name;
    ModelChoice choice;
    choice.hash = wanted == kEmbeddedModel ? embeddedModelHash() : findModel(store, wanted).hash;
    const auto models = store.models();
    for (auto model = models.rbegin(); model != models.rend(); ++model) {
        const auto text = untrainedNote(model->provenance, modelFile(store, model->hash));
        const bool chosen = model->hash == choice.hash;
        if (!text.empty() && (chosen || name.empty())) choice.notes.push_back(chosen ? text : "not used: " + text);
        if (chosen) break;
    }
    return choice;
}

std::string addModel(const project::ProjectStore& store, BlobShelf& shelf, const project::ModelHash& hash) {
    if (hash == embeddedModelHash()) return shelf.add(embeddedModel);
    const auto file = modelFile(store, hash);
    if (shelf.add([file] { return readFile(file); }) != hash)
        throw Error("model.damaged",
                    "the model file {0} is not what was trained; put a copy of it back, or train again",
                    {file.string()});
    return hash;
}

std::string modelInUse(const project::ProjectStore& store) {
    const auto chosen = store.setting(kModelInUse).value_or("");
    std::string newest;
    for (const auto& model : store.models()) {
        if (model.hash == embeddedModelHash()) continue;
        if (model.hash == chosen) return chosen;
        if (untrainedHead(model.provenance).empty()) newest = model.hash;
    }
    return newest.empty() || chosen == embeddedModelHash() ? kEmbeddedModel : newest;
}

void useModel(project::ProjectStore& store, const std::string& model, project::EditInfo by) {
    std::string hash = embeddedModelHash(), title = "the model of the program";
    if (model != kEmbeddedModel && model != hash) {
        const auto record = findModel(store, model);
        hash = record.hash;
        title = modelTitle(record);
    }
    if (by.name.empty()) by.name = "use " + title;
    if (by.tool.empty()) by.tool = "model";
    store.transact(by, [&](project::ProjectWriter& writer) { writer.putSetting(kModelInUse, hash); });
}

std::string modelTitle(const project::ModelRecord& model) {
    auto when = model.created.substr(0, 16);
    std::replace(when.begin(), when.end(), 'T', ' ');
    return model.method + ", " + model.encoder + ", " + when;
}

void writeEmbeddedModel(const project::ProjectStore& store) {
    const auto file = modelFile(store, embeddedModelHash());
    if (!std::filesystem::exists(file)) writeFile(file, embeddedModel());
}

void recordEmbeddedModel(const project::ProjectStore& store, project::ProjectWriter& writer,
                         const engine::InspectResult& inspected) {
    const auto models = store.models();
    if (std::any_of(models.begin(), models.end(), [](const auto& m) { return m.hash == embeddedModelHash(); })) return;
    project::ModelRecord record;
    record.hash = embeddedModelHash();
    record.method = inspected.spec.method;
    record.encoder = inspected.spec.encoder;
    record.iterations = inspected.iterations;
    record.loss = inspected.loss;
    record.created = utcNow();
    record.provenance = inspected.provenance;
    writer.putModel(record);
}

}  // namespace protolabel::workflow
