#pragma once

#include <QIcon>

namespace protolabel::ui {

/// A line drawing of resources/icons in the colour that text has when it is painted, so that it suits every theme.
/// An icon without a file is null.
QIcon themedIcon(const QString& name);

}  // namespace protolabel::ui
