#include "ui/models/statistics_model.h"

#include <QLocale>
#include <cmath>

#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kWaitMs = 500;

StatisticsModel::StatisticsModel(Workspace& workspace, QObject* parent)
    : RowsModel(kColumns, parent), workspace_(workspace) {
    wait_.setSingleShot(true);
    wait_.setInterval(kWaitMs);
    connect(&wait_, &QTimer::timeout, this, &StatisticsModel::measure);
    connect(&workspace, &Workspace::edited, this, [this](const project::Changes& changes) {
        if (!changes.labels && changes.annotation.count(workspace_.shown()->id()) == 0) return;
        stale_ = true;
        wait_.start();
    });
    connect(&workspace, &Workspace::shownChanged, this, [this] {
        setRows({});
        stale_ = true;
        if (!paused_) measure();
    });
}

void StatisticsModel::setPaused(bool paused) {
    paused_ = paused;
    if (!paused && stale_) measure();
}

void StatisticsModel::measure() {
    auto* project = workspace_.project();
    auto* shown = workspace_.shown();
    if (paused_ || workspace_.record() == nullptr) return;
    if (job_ != 0) workspace_.jobs().cancel(job_);
    stale_ = false;
    job_ = workspace_.jobs().start(
        tr("Measure %1").arg(QString::fromStdString(shown->record()->name)),
        [this, &store = project->store(), record = *shown->record(),
         image = shown->image()](JobControl& control) -> Jobs::Finish {
            auto rows = workflow::measureVolume(store, record, image.get(), control);
            return [this, rows = std::move(rows)] {
                job_ = 0;
                setRows(rows);
                emit measured();
            };
        },
        this);
}

static QVariant valueOf(const workflow::LabelStatistics& row, int column) {
    switch (column) {
        case StatisticsModel::Label: return QString::fromStdString(row.labelName);
        case StatisticsModel::Slices: return row.slices;
        case StatisticsModel::Voxels: return qlonglong(row.voxels);
        case StatisticsModel::Millilitres: return row.ml;
        case StatisticsModel::Mean: return row.mean;
        case StatisticsModel::Sd: return row.sd;
        case StatisticsModel::Min: return row.min;
        default: return row.max;
    }
}

QVariant StatisticsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const QVariant value = valueOf(row(index.row()), index.column());
    if (role == Qt::EditRole) return value;
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Label ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case Label: return value;
        case Slices:
        case Voxels: return QLocale().toString(value.toLongLong());
        default: {
            const double number = value.toDouble();
            return std::isnan(number) ? tr("n/a")
                                      : QLocale().toString(number, 'f', index.column() == Millilitres ? 3 : 1);
        }
    }
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Label ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const QString titles[] = {tr("Label"), tr("Slices"), tr("Voxels"), tr("ml"),
                              tr("Mean"),  tr("SD"),     tr("Min"),    tr("Max")};
    return titles[section];
}

}  // namespace protolabel::ui
