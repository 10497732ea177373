#pragma once

#include <QString>

class QAbstractItemModel;
class QAction;
class QTreeView;
class QWidget;

/// What the panels' tables have in common.
namespace protolabel::ui {

class Workspace;

/// A flat table of whole rows, of which several can be chosen; Ctrl+C and the context menu copy them. `name` is the object name, `title` what
/// screen readers say.
QTreeView* makeTable(QAbstractItemModel& model, const QString& name, const QString& title);

/// Asks for a file and writes the table as CSV; a failure becomes a notice. Returns at once.
void exportCsv(QWidget& parent, Workspace& workspace, const QString& suggestedName, const QAbstractItemModel& model);

}  // namespace protolabel::ui
