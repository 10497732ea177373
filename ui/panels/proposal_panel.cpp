#include "ui/panels/proposal_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <map>

#include "core/workflow/embedded_model.h"
#include "ui/commands/commands.h"
#include "ui/panels/map_choice.h"
#include "ui/panels/wheel_guard.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

ProposalPanel::ProposalPanel(Workspace& workspace, Commands& commands, QWidget* parent)
    : QWidget(parent), workspace_(workspace) {
    setObjectName("proposals");
    setWindowTitle(tr("Proposals"));
    counts_ = new QTreeWidget;
    counts_->setObjectName("proposalsCounts");
    counts_->setAccessibleName(tr("Proposals on this volume"));
    counts_->setRootIsDecorated(false);
    counts_->setUniformRowHeights(true);
    counts_->setHeaderLabels({tr("Label"), tr("Slices"), tr("Sure"), tr("Dice of the supports")});
    counts_->headerItem()->setToolTip(2, tr("Mean confidence of the model"));
    counts_->headerItem()->setToolTip(3, tr("Each support segmented from the others, with the options chosen for you"));
    counts_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    counts_->setMinimumHeight(90);
    state_ = new QLabel;
    state_->setObjectName("proposalsState");
    state_->setWordWrap(true);
    warning_ = new QLabel;
    warning_->setObjectName("proposalsWarning");
    warning_->setWordWrap(true);

    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(6, 4, 6, 6);
    layout->addWidget(makeButtons(commands));
    layout->addWidget(state_);
    layout->addWidget(warning_);
    layout->addWidget(counts_, 1);
    layout->addWidget(new MapChoice(workspace));
    layout->addWidget(makeOptions());
    auto* scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);

    recount_.setSingleShot(true);
    recount_.setInterval(100);
    settle_.setSingleShot(true);
    settle_.setInterval(120);  // while a slider moves
    connect(&recount_, &QTimer::timeout, this, &ProposalPanel::showCounts);
    connect(&settle_, &QTimer::timeout, this, &ProposalPanel::takeSettings);
    auto& proposer = workspace.proposer();
    connect(&workspace, &Workspace::projectChanged, this, &ProposalPanel::followProject);
    connect(&workspace, &Workspace::shownChanged, &recount_, qOverload<>(&QTimer::start));
    connect(&proposer, &Proposer::settingsChanged, this, &ProposalPanel::showSettings);
    connect(&proposer, &Proposer::liveChanged, this, &ProposalPanel::showState);
    connect(&proposer, &Proposer::workingChanged, this, &ProposalPanel::showState);
    connect(&proposer, &Proposer::progressed, this, [this] {
        if (!recount_.isActive()) recount_.start();
    });
    followProject();
}

QWidget* ProposalPanel::makeButtons(Commands& commands) {
    auto* widget = new QWidget;
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    const auto button = [&](const QString& id, int row, int column, int columns = 1) {
        auto* action = commands.action(id);
        if (action == nullptr) return;
        auto* made = new QToolButton;
        made->setDefaultAction(action);
        made->setObjectName("proposals." + id.section('.', 1) + "Button");
        made->setToolButtonStyle(Qt::ToolButtonTextOnly);
        // Narrower than its text if need be: a panel that must be scrolled sideways hides whole buttons. The tool tip says it all.
        made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        made->setFocusPolicy(Qt::TabFocus);
        grid->addWidget(made, row, column, 1, columns);
    };
    button("proposals.live", 0, 0, 2);
    button("proposals.predict_volume", 1, 0);
    button("proposals.predict_all", 1, 1);
    button("proposals.accept_slice", 2, 0);
    button("proposals.accept_volume", 2, 1);
    button("proposals.accept_label", 3, 0, 2);
    button("proposals.reject_slice", 4, 0, 2);
    button("proposals.previous", 5, 0);
    button("proposals.next", 5, 1);
    return widget;
}

QWidget* ProposalPanel::makeOptions() {
    auto* widget = new QWidget;
    auto* form = new QFormLayout(widget);
    form->setContentsMargins(0, 0, 0, 0);
    const auto named = [](auto* field, const char* name) {
        field->setObjectName(name);
        return field;
    };
    model_ = named(new QComboBox, "proposalsModel");
    model_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    shots_ = named(new QSpinBox, "proposalsShots");
    shots_->setRange(1, 10);
    shots_->setToolTip(tr("How many of the nearest supports each slice is segmented with"));
    largest_ = named(new QCheckBox(tr("Only the &largest connected object")), "proposalsLargest");
    everyVolume_ = named(new QCheckBox(tr("Live on the o&ther volumes too")), "proposalsEveryVolume");
    own_ = named(new QCheckBox(tr("&Options of my own")), "proposalsOwn");
    own_->setToolTip(tr("Otherwise they are chosen for you, per label, by trying them on the supports"));
    chosen_ = named(new QLabel, "proposalsChosen");
    chosen_->setWordWrap(true);
    alpha_ = named(new QSlider(Qt::Horizontal), "proposalsAlpha");
    alpha_->setRange(0, 20);
    alpha_->setToolTip(tr("1: only what the supports look like; less: also what was found on the slice itself"));
    alphaValue_ = new QLabel;
    alphaValue_->setMinimumWidth(fontMetrics().horizontalAdvance("0.00 "));
    auto* alpha = new QHBoxLayout;
    alpha->addWidget(alpha_, 1);
    alpha->addWidget(alphaValue_);
    regions_ = named(new QSpinBox, "proposalsRegions");
    regions_->setRange(1, 50);
    regions_->setToolTip(tr("Parts that the object on a support is divided into"));
    thresholdOwn_ = named(new QCheckBox(tr("T&hreshold")), "proposalsThresholdOwn");
    threshold_ = named(new QDoubleSpinBox, "proposalsThreshold");
    threshold_->setAccessibleName(tr("Threshold"));
    threshold_->setRange(-20, 20);
    threshold_->setSingleStep(0.25);
    threshold_->setToolTip(tr("Higher: more is taken for the object. It was learned near -10"));
    form->addRow(tr("&Model"), model_);
    form->addRow(tr("&Supports per slice"), shots_);
    form->addRow(largest_);
    form->addRow(everyVolume_);
    form->addRow(chosen_);
    form->addRow(own_);
    auto* alphaLabel = new QLabel(tr("Al&pha"));
    alphaLabel->setBuddy(alpha_);
    form->addRow(alphaLabel, alpha);
    form->addRow(tr("&Regions"), regions_);
    form->addRow(thresholdOwn_, threshold_);
    for (QWidget* field : std::initializer_list<QWidget*>{model_, shots_, alpha_, regions_, threshold_})
        WheelGuard::protect(*field);
    const auto take = [this] {
        if (!showing_) settle_.start();
    };
    connect(model_, &QComboBox::activated, this, take);
    for (auto* box : {own_, thresholdOwn_, largest_}) connect(box, &QCheckBox::toggled, this, take);
    for (auto* box : {shots_, regions_}) connect(box, &QSpinBox::valueChanged, this, take);
    connect(alpha_, &QSlider::valueChanged, this, take);
    connect(alpha_, &QSlider::valueChanged, this,
            [this](int value) { alphaValue_->setText(QLocale().toString(value / 20.0, 'f', 2)); });
    connect(threshold_, &QDoubleSpinBox::valueChanged, this, take);
    connect(everyVolume_, &QCheckBox::toggled, this, [this](bool on) {
        if (!showing_) workspace_.proposer().setEveryVolume(on);
    });
    return widget;
}

void ProposalPanel::followProject() {
    if (auto* project = workspace_.project())
        connect(project, &ProjectSession::changed, this, [this](const project::Changes& changes) {
            if (changes.models) showModels();
            recount_.start();
        });
    showModels();
    showSettings();
    showCounts();
    showState();
}

void ProposalPanel::showModels() {
    model_->clear();
    model_->addItem(tr("The project's model"), QString());
    model_->addItem(tr("Comes with the program"), QString(workflow::kEmbeddedModel));
    if (auto* project = workspace_.project())
        workspace_.notices().guard([&] {
            for (const auto& model : project->store().models())
                if (model.hash != workflow::embeddedModelHash())
                    model_->addItem(
                        tr("%1, %2, %3")
                            .arg(QString::fromStdString(model.method), QString::fromStdString(model.encoder),
                                 QString::fromStdString(model.created).left(16).replace('T', ' ')),
                        QString::fromStdString(model.hash));
        });
    const int at = model_->findData(QString::fromStdString(workspace_.proposer().settings().model));
    model_->setCurrentIndex(std::max(at, 0));
}

void ProposalPanel::showSettings() {
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
    everyVolume_->setChecked(workspace_.proposer().everyVolume());
    for (QWidget* field : std::initializer_list<QWidget*>{alpha_, regions_, thresholdOwn_})
        field->setEnabled(own_->isChecked());
    threshold_->setEnabled(own_->isChecked() && thresholdOwn_->isChecked());
    showing_ = false;
}

void ProposalPanel::takeSettings() {
    auto settings = workspace_.proposer().settings();
    settings.model = model_->currentData().toString().toStdString();
    settings.shots = shots_->value();
    settings.largest = largest_->isChecked();
    settings.changes = {};
    if (own_->isChecked()) {
        settings.changes.alpha = alpha_->value() / 20.0;
        settings.changes.regions = regions_->value();
        if (thresholdOwn_->isChecked()) settings.changes.threshold = threshold_->value();
    }
    workspace_.proposer().setSettings(settings);
}

void ProposalPanel::showCounts() {
    counts_->clear();
    warning_->hide();
    const auto* shown = workspace_.shown();
    auto* project = workspace_.project();
    if (project == nullptr || shown == nullptr || shown->record() == nullptr) return;
    struct Sum {
        int slices = 0, far = 0;
        double confidence = 0;
    };
    std::map<LabelId, Sum> sums;
    workspace_.notices().guard([&] {
        for (const auto& proposal : project->store().proposals(shown->id())) {
            auto& sum = sums[proposal.label];
            ++sum.slices;
            sum.confidence += proposal.confidence;
            sum.far += proposal.distance > kFar;
        }
    });
    const auto tuned = workspace_.proposer().tuned();
    QStringList far, chosen;
    for (const auto& label : project->labels()) {
        const auto own = tuned.find(label.id);
        const QString name = QString::fromStdString(label.name);
        if (own != tuned.end())
            chosen.append(tr("%1: alpha %2, threshold %3")
                              .arg(name, QLocale().toString(own->second.options.alpha, 'g', 2),
                                   own->second.options.threshold
                                       ? QLocale().toString(*own->second.options.threshold, 'f', 2)
                                       : tr("as learned")));
        const auto sum = sums.find(label.id);
        if (sum == sums.end() && own == tuned.end()) continue;
        const Sum of = sum == sums.end() ? Sum() : sum->second;
        auto* row = new QTreeWidgetItem(counts_);
        row->setText(0, name);
        row->setText(1, QString::number(of.slices));
        row->setText(2, of.slices > 0 ? tr("%1 %").arg(qRound(100 * of.confidence / of.slices)) : QString());
        if (own != tuned.end()) row->setText(3, tr("%1 %").arg(qRound(own->second.after)));
        for (const int column : {1, 2, 3}) row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (of.far > 0) far.append(tr("%1 on %n slice(s)", nullptr, of.far).arg(name));
    }
    chosen_->setText(chosen.isEmpty() || own_->isChecked() ? QString()
                                                           : tr("Chosen for you: %1").arg(chosen.join("; ")));
    chosen_->setVisible(!chosen_->text().isEmpty());
    warning_->setText(tr("Far from every support: %1. Draw a slice like these and mark it (M).").arg(far.join(", ")));
    warning_->setVisible(!far.isEmpty());
    showState();
}

void ProposalPanel::showState() {
    auto& proposer = workspace_.proposer();
    QString text;
    if (proposer.working())
        text = tr("Working...");
    else if (proposer.live())
        text = tr("Live: follows every change of a support.");
    else
        text = tr("Not live: press L, or propose when you like.");
    if (proposer.milliseconds() > 0) text += " " + tr("The first slice took %1 ms.").arg(proposer.milliseconds());
    state_->setText(text);
}

}  // namespace protolabel::ui
