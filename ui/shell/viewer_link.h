#pragma once

#include <QObject>
#include <optional>

#include "core/base/id.h"

namespace protolabel::viewer {
class ViewerWidget;
}

namespace protolabel::ui {

class Workspace;

/// Keeps the views showing what the workspace has, and the workspace knowing what the views do. Owns neither.
class ViewerLink : public QObject {
    Q_OBJECT

public:
    ViewerLink(Workspace& workspace, viewer::ViewerWidget& viewer, QObject* parent = nullptr);

private:
    void followProject();
    void showFirst();  ///< where none is shown, as after the first import
    void showVolume();
    void showMap();
    void outlineForMap(bool on);
    void showOther();
    void showColors();
    void showGraphics();
    void showCaption();  ///< what must not be forgotten: the frame, a missing orientation
    void tellSlice();

    Workspace& workspace_;
    viewer::ViewerWidget& viewer_;
    VolumeId shown_;
    std::optional<bool> outlinedBefore_;  ///< the disagreement map came: whether labels were outlines
};

}  // namespace protolabel::ui
