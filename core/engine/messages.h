#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/bytes.h"

/// The vocabulary of the client and the worker. Every struct converts to and from JSON (hence CBOR) by toJson/fromJson; an
/// unknown key is ignored, a missing or mistyped one throws Error "engine.message".
///
/// Envelope, client to worker:
///   {"type":"request","id":N,"kind":"train"|"pretrain"|"predict"|"supervoxels"|"evaluate"|"inspect"|"tune"|"import"|"bench"|"status","interactive":bool,"body":{...}}
///   {"type":"blob","hash":H,"total":T,"offset":O,"bytes":<binary>}     in pieces of at most kBlobPiece
///   {"type":"cancel","id":N}
///   {"type":"shutdown"}                                               (or end of file)
/// Worker to client:
///   {"type":"hello", ...Hello}                                        once, first
///   {"type":"need","id":N,"hashes":[...]}                             blobs of request N that the worker lacks
///   {"type":"progress","id":N,"stage":S,"done":D,"total":T,"metrics":{...}}
///   {"type":"partial","id":N,"body":{...}}
///   {"type":"blob", ...}                                              before the partial or result that names its hash
///   {"type":"result","id":N,"body":{...}}
///   {"type":"failed","id":N,"code":C,"text":T,"args":[...]}
///   {"type":"cancelled","id":N}
namespace protolabel::engine {

inline constexpr int kProtocolVersion = 3;
inline constexpr std::size_t kBlobPiece = 8u << 20;

struct DeviceInfo {
    std::string id;    ///< "cpu", "cuda:0"
    std::string name;  ///< "Intel(R) Xeon(R)", "NVIDIA ..."
    std::int64_t freeBytes = 0;
    std::int64_t totalBytes = 0;
};

struct Hello {
    int protocol = kProtocolVersion;
    std::string build;     ///< version of protolabel
    std::string libtorch;  ///< e.g. "1.13.1"
    std::vector<DeviceInfo> devices;
    std::vector<std::string> precisions;  ///< "fp32", "bf16"
    int threads = 1;
};

/// How foreground is scored against background: two readings of the paper (methods.md, SQPFNet 2) and, for prediction, one of ours that
/// compares with the cells of the support slice too.
enum class Background { Prototype, Threshold, Cells };
inline constexpr Background kBackgrounds[] = {Background::Prototype, Background::Threshold, Background::Cells};

/// What is free at prediction time. No method reads all of it; one that is asked for an option it lacks refuses.
struct MethodOptions {
    double alpha =
        1;            ///< weight of the support prototype in the fusion (Eq. 8; the paper: 0.5); 1 = no query prototype
    int regions = 1;  ///< N_r of Eq. 1
    Background background = Background::Threshold;
    bool queryPrototype = true;          ///< Eq. 4-8; false: the coarse mask is the result
    std::optional<double> threshold;     ///< t of the threshold reading; empty: the learned one
    std::optional<int> refinementSteps;  ///< of Q-Net's prototypes at prediction; empty: 7
    std::optional<double> fineWeight;    ///< w64 / (w64 + w32) of Q-Net; empty: 0.9 (Setting 2: 0.6)
};

/// Encoder and method of a model to be trained.
struct ModelSpec {
    std::string method = "sqpfnet";    ///< sqpfnet, qnet, adnet, panet, alpnet
    std::string encoder = "resnet18";  ///< resnet18, 34, 50, 101
    int stride = 8;                    ///< 8 or 4
    MethodOptions options;             ///< used in training and as defaults of prediction
};

struct SupportSlice {
    std::string image;  ///< hash of SliceStack<Half>
    int slice = 0;
    int label = 0;
    Bytes mask;  ///< encodeRuns of a Mask on the network grid
    double weight = 1;
};

struct QueryLabel {
    int label = 0;
    std::vector<int> supports;  ///< indices into the supports of the request
};
struct QuerySlice {
    std::string image;
    int slice = 0;
    std::vector<QueryLabel> labels;
};

struct TrainVolume {
    std::string name;                 ///< for messages
    std::string image;                ///< hash of SliceStack<Half>
    std::string supervoxels;          ///< hash of SliceStack<int32>
    std::vector<int> excludedSlices;  ///< Setting 2
    /// Hash of SliceStack<int32>: label ids on the slices that people finished, 0 elsewhere; or empty. The labels are classes of
    /// episodes beside the supervoxels.
    std::string labels = {};
};

/// Slices that are segmented again while a model is trained, so that people see it learn.
struct TrainPreview {
    std::int64_t every = 50;  ///< iterations
    std::vector<SupportSlice> supports;
    std::vector<QuerySlice> queries;
};

struct TrainRequest {
    ModelSpec spec;
    std::vector<TrainVolume> volumes;
    std::int64_t iterations = 0;  ///< 0: as many as fit into `seconds`, measured at the start
    double seconds = 600;
    std::uint64_t seed = 0;
    std::string device = "auto";    ///< auto, cpu, cuda:N
    std::string initial;            ///< hash of a model file to start from, or empty
    std::string checkpoint;         ///< hash of a checkpoint to resume, or empty
    double checkpointSeconds = 60;  ///< a partial result with a checkpoint at least this often; 0 = never
    std::string provenance;         ///< JSON kept in the model file's metadata
    double labelShare = 0.5;        ///< of the episodes are cut from TrainVolume::labels, where there are any
    std::optional<TrainPreview> preview;
};
/// partial: {"checkpoint": hash, "iteration": N} and {"preview": [SlicePrediction...], "iteration": N}; progress: stage "plan" (total = iterations, metrics seconds_per_iteration), then "train" (metrics loss).
struct TrainResult {
    std::string model;  ///< hash of the model file (safetensors), sent as a blob before
    std::int64_t iterations = 0;
    double loss = 0;  ///< mean of the last 100 iterations
    double secondsPerIteration = 0;
    std::string device;
};

/// An encoder of general use, learned on synthetic images only.
struct PretrainRequest {
    std::string encoder = "resnet18";  ///< resnet18, 34, 50, 101
    int stride = 8;                    ///< 8 or 4
    std::int64_t iterations = 6000;
    std::uint64_t seed = 0;
    std::string device = "auto";
    std::string checkpoint;  ///< hash of a checkpoint to resume, or empty
    double checkpointSeconds = 60;
    std::string provenance;
};
/// Partial results, progress ("train") and result are those of a training.

struct PredictRequest {
    std::string model;                          ///< hash of a model file
    std::optional<MethodOptions> options;       ///< empty: as trained
    std::map<int, MethodOptions> labelOptions;  ///< of labels that have their own
    std::string device = "auto";
    std::vector<SupportSlice> supports;
    std::vector<QuerySlice> queries;  ///< answered in this order
    bool maps = false;                ///< also how each answer came about
};

/// One label on one query slice.
struct SlicePrediction {
    int query = 0;  ///< index into PredictRequest::queries
    int label = 0;
    Bytes probability;  ///< encodeRuns of a ProbabilitySlice on the network grid; labels do not overlap above 0.5
    /// Mean foreground probability over the predicted pixels; where nothing is predicted, 1 - the largest probability.
    double confidence = 0;
    /// 1 - cos(support prototype, mean query feature over the predicted pixels); where nothing is predicted, 1 - the largest cosine.
    double distance = 0;
};
/// How the answer for one label on one query slice came about: bytes 0..255 in run-length code, encodeRuns of ProbabilitySlice. Empty: the
/// method has no such map.
struct SliceMaps {
    int query = 0;
    int label = 0;
    Bytes coarse;      ///< probability before refinement or fusion, network grid
    Bytes refined;     ///< probability of this label alone, network grid
    Bytes similarity;  ///< cosine of features and prototype, -1..1 as 0..255, feature grid
    Bytes selected;    ///< 1 where the query's own prototype is pooled (Eq. 4 of SQPFNet), feature grid
    int support = 0;  ///< whose regions follow: the first of the answer's supports, index into PredictRequest::supports
    Bytes
        regions;  ///< 1..N_r, the region of each pixel of the support's mask (Eq. 1 of SQPFNet), 0 elsewhere, network grid
};
/// partial: {"predictions": [SlicePrediction...], "maps": [SliceMaps...]}, every query exactly once; maps only where they were asked for.
struct PredictResult {
    std::string device;
    std::int64_t encodedSlices = 0;  ///< run through the encoder
    std::int64_t cachedSlices = 0;   ///< whose features were cached
    double encodeSeconds = 0;
    double predictSeconds = 0;
};

/// A slice of which the mask of one label is known.
struct KnownSlice {
    std::string image;
    int slice = 0;
    int label = 0;
    Bytes mask;  ///< encodeRuns of a Mask on the network grid; may be empty
    std::vector<int>
        supports;  ///< what it is to be segmented with, itself left out: indices into TuneRequest::supports
};
/// Which options suit each label, found on slices whose masks are known.
struct TuneRequest {
    std::string model;
    std::optional<MethodOptions>
        options;  ///< to start from, and kept unless others are clearly better; empty: as trained
    std::string device = "auto";
    std::vector<SupportSlice> supports;
    std::vector<KnownSlice> slices;
};
struct TunedLabel {
    int label = 0;
    MethodOptions options;
    bool changed = false;  ///< from those it started from
    double before = 0;     ///< Dice in percent over the known slices as one volume, with the options it started from
    double after = 0;      ///< and with the chosen ones
    int slices = 0;
};
struct TuneResult {
    std::vector<TunedLabel> labels;
    double threshold = 0;  ///< t as learned; 0 of a method without one
    double seconds = 0;
};

struct SupervoxelRequest {
    std::string image;       ///< hash of SliceStack<float>
    int minimumSize = 5000;  ///< voxels
};
struct SupervoxelResult {
    std::string supervoxels;  ///< hash of SliceStack<int32>, sent as a blob before
    int count = 0;
};

struct EvaluateVolume {
    std::string name;  ///< the fold order is the order of this list
    std::string image;
    std::string labels;  ///< hash of SliceStack<int32>, expert labels on the network grid
    std::string supervoxels;
};
struct EvaluateRequest {
    std::vector<EvaluateVolume> volumes;
    std::vector<int> classes;
    std::vector<int> testVolumes;  ///< indices; the others are trained on
    int supportIndex = 0;          ///< which of testVolumes is the support
    int parts = 3;                 ///< n_part of the protocol
    int setting = 1;               ///< 2: slices showing a class of `excludedClasses` are not trained on
    std::vector<int> excludedClasses;
    TrainRequest train;                   ///< its `volumes` are ignored; iterations 0 with `model` set: no training
    std::string model;                    ///< evaluate this model instead of training one
    std::vector<std::int64_t> snapshots;  ///< evaluate also after these iterations
    std::vector<MethodOptions> variants;  ///< empty: one, as trained
};
/// One label on one volume against the expert's, on the network grid.
struct VolumeScore {
    double dice = 0, jaccard = 0;  ///< percent
    /// mm (labels::surfaceDistances); none where nothing is predicted.
    std::optional<double> hd95, averageDistance;
    double trueVolume = 0, predictedVolume = 0;  ///< ml
};
struct Scores {
    std::map<int, std::map<std::string, VolumeScore>> byLabel;  ///< label -> volume -> score
};
struct EvaluateEntry {
    std::int64_t iteration = 0;
    MethodOptions options;
    Scores papers;  ///< over the class's true extent, chunk i with support slice i
    Scores whole;   ///< over all slices, nothing known of the extent
};
struct EvaluateResult {
    std::string model;  ///< hash; sent as a blob before when trained here
    double loss = 0;
    double secondsPerIteration = 0;
    std::vector<EvaluateEntry> entries;  ///< snapshots x variants
};

struct InspectRequest {
    std::string model;
};
struct InspectResult {
    ModelSpec spec;
    std::int64_t iterations = 0;
    double loss = 0;  ///< mean of the last 100 iterations
    std::vector<double>
        losses;  ///< means of iterations 1 to 100, 101 to 200 and so on; empty where the file does not say
    std::string provenance;
    std::int64_t parameters = 0;  ///< without the scalar t
    std::int64_t multiplyAdds =
        0;  ///< of the convolutions and linear layers, for one support and one query slice of 256 x 256
};

/// Turns weights of any known format into a model file: checkpoints of torchvision and of the methods' reference code, as PyTorch or safetensors files.
struct ImportRequest {
    std::string file;    ///< hash of the file
    std::string name;    ///< of the file, kept in the model's provenance
    std::string method;  ///< that the model is for; empty: what the weights were trained for, else the default
};
struct ImportResult {
    std::string
        model;  ///< hash of the model file; that of the given file when it is one already, else sent as a blob before
    std::vector<std::string> notes;  ///< what was ignored or is missing
};

struct BenchRequest {
    bool quick = false;  ///< few repetitions: tells that it works, not how fast it is
    std::string device = "auto";
};
struct BenchEntry {
    std::string name;
    double value = 0;
    std::string unit;
    std::optional<double> baseline;  ///< the same by a plain path in the same run, in turns with ours; same unit
    std::optional<double> ratio;     ///< how many times as fast as the baseline
    std::string target;              ///< what the design asks for, for people; may be empty
};
struct BenchResult {
    std::map<std::string, std::string> machine;
    std::vector<BenchEntry> results;
};

/// What the worker holds. Answered between the steps of a training.
struct StatusRequest {
    bool clearCache =
        false;  ///< features and prepared volumes that no request needs are forgotten first, in memory and on disk
};
struct CacheSize {
    std::int64_t memoryBytes = 0, memoryBound = 0;
    std::int64_t diskBytes = 0, diskBound = 0;
};
struct StatusResult {
    std::vector<DeviceInfo> devices;  ///< with the memory free now
    std::string device;               ///< that "auto" means
    std::string precision;            ///< there
    CacheSize features, blobs;
    std::int64_t running = 0;  ///< requests, without this one
    std::int64_t waiting = 0;
};

nlohmann::json toJson(const Hello&);
nlohmann::json toJson(const MethodOptions&);
nlohmann::json toJson(const ModelSpec&);
nlohmann::json toJson(const TrainRequest&);
nlohmann::json toJson(const TrainResult&);
nlohmann::json toJson(const PretrainRequest&);
nlohmann::json toJson(const PredictRequest&);
nlohmann::json toJson(const SlicePrediction&);
nlohmann::json toJson(const SliceMaps&);
nlohmann::json toJson(const PredictResult&);
nlohmann::json toJson(const TuneRequest&);
nlohmann::json toJson(const TuneResult&);
nlohmann::json toJson(const SupervoxelRequest&);
nlohmann::json toJson(const SupervoxelResult&);
nlohmann::json toJson(const EvaluateRequest&);
nlohmann::json toJson(const EvaluateResult&);
nlohmann::json toJson(const InspectRequest&);
nlohmann::json toJson(const InspectResult&);
nlohmann::json toJson(const ImportRequest&);
nlohmann::json toJson(const ImportResult&);
nlohmann::json toJson(const BenchRequest&);
nlohmann::json toJson(const BenchResult&);
nlohmann::json toJson(const StatusRequest&);
nlohmann::json toJson(const StatusResult&);

void fromJson(const nlohmann::json&, Hello&);
void fromJson(const nlohmann::json&, MethodOptions&);
void fromJson(const nlohmann::json&, ModelSpec&);
void fromJson(const nlohmann::json&, TrainRequest&);
void fromJson(const nlohmann::json&, TrainResult&);
void fromJson(const nlohmann::json&, PretrainRequest&);
void fromJson(const nlohmann::json&, PredictRequest&);
void fromJson(const nlohmann::json&, SlicePrediction&);
void fromJson(const nlohmann::json&, SliceMaps&);
void fromJson(const nlohmann::json&, PredictResult&);
void fromJson(const nlohmann::json&, TuneRequest&);
void fromJson(const nlohmann::json&, TuneResult&);
void fromJson(const nlohmann::json&, SupervoxelRequest&);
void fromJson(const nlohmann::json&, SupervoxelResult&);
void fromJson(const nlohmann::json&, EvaluateRequest&);
void fromJson(const nlohmann::json&, EvaluateResult&);
void fromJson(const nlohmann::json&, InspectRequest&);
void fromJson(const nlohmann::json&, InspectResult&);
void fromJson(const nlohmann::json&, ImportRequest&);
void fromJson(const nlohmann::json&, ImportResult&);
void fromJson(const nlohmann::json&, BenchRequest&);
void fromJson(const nlohmann::json&, BenchResult&);
void fromJson(const nlohmann::json&, StatusRequest&);
void fromJson(const nlohmann::json&, StatusResult&);

/// All blob hashes a request refers to, without repetition.
std::vector<std::string> blobsOf(const TrainRequest&);
std::vector<std::string> blobsOf(const PretrainRequest&);
std::vector<std::string> blobsOf(const PredictRequest&);
std::vector<std::string> blobsOf(const TuneRequest&);
std::vector<std::string> blobsOf(const SupervoxelRequest&);
std::vector<std::string> blobsOf(const EvaluateRequest&);
std::vector<std::string> blobsOf(const InspectRequest&);
std::vector<std::string> blobsOf(const ImportRequest&);
std::vector<std::string> blobsOf(const BenchRequest&);
std::vector<std::string> blobsOf(const StatusRequest&);

/// "prototype" / "threshold" / "cells". The parser throws Error "engine.message".
std::string toString(Background background);
Background backgroundFrom(const std::string& text);

}  // namespace protolabel::engine
