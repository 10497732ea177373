#include "ui/dialogs/job_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "ui/session/jobs.h"

namespace protolabel::ui {

JobLine::JobLine(Jobs& jobs, QWidget* parent)
    : QWidget(parent), jobs_(jobs), title_(new QLabel(this)), bar_(new QProgressBar(this)) {
    setObjectName("job");
    bar_->setObjectName("job.progress");
    bar_->setAccessibleName(tr("Progress"));
    auto* stop = new QPushButton(tr("&Stop"), this);
    stop->setObjectName("job.stop");
    stop->setAutoDefault(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(title_);
    row->addWidget(bar_, 1);
    row->addWidget(stop);
    hide();
    connect(stop, &QPushButton::clicked, this, &JobLine::stop);
    connect(&jobs, &Jobs::progressed, this, &JobLine::show);
    connect(&jobs, &Jobs::ended, this, [this](int number) {
        if (number != number_) return;
        number_ = 0;
        hide();
        emit ended();
    });
}

void JobLine::follow(int number) {
    number_ = number;
    show(number);
    setVisible(true);
}

void JobLine::stop() {
    if (number_ != 0) jobs_.cancel(number_);
}

void JobLine::show(int number) {
    const auto job = jobs_.job(number);
    if (number != number_ || !job) return;
    title_->setText(job->title);
    bar_->setMaximum(static_cast<int>(job->progress.total));
    bar_->setValue(static_cast<int>(job->progress.done));
    bar_->setFormat("%v / %m");
}

}  // namespace protolabel::ui
