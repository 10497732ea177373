#pragma once

#include <QTimer>

#include "core/project/records.h"
#include "ui/models/rows_model.h"

namespace protolabel::ui {

class Workspace;

/// The edits of the open project, oldest first, below a row (id 0) for the project before all of them. Changes that come in quick succession are
/// read as one; a long history is read in a job.
class HistoryModel : public RowsModel<project::EditRecord, ById> {
    Q_OBJECT

public:
    enum Column { Edit, Author, When, kColumns };
    enum Role {
        UndoneRole = Qt::UserRole,
        ToolRole,  ///< EditInfo::tool
    };

    explicit HistoryModel(Workspace& workspace, QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    EditId idAt(int at) const { return row(at).id; }
    /// The last edit that is not undone; the first row when all are.
    int currentRow() const;
    /// Whether undo and redo can bring the project to the state after this edit; rows that cannot be reached are disabled.
    bool withinReach(int at) const;

signals:
    void refreshed();  ///< the current row may be another

private:
    void refresh();
    void take(const std::vector<project::EditRecord>& edits);

    Workspace& workspace_;
    QTimer refresh_;
    int job_ = 0;
};

}  // namespace protolabel::ui
