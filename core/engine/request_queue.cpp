#include "core/engine/request_queue.h"

#include <algorithm>
#include <chrono>

#include "core/base/error.h"

namespace protolabel::engine {

void RequestQueue::add(std::shared_ptr<Job> job) {
    Need need{job->id, {}};
    {
        const std::lock_guard lock(mutex_);
        const bool taken =
            running_.count(job->id) != 0 ||
            std::any_of(waiting_.begin(), waiting_.end(), [&](auto& other) { return other->id == job->id; });
        if (taken)
            throw Error("engine.message", "request {0} was sent twice; start the job again", {std::to_string(job->id)});
        const auto missing = cache_.pin(job->blobs);
        job->missing.insert(missing.begin(), missing.end());
        for (const auto& hash : missing)
            if (asked_.emplace(hash, job->id).second) need.hashes.push_back(hash);
        waiting_.push_back(std::move(job));
    }
    changed_.notify_all();
    send({need});
}

void RequestQueue::deliver(const BlobPiece& piece) {
    {
        const std::lock_guard lock(mutex_);
        if (asked_.count(piece.hash) == 0) return;
    }
    std::vector<Need> needs;
    std::vector<RequestId> failed;
    try {
        auto blob = receiver_.add(piece);
        if (!blob) return;
        cache_.add(piece.hash, std::move(*blob));
        const std::lock_guard lock(mutex_);
        asked_.erase(piece.hash);
        for (const auto& job : waiting_) job->missing.erase(piece.hash);
        changed_.notify_all();
    } catch (const Error& error) {
        {
            const std::lock_guard lock(mutex_);
            asked_.erase(piece.hash);
            for (auto it = waiting_.begin(); it != waiting_.end();) {
                const auto position = it++;
                if ((*position)->missing.erase(piece.hash) == 0) continue;
                failed.push_back((*position)->id);
                for (auto& need : remove(position)) needs.push_back(std::move(need));
            }
        }
        for (const RequestId id : failed) out_.write(failedMessage(id, error));
    }
    // A request that failed in the same sweep asks for nothing any more.
    std::erase_if(needs, [&](const Need& need) { return std::count(failed.begin(), failed.end(), need.id) != 0; });
    send(needs);
}

void RequestQueue::cancel(RequestId id) {
    std::vector<Need> needs;
    {
        const std::lock_guard lock(mutex_);
        if (const auto running = running_.find(id); running != running_.end()) {
            running->second->cancelled = true;
            return;
        }
        const auto position = std::find_if(waiting_.begin(), waiting_.end(), [&](auto& job) { return job->id == id; });
        if (position == waiting_.end()) return;  // answered already
        needs = remove(position);
    }
    out_.write(cancelledMessage(id));
    send(needs);
}

void RequestQueue::close() {
    Waiting left;
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        for (const auto& [id, job] : running_) job->cancelled = true;
        left.swap(waiting_);
    }
    changed_.notify_all();
    for (const auto& job : left) out_.write(cancelledMessage(job->id));
}

bool RequestQueue::waitUntilIdle(double seconds) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::duration<double>(seconds), [&] { return running_.empty(); });
}

std::shared_ptr<Job> RequestQueue::next() {
    std::unique_lock lock(mutex_);
    auto position = waiting_.end();
    changed_.wait(lock, [&] {
        position = firstReady(true);
        if (position == waiting_.end()) position = firstReady(false);
        return closed_ || position != waiting_.end();
    });
    return closed_ ? nullptr : take(position);
}

std::shared_ptr<Job> RequestQueue::nextInside() {
    const std::lock_guard lock(mutex_);
    const auto position = std::find_if(waiting_.begin(), waiting_.end(), [](const auto& job) {
        return job->interactive && job->missing.empty() && isShort(job->request);
    });
    return position == waiting_.end() ? nullptr : take(position);
}

std::pair<std::size_t, std::size_t> RequestQueue::counts() {
    const std::lock_guard lock(mutex_);
    return {running_.size(), waiting_.size()};
}

void RequestQueue::finished(const Job& job) {
    {
        const std::lock_guard lock(mutex_);
        running_.erase(job.id);
    }
    cache_.unpin(job.blobs);
    changed_.notify_all();
}

RequestQueue::Waiting::iterator RequestQueue::firstReady(bool interactive) {
    return std::find_if(waiting_.begin(), waiting_.end(),
                        [&](const auto& job) { return job->interactive == interactive && job->missing.empty(); });
}

std::shared_ptr<Job> RequestQueue::take(Waiting::iterator position) {
    auto job = *position;
    waiting_.erase(position);
    running_[job->id] = job;
    return job;
}

std::vector<RequestQueue::Need> RequestQueue::remove(Waiting::iterator position) {
    const auto job = *position;
    waiting_.erase(position);
    cache_.unpin(job->blobs);
    std::map<RequestId, Need> needs;
    for (const auto& hash : job->missing) {
        const auto asked = asked_.find(hash);
        if (asked == asked_.end() || asked->second != job->id) continue;
        receiver_.drop(hash);
        asked_.erase(asked);
        const auto heir = std::find_if(waiting_.begin(), waiting_.end(),
                                       [&](const auto& other) { return other->missing.count(hash) != 0; });
        if (heir == waiting_.end()) continue;
        asked_[hash] = (*heir)->id;
        needs.try_emplace((*heir)->id, Need{(*heir)->id, {}}).first->second.hashes.push_back(hash);
    }
    std::vector<Need> list;
    for (auto& [id, need] : needs) list.push_back(std::move(need));
    return list;
}

void RequestQueue::send(const std::vector<Need>& needs) {
    for (const auto& need : needs)
        if (!need.hashes.empty()) out_.write(needMessage(need.id, need.hashes));
}

}  // namespace protolabel::engine
