#pragma once

#include <QStringList>

class QWidget;

namespace protolabel::ui {

class Commands;
class Workspace;

/// Projects, import, export, missing files. Dialogs belong to `window`.
void addFileCommands(Commands& commands, Workspace& workspace, QWidget& window);

/// Opens the import dialog for files and folders; a project must be open.
void importPaths(Workspace& workspace, QWidget& window, const QStringList& paths);

}  // namespace protolabel::ui
