#include "ui/models/job_list_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace protolabel::ui {

static constexpr double kFirstSeconds = 2;  // before, the rate says nothing
static constexpr qint64 kShortMs = 1000;

JobListModel::JobListModel(Jobs& jobs, QObject* parent) : RowsModel(kColumns, parent), jobs_(jobs) {
    connect(&jobs, &Jobs::started, this, &JobListModel::refresh);
    connect(&jobs, &Jobs::ended, this, &JobListModel::refresh);
    connect(&jobs, &Jobs::progressed, this, &JobListModel::refreshOne);
    refresh();
}

void JobListModel::refresh() {
    auto all = jobs_.jobs();
    all.erase(std::remove_if(all.begin(), all.end(),
                             [](const JobInfo& job) {
                                 return job.state == JobInfo::State::Done && job.started.msecsTo(job.ended) < kShortMs;
                             }),
              all.end());
    setRows(all);
}

void JobListModel::refreshOne(int number) {
    const int at = find(number);
    const auto job = jobs_.job(number);
    if (at < 0 || !job) return;
    row(at) = *job;
    changed(at, at);
}

static double fractionOf(const Progress& progress) {
    return std::clamp(static_cast<double>(progress.done) / static_cast<double>(progress.total), 0.0, 1.0);
}

QString durationText(double seconds) {
    const auto whole = static_cast<qlonglong>(std::lround(seconds));
    const QLatin1Char zero('0');
    const QString text =
        QString("%1:%2").arg(whole / 60 % 60, whole >= 3600 ? 2 : 1, 10, zero).arg(whole % 60, 2, 10, zero);
    return whole >= 3600 ? QString("%1:%2").arg(whole / 3600).arg(text) : text;
}

QString remainingText(const JobInfo& job, const QDateTime& now) {
    const double passed = static_cast<double>(job.started.msecsTo(now)) / 1000;
    if (job.progress.total <= 0 || job.progress.done <= 0 || passed < kFirstSeconds) return {};
    const double fraction = fractionOf(job.progress);
    return JobListModel::tr("%1 left").arg(durationText(passed * (1 - fraction) / fraction));
}

static QString stateText(const JobInfo& job) {
    switch (job.state) {
        case JobInfo::State::Running: {
            QStringList parts;
            const Progress& progress = job.progress;
            if (!progress.stage.empty()) parts.append(QCoreApplication::translate("Stage", progress.stage.c_str()));
            if (progress.total > 0)
                parts.append(JobListModel::tr("%1 of %2")
                                 .arg(QLocale().toString(qlonglong(progress.done)),
                                      QLocale().toString(qlonglong(progress.total))));
            const QString remaining = remainingText(job, QDateTime::currentDateTime());
            if (!remaining.isEmpty()) parts.append(remaining);
            return parts.join(", ");
        }
        case JobInfo::State::Done:
            return JobListModel::tr("done in %1")
                .arg(durationText(static_cast<double>(job.started.msecsTo(job.ended)) / 1000));
        case JobInfo::State::Cancelled: return JobListModel::tr("stopped");
        case JobInfo::State::Failed: return JobListModel::tr("failed: %1").arg(job.error);
    }
    return {};
}

QVariant JobListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const JobInfo& job = row(index.row());
    const bool running = job.state == JobInfo::State::Running;
    if (role == NumberRole) return job.number;
    if (role == RunningRole) return running;
    if (role == FractionRole)
        return job.state == JobInfo::State::Done ? QVariant(1.0)
               : job.progress.total > 0          ? QVariant(fractionOf(job.progress))
                                                 : QVariant();
    if (role == Qt::ToolTipRole) return job.title + "\n" + stateText(job);
    if (role != Qt::DisplayRole && role != Qt::EditRole) return {};
    switch (index.column()) {
        case Title: return job.title;
        case Done: {
            const QVariant fraction = data(index, FractionRole);
            return fraction.isValid() ? tr("%1 %").arg(qRound(100 * fraction.toDouble()))
                   : running          ? tr("running")
                                      : QString();
        }
        default: return stateText(job);
    }
}

QVariant JobListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString titles[] = {tr("Job"), tr("Progress"), tr("State")};
    return titles[section];
}

}  // namespace protolabel::ui
