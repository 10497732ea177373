#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "ui/session/proposer.h"

namespace protolabel::ui {

/// One request of the Proposer: what its job needs and where its answers go. Its functions run on the job's thread.
struct Proposer::Task {
    Proposer& proposer;
    Workspace& workspace;
    project::ProjectStore& store;
    std::shared_ptr<workflow::LivePredictor> predictor;
    std::shared_ptr<engine::Engine> engine;
    workflow::LiveSettings settings;
    int number = 0;
    int slice = 0;  ///< in view
    bool live = true;
    std::vector<project::VolumeRecord> volumes;  ///< the shown one first
    project::EditInfo info;

    /// The shown volume, then the options of each label and what finished volumes teach (and the volume again where these changed), then the other
    /// volumes; each is stored when it is finished.
    void runLive(JobControl& control) const;
    /// All volumes, stored as one edit.
    void runOnce(JobControl& control) const;

private:
    void post(std::function<void()> what) const;
    workflow::LivePass predict(const project::VolumeRecord& volume, JobControl& control) const;
    void show(const workflow::LiveSlice& arrived) const;
    void check(JobControl& control) const;
    void finish(const workflow::LivePass& pass, JobControl& control) const;
    void tell(const std::vector<workflow::LivePass>& passes, double seconds) const;  ///< what came of runOnce
};

}  // namespace protolabel::ui
