#pragma once

#include <QColor>
#include <functional>

class QMenu;
class QPixmap;
class QPoint;
class QWidget;

namespace protolabel::ui {

/// A swatch with a border that is seen on any ground.
QPixmap swatch(const QColor& color, const QSize& size, const QWidget& on);

/// Offers the palette that readers with colour-vision deficiencies can tell apart, then any colour. Opens at `at` (global) and returns at once.
void chooseColor(QWidget& parent, const QPoint& at, const QColor& current, std::function<void(const QColor&)> chosen);

}  // namespace protolabel::ui
