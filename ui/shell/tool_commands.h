#pragma once

namespace protolabel::ui {

class Commands;
class Workspace;

/// The choice of the tool, brush size, digits (labels, or presets in the window tool).
void addToolCommands(Commands& commands, Workspace& workspace);

}  // namespace protolabel::ui
