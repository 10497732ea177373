#include "core/workflow/experience.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/sha256.h"
#include "core/base/spread.h"
#include "core/imaging/preparation.h"
#include "core/labels/run_length.h"
#include "core/workflow/blend_learning.h"
#include "core/workflow/files.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/prediction_steps.h"
#include "core/workflow/stage.h"
#include "core/workflow/volume_marks.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

using project::VolumeRecord;

namespace {

constexpr std::size_t kMostFinished = 10;
constexpr std::size_t kMostForeign = 64;  // volumes x labels of which scores stay in memory

/// What learning depends on: the model, its options, and the label on the finished volumes.
std::string keyFor(const project::ProjectStore& store, const std::vector<VolumeRecord>& finished, LabelId label,
                   const SegmenterOptions& options) {
    std::string text = "1|" + options.model + "|" + std::to_string(label.value);
    if (options.method) text += engine::toJson(*options.method).dump();
    for (const auto& volume : finished) {
        text += "\n" + preparedKey(volume);
        for (const int slice : store.slicesShowing(volume.id, label)) {
            const auto annotation = store.annotationRuns(volume.id, slice);
            if (!annotation) continue;
            text += "|" + std::to_string(slice);
            std::uint32_t begin = 0;
            for (const auto& run : annotation->runs) {
                if (run.value == label.value) text += ":" + std::to_string(begin) + "-" + std::to_string(run.end);
                begin = run.end;
            }
        }
    }
    return sha256Hex(Bytes(text.begin(), text.end()));
}

KnownVolume unknownVolume(const VolumeRecord& record, const std::string& image) {
    const auto layout = layoutOf(record);
    return {record, image, layout.slices, imaging::kNetworkSize, layout.sliceSpacing, {}};
}

KnownVolume knownVolume(const project::ProjectStore& store, const VolumeRecord& record, const std::string& image,
                        LabelId label) {
    const imaging::NetworkGrid grid(record.geometry, record.sliceAxis);
    auto known = unknownVolume(record, image);
    for (const int slice : store.slicesShowing(record.id, label))
        known.truth[static_cast<int>(label.value)][slice] =
            grid.toNetwork(annotatedMask(store, record.id, slice, label));
    return known;
}

std::filesystem::path fileOf(const project::ProjectStore& store, LabelId label) {
    return store.modelFolder() / "blends" / ("label-" + std::to_string(label.value) + ".json");
}

/// What an earlier session learned from the same; nothing where that cannot be read.
std::optional<refine::Blend> kept(const std::filesystem::path& file, const std::string& key) {
    std::error_code none;
    if (!std::filesystem::is_regular_file(file, none)) return std::nullopt;
    const auto bytes = readFile(file);
    const auto json = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!json.is_object() || json.value("key", nlohmann::json()) != key || !json.contains("weights"))
        return std::nullopt;
    std::array<float, refine::Blend::kWeights> weights{};
    const auto& list = json["weights"];
    if (!list.is_array() || list.size() != weights.size()) return std::nullopt;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!list[i].is_number()) return std::nullopt;
        weights[i] = list[i].get<float>();
    }
    return refine::Blend(weights);
}

/// Where that is impossible (a full disk, a read-only folder) it is learned again another time.
void keep(const std::filesystem::path& file, const std::string& key, std::size_t volumes, const refine::Blend& blend) {
    const auto text = nlohmann::json{{"key", key}, {"volumes", volumes}, {"weights", blend.weights()}}.dump();
    try {
        makeFolder(file.parent_path());
        writeFile(file, Bytes(text.begin(), text.end()));
    } catch (const Error&) {
    }
}

}  // namespace

std::vector<VolumeRecord> finishedVolumes(const project::ProjectStore& store, LabelId label) {
    const auto marks = volumeMarks(store);
    std::vector<VolumeRecord> finished;
    for (auto& volume : store.volumes())
        if (isComplete(store, marks, volume.id, label) && !store.slicesShowing(volume.id, label).empty() &&
            isPresent(volume))
            finished.push_back(std::move(volume));
    return spread(finished, kMostFinished);
}

std::vector<FinishedLabel> finishedLabels(const project::ProjectStore& store,
                                          const std::vector<labels::Label>& labels) {
    std::vector<FinishedLabel> finished;
    for (const auto& label : labels) {
        auto& one = finished.emplace_back(FinishedLabel{label.id, finishedVolumes(store, label.id), {}});
        if (one.volumes.size() < kFewestFinished) one.volumes.clear();
    }
    return finished;
}

std::vector<FinishedLabel> withKeys(const project::ProjectStore& store, std::vector<FinishedLabel> finished,
                                    const SegmenterOptions& options) {
    for (auto& one : finished)
        if (!one.volumes.empty()) one.key = keyFor(store, one.volumes, one.label, options);
    return finished;
}

std::set<int> taughtLabels(const std::vector<FinishedLabel>& finished) {
    std::set<int> taught;
    for (const auto& one : finished)
        if (!one.volumes.empty()) taught.insert(static_cast<int>(one.label.value));
    return taught;
}

std::shared_ptr<const Experience::Taught> Experience::teach(const FinishedLabel& finished, const Means& means,
                                                            JobControl& control) {
    const auto& key = finished.key;
    std::vector<KnownVolume> known;
    for (const auto& record : finished.volumes) {
        control.check();
        known.push_back(knownVolume(store_, record, means.imageOf(record), finished.label));
    }
    const auto file = fileOf(store_, finished.label);
    auto blend = kept(file, key);
    if (!blend) {
        KnownVolumes volumes;
        for (const auto& volume : known) volumes.push_back(&volume);
        const int id = static_cast<int>(finished.label.value);
        auto& begun = begun_[id];
        if (begun.key != key) begun = {key, {}, {}};
        NetworkScores scores(means.engine, means.blobs, means.options, begun.scores);
        const auto learned = spread(volumes, kMostLearned);
        Stage stage(control, "finished volumes", static_cast<std::int64_t>(learned.size()));
        std::vector<refine::BlendSample> all;
        for (const auto* volume : learned) {
            auto sampled = begun.samples.find(volume->record.id);
            if (sampled == begun.samples.end()) {
                auto samples = samplesOf(scores, means.blobs, *volume, without(volumes, volume), id, control);
                sampled = begun.samples.emplace(volume->record.id, std::move(samples)).first;
            }
            all.insert(all.end(), sampled->second.begin(), sampled->second.end());
            stage.step();
        }
        blend = blendOf(all);
        begun_.erase(id);
        keep(file, key, known.size(), *blend);
    }
    return std::make_shared<const Taught>(Taught{key, std::move(known), *blend});
}

bool Experience::learn(const VolumeRecord& volume, const std::vector<FinishedLabel>& finished, const Means& means,
                       JobControl& control) {
    const std::lock_guard learning(learning_);
    const auto marks = volumeMarks(store_);
    bool other = false;
    for (const auto& one : finished) {
        control.check();
        const int id = static_cast<int>(one.label.value);
        if (isComplete(store_, marks, volume.id, one.label)) continue;
        if (one.volumes.empty()) {
            const std::lock_guard lock(mutex_);
            other |= taught_.erase(id) > 0;
            continue;
        }
        const auto foreignKey = one.key + preparedKey(volume);
        std::shared_ptr<const Taught> taught;
        {
            const std::lock_guard lock(mutex_);
            if (const auto known = taught_.find(id); known != taught_.end() && known->second->key == one.key) {
                taught = known->second;
                const auto foreign = foreign_.find({id, volume.id});
                if (foreign != foreign_.end() && foreign->second.key == foreignKey) continue;
            }
        }
        if (!taught) taught = teach(one, means, control);
        const auto query = unknownVolume(volume, means.imageOf(volume));
        KnownVolumes others;
        for (const auto& known : taught->volumes) others.push_back(&known);
        ScoreMemory memory;
        NetworkScores scores(means.engine, means.blobs, means.options, memory);
        Foreign foreign{foreignKey, {}, 0};
        for (const auto& [slice, score] : scores.byOthers(query, id, query.allSlices(), others, control))
            foreign.scores[slice] = labels::encodeRuns(score);

        const std::lock_guard lock(mutex_);
        other = true;
        taught_[id] = std::move(taught);
        foreign.used = ++uses_;
        foreign_[{id, volume.id}] = std::move(foreign);
        if (foreign_.size() > kMostForeign)
            foreign_.erase(std::min_element(foreign_.begin(), foreign_.end(), [](const auto& a, const auto& b) {
                return a.second.used < b.second.used;
            }));
    }
    return other;
}

Experience::Foreign* Experience::foreignOf(int label, VolumeId volume, const Taught& taught) const {
    const auto found = foreign_.find({label, volume});
    return found != foreign_.end() && found->second.key.compare(0, taught.key.size(), taught.key) == 0 ? &found->second
                                                                                                       : nullptr;
}

std::map<int, int> Experience::taught(VolumeId volume) const {
    const std::lock_guard lock(mutex_);
    std::map<int, int> all;
    for (const auto& [label, taught] : taught_)
        if (foreignOf(label, volume, *taught) != nullptr) all[label] = static_cast<int>(taught->volumes.size());
    return all;
}

std::set<int> Experience::taught() const {
    const std::lock_guard lock(mutex_);
    std::set<int> all;
    for (const auto& [label, taught] : taught_) all.insert(label);
    return all;
}

Lessons Experience::lessons(VolumeId volume) const {
    const std::lock_guard lock(mutex_);
    Lessons lessons;
    for (const auto& [label, taught] : taught_) {
        auto* foreign = foreignOf(label, volume, *taught);
        if (foreign == nullptr) continue;
        foreign->used = ++uses_;
        Lesson lesson{static_cast<int>(taught->volumes.size()), {}, {}, taught->blend};
        for (const auto& known : taught->volumes) lesson.shapes.push_back(known.shape(label));
        for (const auto& [slice, runs] : foreign->scores) labels::decodeRuns(runs, lesson.foreign[slice]);
        lessons.emplace(label, std::move(lesson));
    }
    return lessons;
}

}  // namespace protolabel::workflow
