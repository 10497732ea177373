#include "ui/panels/review_chart.h"

#include <QDate>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/models/review_work_model.h"

namespace protolabel::ui {

static constexpr int kMark = 4;  // half its size, in pixels
static constexpr int kGap = 8;

ReviewChart::ReviewChart(QWidget* parent) : QWidget(parent) {
    setObjectName("servedChart");
    setAccessibleName(tr("Proposals over time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ReviewChart::setWork(const std::vector<workflow::ReviewWork>& work, const std::map<std::string, QColor>& colors,
                          const std::map<std::string, QString>& names) {
    lines_.clear();
    std::vector<std::string> models;
    for (const auto& row : work) {
        const auto model = std::find(models.begin(), models.end(), row.model) - models.begin();
        if (model == std::ssize(models)) models.push_back(row.model);
        auto line = std::find_if(lines_.begin(), lines_.end(), [&](const Line& l) {
            return l.model == model && l.points.front().second.label == row.label;
        });
        if (line == lines_.end()) {
            const auto color = colors.find(row.label);
            const QString name = QString::fromStdString(row.label) + ", " + modelName(names, row.model);
            lines_.push_back({name, color == colors.end() ? QColor(Qt::gray) : color->second, int(model), {}});
            line = lines_.end() - 1;
        }
        const auto day = QDate::fromString(QString::fromStdString(row.day), Qt::ISODate);
        line->points.emplace_back(day.toJulianDay(), row);
    }
    update();
}

void ReviewChart::setShow(Show show) {
    show_ = show;
    update();
}

/// Nothing where nothing was accepted: no time per proposal.
double ReviewChart::valueOf(const workflow::ReviewWork& work) const {
    if (show_ == Show::Unchanged) return 100 * work.unchangedRate();
    return work.accepted > 0 ? work.secondsPerAccepted() : std::numeric_limits<double>::quiet_NaN();
}

void ReviewChart::paintMark(QPainter& painter, const QPointF& at, const Line& line) const {
    const QPolygonF shapes[] = {
        {{{-kMark, -kMark}, {kMark, -kMark}, {kMark, kMark}, {-kMark, kMark}}},
        {{{0, -kMark - 1}, {kMark + 1, kMark}, {-kMark - 1, kMark}}},
        {{{0, -kMark - 1}, {kMark + 1, 0}, {0, kMark + 1}, {-kMark - 1, 0}}},
    };
    painter.setPen(QPen(palette().color(QPalette::Text), 1));
    painter.setBrush(line.color);
    const int shape = line.model % 4;
    if (shape == 0)
        painter.drawEllipse(at, kMark, kMark);
    else
        painter.drawPolygon(shapes[shape - 1].translated(at));
}

int ReviewChart::paintLegend(QPainter& painter) const {
    const int height = fontMetrics().height() + 2;
    const auto widthOf = [&](const Line& line) { return 3 * kGap + fontMetrics().horizontalAdvance(line.name); };
    int rows = 1, x = kGap;
    for (const auto& line : lines_) {
        if (x > kGap && x + widthOf(line) > width()) ++rows, x = kGap;
        x += widthOf(line);
    }
    const int top = this->height() - rows * height - 2;
    int y = top;
    x = kGap;
    for (const auto& line : lines_) {
        if (x > kGap && x + widthOf(line) > width()) y += height, x = kGap;
        paintMark(painter, QPointF(x, y + height / 2.0), line);
        painter.drawText(QRect(x + kGap, y, widthOf(line), height), Qt::AlignVCenter, line.name);
        x += widthOf(line);
    }
    return top;
}

void ReviewChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().base());
    painter.setPen(palette().color(QPalette::Text));
    if (lines_.empty()) {
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Days appear here when proposals are accepted or rejected."));
        return;
    }
    double highest = show_ == Show::Unchanged ? 100 : 1;
    qint64 first = std::numeric_limits<qint64>::max(), last = 0;
    for (const auto& line : lines_)
        for (const auto& [day, work] : line.points) {
            if (const double value = valueOf(work); value > highest) highest = value;
            first = std::min(first, day);
            last = std::max(last, day);
        }
    const QLocale locale;
    const QString top =
        show_ == Show::Unchanged ? tr("%1 %").arg(100) : tr("%1 s").arg(locale.toString(highest, 'g', 3));
    const QString bottom = show_ == Show::Unchanged ? tr("%1 %").arg(0) : tr("%1 s").arg(0);
    const int margin = std::max(fontMetrics().horizontalAdvance(top), fontMetrics().horizontalAdvance(bottom)) + 10;
    const int lineHeight = fontMetrics().height();
    const int legend = paintLegend(painter);
    const QRectF area(margin, lineHeight / 2.0 + 4, width() - margin - 3 * kGap, legend - 2.0 * lineHeight - 10);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(0, area.top() - lineHeight / 2.0, margin - 5, lineHeight), Qt::AlignRight, top);
    painter.drawText(QRectF(0, area.bottom() - lineHeight / 2.0, margin - 5, lineHeight), Qt::AlignRight, bottom);
    const QRectF below(area.left(), area.bottom() + kMark + 2, area.width(), lineHeight);
    const auto text = [&](qint64 day) { return locale.toString(QDate::fromJulianDay(day), QLocale::ShortFormat); };
    painter.drawText(below, first == last ? Qt::AlignHCenter : Qt::AlignLeft, text(first));
    if (last > first) painter.drawText(below, Qt::AlignRight, text(last));
    QColor pale = palette().color(QPalette::Text);
    pale.setAlphaF(0.35F);
    painter.setPen(pale);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.drawLine(area.topLeft(), area.bottomLeft());

    const auto place = [&](qint64 day, double value) {
        const double share = last > first ? double(day - first) / double(last - first) : 0.5;
        return QPointF(area.left() + share * area.width(), area.bottom() - value / highest * area.height());
    };
    for (const auto& line : lines_) {
        QPolygonF points;
        for (const auto& [day, work] : line.points)
            if (const double value = valueOf(work); !std::isnan(value)) points.append(place(day, value));
        painter.setPen(QPen(line.color, 2, line.model % 2 == 0 ? Qt::SolidLine : Qt::DashLine));
        painter.drawPolyline(points);
        for (const auto& point : points) paintMark(painter, point, line);
    }
}

}  // namespace protolabel::ui
