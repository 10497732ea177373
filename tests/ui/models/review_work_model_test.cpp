#include "ui/models/review_work_model.h"

#include <QAbstractItemModelTester>
#include <QDate>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::ui;

TEST(what_became_of_proposals_is_a_table) {
    ReviewWorkModel model;
    QAbstractItemModelTester tester(&model);
    workflow::ReviewWork work{"2030-01-02", "liver", "0123456789abcdef", 8, 2, 4, 60};
    model.setWork({work});
    const auto cell = [&](int column, int role = Qt::DisplayRole) { return model.index(0, column).data(role); };
    CHECK_EQ(model.rowCount(), 1);
    CHECK(cell(ReviewWorkModel::Day, Qt::EditRole).toDate() == QDate(2030, 1, 2));
    CHECK_EQ(cell(ReviewWorkModel::Label).toString().toStdString(), "liver");
    CHECK_EQ(cell(ReviewWorkModel::Model).toString().toStdString(), "0123456789ab");
    CHECK_EQ(cell(ReviewWorkModel::Unchanged).toString().toStdString(), "50 %");  // 6 of 12
    CHECK_NEAR(cell(ReviewWorkModel::Seconds, Qt::EditRole).toDouble(), 7.5, 1e-12);
    model.setWork({work}, {{work.model, "sqpfnet, resnet18"}});
    CHECK_EQ(cell(ReviewWorkModel::Model).toString().toStdString(), "sqpfnet, resnet18");
    CHECK_EQ(cell(ReviewWorkModel::Model, Qt::EditRole).toString().toStdString(), work.model);
    model.setWork({});
    CHECK_EQ(model.rowCount(), 0);
}
