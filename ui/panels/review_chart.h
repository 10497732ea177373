#pragma once

#include <QColor>
#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "core/workflow/review_work.h"

namespace protolabel::ui {

/// How well the proposals served from day to day: a line per label and model, in the label's colour, with a mark and dashes of its model.
class ReviewChart : public QWidget {
    Q_OBJECT

public:
    enum class Show { Unchanged, Seconds };  ///< in percent, 0 to 100; per accepted proposal, from 0

    explicit ReviewChart(QWidget* parent = nullptr);

    /// `colors` of labels, and the names of models for people, by hash.
    void setWork(const std::vector<workflow::ReviewWork>& work, const std::map<std::string, QColor>& colors,
                 const std::map<std::string, QString>& models = {});
    void setShow(Show show);

    /// Of one label and model.
    struct Line {
        QString name;
        QColor color;
        int model = 0;                                                ///< models are numbered as they first served
        std::vector<std::pair<qint64, workflow::ReviewWork>> points;  ///< Julian day
    };
    const std::vector<Line>& lines() const { return lines_; }

    QSize sizeHint() const override { return {320, 180}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double valueOf(const workflow::ReviewWork& work) const;
    int paintLegend(class QPainter& painter) const;  ///< along the lower edge; its upper edge
    void paintMark(QPainter& painter, const QPointF& at, const Line& line) const;

    std::vector<Line> lines_;
    Show show_ = Show::Unchanged;
};

}  // namespace protolabel::ui
