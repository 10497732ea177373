#pragma once

class QWidget;

namespace protolabel::ui {

class Commands;
class Docks;
class Workspace;

/// Opens another annotator's project beside the open one and decides where the two differ.
void addCompareCommands(Commands& commands, Workspace& workspace, QWidget& window, Docks& docks);

}  // namespace protolabel::ui
