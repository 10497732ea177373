#include "core/engine/scores.h"

#include <cmath>

namespace protolabel::engine {

namespace {

/// Of the values added so far.
class Running {
public:
    void add(double value) {
        sum_ += value;
        squares_ += value * value;
        ++count_;
    }
    int count() const { return count_; }
    double mean() const { return count_ > 0 ? sum_ / count_ : 0; }
    double deviation() const {
        return count_ > 1 ? std::sqrt(std::max(0.0, (squares_ - sum_ * mean()) / (count_ - 1))) : 0;
    }

private:
    double sum_ = 0, squares_ = 0;
    int count_ = 0;
};

/// Mean over volumes, then classes, then folds, of one metric; and per label the spread between volumes.
struct Summary {
    std::map<int, Statistic> labels;
    std::map<int, std::map<std::string, double>> volumes;
    double mean = 0;
};

Summary summarise(const std::vector<ScoreRow>& rows, Protocol protocol, const Metric& metric) {
    std::map<int, std::map<int, Running>> folds;             // fold -> label
    std::map<int, std::map<std::string, Running>> byVolume;  // label -> volume
    for (const auto& row : rows)
        if (const auto value = metric.of(row.*protocol)) {
            folds[row.fold][row.label].add(*value);
            byVolume[row.label][row.volume].add(*value);
        }
    Summary summary;
    Running overFolds;
    std::map<int, Running> labels;
    for (const auto& [fold, byLabel] : folds) {
        Running classes;
        for (const auto& [label, values] : byLabel) {
            labels[label].add(values.mean());
            classes.add(values.mean());
        }
        overFolds.add(classes.mean());
    }
    summary.mean = overFolds.mean();
    for (const auto& [label, values] : labels) {
        Running spread;
        for (const auto& [volume, value] : byVolume[label]) {
            spread.add(value.mean());
            summary.volumes[label][volume] = value.mean();
        }
        summary.labels[label] = {values.mean(), spread.deviation(), spread.count()};
    }
    return summary;
}

double volumeDifference(const VolumeScore& score) {
    return std::abs(score.predictedVolume - score.trueVolume);
}

}  // namespace

const std::vector<Metric>& metrics() {
    using Value = std::optional<double>;
    static const std::vector<Metric> all = {
        {"dice", "Dice", "%", [](const VolumeScore& s) -> Value { return s.dice; }},
        {"jaccard", "Jaccard", "%", [](const VolumeScore& s) -> Value { return s.jaccard; }},
        {"hd95_mm", "HD95", "mm", [](const VolumeScore& s) { return s.hd95; }},
        {"assd_mm", "ASSD", "mm", [](const VolumeScore& s) { return s.averageDistance; }},
        {"volume_difference_ml", "Volume", "ml", [](const VolumeScore& s) -> Value { return volumeDifference(s); }},
        {"volume_difference_percent", "Volume", "%",
         [](const VolumeScore& s) {
             return s.trueVolume > 0 ? Value(100 * volumeDifference(s) / s.trueVolume) : Value();
         }},
    };
    return all;
}

ProtocolScores summarise(const std::vector<ScoreRow>& rows, Protocol protocol) {
    ProtocolScores result;
    for (const auto& metric : metrics()) {
        const auto summary = summarise(rows, protocol, metric);
        if (!summary.labels.empty()) result.metricMeans[metric.key] = summary.mean;
        for (const auto& [label, statistic] : summary.labels) result.labels[label].metrics[metric.key] = statistic;
        if (&metric != &metrics().front()) continue;
        result.mean = summary.mean;
        for (const auto& [label, statistic] : summary.labels) {
            result.labels[label].dice = statistic.mean;
            result.labels[label].volumes = summary.volumes.at(label);
        }
    }
    return result;
}

}  // namespace protolabel::engine
