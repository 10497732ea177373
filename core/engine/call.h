#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/engine/envelope.h"

namespace protolabel::engine {

/// Blobs by hash.
using Blobs = std::map<std::string, Bytes>;

// What the engine's thread tells the thread that waits for a request. Finished and Failed come last.
struct Needed {
    std::vector<std::string> hashes;
};
struct BlobSent {};
struct Partial {
    nlohmann::json body;
    Blobs blobs;
};
struct Finished {
    nlohmann::json body;
    Blobs blobs;
};
struct Failed {
    std::exception_ptr error;
};
using Event = std::variant<Progress, Needed, BlobSent, Partial, Finished, Failed>;

/// One request in flight, shared by the waiting thread and the engine's thread.
class Call {
public:
    /// A null `request` only waits for the worker's hello, whose body it receives.
    Call(RequestId id, nlohmann::json request) : id(id), request(std::move(request)) {}

    const RequestId id;
    nlohmann::json request;  ///< engine's thread only

    /// Newer progress of the same stage replaces older progress that nobody has read.
    void post(Event event) {
        {
            const std::lock_guard lock(mutex_);
            const auto* next = std::get_if<Progress>(&event);
            auto* last = events_.empty() ? nullptr : std::get_if<Progress>(&events_.back());
            if (next != nullptr && last != nullptr && last->stage == next->stage)
                *last = *next;
            else
                events_.push_back(std::move(event));
        }
        changed_.notify_one();
    }

    std::optional<Event> wait(std::chrono::milliseconds longest) {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, longest, [&] { return !events_.empty(); })) return std::nullopt;
        Event event = std::move(events_.front());
        events_.pop_front();
        return event;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Event> events_;
};

}  // namespace protolabel::engine
