#include "ui/panels/review_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "core/review/expectation.h"
#include "core/workflow/review_work.h"
#include "ui/commands/commands.h"
#include "ui/models/review_model.h"
#include "ui/panels/comment_box.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/tables.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

using review::Which;

ReviewPanel::ReviewPanel(Workspace& workspace, Commands& commands, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      model_(new ReviewModel(workspace, this)),
      view_(makeTable(*model_, "reviewTable", tr("Slices to review"))),
      progress_(new QProgressBar),
      note_(new QLabel),
      comments_(new CommentBox(workspace)) {
    setObjectName("review");
    setWindowTitle(tr("Review"));
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    progress_->setObjectName("reviewProgress");
    progress_->setAccessibleName(tr("Slices reviewed"));
    progress_->setAlignment(Qt::AlignCenter);
    note_->setObjectName("reviewNote");
    note_->setWordWrap(true);
    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(6, 4, 6, 6);
    layout->setSpacing(4);
    layout->addLayout(makeFilters());
    layout->addWidget(progress_);
    layout->addWidget(view_, 1);
    layout->addWidget(note_);
    layout->addWidget(makeButtons(commands));
    layout->addWidget(comments_);
    fillScrolled(*this, inside);
    setFocusProxy(view_);

    pace_.setSingleShot(true);
    pace_.setInterval(1000);
    connect(&pace_, &QTimer::timeout, this, &ReviewPanel::measurePace);
    connect(view_, &QTreeView::activated, this, &ReviewPanel::go);
    connect(&workspace.review(), &ReviewQueue::changed, this, &ReviewPanel::refresh);
    connect(&workspace, &Workspace::projectChanged, this, &ReviewPanel::followProject);
    connect(&workspace, &Workspace::edited, this, [this](const project::Changes& changes) {
        if (changes.labels) showLabels();
        pace_.start();
    });
    connect(&workspace, &Workspace::shownChanged, this, &ReviewPanel::showCurrent);
    connect(&workspace.proposer(), &Proposer::sliceChanged, this, &ReviewPanel::showCurrent);
    connect(&workspace.agreement(), &Agreement::changed, this, &ReviewPanel::showCurrent);
    followProject();
}

QLayout* ReviewPanel::makeFilters() {
    auto& queue = workspace_.review();
    which_ = new QComboBox;
    which_->setObjectName("reviewWhich");
    which_->setAccessibleName(tr("Which slices"));
    for (const auto& [which, text] : {std::pair{Which::Open, tr("To review")},
                                      {Which::Finished, tr("Second look")},
                                      {Which::Flagged, tr("Flagged")},
                                      {Which::Commented, tr("With comments")},
                                      {Which::Proposed, tr("Proposed")},
                                      {Which::Corrected, tr("Corrected")},
                                      {Which::Accepted, tr("Accepted")},
                                      {Which::Confirmed, tr("Confirmed")},
                                      {Which::Untouched, tr("Untouched")}})
        which_->addItem(text, static_cast<int>(which));
    which_->setToolTip(tr("Second look: what is finished, for another reader to agree with, comment on or send back"));
    connect(which_, &QComboBox::currentIndexChanged, this,
            [this, &queue] { queue.setWhich(static_cast<Which>(which_->currentData().toInt())); });
    label_ = new QComboBox;
    label_->setObjectName("reviewLabel");
    label_->setAccessibleName(tr("Of which label"));
    connect(label_, &QComboBox::activated, this,
            [this, &queue] { queue.setLabel(LabelId{label_->currentData().toLongLong()}); });
    order_ = new QComboBox;
    order_->setObjectName("reviewOrder");
    order_->setAccessibleName(tr("Order of the slices"));
    order_->addItem(tr("Most useful first"), static_cast<int>(review::Order::Gain));
    order_->addItem(tr("Volume by volume"), static_cast<int>(review::Order::ByVolume));
    order_->setToolTip(tr("Useful: much of the object is proposed there, and the model is likely to be wrong"));
    connect(order_, &QComboBox::currentIndexChanged, this,
            [this, &queue] { queue.setOrder(static_cast<review::Order>(order_->currentData().toInt())); });
    for (auto* box : {which_, label_, order_})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* line = new QHBoxLayout;
    line->setSpacing(3);
    for (auto* box : {which_, label_, order_}) line->addWidget(box, 1);
    return line;
}

QWidget* ReviewPanel::makeButtons(Commands& commands) {
    auto* widget = new QWidget;
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(3);
    const auto button = [&](const QString& id, int row, int column, int columns = 1) {
        auto* made = textButton(commands.action(id), "review." + id.section('.', 1) + "Button");
        made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        grid->addWidget(made, row, column, 1, columns);
        return made;
    };
    for (const auto& [column, stretch] : {std::pair{0, 3}, {1, 2}, {2, 4}, {3, 3}})
        grid->setColumnStretch(column, stretch);
    button("proposals.previous", 0, 0);
    button("proposals.next", 0, 1);
    accept_ = button("proposals.accept_slice", 0, 2);
    agree_ = button("review.agree", 0, 2);
    button("review.flag", 0, 3);
    sendBack_ = button("review.send_back", 0, 3);
    sendBack_->setText(tr("Send &back"));
    sendBack_->setToolTip(tr("Flags the slice for the first reader, with the comment below if there is one"));
    connect(sendBack_, &QToolButton::clicked, this, [this, &commands] { sendBack(commands); });
    button("review.suggest", 1, 0, 3);
    goesOn_ = new QCheckBox(tr("&Go on"));
    goesOn_->setObjectName("reviewGoesOn");
    goesOn_->setToolTip(tr("Shows the next slice after each decision on one of the list"));
    goesOn_->setChecked(workspace_.review().goesOn());
    connect(goesOn_, &QCheckBox::toggled, this, [this](bool on) { workspace_.review().setGoesOn(on); });
    grid->addWidget(goesOn_, 1, 3);
    return widget;
}

void ReviewPanel::followProject() {
    secondsPerSlice_ = 0;
    showLabels();
    measurePace();
    refresh();
}

void ReviewPanel::showLabels() {
    label_->clear();
    label_->addItem(tr("All labels"), 0);
    if (const auto* project = workspace_.project())
        for (const auto& label : project->labels())
            label_->addItem(QString::fromStdString(label.name), qlonglong(label.id.value));
    const int at = label_->findData(qlonglong(workspace_.review().label().value));
    label_->setCurrentIndex(std::max(at, 0));
}

void ReviewPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
    measurePace();
}

void ReviewPanel::refresh() {
    if (!isVisible()) return;
    model_->refresh();
    const bool second = workspace_.review().which() == Which::Finished;
    accept_->setVisible(!second);
    agree_->setVisible(second);
    sendBack_->setVisible(second);
    findChild<QToolButton*>("review.flagButton")->setVisible(!second);
    showProgress();
    showCurrent();
}

void ReviewPanel::measurePace() {
    if (!isVisible() || workspace_.project() == nullptr) return;
    workspace_.notices().guard([&] {
        secondsPerSlice_ = workflow::reviewHistoryOf(workspace_.project()->store()).secondsPerSlice.value_or(0);
    });
    showProgress();
}

static QString timeLeft(double seconds) {
    if (seconds < 60) return ReviewPanel::tr("less than a minute left");
    if (seconds < 5400) return ReviewPanel::tr("about %n min left", nullptr, qRound(seconds / 60));
    return ReviewPanel::tr("about %n h left", nullptr, qRound(seconds / 3600));
}

void ReviewPanel::showProgress() {
    review::Progress progress;
    if (workspace_.project() != nullptr) workspace_.notices().guard([&] { progress = workspace_.review().progress(); });
    const int all = progress.done + progress.open;
    progress_->setRange(0, std::max(all, 1));
    progress_->setValue(progress.done);
    QString text =
        all > 0 ? tr("%1 of %n slice(s) reviewed", nullptr, all).arg(progress.done) : tr("Nothing is proposed");
    if (secondsPerSlice_ > 0 && progress.open > 0) {
        const QString left = ", " + timeLeft(secondsPerSlice_ * progress.open);
        const bool fits = fontMetrics().horizontalAdvance(text + left) < progress_->width() - 12;
        text = (fits ? text : tr("%1 of %2").arg(progress.done).arg(all)) + left;
    }
    progress_->setFormat(text);
}

QString ReviewPanel::activeLabel() const {
    const auto* label =
        workspace_.project() != nullptr ? workspace_.project()->label(workspace_.editor().label()) : nullptr;
    return label != nullptr ? QString::fromStdString(label->name) : QString();
}

void ReviewPanel::showCurrent() {
    const auto* record = workspace_.record();
    const int row = record != nullptr ? model_->rowOf(record->id, workspace_.proposer().slice()) : -1;
    if (row >= 0) {
        view_->setCurrentIndex(model_->index(row, 0));
        view_->scrollTo(model_->index(row, 0));
    } else {
        view_->selectionModel()->clear();
    }
    const bool far = row >= 0 && model_->at(row).distance > review::kFar;
    const auto& agreement = workspace_.agreement().value();
    if (row >= 0 && !far && !agreement && isVisible()) workspace_.agreement().want();
    note_->setText(
        far ? tr("Far from every support: draw it and mark it (M).")
        : agreement && *agreement < Agreement::kLow
            ? tr("The supports of %1 disagree: %2 % overlap.").arg(activeLabel()).arg(qRound(100 * *agreement))
        : model_->rowCount() == 0 ? tr("No slice is listed.")
                                  : QString());
    note_->setVisible(!note_->text().isEmpty());
}

void ReviewPanel::go() {
    const QModelIndex current = view_->currentIndex();
    if (!current.isValid()) return;
    const auto& place = model_->at(current.row());
    workspace_.review().visit(place.volume, place.slice);
}

void ReviewPanel::sendBack(Commands& commands) {
    const auto* record = workspace_.record();
    if (record == nullptr || workspace_.project()->readOnly()) return;
    comments_->add();
    workspace_.review().decide(record->id, workspace_.proposer().slice(), [&] {
        if (auto* flag = commands.action("review.flag")) flag->trigger();
    });
}

}  // namespace protolabel::ui
