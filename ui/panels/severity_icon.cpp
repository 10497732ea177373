#include "ui/panels/severity_icon.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>

namespace protolabel::ui {

QIcon severityIcon(Severity severity) {
    if (severity == Severity::Log) return {};
    const bool dark = QGuiApplication::palette().color(QPalette::Base).lightness() < 128;
    QPixmap pixmap(64, 64);  // large screens have it sharp
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(4, 4);
    const auto use = [&](const QColor& onLight, const QColor& onDark) {
        painter.setPen(QPen(dark ? onDark : onLight, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    };
    if (severity == Severity::Information) {
        use({0, 90, 170}, {110, 175, 245});
        painter.drawEllipse(QRectF(2, 2, 12, 12));
        painter.drawLine(QPointF(8, 7.5), QPointF(8, 11));
        painter.drawPoint(QPointF(8, 5));
    } else if (severity == Severity::Warning) {
        use({150, 90, 0}, {240, 190, 60});
        painter.drawPolygon(QPolygonF{{8, 2}, {14.5, 13.5}, {1.5, 13.5}});
        painter.drawLine(QPointF(8, 6.5), QPointF(8, 9.5));
        painter.drawPoint(QPointF(8, 11.7));
    } else {
        use({190, 20, 20}, {255, 120, 120});
        painter.drawPolygon(
            QPolygonF{{5.5, 2}, {10.5, 2}, {14, 5.5}, {14, 10.5}, {10.5, 14}, {5.5, 14}, {2, 10.5}, {2, 5.5}});
        painter.drawLine(QPointF(6, 6), QPointF(10, 10));
        painter.drawLine(QPointF(10, 6), QPointF(6, 10));
    }
    painter.end();
    return pixmap;
}

}  // namespace protolabel::ui
