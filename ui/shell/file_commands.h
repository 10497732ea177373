#pragma once

#include <QStringList>

class QWidget;

namespace protolabel::ui {

class Commands;
class Workspace;

/// Projects, import, export, missing files. Dialogs belong to `window`.
void addFileCommands(Commands& commands, Workspace& workspace, QWidget& window);

/// Opens the import dialog for files and folders; where no project is open, the one for a new project first. Says so in a
/// notice where one of them is not there, or the project is read-only.
void importPaths(Workspace& workspace, QWidget& window, const QStringList& paths);

}  // namespace protolabel::ui
