#pragma once

namespace protolabel::ui {

enum class Theme;

/// Colours of all widgets: light, dark, or the system's choice. The same style everywhere, so that the program looks as it was tested.
void applyTheme(Theme theme);

}  // namespace protolabel::ui
