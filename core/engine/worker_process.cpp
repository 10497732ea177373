#include "core/engine/worker_process.h"

#include <QString>
#include <QStringList>
#include <chrono>
#include <utility>

#include "core/engine/json_fields.h"

namespace protolabel::engine {
namespace {

constexpr std::chrono::minutes kReminder{1};
constexpr int kFarewell = 500;  // ms

int milliseconds(double seconds) {
    return static_cast<int>(seconds * 1000);
}

Error missing(const EngineOptions& options, const QString& reason) {
    if (options.command.empty())
        return {"worker.missing",
                "no protolabel-worker beside this program, in ../libexec/protolabel or on PATH; install it or set "
                "PROTOLABEL_WORKER to its command line"};
    return {"worker.missing",
            "the worker \"{0}\" cannot be started ({1}); check the worker command",
            {options.command.front(), reason.toStdString()}};
}

}  // namespace

WorkerProcess::WorkerProcess(EngineOptions options) : options_(std::move(options)) {
    startTimer_.setSingleShot(true);
    connect(&startTimer_, &QTimer::timeout, this, [this] {
        readLog();
        stop({"worker.silent",
              "the worker did not answer within {0} s; check its command, or give it longer where it waits in a queue "
              "(--worker-seconds). Its log: {1}",
              {QString::number(options_.startSeconds).toStdString(), log_.lastLines()}});
    });
    connect(&patienceTimer_, &QTimer::timeout, this, [this] {
        patienceTimer_.start(kReminder);
        if (options_.waiting) options_.waiting(static_cast<double>(sinceStart_.elapsed()) / 1000);
    });
}

WorkerProcess::~WorkerProcess() {
    shutdown();
}

void WorkerProcess::submit(std::shared_ptr<Call> call) {
    calls_[call->id] = call;
    if (quickCrashes_ >= options_.maximumQuickCrashes)
        failAll(
            {"worker.unstable",
             "the worker crashed {0} times in a row and is not started again; see its log, then restart this program. "
             "Last lines: {1}",
             {std::to_string(quickCrashes_), log_.lastLines()}});
    else if (process_ == nullptr)
        start();
    else if (ready_)
        sendRequest(*call);
}

void WorkerProcess::giveBlob(RequestId id, const std::string& hash, std::shared_ptr<const Bytes> bytes) {
    if (calls_.count(id) == 0 || !ready_) return;
    outgoing_.push_back({id, hash, std::move(bytes)});
    sendBlobs();
}

void WorkerProcess::cancel(RequestId id) {
    const auto call = calls_.find(id);
    if (call == calls_.end()) return;
    if (!ready_ || call->second->request.is_null()) return finish(id, Failed{std::make_exception_ptr(Cancelled())});
    std::erase_if(outgoing_, [&](const OutgoingBlob& blob) { return blob.id == id; });
    send(cancelMessage(id));
    QTimer::singleShot(milliseconds(options_.cancelSeconds), this, [this, id] {
        if (calls_.count(id) == 0) return;
        finish(id, Failed{std::make_exception_ptr(Cancelled())});
        stop({"worker.crashed",
              "the worker was ended because it did not stop another job on request; start this job again"});
    });
}

void WorkerProcess::shutdown() {
    if (process_ != nullptr) {
        process_->disconnect(this);
        if (ready_) send(shutdownMessage());
        process_->closeWriteChannel();
        if (!process_->waitForFinished(kFarewell)) process_->kill();
        release();
    }
    failAll(Cancelled());
}

void WorkerProcess::start() {
    if (options_.command.empty()) return failAll(missing(options_, {}));
    QStringList arguments;
    for (std::size_t i = 1; i < options_.command.size(); ++i) arguments << QString::fromStdString(options_.command[i]);

    decoder_ = {};
    receiver_.clear();
    received_.clear();
    log_.clear();
    process_ = new QProcess(this);
    connect(process_, &QProcess::readyReadStandardOutput, this, [this] { readFrames(); });
    connect(process_, &QProcess::readyReadStandardError, this, [this] { readLog(); });
    connect(process_, &QProcess::bytesWritten, this, [this] { sendBlobs(); });
    connect(process_, &QProcess::finished, this,
            [this](int code, QProcess::ExitStatus status) { ended(code, status); });
    connect(process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) stop(missing(options_, process_->errorString()));
    });
    sinceStart_.start();
    startTimer_.start(milliseconds(options_.startSeconds));
    patienceTimer_.start(milliseconds(options_.patienceSeconds));
    process_->start(QString::fromStdString(options_.command.front()), arguments);
}

void WorkerProcess::readFrames() {
    try {
        const QByteArray bytes = process_->readAllStandardOutput();
        decoder_.feed(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        while (process_ != nullptr) {
            const auto message = decoder_.next();
            if (!message) return;
            handle(*message);
        }
    } catch (const Error& error) {
        readLog();
        countCrash();
        stop({"worker.garbage",
              "the worker sent something that is no message: {0}. Its log: {1}",
              {error.what(), log_.lastLines()}});
    }
}

void WorkerProcess::handle(const nlohmann::json& message) {
    const std::string type = typeOf(message);
    if (!ready_) return greet(message);
    if (type == "blob") {
        const BlobPiece piece = pieceFrom(message);
        if (auto blob = receiver_.add(piece)) received_[piece.hash] = std::move(*blob);
        return;
    }
    answer(type, message);
}

void WorkerProcess::greet(const nlohmann::json& message) {
    if (typeOf(message) != "hello") throw Error("engine.message", "it did not begin with hello");
    if (const int protocol = readField<int>(message, "protocol"); protocol != kProtocolVersion)
        return stop(
            {"worker.version",
             "the worker speaks version {0} of the protocol, this program version {1}; install both from the same "
             "version of Protolabel",
             {std::to_string(protocol), std::to_string(kProtocolVersion)}});
    Hello hello;
    fromJson(message, hello);
    hello_ = toJson(hello);
    ready_ = true;
    startTimer_.stop();
    patienceTimer_.stop();
    const auto waiting = calls_;  // sending may finish a call
    for (const auto& [id, call] : waiting) sendRequest(*call);
}

void WorkerProcess::answer(const std::string& type, const nlohmann::json& message) {
    const RequestId id = idOf(message);
    const bool takesBlobs = type == "partial" || type == "result";
    Blobs blobs = takesBlobs ? std::exchange(received_, {}) : Blobs();
    const auto found = calls_.find(id);
    if (found == calls_.end()) return;  // cancelled meanwhile
    Call& call = *found->second;

    if (type == "progress")
        call.post(progressFrom(message));
    else if (type == "need")
        call.post(Needed{readField<std::vector<std::string>>(message, "hashes")});
    else if (type == "partial")
        call.post(Partial{readField<nlohmann::json>(message, "body"), std::move(blobs)});
    else if (type == "result")
        finish(id, Finished{readField<nlohmann::json>(message, "body"), std::move(blobs)});
    else if (type == "failed")
        finish(id, Failed{std::make_exception_ptr(errorFrom(message))});
    else if (type == "cancelled")
        finish(id, Failed{std::make_exception_ptr(Cancelled())});
    else
        throw Error("engine.message", "\"{0}\" is no message from a worker", {type});
}

void WorkerProcess::readLog() {
    const QByteArray text = process_->readAllStandardError();
    log_.add({text.constData(), static_cast<std::size_t>(text.size())});
}

void WorkerProcess::ended(int code, QProcess::ExitStatus status) {
    readFrames();  // what it said before it died
    if (process_ == nullptr) return;
    readLog();
    log_.flush();
    const bool crashed = status == QProcess::CrashExit || code != 0 || !calls_.empty();
    const std::string how = (status == QProcess::CrashExit ? "signal " : "exit code ") + std::to_string(code);
    if (crashed) countCrash();
    stop({"worker.crashed",
          ready_ ? "the worker ended during this job ({0}); start the job again. Its log: {1}"
                 : "the worker ended before it was ready ({0}); check the worker's command. Its log: {1}",
          {how, log_.lastLines()}});
}

void WorkerProcess::send(const nlohmann::json& message) {
    const Bytes frame = encodeFrame(message);
    process_->write(reinterpret_cast<const char*>(frame.data()), static_cast<qint64>(frame.size()));
}

void WorkerProcess::sendRequest(Call& call) {
    if (call.request.is_null()) return finish(call.id, Finished{hello_, {}});
    try {
        send(call.request);
    } catch (const Error&) {  // too large
        finish(call.id, Failed{std::current_exception()});
    }
}

void WorkerProcess::sendBlobs() {
    // One piece at a time, so that the pipe's speed bounds what QProcess buffers.
    while (!outgoing_.empty() && process_->bytesToWrite() < static_cast<qint64>(kBlobPiece)) {
        OutgoingBlob& blob = outgoing_.front();
        send(blobMessage(blob.hash, *blob.bytes, blob.offset));
        blob.offset += kBlobPiece;
        if (blob.offset < blob.bytes->size()) continue;
        if (const auto call = calls_.find(blob.id); call != calls_.end()) call->second->post(BlobSent{});
        outgoing_.pop_front();
    }
}

void WorkerProcess::stop(const Error& error) {
    if (process_ != nullptr) {
        process_->disconnect(this);
        process_->kill();
        release();
    }
    failAll(error);
}

void WorkerProcess::release() {
    process_->waitForFinished(2000);
    process_->deleteLater();
    process_ = nullptr;
    ready_ = false;
    outgoing_.clear();
    startTimer_.stop();
    patienceTimer_.stop();
}

void WorkerProcess::countCrash() {
    quickCrashes_ = sinceStart_.elapsed() < milliseconds(options_.quickCrashSeconds) ? quickCrashes_ + 1 : 0;
}

void WorkerProcess::finish(RequestId id, Event last) {
    const auto found = calls_.find(id);
    if (found == calls_.end()) return;
    std::erase_if(outgoing_, [&](const OutgoingBlob& blob) { return blob.id == id; });
    found->second->post(std::move(last));
    calls_.erase(found);
}

void WorkerProcess::failAll(const Error& error) {
    // make_exception_ptr copies by static type: keep Cancelled what it is.
    const auto failure = dynamic_cast<const Cancelled*>(&error) != nullptr ? std::make_exception_ptr(Cancelled())
                                                                           : std::make_exception_ptr(error);
    for (const auto& [id, call] : std::exchange(calls_, {})) call->post(Failed{failure});
}

}  // namespace protolabel::engine
