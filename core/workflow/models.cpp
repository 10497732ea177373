#include "core/workflow/models.h"

#include <algorithm>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/workflow/blob_shelf.h"
#include "core/workflow/files.h"
#include "core/workflow/model_library.h"
#include "core/workflow/model_source.h"
#include "core/workflow/training.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

namespace {

/// A model on a shelf and what it is.
ModelDescription describe(engine::Engine& engine, BlobShelf& shelf, ModelSource source, JobControl& control) {
    ModelDescription description;
    description.content = engine.inspect({source.hash}, shelf.source(), control);
    description.hash = std::move(source.hash);
    description.notes = std::move(source.notes);
    return description;
}

ModelDescription converted(engine::Engine& engine, BlobShelf& shelf, const fs::path& file, const std::string& method,
                           JobControl& control) {
    auto description = describe(engine, shelf, addModelFile(engine, shelf, file, method, control), control);
    requireMethod(description.content, file, method);
    return description;
}

void noteUntrained(ModelDescription& description) {
    const auto note = untrainedNote(description.content.provenance, description.file);
    if (!note.empty()) description.notes.push_back(note);
}

void refuseSource(const fs::path& source, const fs::path& out) {
    std::error_code none;
    if (fs::equivalent(source, out, none))
        throw Error("model.source", "{0} is the file that is read; choose another name to write to", {out.string()});
}

void writeVerified(const fs::path& file, const Bytes& bytes, const std::string& hash) {
    writeFile(file, bytes);
    if (sha256Hex(readFile(file)) != hash)
        throw Error("model.written", "{0} was not written as it should be; check the disk and write it again",
                    {file.string()});
}

}  // namespace

ModelDescription describeModel(engine::Engine& engine, const fs::path& file, JobControl& control) {
    BlobShelf shelf;
    return converted(engine, shelf, file, "", control);
}

ModelDescription describeModel(const project::ProjectStore& store, engine::Engine& engine, const std::string& hashStart,
                               JobControl& control) {
    BlobShelf shelf;
    const auto record = findModel(store, hashStart);
    auto description = describe(engine, shelf, {addModel(store, shelf, record.hash), {}}, control);
    description.file = modelFile(store, record.hash);
    return description;
}

ModelDescription importModel(project::ProjectStore& store, engine::Engine& engine, const fs::path& file,
                             const std::string& method, JobControl& control) {
    if (store.readOnly())
        throw Error("project.readonly", "{0} is open for reading only; importing adds a model to it",
                    {store.file().string()});
    BlobShelf shelf;
    auto description = converted(engine, shelf, file, method, control);
    description.file = modelFile(store, description.hash);
    const auto models = store.models();
    const bool known =
        std::any_of(models.begin(), models.end(), [&](const auto& model) { return model.hash == description.hash; });
    writeVerified(description.file, shelf.get(description.hash), description.hash);
    noteUntrained(description);
    if (known) {
        description.notes.push_back(
            "the project has this model already, and which one is the newest stays; to use it: predict --model " +
            description.hash.substr(0, 12));
        return description;
    }
    const auto& content = description.content;
    const project::ModelRecord record{description.hash,   content.spec.method, content.spec.encoder,
                                      content.iterations, content.loss,        utcNow(),
                                      content.provenance};
    project::EditInfo info;
    info.name = "import model " + file.filename().string() + " (" + record.encoder + ")";
    info.tool = "model";
    store.transact(info, [&](project::ProjectWriter& writer) {
        writer.putModel(record);
        if (untrainedHead(record.provenance).empty()) writer.putSetting(kModelInUse, record.hash);
    });
    return description;
}

ModelDescription convertModel(engine::Engine& engine, const fs::path& file, const std::string& method,
                              const fs::path& out, JobControl& control) {
    refuseSource(file, out);
    requirePlace(out);
    BlobShelf shelf;
    auto description = converted(engine, shelf, file, method, control);
    writeVerified(out, shelf.get(description.hash), description.hash);
    description.file = out;
    noteUntrained(description);
    return description;
}

ModelDescription exportModel(const project::ProjectStore& store, engine::Engine& engine, const std::string& hashStart,
                             const fs::path& out, JobControl& control) {
    requirePlace(out);
    auto description = describeModel(store, engine, hashStart, control);
    refuseSource(description.file, out);
    writeVerified(out, readFile(description.file), description.hash);
    description.file = out;
    return description;
}

}  // namespace protolabel::workflow
