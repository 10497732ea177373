#include "core/workflow/live_prediction.h"

#include <nlohmann/json.hpp>

#include "core/imaging/label_map.h"
#include "core/labels/metrics.h"
#include "core/labels/run_length.h"
#include "core/project/operations.h"
#include "core/workflow/embedded_model.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using workflow::LiveSlice;

namespace {

/// The blocks' project and all that arrived, in its order.
struct Live : BlocksProject {
    engine::Engine engine;
    workflow::LivePredictor predictor{*store};
    std::vector<LiveSlice> arrived;

    explicit Live(const std::string& behaviour = "good") : engine(intensityWorker(behaviour)) {}

    const project::VolumeRecord volume(int n) { return store->volumes()[static_cast<std::size_t>(n)]; }
    workflow::LivePass pass(int n, const std::vector<int>& slices, const std::vector<LabelId>& labels = {},
                            const workflow::LiveSettings& settings = {}) {
        arrived.clear();
        return predictor.predict(engine, volume(n), slices, labels, settings, control,
                                 [&](const LiveSlice& slice) { arrived.push_back(slice); });
    }
    std::vector<int> slicesInOrder() const {
        std::vector<int> order;
        for (const auto& slice : arrived) order.push_back(slice.slice);
        return order;
    }
    labels::Mask truth(int shift, int slice, int label) {
        const auto scan = blocksTruth(shift);
        labels::Mask mask(scan.size[0], scan.size[1]);
        const auto pixels = mask.pixels.size();
        for (std::size_t i = 0; i < pixels; ++i)
            mask.pixels[i] = scan.voxels[pixels * static_cast<std::size_t>(slice) + i] == label;
        return mask;
    }
};

TEST(slices_go_outwards_from_the_first) {
    CHECK(workflow::outwards(2, 5) == (std::vector<int>{2, 3, 1, 4, 0}));
    CHECK(workflow::outwards(4, 5) == (std::vector<int>{4, 3, 2, 1, 0}));
    CHECK(workflow::outwards(9, 2) == (std::vector<int>{1, 0}));
    CHECK(workflow::outwards(0, 0).empty());
}

TEST(slices_arrive_in_the_order_of_wish_and_are_right) {
    Live live;
    const auto pass = live.pass(1, {5, 6, 4}, {LabelId{1}});
    CHECK(live.slicesInOrder() == (std::vector<int>{5, 6, 4}));
    for (const auto& slice : live.arrived) {
        CHECK(slice.label == LabelId{1});
        CHECK(slice.volume == live.volume(1).id);
        CHECK(slice.mask == live.truth(9, slice.slice, 1));
        CHECK_NEAR(slice.confidence, 0.9, 1e-9);
    }
    CHECK(live.store->proposals(live.volume(1).id).empty());  // nothing is stored yet
    live.predictor.store({pass}, {.name = "Propose big on b", .tool = "live"});
    CHECK_EQ(live.store->proposals(live.volume(1).id).size(), 3U);
    const auto stored = live.store->proposal(live.volume(1).id, 5, LabelId{1});
    CHECK(stored->mask == live.truth(9, 5, 1));
    CHECK_EQ(stored->model, workflow::embeddedModelHash());
    CHECK_EQ(live.store->models().size(), 1U);
    CHECK_EQ(live.store->edits().back().info.name, "Propose big on b");
}

TEST(annotated_slices_are_not_predicted) {
    Live live;
    workflow::LiveSettings asIs;
    asIs.refine = {false, false};
    live.pass(0, workflow::outwards(3, 8), {}, asIs);
    CHECK_EQ(live.arrived.size(), 7U * 2);  // slice 3 is drawn
    CHECK_EQ(live.arrived.front().slice, 4);
}

TEST(refined_slices_come_once_more_and_are_what_is_stored) {
    Live live;
    const auto pass = live.pass(0, workflow::outwards(3, 8), {LabelId{1}});
    std::map<int, labels::Mask> last;
    std::map<int, int> times;
    for (const auto& slice : live.arrived) last[slice.slice] = slice.mask, ++times[slice.slice];
    CHECK_EQ(times.size(), 7U);
    for (const auto& [slice, count] : times)
        CHECK(count == 1 || (count == 2 && last[slice] != live.truth(0, slice, 1)));
    // The worker is right on every voxel; what is made of it differs in a few along the border, most on the block's last slice.
    labels::Overlap overlap;
    for (const auto& [slice, proposal] : pass.proposals.at(0).slices) {
        labels::Mask stored(64, 64);
        if (!proposal.runs.empty()) labels::decodeRuns(proposal.runs, stored);
        CHECK(stored == last.at(slice));
        overlap.add(stored, live.truth(0, slice, 1));
    }
    CHECK(overlap.dice() > 0.95);
}

TEST(a_changed_support_changes_what_is_predicted) {
    Live live;
    live.pass(1, {2}, {LabelId{1}});
    CHECK(live.arrived.front().mask == live.truth(9, 2, 1));
    // From now on "big" is what is as bright as the small block.
    live.store->transact(named("draw anew"), [&](project::ProjectWriter& writer) {
        const auto volume = live.volume(0);
        project::drawSlice(writer, *live.store, volume, 3, LabelId{2}, labels::Mask(64, 64));
        project::drawSlice(writer, *live.store, volume, 3, LabelId{1}, live.truth(0, 3, 2));
    });
    const auto pass = live.pass(1, {2});
    CHECK_EQ(pass.proposals.size(), 1U);  // the other label's support shows nothing any more
    CHECK(live.arrived.front().mask == live.truth(9, 2, 2));
}

TEST(agreement_is_the_overlap_of_what_the_two_nearest_supports_make_of_a_slice) {
    Live live;
    const auto volume = live.volume(0);
    const auto agreement = [&] {
        return live.predictor.agreement(live.engine, live.volume(1), 3, LabelId{1}, {}, live.control);
    };
    CHECK(!agreement().has_value());  // one support
    const auto big = live.truth(0, 4, 1), small = live.truth(0, 4, 2);
    // The other support shows the other block, then the same; the worker finds what is as bright.
    for (const auto& [mask, expected] : {std::pair{small, 0.0}, std::pair{big, 1.0}}) {
        live.store->transact(named("draw"), [&](project::ProjectWriter& writer) {
            project::drawSlice(writer, *live.store, volume, 4, LabelId{1}, mask);
            if (live.store->supports().size() < 3) project::markSupport(writer, *live.store, volume.id, 4, LabelId{1});
        });
        CHECK_NEAR(agreement().value(), expected, 1e-9);
    }
    live.store->transact(named("an odd one far away"), [&](project::ProjectWriter& writer) {
        project::drawSlice(writer, *live.store, volume, 7, LabelId{1}, small);
        project::markSupport(writer, *live.store, volume.id, 7, LabelId{1});
    });
    CHECK_NEAR(agreement().value(), 1, 1e-9);
}

TEST(passes_in_a_row_are_one_undo_entry) {
    Live live;
    const project::EditInfo info{.name = "Propose", .tool = "live", .merge = "live"};
    const auto edits = live.store->edits().size();
    for (const auto& slices : {std::vector<int>{1, 2}, {2, 3, 4}, {5}})
        live.predictor.store({live.pass(1, slices, {LabelId{1}})}, info);
    CHECK_EQ(live.store->edits().size(), edits + 1);
    CHECK_EQ(live.store->proposals(live.volume(1).id).size(), 5U);
    live.store->undo();
    CHECK(live.store->proposals(live.volume(1).id).empty());
}

TEST(nothing_to_learn_from_is_an_empty_pass) {
    Live live;
    live.store->transact(named("off"), [&](project::ProjectWriter& writer) {
        for (auto support : live.store->supports()) {
            support.enabled = false;
            writer.putSupport(support);
        }
    });
    CHECK(live.pass(1, {1, 2}).proposals.empty());
    CHECK(live.arrived.empty());
}

TEST(options_come_from_the_settings_or_from_tuning) {
    Live live;
    live.draw("big", "1,2,4");
    const auto parameters = [&](const workflow::LiveSettings& settings) {
        return nlohmann::json::parse(live.pass(1, {2}, {LabelId{1}}, settings).proposals.at(0).origin.parameters);
    };
    CHECK_EQ(parameters({}).at("alpha").get<double>(), 1.0);
    CHECK(live.predictor.tune(live.engine, {}, live.control));
    CHECK(!live.predictor.tune(live.engine, {}, live.control));  // no support has changed
    const auto tuned = live.predictor.tuned();
    CHECK_EQ(tuned.size(), 1U);
    CHECK_EQ(tuned.at(LabelId{1}).slices, 4);  // the worker of the tests answers with what it was told
    CHECK_EQ(parameters({}).at("alpha").get<double>(), 0.1);
    workflow::LiveSettings settings;
    settings.changes.alpha = 0.5;
    CHECK_EQ(parameters(settings).at("alpha").get<double>(), 0.5);
    live.draw("big", "5");
    CHECK(live.predictor.tune(live.engine, {}, live.control));
    CHECK_EQ(live.predictor.tuned().at(LabelId{1}).slices, 5);
}

TEST(supports_are_checked_against_each_other) {
    Live live;
    CHECK(!live.predictor.check(live.engine, {}, live.control));  // one support a label: nothing to compare with
    CHECK(live.predictor.checked().empty());
    live.draw("big", "2,4");
    CHECK(live.predictor.check(live.engine, {}, live.control));
    CHECK(!live.predictor.check(live.engine, {}, live.control));  // no support has changed
    auto big = live.predictor.checked().at(LabelId{1});
    CHECK_EQ(big.supports.size(), 3U);
    CHECK_NEAR(big.dice, 1, 1e-12);
    CHECK_NEAR(*big.hd95, 0, 1e-12);
    CHECK_EQ(live.predictor.checked().size(), 1U);

    // Half of the block, 6 x 12 of 12 x 12 voxels: Dice 2 72 / (72 + 144); HD95 with numpy on the outlines, 6 mm at 1 mm a voxel.
    labels::Mask half = live.truth(0, 5, 1);
    for (int y = 0; y < half.height; ++y)
        for (int x = 14; x < half.width; ++x) half.at(x, y) = 0;
    live.store->transact(named("draw half"), [&](project::ProjectWriter& writer) {
        project::drawSlice(writer, *live.store, live.volume(0), 5, LabelId{1}, half);
        project::markSupport(writer, *live.store, live.volume(0).id, 5, LabelId{1});
    });
    CHECK(live.predictor.check(live.engine, {}, live.control));
    big = live.predictor.checked().at(LabelId{1});
    CHECK_EQ(big.supports.size(), 4U);
    CHECK_NEAR(big.dice, (3 + 2.0 / 3) / 4, 1e-12);
    CHECK_NEAR(*big.hd95, 6.0 / 4, 1e-9);
    CHECK_NEAR(big.supports[0].result.confidence, 0.9, 1e-9);
}

// The worker is as sure of every pixel, so expected errors are alike on all slices: of the gap 4..7 slices 5 and 6 mend most (1 + 2 exp(-1/2) + exp(-1)),
// of the gap 0..2 slice 1 (1 + 2 exp(-1/2)).
TEST(the_next_slice_to_draw_is_that_of_the_simulated_annotator) {
    Live live;
    const auto big = live.store->labels()[0];
    workflow::LiveSettings asIs;
    asIs.refine = {false, false};
    const auto suggested = [&](int n) {
        return live.predictor.suggest(live.engine, live.volume(n), big, asIs, live.control);
    };
    CHECK_EQ(*suggested(0), 5);
    CHECK_EQ(*suggested(1), 1);  // nothing drawn: the first of those that show as much
    live.store->transact(named("M"), [&](project::ProjectWriter& writer) {
        project::markSupport(writer, *live.store, live.volume(0).id, 5, big.id);  // it is absent there
    });
    CHECK_EQ(*suggested(0), 1);
    CHECK_EQ(*workflow::suggestByDrawn(*live.store, live.volume(1), big), 3);  // the middle
    live.store->transact(named("all"), [&](project::ProjectWriter& writer) {
        for (int slice = 0; slice < 8; ++slice)
            writer.putAnnotation(live.volume(1).id, slice, labels::LabelSlice(64, 64, 1), {});
    });
    CHECK(!suggested(1));
}

TEST(without_supports_the_drawn_slices_alone_suggest_one) {
    Live live;
    const auto big = live.store->labels()[0];
    const auto supports = live.store->supports();
    live.store->transact(named("none"), [&](project::ProjectWriter& writer) {
        for (const auto& support : supports) writer.removeSupport(support.id);
    });
    // Slice 3 of 8 shows it: two fifths of the way from it to the end behind it.
    CHECK_EQ(*live.predictor.suggest(live.engine, live.volume(0), big, {}, live.control), 5);
}

TEST(a_crash_is_told_and_the_next_pass_works_on) {
    Live live("crash");
    CHECK_ERROR("worker.crashed", live.pass(1, workflow::outwards(3, 8)));
    CHECK_EQ(live.pass(0, {1, 2}, {LabelId{1}}).proposals.at(0).slices.size(), 2U);  // fewer slices than it dies of
}

// The worker answers with the proposal itself as every map, and has no regions (intensity_worker.cpp). Its probability is 230 in the block, 10 outside.
TEST(maps_of_a_slice_lie_on_its_own_grid) {
    Live live;
    const auto maps = live.predictor.maps(live.engine, live.volume(1), 5, LabelId{1}, {}, live.control);
    const auto truth = live.truth(9, 5, 1);
    CHECK_EQ(maps.coarse->width, truth.width);
    std::int64_t same = 0;
    for (std::size_t i = 0; i < truth.pixels.size(); ++i)
        same += maps.coarse->pixels[i] == (truth.pixels[i] ? 230 : 10);
    CHECK(same >=
          std::int64_t(truth.pixels.size()) * 98 / 100);  // resampling to the network's grid moves edges by a pixel
    CHECK(maps.similarity && !maps.selected && !maps.regions);
    CHECK(maps.supportVolume == live.volume(0).id);
    CHECK_EQ(maps.supportSlice, 3);
    CHECK_ERROR("maps.no_support", live.predictor.maps(live.engine, live.volume(1), 5, LabelId{7}, {}, live.control));
}

}  // namespace
