#include "ui/session/proposer_task.h"

#include <QElapsedTimer>
#include <algorithm>
#include <set>

#include "core/workflow/volumes.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

/// On the UI thread, unless a later request has come.
void Proposer::Task::post(std::function<void()> what) const {
    QMetaObject::invokeMethod(
        &proposer,
        [proposer = &proposer, number = number, what = std::move(what)] {
            if (proposer->number_ == number) what();
        },
        Qt::QueuedConnection);
}

workflow::LivePass Proposer::Task::predict(const project::VolumeRecord& volume, JobControl& control) const {
    const int slices = workflow::layoutOf(volume).slices;
    const int first = volume.id == volumes.front().id ? slice : slices / 2;
    return predictor->predict(*engine, volume, workflow::outwards(first, slices), {}, settings, control,
                              [this](const workflow::LiveSlice& arrived) { show(arrived); });
}

void Proposer::Task::show(const workflow::LiveSlice& arrived) const {
    post([&proposer = proposer, &workspace = workspace, arrived] {
        if (auto* shown = workspace.shown())
            shown->showProposal(arrived.volume, arrived.slice, arrived.label, arrived.mask);
        emit proposer.progressed();
    });
}

/// Storing would end redo: what follows an undo is only shown.
void Proposer::Task::finish(const workflow::LivePass& pass, JobControl& control) const {
    control.check();
    if (pass.proposals.empty()) return;
    const bool redo = store.nextRedo().has_value();
    if (!redo) predictor->store({pass}, info);
    post([&proposer = proposer, pass, redo] {
        proposer.current_.insert(pass.volume.id);
        if (redo) proposer.unstored_[pass.volume.id] = pass;
        emit proposer.progressed();
    });
}

/// How good the supports say the proposals are.
void Proposer::Task::check(JobControl& control) const {
    if (!predictor->check(*engine, settings, control)) return;
    post([&proposer = proposer, &workspace = workspace] {
        review::Corrections corrections;
        for (const auto& [label, checked] : proposer.checked()) corrections[label] = checked.correction;
        workspace.review().setCorrections(corrections);
        emit proposer.progressed();
    });
}

void Proposer::Task::runLive(JobControl& control) const {
    const auto& shown = volumes.front();
    finish(predict(shown, control), control);
    bool other = !settings.changes.any() && predictor->tune(*engine, settings, control);
    other |= predictor->learn(*engine, shown, settings, control);
    if (other) finish(predict(shown, control), control);
    check(control);
    for (std::size_t i = 1; i < volumes.size(); ++i) {
        control.check();
        if (!workflow::isPresent(volumes[i])) continue;
        predictor->learn(*engine, volumes[i], settings, control);
        finish(predict(volumes[i], control), control);
    }
}

static QString inWords(double seconds) {
    return seconds < 90 ? Proposer::tr("%n second(s)", nullptr, qRound(seconds))
                        : Proposer::tr("%n minute(s)", nullptr, qRound(seconds / 60));
}

void Proposer::Task::tell(const std::vector<workflow::LivePass>& passes, double seconds) const {
    int slices = 0;
    bool asked = false;
    for (const auto& pass : passes) {
        std::set<int> proposed;
        for (const auto& label : pass.proposals)
            for (const auto& [slice, proposal] : label.slices) {
                asked = true;
                if (!proposal.runs.empty()) proposed.insert(slice);
            }
        slices += static_cast<int>(proposed.size());
    }
    post([&workspace = workspace, asked, slices, seconds, volumes = static_cast<int>(volumes.size())] {
        if (!asked)
            return workspace.notices().tell(Proposer::tr(
                "Nothing is left to propose: the labels are annotated, or known to be absent, on every slice"));
        workspace.notices().tell(Proposer::tr("Proposed on %n slice(s)", nullptr, slices) + " " +
                                 Proposer::tr("of %n volume(s) in %1", nullptr, volumes).arg(inWords(seconds)));
    });
}

void Proposer::Task::runOnce(JobControl& control) const {
    QElapsedTimer time;
    time.start();
    workflow::requirePresent(volumes);
    if (!settings.changes.any()) predictor->tune(*engine, settings, control);
    std::vector<workflow::LivePass> passes;
    for (const auto& volume : volumes) {
        predictor->learn(*engine, volume, settings, control);
        passes.push_back(predict(volume, control));
    }
    control.check();
    if (std::all_of(passes.begin(), passes.end(), [](const auto& pass) { return pass.proposals.empty(); }))
        throw Error("propose.no_support",
                    "there is nothing to learn from: draw a label on a slice and mark the slice as support");
    predictor->store(passes, info);
    post([&proposer = proposer, volumes = volumes] {
        for (const auto& volume : volumes) proposer.current_.insert(volume.id);
        emit proposer.progressed();
    });
    check(control);
    tell(passes, static_cast<double>(time.elapsed()) / 1000);
}

}  // namespace protolabel::ui
