#pragma once

#include <QObject>
#include <vector>

#include "ui/session/volume_edits.h"
#include "viewer/base/graphics.h"

namespace protolabel::viewer {
class ViewerWidget;
}

namespace protolabel::ui {

/// What a command would make of the labels, as dashed white outlines over the views, beside what the tool in hand draws there.
class EditPreview : public QObject {
public:
    /// To be made after the ViewerLink: what that draws is drawn first.
    EditPreview(Workspace& workspace, viewer::ViewerWidget& viewer, QObject* parent);

    void show(const VolumeEdits::Preview& preview);
    void clear();
    /// Whether it is that of one slice, so that another slice needs another one.
    bool ofOneSlice() const { return ofOneSlice_; }

private:
    void draw();

    Workspace& workspace_;
    viewer::ViewerWidget& viewer_;
    VolumeEdits::Preview preview_;
    bool ofOneSlice_ = false;
};

/// Along the pixels' edges of a plane, `runs` to the right.
std::vector<viewer::Polyline> outlinesOf(const labels::VoxelRuns& runs, const labels::Plane& plane);

}  // namespace protolabel::ui
