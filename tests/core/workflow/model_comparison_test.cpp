#include "core/workflow/model_comparison.h"

#include "core/workflow/embedded_model.h"
#include "core/workflow/training.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;

// The worker is exactly right on the blocks, but blind with a model of seed 99 (intensity_worker.cpp).
TEST(two_models_are_compared_on_what_is_finished_beside_the_supports) {
    BlocksProject p;
    engine::Engine engine(intensityWorker());
    workflow::TrainOptions options;
    options.iterations = 1;
    options.seed = 99;
    const auto blind = workflow::train(*p.store, engine, options, false, p.control).model.hash;
    // Each label is drawn on its support alone, with nothing to segment that from.
    CHECK_ERROR("compare.nothing",
                workflow::compareModels(*p.store, engine, workflow::kEmbeddedModel, blind, p.control));
    p.draw("big", "2,4,5", false);
    CHECK_ERROR("compare.same", workflow::compareModels(*p.store, engine, blind, blind.substr(0, 8), p.control));
    const auto compared = workflow::compareModels(*p.store, engine, workflow::kEmbeddedModel, blind, p.control);
    CHECK_EQ(compared.rows.size(), 1U);
    CHECK_EQ(compared.rows[0].volume, "a");
    CHECK_EQ(compared.rows[0].label, "big");
    CHECK_EQ(compared.rows[0].slices, 3);
    CHECK_NEAR(compared.rows[0].first, 100, 1e-9);
    CHECK_NEAR(compared.rows[0].second, 0, 1e-9);
    CHECK_NEAR(compared.first, 100, 1e-9);

    p.store->transact(named("flag"), [&](project::ProjectWriter& writer) {
        writer.putReviewState(p.store->volumes()[0].id, 5, project::ReviewState::Flagged);
    });
    CHECK_EQ(workflow::compareModels(*p.store, engine, blind, workflow::kEmbeddedModel, p.control).rows[0].slices, 2);
    CHECK_ERROR("model.unknown", workflow::compareModels(*p.store, engine, "ffff", blind, p.control));
}
