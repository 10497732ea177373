#pragma once

#include <QTimer>
#include <set>

#include "core/project/changes.h"
#include "core/project/records.h"
#include "core/workflow/volume_marks.h"
#include "ui/models/rows_model.h"

namespace protolabel::ui {

class ThumbnailMaker;
class Workspace;

enum class VolumeState { Untouched, InWork, Complete };
QString volumeStateText(VolumeState state);

struct VolumeRow {
    VolumeId id;
    project::VolumeRecord record;
    project::VolumeCounts counts;
    bool missing = false;  ///< its file is not where it was
    bool complete = false, flagged = false;

    VolumeState state() const;
    int slices() const;
    double progress() const { return slices() == 0 ? 0 : static_cast<double>(counts.annotatedSlices) / slices(); }
};

/// The volumes of the open project, by id (VolumeFilter sorts them). What is counted is read in a job when the project opens, then per volume that
/// changed; painting asks for nothing but thumbnails, which come when they are made.
class VolumeListModel : public RowsModel<VolumeRow, ById> {
    Q_OBJECT

public:
    enum Role {
        StateRole = Qt::UserRole,  ///< VolumeState as int
        SizeRole,                  ///< "8 x 6 x 4"
        AnnotatedRole,             ///< slices that show a label
        SlicesRole,
        ProgressRole,  ///< 0..1
        MissingRole,
        FlaggedRole,       ///< as a whole
        ProposedRole,      ///< something is proposed
        FlaggedSliceRole,  ///< a slice is flagged
        ShownRole,         ///< whether it is the volume in the views
    };

    explicit VolumeListModel(Workspace& workspace, QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Renames; a name that is taken becomes a notice.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    VolumeId idAt(int row) const;  ///< 0 for -1
    int rowOf(VolumeId id) const { return find(id); }
    const VolumeRow& rowAt(int at) const { return row(at); }

signals:
    void statesChanged();  ///< numbers or marks of some volume

private:
    void follow();
    void take(const project::Changes& changes);
    void setRecords();
    void setMarks();
    void countAll();
    void countChanged();
    void showShown();
    QString tip(const VolumeRow& volume) const;

    Workspace& workspace_;
    ThumbnailMaker* thumbnails_;
    QTimer recount_;
    std::set<VolumeId> stale_;                 ///< to be counted again
    std::set<VolumeId> changedWhileCounting_;  ///< the job may have read what was before
    int counting_ = 0;                         ///< number of the job that counts all
    VolumeId shown_;
};

}  // namespace protolabel::ui
