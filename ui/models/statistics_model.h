#pragma once

#include <QTimer>

#include "core/workflow/statistics.h"
#include "ui/models/rows_model.h"

namespace protolabel::ui {

class Workspace;

struct ByLabel {
    LabelId operator()(const workflow::LabelStatistics& row) const { return row.label; }
};

/// What is annotated on the shown volume, by label, measured in a job half a second after the last change; not at all while it is paused.
class StatisticsModel : public RowsModel<workflow::LabelStatistics, ByLabel> {
    Q_OBJECT

public:
    enum Column { Label, Slices, Voxels, Millilitres, Mean, Sd, Min, Max, kColumns };

    explicit StatisticsModel(Workspace& workspace, QObject* parent = nullptr);

    /// Paused at first: nobody looks.
    void setPaused(bool paused);

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void measured();

private:
    void measure();

    Workspace& workspace_;
    QTimer wait_;
    bool paused_ = true;
    bool stale_ = true;
    int job_ = 0;
};

}  // namespace protolabel::ui
