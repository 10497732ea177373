#pragma once

namespace protolabel::viewer {
class ViewerWidget;
}

namespace protolabel::ui {

class Commands;
class Workspace;

/// The slice in view as a support. The slice is that of the volume's slice axis at the views' position, here and in the other commands on it.
void addSupportCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer);

}  // namespace protolabel::ui
