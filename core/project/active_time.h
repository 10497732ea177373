#pragma once

#include <optional>

namespace protolabel::project {

/// Adds up the time in which somebody was at work: the gaps between inputs, without those longer than the idle limit. Times are seconds on any clock
/// that only grows.
class ActiveTime {
public:
    explicit ActiveTime(double idleSeconds) : idleSeconds_(idleSeconds) {}

    void setIdleSeconds(double seconds) { idleSeconds_ = seconds; }
    /// There was an input at `now`.
    void touch(double now) {
        if (last_ && now - *last_ <= idleSeconds_) sum_ += now - *last_;
        last_ = now;
    }
    /// What has added up since the last call.
    double take() {
        const double sum = sum_;
        sum_ = 0;
        return sum;
    }

private:
    double idleSeconds_;
    double sum_ = 0;
    std::optional<double> last_;
};

}  // namespace protolabel::project
