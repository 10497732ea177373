#include "ui/shell/job_indicator.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QProgressBar>
#include <QStyle>
#include <QToolButton>

#include "ui/session/jobs.h"

namespace protolabel::ui {

JobIndicator::JobIndicator(Jobs& jobs, QWidget* parent)
    : QWidget(parent), jobs_(jobs), title_(new QLabel), bar_(new QProgressBar), stop_(new QToolButton) {
    setObjectName("jobIndicator");
    bar_->setObjectName("jobProgress");
    bar_->setAccessibleName(tr("Progress"));
    bar_->setFixedWidth(120);
    bar_->setTextVisible(false);
    stop_->setObjectName("jobStop");
    stop_->setAutoRaise(true);
    stop_->setIcon(style()->standardIcon(QStyle::SP_BrowserStop));
    stop_->setAccessibleName(tr("Stop this job"));
    stop_->setToolTip(tr("Stop this job"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(title_);
    layout->addWidget(bar_);
    layout->addWidget(stop_);
    connect(stop_, &QToolButton::clicked, this, [this] { jobs_.cancel(shown_); });
    for (const auto signal : {&Jobs::started, &Jobs::progressed, &Jobs::ended})
        connect(&jobs, signal, this, &JobIndicator::refresh);
    refresh();
}

void JobIndicator::refresh() {
    const JobInfo* shown = nullptr;
    int others = -1;
    const auto all = jobs_.jobs();
    for (const JobInfo& job : all)
        if (job.state == JobInfo::State::Running) {
            if (shown == nullptr) shown = &job;
            ++others;
        }
    setVisible(shown != nullptr);
    if (shown == nullptr) return;
    shown_ = shown->number;
    title_->setText(others > 0 ? tr("%1 (and %n more)", nullptr, others).arg(shown->title) : shown->title);
    const Progress& progress = shown->progress;
    if (progress.total > 0) {
        bar_->setRange(0, 1000);
        bar_->setValue(static_cast<int>(1000 * progress.done / progress.total));
    } else {
        bar_->setRange(0, 0);
    }
}

void JobIndicator::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) emit listWanted();
}

}  // namespace protolabel::ui
