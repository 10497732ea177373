#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <set>

#include "core/project/project_store.h"
#include "core/refine/blend.h"
#include "core/workflow/known_volume.h"

/// What the finished volumes of a project teach for the others.
namespace protolabel::workflow {

/// Finished volumes of a label that it takes to learn from them: with fewer, the weights that come with the program are as good.
inline constexpr int kFewestFinished = 3;

/// What finished volumes say of one label on another volume.
struct Lesson {
    int volumes = 0;                            ///< finished ones
    std::vector<refine::FinishedShape> shapes;  ///< of these
    refine::ScoreStack foreign;                 ///< the network's, by slices of these
    refine::Blend blend;                        ///< learned on these
};
using Lessons = std::map<int, Lesson>;  ///< by label

/// Volumes on which the label is completely annotated (isComplete), which show it and whose file is present; of many ten spread evenly.
std::vector<project::VolumeRecord> finishedVolumes(const project::ProjectStore& store, LabelId label);
/// What there is to learn one label from.
struct FinishedLabel {
    LabelId label;
    std::vector<project::VolumeRecord> volumes;  ///< finished ones, none where they are fewer than kFewestFinished
    /// What learning depends on: model, options, and the label on these volumes; empty before withKeys.
    std::string key;
};
std::vector<FinishedLabel> finishedLabels(const project::ProjectStore& store, const std::vector<labels::Label>& labels);
/// With keys, as Experience::learn needs them: reads all that is drawn of the labels on their volumes.
std::vector<FinishedLabel> withKeys(const project::ProjectStore& store, std::vector<FinishedLabel> finished,
                                    const SegmenterOptions& options);
/// Those with enough volumes, by id.
std::set<int> taughtLabels(const std::vector<FinishedLabel>& finished);

/// Learns from finished volumes and keeps what it learned, by the content of their labels: in memory and, of blends, in one file per label beside the
/// models. Learning takes seconds; meanwhile lessons() are those from before. Several threads may call it; the project must outlive it.
class Experience {
public:
    explicit Experience(project::ProjectStore& store) : store_(store) {}

    struct Means {
        engine::Engine& engine;
        engine::BlobSource blobs;
        std::function<std::string(const project::VolumeRecord&)> imageOf;  ///< hash of the prepared volume
        SegmenterOptions options;
    };
    /// Learns on `volume` what is not learned yet of `finished`, which have keys. Labels with too few finished volumes, and those that are
    /// complete on `volume`, have no lesson. Returns whether lessons(volume) are other ones now. Throws those of reading and of the engine.
    bool learn(const project::VolumeRecord& volume, const std::vector<FinishedLabel>& finished, const Means& means,
               JobControl& control);
    Lessons lessons(VolumeId volume) const;
    /// Their labels, and how many volumes taught them.
    std::map<int, int> taught(VolumeId volume) const;
    /// The labels that have one on any volume.
    std::set<int> taught() const;

private:
    struct Taught {
        std::string key;  ///< what it was learned from
        std::vector<KnownVolume> volumes;
        refine::Blend blend;
    };
    struct Foreign {
        std::string key;
        std::map<int, Bytes> scores;  ///< as runs, by slice
        std::uint64_t used = 0;
    };
    /// The scores that go with what was taught last; null without.
    Foreign* foreignOf(int label, VolumeId volume, const Taught& taught) const;
    std::shared_ptr<const Taught> teach(const FinishedLabel& finished, const Means& means, JobControl& control);

    project::ProjectStore& store_;
    /// What was done of learning when it was cancelled, so that whoever draws on does not make it begin again and again.
    struct Begun {
        std::string key;
        ScoreMemory scores;
        std::map<VolumeId, std::vector<refine::BlendSample>> samples;
    };
    std::mutex learning_;  ///< of what follows: one thread learns
    std::map<int, Begun> begun_;
    mutable std::mutex mutex_;  ///< of what follows
    std::map<int, std::shared_ptr<const Taught>> taught_;
    mutable std::map<std::pair<int, VolumeId>, Foreign> foreign_;
    mutable std::uint64_t uses_ = 0;
};

}  // namespace protolabel::workflow
