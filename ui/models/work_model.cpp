#include "ui/models/work_model.h"

#include <QLocale>
#include <cmath>
#include <map>
#include <tuple>

namespace protolabel::ui {

QString clockText(double seconds) {
    const auto whole = static_cast<qlonglong>(std::lround(seconds));
    const QLatin1Char zero('0');
    return QString("%1:%2:%3").arg(whole / 3600).arg(whole / 60 % 60, 2, 10, zero).arg(whole % 60, 2, 10, zero);
}

void WorkModel::setActivity(std::vector<workflow::Activity> activity) {
    activity_ = std::move(activity);
    group();
}

void WorkModel::setGrouping(const Grouping& grouping) {
    grouping_ = grouping;
    group();
}

void WorkModel::group() {
    using Names = std::tuple<std::string, std::string, std::string, std::string>;
    std::map<Names, workflow::Activity> groups;
    for (const auto& one : activity_) {
        workflow::Activity name;
        if (grouping_.author) name.author = one.author;
        if (grouping_.tool) name.tool = one.tool;
        if (grouping_.volume) name.volume = one.volume;
        if (grouping_.label) name.label = one.label;
        auto& sum = groups.try_emplace({name.author, name.tool, name.volume, name.label}, name).first->second;
        sum.activeSeconds += one.activeSeconds;
        sum.edits += one.edits;
        sum.acceptedSlices += one.acceptedSlices;
    }
    beginResetModel();
    rows_.clear();
    for (auto& [names, sum] : groups) rows_.push_back(std::move(sum));
    endResetModel();
}

double WorkModel::totalSeconds() const {
    double sum = 0;
    for (const auto& one : activity_) sum += one.activeSeconds;
    return sum;
}

int WorkModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int WorkModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant WorkModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() < Time ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole) return {};
    const workflow::Activity& one = rows_[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
        case Author: return QString::fromStdString(one.author);
        case Tool: return QString::fromStdString(one.tool);
        case Volume: return QString::fromStdString(one.volume);
        case Label: return QString::fromStdString(one.label);
        case Time: return role == Qt::EditRole ? QVariant(one.activeSeconds) : QVariant(clockText(one.activeSeconds));
        case Edits: return one.edits;
        default: return one.acceptedSlices;
    }
}

QVariant WorkModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int((section < Time ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (section == Time) return tr("Hours:minutes:seconds at work, looking included; pauses are not counted");
        return section == Accepted ? tr("Proposals taken over, one per label and slice") : QVariant();
    }
    if (role != Qt::DisplayRole) return {};
    const QString titles[] = {tr("Annotator"), tr("Tool"),  tr("Volume"),  tr("Label"),
                              tr("Time"),      tr("Edits"), tr("Accepted")};
    return titles[section];
}

}  // namespace protolabel::ui
