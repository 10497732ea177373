#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/client.h"
#include "core/labels/components.h"
#include "core/project/records.h"
#include "core/workflow/blob_shelf.h"

namespace protolabel::workflow {

/// One support slice, ready for the engine.
struct Example {
    SupportId id;  ///< none outside a project
    VolumeId volume;
    double position = 0;  ///< relativePosition of its slice
    engine::SupportSlice slice;
};

/// Makes an Example of a drawn mask (native slice grid). `image` is the hash of the prepared volume.
Example makeExample(const project::VolumeRecord& volume, const std::string& image, int slice, int label,
                    const labels::Mask& mask, double weight = 1);

/// What is asked of one volume: which labels on which slices, answered in this order.
using SliceLabels = std::vector<std::pair<int, std::vector<int>>>;

/// Predicted masks of one label on one volume, native slice grid. Slices on which nothing was predicted are absent from `masks`.
struct PredictedLabel {
    struct Slice {
        double confidence = 0;
        double distance = 0;
        std::vector<SupportId> supports;
    };
    labels::MaskStack masks;
    std::map<int, labels::ProbabilitySlice> scores;  ///< network grid; every slice that was asked for
    std::map<int, Slice> slices;                     ///< likewise
};

/// One label on one slice, as it arrives.
struct Answer {
    int slice = 0;
    int label = 0;
    const labels::Mask& mask;  ///< native slice grid
    const PredictedLabel::Slice& info;
};

struct SegmenterOptions {
    std::string model;                                  ///< hash on the shelf
    std::optional<engine::MethodOptions> method;        ///< empty: as trained
    std::map<int, engine::MethodOptions> labelMethods;  ///< of labels that have their own
    std::string device = "auto";
    int shots = 1;               ///< supports per query slice: the nearest in relative position
    bool byOthers = false;       ///< leave one out: an example is no support of its own slice
    std::set<int> ownOnly = {};  ///< labels that only the volume's own supports are used for, where it has any
};

/// Which slices are to be segmented with which of the examples, by the model and settings of `options`. `exampleOfSupport` receives, per support of
/// the request, the index of its example.
engine::PredictRequest segmenterRequest(const std::vector<Example>& examples, const project::VolumeRecord& volume,
                                        const std::string& image, const SliceLabels& wanted,
                                        const SegmenterOptions& options, std::vector<int>& exampleOfSupport);

/// Segments volumes by examples, one volume (one request) at a time. Not thread-safe; everything it refers to must outlive it.
class Segmenter {
public:
    Segmenter(engine::Engine& engine, engine::BlobSource blobs, std::vector<Example> examples, SegmenterOptions options)
        : engine_(engine), blobs_(std::move(blobs)), examples_(std::move(examples)), options_(std::move(options)) {}
    Segmenter(engine::Engine& engine, BlobShelf& shelf, std::vector<Example> examples, SegmenterOptions options)
        : Segmenter(engine, shelf.source(), std::move(examples), std::move(options)) {}

    /// `image` is the hash of the prepared volume; `answered` is called for every label on every slice as it arrives. Labels without an example
    /// are not answered.
    std::map<int, PredictedLabel> segment(const project::VolumeRecord& volume, const std::string& image,
                                          const SliceLabels& wanted, JobControl& control,
                                          const std::function<void(const Answer&)>& answered);

    /// By example (of those given, by index): its distance (see PredictedLabel::Slice) to every slice of a volume when it is the only support. No
    /// progress is told.
    std::map<int, std::vector<double>> distances(const std::vector<int>& examples, const project::VolumeRecord& volume,
                                                 const std::string& image, JobControl& control);

    /// Other positions or other examples from now on.
    void setExamples(std::vector<Example> examples) { examples_ = std::move(examples); }
    const engine::PredictResult& totals() const { return totals_; }  ///< over all volumes so far

private:
    void count(const engine::PredictResult& result);

    engine::Engine& engine_;
    engine::BlobSource blobs_;
    std::vector<Example> examples_;
    SegmenterOptions options_;
    engine::PredictResult totals_;
};

}  // namespace protolabel::workflow
