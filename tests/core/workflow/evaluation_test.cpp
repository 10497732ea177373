#include "core/workflow/evaluation.h"

#include <fstream>

#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;

/// Five scans, numbered so that the order of names is not that of numbers.
struct Scans {
    TemporaryFolder folder;
    JobControl control;
    engine::Engine engine{intensityWorker()};
    workflow::EvaluateOptions options;

    Scans() {
        for (const int n : {1, 2, 3, 10, 20}) {
            writeScan(blocks(n), folder / ("image_" + std::to_string(n) + ".nii"));
            writeScan(blocksTruth(n), folder / ("label_" + std::to_string(n) + ".nii"));
        }
        options.images = options.labels = folder.path();
        options.training.iterations = 5;
    }
};

// The worker scores volume number i (in order) with 10 i + class. Over 5 volumes fold k tests k and, shared, the next one; the last
// fold volume 4 and volume 0 (core/engine/folds.h); the volume at supportIndex is the support and has no score.
TEST(one_fold_is_averaged_over_volumes_then_classes) {
    Scans s;
    s.options.fold = 2;
    const auto outcome = workflow::evaluate(s.engine, s.options, s.control);
    CHECK_EQ(outcome.entries.size(), 1U);
    const auto& papers = outcome.entries[0].papers;
    CHECK_EQ(papers.labels.size(), 2U);
    CHECK_EQ(papers.labels.at(1).volumes.size(), 1U);
    CHECK_NEAR(papers.labels.at(1).volumes.at("image_10"), 31, 1e-9);
    CHECK_NEAR(papers.labels.at(2).dice, 32, 1e-9);
    CHECK_NEAR(papers.mean, 31.5, 1e-9);
    CHECK_NEAR(outcome.entries[0].whole.mean, 15.75, 1e-9);
}

TEST(distances_are_left_out_where_nothing_is_predicted) {
    Scans s;
    s.options.fold = 2;  // the worker predicts nothing of class 2 on volume 3, image_10
    const auto outcome = workflow::evaluate(s.engine, s.options, s.control);
    const auto& whole = outcome.entries[0].whole;
    CHECK_NEAR(whole.labels.at(1).metrics.at("hd95_mm").mean, 21, 1e-9);
    CHECK_EQ(whole.labels.at(2).metrics.count("hd95_mm"), 0U);
    CHECK_NEAR(whole.labels.at(2).metrics.at("volume_difference_percent").mean, 10, 1e-9);
    CHECK_EQ(outcome.entries[0].rows.size(), 2U);
}

TEST(all_folds_are_averaged_last) {
    Scans s;
    const auto outcome = workflow::evaluate(s.engine, s.options, s.control);
    CHECK_EQ(outcome.folds.size(), 5U);
    const auto& label = outcome.entries[0].papers.labels.at(1);
    CHECK_EQ(label.volumes.size(), 4U);  // volume 0 is a support each time it is tested
    CHECK_NEAR(label.volumes.at("image_20"), 41, 1e-9);
    CHECK_NEAR(label.dice, (11 + 21 + 31 + 41 + 41) / 5.0, 1e-9);
    CHECK_NEAR(outcome.entries[0].papers.mean, (11.5 + 21.5 + 31.5 + 41.5 + 41.5) / 5, 1e-9);
}

TEST(variants_change_the_options_only) {
    Scans s;
    s.options.fold = 0;
    workflow::MethodChanges one, two;
    one.alpha = 0.5;
    two.regions = 10;
    two.background = engine::Background::Prototype;
    s.options.variants = {one, two};
    const auto outcome = workflow::evaluate(s.engine, s.options, s.control);
    CHECK_EQ(outcome.entries.size(), 2U);
    CHECK_NEAR(outcome.entries[0].options.alpha, 0.5, 0);
    CHECK_EQ(outcome.entries[1].options.regions, 10);
    CHECK_NEAR(outcome.entries[1].options.alpha, 1, 0);
    CHECK(outcome.entries[1].options.background == engine::Background::Prototype);
}

TEST(setting_2_leaves_out_one_group_after_the_other) {
    Scans s;
    s.options.fold = 1;
    s.options.setting = 2;
    const auto outcome = workflow::evaluate(s.engine, s.options, s.control);
    CHECK_EQ(outcome.entries.size(), 1U);
    CHECK_EQ(outcome.entries[0].papers.labels.size(), 2U);
}

TEST(wrong_folds_and_folders_are_said) {
    Scans s;
    s.options.fold = 7;
    CHECK_ERROR("folds.number", workflow::evaluate(s.engine, s.options, s.control));
    std::filesystem::remove(s.folder / "label_3.nii");
    CHECK_ERROR("evaluate.pairs", workflow::evaluate(s.engine, s.options, s.control));
}

// The scans show labels 1 and 2.
TEST(labels_that_no_scan_shows_are_refused_before_work) {
    Scans s;
    s.options.classes = {1, 77};
    CHECK(CHECK_ERROR("evaluate.classes", workflow::evaluate(s.engine, s.options, s.control)) ==
          "no volume has label 77; there are 1, 2");
    s.options.classes.clear();
    s.options.setting = 2;
    s.options.groups = {{1}, {9}};
    CHECK_ERROR("evaluate.classes", workflow::evaluate(s.engine, s.options, s.control));
}

TEST(what_the_method_lacks_is_refused_before_scans_are_read) {
    Scans s;
    std::filesystem::remove(s.folder / "image_10.nii");  // would be noticed when scans are read
    s.options.training.method = "adnet";
    s.options.variants = workflow::alphaVariants();
    CHECK_ERROR("method.options", workflow::evaluate(s.engine, s.options, s.control));
    s.options.variants.clear();
    s.options.training.alpha = 0.5;
    CHECK_ERROR("method.options", workflow::evaluate(s.engine, s.options, s.control));
}

TEST(a_finished_model_is_evaluated_as_it_is) {
    Scans s;
    std::ofstream(s.folder / "m.safetensors") << R"({"spec":{"method":"sqpfnet","encoder":"resnet18"}})";
    s.options.model = s.folder / "m.safetensors";
    s.options.fold = 2;
    CHECK_ERROR("model.finished", workflow::evaluate(s.engine, s.options, s.control));  // with 5 iterations
    s.options.training = {};
    s.options.training.method = "adnet";
    CHECK_ERROR("model.method", workflow::evaluate(s.engine, s.options, s.control));
    s.options.training = {};
    s.options.training.alpha = 0.5;
    CHECK_EQ(workflow::evaluate(s.engine, s.options, s.control).entries.at(0).options.alpha, 0.5);
}
