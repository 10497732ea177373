#include "core/workflow/training.h"

#include <fstream>

#include <nlohmann/json.hpp>

#include "core/workflow/embedded_model.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using workflow::train;
namespace fs = std::filesystem;

static nlohmann::json readJson(const fs::path& file) {
    std::ifstream in(file);
    return nlohmann::json::parse(in);
}

TEST(a_model_is_a_file_and_a_record) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    workflow::TrainOptions options;
    options.iterations = 3;
    options.seed = 17;
    const auto outcome = train(*p.store, engine, options, false, p.control);
    CHECK_EQ(p.store->models().size(), 1U);
    const auto model = p.store->models()[0];
    CHECK_EQ(model.hash, outcome.model.hash);
    CHECK_EQ(model.encoder, "resnet18");  // no GPU there
    CHECK_EQ(model.iterations, 3);
    CHECK_EQ(readJson(p.store->modelFolder() / (model.hash + ".safetensors")).at("seed").get<int>(), 17);
    const auto provenance = nlohmann::json::parse(model.provenance);
    CHECK_EQ(provenance.at("volumes").size(), 2U);
    CHECK_EQ(provenance.at("seed").get<int>(), 17);
    CHECK_EQ(p.store->edits().back().info.tool, "train");
}

TEST(what_cannot_be_trained_is_refused_before_supervoxels_are_computed) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    const auto refused = [&](const std::string& code, const workflow::TrainOptions& options) {
        CHECK_ERROR(code.c_str(), train(*p.store, engine, options, false, p.control));
        CHECK(!fs::exists(p.store->modelFolder() / "supervoxels"));
    };
    workflow::TrainOptions options;
    options.iterations = 1;
    options.method = "qnet";
    options.alpha = 0.5;
    refused("method.options", options);
    options = {};
    options.alpha = 1.5;
    refused("method.options", options);
    options = {};
    options.initial = "embedded";
    options.encoder = "resnet50";
    refused("train.initial", options);
}

TEST(a_stopped_training_goes_on_where_it_was) {
    BlocksProject p;
    engine::Engine engine(intensityWorker("slow"));
    workflow::TrainOptions options;
    options.seed = 5;
    StopAt stop("train", 3);
    CHECK_ERROR("cancelled", train(*p.store, engine, options, false, stop));
    CHECK(p.store->models().empty());
    CHECK(fs::exists(p.store->modelFolder() / "checkpoint.plc"));

    workflow::TrainOptions other;
    other.encoder = "resnet50";
    CHECK_ERROR("train.resume", train(*p.store, engine, other, true, p.control));
    const auto outcome = train(*p.store, engine, {}, true, p.control);
    const auto model = readJson(outcome.file);
    CHECK(model.at("resumed_at").get<int>() >= 3);
    CHECK_EQ(model.at("iterations").get<int>(), 30);  // as planned the first time
    CHECK_EQ(model.at("seed").get<int>(), 5);
    CHECK(!fs::exists(p.store->modelFolder() / "checkpoint.plc"));
    CHECK_ERROR("train.no_checkpoint", train(*p.store, engine, {}, true, p.control));
}

TEST(a_damaged_checkpoint_is_refused) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    for (const std::string& content : {std::string(), std::string("PLC1\xff\xff\xff\x7f{}"),
                                       std::string("PLC1\x02\0\0\0[]", 10), std::string("nonsense nonsense")}) {
        std::ofstream(p.store->modelFolder() / "checkpoint.plc", std::ios::binary) << content;
        CHECK_ERROR("checkpoint.damaged", train(*p.store, engine, {}, true, p.control));
    }
}

TEST(missing_images_are_left_out_and_noted) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    fs::remove(p.folder / "b.nii");
    const auto outcome = train(*p.store, engine, {}, false, p.control);
    CHECK_EQ(outcome.notes.size(), 1U);
    CHECK_EQ(nlohmann::json::parse(outcome.model.provenance).at("volumes").size(), 1U);
    fs::remove(p.folder / "a.nii");
    CHECK_ERROR("volume.missing", train(*p.store, engine, {}, false, p.control));
}

TEST(a_crash_leaves_the_project_as_it_was) {
    BlocksProject p;
    engine::Engine engine(intensityWorker("crash"));
    const auto edits = p.store->edits().size();
    CHECK_ERROR("worker.crashed", train(*p.store, engine, {}, false, p.control));
    CHECK_EQ(p.store->edits().size(), edits);
}

// The worker says nothing of what it started from: the model's parent does.
TEST(training_starts_from_the_embedded_model_where_it_fits) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    const auto parent = [&](const char* initial, const char* encoder) {
        workflow::TrainOptions options;
        options.iterations = 1;
        options.initial = initial;
        if (*encoder != 0) options.encoder = encoder;
        const auto provenance = train(*p.store, engine, options, false, p.control).model.provenance;
        return nlohmann::json::parse(provenance).at("parent").get<std::string>();
    };
    CHECK_EQ(parent("", ""), workflow::embeddedModelHash());
    CHECK_EQ(parent("", "resnet50"), "");
    CHECK_EQ(parent("none", ""), "");
    CHECK_EQ(parent("embedded", ""), workflow::embeddedModelHash());
    std::ofstream(p.folder / "own.safetensors") << R"({"spec":{"method":"sqpfnet","encoder":"resnet34"}})";
    const auto own = (p.folder / "own.safetensors").string();
    CHECK_EQ(parent(own.c_str(), "").size(), 64U);
    CHECK_ERROR("file.missing", parent("nowhere.safetensors", ""));
}
