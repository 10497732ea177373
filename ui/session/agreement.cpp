#include "ui/session/agreement.h"

#include <algorithm>

#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kPause = 400;  // ms that the view rests before anything is asked

Agreement::Agreement(Workspace& workspace) : workspace_(workspace) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPause);
    connect(&pause_, &QTimer::timeout, this, &Agreement::ask);
    connect(&workspace, &Workspace::projectChanged, this, &Agreement::outdate);
    connect(&workspace, &Workspace::edited, this, &Agreement::outdate);
    connect(&workspace, &Workspace::shownChanged, this, &Agreement::outdate);
    connect(&workspace.editor(), &Editor::labelChanged, this, &Agreement::outdate);
    connect(&workspace.proposer(), &Proposer::settingsChanged, this, &Agreement::outdate);
    connect(&workspace.proposer(), &Proposer::sliceChanged, this, &Agreement::outdate);
    connect(&workspace.jobs(), &Jobs::ended, this, [this](int number) {
        if (number == job_) job_ = 0;
    });
}

void Agreement::outdate() {
    pause_.stop();
    workspace_.jobs().cancel(job_);
    asked_ = false;
    if (!value_) return;
    value_.reset();
    emit changed();
}

void Agreement::want() {
    if (!asked_ && !pause_.isActive()) pause_.start();
}

void Agreement::ask() {
    const auto* record = workspace_.record();
    auto& proposer = workspace_.proposer();
    if (record == nullptr || !proposer.predictor()) return;
    if (!workspace_.engineMonitor().hello() || proposer.working() || workspace_.training().running()) return;
    const int slice = proposer.slice();
    const auto label = workspace_.editor().label();
    bool proposed = false;
    workspace_.notices().guard([&] {
        const auto proposals = workspace_.project()->store().proposals(record->id);
        proposed = std::any_of(proposals.begin(), proposals.end(),
                               [&](const auto& p) { return p.slice == slice && p.label == label; });
    });
    asked_ = true;
    if (!proposed) return;
    job_ = workspace_.jobs().start(
        tr("How far supports agree"),
        [this, slice, label, volume = *record, settings = proposer.settings(), predictor = proposer.predictor(),
         engine = workspace_.engineMonitor().use()](JobControl& control) -> Jobs::Finish {
            const auto value = predictor->agreement(*engine, volume, slice, label, settings, control);
            return [this, value] {
                value_ = value;
                emit changed();
            };
        },
        this, [this](const Error& error) { workspace_.engineMonitor().report(error); });
}

}  // namespace protolabel::ui
