#pragma once

namespace protolabel::viewer {
class ViewerWidget;
}

namespace protolabel::ui {

class Commands;
class Workspace;

/// Slices, zoom, window, overlay, layout, screenshots. The views' own keys become commands, so that they can be rebound; only holding the key that hides
/// the overlay stays with the views.
void addViewCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer);

}  // namespace protolabel::ui
