#pragma once

#include <QAbstractTableModel>
#include <map>
#include <string>
#include <vector>

#include "core/workflow/review_work.h"

namespace protolabel::ui {

/// A model's name among `models`, else the beginning of its hash.
QString modelName(const std::map<std::string, QString>& models, const std::string& hash);

/// How well the proposals served: per day, label and model. A value that it must be given again; it follows nothing by itself.
class ReviewWorkModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Day, Label, Model, Accepted, Corrected, Rejected, Unchanged, Seconds, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    /// `models`: their names for people; those without one are called by the beginning of their hash.
    void setWork(std::vector<workflow::ReviewWork> work, std::map<std::string, QString> models = {});

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// EditRole: numbers as they are, Unchanged as a part of 1.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<workflow::ReviewWork> rows_;
    std::map<std::string, QString> models_;
};

}  // namespace protolabel::ui
