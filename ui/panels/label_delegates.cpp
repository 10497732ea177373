#include "ui/panels/label_delegates.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/commands/icons.h"
#include "ui/panels/color_menu.h"

namespace protolabel::ui {

static void paintGround(QPainter* painter, QStyleOptionViewItem cell) {
    cell.features = QStyleOptionViewItem::None;
    cell.icon = {};
    cell.text.clear();
    cell.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
}

static QRect square(const QRect& cell, int side) {
    QRect place(0, 0, side, side);
    place.moveCenter(cell.center());
    return place;
}

/// A click or Space.
static bool wants(const QEvent& event, const QStyleOptionViewItem& option) {
    if (event.type() == QEvent::MouseButtonRelease) {
        const auto& mouse = static_cast<const QMouseEvent&>(event);
        return mouse.button() == Qt::LeftButton && option.rect.contains(mouse.pos());
    }
    return event.type() == QEvent::KeyPress && static_cast<const QKeyEvent&>(event).key() == Qt::Key_Space;
}

void SwatchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    paintGround(painter, option);
    const QRect place = square(option.rect, qMin(option.rect.width(), option.rect.height()) - 8);
    painter->drawPixmap(place, swatch(index.data(Qt::EditRole).value<QColor>(), place.size(), *option.widget));
}

bool SwatchDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) {
    if (!wants(*event, option)) return false;
    emit colorWanted(index);
    return true;
}

void ToggleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    paintGround(painter, option);
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    themedIcon(on ? on_ : off_).paint(painter, square(option.rect, 16));
}

bool ToggleDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) {
    if (!wants(*event, option) || (index.flags() & Qt::ItemIsUserCheckable) == 0) return false;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}  // namespace protolabel::ui
