#include "core/workflow/prediction.h"

#include "core/workflow/acceptance.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/export.h"
#include "core/workflow/files.h"
#include "core/workflow/model_library.h"
#include "core/workflow/training.h"
#include "core/workflow/volume_marks.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;

static workflow::TrainOutcome trainBriefly(BlocksProject& p, engine::Engine& engine) {
    workflow::TrainOptions options;
    options.iterations = 3;
    return workflow::train(*p.store, engine, options, false, p.control);
}

TEST(what_is_predicted_accepted_and_exported_equals_the_truth) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    const auto trained = trainBriefly(p, engine);
    workflow::PredictOptions exact;
    exact.refine = {false, false};  // the worker is right on every voxel
    const auto predicted = workflow::predict(*p.store, engine, exact, p.control);
    CHECK_EQ(predicted.model, trained.model.hash);
    CHECK_EQ(predicted.answered, 7 * 2 + 8 * 2);  // slice 3 of "a" is drawn
    CHECK_EQ(predicted.proposals.size(), 4U);
    CHECK((predicted.proposals[0].slices == std::vector<int>{1, 2, 4, 5, 6}));
    CHECK((predicted.proposals[3].slices == std::vector<int>{1, 2, 3, 4, 5, 6}));
    CHECK_NEAR(predicted.proposals[3].confidence, 0.9, 1e-9);
    CHECK_EQ(workflow::accept(*p.store, {}).slices, 22);

    workflow::ExportOptions options;
    options.folder = p.folder / "out";
    const auto exported = workflow::exportVolumes(*p.store, options, p.control);
    CHECK_EQ(exported.files.size(), 2U);
    for (const int n : {0, 1}) {
        const auto written = readScan(exported.files[static_cast<std::size_t>(n)].path);
        const auto truth = blocksTruth(9 * n);
        CHECK(written.voxels == truth.voxels);
        CHECK(written.sform == truth.sform);
        CHECK(exported.files[static_cast<std::size_t>(n)].verified);
    }
}

TEST(a_prediction_is_one_undo_step_and_marks_its_slices) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    trainBriefly(p, engine);
    workflow::predict(*p.store, engine, {}, p.control);
    const auto b = p.store->volumes()[1].id;
    CHECK_EQ(p.store->proposals(b).size(), 12U);
    CHECK(p.store->reviewState(b, 2) == project::ReviewState::Proposed);
    CHECK(p.store->reviewState(b, 0) == project::ReviewState::Untouched);
    const auto proposal = p.store->proposal(b, 2, LabelId{1});
    CHECK_EQ(proposal->supports.size(), 1U);
    CHECK(proposal->parameters.find("alpha") != std::string::npos);
    p.store->undo();
    CHECK(p.store->proposals(b).empty());
    CHECK(p.store->reviewState(b, 2) == project::ReviewState::Untouched);
}

TEST(where_nothing_is_left_to_propose_nothing_changes) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    trainBriefly(p, engine);
    p.markComplete({p.store->volumes()[0].id, p.store->volumes()[1].id});
    const auto outcome = workflow::predict(*p.store, engine, {}, p.control);
    CHECK_EQ(outcome.answered, 0);
    CHECK(outcome.proposals.empty());
    CHECK_EQ(outcome.notes.size(), 1U);
    CHECK_EQ(p.store->nextUndo()->info.name, std::string("finished"));
}

TEST(what_is_finished_is_not_told_as_not_found) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    trainBriefly(p, engine);
    p.markComplete({p.store->volumes()[0].id});
    const auto outcome = workflow::predict(*p.store, engine, {}, p.control);
    CHECK(!outcome.proposals.empty());
    for (const auto& entry : outcome.proposals) CHECK_EQ(entry.volume, p.store->volumes()[1].name);
}

TEST(old_proposals_go_where_nothing_is_found_or_something_was_drawn) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    trainBriefly(p, engine);
    const auto volumes = p.store->volumes();
    p.store->transact(named("old"), [&](project::ProjectWriter& writer) {
        for (const int slice : {0, 3}) {
            project::Proposal proposal;
            proposal.volume = volumes[0].id;
            proposal.slice = slice;
            proposal.label = LabelId{1};
            proposal.mask = labels::Mask(64, 64, 1);
            writer.putProposal(proposal);
        }
    });
    workflow::predict(*p.store, engine, {}, p.control);
    CHECK(!p.store->proposal(volumes[0].id, 0, LabelId{1}));
    CHECK(!p.store->proposal(volumes[0].id, 3, LabelId{1}));
}

TEST(a_stopped_or_crashed_prediction_leaves_nothing) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    trainBriefly(p, engine);
    const auto edits = p.store->edits().size();
    StopAt stop("predict", 12);
    CHECK_ERROR("cancelled", workflow::predict(*p.store, engine, {}, stop));
    engine::Engine crashing(intensityWorker("crash"));
    CHECK_ERROR("worker.crashed", workflow::predict(*p.store, crashing, {}, p.control));
    CHECK_EQ(p.store->edits().size(), edits);
    for (const auto& volume : p.store->volumes()) CHECK(p.store->proposals(volume.id).empty());
}

/// Works on the project while a job runs.
class WorkDuring : public JobControl {
public:
    WorkDuring(std::string stage, std::function<void()> work) : stage_(std::move(stage)), work_(std::move(work)) {}
    void progress(const Progress& progress) override {
        if (progress.stage == stage_ && progress.done == progress.total - 1) work_();
    }

private:
    std::string stage_;
    std::function<void()> work_;
};

TEST(the_project_may_change_during_a_prediction) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    trainBriefly(p, engine);
    const auto volumes = p.store->volumes();
    WorkDuring control("predict", [&] {
        p.store->transact(named("meanwhile"), [&](project::ProjectWriter& writer) {
            writer.removeVolume(volumes[0].id);
            labels::LabelSlice drawn(64, 64);
            drawn.at(1, 1) = 1;
            writer.putAnnotation(volumes[1].id, 2, drawn, {true, false, ""});
            writer.putReviewState(volumes[1].id, 4, project::ReviewState::Flagged);
        });
    });
    const auto predicted = workflow::predict(*p.store, engine, {}, control);
    const auto b = volumes[1].id;
    CHECK(p.store->proposals(volumes[0].id).empty());
    CHECK(predicted.proposals[0].slices.empty());
    CHECK((predicted.proposals[2].slices == std::vector<int>{1, 3, 4, 5, 6}));
    CHECK((predicted.proposals[3].slices == std::vector<int>{1, 2, 3, 4, 5, 6}));
    CHECK(!p.store->proposal(b, 2, LabelId{1}) && p.store->proposal(b, 2, LabelId{2}));
    CHECK_EQ(labels::countNonZero(*p.store->annotation(b, 2)), 1);
    CHECK(p.store->reviewState(b, 4) == project::ReviewState::Flagged);

    p.store->undo();
    WorkDuring removing("predict", [&] {
        p.store->transact(named("meanwhile"), [&](project::ProjectWriter& writer) { writer.removeLabel(LabelId{1}); });
    });
    workflow::PredictOptions options;
    options.volumes = {"b"};
    // Its supports are gone with the volume; a new one.
    p.store->transact(named("draw"), [&](project::ProjectWriter& writer) {
        labels::LabelSlice drawn(64, 64);
        drawn.at(1, 1) = 1;
        drawn.at(2, 2) = 2;
        writer.putAnnotation(b, 2, drawn, {true, false, ""});
        for (const int label : {1, 2}) writer.putSupport({{}, b, 2, LabelId{label}});
    });
    workflow::predict(*p.store, engine, options, removing);
    for (const auto& proposal : p.store->proposals(b)) CHECK(proposal.label == LabelId{2});
}

TEST(largest_keeps_what_hangs_together_with_the_drawn_slice) {
    BlocksProject p;
    // A third scan with a second bright spot far away, smaller than the block.
    auto scan = blocks(4);
    for (int y = 50; y < 56; ++y)
        for (int x = 50; x < 56; ++x) scan.voxels[static_cast<std::size_t>((4 * 64 + y) * 64 + x)] = 900;
    writeScan(scan, p.folder / "c.nii");
    workflow::importVolumes(*p.store, {p.folder / "c.nii"}, {}, p.control);
    engine::Engine engine(intensityWorker());
    trainBriefly(p, engine);
    workflow::PredictOptions options;
    options.volumes = {"c"};
    options.labels = {"big"};
    const auto c = p.store->volumes()[2].id;
    workflow::predict(*p.store, engine, options, p.control);
    CHECK_EQ(labels::countNonZero(p.store->proposal(c, 4, LabelId{1})->mask), 144 + 36);
    options.largest = true;
    workflow::predict(*p.store, engine, options, p.control);
    CHECK_EQ(labels::countNonZero(p.store->proposal(c, 4, LabelId{1})->mask), 144);
}

TEST(an_untrained_project_predicts_with_the_embedded_model) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    const auto predicted = workflow::predict(*p.store, engine, {}, p.control);
    CHECK_EQ(predicted.model, workflow::embeddedModelHash());
    CHECK_EQ(predicted.answered, 7 * 2 + 8 * 2);
    const auto models = p.store->models();
    CHECK_EQ(models.size(), 1U);
    CHECK_EQ(models[0].hash, workflow::embeddedModelHash());
    CHECK_EQ(models[0].encoder, "resnet18");
    CHECK(workflow::readFile(workflow::modelFile(*p.store, models[0].hash)) == workflow::embeddedModel());
    workflow::predict(*p.store, engine, {}, p.control);  // again, with the model that is the project's now
    CHECK_EQ(p.store->models().size(), 1U);

    const auto trained = trainBriefly(p, engine);
    CHECK_EQ(workflow::predict(*p.store, engine, {}, p.control).model, trained.model.hash);
    workflow::PredictOptions options;
    options.model = "embedded";
    CHECK_EQ(workflow::predict(*p.store, engine, options, p.control).model, workflow::embeddedModelHash());
    CHECK_EQ(workflow::predict(*p.store, engine, {}, p.control).model, trained.model.hash);  // asked for once only
}

TEST(an_embedded_model_used_for_comparison_is_not_the_default) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    const auto trained = trainBriefly(p, engine);
    workflow::PredictOptions options;
    options.model = "embedded";
    workflow::predict(*p.store, engine, options, p.control);  // recorded after the trained one
    CHECK_EQ(workflow::predict(*p.store, engine, {}, p.control).model, trained.model.hash);
}

TEST(without_a_support_or_a_model_it_says_so) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    workflow::PredictOptions options;
    options.model = "zz";
    CHECK_ERROR("model.none", workflow::predict(*p.store, engine, options, p.control));
    const auto trained = trainBriefly(p, engine);
    CHECK_ERROR("model.unknown", workflow::predict(*p.store, engine, options, p.control));
    p.store->transact(named("label"), [](project::ProjectWriter& writer) {
        writer.putLabel({LabelId{3}, "lonely", {}, false, true});
    });
    options = {};
    options.labels = {"lonely"};
    CHECK_ERROR("predict.no_support", workflow::predict(*p.store, engine, options, p.control));
    std::filesystem::remove(trained.file);
    CHECK_ERROR("model.missing", workflow::predict(*p.store, engine, {}, p.control));
}

TEST(a_damaged_model_file_is_named) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    const auto trained = trainBriefly(p, engine);
    workflow::writeFile(trained.file, std::string(R"({"spec":{"method":"sqpfnet","encoder":"resnet18"}})"));
    const auto text = CHECK_ERROR("model.damaged", workflow::predict(*p.store, engine, {}, p.control));
    CHECK(text.find(trained.file.string()) != std::string::npos);
}

TEST(options_that_the_method_lacks_are_refused) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    workflow::TrainOptions adnet;
    adnet.iterations = 1;
    adnet.method = "adnet";
    workflow::train(*p.store, engine, adnet, false, p.control);
    workflow::PredictOptions options;
    options.changes.regions = 5;
    const auto text = CHECK_ERROR("method.options", workflow::predict(*p.store, engine, options, p.control));
    CHECK(text.find("adnet") != std::string::npos && text.find("regions") != std::string::npos);
}

TEST(a_missing_or_exchanged_image_is_named) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    trainBriefly(p, engine);
    std::filesystem::rename(p.folder / "b.nii", p.folder / "moved.nii");
    CHECK(CHECK_ERROR("volume.missing", workflow::predict(*p.store, engine, {}, p.control)).find("b.nii") !=
          std::string::npos);
    writeScan(makeScan({64, 64, 9}, {1, 1, 5}, [](int x, int, int) { return x; }), p.folder / "b.nii");
    CHECK_ERROR("volume.changed", workflow::predict(*p.store, engine, {}, p.control));
}
