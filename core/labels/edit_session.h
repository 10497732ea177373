#pragma once

#include "core/labels/edit_rules.h"
#include "core/labels/stroke_delta.h"
#include "core/labels/voxel_runs.h"

namespace protolabel::labels {

/// One edit under way: it changes the volume at once, so that the change is on screen in the same frame, and remembers how to take it back.
/// The volume must outlive it; a session that ends neither way leaves the volume as it was.
class EditSession {
public:
    /// Throws Error "edit.range" when the rules ask for an intensity range without an image.
    EditSession(LabelVolume& volume, const EditRules& rules);
    ~EditSession() { rollback(); }
    EditSession(const EditSession&) = delete;
    EditSession& operator=(const EditSession&) = delete;

    /// Gives the voxels `label` (1..65535) where the rules allow it. What lies beyond the volume is ignored.
    void paint(const VoxelRuns& runs, std::uint16_t label);
    /// Makes those of the voxels that have `label` background; with label 0, those of any label.
    void erase(const VoxelRuns& runs, std::uint16_t label);
    /// Turns the voxels `before` of `label` into `after`: erases what a filter or an operation of sets took away, paints what it added.
    void replace(const VoxelRuns& before, const VoxelRuns& after, std::uint16_t label);

    /// Around what changed since the last call: what has to be drawn again.
    Box takeChanged();
    const Stopped& stopped() const { return stopped_; }
    const StrokeDelta& delta() const { return delta_; }
    /// How many voxels to be painted have their label now, changed or not; grows with every paint().
    std::int64_t reached() const { return reached_; }

    void rollback();       ///< the volume is what it was at the start; the session goes on, empty
    StrokeDelta commit();  ///< the changes stay; the session goes on, empty

private:
    template <class Allowed>
    void write(const VoxelRuns& runs, std::uint16_t value, Allowed&& allowed);

    LabelVolume& volume_;
    Gate gate_;
    StrokeDelta delta_;
    Stopped stopped_;
    std::int64_t reached_ = 0;
    Box changed_;
};

}  // namespace protolabel::labels
