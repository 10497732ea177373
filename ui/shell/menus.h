#pragma once

#include <QString>
#include <functional>

class QMenuBar;

namespace protolabel::ui {

class Commands;
class Docks;
class Preferences;

/// Fills the menus with commands. `open` is called with a recent project's file.
void fillMenuBar(QMenuBar& bar, Commands& commands, Docks& docks, Preferences& preferences,
                 const std::function<void(const QString& file)>& open);

}  // namespace protolabel::ui
