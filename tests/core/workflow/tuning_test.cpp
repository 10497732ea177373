#include "core/workflow/tuning.h"

#include <nlohmann/json.hpp>

#include "core/workflow/prediction.h"
#include "core/workflow/training.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;

// The worker answers with an alpha of a tenth of the label's id and a t that counts the slices it was told of: minus their number, and
// minus a hundredth for each that shows nothing.
namespace {

struct Tuned {
    BlocksProject p;
    engine::Engine engine{intensityWorker()};

    Tuned() {
        workflow::TrainOptions options;
        options.iterations = 1;
        workflow::train(*p.store, engine, options, false, p.control);
    }
    workflow::PredictOutcome predict(const workflow::PredictOptions& options = {}) {
        return workflow::predict(*p.store, engine, options, p.control);
    }
    void drawComplete(const std::string& label) {
        workflow::AnnotateOptions options;
        options.volume = "a";
        options.mask = p.folder / "a_truth.nii";
        options.label = label;
        options.complete = true;
        workflow::annotate(*p.store, options, p.control);
    }
};

}  // namespace

TEST(labels_with_few_known_slices_are_left_alone) {
    Tuned t;  // one support each
    t.p.draw("big", "4");
    CHECK(t.predict().tuned.labels.empty());
}

TEST(three_supports_are_left_out_in_turn) {
    Tuned t;
    t.p.draw("big", "2,5");
    const auto outcome = t.predict();
    CHECK_EQ(outcome.tuned.labels.size(), 1U);
    CHECK_NEAR(*outcome.tuned.labels[0].options.threshold, -3, 1e-9);
    // What was chosen is used and remembered.
    const auto b = t.p.store->volumes()[1].id;
    const auto big = nlohmann::json::parse(t.p.store->proposal(b, 2, LabelId{1})->parameters);
    CHECK_NEAR(big.at("alpha").get<double>(), 0.1, 1e-9);
    CHECK_EQ(big.at("tuned").at("slices").get<int>(), 3);
    const auto small = nlohmann::json::parse(t.p.store->proposal(b, 2, LabelId{2})->parameters);
    CHECK_NEAR(small.at("alpha").get<double>(), 1, 1e-9);
    CHECK(!small.contains("tuned"));
}

TEST(annotated_slices_and_known_empty_ones_count) {
    Tuned t;
    t.p.draw("big", "2,5", false);            // known, no supports
    CHECK(t.predict().tuned.labels.empty());  // two: the one support has no other to be segmented with
    t.drawComplete("big");                    // shown on slices 1 to 6 of 8
    const auto label = t.predict().tuned.labels.at(0);
    CHECK_NEAR(*label.options.threshold, -7.02, 1e-9);
}

TEST(given_options_are_not_tuned) {
    Tuned t;
    t.p.draw("big", "2,5");
    workflow::PredictOptions options;
    options.tuning = workflow::Tuning::Off;
    CHECK(t.predict(options).tuned.labels.empty());
    options.tuning = workflow::Tuning::On;
    options.changes.alpha = 0.7;
    CHECK(t.predict(options).tuned.labels.empty());
}
