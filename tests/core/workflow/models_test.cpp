#include "core/workflow/models.h"

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/files.h"
#include "core/workflow/model_library.h"
#include "core/workflow/model_source.h"
#include "core/workflow/prediction.h"
#include "core/workflow/training.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using namespace protolabel::workflow;

namespace {

/// intensity_worker.cpp takes this for weights of another program.
const std::string kForeign = "foreign resnet34";

struct ModelProject : BlocksProject {
    engine::Engine engine{intensityWorker()};
    std::filesystem::path weights = folder / "their weights.pth";

    ModelProject() { writeFile(weights, kForeign); }
    ModelDescription import() { return importModel(*store, engine, weights, "", control); }
};

}  // namespace

TEST(imported_weights_become_a_model_of_the_project) {
    ModelProject p;
    const auto imported = p.import();
    CHECK_EQ(imported.content.spec.encoder, "resnet34");
    CHECK(imported.notes == std::vector<std::string>{"fc.weight is not used"});
    const auto models = p.store->models();
    CHECK_EQ(models.size(), 1U);
    CHECK_EQ(models[0].hash, imported.hash);
    CHECK_EQ(models[0].encoder, "resnet34");
    CHECK_EQ(sha256Hex(readFile(modelFile(*p.store, imported.hash))), imported.hash);
    CHECK_EQ(p.store->edits().back().info.name, "import model their weights.pth (resnet34)");

    CHECK(p.import().notes.back().find("predict --model " + imported.hash.substr(0, 12)) != std::string::npos);
    CHECK_EQ(p.store->models().size(), 1U);

    PredictOptions predicting;
    predicting.model = imported.hash.substr(0, 8);
    CHECK_EQ(predict(*p.store, p.engine, predicting, p.control).model, imported.hash);
    p.store->undo();
    p.store->undo();
    CHECK(p.store->models().empty());
}

TEST(a_model_whose_head_is_untrained_is_never_the_default) {
    ModelProject p;
    writeFile(p.weights, "foreign headless resnet34");
    const auto imported = p.import();
    CHECK(imported.notes.back().find("train --init " + imported.file.string()) != std::string::npos);
    const auto noted = [&](const PredictOutcome& outcome) {
        return outcome.notes.size() == 1 && outcome.notes[0].find("localconv.weight, threshold") != std::string::npos;
    };
    auto predicted = predict(*p.store, p.engine, {}, p.control);
    CHECK_EQ(predicted.model, embeddedModelHash());
    CHECK(noted(predicted));
    PredictOptions named;
    named.model = imported.hash.substr(0, 8);
    predicted = predict(*p.store, p.engine, named, p.control);
    CHECK_EQ(predicted.model, imported.hash);
    CHECK(noted(predicted));

    TrainOptions options;
    options.iterations = 3;
    options.initial = imported.file;
    const auto trained = train(*p.store, p.engine, options, false, p.control);
    predicted = predict(*p.store, p.engine, {}, p.control);
    CHECK_EQ(predicted.model, trained.model.hash);
    CHECK(predicted.notes.empty());
    writeFile(p.weights, kForeign);  // has its head
    CHECK_EQ(p.import().notes.size(), 1U);
    CHECK(chooseModel(*p.store, "").hash == p.store->models().back().hash);
}

TEST(training_starts_from_weights_of_any_format) {
    ModelProject p;
    TrainOptions options;
    options.iterations = 3;
    options.initial = p.weights;
    const auto outcome = train(*p.store, p.engine, options, false, p.control);
    CHECK_EQ(outcome.model.encoder, "resnet34");
    CHECK(outcome.notes == std::vector<std::string>{"fc.weight is not used"});
    options.initial = outcome.file;  // a model needs no conversion
    CHECK(train(*p.store, p.engine, options, false, p.control).notes.empty());
}

// torchvision names a download by the first eight digits of its SHA-256.
TEST(a_damaged_download_is_noticed_by_its_name) {
    ModelProject p;
    const Bytes bytes(kForeign.begin(), kForeign.end());
    const auto start = sha256Hex(bytes).substr(0, 8);
    const auto attempt = [&](const std::string& name) {
        BlobShelf shelf;
        writeFile(p.folder / name, kForeign);
        return addModelFile(p.engine, shelf, p.folder / name, "", p.control).notes.size();
    };
    for (const auto& sound :
         {"resnet34-" + start + ".pth", "deeplabv3_resnet34_coco-" + start + ".pth", std::string("model-20240115.pth")})
        CHECK_EQ(attempt(sound), 1U);
    for (const std::string name : {"resnet101-63fe2227.pth", "deeplabv3_resnet101_coco-586e9e4e.pth"}) {
        const auto text = CHECK_ERROR("weights.hash", attempt(name));
        CHECK(text.find(start) != std::string::npos);
        CHECK(text.find(name.substr(name.size() - 12, 8)) != std::string::npos);
    }
}

TEST(weights_are_converted_into_a_file) {
    ModelProject p;
    const auto out = p.folder / "out.safetensors";
    const auto converted = convertModel(p.engine, p.weights, "adnet", out, p.control);
    CHECK_EQ(converted.content.spec.method, "adnet");
    CHECK_EQ(sha256Hex(readFile(out)), converted.hash);
    CHECK_EQ(describeModel(p.engine, out, p.control).hash, converted.hash);
    CHECK_ERROR("model.source", convertModel(p.engine, p.weights, "", p.weights, p.control));
    CHECK_EQ(sha256Hex(readFile(p.weights)), sha256Hex(Bytes(kForeign.begin(), kForeign.end())));
    CHECK_ERROR("model.method", convertModel(p.engine, out, "sqpfnet", p.folder / "other", p.control));
    CHECK_ERROR("file.missing", convertModel(p.engine, p.folder / "none.pth", "", p.folder / "other", p.control));
    CHECK(!std::filesystem::exists(p.folder / "other"));
}

TEST(an_exported_model_is_the_projects_own_byte_by_byte) {
    ModelProject p;
    CHECK_ERROR("model.none", exportModel(*p.store, p.engine, "", p.folder / "m", p.control));
    const auto imported = p.import();
    const auto out = p.folder / "m.safetensors";
    CHECK_EQ(exportModel(*p.store, p.engine, "", out, p.control).hash, imported.hash);
    CHECK(readFile(out) == readFile(imported.file));
    CHECK_ERROR("model.source", exportModel(*p.store, p.engine, "", imported.file, p.control));
    CHECK_ERROR("model.unknown", exportModel(*p.store, p.engine, "123456789", out, p.control));
    writeFile(imported.file, "{\"spec\":{}}");
    CHECK_ERROR("model.damaged", exportModel(*p.store, p.engine, "", out, p.control));
}
