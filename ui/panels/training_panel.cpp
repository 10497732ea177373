#include "ui/panels/training_panel.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include "core/workflow/embedded_model.h"
#include "core/workflow/model_library.h"
#include "ui/panels/loss_curve.h"
#include "ui/session/error_text.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static const char* const kOtherFile = "?";  // of initial_: asks for a file

TrainingPanel::TrainingPanel(Workspace& workspace, Commands&, QWidget* parent)
    : QWidget(parent), workspace_(workspace), fields_(new QWidget), curve_(new LossCurve) {
    setObjectName("training");
    setWindowTitle(tr("Training"));
    addFields();
    const auto button = [](const QString& text, const char* name, const QString& tip) {
        auto* made = new QPushButton(text);
        made->setObjectName(name);
        made->setToolTip(tip);
        return made;
    };
    start_ = button(tr("&Train"), "trainingStart", tr("Trains a new model on all volumes; labels are not needed"));
    stop_ = button(tr("S&top"), "trainingStop", tr("What was learned is kept as a checkpoint to go on from"));
    resume_ = button(tr("&Go on"), "trainingResume", tr("Goes on with the training that was stopped"));
    bar_ = new QProgressBar;
    bar_->setObjectName("trainingBar");
    bar_->setAccessibleName(tr("Progress of the training"));
    state_ = new QLabel;
    state_->setObjectName("trainingState");
    state_->setWordWrap(true);

    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(6, 4, 6, 6);
    layout->addWidget(fields_);
    auto* bar = new QHBoxLayout;
    for (auto* each : {start_, stop_, resume_}) bar->addWidget(each);
    layout->addLayout(bar);
    layout->addWidget(bar_);
    layout->addWidget(state_);
    layout->addWidget(curve_, 1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);

    connect(start_, &QPushButton::clicked, this, [this] { start(false); });
    connect(resume_, &QPushButton::clicked, this, [this] { start(true); });
    connect(stop_, &QPushButton::clicked, this, &TrainingPanel::stop);
    connect(&workspace.jobs(), &Jobs::progressed, this, &TrainingPanel::follow);
    connect(&workspace.jobs(), &Jobs::ended, this, &TrainingPanel::end);
    connect(&workspace, &Workspace::projectChanged, this, [this] {
        curve_->clear();
        state_->clear();
        if (auto* project = workspace_.project())
            connect(project, &ProjectSession::changed, this, [this](const project::Changes& changes) {
                if (changes.models) addModels();
                if (changes.volumes) showState();
            });
        addModels();
        showState();
    });
    connect(&workspace.engineMonitor(), &EngineMonitor::changed, this, [this] {
        const auto& hello = workspace_.engineMonitor().hello();
        if (!hello || device_->count() > 1) return;
        for (const auto& device : hello->devices)
            device_->addItem(QString::fromStdString(device.name) + " (" + QString::fromStdString(device.id) + ")",
                             QString::fromStdString(device.id));
    });
    addModels();
    showState();
}

void TrainingPanel::addFields() {
    const auto choice = [](const char* name, const std::vector<std::pair<QString, QString>>& items) {
        auto* made = new QComboBox;
        made->setObjectName(name);
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        for (const auto& [text, data] : items) made->addItem(text, data);
        return made;
    };
    method_ = choice(
        "trainingMethod",
        {{"SQPFNet", "sqpfnet"}, {"Q-Net", "qnet"}, {"ADNet", "adnet"}, {"PANet", "panet"}, {"ALPNet", "alpnet"}});
    encoder_ = choice("trainingEncoder", {{tr("What suits the machine"), ""},
                                          {"ResNet-18", "resnet18"},
                                          {"ResNet-34", "resnet34"},
                                          {"ResNet-50", "resnet50"},
                                          {"ResNet-101", "resnet101"}});
    initial_ = choice("trainingInitial", {});
    device_ = choice("trainingDevice", {{tr("The fastest"), "auto"}});
    budget_ = new QSpinBox;
    budget_->setObjectName("trainingBudget");
    budget_->setRange(1, 1000000);
    budget_->setValue(10);
    unit_ = choice("trainingUnit", {{tr("minutes"), "minutes"}, {tr("iterations"), "iterations"}});
    unit_->setAccessibleName(tr("Unit of the budget"));
    auto* budget = new QHBoxLayout;
    budget->addWidget(budget_);
    budget->addWidget(unit_, 1);
    auto* form = new QFormLayout(fields_);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Method"), method_);
    form->addRow(tr("&Encoder"), encoder_);
    form->addRow(tr("Start &from"), initial_);
    form->addRow(tr("&Device"), device_);
    auto* budgetLabel = new QLabel(tr("&Budget"));
    budgetLabel->setBuddy(budget_);
    form->addRow(budgetLabel, budget);
    connect(unit_, &QComboBox::activated, this, [this](int unit) { budget_->setValue(unit == 0 ? 10 : 1000); });
    connect(initial_, &QComboBox::activated, this, [this] {
        if (initial_->currentData().toString() == kOtherFile) chooseFile();
    });
}

void TrainingPanel::addModels() {
    const QVariant before = initial_->currentData();
    initial_->clear();
    initial_->addItem(tr("What suits the encoder"), "");
    initial_->addItem(tr("The model of the program"), workflow::kEmbeddedModel);
    initial_->addItem(tr("Nothing"), "none");
    if (auto* project = workspace_.project())
        workspace_.notices().guard([&] {
            for (const auto& model : project->store().models())
                if (model.hash != workflow::embeddedModelHash())
                    initial_->addItem(
                        tr("%1, %2, %3")
                            .arg(QString::fromStdString(model.method), QString::fromStdString(model.encoder),
                                 QString::fromStdString(model.created).left(16).replace('T', ' ')),
                        QString::fromStdString(workflow::modelFile(project->store(), model.hash).string()));
        });
    initial_->addItem(tr("A file..."), kOtherFile);
    initial_->setCurrentIndex(std::max(initial_->findData(before), 0));
}

void TrainingPanel::chooseFile() {
    initial_->setCurrentIndex(0);
    auto* dialog = new QFileDialog(this, tr("Weights to start from"), {},
                                   tr("Weights (*.safetensors *.pth *.pt *.bin);;All files (*)"));
    dialog->setObjectName("trainingFileDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        initial_->insertItem(initial_->count() - 1, QFileInfo(file).fileName(), file);
        initial_->setCurrentIndex(initial_->count() - 2);
    });
    dialog->open();
}

workflow::TrainOptions TrainingPanel::options() const {
    workflow::TrainOptions options;
    options.method = method_->currentData().toString().toStdString();
    if (const auto encoder = encoder_->currentData().toString(); !encoder.isEmpty())
        options.encoder = encoder.toStdString();
    options.initial = initial_->currentData().toString().toStdString();
    options.device = device_->currentData().toString().toStdString();
    if (unit_->currentData().toString() == "iterations")
        options.iterations = budget_->value();
    else
        options.seconds = 60.0 * budget_->value();
    return options;
}

void TrainingPanel::start(bool resume) {
    auto* project = workspace_.project();
    if (project == nullptr || job_ != 0) return;
    workflow::TrainOptions chosen;
    if (resume)
        chosen.device = device_->currentData().toString().toStdString();
    else
        chosen = options();
    curve_->clear();
    firstDone_ = -1;
    job_ = workspace_.jobs().start(
        tr("Train %1").arg(method_->currentText()),
        [this, chosen, resume, &store = project->store(),
         engine = workspace_.engineMonitor().use()](JobControl& control) -> Jobs::Finish {
            const auto outcome = workflow::train(store, *engine, chosen, resume, control);
            return [this, outcome] {
                workspace_.engineMonitor().worked();
                QStringList notes;
                for (const auto& note : outcome.notes) notes.append(QString::fromStdString(note));
                workspace_.notices().tell(
                    tr("The model is trained: %1 iterations, loss %2. Proposals use it from now on. %3")
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
    state_->setText(tr("Preparing the volumes"));
    bar_->setRange(0, 0);
    showState();
}

void TrainingPanel::stop() {
    workspace_.jobs().cancel(job_);
    state_->setText(tr("Stopping"));
}

void TrainingPanel::follow(int number) {
    if (number != job_) return;
    const auto job = workspace_.jobs().job(number);
    if (!job) return;
    const auto& progress = job->progress;
    bar_->setRange(0, static_cast<int>(progress.total));
    bar_->setValue(static_cast<int>(progress.done));
    if (progress.stage != "train") {
        state_->setText(progress.stage == "supervoxels"
                            ? tr("Cutting volumes into supervoxels: %1 of %2").arg(progress.done).arg(progress.total)
                            : tr("Preparing"));
        return;
    }
    if (firstDone_ < 0) {
        firstDone_ = progress.done;
        sinceTrain_.start();
    }
    if (const auto loss = progress.metrics.find("loss"); loss != progress.metrics.end())
        curve_->add(static_cast<double>(progress.done), loss->second);
    QString text = tr("Iteration %1 of %2").arg(progress.done).arg(progress.total);
    if (const auto done = progress.done - firstDone_; done > 0) {
        const double each = static_cast<double>(sinceTrain_.elapsed()) / 1000.0 / static_cast<double>(done);
        const auto left = static_cast<qint64>(each * static_cast<double>(progress.total - progress.done));
        text += ", " + (left >= 90 ? tr("about %n minute(s) left", nullptr, static_cast<int>((left + 30) / 60))
                                   : tr("about %n second(s) left", nullptr, static_cast<int>(left)));
    }
    state_->setText(text);
}

void TrainingPanel::end(int number) {
    if (number != job_) return;
    const auto job = workspace_.jobs().job(number);
    job_ = 0;
    if (job && job->state == JobInfo::State::Done) state_->setText(tr("Done: the model is the project's newest."));
    if (job && job->state == JobInfo::State::Cancelled) state_->setText(tr("Stopped. It can go on where it was."));
    if (job && job->state == JobInfo::State::Failed) state_->setText(job->error);
    showState();
}

void TrainingPanel::showState() {
    auto* project = workspace_.project();
    const bool may = project != nullptr && !project->readOnly() && !project->volumes().empty();
    const bool runs = job_ != 0;
    fields_->setEnabled(may && !runs);
    start_->setEnabled(may && !runs);
    stop_->setEnabled(runs);
    bool checkpoint = false;
    if (may) workspace_.notices().guard([&] { checkpoint = workflow::hasCheckpoint(project->store()); });
    resume_->setEnabled(may && !runs && checkpoint);
    bar_->setVisible(runs);
}

}  // namespace protolabel::ui
