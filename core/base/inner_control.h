#pragma once

#include "core/base/job_control.h"

namespace protolabel {

/// The stage in which the worker tells that it goes on with another device, or in smaller batches, for lack of memory.
inline constexpr const char* kDeviceStage = "device";

/// A job within a job: cancelled and interrupted with the outer one. Its progress is not told, but for a change of device, which people should
/// hear of whatever they wait for.
class InnerControl : public JobControl {
public:
    explicit InnerControl(JobControl& outer) : outer_(outer) {}
    void progress(const Progress& progress) override {
        if (progress.stage == kDeviceStage) outer_.progress(progress);
    }
    bool cancelled() const override { return outer_.cancelled(); }
    void yield() override { outer_.yield(); }

protected:
    JobControl& outer() { return outer_; }

private:
    JobControl& outer_;
};

}  // namespace protolabel
