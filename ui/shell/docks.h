#pragma once

#include <QDockWidget>
#include <QMainWindow>
#include <vector>

namespace protolabel::ui {

class Commands;
class Preferences;

/// The panels in docks that can be moved, stacked, torn off and closed; a command in "View" shows and hides each. Their arrangement is
/// remembered.
class Docks {
public:
    Docks(QMainWindow& window, Commands& commands, Preferences& preferences);

    /// The panel's object name names the dock ("volumes" -> "dock.volumes"), its window title is shown. Takes ownership through the window.
    QDockWidget* add(QWidget* panel, Qt::DockWidgetArea area, bool shown = true);
    void tab(QDockWidget* first, QDockWidget* second);
    void show(const QString& panel);
    void toggle(const QString& panel);  ///< hides one that is seen, shows any other

    void remember();              ///< geometry and arrangement
    void restore();               ///< what was remembered, if anything
    void reset();                 ///< the arrangement of the first start
    void setHidden(bool hidden);  ///< all of them, as on the start page, and back

    const std::vector<QDockWidget*>& all() const { return docks_; }

private:
    void showStates();

    QMainWindow& window_;
    Commands& commands_;
    Preferences& preferences_;
    std::vector<QDockWidget*> docks_;
    QByteArray first_;
    QByteArray beforeHidden_;
    bool hidden_ = false;
};

}  // namespace protolabel::ui
