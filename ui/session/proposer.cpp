#include "ui/session/proposer.h"

#include <algorithm>
#include <utility>

#include "core/workflow/model_library.h"
#include "core/workflow/volume_marks.h"
#include "ui/session/error_text.h"
#include "ui/session/proposer_task.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kPause = 10;  // ms: strokes and clicks that come together are one request

Proposer::Proposer(Workspace& workspace) : workspace_(workspace) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPause);
    connect(&pause_, &QTimer::timeout, this, &Proposer::request);
    connect(&workspace, &Workspace::projectAboutToClose, this, [this] {
        pause_.stop();
        cancel();
    });
    connect(&workspace, &Workspace::projectChanged, this, &Proposer::followProject);
    connect(&workspace, &Workspace::edited, this, &Proposer::follow);
    connect(&workspace, &Workspace::shownChanged, this, [this] {
        const auto* record = workspace_.record();
        if (record != nullptr && current_.count(record->id) == 0 && live_) pause_.start();
    });
    connect(&workspace.jobs(), &Jobs::ended, this, [this](int number) {
        if (number == job_) end();
    });
    connect(&workspace.engineMonitor(), &EngineMonitor::renewed, this, [this] {
        lastProblem_.clear();
        if (live_) pause_.start();
    });
}

Proposer::~Proposer() = default;

void Proposer::followProject() {
    unstored_.clear();
    current_.clear();
    predictor_.reset();
    settings_.model.clear();
    lastProblem_.clear();
    if (auto* project = workspace_.project()) {
        predictor_ = std::make_shared<workflow::LivePredictor>(project->store());
        modelInUse_ = workflow::modelInUse(project->store());
        completed_ = workflow::volumeMarks(project->store()).complete;
        if (project->readOnly()) setLive(false);
    }
    emit settingsChanged();
}

bool Proposer::concerns(const project::Changes& changes) {
    if (changes.supports) return true;
    if (changes.models || changes.settings) {
        const auto before = std::exchange(modelInUse_, workflow::modelInUse(workspace_.project()->store()));
        if (before != modelInUse_ && settings_.model.empty()) return true;
        auto completed = workflow::volumeMarks(workspace_.project()->store()).complete;
        if (std::exchange(completed_, std::move(completed)) != completed_ && settings_.finished) return true;
    }
    for (const auto& support : workspace_.project()->supports()) {
        const auto slices = changes.annotation.find(support.volume);
        if (support.enabled && slices != changes.annotation.end() && slices->second.count(support.slice) != 0)
            return true;
    }
    return false;
}

void Proposer::follow(const project::Changes& changes) {
    if (!concerns(changes)) return;
    current_.clear();
    unstored_.clear();
    if (live_) pause_.start();
}

void Proposer::setSlice(int slice) {
    if (slice == slice_) return;
    slice_ = slice;
    emit sliceChanged();
}

void Proposer::setLive(bool on) {
    auto* project = workspace_.project();
    if (on && project != nullptr && project->readOnly()) {
        workspace_.notices().tell(tr("This project is open for reading only; proposals cannot be kept"));
        on = false;
    }
    if (on == live_) {
        emit liveChanged(on);  // a button may show otherwise
        return;
    }
    live_ = on;
    lastProblem_.clear();
    if (on) {
        pause_.start();
    } else {
        pause_.stop();
        cancel();
        if (workspace_.shown() != nullptr && unstored_.empty()) workspace_.shown()->dropUnstoredProposals();
    }
    emit liveChanged(on);
}

void Proposer::setSettings(const workflow::LiveSettings& settings) {
    if (settings == settings_) return;
    settings_ = settings;
    current_.clear();
    unstored_.clear();
    if (live_) pause_.start();
    emit settingsChanged();
}

void Proposer::setEveryVolume(bool on) {
    everyVolume_ = on;
    if (live_) pause_.start();
    emit settingsChanged();
}

std::shared_ptr<Proposer::Task> Proposer::makeTask(bool live) {
    return std::make_shared<Task>(Task{*this,
                                       workspace_,
                                       workspace_.project()->store(),
                                       predictor_,
                                       workspace_.engineMonitor().use(),
                                       settings_,
                                       0,
                                       slice_,
                                       live,
                                       {},
                                       {}});
}

void Proposer::request() {
    const auto* shown = workspace_.record();
    if (shown == nullptr || !predictor_) return;
    const auto& supports = workspace_.project()->supports();
    if (std::none_of(supports.begin(), supports.end(), [](const auto& support) { return support.enabled; })) {
        cancel();
        return;
    }
    const auto task = makeTask(true);
    task->volumes.push_back(*shown);
    if (everyVolume_)
        for (const auto& volume : workspace_.project()->volumes())
            if (volume.id != shown->id && current_.count(volume.id) == 0) task->volumes.push_back(volume);
    task->info.name = tr("Propose").toStdString();
    task->info.tool = "live";
    task->info.merge = "live";
    start(tr("Live proposals"), task);
}

void Proposer::predict(const std::vector<VolumeId>& volumes) {
    if (!predictor_ || volumes.empty()) return;
    const auto task = makeTask(false);
    for (const auto id : volumes)
        if (const auto* volume = workspace_.project()->volume(id)) task->volumes.push_back(*volume);
    if (task->volumes.empty()) return;
    const QString what = task->volumes.size() == 1 ? QString::fromStdString(task->volumes.front().name)
                                                   : tr("%n volumes", nullptr, static_cast<int>(task->volumes.size()));
    task->info = workspace_.project()->timed({.name = tr("Propose on %1").arg(what).toStdString(), .tool = "predict"});
    lastProblem_.clear();
    start(tr("Propose on %1").arg(what), task);
}

void Proposer::start(const QString& title, std::shared_ptr<Task> task) {
    workspace_.jobs().cancel(job_);
    const int number = task->number = ++number_;
    job_ = workspace_.jobs().start(
        title,
        [this, task](JobControl& control) -> Jobs::Finish {
            if (task->live)
                task->runLive(control);
            else
                task->runOnce(control);
            return [this] {
                workspace_.engineMonitor().worked();
                lastProblem_.clear();
            };
        },
        this,
        [this, number](const Error& error) {
            if (number == number_) fail(error);
        });
    emit workingChanged();
}

void Proposer::cancel() {
    ++number_;  // answers under way are dropped
    workspace_.jobs().cancel(job_);
    end();
}

void Proposer::end() {
    if (job_ == 0) return;
    job_ = 0;
    emit workingChanged();
}

std::map<LabelId, workflow::CheckedLabel> Proposer::checked() const {
    return predictor_ ? predictor_->checked() : std::map<LabelId, workflow::CheckedLabel>();
}

/// Told once, not at every stroke; drawing goes on whatever happens.
void Proposer::fail(const Error& error) {
    end();
    const bool workers = workspace_.engineMonitor().report(error);
    const QString text = errorText(error);
    if (text != lastProblem_)
        workspace_.notices().post(workers ? Severity::Problem : Severity::Warning,
                                  tr("No proposals: %1. Drawing goes on as usual.").arg(text));
    lastProblem_ = text;
    if (workers && error.code() != "worker.crashed") setLive(false);
}

void Proposer::storeShown() {
    if (unstored_.empty()) return;
    std::vector<workflow::LivePass> passes;
    for (const auto& [volume, pass] : unstored_) passes.push_back(pass);
    predictor_->store(passes, {.name = tr("Propose").toStdString(), .tool = "live", .merge = "live"});
    unstored_.clear();
}

std::map<LabelId, int> Proposer::taught() const {
    const auto* shown = workspace_.shown();
    return predictor_ && shown != nullptr && settings_.finished ? predictor_->taught(shown->id())
                                                                : std::map<LabelId, int>();
}

std::map<LabelId, engine::TunedLabel> Proposer::tuned() const {
    return predictor_ ? predictor_->tuned() : std::map<LabelId, engine::TunedLabel>();
}

}  // namespace protolabel::ui
