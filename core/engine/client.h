#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/engine/messages.h"

namespace protolabel::engine {

/// Gives the bytes of a blob when the worker asks for it; called on the thread that waits in Engine.
using BlobSource = std::function<Bytes(const std::string& hash)>;

struct EngineOptions {
    /// Program and arguments: {"/usr/bin/protolabel-worker"}, {"ssh", "gpu-host", "protolabel-worker"}, ...
    std::vector<std::string> command;
    double startSeconds = 60;    ///< the worker must say hello within this time
    double patienceSeconds = 5;  ///< without a hello for so long, and every minute from then on, `waiting` is called
    std::function<void(double seconds)> waiting;  ///< seconds since the start; on the engine's thread
    int maximumQuickCrashes = 5;
    double quickCrashSeconds = 30;  ///< a crash this soon after its start is a quick one
    double cancelSeconds = 10;      ///< a worker that does not confirm a cancellation in this time is killed
};

/// Interactive requests overtake queued ones and run in the pauses of training.
enum class Urgency { Queued, Interactive };

/// The worker process as seen by the rest of the program. Each call blocks the calling thread until the job ends, delivering
/// progress through `control` and partial results through a callback on that same thread; cancelled() of
/// `control` is honoured within 0.2 s. Calls from several threads are allowed: the process and its pipes live on a thread of
/// their own (a QThread with a QProcess; no Qt type appears here). A cancelled interactive call leaves at once; a queued one waits until the worker
/// confirms, for what was learned until then comes with that. The process starts with the first call, and again after a crash.
/// A QCoreApplication must exist as long as an Engine does. When this program is killed, the worker sees the end of its input and ends.
///
/// Throws Cancelled, the Error the worker reported, or Error
///   "worker.missing"  no such program            "worker.version"  another protocol version
///   "worker.crashed"  it died during this job (with the last lines of its log); the job is not retried
///   "worker.unstable" maximumQuickCrashes quick crashes in a row: not started again by this object
///   "worker.garbage"  it sent bytes that are no frames      "worker.silent" no hello in time
class Engine {
public:
    explicit Engine(EngineOptions options);
    ~Engine();  ///< asks the worker to end, kills it after half a second
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    Hello hello();  ///< starts the worker if needed

    using Checkpoint = std::function<void(std::int64_t iteration, const Bytes& checkpoint)>;
    /// What the model in training makes of TrainRequest::preview.
    using Preview = std::function<void(std::int64_t iteration, const std::vector<SlicePrediction>& predictions)>;
    /// `model` receives the bytes of the model file.
    TrainResult train(const TrainRequest& request, const BlobSource& blobs, JobControl& control,
                      const Checkpoint& checkpoint, Bytes& model, const Preview& preview = {});
    TrainResult pretrain(const PretrainRequest& request, const BlobSource& blobs, JobControl& control,
                         const Checkpoint& checkpoint, Bytes& model);
    PredictResult predict(const PredictRequest& request, const BlobSource& blobs, JobControl& control,
                          const std::function<void(const SlicePrediction&)>& each,
                          Urgency urgency = Urgency::Interactive,
                          const std::function<void(const SliceMaps&)>& maps = {});
    TuneResult tune(const TuneRequest& request, const BlobSource& blobs, JobControl& control);
    /// `supervoxels` receives an encoded SliceStack<int32>.
    SupervoxelResult supervoxels(const SupervoxelRequest& request, const BlobSource& blobs, JobControl& control,
                                 Bytes& supervoxels);
    /// `model` receives the bytes of the model trained here; it is left empty when the request names a model.
    EvaluateResult evaluate(const EvaluateRequest& request, const BlobSource& blobs, JobControl& control, Bytes& model);
    InspectResult inspect(const InspectRequest& request, const BlobSource& blobs, JobControl& control);
    /// `model` receives the bytes of the model file; it is left empty when the given file is one.
    ImportResult importModel(const ImportRequest& request, const BlobSource& blobs, JobControl& control, Bytes& model);
    BenchResult bench(const BenchRequest& request, JobControl& control);
    StatusResult status(const StatusRequest& request, JobControl& control);

    /// Worker log lines (stderr), as they come, on the engine's thread: the receiver must not call the Engine.
    void onLog(std::function<void(const std::string&)> receiver);

private:
    class Process;
    /// "train" and "pretrain" answer alike.
    TrainResult learn(const char* kind, nlohmann::json request, const BlobSource& blobs, JobControl& control,
                      const Checkpoint& checkpoint, const Preview& preview, Bytes& model);
    std::unique_ptr<Process> process_;
};

/// Words of a command line; '...' and "..." keep blanks together.
std::vector<std::string> splitCommand(const std::string& line);

/// The worker beside this program, then in ../libexec/protolabel, then on PATH; PROTOLABEL_WORKER (a command line) overrides all.
/// Empty when there is none; an Engine with an empty command throws "worker.missing".
std::vector<std::string> defaultWorkerCommand(const std::string& applicationFolder);

}  // namespace protolabel::engine
