#pragma once

#include <cstdint>
#include <string>

#include "core/base/inner_control.h"

namespace protolabel::workflow {

/// A job within a job: what it reports becomes steps of the outer stage ("supervoxels 3/20"), its cancellation is the outer one's.
class Stage : public InnerControl {
public:
    Stage(JobControl& outer, std::string name, std::int64_t total)
        : InnerControl(outer), name_(std::move(name)), total_(total) {
        report();
    }

    /// One unit is done.
    void advance() {
        ++done_;
        report();
    }
    /// One unit is done. Throws Cancelled when the outer job was asked to stop.
    void step() {
        advance();
        check();
    }
    std::int64_t done() const { return done_; }

private:
    void report() { outer().progress({name_, done_, total_, {}}); }

    std::string name_;
    std::int64_t done_ = 0;
    std::int64_t total_;
};

}  // namespace protolabel::workflow
