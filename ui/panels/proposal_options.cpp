#include "ui/panels/proposal_options.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSlider>
#include <QSpinBox>

#include "core/workflow/embedded_model.h"
#include "ui/panels/model_items.h"
#include "ui/panels/wheel_guard.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

template <class Field>
static Field* named(Field* field, const char* name) {
    field->setObjectName(name);
    return field;
}

ProposalOptions::ProposalOptions(Workspace& workspace, QWidget* parent) : QWidget(parent), workspace_(workspace) {
    model_ = named(new QComboBox, "proposalsModel");
    model_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    shots_ = named(new QSpinBox, "proposalsShots");
    shots_->setRange(1, 10);
    shots_->setToolTip(tr("How many of the nearest supports each slice is segmented with"));
    largest_ = named(new QCheckBox(tr("Only the &largest connected object")), "proposalsLargest");
    everyVolume_ = named(new QCheckBox(tr("Live on the o&ther volumes too")), "proposalsEveryVolume");
    finished_ = named(new QCheckBox(tr("Learn from &finished volumes")), "proposalsFinished");
    finished_->setToolTip(
        tr("Where three or more volumes are complete, their shapes and what they teach about the scores count too"));
    makeRefining();
    makeMethod();
    auto* alpha = new QHBoxLayout;
    alpha->addWidget(alpha_, 1);
    alpha->addWidget(alphaValue_);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Model"), model_);
    form->addRow(tr("&Supports per slice"), shots_);
    for (auto* box : {blend_, clean_, range_, snap_, largest_}) form->addRow(box);
    form->addRow(everyVolume_);
    form->addRow(finished_);
    form->addRow(chosen_);
    form->addRow(own_);
    auto* alphaLabel = new QLabel(tr("Al&pha"));
    alphaLabel->setBuddy(alpha_);
    form->addRow(alphaLabel, alpha);
    form->addRow(tr("&Regions"), regions_);
    form->addRow(thresholdOwn_, threshold_);
    for (QWidget* field : std::initializer_list<QWidget*>{model_, shots_, alpha_, regions_, threshold_})
        WheelGuard::protect(*field);
    connectFields();
    followProject();
}

void ProposalOptions::makeRefining() {
    blend_ = named(new QCheckBox(tr("&Blend with what is drawn")), "proposalsBlend");
    blend_->setToolTip(
        tr("Where the label is drawn in the volume: weigh the model against the interpolation between the "
           "drawn slices and their grey values"));
    clean_ = named(new QCheckBox(tr("Lea&ve out islands, fill holes")), "proposalsClean");
    clean_->setToolTip(
        tr("Where the label is drawn in the volume: leave out what does not hang together with it, and "
           "fill holes unless a drawn shape has some"));
    range_ = named(new QCheckBox(tr("Only where the ob&ject reaches")), "proposalsRange");
    range_->setToolTip(
        tr("Where the label is drawn in other volumes only: find out which slices correspond to theirs, and "
           "leave out the slices beyond the object's ends"));
    snap_ = named(new QCheckBox(tr("Boundaries follow the ima&ge")), "proposalsSnap");
    snap_->setToolTip(tr("Move boundaries by a few pixels to where the grey values change"));
}

void ProposalOptions::makeMethod() {
    own_ = named(new QCheckBox(tr("&Options of my own")), "proposalsOwn");
    own_->setToolTip(tr("Otherwise they are chosen for you, per label, by trying them on the supports"));
    chosen_ = named(new QLabel, "proposalsChosen");
    chosen_->setWordWrap(true);
    alpha_ = named(new QSlider(Qt::Horizontal), "proposalsAlpha");
    alpha_->setRange(0, 20);
    alpha_->setToolTip(tr("1: only what the supports look like; less: also what was found on the slice itself"));
    alphaValue_ = new QLabel;
    alphaValue_->setMinimumWidth(fontMetrics().horizontalAdvance("0.00 "));
    regions_ = named(new QSpinBox, "proposalsRegions");
    regions_->setRange(1, 50);
    regions_->setToolTip(tr("Parts that the object on a support is divided into"));
    thresholdOwn_ = named(new QCheckBox(tr("T&hreshold")), "proposalsThresholdOwn");
    threshold_ = named(new QDoubleSpinBox, "proposalsThreshold");
    threshold_->setAccessibleName(tr("Threshold"));
    threshold_->setRange(-20, 20);
    threshold_->setSingleStep(0.25);
    threshold_->setToolTip(tr("Higher: more is taken for the object. It was learned near -10"));
}

void ProposalOptions::connectFields() {
    recount_.setSingleShot(true);
    recount_.setInterval(100);
    settle_.setSingleShot(true);
    settle_.setInterval(120);  // while a slider moves
    connect(&recount_, &QTimer::timeout, this, &ProposalOptions::showChosen);
    connect(&settle_, &QTimer::timeout, this, &ProposalOptions::takeSettings);
    const auto take = [this] {
        if (!showing_) settle_.start();
    };
    connect(model_, &QComboBox::activated, this, take);
    for (auto* box : {own_, thresholdOwn_, blend_, clean_, range_, snap_, largest_, finished_})
        connect(box, &QCheckBox::toggled, this, take);
    for (auto* box : {shots_, regions_}) connect(box, &QSpinBox::valueChanged, this, take);
    connect(alpha_, &QSlider::valueChanged, this, take);
    connect(alpha_, &QSlider::valueChanged, this,
            [this](int value) { alphaValue_->setText(QLocale().toString(value / 20.0, 'f', 2)); });
    connect(threshold_, &QDoubleSpinBox::valueChanged, this, take);
    connect(everyVolume_, &QCheckBox::toggled, this, [this](bool on) {
        if (!showing_) workspace_.proposer().setEveryVolume(on);
    });
    auto& proposer = workspace_.proposer();
    connect(&workspace_, &Workspace::projectChanged, this, &ProposalOptions::followProject);
    connect(&workspace_, &Workspace::edited, this, [this](const project::Changes& changes) {
        if (changes.models) showModels();
    });
    connect(&proposer, &Proposer::settingsChanged, this, &ProposalOptions::showSettings);
    connect(&proposer, &Proposer::progressed, this, [this] {
        if (!recount_.isActive()) recount_.start();
    });
}

void ProposalOptions::followProject() {
    showModels();
    showSettings();
}

void ProposalOptions::showModels() {
    model_->clear();
    model_->addItem(tr("The project's model"), QString());
    model_->addItem(tr("Comes with the program"), QString(workflow::kEmbeddedModel));
    addModels(*model_, workspace_, [](const auto& model) { return QString::fromStdString(model.hash); });
    const int at = model_->findData(QString::fromStdString(workspace_.proposer().settings().model));
    model_->setCurrentIndex(std::max(at, 0));
}

void ProposalOptions::showSettings() {
    showing_ = true;
    const auto& settings = workspace_.proposer().settings();
    model_->setCurrentIndex(std::max(model_->findData(QString::fromStdString(settings.model)), 0));
    own_->setChecked(settings.changes.any());
    alpha_->setValue(qRound(20 * settings.changes.alpha.value_or(1)));
    alphaValue_->setText(QLocale().toString(alpha_->value() / 20.0, 'f', 2));
    regions_->setValue(settings.changes.regions.value_or(1));
    thresholdOwn_->setChecked(settings.changes.threshold.has_value());
    if (settings.changes.threshold) threshold_->setValue(*settings.changes.threshold);
    if (!settings.changes.any()) threshold_->setValue(-10);
    shots_->setValue(settings.shots);
    largest_->setChecked(settings.largest);
    finished_->setChecked(settings.finished);
    blend_->setChecked(settings.refine.blend);
    clean_->setChecked(settings.refine.clean);
    range_->setChecked(settings.refine.range);
    snap_->setChecked(settings.refine.snap);
    everyVolume_->setChecked(workspace_.proposer().everyVolume());
    for (QWidget* field : std::initializer_list<QWidget*>{alpha_, regions_, thresholdOwn_})
        field->setEnabled(own_->isChecked());
    threshold_->setEnabled(own_->isChecked() && thresholdOwn_->isChecked());
    showing_ = false;
    showChosen();
}

void ProposalOptions::takeSettings() {
    auto settings = workspace_.proposer().settings();
    settings.model = model_->currentData().toString().toStdString();
    settings.shots = shots_->value();
    settings.largest = largest_->isChecked();
    settings.finished = finished_->isChecked();
    settings.refine = {blend_->isChecked(), clean_->isChecked(), range_->isChecked(), snap_->isChecked()};
    settings.changes = {};
    if (own_->isChecked()) {
        settings.changes.alpha = alpha_->value() / 20.0;
        settings.changes.regions = regions_->value();
        if (thresholdOwn_->isChecked()) settings.changes.threshold = threshold_->value();
    }
    workspace_.proposer().setSettings(settings);
}

void ProposalOptions::showChosen() {
    QStringList chosen, lines;
    const auto* project = workspace_.project();
    if (project != nullptr && !own_->isChecked())
        for (const auto& [id, tuned] : workspace_.proposer().tuned())
            if (const auto* label = project->label(id))
                chosen.append(tr("%1: alpha %2, threshold %3")
                                  .arg(QString::fromStdString(label->name),
                                       QLocale().toString(tuned.options.alpha, 'g', 2),
                                       tuned.options.threshold ? QLocale().toString(*tuned.options.threshold, 'f', 2)
                                                               : tr("as learned")));
    if (!chosen.isEmpty()) lines.append(tr("Chosen for you: %1").arg(chosen.join("; ")));
    if (project != nullptr)
        for (const auto& [id, volumes] : workspace_.proposer().taught())
            if (const auto* label = project->label(id))
                lines.append(tr("%1: weighed with what %2 finished volumes taught")
                                 .arg(QString::fromStdString(label->name))
                                 .arg(volumes));
    chosen_->setText(lines.join('\n'));
    chosen_->setVisible(!lines.isEmpty());
}

}  // namespace protolabel::ui
