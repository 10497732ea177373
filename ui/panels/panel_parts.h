#pragma once

class QAction;
class QScrollArea;
class QString;
class QToolButton;
class QWidget;

/// What panels are made of.
namespace protolabel::ui {

/// Fills `panel` with `inside`, which scrolls where the dock is too small for it.
QScrollArea* fillScrolled(QWidget& panel, QWidget* inside);

/// Says what the action says (none: to be set) and is reached with Tab. `name`: of the object.
QToolButton* textButton(QAction* action, const QString& name);

}  // namespace protolabel::ui
