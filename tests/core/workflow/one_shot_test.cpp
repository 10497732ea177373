#include "core/workflow/one_shot.h"

#include <fstream>

#include "core/workflow/embedded_model.h"
#include "core/workflow/supervoxels.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;

static workflow::SegmentOptions oneShot(BlocksProject& p) {
    workflow::SegmentOptions options;
    options.supportImages = {p.folder / "a.nii"};
    options.supportMasks = {p.folder / "a_truth.nii"};
    options.queries = {p.folder / "b.nii"};
    options.out = p.folder / "out";
    options.training.iterations = 2;
    return options;
}

TEST(all_values_of_the_mask_are_segmented) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    const auto outcome = workflow::segment(engine, oneShot(p), p.control);
    CHECK_EQ(outcome.files.size(), 1U);
    CHECK_EQ(outcome.files[0].volume, "b");
    CHECK(readScan(outcome.files[0].path).voxels == blocksTruth(9).voxels);
    CHECK(readScan(outcome.files[0].path).sform == blocksTruth(9).sform);
}

TEST(a_value_slices_and_weights_can_be_chosen) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    std::ofstream(p.folder / "w.safetensors") << R"({"spec":{"method":"sqpfnet","encoder":"resnet18"}})";
    auto options = oneShot(p);
    options.training = {};
    options.weights = p.folder / "w.safetensors";
    options.values = {2};
    options.slices = "3,4";
    const auto written = readScan(workflow::segment(engine, options, p.control).files.at(0).path);
    CHECK_EQ(written.count(1), 0);
    CHECK_EQ(written.count(2), blocksTruth(9).count(2));
    options.slices = "0";
    CHECK_ERROR("mask.value", workflow::segment(engine, options, p.control));
    options.values = {3};
    CHECK_ERROR("mask.value", workflow::segment(engine, options, p.control));
}

TEST(wrong_input_is_named) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    auto options = oneShot(p);
    options.supportMasks.push_back(p.folder / "a_truth.nii");
    CHECK_ERROR("segment.pairs", workflow::segment(engine, options, p.control));
    options = oneShot(p);
    writeScan(makeScan({64, 64, 9}, {1, 1, 5}, [](int x, int, int) { return x == 1; }), options.supportMasks[0]);
    CHECK_ERROR("mask.grid", workflow::segment(engine, options, p.control));
    options.training = {};
    options.weights = p.folder / "none.safetensors";
    options.resample = true;
    CHECK_ERROR("file.missing", workflow::segment(engine, options, p.control));
}

TEST(without_weights_the_embedded_model_segments) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    auto options = oneShot(p);
    options.training = {};
    CHECK(!options.trains());
    const auto outcome = workflow::segment(engine, options, p.control);
    CHECK_EQ(outcome.model, workflow::embeddedModelHash());
    CHECK(readScan(outcome.files.at(0).path).voxels == blocksTruth(9).voxels);
    options.training.seconds = 0.2;  // training was asked for
    CHECK(workflow::segment(engine, options, p.control).model != workflow::embeddedModelHash());
}

TEST(weights_are_not_used_for_what_they_are_not) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    std::ofstream(p.folder / "w.safetensors") << R"({"spec":{"method":"adnet","encoder":"resnet18"}})";
    auto options = oneShot(p);
    options.training = {};
    options.weights = p.folder / "w.safetensors";
    options.training.method = "adnet";
    CHECK_EQ(workflow::segment(engine, options, p.control).files.size(), 1U);
    options.training.method = "sqpfnet";
    const auto text = CHECK_ERROR("model.method", workflow::segment(engine, options, p.control));
    CHECK(text.find("w.safetensors is a model of adnet") != std::string::npos);
    // An encoder's weights serve any method.
    std::ofstream(p.folder / "encoder.pth") << "foreign resnet34";
    options.weights = p.folder / "encoder.pth";
    CHECK(workflow::segment(engine, options, p.control).notes.empty());
    std::ofstream(p.folder / "encoder.pth") << "foreign headless resnet34";
    const auto notes = workflow::segment(engine, options, p.control).notes;
    CHECK(notes.size() == 1 && notes[0].find("train --init " + options.weights.string()) != std::string::npos);
    for (const auto ask :
         {+[](workflow::TrainOptions& o) { o.encoder = "resnet50"; },
          +[](workflow::TrainOptions& o) { o.iterations = 5; }, +[](workflow::TrainOptions& o) { o.seconds = 5; },
          +[](workflow::TrainOptions& o) { o.initial = "none"; }}) {
        options.training = {};
        ask(options.training);
        CHECK_ERROR("model.finished", workflow::segment(engine, options, p.control));
    }
}

TEST(an_impossible_option_is_refused_before_training) {
    BlocksProject p;
    engine::Engine engine(intensityWorker("crash"));  // in training
    auto options = oneShot(p);
    options.training.method = "adnet";
    options.training.iterations = 9;
    options.changes.threshold = -9;
    CHECK_ERROR("worker.crashed", workflow::segment(engine, options, p.control));
    options.changes.alpha = 0.5;
    CHECK_ERROR("method.options", workflow::segment(engine, options, p.control));
}

TEST(images_that_show_nothing_are_noted) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    auto options = oneShot(p);
    options.training = {};
    writeScan(makeScan({20, 20, 5}, {1, 1, 5}, [](int, int, int) { return 7; }), p.folder / "flat.nii");
    options.queries = {p.folder / "flat.nii"};
    const auto notes = workflow::segment(engine, options, p.control).notes;
    CHECK(notes == std::vector<std::string>{"flat: all voxels have the same value; there is nothing to see"});
    const auto cut = workflow::writeSupervoxels(engine, p.folder / "flat.nii", p.folder / "s.nii.gz", 0, p.control);
    CHECK(cut.notes == notes);
    workflow::importVolumes(*p.store, {p.folder / "flat.nii"}, {}, p.control);
    CHECK(workflow::predict(*p.store, engine, {}, p.control).notes == notes);
}
