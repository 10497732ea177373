#include "core/workflow/training.h"

#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "core/workflow/embedded_model.h"
#include "core/workflow/model_library.h"
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
    other = {};
    other.labelShare = 0.5;
    CHECK_ERROR("train.resume", train(*p.store, engine, other, true, p.control));
    other = {};
    other.volumes.push_back(std::string("a"));
    CHECK_ERROR("train.resume", train(*p.store, engine, other, true, p.control));
    other = {};
    other.iterations = 2;  // fewer than are done
    CHECK_ERROR("train.resume_end", train(*p.store, engine, other, true, p.control));
    other = {};
    other.seconds = 5;
    CHECK_ERROR("train.resume_seconds", train(*p.store, engine, other, true, p.control));
    CHECK(fs::exists(p.store->modelFolder() / "checkpoint.plc"));
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

TEST(chosen_volumes_and_finished_labels_are_learned_from) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    workflow::TrainOptions options;
    options.iterations = 1;
    const auto trained = [&] { return readJson(train(*p.store, engine, options, false, p.control).file); };
    CHECK_EQ(trained().at("volumes").get<int>(), 2);
    CHECK_EQ(trained().at("labelled").get<int>(), 0);
    options.volumes = {"b"};
    CHECK_EQ(trained().at("volumes").get<int>(), 1);
    options.volumes = {"nobody"};
    CHECK_ERROR("volume.unknown", train(*p.store, engine, options, false, p.control));
    options.volumes = {};
    options.labelShare = 0.5;
    const auto outcome = train(*p.store, engine, options, false, p.control);
    CHECK_EQ(readJson(outcome.file).at("labelled").get<int>(), 1);  // only "a" is drawn on
    CHECK_EQ(nlohmann::json::parse(outcome.model.provenance).at("label_share").get<double>(), 0.5);
}

// Slice 3 of "a" is drawn with both labels (fixture.h), nothing else is.
TEST(finished_labels_are_those_of_annotated_slices_that_are_not_flagged) {
    BlocksProject p;
    const auto volumes = p.store->volumes();
    const auto ids = [](const SliceStack<std::int32_t>& stack, int slice) {
        const auto size = static_cast<std::size_t>(stack.height) * stack.width;
        return std::set<std::int32_t>(stack.slice(slice), stack.slice(slice) + size);
    };
    const auto a = workflow::finishedLabels(*p.store, volumes[0]);
    CHECK_EQ(a.width, 256);
    CHECK(ids(a, 3) == (std::set<std::int32_t>{0, 1, 2}));
    CHECK(ids(a, 4) == (std::set<std::int32_t>{0}));
    CHECK(workflow::finishedLabels(*p.store, volumes[1]).voxels.empty());
    p.store->transact(named("flag"), [&](project::ProjectWriter& writer) {
        writer.putReviewState(volumes[0].id, 3, project::ReviewState::Flagged);
    });
    CHECK(workflow::finishedLabels(*p.store, volumes[0]).voxels.empty());
}

// The worker is exactly right on the blocks: the preview of slice 4 is what the truth has there.
TEST(a_preview_is_told_on_the_grid_of_the_volume) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    workflow::TrainOptions options;
    options.iterations = 5;
    workflow::TrainWatch watch;
    watch.place = workflow::PreviewPlace{p.store->volumes()[0].id, 4};
    watch.every = 2;
    std::vector<std::int64_t> told;
    watch.preview = [&](std::int64_t iteration, const std::map<LabelId, labels::Mask>& masks) {
        told.push_back(iteration);
        CHECK_EQ(masks.size(), 2U);
        p.draw("big", "4", false);
        const auto drawn = p.store->annotation(watch.place->volume, 4);
        CHECK(masks.at(LabelId{1}) == labels::maskOf(*drawn, 1));
    };
    train(*p.store, engine, options, false, p.control, watch);
    CHECK(told == (std::vector<std::int64_t>{0, 2, 4}));
    watch.place->slice = 3;  // its only support is itself
    told.clear();
    train(*p.store, engine, options, false, p.control, watch);
    CHECK(told.empty());
}

TEST(an_unfinished_training_is_described_finished_early_or_forgotten) {
    BlocksProject p;
    engine::Engine engine(intensityWorker("slow"));
    CHECK(!workflow::unfinishedTraining(*p.store));
    workflow::TrainOptions options;
    options.volumes = {"a"};
    StopAt stop("train", 3);
    CHECK_ERROR("cancelled", train(*p.store, engine, options, false, stop));
    const auto unfinished = workflow::unfinishedTraining(*p.store);
    CHECK(unfinished && unfinished->iteration >= 3 && unfinished->iteration < 30);
    CHECK_EQ(unfinished->iterations, 30);
    CHECK_EQ(unfinished->encoder, "resnet18");

    options = {};
    options.finish = true;
    const auto outcome = train(*p.store, engine, options, true, p.control);
    CHECK_EQ(outcome.model.iterations, unfinished->iteration);
    CHECK_EQ(readJson(outcome.file).at("volumes").get<int>(), 1);  // those it began with
    CHECK(!workflow::unfinishedTraining(*p.store));

    StopAt again("train", 3);
    CHECK_ERROR("cancelled", train(*p.store, engine, {}, false, again));
    workflow::forgetTraining(*p.store);
    CHECK(!workflow::unfinishedTraining(*p.store));
}

TEST(the_model_in_use_is_chosen_and_undone) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    CHECK_EQ(workflow::modelInUse(*p.store), workflow::kEmbeddedModel);
    workflow::TrainOptions options;
    options.iterations = 1;
    options.use = false;
    const auto first = train(*p.store, engine, options, false, p.control).model.hash;
    CHECK_EQ(workflow::modelInUse(*p.store), workflow::kEmbeddedModel);
    options.use = true;
    options.seed = 2;
    const auto second = train(*p.store, engine, options, false, p.control).model.hash;
    CHECK_EQ(workflow::modelInUse(*p.store), second);
    CHECK_EQ(workflow::findModel(*p.store, "").hash, second);
    CHECK_ERROR("model.unknown", workflow::findModel(*p.store, workflow::kEmbeddedModel));  // no file of the project
    workflow::useModel(*p.store, first.substr(0, 8));
    CHECK_EQ(workflow::modelInUse(*p.store), first);
    CHECK(p.store->edits().back().info.name.rfind("use sqpfnet, resnet18, ", 0) == 0);
    p.store->undo();
    CHECK_EQ(workflow::modelInUse(*p.store), second);
    p.store->undo();  // the training, with its choice
    CHECK_EQ(workflow::modelInUse(*p.store), workflow::kEmbeddedModel);
    CHECK_ERROR("model.unknown", workflow::useModel(*p.store, "ffff"));
}
