#include "ui/panels/review_work_panel.h"

#include <QComboBox>
#include <QTest>
#include <QTreeView>

#include "core/project/operations.h"
#include "tests/ui/panels/panel_window.h"
#include "ui/panels/review_chart.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::child;
using test::waitFor;

namespace {

workflow::ReviewWork work(const char* day, const char* label, const char* model, int accepted, int corrected,
                          double seconds) {
    return {day, label, model, accepted, corrected, 0, seconds};
}

TEST(each_label_and_model_has_a_line_over_the_days) {
    test::PanelWindow window;
    ReviewChart chart;
    const std::map<std::string, QColor> colors{{"liver", QColor(230, 159, 0)}, {"spleen", QColor(86, 180, 233)}};
    chart.setWork(
        {work("2030-01-01", "liver", "aaaaaaaa", 10, 8, 200), work("2030-01-02", "liver", "aaaaaaaa", 10, 6, 160),
         work("2030-01-02", "spleen", "aaaaaaaa", 4, 1, 20), work("2030-01-05", "liver", "bbbbbbbb", 20, 5, 120),
         work("2030-01-06", "liver", "bbbbbbbb", 20, 2, 80), work("2030-01-06", "spleen", "bbbbbbbb", 9, 0, 18)},
        colors);
    CHECK_EQ(chart.lines().size(), 4U);
    CHECK_EQ(chart.lines()[0].name.toStdString(), "liver, aaaaaaaa");
    CHECK_EQ(chart.lines()[0].points.size(), 2U);
    CHECK_EQ(chart.lines()[0].points[1].first - chart.lines()[0].points[0].first, 1);
    CHECK_EQ(chart.lines()[2].name.toStdString(), "liver, bbbbbbbb");
    CHECK_EQ(chart.lines()[2].model, 1);
    CHECK(chart.lines()[1].color == QColor(86, 180, 233));
    test::showAt(chart, 420, 240);
    test::keepPictures(chart, "served_chart");
    // 20 % of 10 were accepted unchanged on the first day: the mark, in the label's colour, lies in the lower half at the left.
    const QImage picture = chart.grab().toImage();
    int high = 0, low = 0;
    for (int y = 0; y < 180; ++y)
        for (int x = 40; x < 60; ++x)
            if (picture.pixelColor(x, y) == QColor(230, 159, 0)) ++(y < 90 ? high : low);
    CHECK(high == 0 && low > 20);
    chart.setShow(ReviewChart::Show::Seconds);  // 20 s there, the most: now it lies on top
    const QImage seconds = chart.grab().toImage();
    high = low = 0;
    for (int y = 0; y < 180; ++y)
        for (int x = 30; x < 60; ++x)
            if (seconds.pixelColor(x, y) == QColor(230, 159, 0)) ++(y < 90 ? high : low);
    CHECK(high > 20 && low == 0);
}

TEST(what_was_accepted_is_in_the_chart_and_in_the_table) {
    test::PanelWindow window;
    auto& open = window.open;
    ReviewWorkPanel panel(*open.workspace, window.commands);
    test::showAt(panel, 480, 420);
    auto& chart = child<ReviewChart>(panel, "servedChart");
    CHECK(chart.lines().empty());
    labels::Mask mask(8, 6);
    mask.pixels[0] = 1;
    open.project().edit({.name = "given", .tool = "test"}, [&](project::ProjectWriter& writer) {
        writer.putProposal({open.volume("ant"), 1, LabelId{1}, mask, 0.7, 0.1, "m", "", {}});
    });
    project::acceptProposals(open.project().store(), {.volumes = {open.volume("ant")}},
                             {.name = "", .tool = "", .activeSeconds = 3});
    waitFor("the line", [&] { return chart.lines().size() == 1; });
    CHECK_EQ(chart.lines()[0].name.toStdString(), "liver, m");
    CHECK_EQ(child<QTreeView>(panel, "servedTable").model()->rowCount(), 1);

    open.project().edit({.name = "model", .tool = "test"}, [&](project::ProjectWriter& writer) {
        project::ModelRecord model;
        model.hash = "m";
        model.method = "sqpfnet";
        model.encoder = "resnet18";
        model.created = "2030-01-02T12:30:00Z";
        writer.putModel(model);
    });
    waitFor("its name", [&] { return chart.lines()[0].name == "liver, sqpfnet, resnet18, 2030-01-02 12:30"; });
    test::keepPictures(panel, "served");
}

}  // namespace
