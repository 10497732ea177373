#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/base/bytes.h"
#include "core/base/job_control.h"
#include "core/engine/messages.h"

namespace protolabel::engine {

/// Content-addressed bytes that the worker has. Given to backends; every hash of the running request is present.
class BlobStore {
public:
    virtual ~BlobStore() = default;
    /// Throws Error "engine.blob" when absent.
    virtual std::shared_ptr<const Bytes> get(const std::string& hash) = 0;
    /// Keeps `bytes` and returns their hash.
    virtual std::string put(Bytes bytes) = 0;
};

/// How a backend talks while it works, beyond JobControl.
class JobContext : public JobControl {
public:
    virtual BlobStore& blobs() = 0;
    /// Sends a partial result; blobs named in `sendBlobs` travel first.
    virtual void partial(const nlohmann::json& body, const std::vector<std::string>& sendBlobs = {}) = 0;
    /// Marks a blob to travel before the result.
    virtual void send(const std::string& hash) = 0;
};

/// What the worker loop serves: implemented with LibTorch by core/fewshot, and by fakes in tests. Called on one thread.
/// A long job calls context.check() and context.yield() between units of work; yield may run an interactive
/// predict/tune/inspect/import/supervoxels/status request before it returns.
class Backend {
public:
    virtual ~Backend() = default;
    virtual Hello hello() = 0;
    virtual TrainResult train(const TrainRequest& request, JobContext& context) = 0;
    virtual TrainResult pretrain(const PretrainRequest& request, JobContext& context) = 0;
    virtual PredictResult predict(const PredictRequest& request, JobContext& context) = 0;
    virtual TuneResult tune(const TuneRequest& request, JobContext& context) = 0;
    virtual SupervoxelResult supervoxels(const SupervoxelRequest& request, JobContext& context) = 0;
    virtual EvaluateResult evaluate(const EvaluateRequest& request, JobContext& context) = 0;
    virtual InspectResult inspect(const InspectRequest& request, JobContext& context) = 0;
    virtual ImportResult importModel(const ImportRequest& request, JobContext& context) = 0;
    virtual BenchResult bench(const BenchRequest& request, JobContext& context) = 0;
    /// Devices and features; the worker loop adds what it holds itself.
    virtual StatusResult status(const StatusRequest& request, JobContext& context) = 0;
};

}  // namespace protolabel::engine
