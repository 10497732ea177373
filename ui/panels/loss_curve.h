#pragma once

#include <QPointF>
#include <QWidget>
#include <vector>

namespace protolabel::ui {

/// The loss over the iterations, drawn as it comes: every value in a pale line, their running mean in a strong one. Axes begin at the smallest and
/// end at the largest value.
class LossCurve : public QWidget {
    Q_OBJECT

public:
    explicit LossCurve(QWidget* parent = nullptr);

    void clear();
    void add(double iteration, double loss);  ///< left out: no numbers, iterations not after the last
    const std::vector<QPointF>& points() const { return points_; }

    QSize sizeHint() const override { return {260, 140}; }
    QSize minimumSizeHint() const override { return {120, 90}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    static constexpr std::size_t kMost = 4000;  ///< then every second one goes
    std::vector<QPointF> points_;
};

}  // namespace protolabel::ui
