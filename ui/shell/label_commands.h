#pragma once

class QWidget;

namespace protolabel::ui {

class Commands;
class Workspace;

/// The choice of the active label, its lock and visibility, presets and label tables. Dialogs belong to `window`.
void addLabelCommands(Commands& commands, Workspace& workspace, QWidget& window);

}  // namespace protolabel::ui
