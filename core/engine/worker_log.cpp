#include "core/engine/worker_log.h"

namespace protolabel::engine {
namespace {
constexpr std::size_t kRemembered = 5;
constexpr std::size_t kLongestLine = 4096;
}  // namespace

void WorkerLog::setReceiver(Receiver receiver) {
    const std::lock_guard lock(mutex_);
    receiver_ = std::move(receiver);
}

void WorkerLog::add(std::string_view text) {
    for (const char c : text) {
        if (c != '\n') unfinished_ += c;
        if (c == '\n' || unfinished_.size() == kLongestLine) line();
    }
}

void WorkerLog::flush() {
    if (!unfinished_.empty()) line();
}

std::string WorkerLog::lastLines() const {
    if (last_.empty()) return "(empty)";
    std::string text;
    for (const auto& line : last_) text += (text.empty() ? "" : " | ") + line;
    return text;
}

void WorkerLog::line() {
    Receiver receiver;
    {
        const std::lock_guard lock(mutex_);
        receiver = receiver_;
    }
    if (receiver) receiver(unfinished_);
    last_.push_back(std::move(unfinished_));
    unfinished_.clear();
    if (last_.size() > kRemembered) last_.pop_front();
}

}  // namespace protolabel::engine
