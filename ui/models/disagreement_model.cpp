#include "ui/models/disagreement_model.h"

#include <QColor>
#include <QLocale>

#include "core/workflow/statistics.h"
#include "ui/session/comparison.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

DisagreementModel::DisagreementModel(Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent), workspace_(workspace) {
    connect(&workspace.comparison(), &Comparison::changed, this, &DisagreementModel::refresh);
    refresh();
}

void DisagreementModel::refresh() {
    beginResetModel();
    rows_.clear();
    const auto* shown = workspace_.shown();
    if (const auto* record = shown != nullptr ? shown->record() : nullptr) {
        const double mm3 = workflow::voxelMm3(record->geometry);
        const auto axis = static_cast<std::size_t>(record->sliceAxis);
        for (const auto* part : workspace_.comparison().disagreements())
            rows_.push_back({part->mine, part->theirs, part->voxels, static_cast<double>(part->voxels) * mm3 / 1000,
                             part->box.lower[axis], part->box.upper[axis] - 1});
    }
    endResetModel();
}

int DisagreementModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int DisagreementModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QString DisagreementModel::nameOf(std::uint16_t label) const {
    const auto* project = workspace_.project();
    const auto* known = project != nullptr ? project->label(LabelId{label}) : nullptr;
    return label == 0         ? tr("background")
           : known != nullptr ? QString::fromStdString(known->name)
                              : QString::number(label);
}

QVariant DisagreementModel::text(const Row& row, int column) const {
    switch (column) {
        case Mine: return nameOf(row.mine);
        case Theirs: return nameOf(row.theirs);
        case Millilitres: return QLocale().toString(row.ml, 'f', 2);
        default:
            return row.firstSlice == row.lastSlice ? QString::number(row.firstSlice)
                                                   : tr("%1 to %2").arg(row.firstSlice).arg(row.lastSlice);
    }
}

QVariant DisagreementModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return text(row, index.column());
    if (role == Qt::ToolTipRole)
        return tr("%1 here, %2 there: %Ln voxel(s)", nullptr, static_cast<int>(row.voxels))
            .arg(nameOf(row.mine), nameOf(row.theirs));
    if (role == Qt::TextAlignmentRole)
        return int((index.column() <= Theirs ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && index.column() <= Theirs) {
        const auto* project = workspace_.project();
        const auto* label =
            project != nullptr ? project->label(LabelId{index.column() == Mine ? row.mine : row.theirs}) : nullptr;
        if (label != nullptr) return QColor(label->color.red, label->color.green, label->color.blue);
    }
    return {};
}

QVariant DisagreementModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((section <= Theirs ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const QString titles[] = {tr("Here"), tr("There"), tr("ml"), tr("Slices")};
    return titles[section];
}

}  // namespace protolabel::ui
