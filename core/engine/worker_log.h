#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace protolabel::engine {

/// Cuts the worker's stderr into lines, hands them on and remembers the last few for error messages.
class WorkerLog {
public:
    using Receiver = std::function<void(const std::string&)>;

    /// Any thread; the other calls belong to one thread.
    void setReceiver(Receiver receiver);

    void add(std::string_view text);
    /// The stream ended: an unfinished line counts too.
    void flush();
    void clear() { last_.clear(); }
    /// On one line.
    std::string lastLines() const;

private:
    void line();

    std::mutex mutex_;
    Receiver receiver_;
    std::string unfinished_;
    std::deque<std::string> last_;
};

}  // namespace protolabel::engine
