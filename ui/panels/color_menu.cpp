#include "ui/panels/color_menu.h"

#include <QColorDialog>
#include <QMenu>
#include <QPainter>

#include "core/labels/label_table.h"
#include "ui/session/tr.h"

namespace protolabel::ui {

QPixmap swatch(const QColor& color, const QSize& size, const QWidget& on) {
    const qreal ratio = on.devicePixelRatioF();
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on.palette().color(QPalette::Text));
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(QPointF(), QSizeF(size)).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    return pixmap;
}

static void chooseAny(QWidget& parent, const QColor& current, const std::function<void(const QColor&)>& chosen) {
    auto* dialog = new QColorDialog(current, &parent);
    dialog->setObjectName("colorDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QColorDialog::colorSelected, &parent, chosen);
    dialog->open();
}

void chooseColor(QWidget& parent, const QPoint& at, const QColor& current, std::function<void(const QColor&)> chosen) {
    auto* menu = new QMenu(&parent);
    menu->setObjectName("colorMenu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString names[] = {tr("Orange"), tr("Sky blue"),   tr("Bluish green"),  tr("Yellow"),
                             tr("Blue"),   tr("Vermillion"), tr("Reddish purple")};
    int n = 0;
    for (const QString& name : names) {
        const auto color = labels::defaultColor(n++);
        const QColor shown(color.red, color.green, color.blue);
        QAction* action = menu->addAction(swatch(shown, {16, 16}, parent), name);
        action->setCheckable(true);
        action->setChecked(shown == current);
        QObject::connect(action, &QAction::triggered, &parent, [chosen, shown] { chosen(shown); });
    }
    menu->addSeparator();
    QObject::connect(menu->addAction(tr("&Other colour...")), &QAction::triggered, &parent,
                     [&parent, current, chosen] { chooseAny(parent, current, chosen); });
    menu->popup(at);
}

}  // namespace protolabel::ui
