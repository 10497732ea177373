#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/labels/label_table.h"

namespace protolabel::ui {

/// Labels that are being put together for a new project: number, colour and name, all editable. What does not fit is kept as typed and told by
/// problem().
class LabelDraftModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Id, Color, Name, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    const std::vector<labels::Label>& labels() const { return labels_; }
    void setLabels(std::vector<labels::Label> labels);
    /// With the lowest free number, the next colour and `name`; returns its row.
    int add(const QString& name);
    void remove(int row);

    /// Why a project cannot have these labels, in words; empty when it can.
    QString problem() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Color takes a QColor.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

private:
    std::vector<labels::Label> labels_;
};

}  // namespace protolabel::ui
