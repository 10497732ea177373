#pragma once

#include "ui/models/rows_model.h"
#include "ui/session/jobs.h"

namespace protolabel::ui {

struct ByNumber {
    int operator()(const JobInfo& job) const { return job.number; }
};

/// Jobs, oldest first: those that run and the latest that ended. What was done within a second is not worth a line.
class JobListModel : public RowsModel<JobInfo, ByNumber> {
    Q_OBJECT

public:
    enum Column { Title, Done, State, kColumns };
    enum Role {
        NumberRole = Qt::UserRole,
        RunningRole,
        FractionRole,  ///< 0..1; invalid while it is not known
    };

    explicit JobListModel(Jobs& jobs, QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void refresh();
    void refreshOne(int number);

    Jobs& jobs_;
};

/// "1:05", "2:03:00".
QString durationText(double seconds);

/// How long a running job will still take, from what it has done so far; empty while that cannot be told.
QString remainingText(const JobInfo& job, const QDateTime& now);

}  // namespace protolabel::ui
