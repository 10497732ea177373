#include "ui/models/icons.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <functional>

namespace protolabel::ui {

/// On a field of 16 x 16; drawn at 64 x 64 so that large screens have it sharp.
static QIcon drawn(const std::function<void(QPainter& painter)>& draw) {
    QPixmap pixmap(64, 64);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(4, 4);
    painter.setPen(
        QPen(QGuiApplication::palette().color(QPalette::WindowText), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    draw(painter);
    painter.end();
    return pixmap;
}

QIcon toolIcon(const QString& tool) {
    const auto lines = [](const QPolygonF& points) {
        return drawn([&](QPainter& painter) { painter.drawPolyline(points); });
    };
    if (tool == "import" || tool == "add")
        return drawn([](QPainter& painter) {
            painter.drawPolyline(QPolygonF{{2.5, 10}, {2.5, 13.5}, {13.5, 13.5}, {13.5, 10}});
            painter.drawLine(QPointF(8, 2), QPointF(8, 10));
            painter.drawPolyline(QPolygonF{{5, 7}, {8, 10}, {11, 7}});
        });
    if (tool == "accept") return lines({{2.5, 8.5}, {6.5, 12.5}, {13.5, 3.5}});
    if (tool == "reject" || tool == "remove")
        return drawn([](QPainter& painter) {
            painter.drawLine(QPointF(3.5, 3.5), QPointF(12.5, 12.5));
            painter.drawLine(QPointF(12.5, 3.5), QPointF(3.5, 12.5));
        });
    if (tool == "predict" || tool == "train" || tool == "pretrain")
        return lines(
            {{8, 1.5}, {9.8, 6.2}, {14.5, 8}, {9.8, 9.8}, {8, 14.5}, {6.2, 9.8}, {1.5, 8}, {6.2, 6.2}, {8, 1.5}});
    if (tool == "erase")
        return drawn([](QPainter& painter) {
            painter.drawPolygon(QPolygonF{{2, 10}, {9, 3}, {14, 8}, {8.5, 13.5}, {5.5, 13.5}});
            painter.drawLine(QPointF(5.5, 6.5), QPointF(10.5, 11.5));
        });
    if (tool == "fill" || tool == "islands" || tool == "holes")
        return drawn([](QPainter& painter) {
            painter.setBrush(painter.pen().color());
            QPainterPath drop(QPointF(8, 2));
            drop.cubicTo(12, 7, 13, 9, 12, 11.5);
            drop.cubicTo(10.5, 14.5, 5.5, 14.5, 4, 11.5);
            drop.cubicTo(3, 9, 4, 7, 8, 2);
            painter.drawPath(drop);
        });
    if (tool == "labels" || tool == "volumes" || tool == "settings" || tool == "support" || tool == "supports")
        return drawn([](QPainter& painter) {
            painter.drawPolygon(QPolygonF{{2.5, 3}, {8, 3}, {13.5, 8.5}, {8.5, 13.5}, {2.5, 8}});
            painter.drawEllipse(QPointF(5.5, 6), 0.8, 0.8);
        });
    return drawn([](QPainter& painter) {
        painter.drawPolygon(QPolygonF{{3, 13}, {4, 9.5}, {11, 2.5}, {13.5, 5}, {6.5, 12}});
        painter.drawLine(QPointF(9.3, 4.2), QPointF(11.8, 6.7));
    });
}

QIcon severityIcon(Severity severity) {
    const bool dark = QGuiApplication::palette().color(QPalette::Base).lightness() < 128;
    return drawn([&](QPainter& painter) {
        const auto use = [&](const QColor& onLight, const QColor& onDark) {
            const QColor color = dark ? onDark : onLight;
            painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
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
    });
}

}  // namespace protolabel::ui
