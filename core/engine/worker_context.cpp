#include "core/engine/worker_context.h"

namespace protolabel::engine {

using namespace std::chrono_literals;

WorkerContext::WorkerContext(const Job& job, BlobCache& cache, FrameWriter& out, std::function<void()> between)
    : job_(job), cache_(cache), out_(out), between_(std::move(between)) {}

void WorkerContext::progress(const Progress& progress) {
    if (progress.stage == stage_ && Clock::now() - told_ < 100ms)
        held_ = progress;
    else
        tell(progress);
}

bool WorkerContext::cancelled() const {
    return job_.cancelled || out_.broken();
}

void WorkerContext::yield() {
    between_();
}

void WorkerContext::partial(const nlohmann::json& body, const std::vector<std::string>& sendBlobs) {
    for (const auto& hash : sendBlobs) sendBlob(hash, *cache_.get(hash));
    out_.write(partialMessage(job_.id, body));
}

void WorkerContext::send(const std::string& hash) {
    marked_.emplace_back(hash, cache_.get(hash));
}

void WorkerContext::finish() {
    if (held_) tell(*held_);
}

void WorkerContext::result(nlohmann::json body) {
    finish();
    for (const auto& [hash, bytes] : marked_) sendBlob(hash, *bytes);
    out_.write(resultMessage(job_.id, std::move(body)));
}

void WorkerContext::sendBlob(const std::string& hash, const Bytes& bytes) {
    std::size_t offset = 0;
    do {
        out_.write(blobMessage(hash, bytes, offset));
        offset += kBlobPiece;
    } while (offset < bytes.size() && !out_.broken());
}

void WorkerContext::tell(const Progress& progress) {
    stage_ = progress.stage;
    told_ = Clock::now();
    out_.write(progressMessage(job_.id, progress));
    held_.reset();
}

}  // namespace protolabel::engine
