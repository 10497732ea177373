#include "ui/models/statistics_model.h"

#include <QAbstractItemModelTester>

#include "tests/ui/support/open_project.h"

using namespace protolabel;
using namespace protolabel::ui;

namespace {

// The voxel (i, j, k) of ant is 100 k + 10 j + i; v = [11, 12, 213] on slices 0 and 2: mean 78.67, population sd 94.98889 (numpy), 3 x 2 mm3.
TEST(the_shown_volume_is_measured_after_a_change) {
    test::OpenProject open;
    StatisticsModel model(*open.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setPaused(false);
    open.draw("ant", 0, 2, {{1, 1}, {2, 1}});
    open.draw("ant", 2, 2, {{3, 1}});
    open.draw("bee", 2, 1, {{3, 1}});
    const auto text = [&](int column) { return model.index(0, column).data().toString().toStdString(); };
    test::waitFor("the measures", [&] { return model.rowCount() == 1 && text(StatisticsModel::Voxels) == "3"; });
    CHECK_EQ(text(StatisticsModel::Label), "spleen");
    CHECK_EQ(text(StatisticsModel::Slices), "2");
    CHECK_EQ(text(StatisticsModel::Millilitres), "0.006");
    CHECK_EQ(text(StatisticsModel::Mean), "78.7");
    CHECK_EQ(text(StatisticsModel::Sd), "95.0");
    CHECK_EQ(text(StatisticsModel::Min), "11.0");
    CHECK_EQ(text(StatisticsModel::Max), "213.0");
    CHECK_NEAR(model.index(0, StatisticsModel::Sd).data(Qt::EditRole).toDouble(), 94.98889, 1e-5);
    open.show("bee");
    test::waitFor("the other volume", [&] { return model.rowCount() == 1 && text(StatisticsModel::Label) == "liver"; });
    CHECK_EQ(text(StatisticsModel::Mean), "1213.0");
}

TEST(nothing_is_measured_while_nobody_looks) {
    test::OpenProject open;
    StatisticsModel model(*open.workspace);
    open.draw("ant", 0, 2, {{1, 1}});
    int measured = 0;
    QObject::connect(&model, &StatisticsModel::measured, [&] { ++measured; });
    model.setPaused(false);
    test::waitFor("the measures", [&] { return model.rowCount() == 1; });
    CHECK_EQ(measured, 1);
}

}  // namespace
