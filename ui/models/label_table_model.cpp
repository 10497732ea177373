#include "ui/models/label_table_model.h"

#include <QColor>
#include <QLocale>

#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kRecountMs = 100;  // a stroke is on screen before its voxels are counted
static constexpr int kLastLabel = 65535;

LabelTableModel::LabelTableModel(Workspace& workspace, QObject* parent)
    : RowsModel(kColumns, parent), workspace_(workspace) {
    recount_.setSingleShot(true);
    recount_.setInterval(kRecountMs);
    connect(&recount_, &QTimer::timeout, this, &LabelTableModel::count);
    connect(&workspace, &Workspace::projectChanged, this, &LabelTableModel::follow);
    connect(&workspace, &Workspace::edited, this, [this](const project::Changes& changes) {
        if (changes.labels) refresh();
        if (changes.annotation.count(workspace_.shown()->id()) != 0) recount_.start();
    });
    connect(&workspace, &Workspace::shownChanged, this, &LabelTableModel::count);
    follow();
}

void LabelTableModel::follow() {
    refresh();
    count();
}

void LabelTableModel::refresh() {
    const auto* project = workspace_.project();
    setRows(project != nullptr ? project->labels() : std::vector<labels::Label>());
}

void LabelTableModel::count() {
    voxels_.clear();
    auto* project = workspace_.project();
    if (project != nullptr && workspace_.shown()->id())
        workspace_.notices().guard([&] {
            for (const auto& [label, voxels] : project->store().annotationCounts(workspace_.shown()->id()))
                voxels_[label] = voxels;
        });
    if (!rows().empty()) emit dataChanged(index(0, Voxels), index(rowCount() - 1, Voxels));
}

static QColor toQt(labels::Color color) {
    return {color.red, color.green, color.blue};
}

QVariant LabelTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const labels::Label& label = row(index.row());
    const QString name = QString::fromStdString(label.name);
    const bool text = role == Qt::DisplayRole || role == Qt::EditRole;
    switch (index.column()) {
        case Color:
            if (role == Qt::DecorationRole || role == Qt::EditRole) return toQt(label.color);
            if (role == Qt::ToolTipRole)
                return tr("Label %1, colour %2").arg(label.id.value).arg(toQt(label.color).name());
            if (role == Qt::AccessibleTextRole) return tr("Colour of %1").arg(name);
            return {};
        case Name:
            return text                      ? name
                   : role == Qt::ToolTipRole ? tr("%1 (label %2)").arg(name).arg(label.id.value)
                                             : QVariant();
        case Key:
            if (role == Qt::TextAlignmentRole) return int(Qt::AlignCenter);
            return text && index.row() < 9 ? QString::number(index.row() + 1) : QVariant();
        case Visible:
        case Locked: {
            const bool visible = index.column() == Visible;
            if (role == Qt::CheckStateRole)
                return (visible ? label.visible : label.locked) ? Qt::Checked : Qt::Unchecked;
            if (role == Qt::AccessibleTextRole) return (visible ? tr("Show %1") : tr("Lock %1")).arg(name);
            return {};
        }
        case Voxels: {
            if (role == Qt::TextAlignmentRole) return int(Qt::AlignRight | Qt::AlignVCenter);
            const auto found = voxels_.find(label.id);
            const qlonglong voxels = found == voxels_.end() ? 0 : found->second;
            return role == Qt::DisplayRole ? QVariant(QLocale().toString(voxels))
                   : role == Qt::EditRole  ? QVariant(voxels)
                                           : QVariant();
        }
        default: return {};
    }
}

QVariant LabelTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) {
        const QString titles[] = {{}, tr("Label"), tr("Key"), tr("Show"), tr("Lock"), tr("Voxels")};
        return titles[section];
    }
    if (role == Qt::ToolTipRole) {
        const QString tips[] = {
            tr("Colour: click or press Space to change it"),    tr("Name: F2 changes it"),
            tr("This key makes the label the active one"),      tr("Whether the views show the label"),
            tr("Nothing changes the voxels of a locked label"), tr("Voxels of the label in the volume that is shown")};
        return tips[section];
    }
    return {};
}

Qt::ItemFlags LabelTableModel::flags(const QModelIndex& index) const {
    auto flags = QAbstractTableModel::flags(index);
    const auto* project = workspace_.project();
    if (!index.isValid() || project == nullptr || project->readOnly()) return flags;
    if (index.column() == Name) flags |= Qt::ItemIsEditable;
    if (index.column() == Visible || index.column() == Locked) flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool LabelTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    labels::Label label = row(index.row());
    const QString name = QString::fromStdString(label.name);
    if (index.column() == Name && role == Qt::EditRole) {
        const QString wanted = value.toString().simplified();
        if (wanted.isEmpty() || wanted == name) return false;
        label.name = wanted.toStdString();
        return edit(tr("Rename %1 to %2").arg(name, wanted), label);
    }
    if (index.column() == Color && role == Qt::EditRole) {
        const auto color = value.value<QColor>();
        if (!color.isValid() || color == toQt(label.color)) return false;
        label.color = {static_cast<std::uint8_t>(color.red()), static_cast<std::uint8_t>(color.green()),
                       static_cast<std::uint8_t>(color.blue())};
        return edit(tr("Colour of %1").arg(name), label);
    }
    if (role != Qt::CheckStateRole) return false;
    const bool on = value.toInt() == Qt::Checked;
    if (index.column() == Visible) {
        label.visible = on;
        return edit((on ? tr("Show %1") : tr("Hide %1")).arg(name), label);
    }
    if (index.column() == Locked) {
        label.locked = on;
        return edit((on ? tr("Lock %1") : tr("Unlock %1")).arg(name), label);
    }
    return false;
}

bool LabelTableModel::edit(const QString& name, const labels::Label& changed) {
    return workspace_.notices().guard([&] {
        workspace_.project()->edit({.name = name.toStdString(), .tool = "labels"},
                                   [&](project::ProjectWriter& writer) { writer.putLabel(changed); });
    });
}

LabelId LabelTableModel::idAt(int at) const {
    return at < 0 || at >= rowCount() ? LabelId{} : row(at).id;
}

LabelId LabelTableModel::add() {
    auto* project = workspace_.project();
    if (project == nullptr) return {};
    labels::Label label;
    label.id = LabelId{1};
    for (const auto& taken : rows()) {
        if (taken.id != label.id) break;
        ++label.id.value;
    }
    if (label.id.value > kLastLabel) return {};
    const auto used = [&](const auto& same) { return std::any_of(rows().begin(), rows().end(), same); };
    int color = 0;
    while (used([&](const auto& other) { return other.color == labels::defaultColor(color); })) ++color;
    label.color = labels::defaultColor(color);
    for (int number = static_cast<int>(label.id.value);; ++number) {
        label.name = tr("Label %1").arg(number).toStdString();
        if (!used([&](const auto& other) { return other.name == label.name; })) break;
    }
    const bool made = edit(tr("Add %1").arg(QString::fromStdString(label.name)), label);
    return made ? label.id : LabelId{};
}

LabelTableModel::Load LabelTableModel::loadOf(LabelId id) const {
    Load load;
    auto* project = workspace_.project();
    for (const auto& volume : project->volumes())
        for (const auto& [label, voxels] : project->store().annotationCounts(volume.id))
            if (label == id && voxels > 0) load.voxels += voxels, ++load.volumes;
    for (const auto& support : project->supports()) load.supports += support.label == id ? 1 : 0;
    return load;
}

void LabelTableModel::remove(LabelId id) {
    const int at = find(id);
    if (at < 0) return;
    const QString name = tr("Remove %1").arg(QString::fromStdString(row(at).name));
    workspace_.notices().guard([&] {
        workspace_.project()->edit({.name = name.toStdString(), .tool = "labels"},
                                   [&](project::ProjectWriter& writer) { writer.removeLabel(id); });
    });
}

}  // namespace protolabel::ui
