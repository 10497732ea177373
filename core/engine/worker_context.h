#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/engine/request_queue.h"

namespace protolabel::engine {

/// A running job's line to the client. Lives on the working thread, for one job.
class WorkerContext : public JobContext {
public:
    /// `between` runs other, more urgent requests; called by yield().
    WorkerContext(const Job& job, BlobCache& cache, FrameWriter& out, std::function<void()> between);

    /// At most ten messages a second, except that a new stage is told at once; the last one is told by finish().
    void progress(const Progress& progress) override;
    bool cancelled() const override;
    void yield() override;
    BlobStore& blobs() override { return cache_; }
    void partial(const nlohmann::json& body, const std::vector<std::string>& sendBlobs) override;
    void send(const std::string& hash) override;

    /// Tells the progress that was held back. The job's answer follows.
    void finish();
    /// Sends the marked blobs, then the result.
    void result(nlohmann::json body);

private:
    using Clock = std::chrono::steady_clock;
    void sendBlob(const std::string& hash, const Bytes& bytes);
    void tell(const Progress& progress);

    const Job& job_;
    BlobCache& cache_;
    FrameWriter& out_;
    std::function<void()> between_;
    std::optional<Progress> held_;
    std::string stage_;
    Clock::time_point told_;
    std::vector<std::pair<std::string, std::shared_ptr<const Bytes>>> marked_;
};

}  // namespace protolabel::engine
