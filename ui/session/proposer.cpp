#include "ui/session/proposer.h"

#include <algorithm>

#include "core/workflow/volumes.h"
#include "ui/session/error_text.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kPause = 10;  // ms: strokes and clicks that come together are one request

/// One request: what its job needs and where its answers go.
struct Proposer::Task {
    Proposer& proposer;
    Workspace& workspace;
    project::ProjectStore& store;
    std::shared_ptr<workflow::LivePredictor> predictor;
    std::shared_ptr<engine::Engine> engine;
    workflow::LiveSettings settings;
    int number = 0;
    int slice = 0;
    bool live = true;
    std::vector<project::VolumeRecord> volumes;  ///< the shown one first
    project::EditInfo info;

    /// On the UI thread, unless a later request has come.
    void post(std::function<void()> what) const {
        QMetaObject::invokeMethod(
            &proposer,
            [proposer = &proposer, number = number, what = std::move(what)] {
                if (proposer->number_ == number) what();
            },
            Qt::QueuedConnection);
    }

    workflow::LivePass predict(const project::VolumeRecord& volume, JobControl& control) const {
        const int slices = workflow::layoutOf(volume).slices;
        const int first = volume.id == volumes.front().id ? slice : slices / 2;
        return predictor->predict(*engine, volume, workflow::outwards(first, slices), {}, settings, control,
                                  [this](const workflow::LiveSlice& arrived) { show(arrived); });
    }

    void show(const workflow::LiveSlice& arrived) const {
        post([&proposer = proposer, &workspace = workspace, arrived] {
            if (proposer.milliseconds_ == 0 && proposer.sinceChange_.isValid())
                proposer.milliseconds_ = std::max<int>(1, static_cast<int>(proposer.sinceChange_.elapsed()));
            if (auto* shown = workspace.shown())
                shown->showProposal(arrived.volume, arrived.slice, arrived.label, arrived.mask);
            emit proposer.progressed();
        });
    }

    /// Storing would end redo: what follows an undo is only shown.
    void finish(const workflow::LivePass& pass) const {
        if (pass.proposals.empty()) return;
        const auto edits = store.edits();
        const bool redo = std::any_of(edits.begin(), edits.end(), [](const auto& edit) { return edit.undone; });
        if (!redo) predictor->store({pass}, info);
        post([&proposer = proposer, pass, redo] {
            proposer.current_.insert(pass.volume.id);
            if (redo) proposer.unstored_[pass.volume.id] = pass;
            emit proposer.progressed();
        });
    }

    void runLive(JobControl& control) const {
        const auto& shown = volumes.front();
        finish(predict(shown, control));
        if (!settings.changes.any() && predictor->tune(*engine, settings, control)) finish(predict(shown, control));
        for (std::size_t i = 1; i < volumes.size(); ++i) {
            control.check();
            if (workflow::isPresent(volumes[i])) finish(predict(volumes[i], control));
        }
    }

    void runOnce(JobControl& control) const {
        workflow::requirePresent(volumes);
        if (!settings.changes.any()) predictor->tune(*engine, settings, control);
        std::vector<workflow::LivePass> passes;
        for (const auto& volume : volumes) passes.push_back(predict(volume, control));
        control.check();
        const bool none =
            std::all_of(passes.begin(), passes.end(), [](const auto& pass) { return pass.proposals.empty(); });
        if (none)
            throw Error("propose.no_support",
                        "there is nothing to learn from: draw a label on a slice and mark the slice as support");
        predictor->store(passes, info);
        post([&proposer = proposer, volumes = volumes] {
            for (const auto& volume : volumes) proposer.current_.insert(volume.id);
            emit proposer.progressed();
        });
    }
};

Proposer::Proposer(Workspace& workspace) : workspace_(workspace) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPause);
    connect(&pause_, &QTimer::timeout, this, &Proposer::request);
    connect(&workspace, &Workspace::projectAboutToClose, this, [this] {
        pause_.stop();
        cancel();
    });
    connect(&workspace, &Workspace::projectChanged, this, &Proposer::followProject);
    connect(&workspace, &Workspace::shownChanged, this, [this] {
        const auto* shown = workspace_.shown();
        if (shown != nullptr && shown->record() != nullptr && current_.count(shown->id()) == 0 && live_) pause_.start();
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
        connect(project, &ProjectSession::changed, this, &Proposer::follow);
        if (project->readOnly()) setLive(false);
    }
    emit settingsChanged();
}

bool Proposer::concerns(const project::Changes& changes) const {
    if (changes.supports) return true;
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
    sinceChange_.start();
    if (live_) pause_.start();
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

void Proposer::request() {
    auto* shown = workspace_.shown();
    if (shown == nullptr || shown->record() == nullptr || !predictor_) return;
    const auto& supports = workspace_.project()->supports();
    if (std::none_of(supports.begin(), supports.end(), [](const auto& support) { return support.enabled; })) {
        cancel();
        return;
    }
    const auto task = std::make_shared<Task>(Task{*this,
                                                  workspace_,
                                                  workspace_.project()->store(),
                                                  predictor_,
                                                  workspace_.engineMonitor().use(),
                                                  settings_,
                                                  0,
                                                  slice_,
                                                  true,
                                                  {},
                                                  {}});
    task->volumes.push_back(*shown->record());
    if (everyVolume_)
        for (const auto& volume : workspace_.project()->volumes())
            if (volume.id != shown->id() && current_.count(volume.id) == 0) task->volumes.push_back(volume);
    task->info.name = tr("Propose").toStdString();
    task->info.tool = "live";
    task->info.merge = "live";
    milliseconds_ = 0;
    start(tr("Live proposals"), task);
}

void Proposer::predict(const std::vector<VolumeId>& volumes) {
    if (!predictor_ || volumes.empty()) return;
    const auto task = std::make_shared<Task>(Task{*this,
                                                  workspace_,
                                                  workspace_.project()->store(),
                                                  predictor_,
                                                  workspace_.engineMonitor().use(),
                                                  settings_,
                                                  0,
                                                  slice_,
                                                  false,
                                                  {},
                                                  {}});
    for (const auto id : volumes)
        if (const auto* volume = workspace_.project()->volume(id)) task->volumes.push_back(*volume);
    if (task->volumes.empty()) return;
    const QString what = task->volumes.size() == 1 ? QString::fromStdString(task->volumes.front().name)
                                                   : tr("%n volumes", nullptr, static_cast<int>(task->volumes.size()));
    task->info =
        workspace_.project()->signedBy({.name = tr("Propose on %1").arg(what).toStdString(), .tool = "predict"});
    lastProblem_.clear();
    sinceChange_.start();
    milliseconds_ = 0;
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

std::map<LabelId, engine::TunedLabel> Proposer::tuned() const {
    return predictor_ ? predictor_->tuned() : std::map<LabelId, engine::TunedLabel>();
}

}  // namespace protolabel::ui
