#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/workflow/activity.h"

namespace protolabel::ui {

QString clockText(double seconds);  ///< "0:01:30"

/// How the time went: active time, edits and accepted proposals per annotator and whatever else is asked for. A value that `activity` must be read for
/// again; it follows nothing by itself.
class WorkModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Author, Tool, Volume, Label, Time, Edits, Accepted, kColumns };
    /// Which of the first four columns tell rows apart; what differs only in others is summed.
    struct Grouping {
        bool author = true, tool = true, volume = false, label = true;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setActivity(std::vector<workflow::Activity> activity);
    void setGrouping(const Grouping& grouping);
    double totalSeconds() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// EditRole of Time: seconds.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void group();

    Grouping grouping_;
    std::vector<workflow::Activity> activity_, rows_;
};

}  // namespace protolabel::ui
