#include "ui/dialogs/label_draft_model.h"

#include <QColor>
#include <set>

namespace protolabel::ui {

static constexpr int kMaximumId = 65535;

static QColor toQColor(labels::Color color) {
    return {color.red, color.green, color.blue};
}

void LabelDraftModel::setLabels(std::vector<labels::Label> labels) {
    beginResetModel();
    labels_ = std::move(labels);
    endResetModel();
}

int LabelDraftModel::add(const QString& name) {
    std::set<std::int64_t> taken;
    for (const auto& label : labels_) taken.insert(label.id.value);
    std::int64_t id = 1;
    while (taken.count(id) != 0) ++id;
    const int row = rowCount();
    beginInsertRows({}, row, row);
    labels_.push_back({LabelId{id}, name.toStdString(), labels::defaultColor(row), false, true});
    endInsertRows();
    return row;
}

void LabelDraftModel::remove(int row) {
    if (row < 0 || row >= rowCount()) return;
    beginRemoveRows({}, row, row);
    labels_.erase(labels_.begin() + row);
    endRemoveRows();
}

QString LabelDraftModel::problem() const {
    std::set<std::string> names;
    std::set<std::int64_t> ids;
    for (const auto& label : labels_) {
        const QString name = QString::fromStdString(label.name);
        if (name.isEmpty()) return tr("Label %1 has no name; give it one.").arg(label.id.value);
        if (!names.insert(label.name).second) return tr("Two labels are called \"%1\"; rename one.").arg(name);
        if (label.id.value < 1 || label.id.value > kMaximumId)
            return tr("The number of \"%1\" must be from 1 to %2.").arg(name).arg(kMaximumId);
        if (!ids.insert(label.id.value).second)
            return tr("Two labels have the number %1; change one.").arg(label.id.value);
    }
    return {};
}

int LabelDraftModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(labels_.size());
}

int LabelDraftModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant LabelDraftModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& label = labels_[static_cast<std::size_t>(index.row())];
    const bool text = role == Qt::DisplayRole || role == Qt::EditRole;
    switch (index.column()) {
        case Id: return text ? QVariant(static_cast<int>(label.id.value)) : QVariant();
        case Name: return text ? QVariant(QString::fromStdString(label.name)) : QVariant();
        default: break;
    }
    if (role == Qt::DecorationRole || role == Qt::EditRole) return toQColor(label.color);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QString::fromStdString(labels::toHex(label.color));
    return {};
}

QVariant LabelDraftModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Id ? tr("Number") : section == Color ? tr("Colour") : tr("Name");
}

Qt::ItemFlags LabelDraftModel::flags(const QModelIndex& index) const {
    auto flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() != Color) flags |= Qt::ItemIsEditable;
    return flags;
}

bool LabelDraftModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    auto& label = labels_[static_cast<std::size_t>(index.row())];
    if (index.column() == Id) {
        label.id = LabelId{value.toLongLong()};
    } else if (index.column() == Name) {
        label.name = value.toString().trimmed().toStdString();
    } else {
        const QColor color = value.value<QColor>();
        if (!color.isValid()) return false;
        label.color = {static_cast<std::uint8_t>(color.red()), static_cast<std::uint8_t>(color.green()),
                       static_cast<std::uint8_t>(color.blue())};
    }
    emit dataChanged(index, index);
    return true;
}

}  // namespace protolabel::ui
