#pragma once

namespace protolabel::viewer {
class ViewerWidget;
}

namespace protolabel::ui {

class Commands;
class Workspace;

/// Live proposals, and proposals on demand.
void addProposalCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer);

}  // namespace protolabel::ui
