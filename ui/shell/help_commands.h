#pragma once

namespace protolabel::ui {

class Commands;
class MainWindow;
class Workspace;

/// The palette, preferences, keys, help and versions.
void addHelpCommands(Commands& commands, Workspace& workspace, MainWindow& window);

}  // namespace protolabel::ui
