#pragma once

class QApplication;

namespace protolabel::ui {

enum class Theme;

/// Colours of all widgets: light, dark, or the system's choice. The same style everywhere, so that the program looks as it was tested.
void applyTheme(QApplication& application, Theme theme);

/// Whether the colours in use are dark.
bool isDark(const QApplication& application);

}  // namespace protolabel::ui
