#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QTimer>
#include <deque>
#include <map>
#include <memory>
#include <string>

#include "core/engine/blob_receiver.h"
#include "core/engine/call.h"
#include "core/engine/client.h"
#include "core/engine/frame.h"
#include "core/engine/worker_log.h"

namespace protolabel::engine {

/// The worker process and its pipes: starts it when there is something to do, routes its messages to the calls, notices when it
/// dies, hangs or talks nonsense. Lives on one thread with an event loop; every call must be made there, except log().
class WorkerProcess : public QObject {
public:
    explicit WorkerProcess(EngineOptions options);
    ~WorkerProcess() override;

    void submit(std::shared_ptr<Call> call);
    /// Answers Needed. The call gets BlobSent when the bytes are on their way and the next blob may be given.
    void giveBlob(RequestId id, const std::string& hash, std::shared_ptr<const Bytes> bytes);
    void cancel(RequestId id);
    /// Asks the worker to end, kills it after half a second (which does no harm), fails all calls.
    void shutdown();
    WorkerLog& log() { return log_; }

private:
    struct OutgoingBlob {
        RequestId id;
        std::string hash;
        std::shared_ptr<const Bytes> bytes;
        std::size_t offset = 0;
    };

    void start();
    void readFrames();
    void handle(const nlohmann::json& message);
    void greet(const nlohmann::json& message);
    void answer(const std::string& type, const nlohmann::json& message);
    void readLog();
    void ended(int code, QProcess::ExitStatus status);
    void send(const nlohmann::json& message);
    void sendRequest(Call& call);
    void sendBlobs();

    /// Kills the process and fails every call.
    void stop(const Error& error);
    void release();
    void countCrash();
    void finish(RequestId id, Event last);
    void failAll(const Error& error);

    const EngineOptions options_;
    QProcess* process_ = nullptr;
    bool ready_ = false;  ///< hello has come
    nlohmann::json hello_;
    FrameDecoder decoder_;
    BlobReceiver receiver_;
    Blobs received_;  ///< since the last partial or result: they belong to the next one
    std::deque<OutgoingBlob> outgoing_;
    std::map<RequestId, std::shared_ptr<Call>> calls_;
    QTimer startTimer_{this}, patienceTimer_{this};
    QElapsedTimer sinceStart_;
    int quickCrashes_ = 0;
    WorkerLog log_;
};

}  // namespace protolabel::engine
