#pragma once

#include <QIcon>
#include <QString>

#include "ui/session/notices.h"

/// Small drawn icons in the colours of the palette, so that they are seen on light and dark ground.
namespace protolabel::ui {

/// What an edit was made with (EditInfo::tool): a pencil for drawing tools, an arrow for import, a tick for accepted proposals, ...
QIcon toolIcon(const QString& tool);
/// Circle, triangle and octagon-like cross: told apart by shape as well as by colour.
QIcon severityIcon(Severity severity);

}  // namespace protolabel::ui
