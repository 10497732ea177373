#pragma once

#include <QObject>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <shared_mutex>

#include "core/imaging/volume.h"
#include "core/labels/label_volume.h"
#include "core/project/changes.h"
#include "core/project/records.h"
#include "viewer/base/label_source.h"
#include "viewer/base/styles.h"

namespace protolabel::labels {
class StrokeDelta;
}

namespace protolabel::ui {

class Jobs;
class ProjectSession;

/// The volume on screen: its voxels, its annotation and its proposals in memory, kept equal to the project. UI thread; the label sources may
/// be read by others, hence lock().
class ShownVolume : public QObject {
    Q_OBJECT

public:
    ShownVolume(ProjectSession& session, Jobs& jobs, QObject* parent = nullptr);

    /// Reads it in the background; the one before stays until then. Nothing: shows none. A later call overtakes an earlier one.
    void show(std::optional<VolumeId> id);
    void showFrame(int frame);  ///< of a 4-D file: another picture, the same annotation
    int frame() const { return frame_; }
    int frames() const;         ///< of the file; 1 when none is shown
    QString frameText() const;  ///< "Frame 2 of 5"; empty where there is only one
    bool loading() const { return wanted_ != 0; }

    const project::VolumeRecord* record() const;  ///< null when none is shown
    VolumeId id() const;                          ///< 0 likewise
    std::shared_ptr<const imaging::Volume> image() const { return image_; }
    labels::LabelVolume* annotation() { return annotation_.get(); }
    const labels::LabelVolume* proposals() const { return proposals_.get(); }  ///< null while there are none
    std::shared_ptr<const viewer::LabelSource> source(viewer::Layer layer) const;
    /// To be held while voxels of the annotation change.
    [[nodiscard]] std::unique_lock<std::shared_mutex> lock() const { return annotationSource_->lock(); }

    /// Grows with every change of the annotation, of whatever origin: what was computed of an earlier state is out of date.
    std::uint64_t revision() const { return revision_; }

    /// Stores the voxels that `delta` changed, as one undo entry; they are in the annotation already. What jobs have stored meanwhile
    /// stays. Throws Error; nothing is stored then.
    void store(const project::EditInfo& info, const labels::StrokeDelta& delta);
    /// Announces voxels that were changed in the annotation without being stored yet.
    void touched(const labels::Box& box, const std::set<std::uint16_t>& ids = {});

    /// Shows a proposal of one label that is not stored yet; nothing happens where another volume is shown. What the project tells of the slice
    /// later replaces it.
    void showProposal(VolumeId volume, int slice, LabelId label, const labels::Mask& mask);
    /// Shows the project's proposals again where showProposal showed others.
    void dropUnstoredProposals();

signals:
    /// The voxels of the annotation are about to be replaced or read again: edits under way must end.
    void aboutToChange();
    void shownChanged();       ///< another volume, frame, or none
    void proposalsAppeared();  ///< there is a source of proposals now
    void loadingChanged();
    void failed(const protolabel::Error& error);
    /// `ids`: labels that gained or lost voxels in `box`; empty while a stroke is under way.
    void voxelsChanged(protolabel::viewer::Layer layer, const protolabel::labels::Box& box,
                       const std::set<std::uint16_t>& ids);

private:
    struct Content;
    void load(VolumeId id, int frame);
    void take(std::shared_ptr<Content> content);
    void follow(const project::Changes& changes);
    void makeProposals();
    void reload(viewer::Layer layer, const std::set<int>& slices);
    void announce(viewer::Layer layer, const labels::Box& box, const std::set<std::uint16_t>& ids);

    ProjectSession& session_;
    Jobs& jobs_;
    int wanted_ = 0;  ///< number of the job that reads what is to be shown
    VolumeId shown_;
    int frame_ = 0;
    std::uint64_t revision_ = 0;
    bool storing_ = false;           ///< what is stored is shown already
    std::set<int> unstored_;         ///< slices of showProposal
    project::Changes whileLoading_;  ///< the job may have read what was before them
    std::shared_ptr<const imaging::Volume> image_;
    std::shared_ptr<labels::LabelVolume> annotation_, proposals_;
    std::shared_ptr<viewer::DenseLabels> annotationSource_, proposalSource_;
};

}  // namespace protolabel::ui
