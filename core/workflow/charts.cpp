#include "core/workflow/charts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

namespace protolabel::workflow {

namespace {

using labels::Color;

// Told apart by people who see red and green alike (Okabe and Ito).
constexpr std::array<Color, 7> kColors = {Color{0, 114, 178},  Color{230, 159, 0},   Color{0, 158, 115},
                                          Color{213, 94, 0},   Color{204, 121, 167}, Color{86, 180, 233},
                                          Color{120, 120, 120}};
constexpr Color kAxis = {60, 60, 60}, kGrid = {225, 225, 225};

Color colorOf(std::size_t series) {
    return kColors[series % kColors.size()];
}

std::string tickText(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%g", std::abs(value) < 1e-9 ? 0 : value);
    return text.data();
}

/// Smallest and largest of what was added.
struct Range {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    void add(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    bool empty() const { return low > high; }
};

/// The frame's inner part with its axes; maps values to pixels.
class Axes {
public:
    Axes(Canvas& canvas, const Frame& frame, const std::string& title, const std::string& yName,
         const std::vector<std::string>& series, Range y)
        : canvas_(canvas),
          left_(frame.left + 76),
          top_(frame.top + 62),
          right_(frame.right - 20),
          bottom_(frame.bottom - 58),
          ticks_(y.empty() ? ticksOf(0, 1, 5) : ticksOf(y.low, y.high, 6)) {
        canvas.text((left_ + right_) / 2, frame.top + 18, title, Align::Centre, {0, 0, 0});
        canvas.uprightText(frame.left + 16, (top_ + bottom_) / 2, yName);
        for (const double tick : ticks_) {
            canvas.line(left_, this->y(tick), right_, this->y(tick), kGrid, 1);
            canvas.text(left_ - 8, this->y(tick), tickText(tick), Align::Right);
        }
        double x = left_;
        for (std::size_t i = 0; i < series.size(); ++i) {
            canvas.rectangle(x, frame.top + 37, x + 12, frame.top + 49, colorOf(i));
            canvas.text(x + 18, frame.top + 43, series[i]);
            x += 18 + Canvas::widthOf(series[i]) + 18;
        }
    }
    void close() const {
        canvas_.line(left_, top_, left_, bottom_, kAxis, 1.2);
        canvas_.line(left_, bottom_, right_, bottom_, kAxis, 1.2);
    }
    double y(double value) const {
        return bottom_ - (value - ticks_.front()) / (ticks_.back() - ticks_.front()) * (bottom_ - top_);
    }
    double left() const { return left_; }
    double right() const { return right_; }
    double bottom() const { return bottom_; }

private:
    Canvas& canvas_;
    double left_, top_, right_, bottom_;
    std::vector<double> ticks_;
};

/// At `share` of the way through sorted values, interpolated.
double quantile(const std::vector<double>& sorted, double share) {
    const double rank = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (rank - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

void drawBox(Canvas& canvas, const Axes& axes, double x, double halfWidth, std::vector<double> values, Color color) {
    if (values.empty()) return;
    std::sort(values.begin(), values.end());
    const double low = quantile(values, 0.25), middle = quantile(values, 0.5), high = quantile(values, 0.75);
    const double reach = 1.5 * (high - low);
    const double bottom = *std::lower_bound(values.begin(), values.end(), low - reach);
    const double top = *std::prev(std::upper_bound(values.begin(), values.end(), high + reach));
    canvas.rectangle(x - halfWidth, axes.y(high), x + halfWidth, axes.y(low), color, 0.3);
    canvas.line(x, axes.y(bottom), x, axes.y(low), color);
    canvas.line(x, axes.y(high), x, axes.y(top), color);
    canvas.line(x - halfWidth, axes.y(middle), x + halfWidth, axes.y(middle), color, 3);
    for (std::size_t i = 0; i < values.size(); ++i) {
        // Spread sideways so that equal values stay visible.
        const double aside = (static_cast<double>(i % 3) - 1) * halfWidth * 0.35;
        canvas.disc(x + aside, axes.y(values[i]), 2.2, color);
    }
}

}  // namespace

std::vector<double> ticksOf(double low, double high, int count) {
    if (!(high > low)) high = low + 1;
    const double rough = (high - low) / count;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {5.0, 2.0, 1.0})
        if (factor * power >= rough * (1 - 1e-9)) step = factor * power;
    std::vector<double> ticks;
    const auto first = static_cast<long>(std::floor(low / step + 1e-9)),
               last = static_cast<long>(std::ceil(high / step - 1e-9));
    for (long i = first; i <= last; ++i) ticks.push_back(static_cast<double>(i) * step);
    return ticks;
}

void draw(Canvas& canvas, const Frame& frame, const LineChart& chart) {
    Range x, y;
    std::vector<std::string> names;
    for (const auto& series : chart.series) {
        names.push_back(series.name);
        for (const auto& [px, py] : series.points) {
            x.add(px);
            y.add(py);
        }
    }
    const Axes axes(canvas, frame, chart.title, chart.yName, names, y);
    const auto ticks = x.empty() ? ticksOf(0, 1, 5) : ticksOf(x.low, x.high, 8);
    const auto at = [&](double value) {
        const double share = (value - ticks.front()) / (ticks.back() - ticks.front());
        return axes.left() + 10 + share * (axes.right() - axes.left() - 30);
    };
    for (const double tick : ticks) {
        canvas.line(at(tick), axes.bottom(), at(tick), axes.bottom() + 5, kAxis, 1);
        canvas.text(at(tick), axes.bottom() + 18, tickText(tick), Align::Centre);
    }
    canvas.text((axes.left() + axes.right()) / 2, axes.bottom() + 42, chart.xName, Align::Centre);
    axes.close();
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const auto& points = chart.series[i].points;
        for (std::size_t p = 0; p < points.size(); ++p) {
            const double px = at(points[p].first), py = axes.y(points[p].second);
            if (p > 0) canvas.line(at(points[p - 1].first), axes.y(points[p - 1].second), px, py, colorOf(i), 2.2);
            canvas.disc(px, py, 3.5, colorOf(i));
        }
    }
}

void draw(Canvas& canvas, const Frame& frame, const BoxChart& chart) {
    Range y;
    for (const auto& group : chart.groups)
        for (const auto& values : group.values)
            for (const double value : values) y.add(value);
    const Axes axes(canvas, frame, chart.title, chart.yName, chart.series, y);
    const auto groups = static_cast<double>(std::max<std::size_t>(chart.groups.size(), 1));
    const double width = (axes.right() - axes.left()) / groups;
    for (std::size_t g = 0; g < chart.groups.size(); ++g) {
        const auto& group = chart.groups[g];
        const double centre = axes.left() + (static_cast<double>(g) + 0.5) * width;
        const double step = 0.8 * width / static_cast<double>(std::max<std::size_t>(group.values.size(), 1));
        for (std::size_t i = 0; i < group.values.size(); ++i) {
            const double offset = static_cast<double>(i) - (static_cast<double>(group.values.size()) - 1) / 2;
            drawBox(canvas, axes, centre + offset * step, std::min(0.35 * step, 24.0), group.values[i], colorOf(i));
        }
        canvas.text(centre, axes.bottom() + 18, group.name, Align::Centre);
    }
    axes.close();
}

}  // namespace protolabel::workflow
