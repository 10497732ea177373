#pragma once

namespace protolabel::ui {

class Commands;
class Docks;
class Workspace;

/// Makes every panel and puts it into its dock.
void addPanels(Docks& docks, Workspace& workspace, Commands& commands);

}  // namespace protolabel::ui
