#pragma once

#include <atomic>
#include <cstdio>
#include <mutex>

#include <nlohmann/json.hpp>

namespace protolabel::engine {

/// Writes whole frames to one stream from any thread. The caller keeps the stream open.
class FrameWriter {
public:
    explicit FrameWriter(std::FILE* out) : out_(out) {}

    /// Throws Error "engine.frame" when the message is too large. A stream that takes no more bytes sets broken().
    void write(const nlohmann::json& message);
    /// The reader is gone; what is written now is dropped.
    bool broken() const { return broken_; }

private:
    std::FILE* out_;
    std::mutex mutex_;
    std::atomic<bool> broken_ = false;
};

}  // namespace protolabel::engine
