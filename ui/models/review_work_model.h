#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/workflow/review_work.h"

namespace protolabel::ui {

/// How well the proposals served: per day, label and model. A value that it must be given again; it follows nothing by itself.
class ReviewWorkModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Day, Label, Model, Accepted, Corrected, Rejected, Unchanged, Seconds, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    void setWork(std::vector<workflow::ReviewWork> work);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// EditRole: numbers as they are, Unchanged as a part of 1.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<workflow::ReviewWork> rows_;
};

}  // namespace protolabel::ui
