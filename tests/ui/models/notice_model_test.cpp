#include "ui/models/notice_model.h"

#include <QAbstractItemModelTester>

#include "tests/ui/support/application.h"

using namespace protolabel::ui;
namespace test = protolabel::test;

namespace {

TEST(messages_come_one_by_one_and_the_oldest_go) {
    test::startUi();
    Notices notices;
    notices.tell("early");
    NoticeModel model(notices);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    notices.post(Severity::Warning, "careful");
    CHECK_EQ(model.rowCount(), 2);
    CHECK_EQ(model.index(1, NoticeModel::Kind).data().toString().toStdString(), "Warning");
    for (int n = 0; n < 999; ++n) notices.log("line");
    CHECK_EQ(model.rowCount(), 1000);
    CHECK_EQ(model.index(0, NoticeModel::Text).data().toString().toStdString(), "careful");
}

TEST(log_lines_are_kept_but_not_posted) {
    Notices notices;
    int posted = 0;
    QObject::connect(&notices, &Notices::posted, &notices, [&] { ++posted; });
    notices.log("worker: loaded");
    notices.tell("hello");
    CHECK_EQ(posted, 1);
    CHECK_EQ(notices.all().size(), 2U);
}

TEST(the_filter_takes_kinds_and_words) {
    test::startUi();
    Notices notices;
    notices.log("device cpu");
    notices.tell("project opened");
    notices.post(Severity::Warning, "opened for reading only");
    notices.post(Severity::Problem, "the disk is full");
    NoticeModel model(notices);
    NoticeFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK_EQ(filter.rowCount(), 3);
    filter.setLeast(Severity::Log);
    CHECK_EQ(filter.rowCount(), 4);
    filter.setText("OPENED re");
    CHECK_EQ(filter.rowCount(), 1);
    CHECK_EQ(filter.index(0, NoticeModel::Text).data().toString().toStdString(), "opened for reading only");
    filter.setText({});
    filter.setLeast(Severity::Problem);
    CHECK_EQ(filter.rowCount(), 1);
}

}  // namespace
