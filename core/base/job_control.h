#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/base/error.h"

namespace protolabel {

/// How far a job is: `done` of `total` units of `stage` ("supervoxels", "train", ...); total 0 = not known.
struct Progress {
    std::string stage;
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::map<std::string, double> metrics;  ///< e.g. {"loss", 0.41}, {"seconds_per_iteration", 0.5}
};

/// The two-way line between a long job and whoever started it. Calls are cheap and may come from the job's thread
/// at any rate: receivers throttle. The base class ignores progress and never cancels.
class JobControl {
public:
    virtual ~JobControl() = default;
    virtual void progress(const Progress&) {}
    virtual bool cancelled() const { return false; }

    /// Called by long jobs between units of work; may run other, more urgent work on the same thread.
    virtual void yield() {}

    /// Throws Cancelled when cancelled() is true.
    void check() const {
        if (cancelled()) throw Cancelled();
    }
};

}  // namespace protolabel
