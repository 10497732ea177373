#pragma once

#include <vector>

class QAction;

namespace protolabel::ui {

class Commands;
class Workspace;

/// Enables `reading` while a project is open and `writing` while it can be changed.
void enableWithProject(Commands& commands, Workspace& workspace, const std::vector<QAction*>& reading,
                       const std::vector<QAction*>& writing);

}  // namespace protolabel::ui
