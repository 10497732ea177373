#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/engine/messages.h"

/// Scores of volumes, and what is said of many of them.
namespace protolabel::engine {

/// One measure of a volume's segmentation.
struct Metric {
    const char* key;  ///< in JSON and CSV: "dice", "hd95_mm", ...
    const char* name;
    const char* unit;
    /// None where it is not defined (a distance to nothing).
    std::optional<double> (*of)(const VolumeScore& score);
};
/// Dice, Jaccard, HD95, average surface distance, and the volume's absolute difference in ml and in percent of the true one.
const std::vector<Metric>& metrics();

/// One label on one volume in one fold, by both protocols.
struct ScoreRow {
    int fold = 0;
    int label = 0;
    std::string volume;
    VolumeScore papers, whole;
};

struct Statistic {
    double mean = 0;
    double deviation = 0;  ///< standard deviation between volumes (n - 1); 0 of a single one
    int count = 0;         ///< volumes on which the metric is defined; without any the others are 0
};

/// What one protocol says: mean over volumes, then classes, then folds.
struct ProtocolScores {
    struct Label {
        double dice = 0;
        std::map<std::string, Statistic> metrics;  ///< by key
        std::map<std::string, double> volumes;  ///< Dice; a volume that several folds test has the mean of its scores
    };
    double mean = 0;                            ///< Dice in percent
    std::map<std::string, double> metricMeans;  ///< by key; of those defined somewhere
    std::map<int, Label> labels;
};

using Protocol = VolumeScore ScoreRow::*;  ///< &ScoreRow::papers or &ScoreRow::whole
ProtocolScores summarise(const std::vector<ScoreRow>& rows, Protocol protocol);

}  // namespace protolabel::engine
