#include "core/workflow/tuning.h"

#include <nlohmann/json.hpp>

#include "core/workflow/prediction.h"
#include "core/workflow/training.h"
#include "core/workflow/volume_marks.h"
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

/// Counts how often the masks of a slice are read; all else is passed on.
class CountingStore : public project::ProjectStore {
public:
    explicit CountingStore(project::ProjectStore& store) : store_(store) {}
    mutable int masksRead = 0;

    std::optional<labels::SliceRuns> annotationRuns(VolumeId volume, int slice) const override {
        ++masksRead;
        return store_.annotationRuns(volume, slice);
    }
    const std::filesystem::path& file() const override { return store_.file(); }
    bool readOnly() const override { return store_.readOnly(); }
    EditId transact(const project::EditInfo& info, const std::function<void(project::ProjectWriter&)>& edit) override {
        return store_.transact(info, edit);
    }
    std::optional<project::EditRecord> undo() override { return store_.undo(); }
    std::optional<project::EditRecord> redo() override { return store_.redo(); }
    std::optional<project::EditRecord> nextUndo() const override { return store_.nextUndo(); }
    std::optional<project::EditRecord> nextRedo() const override { return store_.nextRedo(); }
    std::vector<project::EditRecord> edits() const override { return store_.edits(); }
    std::vector<project::VolumeRecord> volumes() const override { return store_.volumes(); }
    std::vector<labels::Label> labels() const override { return store_.labels(); }
    void setAuthor(const std::string& name) override { store_.setAuthor(name); }
    std::vector<project::Support> supports() const override { return store_.supports(); }
    std::vector<project::ModelRecord> models() const override { return store_.models(); }
    std::optional<std::string> setting(const std::string& key) const override { return store_.setting(key); }
    std::vector<int> annotatedSlices(VolumeId volume) const override { return store_.annotatedSlices(volume); }
    std::vector<int> slicesShowing(VolumeId volume, LabelId label) const override {
        return store_.slicesShowing(volume, label);
    }
    project::AnnotationSource annotationSource(VolumeId volume, int slice) const override {
        return store_.annotationSource(volume, slice);
    }
    project::ReviewState reviewState(VolumeId volume, int slice) const override {
        return store_.reviewState(volume, slice);
    }
    std::vector<std::pair<LabelId, std::int64_t>> annotationCounts(VolumeId volume) const override {
        return store_.annotationCounts(volume);
    }
    std::map<int, project::ReviewState> reviewStates(VolumeId volume) const override {
        return store_.reviewStates(volume);
    }
    std::map<VolumeId, project::VolumeCounts> counts() const override { return store_.counts(); }
    std::vector<project::ProposalInfo> proposals(VolumeId volume) const override { return store_.proposals(volume); }
    std::optional<project::Proposal> proposal(VolumeId volume, int slice, LabelId label) const override {
        return store_.proposal(volume, slice, label);
    }
    std::vector<project::Comment> comments() const override { return store_.comments(); }
    std::filesystem::path modelFolder() const override { return store_.modelFolder(); }
    void onChanged(std::function<void(const project::Changes&)> receiver) override {
        store_.onChanged(std::move(receiver));
    }

private:
    project::ProjectStore& store_;
};

}  // namespace

TEST(only_the_chosen_slices_are_read) {
    BlocksProject p;
    writeScan(makeScan({64, 64, 40}, {1, 1, 5}, [](int x, int, int) { return x; }), p.folder / "long.nii");
    workflow::importVolumes(*p.store, {p.folder / "long.nii"}, {}, p.control);
    const auto volumes = p.store->volumes();
    const auto volume = volumes.at(2);
    const LabelId big{1};
    p.store->transact(named("draw"), [&](project::ProjectWriter& writer) {
        for (int slice = 0; slice < 30; ++slice)
            writer.putAnnotation(volume.id, slice, labels::LabelSlice(64, 64, 1), {});
        workflow::markComplete(writer, volume.id, big);
    });
    CountingStore store(*p.store);
    const auto known = workflow::knownSlices(store, volumes, {p.store->labels().front()});
    std::vector<int> slices;
    for (const auto& one : known) slices.push_back(one.slice);
    // The middles of six equal parts of 30 slices that show it and of the 10 that do not.
    CHECK((slices == std::vector<int>{2, 7, 12, 17, 22, 27, 30, 32, 34, 35, 37, 39}));
    CHECK_EQ(labels::countNonZero(known[0].mask), 64 * 64);
    CHECK_EQ(labels::countNonZero(known[11].mask), 0);
    CHECK_EQ(store.masksRead, 12);
}

TEST(a_prediction_reads_the_masks_of_supports_only) {
    Tuned t;
    t.drawComplete("big");
    t.drawComplete("small");
    CountingStore store(*t.p.store);
    workflow::PredictOptions options;
    options.tuning = false;
    workflow::predict(store, t.engine, options, t.p.control);
    CHECK_EQ(store.masksRead, 2);  // to learn from; on their own volume both labels are complete
}

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
    options.tuning = false;
    CHECK(t.predict(options).tuned.labels.empty());
    options.tuning = true;
    options.changes.alpha = 0.7;
    CHECK(t.predict(options).tuned.labels.empty());
}
