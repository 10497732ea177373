#pragma once

namespace protolabel::viewer {
class ViewerWidget;
}

namespace protolabel::ui {

class Commands;
class Workspace;

/// Accepting and rejecting proposals: on the slice, the volume, a label, a component, or as chosen in a dialog.
void addAcceptanceCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer);

}  // namespace protolabel::ui
