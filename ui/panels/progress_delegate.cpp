#include "ui/panels/progress_delegate.h"

#include <QApplication>
#include <QPainter>

namespace protolabel::ui {

void ProgressDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QVariant fraction = index.data(role_);
    if (!fraction.isValid() && !index.data(busyRole_).toBool())
        return QStyledItemDelegate::paint(painter, option, index);
    const QString text = std::exchange(cell.text, {});
    const QStyle& style = cell.widget != nullptr ? *cell.widget->style() : *QApplication::style();
    style.drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    // Not the style's own bar: it differs between styles in whether it can show text, and its busy form wants a timer per row.
    const QRectF bar = QRectF(option.rect).adjusted(4.5, 3.5, -4.5, -3.5);
    const QPalette& palette = option.palette;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(palette.color(QPalette::Mid));
    painter->setBrush(palette.color(QPalette::Base));
    painter->drawRoundedRect(bar, 3, 3);
    QColor filled = palette.color(QPalette::Highlight);
    filled.setAlphaF(0.45F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fraction.isValid() ? QBrush(filled) : QBrush(filled, Qt::BDiagPattern));
    QRectF part = bar;
    if (fraction.isValid()) part.setWidth(bar.width() * fraction.toDouble());
    painter->drawRoundedRect(part, 3, 3);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(bar, Qt::AlignCenter, text);
    painter->restore();
}

QSize ProgressDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return QStyledItemDelegate::sizeHint(option, index).expandedTo(QSize(110, option.fontMetrics.height() + 12));
}

}  // namespace protolabel::ui
