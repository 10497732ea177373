#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/workflow/experience.h"
#include "core/workflow/foreign_supports.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/prediction.h"
#include "core/workflow/prediction_steps.h"
#include "core/workflow/self_check.h"
#include "core/workflow/slice_maps.h"

namespace protolabel::workflow {

struct LiveSettings {
    bool operator==(const LiveSettings&) const = default;

    std::string model;      ///< as PredictOptions::model
    MethodChanges changes;  ///< of every label; none: what tuning chose for each
    std::string device = "auto";
    int shots = 1;                      ///< supports per query slice
    bool largest = false;               ///< as PredictOptions::largest; applied when a volume is finished
    refine::RefineOptions refine = {};  ///< as PredictOptions::refine; likewise
    bool finished = true;               ///< as PredictOptions::finished; likewise, once learn() has learned it
};

/// What was predicted on one volume and is not stored yet.
struct LivePass {
    project::VolumeRecord volume;
    std::vector<NewProposals> proposals;  ///< per label
    engine::InspectResult model;
};

/// One label on one slice, as it arrives.
struct LiveSlice {
    VolumeId volume;
    int slice = 0;
    LabelId label;
    labels::Mask mask;  ///< native slice grid
    double confidence = 0;
    double distance = 0;
};

/// Predicts again and again while the supports change, as fast as the worker's cached features allow: the model, the prepared volumes and the supports
/// that did not change are kept ready. Several threads may call it; the project must outlive it.
class LivePredictor {
public:
    explicit LivePredictor(project::ProjectStore& store) : store_(store) {}

    /// Predicts the labels that have supports (empty: all of these) on those of `slices` where they are not annotated yet, in this order; the first is
    /// asked for alone, so that it is there as soon as can be. When all are there, those that refining changes come once more. Nothing is stored. A volume without anything to learn from gives an empty pass.
    /// Throws what workflow::predict throws.
    LivePass predict(engine::Engine& engine, const project::VolumeRecord& volume, const std::vector<int>& slices,
                     const std::vector<LabelId>& labels, const LiveSettings& settings, JobControl& control,
                     const std::function<void(const LiveSlice&)>& each);

    /// Learns from the project's finished volumes what is new for proposals on `volume`. Takes seconds to a minute after a volume was finished, about one per label for another volume, else
    /// nothing; until it is done, predictions use what was learned before. Returns whether they would be others now.
    bool learn(engine::Engine& engine, const project::VolumeRecord& volume, const LiveSettings& settings,
               JobControl& control);
    /// Labels whose proposals on the volume are weighed with what finished volumes taught, and how many taught it.
    std::map<LabelId, int> taught(VolumeId volume) const;

    /// The slice of the volume that is worth drawing next, of what would be proposed now (refine::suggestSlice); as suggestByDrawn where there is nothing
    /// to learn the label from. None when all slices are drawn. Takes as long as proposing the label on the volume. Throws what predict() throws.
    std::optional<int> suggest(engine::Engine& engine, const project::VolumeRecord& volume, const labels::Label& label,
                               const LiveSettings& settings, JobControl& control);

    /// How the label's proposal on a slice comes about. Throws Error "maps.no_support", and what predict() throws.
    SliceMaps maps(engine::Engine& engine, const project::VolumeRecord& volume, int slice, LabelId label,
                   const LiveSettings& settings, JobControl& control);

    /// How alike the two supports that are nearest to a slice segment it, each on its own: the Dice of their masks, 0..1. Nothing where the label has
    /// only one support. Throws what predict() throws.
    std::optional<double> agreement(engine::Engine& engine, const project::VolumeRecord& volume, int slice,
                                    LabelId label, const LiveSettings& settings, JobControl& control);

    /// Stores passes as one edit; those of the same EditInfo::merge that follow each other are one undo entry.
    void store(const std::vector<LivePass>& passes, const project::EditInfo& info);

    /// Finds the options that suit each label with enough known slices whose supports changed since they were found last. Takes seconds;
    /// until it is done, predictions use the options found before. Returns whether any options are other ones now.
    bool tune(engine::Engine& engine, const LiveSettings& settings, JobControl& control);
    /// What was found so far, by label.
    std::map<LabelId, engine::TunedLabel> tuned() const;

    /// Leave-one-out of the labels with two supports or more that changed since: each support is segmented from the others. Takes about as long as
    /// as many slices. Returns whether anything is different now.
    bool check(engine::Engine& engine, const LiveSettings& settings, JobControl& control);
    /// What it said, by label.
    std::map<LabelId, CheckedLabel> checked() const;

private:
    struct Ready {
        engine::InspectResult model;
        std::vector<labels::Label> labels;  ///< with an example
        std::vector<Example> examples;
        SegmenterOptions options;
        std::vector<engine::TunedLabel> tuned;
    };
    struct KeptExample {
        labels::Mask mask;
        Example example;
    };
    struct Tuned {
        std::string supports;  ///< what it was found with
        engine::TunedLabel label;
    };
    struct Checked {
        std::string supports;  ///< what it rests on
        CheckedLabel label;
    };
    struct Placed {
        std::string supports;  ///< what it rests on
        ForeignSupports foreign;
    };
    ForeignSupports placed(Segmenter& segmenter, const Ready& ready, const project::VolumeRecord& volume,
                           const std::string& image, JobControl& control);
    Ready prepare(engine::Engine& engine, const std::vector<LabelId>& labels, const LiveSettings& settings,
                  JobControl& control);
    std::string modelOf(engine::Engine& engine, const std::string& name, JobControl& control,
                        engine::InspectResult& inspected);
    std::string imageOf(const project::VolumeRecord& volume);
    SliceStack<Half> preparedOf(const std::string& image);
    std::shared_ptr<const std::optional<SliceStack<Half>>> fineOf(const project::VolumeRecord& volume);
    Example exampleOf(const DrawnSupport& drawn);
    engine::BlobSource blobs();

    project::ProjectStore& store_;
    Experience experience_{store_};
    mutable std::recursive_mutex mutex_;  ///< of what follows
    BlobShelf shelf_;
    std::map<std::string, engine::InspectResult> models_;
    PreparedImages images_{shelf_};
    std::map<SupportId, KeptExample> examples_;
    std::map<VolumeId, Placed> placed_;
    std::string fineKey_;  ///< what `fine_` is made of
    std::shared_ptr<const std::optional<SliceStack<Half>>> fine_;
    mutable std::mutex found_;  ///< of what follows, held for a moment only: windows ask for it
    std::map<int, Tuned> tuned_;
    std::map<int, Checked> checked_;
};

/// The slice worth drawing next by what is drawn alone, for interpolation (refine::suggestForInterpolation): without a worker.
std::optional<int> suggestByDrawn(const project::ProjectStore& store, const project::VolumeRecord& volume,
                                  const labels::Label& label);

/// All slices of a volume, beginning with `first` and going outwards.
std::vector<int> outwards(int first, int slices);

}  // namespace protolabel::workflow
