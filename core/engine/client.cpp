#include "core/engine/client.h"

#include <QMetaObject>
#include <QThread>
#include <atomic>
#include <deque>

#include "core/engine/json_fields.h"
#include "core/engine/worker_process.h"

namespace protolabel::engine {
namespace {

using namespace std::chrono_literals;

Bytes take(Blobs& blobs, const std::string& hash) {
    const auto found = blobs.find(hash);
    if (found == blobs.end())
        throw Error("engine.blob", "the worker's answer came without its data {0}; start the job again",
                    {hash.substr(0, 12)});
    return std::move(found->second);
}

template <class T>
std::vector<T> listOf(const nlohmann::json& body, const char* key) {
    std::vector<T> list;
    for (const auto& item : readField<std::vector<nlohmann::json>>(body, key)) fromJson(item, list.emplace_back());
    return list;
}

template <class Result>
Result resultOf(const Finished& finished) {
    Result result;
    fromJson(finished.body, result);
    return result;
}

}  // namespace

class Engine::Process {
public:
    using OnPartial = std::function<void(Partial&)>;

    explicit Process(EngineOptions options) : worker_(new WorkerProcess(std::move(options))) {
        worker_->moveToThread(&thread_);
        QObject::connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
        thread_.setObjectName("engine");
        thread_.start();
    }
    ~Process() {
        QMetaObject::invokeMethod(
            worker_, [worker = worker_] { worker->shutdown(); }, Qt::BlockingQueuedConnection);
        thread_.quit();
        thread_.wait();
    }

    /// Blocks until the request is answered. A null kind asks for the worker's hello.
    Finished run(const char* kind, Urgency urgency, nlohmann::json body, const BlobSource& blobs, JobControl& control,
                 const OnPartial& onPartial);
    WorkerLog& log() { return worker_->log(); }

private:
    class Conversation;

    template <class F>
    void post(F&& action) {
        QMetaObject::invokeMethod(worker_, std::forward<F>(action), Qt::QueuedConnection);
    }

    QThread thread_;
    WorkerProcess* worker_;  ///< owned by the thread
    std::atomic<RequestId> lastId_ = 0;
};

/// One call as the waiting thread sees it. Leaving it early, by an exception from a callback, cancels the request.
class Engine::Process::Conversation {
public:
    Conversation(Process& process, nlohmann::json request, RequestId id)
        : process_(process), call_(std::make_shared<Call>(id, std::move(request))) {
        process_.post([worker = process_.worker_, call = call_] { worker->submit(call); });
    }
    ~Conversation() {
        if (!answered_) cancel();
    }
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    Finished wait(const BlobSource& blobs, JobControl& control, const OnPartial& onPartial, Urgency urgency) {
        for (;;) {
            if (!cancelling_ && control.cancelled()) {
                if (urgency == Urgency::Interactive) throw Cancelled();
                cancel();
            }
            if (!cancelling_ && !sending_ && !needed_.empty()) giveNext(blobs);
            auto event = call_->wait(50ms);
            if (!event) continue;
            if (auto* progress = std::get_if<Progress>(&*event)) control.progress(*progress);
            if (auto* needed = std::get_if<Needed>(&*event))
                needed_.insert(needed_.end(), needed->hashes.begin(), needed->hashes.end());
            if (std::holds_alternative<BlobSent>(*event)) sending_ = false;
            if (auto* partial = std::get_if<Partial>(&*event)) onPartial(*partial);
            if (auto* finished = std::get_if<Finished>(&*event)) {
                answered_ = true;
                return std::move(*finished);
            }
            if (auto* failed = std::get_if<Failed>(&*event)) {
                answered_ = true;
                std::rethrow_exception(failed->error);
            }
        }
    }

private:
    /// One blob at a time: only that one is held in memory here.
    void giveNext(const BlobSource& blobs) {
        const std::string hash = needed_.front();
        needed_.pop_front();
        auto bytes = std::make_shared<const Bytes>(blobs(hash));
        sending_ = true;
        process_.post([worker = process_.worker_, id = call_->id, hash, bytes] { worker->giveBlob(id, hash, bytes); });
    }
    void cancel() {
        cancelling_ = true;
        process_.post([worker = process_.worker_, id = call_->id] { worker->cancel(id); });
    }

    Process& process_;
    std::shared_ptr<Call> call_;
    std::deque<std::string> needed_;
    bool sending_ = false;
    bool cancelling_ = false;
    bool answered_ = false;
};

Finished Engine::Process::run(const char* kind, Urgency urgency, nlohmann::json body, const BlobSource& blobs,
                              JobControl& control, const OnPartial& onPartial) {
    control.check();
    const RequestId id = ++lastId_;
    nlohmann::json request;
    if (kind != nullptr) request = requestMessage(id, kind, urgency == Urgency::Interactive, std::move(body));
    return Conversation(*this, std::move(request), id).wait(blobs, control, onPartial, urgency);
}

Engine::Engine(EngineOptions options) : process_(std::make_unique<Process>(std::move(options))) {}

Engine::~Engine() = default;

Hello Engine::hello() {
    JobControl control;
    return resultOf<Hello>(process_->run(nullptr, Urgency::Interactive, {}, {}, control, {}));
}

TrainResult Engine::learn(const char* kind, nlohmann::json request, const BlobSource& blobs, JobControl& control,
                          const Checkpoint& checkpoint, const Preview& preview, Bytes& model) {
    auto finished = process_->run(kind, Urgency::Queued, std::move(request), blobs, control, [&](Partial& partial) {
        const auto iteration = readField<std::int64_t>(partial.body, "iteration");
        if (partial.body.contains("preview")) {
            if (preview) preview(iteration, listOf<SlicePrediction>(partial.body, "preview"));
            return;
        }
        const auto hash = readField<std::string>(partial.body, "checkpoint");
        if (checkpoint) checkpoint(iteration, take(partial.blobs, hash));
    });
    auto result = resultOf<TrainResult>(finished);
    model = take(finished.blobs, result.model);
    return result;
}

TrainResult Engine::train(const TrainRequest& request, const BlobSource& blobs, JobControl& control,
                          const Checkpoint& checkpoint, Bytes& model, const Preview& preview) {
    return learn("train", toJson(request), blobs, control, checkpoint, preview, model);
}

TrainResult Engine::pretrain(const PretrainRequest& request, const BlobSource& blobs, JobControl& control,
                             const Checkpoint& checkpoint, Bytes& model) {
    return learn("pretrain", toJson(request), blobs, control, checkpoint, {}, model);
}

PredictResult Engine::predict(const PredictRequest& request, const BlobSource& blobs, JobControl& control,
                              const std::function<void(const SlicePrediction&)>& each, Urgency urgency,
                              const std::function<void(const SliceMaps&)>& maps) {
    return resultOf<PredictResult>(
        process_->run("predict", urgency, toJson(request), blobs, control, [&](Partial& partial) {
            for (const auto& prediction : listOf<SlicePrediction>(partial.body, "predictions")) each(prediction);
            if (maps && partial.body.contains("maps"))
                for (const auto& map : listOf<SliceMaps>(partial.body, "maps")) maps(map);
        }));
}

TuneResult Engine::tune(const TuneRequest& request, const BlobSource& blobs, JobControl& control) {
    return resultOf<TuneResult>(
        process_->run("tune", Urgency::Interactive, toJson(request), blobs, control, [](Partial&) {}));
}

SupervoxelResult Engine::supervoxels(const SupervoxelRequest& request, const BlobSource& blobs, JobControl& control,
                                     Bytes& supervoxels) {
    auto finished = process_->run("supervoxels", Urgency::Queued, toJson(request), blobs, control, [](Partial&) {});
    auto result = resultOf<SupervoxelResult>(finished);
    supervoxels = take(finished.blobs, result.supervoxels);
    return result;
}

EvaluateResult Engine::evaluate(const EvaluateRequest& request, const BlobSource& blobs, JobControl& control,
                                Bytes& model) {
    auto finished = process_->run("evaluate", Urgency::Queued, toJson(request), blobs, control, [](Partial&) {});
    auto result = resultOf<EvaluateResult>(finished);
    if (request.model.empty())
        model = take(finished.blobs, result.model);
    else
        model.clear();
    return result;
}

InspectResult Engine::inspect(const InspectRequest& request, const BlobSource& blobs, JobControl& control) {
    return resultOf<InspectResult>(
        process_->run("inspect", Urgency::Interactive, toJson(request), blobs, control, [](Partial&) {}));
}

ImportResult Engine::importModel(const ImportRequest& request, const BlobSource& blobs, JobControl& control,
                                 Bytes& model) {
    auto finished = process_->run("import", Urgency::Interactive, toJson(request), blobs, control, [](Partial&) {});
    auto result = resultOf<ImportResult>(finished);
    model = result.model == request.file ? Bytes() : take(finished.blobs, result.model);
    return result;
}

BenchResult Engine::bench(const BenchRequest& request, JobControl& control) {
    const auto noBlobs = [](const std::string&) -> Bytes { return {}; };
    return resultOf<BenchResult>(
        process_->run("bench", Urgency::Queued, toJson(request), noBlobs, control, [](Partial&) {}));
}

StatusResult Engine::status(const StatusRequest& request, JobControl& control) {
    const auto noBlobs = [](const std::string&) -> Bytes { return {}; };
    return resultOf<StatusResult>(
        process_->run("status", Urgency::Interactive, toJson(request), noBlobs, control, [](Partial&) {}));
}

void Engine::onLog(std::function<void(const std::string&)> receiver) {
    process_->log().setReceiver(std::move(receiver));
}

}  // namespace protolabel::engine
