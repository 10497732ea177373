#include "ui/models/notice_model.h"

namespace protolabel::ui {

static constexpr std::size_t kKept = 1000;  // as Notices

NoticeModel::NoticeModel(Notices& notices, QObject* parent)
    : QAbstractTableModel(parent), rows_(notices.all().begin(), notices.all().end()) {
    connect(&notices, &Notices::kept, this, &NoticeModel::append);
}

void NoticeModel::append(const Notice& notice) {
    if (rows_.size() == kKept) {
        beginRemoveRows({}, 0, 0);
        rows_.pop_front();
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount());
    rows_.push_back(notice);
    endInsertRows();
}

int NoticeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int NoticeModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QString severityText(Severity severity) {
    switch (severity) {
        case Severity::Log: return NoticeModel::tr("Log");
        case Severity::Information: return NoticeModel::tr("Information");
        case Severity::Warning: return NoticeModel::tr("Warning");
        case Severity::Problem: break;
    }
    return NoticeModel::tr("Problem");
}

QVariant NoticeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Notice& notice = rows_[static_cast<std::size_t>(index.row())];
    if (role == SeverityRole) return static_cast<int>(notice.severity);
    if (role == Qt::ToolTipRole) return notice.text;
    const bool text = role == Qt::DisplayRole || role == Qt::EditRole;
    if (!text) return {};
    switch (index.column()) {
        case When: return role == Qt::EditRole ? notice.when.toString(Qt::ISODate) : notice.when.toString("HH:mm:ss");
        case Kind: return severityText(notice.severity);
        default: return notice.text;
    }
}

QVariant NoticeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString titles[] = {tr("Time"), tr("Kind"), tr("Message")};
    return titles[section];
}

void NoticeFilter::setLeast(Severity severity) {
    least_ = severity;
    invalidateFilter();
}

void NoticeFilter::setText(const QString& text) {
    text_ = text;
    invalidateFilter();
}

bool NoticeFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto notice = sourceModel()->index(row, NoticeModel::Text, parent);
    if (notice.data(NoticeModel::SeverityRole).toInt() < static_cast<int>(least_)) return false;
    const QString text = notice.data().toString();
    for (const QString& word : text_.split(' ', Qt::SkipEmptyParts))
        if (!text.contains(word, Qt::CaseInsensitive)) return false;
    return true;
}

}  // namespace protolabel::ui
