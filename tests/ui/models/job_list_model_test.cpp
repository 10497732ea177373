#include "ui/models/job_list_model.h"

#include <QAbstractItemModelTester>
#include <QTest>
#include <atomic>
#include <thread>

#include "tests/ui/support/application.h"

using namespace protolabel;
using namespace protolabel::ui;

namespace {

struct List {
    List() { test::startUi(); }
    Jobs jobs;
    JobListModel model{jobs};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QObject receiver;

    QVariant at(int row, int column, int role = Qt::DisplayRole) { return model.index(row, column).data(role); }
};

TEST(progress_is_a_fraction_while_the_job_runs) {
    List list;
    std::atomic<bool> go = false;
    list.jobs.start(
        "Count",
        [&](JobControl& control) -> Jobs::Finish {
            control.progress({"counting", 1, 4, {}});
            while (!go) std::this_thread::yield();
            return {};
        },
        &list.receiver);
    test::waitFor("progress", [&] { return list.at(0, 1, JobListModel::FractionRole).toDouble() == 0.25; });
    CHECK_EQ(list.at(0, 0).toString().toStdString(), "Count");
    CHECK_EQ(list.at(0, 1).toString().toStdString(), "25 %");
    CHECK(list.at(0, 0, JobListModel::RunningRole).toBool());
    CHECK_EQ(list.at(0, 2).toString().toStdString(), "counting, 1 of 4");
    QTest::qWait(1050);
    go = true;
    test::waitFor("its end", [&] { return !list.at(0, 0, JobListModel::RunningRole).toBool(); });
    CHECK(list.at(0, 2).toString().startsWith("done in 0:0"));
}

TEST(what_was_done_at_once_is_not_listed) {
    List list;
    list.jobs.start(
        "Blink", [](JobControl&) -> Jobs::Finish { return {}; }, &list.receiver);
    CHECK_EQ(list.model.rowCount(), 1);
    test::waitFor("its end", [&] { return list.jobs.running() == 0; });
    CHECK_EQ(list.model.rowCount(), 0);
}

TEST(a_failure_is_told) {
    List list;
    list.jobs.start(
        "Break", [](JobControl&) -> Jobs::Finish { throw Error("x", "the disk is {0}", {"full"}); }, &list.receiver);
    test::waitFor("its end", [&] { return list.jobs.running() == 0; });
    CHECK_EQ(list.at(0, 2).toString().toStdString(), "failed: the disk is full");
}

TEST(times_are_in_minutes_and_seconds) {
    CHECK_EQ(durationText(5).toStdString(), "0:05");
    CHECK_EQ(durationText(65.4).toStdString(), "1:05");
    CHECK_EQ(durationText(3600 + 23 * 60 + 7).toStdString(), "1:23:07");
    JobInfo job;
    job.started = QDateTime::fromString("2026-01-01T10:00:00Z", Qt::ISODate);
    job.progress = {"", 30, 120, {}};  // a quarter in 20 s: three times as long is left
    CHECK_EQ(remainingText(job, job.started.addSecs(20)).toStdString(), "1:00 left");
    CHECK(remainingText(job, job.started.addSecs(1)).isEmpty());
}

}  // namespace
