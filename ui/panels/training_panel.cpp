#include "ui/panels/training_panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/models/support_picture.h"
#include "ui/panels/loss_curve.h"
#include "ui/panels/model_choice.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/training_fields.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kPreview = 200;  // pixels a side

TrainingPanel::TrainingPanel(Workspace& workspace, Commands&, QWidget* parent)
    : QWidget(parent), workspace_(workspace), fields_(new TrainingFields(workspace)), curve_(new LossCurve) {
    setObjectName("training");
    setWindowTitle(tr("Training"));
    bar_ = new QProgressBar;
    bar_->setObjectName("trainingBar");
    bar_->setAccessibleName(tr("Progress of the training"));
    bar_->setFormat(tr("%v of %m"));
    state_ = new QLabel;
    state_->setObjectName("trainingState");
    state_->setWordWrap(true);
    goOn_ = new QCheckBox(tr("&Go on when the window is closed"));
    goOn_->setObjectName("trainingGoOn");
    goOn_->setToolTip(tr("Otherwise closing the window pauses the training; it can go on later"));
    preview_ = new QLabel;
    preview_->setObjectName("trainingPreview");
    preview_->setAccessibleName(tr("A slice as the model in training segments it"));
    preview_->setAlignment(Qt::AlignCenter);
    preview_->setMinimumHeight(kPreview);  // not squeezed by what stands above it
    previewText_ = new QLabel;
    previewText_->setObjectName("trainingPreviewText");
    previewText_->setWordWrap(true);

    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(6, 4, 6, 6);
    layout->addWidget(fields_);
    layout->addWidget(makeButtons());
    layout->addWidget(goOn_);
    layout->addWidget(bar_);
    layout->addWidget(state_);
    layout->addWidget(new ModelChoice(workspace));
    layout->addWidget(curve_, 1);
    layout->addWidget(preview_);
    layout->addWidget(previewText_);
    auto* scroll = fillScrolled(*this, inside);

    auto& training = workspace.training();
    connect(&training, &TrainingControl::changed, this, &TrainingPanel::showState);
    connect(&training, &TrainingControl::lossKnown, curve_, &LossCurve::add);
    connect(&training, &TrainingControl::begun, curve_, &LossCurve::clear);
    // In a low panel what it does is otherwise out of sight, below what was chosen.
    for (auto* button : {start_, resume_})
        connect(button, &QPushButton::clicked, scroll, [this, scroll] {
            if (workspace_.training().running())
                QTimer::singleShot(0, scroll, [this, scroll] { scroll->ensureWidgetVisible(curve_); });
        });
    connect(&training, &TrainingControl::previewed, this, &TrainingPanel::showPreview);
    connect(goOn_, &QCheckBox::toggled, &training, &TrainingControl::setGoOnWhenClosed);
    connect(&workspace, &Workspace::projectChanged, this, [this] {
        curve_->clear();
        showState();
        showPreview();
    });
    connect(&workspace, &Workspace::edited, this, [this](const project::Changes& changes) {
        if (changes.volumes) showState();
    });
    showState();
    showPreview();
}

QWidget* TrainingPanel::makeButtons() {
    auto* widget = new QWidget;
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    const auto button = [&](const QString& text, const char* name, const QString& tip, int row, int column) {
        auto* made = new QPushButton(text);
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        grid->addWidget(made, row, column);
        return made;
    };
    start_ = button(tr("&Train"), "trainingStart", tr("Trains a new model; labels are not needed"), 0, 0);
    pause_ = button(tr("&Pause"), "trainingPause", tr("What was learned is kept to go on from"), 0, 1);
    resume_ = button(tr("&Resume"), "trainingResume", tr("Goes on with the training that was paused"), 1, 0);
    stop_ = button(tr("&Stop"), "trainingStop", tr("What was learned so far becomes a model"), 1, 1);
    auto& training = workspace_.training();
    connect(start_, &QPushButton::clicked, this, &TrainingPanel::start);
    connect(pause_, &QPushButton::clicked, &training, &TrainingControl::pause);
    connect(resume_, &QPushButton::clicked, this, [this] { workspace_.training().resume(fields_->device()); });
    connect(stop_, &QPushButton::clicked, &training, &TrainingControl::stop);
    return widget;
}

/// A new training takes the place of a paused one: not without a question.
void TrainingPanel::start() {
    if (!fields_->complete())
        return workspace_.notices().tell(tr("Tick the volumes to learn from, or choose all volumes"));
    const auto& unfinished = workspace_.training().unfinished();
    if (!unfinished) return workspace_.training().start(fields_->options());
    auto* box = new QMessageBox(QMessageBox::Question, tr("Train"),
                                tr("There is a training that was paused at iteration %1 of %2.")
                                    .arg(unfinished->iteration)
                                    .arg(unfinished->iterations),
                                QMessageBox::Cancel, this);
    box->setObjectName("trainingQuestion");
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("A new training throws away what it learned."));
    auto* begin = box->addButton(tr("&Begin a new one"), QMessageBox::DestructiveRole);
    connect(begin, &QPushButton::clicked, this, [this] {
        workspace_.training().forget();
        workspace_.training().start(fields_->options());
    });
    box->setDefaultButton(QMessageBox::Cancel);
    box->open();
}

void TrainingPanel::showState() {
    auto& training = workspace_.training();
    auto* project = workspace_.project();
    const bool may = project != nullptr && !project->readOnly() && !project->volumes().empty();
    const bool runs = training.running(), ends = training.ending();
    const bool paused = may && !runs && training.unfinished().has_value();
    fields_->setEnabled(may && !runs);
    start_->setEnabled(may && !runs);
    pause_->setEnabled(runs && !ends);
    resume_->setEnabled(paused);
    stop_->setEnabled((runs && !ends) || paused);
    goOn_->setEnabled(may);
    goOn_->setChecked(training.goOnWhenClosed());
    bar_->setVisible(runs);
    bar_->setRange(0, training.total());
    bar_->setValue(training.done());
    state_->setText(training.stateText());
    state_->setVisible(!state_->text().isEmpty());
}

void TrainingPanel::showPreview() {
    const auto& preview = workspace_.training().preview();
    const bool there = preview.iteration >= 0 && preview.image != nullptr && workspace_.project() != nullptr;
    preview_->setVisible(there);
    previewText_->setVisible(there);
    if (!there) return;
    const auto window = workspace_.window();
    QImage picture = supportPicture(*preview.image, preview.axis, preview.slice, window, {},
                                    palette().color(QPalette::Text), kPreview);
    for (const auto& [id, mask] : preview.masks)
        if (const auto* label = workspace_.project()->label(id)) {
            const auto& color = label->color;
            outlineMask(picture, *preview.image, preview.axis, mask, QColor(color.red, color.green, color.blue));
        }
    preview_->setPixmap(QPixmap::fromImage(picture));
    const auto* volume = workspace_.project()->volume(preview.volume);
    previewText_->setText(tr("%1, slice %2, as the model segments it at iteration %3")
                              .arg(volume != nullptr ? QString::fromStdString(volume->name) : QString())
                              .arg(preview.slice)
                              .arg(preview.iteration));
}

}  // namespace protolabel::ui
