#pragma once

#include <QString>

class QWidget;

namespace protolabel::ui {

class Workspace;

/// Opens a project; one that is damaged is not opened, and the user is asked whether to recover it. Other errors become notices.
void openOrRecover(Workspace& workspace, QWidget& window, const QString& file);

/// Asks for the name of a new project and copies into it what can be read of the damaged one.
void recoverInto(Workspace& workspace, QWidget& window, const QString& damaged);

}  // namespace protolabel::ui
