#pragma once

#include <optional>

#include "core/workflow/comparison.h"
#include "ui/models/rows_model.h"

namespace protolabel::ui {

/// How far two annotators agree on a label: on one volume, or on average over several.
struct AgreementLine {
    LabelId id;
    QString label;
    int volumes = 1;
    double dice = 0;                             ///< 0 to 1
    std::optional<double> hd95 = {}, assd = {};  ///< mm
    double differenceMl = 0;                     ///< the other's less this project's
};

/// A table of AgreementLine, by label.
class AgreementModel : public RowsModel<AgreementLine, ById> {
    Q_OBJECT

public:
    enum Column { Label, Dice, Hd95, Assd, Difference, kColumns };

    explicit AgreementModel(QObject* parent = nullptr) : RowsModel(kColumns, parent) {}

    void show(const std::vector<workflow::AgreementRow>& rows);  ///< of one volume
    void show(const std::vector<workflow::AgreementSummary>& labels);

    /// EditRole: numbers as they are, Dice in percent.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

}  // namespace protolabel::ui
