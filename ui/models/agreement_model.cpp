#include "ui/models/agreement_model.h"

#include <QLocale>

namespace protolabel::ui {

void AgreementModel::show(const std::vector<workflow::AgreementRow>& rows) {
    std::vector<AgreementLine> lines;
    for (const auto& row : rows) {
        const auto& [overlap, distances, firstMl, secondMl] = row.agreement;
        AgreementLine line{row.label, QString::fromStdString(row.labelName)};
        line.dice = overlap.dice();
        if (distances) line.hd95 = distances->hd95;
        if (distances) line.assd = distances->average;
        line.differenceMl = secondMl - firstMl;
        lines.push_back(line);
    }
    setRows(lines);
}

void AgreementModel::show(const std::vector<workflow::AgreementSummary>& labels) {
    std::vector<AgreementLine> lines;
    for (const auto& label : labels) {
        AgreementLine line{label.label, QString::fromStdString(label.labelName), label.volumes, label.dice};
        line.hd95 = label.hd95;
        line.assd = label.averageDistance;
        line.differenceMl = label.differenceMl;
        lines.push_back(line);
    }
    setRows(lines);
}

static QVariant agreementValue(const AgreementLine& line, int column) {
    const auto known = [](const std::optional<double>& value) { return value ? QVariant(*value) : QVariant(); };
    switch (column) {
        case AgreementModel::Label: return line.label;
        case AgreementModel::Dice: return 100 * line.dice;
        case AgreementModel::Hd95: return known(line.hd95);
        case AgreementModel::Assd: return known(line.assd);
        default: return line.differenceMl;
    }
}

QVariant AgreementModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& line = row(index.row());
    const QVariant value = agreementValue(line, index.column());
    if (role == Qt::EditRole) return value;
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Label ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) return tr("%1, on %n volume(s)", nullptr, line.volumes).arg(line.label);
    if (role != Qt::DisplayRole) return {};
    if (index.column() == Label) return value;
    if (!value.isValid()) return tr("n/a");
    const QString text = QLocale().toString(value.toDouble(), 'f', index.column() == Dice ? 1 : 2);
    return index.column() == Difference && value.toDouble() > 0 ? "+" + text : text;
}

QVariant AgreementModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Label ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        const QString helps[] = {QString(), tr("Overlap in percent; 100 is the same"),
                                 tr("95th percentile of the distances between the surfaces, in mm"),
                                 tr("Average distance between the surfaces, in mm"),
                                 tr("Volume of the other project less that of this one, in ml")};
        return helps[section];
    }
    if (role != Qt::DisplayRole) return {};
    const QString titles[] = {tr("Label"), tr("Dice"), tr("HD95"), tr("ASSD"), tr("ml")};
    return titles[section];
}

}  // namespace protolabel::ui
