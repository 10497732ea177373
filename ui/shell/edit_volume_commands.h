#pragma once

namespace protolabel::viewer {
class ViewerWidget;
}

namespace protolabel::ui {

class Commands;
class Workspace;

/// What works on whole slices or the volume: interpolate, smooth, copy to the next slice, ... Those with values ask in a bar over the views.
/// "The slice" is the one in the active view.
void addEditVolumeCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer);

}  // namespace protolabel::ui
