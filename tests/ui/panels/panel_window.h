#pragma once

#include <QAbstractItemView>

#include "tests/ui/support/open_project.h"
#include "ui/commands/commands.h"

namespace protolabel::test {

/// An open project and the commands that panels are given.
struct PanelWindow {
    OpenProject open;
    QWidget window, views;
    ui::Commands commands{open.workspace->preferences(), window, views};
};

/// Clicks into the cell as the mouse does.
void click(QAbstractItemView& view, int row, int column, Qt::MouseButton button = Qt::LeftButton);
void doubleClick(QAbstractItemView& view, int row, int column);

}  // namespace protolabel::test
