#include "core/workflow/experience.h"

#include <fstream>

#include <nlohmann/json.hpp>

#include "core/project/operations.h"
#include "core/workflow/live_prediction.h"
#include "core/workflow/prediction.h"
#include "core/workflow/volume_marks.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

constexpr LabelId kBig{1};

/// The blocks' project with `finished` more volumes "f0", "f1", ..., on which "big" is completely annotated.
struct Finished : BlocksProject {
    engine::Engine engine{intensityWorker()};

    explicit Finished(int finished) {
        for (int n = 0; n < finished; ++n) {
            const auto name = "f" + std::to_string(n);
            writeScan(blocks(n + 1), folder / (name + ".nii"));
            writeScan(blocksTruth(n + 1), folder / (name + "_truth.nii"));
            workflow::importVolumes(*store, {folder / (name + ".nii")}, {}, control);
            finish(name);
        }
    }
    void finish(const std::string& name) {
        workflow::AnnotateOptions options;
        options.volume = name;
        options.mask = folder / (name + "_truth.nii");
        options.label = "big";
        options.complete = true;
        workflow::annotate(*store, options, control);
    }
    project::VolumeRecord volume(const std::string& name) const { return project::findVolume(*store, name); }
    workflow::PredictOutcome predict(bool finished = true) {
        workflow::PredictOptions options;
        options.volumes = {"b"};
        options.labels = {"big"};
        options.finished = finished;
        return workflow::predict(*store, engine, options, control);
    }
    std::filesystem::path blendFile() const { return store->modelFolder() / "blends" / "label-1.json"; }
    std::string blendKey() const {
        std::ifstream file(blendFile());
        return nlohmann::json::parse(file).at("key").get<std::string>();
    }
};

std::vector<std::string> namesOf(const std::vector<project::VolumeRecord>& volumes) {
    std::vector<std::string> names;
    for (const auto& volume : volumes) names.push_back(volume.name);
    return names;
}

TEST(finished_are_volumes_marked_complete_that_show_the_label) {
    Finished p(2);
    const auto finished = [&] { return namesOf(workflow::finishedVolumes(*p.store, kBig)); };
    CHECK((finished() == std::vector<std::string>{"f0", "f1"}));
    p.markComplete({p.volume("a").id, p.volume("b").id});  // nothing is drawn on b
    CHECK((finished() == std::vector<std::string>{"a", "f0", "f1"}));
    CHECK((workflow::taughtLabels(workflow::finishedLabels(*p.store, p.store->labels())) == std::set<int>{1}));
    std::filesystem::remove(p.folder / "f0.nii");
    CHECK((finished() == std::vector<std::string>{"a", "f1"}));
    CHECK(workflow::taughtLabels(workflow::finishedLabels(*p.store, p.store->labels())).empty());
}

TEST(proposals_are_weighed_with_three_finished_volumes_unless_switched_off) {
    Finished two(2);
    CHECK(two.predict().finished.empty());
    CHECK(!std::filesystem::exists(two.blendFile()));

    Finished p(3);
    const auto b = p.volume("b").id;
    CHECK(p.predict(false).finished.empty());
    CHECK(p.store->proposal(b, 3, kBig)->parameters.find("finished") == std::string::npos);
    const auto outcome = p.predict();
    CHECK((outcome.finished == std::map<int, int>{{1, 3}}));
    CHECK_EQ(outcome.proposals.at(0).slices.size(), 6U);  // the block is on slices 1 to 6
    const auto parameters = nlohmann::json::parse(p.store->proposal(b, 3, kBig)->parameters);
    CHECK_EQ(parameters.at("finished").get<int>(), 3);
}

TEST(what_was_learned_is_kept_until_the_finished_labels_change) {
    Finished p(3);
    p.predict();
    const auto key = p.blendKey();
    // Weights of our own under the same key, by which nothing is the object: they are taken, so nothing was learned anew.
    std::vector<float> weights(refine::Blend::kWeights);
    weights.back() = -10;
    std::ofstream(p.blendFile()) << nlohmann::json{{"key", key}, {"weights", weights}};
    workflow::AnnotateOptions draw;
    draw.volume = "b";
    draw.mask = p.folder / "b_truth.nii";
    writeScan(blocksTruth(9), draw.mask);
    draw.label = "big";
    draw.slices = "3";
    draw.support = true;
    workflow::annotate(*p.store, draw, p.control);
    CHECK(p.predict().proposals.at(0).slices.empty());

    // Another label on a finished volume changes nothing, one slice less of this one does.
    p.store->transact(named("paint"), [&](project::ProjectWriter& writer) {
        auto slice = *p.store->annotation(p.volume("f1").id, 4);
        slice.pixels.front() = 2;
        writer.putAnnotation(p.volume("f1").id, 4, slice, {});
    });
    CHECK(p.predict().proposals.at(0).slices.empty());
    const auto slice = *p.store->annotation(p.volume("f1").id, 6);
    p.store->transact(named("erase"), [&](project::ProjectWriter& writer) {
        writer.putAnnotation(p.volume("f1").id, 6, labels::SliceRuns::background(slice.width, slice.height), {});
    });
    CHECK(!p.predict().proposals.at(0).slices.empty());
    CHECK(p.blendKey() != key);

    std::ofstream(p.blendFile()) << "no weights";
    CHECK(!p.predict().proposals.at(0).slices.empty());
}

TEST(live_proposals_use_what_was_learned_and_do_not_wait_for_it) {
    Finished p(3);
    workflow::LivePredictor live(*p.store);
    const auto b = p.volume("b");
    const workflow::LiveSettings settings;
    const auto finishedOf = [&] {
        const auto pass =
            live.predict(p.engine, b, {2, 3}, {kBig}, settings, p.control, [](const workflow::LiveSlice&) {});
        return nlohmann::json::parse(pass.proposals.at(0).origin.parameters).value("finished", 0);
    };
    CHECK_EQ(finishedOf(), 0);
    CHECK(live.taught(b.id).empty());
    CHECK(live.learn(p.engine, b, settings, p.control));
    CHECK(!live.learn(p.engine, b, settings, p.control));
    CHECK((live.taught(b.id) == std::map<LabelId, int>{{kBig, 3}}));
    CHECK_EQ(finishedOf(), 3);
    CHECK(live.taught(p.volume("a").id).empty());  // asked for each volume
    auto off = settings;
    off.finished = false;
    CHECK(!live.learn(p.engine, p.volume("a"), off, p.control));

    std::filesystem::remove(p.folder / "f0.nii");  // two are left
    CHECK(live.learn(p.engine, b, settings, p.control));
    CHECK_EQ(finishedOf(), 0);
}

/// Cancels when so many volumes were learned from, and counts those.
class StopAfter : public JobControl {
public:
    explicit StopAfter(int volumes) : left_(volumes) {}
    void progress(const Progress& progress) override {
        if (progress.stage != "finished volumes" || progress.done == 0) return;
        ++steps;
        --left_;
    }
    bool cancelled() const override { return left_ <= 0; }
    int steps = 0;

private:
    int left_;
};

TEST(learning_that_was_cancelled_goes_on_where_it_was) {
    Finished p(4);
    workflow::LivePredictor live(*p.store);
    const auto b = p.volume("b");
    StopAfter two(2);
    try {
        live.learn(p.engine, b, {}, two);
        CHECK(false);
    } catch (const Cancelled&) {
    }
    CHECK_EQ(two.steps, 2);
    CHECK(!std::filesystem::exists(p.blendFile()));
    CHECK(live.taught(b.id).empty());
    StopAfter none(100);
    CHECK(live.learn(p.engine, b, {}, none));
    CHECK_EQ(live.taught(b.id).at(kBig), 4);
    const auto once = p.blendKey();
    std::ifstream file(p.blendFile());
    const std::string interrupted(std::istreambuf_iterator<char>(file), {});

    std::filesystem::remove(p.blendFile());
    workflow::LivePredictor another(*p.store);
    CHECK(another.learn(p.engine, b, {}, none));
    CHECK_EQ(p.blendKey(), once);
    std::ifstream again(p.blendFile());
    CHECK(interrupted == std::string(std::istreambuf_iterator<char>(again), {}));  // the same weights
}

}  // namespace
