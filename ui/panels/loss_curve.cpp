#include "ui/panels/loss_curve.h"

#include <QLocale>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace protolabel::ui {

LossCurve::LossCurve(QWidget* parent) : QWidget(parent) {
    setObjectName("lossCurve");
    setAccessibleName(tr("Loss over the iterations"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LossCurve::clear() {
    points_.clear();
    update();
}

void LossCurve::add(double iteration, double loss) {
    if (!std::isfinite(loss) || (!points_.empty() && iteration <= points_.back().x())) return;
    points_.emplace_back(iteration, loss);
    if (points_.size() > kMost) {
        for (std::size_t i = 0; 2 * i < points_.size(); ++i) points_[i] = points_[2 * i];
        points_.resize((points_.size() + 1) / 2);
    }
    setAccessibleDescription(tr("%1 at iteration %2").arg(QLocale().toString(loss, 'g', 3)).arg(qlonglong(iteration)));
    update();
}

void LossCurve::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().base());
    const QColor text = palette().color(QPalette::Text), line = palette().color(QPalette::Highlight);
    painter.setPen(text);
    if (points_.size() < 2) {
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("The loss appears here while a model is trained."));
        return;
    }
    const auto [low, high] = std::minmax_element(points_.begin(), points_.end(),
                                                 [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); });
    const double bottom = low->y(), span = std::max(high->y() - bottom, 1e-9);
    const double first = points_.front().x(), length = std::max(points_.back().x() - first, 1.0);
    const QLocale locale;
    const QString highest = locale.toString(high->y(), 'g', 3), lowest = locale.toString(bottom, 'g', 3);
    const int margin = std::max(fontMetrics().horizontalAdvance(highest), fontMetrics().horizontalAdvance(lowest)) + 8;
    const int lineHeight = fontMetrics().height();
    const QRectF area(margin, lineHeight / 2.0 + 2, width() - margin - 10, height() - 2.0 * lineHeight - 6);
    painter.drawText(QRectF(0, area.top() - lineHeight / 2.0, margin - 4, lineHeight), Qt::AlignRight, highest);
    painter.drawText(QRectF(0, area.bottom() - lineHeight / 2.0, margin - 4, lineHeight), Qt::AlignRight, lowest);
    const QRectF below(area.left(), area.bottom() + 3, area.width(), lineHeight);
    painter.drawText(below, Qt::AlignLeft, locale.toString(qlonglong(first)));
    painter.drawText(below, Qt::AlignRight, locale.toString(qlonglong(points_.back().x())));
    painter.drawText(below, Qt::AlignHCenter, tr("iterations"));
    QColor pale = text;
    pale.setAlphaF(0.35F);
    painter.setPen(pale);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.drawLine(area.topLeft(), area.bottomLeft());

    QPolygonF all, mean;
    double smooth = points_.front().y();
    for (const auto& point : points_) {
        smooth += 0.05 * (point.y() - smooth);
        const double x = area.left() + (point.x() - first) / length * area.width();
        all.append({x, area.bottom() - (point.y() - bottom) / span * area.height()});
        mean.append({x, area.bottom() - (smooth - bottom) / span * area.height()});
    }
    painter.drawPolyline(all);
    painter.setPen(QPen(line, 2));
    painter.drawPolyline(mean);
}

}  // namespace protolabel::ui
