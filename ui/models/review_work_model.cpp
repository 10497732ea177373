#include "ui/models/review_work_model.h"

#include <QDate>
#include <QLocale>

namespace protolabel::ui {

QString modelName(const std::map<std::string, QString>& models, const std::string& hash) {
    const auto known = models.find(hash);
    return known != models.end() ? known->second : QString::fromStdString(hash.substr(0, 12));
}

void ReviewWorkModel::setWork(std::vector<workflow::ReviewWork> work, std::map<std::string, QString> models) {
    beginResetModel();
    rows_ = std::move(work);
    models_ = std::move(models);
    endResetModel();
}

int ReviewWorkModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ReviewWorkModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant ReviewWorkModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() < Accepted ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole && index.column() == Model) return QString::fromStdString(row.model);
    if (role != Qt::DisplayRole && role != Qt::EditRole) return {};
    const bool shown = role == Qt::DisplayRole;
    const QLocale locale;
    switch (index.column()) {
        case Day: {
            const auto day = QDate::fromString(QString::fromStdString(row.day), Qt::ISODate);
            return shown ? QVariant(locale.toString(day, QLocale::ShortFormat)) : QVariant(day);
        }
        case Label: return QString::fromStdString(row.label);
        case Model: return shown ? modelName(models_, row.model) : QString::fromStdString(row.model);
        case Accepted: return row.accepted;
        case Corrected: return row.corrected;
        case Rejected: return row.rejected;
        case Unchanged:
            return shown ? QVariant(tr("%1 %").arg(qRound(100 * row.unchangedRate()))) : QVariant(row.unchangedRate());
        default:
            return shown ? QVariant(locale.toString(row.secondsPerAccepted(), 'f', 1))
                         : QVariant(row.secondsPerAccepted());
    }
}

QVariant ReviewWorkModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((section < Accepted ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (section == Corrected) return tr("Accepted proposals that were drawn on later");
        if (section == Unchanged) return tr("Of the proposals accepted or rejected, those accepted and never drawn on");
        return section == Seconds ? tr("Time at work per accepted proposal, corrections included") : QVariant();
    }
    if (role != Qt::DisplayRole) return {};
    const QString titles[] = {tr("Day"),       tr("Label"),    tr("Model"),     tr("Accepted"),
                              tr("Corrected"), tr("Rejected"), tr("Unchanged"), tr("Seconds each")};
    return titles[section];
}

}  // namespace protolabel::ui
