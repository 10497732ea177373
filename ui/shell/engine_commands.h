#pragma once

namespace protolabel::ui {

class Commands;
class Docks;
class Workspace;

/// What the panel of the engine has, for who looks for it by name. The answer is in the panel, which is shown.
void addEngineCommands(Commands& commands, Workspace& workspace, Docks& docks);

}  // namespace protolabel::ui
