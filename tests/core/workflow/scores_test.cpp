#include "core/engine/scores.h"

#include "core/workflow/charts.h"
#include "core/workflow/evaluation_report.h"
#include "core/workflow/option_text.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::workflow;
using engine::ScoreRow;
using engine::summarise;

namespace {

ScoreRow row(int fold, int label, const std::string& volume, double dice, std::optional<double> hd95 = {}) {
    ScoreRow row;
    row.fold = fold;
    row.label = label;
    row.volume = volume;
    row.papers.dice = dice;
    row.papers.hd95 = hd95;
    row.papers.trueVolume = 20;
    row.papers.predictedVolume = 15;
    row.whole.dice = dice / 2;
    return row;
}

bool near(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

}  // namespace

TEST(means_are_over_volumes_then_classes_then_folds) {
    const std::vector<ScoreRow> rows = {row(0, 1, "a", 10), row(0, 1, "b", 30), row(0, 2, "a", 80), row(1, 1, "b", 50)};
    const auto scores = summarise(rows, &ScoreRow::papers);
    CHECK_NEAR(scores.mean, ((20 + 80) / 2.0 + 50) / 2, 1e-9);
    const auto& label = scores.labels.at(1);
    CHECK_NEAR(label.dice, (20 + 50) / 2.0, 1e-9);
    CHECK_NEAR(label.volumes.at("b"), 40, 1e-9);  // tested in two folds
    CHECK_EQ(label.metrics.at("dice").count, 2);
    CHECK_NEAR(label.metrics.at("dice").deviation, std::sqrt(2 * 15.0 * 15), 1e-9);  // of 10 and 40
    CHECK_EQ(scores.labels.at(2).metrics.at("dice").deviation, 0.0);
    CHECK_NEAR(label.metrics.at("volume_difference_ml").mean, 5, 1e-9);
    CHECK_NEAR(label.metrics.at("volume_difference_percent").mean, 25, 1e-9);
    CHECK_NEAR(summarise(rows, &ScoreRow::whole).mean, scores.mean / 2, 1e-9);
}

TEST(distances_that_are_not_defined_are_left_out_and_counted) {
    const auto scores = summarise({row(0, 1, "a", 10, 4.0), row(0, 1, "b", 0), row(0, 2, "a", 0)}, &ScoreRow::papers);
    CHECK_NEAR(scores.labels.at(1).metrics.at("hd95_mm").mean, 4, 1e-9);
    CHECK_EQ(scores.labels.at(1).metrics.at("hd95_mm").count, 1);
    CHECK_EQ(scores.labels.at(2).metrics.count("hd95_mm"), 0U);
    CHECK_NEAR(scores.metricMeans.at("hd95_mm"), 4, 1e-9);
    CHECK_EQ(scores.metricMeans.count("assd_mm"), 0U);
}

TEST(options_are_told_in_words) {
    engine::MethodOptions options;
    CHECK_EQ(optionText("sqpfnet", options), "1 region, background threshold");
    for (const char* method : {"adnet", "panet", "alpnet", "qnet"}) CHECK_EQ(optionText(method, options), "");
    options.regions = 10;
    options.alpha = 0.5;
    CHECK_EQ(optionText("sqpfnet", options), "10 regions, alpha 0.5, background threshold");
    options.queryPrototype = false;  // alpha has no effect
    CHECK_EQ(optionText("sqpfnet", options), "10 regions, background threshold");
    options = {};
    options.background = engine::Background::Prototype;
    options.threshold = -12.5;
    CHECK_EQ(optionText("sqpfnet", options), "1 region, background prototype, t -12.5");
    CHECK_EQ(optionText("adnet", options, -9.75), "t -12.5 (learned -9.75)");
    options = {};
    options.refinementSteps = 3;
    options.fineWeight = 0.6;
    CHECK_EQ(optionText("qnet", options), "3 refinement steps, fine weight 0.6");
}

TEST(a_table_has_a_line_for_every_score) {
    EvaluationOutcome outcome;
    outcome.method = "sqpfnet";
    outcome.entries.resize(1);
    outcome.entries[0].iteration = 250;
    outcome.entries[0].rows = {row(3, 1, "case \"x\", first", 62.5, 7.25)};
    CHECK_EQ(csvOf(outcome),
             "iteration,variant,fold,label,volume,protocol,dice,jaccard,hd95_mm,assd_mm,volume_difference_ml,"
             "volume_difference_percent,true_ml,predicted_ml\r\n"
             "250,\"1 region, background threshold\",3,1,\"case \"\"x\"\", first\",papers,62.5,0,7.25,,5,25,20,15\r\n"
             "250,\"1 region, background threshold\",3,1,\"case \"\"x\"\", first\",whole_volume,31.25,0,,,0,,0,0\r\n");
}

TEST(a_picture_has_a_panel_for_everything_that_varies) {
    EvaluationOutcome outcome;
    outcome.method = "sqpfnet";
    const auto add = [&](std::int64_t iteration, double alpha, int regions) {
        auto& entry = outcome.entries.emplace_back();
        entry.iteration = iteration;
        entry.options.alpha = alpha;
        entry.options.regions = regions;
        entry.rows = {row(0, 1, "a", 60), row(0, 1, "b", 70)};
        entry.papers = summarise(entry.rows, &ScoreRow::papers);
        entry.whole = summarise(entry.rows, &ScoreRow::whole);
    };
    add(10, 1, 1);
    const int panel = plotOf(outcome).height;
    add(10, 0.5, 1);  // a variant
    CHECK_EQ(plotOf(outcome).height, 2 * panel);
    add(10, 0.3, 1);  // a curve over alpha
    CHECK_EQ(plotOf(outcome).height, 3 * panel);
    for (const double alpha : {1.0, 0.5, 0.3}) add(20, alpha, 1);  // and one over iterations
    CHECK_EQ(plotOf(outcome).height, 4 * panel);
    CHECK(plotOf({}).height > 0);
}

TEST(ticks_are_round_and_hold_the_values) {
    const auto ticks = ticksOf(13, 78, 6);
    CHECK_EQ(ticks.size(), 5U);  // 0, 20, 40, 60, 80
    CHECK(near(ticks.front(), 0) && near(ticks[1], 20) && near(ticks.back(), 80));
    const auto small = ticksOf(0.1, 1, 8);
    CHECK(near(small[1] - small[0], 0.2) && near(small.front(), 0) && near(small.back(), 1));
    CHECK(ticksOf(5, 5, 6).size() >= 2U);
}

TEST(a_box_is_where_its_quartiles_are) {
    // 0, 20, ..., 100 in one box: quartiles 25, 50, 75, no value beyond the whiskers.
    Canvas canvas(400, 400);
    draw(canvas, {0, 0, 400, 400}, BoxChart{"", "", {""}, {{"", {{0, 20, 40, 60, 80, 100}}}}});
    // The axis runs from y = 342 (0) to 62 (100); the box is around x = 228, 24 to either side.
    const auto at = [](double value) { return static_cast<int>(std::lround(342 - 2.8 * value)); };
    const labels::Color white{255, 255, 255};
    const auto& image = canvas.image();
    CHECK(image.at(208, at(30)) != white);
    CHECK(image.at(208, at(70)) != white);
    CHECK(image.at(208, at(50)) != image.at(208, at(45)));  // the median
    CHECK(image.at(208, at(15)) == white);
    CHECK(image.at(208, at(85)) == white);
    CHECK(image.at(228, at(10)) != white);  // a whisker
}

TEST(text_is_drawn_where_it_is_asked_for) {
    Canvas canvas(60, 40);
    canvas.text(10, 20, "H", Align::Left, {0, 0, 0});
    // The left stem of a 5 x 7 "H" at twice its size.
    for (int y = 14; y < 26; ++y) CHECK(canvas.image().at(10, y).red < 100);
    CHECK(canvas.image().at(15, 20).red < 100);  // its bar
    CHECK_EQ(canvas.image().at(15, 15).red, 255);
    CHECK_EQ(Canvas::widthOf("abc"), 36);
    canvas.text(-30, 20, "off the edge \xC3\xA4");
}
