#include "ui/session/training_control.h"

#include <QLocale>

#include "core/base/inner_control.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/model_library.h"
#include "ui/session/error_text.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

TrainingControl::TrainingControl(Workspace& workspace) : workspace_(workspace) {
    connect(&workspace.jobs(), &Jobs::progressed, this, &TrainingControl::follow);
    connect(&workspace.jobs(), &Jobs::ended, this, &TrainingControl::end);
    connect(&workspace, &Workspace::projectChanged, this, &TrainingControl::followProject);
    connect(&workspace, &Workspace::edited, this, [this](const project::Changes& changes) {
        if (!changes.models && !changes.settings) return;
        // Undone, or chosen otherwise.
        const auto models = workspace_.project()->store().models();
        if (std::none_of(models.begin(), models.end(), [&](const auto& m) { return m.hash == newModel_; }))
            newModel_.clear();
        emit changed();
    });
}

void TrainingControl::followProject() {
    job_ = comparing_ = 0;
    ending_ = Ending::None;
    text_.clear();
    newModel_.clear();
    comparison_.reset();
    unfinished_.reset();
    preview_ = {};
    if (auto* project = workspace_.project()) {
        workspace_.notices().guard([&] { unfinished_ = workflow::unfinishedTraining(project->store()); });
        if (unfinished_)
            text_ = tr("A training of %1 was stopped at iteration %2 of %3. It can go on.")
                        .arg(QString::fromStdString(unfinished_->encoder))
                        .arg(unfinished_->iteration)
                        .arg(unfinished_->iterations);
    }
    emit changed();
}

void TrainingControl::say(const QString& text) {
    text_ = text;
    emit changed();
}

void TrainingControl::start(const workflow::TrainOptions& options) {
    if (workspace_.project() == nullptr || running()) return;
    newModel_.clear();
    comparison_.reset();
    emit begun();
    run(tr("Train %1").arg(QString::fromStdString(options.method.value_or("sqpfnet"))), options, false);
}

void TrainingControl::resume(const std::string& device) {
    if (workspace_.project() == nullptr || running() || !unfinished_) return;
    workflow::TrainOptions options;
    options.device = device;
    run(tr("Go on training"), options, true);
}

void TrainingControl::run(const QString& title, const workflow::TrainOptions& given, bool resume) {
    auto* project = workspace_.project();
    auto options = given;
    options.use = false;  // the user chooses
    workflow::TrainWatch watch;
    if (!options.finish) watch.place = choosePreview();
    firstDone_ = -1;
    done_ = total_ = 0;
    job_ = workspace_.jobs().start(
        title,
        [this, options, resume, watch, &store = project->store(),
         engine = workspace_.engineMonitor().use()](JobControl& control) -> Jobs::Finish {
            auto told = watch;
            told.preview = [this, &control](std::int64_t iteration, const std::map<LabelId, labels::Mask>& masks) {
                if (control.cancelled()) return;
                QMetaObject::invokeMethod(
                    this,
                    [this, iteration, masks] {
                        if (!running()) return;
                        preview_.iteration = iteration;
                        preview_.masks = masks;
                        emit previewed();
                    },
                    Qt::QueuedConnection);
            };
            const auto outcome = workflow::train(store, *engine, options, resume, control, told);
            return [this, outcome] {
                workspace_.engineMonitor().worked();
                newModel_ = outcome.model.hash;
                newLearnedLabels_ = outcome.model.provenance.find("\"label_share\"") != std::string::npos;
                comparison_.reset();
                QStringList notes;
                for (const auto& note : outcome.notes) notes.append(QString::fromStdString(note));
                workspace_.notices().tell(tr("The model is trained: %1 iterations, loss %2. %3")
                                              .arg(outcome.result.iterations)
                                              .arg(QLocale().toString(outcome.result.loss, 'g', 3), notes.join("; "))
                                              .trimmed());
            };
        },
        this,
        [this](const Error& error) {
            workspace_.engineMonitor().report(error);
            workspace_.notices().post(Severity::Problem, tr("Training ended: %1").arg(errorText(error)));
        });
    unfinished_.reset();
    say(options.finish ? tr("Making a model of what was learned") : tr("Starting the engine"));
}

/// The slice in view.
std::optional<workflow::PreviewPlace> TrainingControl::choosePreview() {
    preview_ = {};
    if (const auto* record = workspace_.record()) {
        preview_.volume = record->id;
        preview_.slice = workspace_.proposer().slice();
        preview_.axis = record->sliceAxis;
        preview_.image = workspace_.shown()->image();
    }
    emit previewed();
    if (!preview_.image) return {};
    return workflow::PreviewPlace{preview_.volume, preview_.slice};
}

void TrainingControl::pause() {
    if (!running()) return;
    ending_ = Ending::Pause;
    workspace_.jobs().cancel(job_);
    say(tr("Pausing: the state is being kept"));
}

void TrainingControl::stop() {
    if (running()) {
        ending_ = Ending::Stop;
        workspace_.jobs().cancel(job_);
        return say(tr("Stopping"));
    }
    if (!unfinished_) return;
    workflow::TrainOptions options;
    options.finish = true;
    run(tr("Make a model of what was learned"), options, true);
}

void TrainingControl::forget() {
    if (running() || workspace_.project() == nullptr) return;
    workspace_.notices().guard([&] { workflow::forgetTraining(workspace_.project()->store()); });
    unfinished_.reset();
    say({});
}

void TrainingControl::follow(int number) {
    if (number != job_ || ending_ != Ending::None) return;
    const auto job = workspace_.jobs().job(number);
    if (!job) return;
    const auto& progress = job->progress;
    const auto total = static_cast<int>(progress.total);
    const bool cut = progress.stage == "supervoxels" && progress.done == progress.total;
    done_ = static_cast<int>(progress.done);
    total_ = cut ? 0 : total;  // how long what follows takes nobody knows
    if (cut) return say(tr("The engine prepares to learn from %n volume(s)", nullptr, total));
    if (progress.stage == "supervoxels")
        return say(tr("Cutting volumes into supervoxels: %1 of %2").arg(progress.done).arg(total));
    if (progress.stage == kDeviceStage)
        return say(progress.metrics.count("lost") != 0 && progress.metrics.at("lost") > 0
                       ? tr("The GPU failed: training goes on on the processor")
                       : tr("The GPU has not enough memory: training goes on on the processor"));
    if (progress.stage != "train") return;
    if (const auto loss = progress.metrics.find("loss"); loss != progress.metrics.end())
        emit lossKnown(static_cast<double>(progress.done), loss->second);
    say(tr("Iteration %1 of %2").arg(progress.done).arg(progress.total) + remaining(progress.done, progress.total));
}

/// ", about 3 minutes left", from the rate since this start.
QString TrainingControl::remaining(std::int64_t done, std::int64_t total) {
    if (firstDone_ < 0) {
        firstDone_ = done;
        sinceTrain_.start();
    }
    if (done <= firstDone_) return {};
    const double each = static_cast<double>(sinceTrain_.elapsed()) / 1000.0 / static_cast<double>(done - firstDone_);
    const auto left = static_cast<qint64>(each * static_cast<double>(total - done));
    return ", " + (left >= 90 ? tr("about %n minute(s) left", nullptr, static_cast<int>((left + 30) / 60))
                              : tr("about %n second(s) left", nullptr, static_cast<int>(left)));
}

void TrainingControl::end(int number) {
    if (number == comparing_) {
        comparing_ = 0;
        emit changed();
    }
    if (number != job_) return;
    const auto job = workspace_.jobs().job(number);
    const auto ending = std::exchange(ending_, Ending::None);
    job_ = 0;
    workspace_.notices().guard([&] {
        if (auto* project = workspace_.project()) unfinished_ = workflow::unfinishedTraining(project->store());
    });
    if (job && job->state == JobInfo::State::Done)
        text_ = tr("Done. Compare the new model with the one in use, then choose.");
    else if (job && job->state == JobInfo::State::Failed)
        text_ = job->error;
    else if (!unfinished_)
        text_ = tr("Stopped before anything was learned.");
    else if (ending == Ending::Stop)
        return stop();
    else
        text_ = tr("Paused at iteration %1. It can go on, after a restart too.").arg(unfinished_->iteration);
    emit changed();
}

QString TrainingControl::titleOf(const std::string& model) const {
    if (workspace_.project() != nullptr && model != workflow::kEmbeddedModel)
        for (const auto& known : workspace_.project()->store().models())
            if (known.hash == model) return titleOf(known);
    return tr("the model of the program");
}

QString TrainingControl::titleOf(const project::ModelRecord& model) {
    return model.hash == workflow::embeddedModelHash() ? tr("the model of the program")
                                                       : QString::fromStdString(workflow::modelTitle(model));
}

void TrainingControl::compare() {
    auto* project = workspace_.project();
    if (project == nullptr || newModel_.empty() || comparing()) return;
    comparison_.reset();
    comparing_ = workspace_.jobs().start(
        tr("Compare the models"),
        [this, fresh = newModel_, &store = project->store(),
         engine = workspace_.engineMonitor().use()](JobControl& control) -> Jobs::Finish {
            const auto found = workflow::compareModels(store, *engine, workflow::modelInUse(store), fresh, control);
            return [this, found] {
                comparison_ = found;
                emit compared();
            };
        },
        this,
        [this](const Error& error) {
            workspace_.engineMonitor().report(error);
            workspace_.notices().post(Severity::Warning, errorText(error));
        });
    emit changed();
}

void TrainingControl::use(const std::string& model) {
    auto* project = workspace_.project();
    if (project == nullptr) return;
    workspace_.notices().guard([&] {
        workflow::useModel(project->store(), model,
                           project->timed({.name = tr("Use %1").arg(titleOf(model)).toStdString(), .tool = "model"}));
    });
}

void TrainingControl::setGoOnWhenClosed(bool on) {
    goesOn_ = on;
    emit changed();
}

}  // namespace protolabel::ui
