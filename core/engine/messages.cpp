#include "core/engine/messages.h"

#include <algorithm>

#include "core/engine/json_fields.h"

namespace protolabel::engine {

void fromString(const std::string& text, Background& background) {
    background = backgroundFrom(text);
}

template <class A>
void fields(A& a, Is<DeviceInfo> auto& m) {
    a("id", m.id);
    a("name", m.name);
    a("freeBytes", m.freeBytes);
    a("totalBytes", m.totalBytes);
}

template <class A>
void fields(A& a, Is<Hello> auto& m) {
    a("protocol", m.protocol);
    a("build", m.build);
    a("libtorch", m.libtorch);
    a("devices", m.devices);
    a("precisions", m.precisions);
    a("threads", m.threads);
}

template <class A>
void fields(A& a, Is<MethodOptions> auto& m) {
    a("alpha", m.alpha);
    a("regions", m.regions);
    a("background", m.background);
    a("queryPrototype", m.queryPrototype);
    a("threshold", m.threshold);
    a("refinementSteps", m.refinementSteps);
    a("fineWeight", m.fineWeight);
}

template <class A>
void fields(A& a, Is<ModelSpec> auto& m) {
    a("method", m.method);
    a("encoder", m.encoder);
    a("stride", m.stride);
    a("options", m.options);
}

template <class A>
void fields(A& a, Is<SupportSlice> auto& m) {
    a("image", m.image);
    a("slice", m.slice);
    a("label", m.label);
    a("mask", m.mask);
    a("weight", m.weight);
}

template <class A>
void fields(A& a, Is<QueryLabel> auto& m) {
    a("label", m.label);
    a("supports", m.supports);
}

template <class A>
void fields(A& a, Is<QuerySlice> auto& m) {
    a("image", m.image);
    a("slice", m.slice);
    a("labels", m.labels);
}

template <class A>
void fields(A& a, Is<TrainVolume> auto& m) {
    a("name", m.name);
    a("image", m.image);
    a("supervoxels", m.supervoxels);
    a("excludedSlices", m.excludedSlices);
    a("labels", m.labels);
}

template <class A>
void fields(A& a, Is<TrainPreview> auto& m) {
    a("every", m.every);
    a("supports", m.supports);
    a("queries", m.queries);
}

template <class A>
void fields(A& a, Is<TrainRequest> auto& m) {
    a("spec", m.spec);
    a("volumes", m.volumes);
    a("iterations", m.iterations);
    a("seconds", m.seconds);
    a("seed", m.seed);
    a("device", m.device);
    a("initial", m.initial);
    a("checkpoint", m.checkpoint);
    a("checkpointSeconds", m.checkpointSeconds);
    a("provenance", m.provenance);
    a("labelShare", m.labelShare);
    a("preview", m.preview);
}

template <class A>
void fields(A& a, Is<TrainResult> auto& m) {
    a("model", m.model);
    a("iterations", m.iterations);
    a("loss", m.loss);
    a("secondsPerIteration", m.secondsPerIteration);
    a("device", m.device);
}

template <class A>
void fields(A& a, Is<PretrainRequest> auto& m) {
    a("encoder", m.encoder);
    a("stride", m.stride);
    a("iterations", m.iterations);
    a("seed", m.seed);
    a("device", m.device);
    a("checkpoint", m.checkpoint);
    a("checkpointSeconds", m.checkpointSeconds);
    a("provenance", m.provenance);
}

template <class A>
void fields(A& a, Is<PredictRequest> auto& m) {
    a("model", m.model);
    a("options", m.options);
    a("labelOptions", m.labelOptions);
    a("device", m.device);
    a("supports", m.supports);
    a("queries", m.queries);
    a("maps", m.maps);
}

template <class A>
void fields(A& a, Is<SlicePrediction> auto& m) {
    a("query", m.query);
    a("label", m.label);
    a("probability", m.probability);
    a("confidence", m.confidence);
    a("distance", m.distance);
}

template <class A>
void fields(A& a, Is<SliceMaps> auto& m) {
    a("query", m.query);
    a("label", m.label);
    a("coarse", m.coarse);
    a("refined", m.refined);
    a("similarity", m.similarity);
    a("selected", m.selected);
    a("support", m.support);
    a("regions", m.regions);
}

template <class A>
void fields(A& a, Is<PredictResult> auto& m) {
    a("device", m.device);
    a("encodedSlices", m.encodedSlices);
    a("cachedSlices", m.cachedSlices);
    a("encodeSeconds", m.encodeSeconds);
    a("predictSeconds", m.predictSeconds);
}

template <class A>
void fields(A& a, Is<KnownSlice> auto& m) {
    a("image", m.image);
    a("slice", m.slice);
    a("label", m.label);
    a("mask", m.mask);
    a("supports", m.supports);
}

template <class A>
void fields(A& a, Is<TuneRequest> auto& m) {
    a("model", m.model);
    a("options", m.options);
    a("device", m.device);
    a("supports", m.supports);
    a("slices", m.slices);
}

template <class A>
void fields(A& a, Is<TunedLabel> auto& m) {
    a("label", m.label);
    a("options", m.options);
    a("changed", m.changed);
    a("before", m.before);
    a("after", m.after);
    a("slices", m.slices);
}

template <class A>
void fields(A& a, Is<TuneResult> auto& m) {
    a("labels", m.labels);
    a("threshold", m.threshold);
    a("seconds", m.seconds);
}

template <class A>
void fields(A& a, Is<SupervoxelRequest> auto& m) {
    a("image", m.image);
    a("minimumSize", m.minimumSize);
}

template <class A>
void fields(A& a, Is<SupervoxelResult> auto& m) {
    a("supervoxels", m.supervoxels);
    a("count", m.count);
}

template <class A>
void fields(A& a, Is<EvaluateVolume> auto& m) {
    a("name", m.name);
    a("image", m.image);
    a("labels", m.labels);
    a("supervoxels", m.supervoxels);
}

template <class A>
void fields(A& a, Is<EvaluateRequest> auto& m) {
    a("volumes", m.volumes);
    a("classes", m.classes);
    a("testVolumes", m.testVolumes);
    a("supportIndex", m.supportIndex);
    a("parts", m.parts);
    a("setting", m.setting);
    a("excludedClasses", m.excludedClasses);
    a("train", m.train);
    a("model", m.model);
    a("snapshots", m.snapshots);
    a("variants", m.variants);
}

template <class A>
void fields(A& a, Is<VolumeScore> auto& m) {
    a("dice", m.dice);
    a("jaccard", m.jaccard);
    a("hd95", m.hd95);
    a("averageDistance", m.averageDistance);
    a("trueVolume", m.trueVolume);
    a("predictedVolume", m.predictedVolume);
}

template <class A>
void fields(A& a, Is<Scores> auto& m) {
    a("byLabel", m.byLabel);
}

template <class A>
void fields(A& a, Is<EvaluateEntry> auto& m) {
    a("iteration", m.iteration);
    a("options", m.options);
    a("papers", m.papers);
    a("whole", m.whole);
}

template <class A>
void fields(A& a, Is<EvaluateResult> auto& m) {
    a("model", m.model);
    a("loss", m.loss);
    a("secondsPerIteration", m.secondsPerIteration);
    a("entries", m.entries);
}

template <class A>
void fields(A& a, Is<InspectRequest> auto& m) {
    a("model", m.model);
}

template <class A>
void fields(A& a, Is<InspectResult> auto& m) {
    a("spec", m.spec);
    a("iterations", m.iterations);
    a("loss", m.loss);
    a("losses", m.losses);
    a("provenance", m.provenance);
    a("parameters", m.parameters);
    a("multiplyAdds", m.multiplyAdds);
}

template <class A>
void fields(A& a, Is<ImportRequest> auto& m) {
    a("file", m.file);
    a("name", m.name);
    a("method", m.method);
}

template <class A>
void fields(A& a, Is<ImportResult> auto& m) {
    a("model", m.model);
    a("notes", m.notes);
}

template <class A>
void fields(A& a, Is<BenchRequest> auto& m) {
    a("quick", m.quick);
    a("device", m.device);
}

template <class A>
void fields(A& a, Is<BenchEntry> auto& m) {
    a("name", m.name);
    a("value", m.value);
    a("unit", m.unit);
    a("baseline", m.baseline);
    a("ratio", m.ratio);
    a("target", m.target);
}

template <class A>
void fields(A& a, Is<BenchResult> auto& m) {
    a("machine", m.machine);
    a("results", m.results);
}

template <class A>
void fields(A& a, Is<StatusRequest> auto& m) {
    a("clearCache", m.clearCache);
}

template <class A>
void fields(A& a, Is<CacheSize> auto& m) {
    a("memoryBytes", m.memoryBytes);
    a("memoryBound", m.memoryBound);
    a("diskBytes", m.diskBytes);
    a("diskBound", m.diskBound);
}

template <class A>
void fields(A& a, Is<StatusResult> auto& m) {
    a("devices", m.devices);
    a("device", m.device);
    a("precision", m.precision);
    a("features", m.features);
    a("blobs", m.blobs);
    a("running", m.running);
    a("waiting", m.waiting);
}

#define PROTOLABEL_MESSAGE(Type)                               \
    nlohmann::json toJson(const Type& message) {               \
        return write(message);                                 \
    }                                                          \
    void fromJson(const nlohmann::json& json, Type& message) { \
        read(json, message, {});                               \
    }
PROTOLABEL_MESSAGE(Hello)
PROTOLABEL_MESSAGE(MethodOptions)
PROTOLABEL_MESSAGE(ModelSpec)
PROTOLABEL_MESSAGE(TrainRequest)
PROTOLABEL_MESSAGE(TrainResult)
PROTOLABEL_MESSAGE(PretrainRequest)
PROTOLABEL_MESSAGE(PredictRequest)
PROTOLABEL_MESSAGE(SlicePrediction)
PROTOLABEL_MESSAGE(SliceMaps)
PROTOLABEL_MESSAGE(PredictResult)
PROTOLABEL_MESSAGE(TuneRequest)
PROTOLABEL_MESSAGE(TuneResult)
PROTOLABEL_MESSAGE(SupervoxelRequest)
PROTOLABEL_MESSAGE(SupervoxelResult)
PROTOLABEL_MESSAGE(EvaluateRequest)
PROTOLABEL_MESSAGE(EvaluateResult)
PROTOLABEL_MESSAGE(InspectRequest)
PROTOLABEL_MESSAGE(InspectResult)
PROTOLABEL_MESSAGE(ImportRequest)
PROTOLABEL_MESSAGE(ImportResult)
PROTOLABEL_MESSAGE(BenchRequest)
PROTOLABEL_MESSAGE(BenchResult)
PROTOLABEL_MESSAGE(StatusRequest)
PROTOLABEL_MESSAGE(StatusResult)
#undef PROTOLABEL_MESSAGE

namespace {

/// Hashes in the order of first mention; an empty one stands for "none".
class HashList {
public:
    void add(const std::string& hash) {
        if (!hash.empty() && std::find(hashes_.begin(), hashes_.end(), hash) == hashes_.end()) hashes_.push_back(hash);
    }
    std::vector<std::string> take() { return std::move(hashes_); }

private:
    std::vector<std::string> hashes_;
};

}  // namespace

std::vector<std::string> blobsOf(const TrainRequest& request) {
    HashList list;
    list.add(request.initial);
    list.add(request.checkpoint);
    for (const auto& volume : request.volumes) {
        list.add(volume.image);
        list.add(volume.supervoxels);
        list.add(volume.labels);
    }
    if (request.preview) {
        for (const auto& support : request.preview->supports) list.add(support.image);
        for (const auto& query : request.preview->queries) list.add(query.image);
    }
    return list.take();
}

std::vector<std::string> blobsOf(const PretrainRequest& request) {
    HashList list;
    list.add(request.checkpoint);
    return list.take();
}

std::vector<std::string> blobsOf(const PredictRequest& request) {
    HashList list;
    list.add(request.model);
    for (const auto& support : request.supports) list.add(support.image);
    for (const auto& query : request.queries) list.add(query.image);
    return list.take();
}

std::vector<std::string> blobsOf(const TuneRequest& request) {
    HashList list;
    list.add(request.model);
    for (const auto& support : request.supports) list.add(support.image);
    for (const auto& known : request.slices) list.add(known.image);
    return list.take();
}

std::vector<std::string> blobsOf(const SupervoxelRequest& request) {
    HashList list;
    list.add(request.image);
    return list.take();
}

std::vector<std::string> blobsOf(const EvaluateRequest& request) {
    HashList list;
    list.add(request.model);
    list.add(request.train.initial);
    list.add(request.train.checkpoint);
    for (const auto& volume : request.volumes) {
        list.add(volume.image);
        list.add(volume.labels);
        list.add(volume.supervoxels);
    }
    return list.take();
}

std::vector<std::string> blobsOf(const InspectRequest& request) {
    HashList list;
    list.add(request.model);
    return list.take();
}

std::vector<std::string> blobsOf(const ImportRequest& request) {
    HashList list;
    list.add(request.file);
    return list.take();
}

std::vector<std::string> blobsOf(const BenchRequest&) {
    return {};
}

std::vector<std::string> blobsOf(const StatusRequest&) {
    return {};
}

std::string toString(Background background) {
    switch (background) {
        case Background::Prototype: return "prototype";
        case Background::Cells: return "cells";
        default: return "threshold";
    }
}

Background backgroundFrom(const std::string& text) {
    for (const auto background : kBackgrounds)
        if (toString(background) == text) return background;
    throw Error("engine.message", "\"{0}\" is no way to score the background; use prototype, threshold or cells",
                {text});
}

}  // namespace protolabel::engine
