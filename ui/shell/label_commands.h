#pragma once

namespace protolabel::ui {

class Commands;
class Workspace;

/// The choice of the active label, its lock and visibility.
void addLabelCommands(Commands& commands, Workspace& workspace);

}  // namespace protolabel::ui
