#include "core/workflow/effort_report.h"

#include <algorithm>

#include "core/imaging/png.h"
#include "core/workflow/charts.h"
#include "core/workflow/csv.h"
#include "core/workflow/files.h"

namespace protolabel::workflow {

namespace {

constexpr int kWidth = 960, kHeight = 420;
constexpr std::size_t kShownSlices = 12;  // of the curve

}  // namespace

std::string titleOf(EffortArm arm) {
    switch (arm) {
        case EffortArm::Interpolation: return "interpolation alone";
        case EffortArm::Within: return "with proposals";
        case EffortArm::Others: return "other volumes too";
        case EffortArm::Everything: return "everything";
    }
    return "";
}

std::string csvOf(const EffortOutcome& outcome) {
    std::string text = csvLine({"volume", "label", "arm", "slices_90", "slices_95", "drawn", "slice", "dice"});
    for (const auto& row : outcome.rows)
        for (std::size_t drawn = 0; drawn < row.dice.size(); ++drawn)
            text += csvLine({csvCell(row.volume), std::to_string(row.label), toString(row.arm),
                             std::to_string(row.needed[0]), std::to_string(row.needed[1]), std::to_string(drawn),
                             drawn == 0 ? "" : std::to_string(row.slices[drawn - 1]), csvCell(row.dice[drawn])});
    return text;
}

labels::Image2D<labels::Color> plotOf(const EffortOutcome& outcome) {
    LineChart curve{"Dice of whole volumes by the number of drawn slices", "drawn slices", "mean Dice %", {}};
    BoxChart boxes{"Slices to draw until Dice 0.90", "drawn slices", {}, {}};
    for (const auto arm : outcome.arms) {
        auto& series = curve.series.emplace_back();
        series.name = titleOf(arm);
        for (std::size_t drawn = 0; drawn <= kShownSlices; ++drawn)
            series.points.emplace_back(static_cast<double>(drawn), 100 * outcome.meanDice(arm, drawn));
        boxes.series.push_back(titleOf(arm));
    }
    for (const int label : outcome.classes) {
        auto& group = boxes.groups.emplace_back();
        group.name = "label " + std::to_string(label);
        for (const auto arm : outcome.arms) {
            auto& values = group.values.emplace_back();
            for (const auto& row : outcome.rows)
                if (row.arm == arm && row.label == label) values.push_back(row.needed[0]);
        }
    }
    Canvas canvas(kWidth, 2 * kHeight);
    draw(canvas, {0, 0, kWidth, kHeight}, curve);
    draw(canvas, {0, kHeight, kWidth, 2 * kHeight}, boxes);
    return canvas.image();
}

void writeCsv(const EffortOutcome& outcome, const std::filesystem::path& file) {
    writeFile(file, csvOf(outcome));
}

void writePlot(const EffortOutcome& outcome, const std::filesystem::path& file) {
    imaging::writePng(plotOf(outcome), file);
}

}  // namespace protolabel::workflow
