#pragma once

class QWidget;

namespace protolabel::ui {

class Commands;
class Workspace;

/// Going from volume to volume and choosing the frame of a 4-D one.
void addVolumeCommands(Commands& commands, Workspace& workspace, QWidget& window);

}  // namespace protolabel::ui
