#include "ui/shell/docks.h"

#include <QCoreApplication>

#include "ui/commands/commands.h"
#include "ui/session/preferences.h"

namespace protolabel::ui {

static constexpr int kSideWidth = 290;
static constexpr int kArrangement = 1;  // another number forgets arrangements of older programs

Docks::Docks(QMainWindow& window, Commands& commands, Preferences& preferences)
    : window_(window), commands_(commands), preferences_(preferences) {
    window.setDockNestingEnabled(true);
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
}

QDockWidget* Docks::add(QWidget* panel, Qt::DockWidgetArea area, bool shown) {
    auto* dock = new QDockWidget(panel->windowTitle(), &window_);
    dock->setObjectName("dock." + panel->objectName());
    dock->setWidget(panel);
    window_.addDockWidget(area, dock);
    dock->setVisible(shown);
    docks_.push_back(dock);
    const QString title = panel->windowTitle();
    QAction* action =
        commands_.addToggle({.id = "panel." + panel->objectName(),
                             .category = QCoreApplication::translate("Docks", "Panels"),
                             .text = title,
                             .help = QCoreApplication::translate("Docks", "Show or hide the panel \"%1\"").arg(title)},
                            [dock](bool on) {
                                dock->setVisible(on);
                                if (on) dock->raise();
                            });
    QObject::connect(dock, &QDockWidget::visibilityChanged, action,
                     [dock, action] { action->setChecked(!dock->isHidden()); });
    action->setChecked(shown);
    return dock;
}

void Docks::tab(QDockWidget* first, QDockWidget* second) {
    window_.tabifyDockWidget(first, second);
    first->raise();
}

void Docks::show(const QString& panel) {
    if (hidden_) return;
    for (QDockWidget* dock : docks_)
        if (dock->objectName() == "dock." + panel) {
            dock->show();
            dock->raise();
        }
}

void Docks::toggle(const QString& panel) {
    for (QDockWidget* dock : docks_)
        if (dock->objectName() == "dock." + panel && !dock->isHidden() && !dock->visibleRegion().isEmpty())
            return dock->hide();
    show(panel);
}

void Docks::remember() {
    preferences_.setValue("window/geometry", window_.saveGeometry());
    preferences_.setValue("window/arrangement", hidden_ ? beforeHidden_ : window_.saveState(kArrangement));
}

void Docks::restore() {
    for (QDockWidget* dock : docks_) {
        const auto area = window_.dockWidgetArea(dock);
        if (area != Qt::BottomDockWidgetArea) window_.resizeDocks({dock}, {kSideWidth}, Qt::Horizontal);
    }
    first_ = window_.saveState(kArrangement);
    window_.restoreGeometry(preferences_.value("window/geometry").toByteArray());
    window_.restoreState(preferences_.value("window/arrangement").toByteArray(), kArrangement);
    showStates();
}

/// A dock that is hidden before the window is shown tells nobody.
void Docks::showStates() {
    for (QDockWidget* dock : docks_) {
        QAction* action = commands_.action("panel." + dock->widget()->objectName());
        action->setChecked(!dock->isHidden());
        action->setEnabled(!hidden_);
    }
}

void Docks::reset() {
    if (hidden_)
        beforeHidden_ = first_;
    else
        window_.restoreState(first_, kArrangement);
}

void Docks::setHidden(bool hidden) {
    if (hidden == hidden_) return;
    hidden_ = hidden;
    if (hidden) {
        beforeHidden_ = window_.saveState(kArrangement);
        for (QDockWidget* dock : docks_) dock->hide();
    } else {
        window_.restoreState(beforeHidden_, kArrangement);
    }
    showStates();
}

}  // namespace protolabel::ui
