#include "ui/dialogs/found_volumes_model.h"

#include <QCollator>
#include <QLocale>
#include <algorithm>

#include "ui/dialogs/paths.h"
#include "ui/session/error_text.h"

namespace protolabel::ui {

using workflow::Content;

/// "512 x 512 x 120", "0.78 x 0.78 x 2.5"
template <class T>
static QString times(const std::array<T, 3>& values) {
    QStringList texts;
    for (const auto value : values) texts.append(QLocale().toString(static_cast<double>(value), 'g', 5));
    return texts.join(QString(" ") + QChar(0x00D7) + " ");
}

void FoundVolumesModel::clear() {
    beginResetModel();
    rows_.clear();
    endResetModel();
}

void FoundVolumesModel::add(workflow::FoundVolume volume) {
    QCollator order;
    order.setNumericMode(true);  // 2 before 10
    const auto place = std::upper_bound(rows_.begin(), rows_.end(), volume, [&](const auto& one, const Row& other) {
        return order.compare(toText(one.record.source.path), toText(other.volume.record.source.path)) < 0;
    });
    const auto row = static_cast<int>(place - rows_.begin());
    beginInsertRows({}, row, row);
    rows_.insert(place, {std::move(volume), false});
    rows_[static_cast<std::size_t>(row)].ticked = canImport(row) && at(row).content == Content::Picture;
    endInsertRows();
}

bool FoundVolumesModel::canImport(int row) const {
    return !at(row).refused && at(row).presentAs.empty();
}

void FoundVolumesModel::tickAll(bool on) {
    for (int row = 0; row < rowCount(); ++row) rows_[static_cast<std::size_t>(row)].ticked = on && canImport(row);
    if (rowCount() > 0) emit dataChanged(index(0, Name), index(rowCount() - 1, Name), {Qt::CheckStateRole});
}

std::vector<project::VolumeRecord> FoundVolumesModel::ticked() const {
    std::vector<project::VolumeRecord> records;
    for (const Row& row : rows_)
        if (row.ticked) records.push_back(row.volume.record);
    return records;
}

QString FoundVolumesModel::state(int row) const {
    const auto& volume = at(row);
    if (volume.refused) return tr("cannot be read: %1").arg(errorText(*volume.refused));
    if (!volume.presentAs.empty())
        return tr("in the project already, as \"%1\"").arg(QString::fromStdString(volume.presentAs));
    if (volume.content == Content::LabelMap) return tr("looks like a label map: import it as a mask?");
    if (volume.content == Content::Constant) return tr("empty: all voxels have the same value");
    return tr("new");
}

int FoundVolumesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int FoundVolumesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant FoundVolumesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int row = index.row();
    const auto& record = at(row).record;
    if (role == Qt::CheckStateRole && index.column() == Name && canImport(row))
        return rows_[static_cast<std::size_t>(row)].ticked ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::ToolTipRole) return toText(record.source.path) + "\n" + state(row);
    if (role != Qt::DisplayRole) return {};
    const bool known = !at(row).refused;
    switch (index.column()) {
        case Name: return QString::fromStdString(record.name);
        case Modality:
            return known && record.modality != imaging::Modality::Unknown
                       ? QString::fromUtf8(toString(record.modality).data())
                       : QString();
        case Size: return known ? times(record.geometry.size) : QString();
        case Frames: return known && record.source.frames > 1 ? QString::number(record.source.frames) : QString();
        case Spacing: return known ? times(record.geometry.spacing) : QString();
        default: return state(row);
    }
}

QVariant FoundVolumesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Name: return tr("Image");
        case Modality: return tr("Modality");
        case Size: return tr("Voxels");
        case Frames: return tr("Frames");
        case Spacing: return tr("Spacing (mm)");
        default: return tr("State");
    }
}

Qt::ItemFlags FoundVolumesModel::flags(const QModelIndex& index) const {
    auto flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Name && canImport(index.row())) flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool FoundVolumesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Name ||
        !canImport(index.row()))
        return false;
    rows_[static_cast<std::size_t>(index.row())].ticked = value.toInt() == Qt::Checked;
    emit dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

}  // namespace protolabel::ui
