#include "ui/dialogs/found_volumes_model.h"

#include <QLocale>

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
    volumes_.clear();
    ticked_.clear();
    endResetModel();
}

void FoundVolumesModel::add(workflow::FoundVolume volume) {
    const int row = rowCount();
    beginInsertRows({}, row, row);
    volumes_.push_back(std::move(volume));
    if (canImport(row) && at(row).content == Content::Picture) ticked_.insert(row);
    endInsertRows();
}

bool FoundVolumesModel::canImport(int row) const {
    return !at(row).refused && at(row).presentAs.empty();
}

void FoundVolumesModel::tickAll(bool on) {
    ticked_.clear();
    for (int row = 0; on && row < rowCount(); ++row)
        if (canImport(row)) ticked_.insert(row);
    if (rowCount() > 0) emit dataChanged(index(0, Name), index(rowCount() - 1, Name), {Qt::CheckStateRole});
}

std::vector<project::VolumeRecord> FoundVolumesModel::ticked() const {
    std::vector<project::VolumeRecord> records;
    for (const int row : ticked_) records.push_back(at(row).record);
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
    return parent.isValid() ? 0 : static_cast<int>(volumes_.size());
}

int FoundVolumesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant FoundVolumesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int row = index.row();
    const auto& record = at(row).record;
    if (role == Qt::CheckStateRole && index.column() == Name && canImport(row))
        return ticked_.count(row) != 0 ? Qt::Checked : Qt::Unchecked;
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
    if (value.toInt() == Qt::Checked)
        ticked_.insert(index.row());
    else
        ticked_.erase(index.row());
    emit dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

}  // namespace protolabel::ui
