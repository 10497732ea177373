#pragma once

#include <QObject>
#include <functional>
#include <map>
#include <vector>

#include "core/base/id.h"
#include "core/base/job_control.h"
#include "core/labels/scalar_view.h"
#include "ui/session/label_snapshot.h"

namespace protolabel::ui {

class Workspace;

/// What a command works on: the active label or all that are not locked, on one slice or in the volume.
struct EditScope {
    bool everyLabel = false;
    bool wholeVolume = false;
    int axis = 2, slice = 0;  ///< the slice of the view; of no meaning in the volume
    bool overOthers = false;  ///< what a command adds may take voxels of other labels; else only background
};

/// Commands over the annotation of the shown volume, each one undo entry. Small parts are done at once; large ones are computed by a job
/// while the user goes on, and refused with a notice when the annotation has changed meanwhile. What came of it is told as a notice.
/// They throw Error: read-only, no volume, no label, a locked label. UI thread.
class VolumeEdits : public QObject {
    Q_OBJECT

public:
    explicit VolumeEdits(Workspace& workspace, QObject* parent = nullptr);

    /// Between the slices, in the direction in which the volume is cut, on which the label is drawn.
    void interpolate(EditScope scope);
    void smooth(const EditScope& scope, double sigma);  ///< mm
    void keepLargest(const EditScope& scope);
    void removeIslands(const EditScope& scope, std::int64_t minVoxels);  ///< components with fewer voxels
    void fillHoles(const EditScope& scope);
    void grow(const EditScope& scope, double mm);
    void shrink(const EditScope& scope, double mm);
    /// The slice's voxels once more on the slice `by` further on.
    void copySlice(EditScope scope, int by);
    void clear(const EditScope& scope);
    /// The active label's voxels become `other`'s.
    void replaceBy(const EditScope& scope, LabelId other);
    /// `other`'s voxels become the active label's.
    void add(const EditScope& scope, LabelId other);
    /// Takes what is within `margin` mm of `other` from the active label.
    void subtract(const EditScope& scope, LabelId other, double margin);
    /// Leaves of the active label what is within `margin` mm of `other`.
    void intersect(const EditScope& scope, LabelId other, double margin);
    /// Paints every voxel whose value lies in the range.
    void paintRange(const EditScope& scope, const labels::IntensityRange& range);

    /// What a label would become, and where that was computed.
    struct Preview {
        labels::Box box;
        std::map<std::uint16_t, labels::VoxelRuns> after;
    };
    /// Calls `command`, one of the above, of which nothing is applied: a job computes what would come of it for `show`, unless the next preview or
    /// dropPreview() comes first.
    void preview(const std::function<void()>& command, std::function<void(const Preview& preview)> show);
    void dropPreview();

    /// Parts of up to so many voxels are computed before the call returns.
    void setAtOnce(std::int64_t voxels) { atOnce_ = voxels; }

private:
    /// The voxels `before` of a label become `after`.
    struct Change {
        std::uint16_t label = 0;
        labels::VoxelRuns before, after;
    };
    using Changes = std::vector<Change>;
    /// Of the labels in question; any thread.
    using Plan = std::function<Changes(const LabelSnapshot& snapshot, const std::vector<std::uint16_t>& labels,
                                       JobControl& control)>;
    /// What each label becomes.
    using Filter =
        std::function<labels::VoxelRuns(const LabelSnapshot& snapshot, std::uint16_t label, JobControl& control)>;

    /// `what`: "Smooth %1", for the label or "all labels".
    void run(const QString& what, const EditScope& scope, const Plan& plan);
    void filter(const QString& what, const EditScope& scope, const Filter& filter);
    void apply(const QString& name, const EditScope& scope, const Changes& changes);
    std::vector<std::uint16_t> labelsOf(const EditScope& scope) const;
    std::uint16_t unlocked(LabelId label) const;
    QString nameOf(std::uint16_t label) const;

    Workspace& workspace_;
    std::function<void(const Preview&)> show_;  ///< while a command is called for its preview
    int previewing_ = 0;
    std::int64_t atOnce_ = 1 << 22;
};

}  // namespace protolabel::ui
