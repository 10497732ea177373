#pragma once

namespace protolabel::viewer {
class ViewerWidget;
}

namespace protolabel::ui {

class Commands;
class Workspace;

/// The way through the review queue, flags and comments.
void addReviewCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer);

}  // namespace protolabel::ui
