#pragma once

namespace protolabel::viewer {
class ViewerWidget;
}

namespace protolabel::ui {

class Commands;
class Workspace;

/// Supports, live proposals, accepting, rejecting and the review of proposals. The slice is that of the volume's slice axis at the views' position.
void addProposalCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer);

}  // namespace protolabel::ui
