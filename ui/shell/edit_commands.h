#pragma once

namespace protolabel::ui {

class Commands;
class Workspace;

/// Undo and redo, named after what they take back.
void addEditCommands(Commands& commands, Workspace& workspace);

}  // namespace protolabel::ui
