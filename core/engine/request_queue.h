#pragma once

#include <atomic>
#include <condition_variable>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <set>

#include "core/engine/blob_cache.h"
#include "core/engine/blob_receiver.h"
#include "core/engine/frame_writer.h"
#include "core/engine/request.h"

namespace protolabel::engine {

/// A request from its arrival to its answer.
struct Job {
    RequestId id = 0;
    bool interactive = false;
    Request request;
    std::vector<std::string> blobs;
    std::set<std::string> missing;  ///< blobs that are still under way; guarded by the queue
    std::atomic<bool> cancelled = false;
};

/// The requests that wait and those that run. The reading thread adds, cancels and delivers blobs; the working thread takes.
/// Requests are taken in order of arrival, interactive ones first, each as soon as all its blobs are there (they are pinned in
/// the cache from arrival until finished()). Answers "need" for missing blobs, "cancelled" and "failed" for what never ran.
class RequestQueue {
public:
    RequestQueue(BlobCache& cache, FrameWriter& out) : cache_(cache), out_(out) {}

    // Reading thread. `add` throws Error "engine.blob" or "engine.message" when the request cannot be served.
    void add(std::shared_ptr<Job> job);
    void deliver(const BlobPiece& piece);
    void cancel(RequestId id);
    /// Cancels everything; next() returns null from now on.
    void close();
    /// After close(): waits until the working thread has nothing left to do; false when it took longer.
    bool waitUntilIdle(double seconds);

    // Working thread.
    std::shared_ptr<Job> next();
    /// A ready interactive request that may run inside another job, or null.
    std::shared_ptr<Job> nextInside();
    void finished(const Job& job);
    std::pair<std::size_t, std::size_t> counts();  ///< running and waiting

private:
    using Waiting = std::list<std::shared_ptr<Job>>;
    struct Need {
        RequestId id;
        std::vector<std::string> hashes;
    };
    std::shared_ptr<Job> take(Waiting::iterator position);
    Waiting::iterator firstReady(bool interactive);
    /// Forgets a waiting job; the blobs that were asked for in its name are asked for again by the others that want them.
    std::vector<Need> remove(Waiting::iterator position);
    void send(const std::vector<Need>& needs);

    BlobCache& cache_;
    FrameWriter& out_;
    std::mutex mutex_;
    std::condition_variable changed_;
    Waiting waiting_;
    std::map<RequestId, std::shared_ptr<Job>> running_;
    std::map<std::string, RequestId> asked_;  ///< blobs under way, and in whose name
    BlobReceiver receiver_;
    bool closed_ = false;
};

}  // namespace protolabel::engine
