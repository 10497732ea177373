#include "ui/models/work_model.h"

#include <QAbstractItemModelTester>

#include "tests/ui/support/application.h"

using namespace protolabel;
using namespace protolabel::ui;

namespace {

struct Work {
    WorkModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    Work() {
        model.setActivity({{"ada", "brush", "ant", "liver", 60, 4, 0},
                           {"ada", "brush", "bee", "liver", 30.5, 2, 0},
                           {"ada", "accept", "bee", "liver", 5, 1, 12},
                           {"bob", "brush", "ant", "spleen", 3600, 9, 0}});
    }
    std::string row(int at) {
        std::string text;
        for (int column = 0; column < WorkModel::kColumns; ++column)
            text += model.index(at, column).data().toString().toStdString() + "|";
        return text;
    }
};

TEST(volumes_are_summed_at_first) {
    test::startUi();
    Work work;
    CHECK_EQ(work.model.rowCount(), 3);
    CHECK_EQ(work.row(0), "ada|accept||liver|0:00:05|1|12|");
    CHECK_EQ(work.row(1), "ada|brush||liver|0:01:31|6|0|");
    CHECK_EQ(work.row(2), "bob|brush||spleen|1:00:00|9|0|");
    CHECK_EQ(work.model.totalSeconds(), 3695.5);
    CHECK_EQ(work.model.index(1, WorkModel::Time).data(Qt::EditRole).toDouble(), 90.5);
}

TEST(what_tells_rows_apart_is_chosen) {
    test::startUi();
    Work work;
    work.model.setGrouping({true, false, false, false});
    CHECK_EQ(work.model.rowCount(), 2);
    CHECK_EQ(work.row(0), "ada||||0:01:36|7|12|");
    work.model.setGrouping({true, true, true, true});
    CHECK_EQ(work.model.rowCount(), 4);
}

}  // namespace
