#include "ui/panels/jobs_panel.h"

#include <QPushButton>
#include <QTest>
#include <QTreeView>
#include <thread>

#include "tests/ui/panels/panel_window.h"
#include "ui/models/job_list_model.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::child;

namespace {

TEST(the_chosen_job_is_stopped) {
    test::PanelWindow window;
    Jobs& jobs = window.open.workspace->jobs();
    JobsPanel panel(*window.open.workspace, window.commands);
    auto& view = child<QTreeView>(panel, "jobsTable");
    auto& stop = child<QPushButton>(panel, "jobsStop");
    test::showAt(panel, 520, 200);
    const auto endless = [](JobControl& control) -> Jobs::Finish {
        control.progress({"training", 120, 1000, {}});
        for (;;) {
            control.check();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    };
    const int number = jobs.start("Train SQPFNet", endless, &panel);
    const int other = jobs.start("Supervoxels", endless, &panel);
    CHECK(!stop.isEnabled());
    const int row = view.model()->rowCount() - 2;
    test::click(view, row, JobListModel::Title);
    CHECK(stop.isEnabled());
    test::waitFor("progress", [&] { return view.model()->index(row, JobListModel::Done).data().toString() == "12 %"; });
    test::keepPictures(panel, "jobs");
    QTest::mouseClick(&stop, Qt::LeftButton);
    test::waitFor("its end", [&] { return jobs.job(number)->state == JobInfo::State::Cancelled; });
    CHECK(!stop.isEnabled());
    CHECK(jobs.job(other)->state == JobInfo::State::Running);
    view.setFocus();
    test::click(view, row + 1, JobListModel::Title);
    QTest::keyClick(&view, Qt::Key_Delete);
    test::waitFor("the other's end", [&] { return jobs.job(other)->state == JobInfo::State::Cancelled; });
    CHECK_EQ(view.model()->index(row, JobListModel::State).data().toString().toStdString(), "stopped");
}

}  // namespace
