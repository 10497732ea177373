#pragma once

#include <QIcon>

#include "ui/session/notices.h"

namespace protolabel::ui {

/// Circle, triangle and octagon, told apart by shape as well as by colour, for the ground that lists have now. The log has none.
QIcon severityIcon(Severity severity);

}  // namespace protolabel::ui
