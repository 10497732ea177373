// What remains of work in the background that was stopped or overtaken: nothing that keeps anybody waiting.
#include <fstream>
#include <future>

#include "tests/ui/support/open_project.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::useWorker;
using test::waitFor;
using State = EngineMonitor::State;

namespace {

void cancelLatest(Jobs& jobs) {
    jobs.cancel(jobs.jobs().back().number);
    waitFor("the end", [&] { return jobs.running() == 0; });
    CHECK(jobs.jobs().back().state == JobInfo::State::Cancelled);
}

TEST(whoever_started_a_job_hears_how_it_ended) {
    test::startUi();
    Jobs jobs;
    QObject receiver;
    std::string heard;
    const auto run = [&](Jobs::Work work, bool cancel) {
        const int number = jobs.start(
            "a job", std::move(work), &receiver, [&](const Error& error) { heard += error.code() + " "; },
            [&](int ended) { heard += std::to_string(ended) + " "; });
        if (cancel) jobs.cancel(number);
        waitFor("its end", [&] { return jobs.running() == 0; });
    };
    run([&](JobControl&) { return [&] { heard += "done "; }; }, false);
    run([&](JobControl&) -> Jobs::Finish { throw Error("a.b", "no"); }, false);
    run([&](JobControl&) { return [&] { heard += "done "; }; }, true);
    CHECK_EQ(heard, "done 1 a.b 2 3 ");
}

TEST(the_last_progress_before_a_long_step_is_told) {
    test::startUi();
    Jobs jobs;
    QObject receiver;
    std::vector<std::int64_t> told;
    QObject::connect(&jobs, &Jobs::progressed, &receiver,
                     [&](int number) { told.push_back(jobs.job(number)->progress.done); });
    std::promise<void> heard;
    jobs.start(
        "a job",
        [step = heard.get_future().share()](JobControl& control) -> Jobs::Finish {
            for (int done = 0; done <= 200; ++done) control.progress({"steps", done, 200, {}});
            step.wait();
            return {};
        },
        &receiver);
    waitFor("the last step", [&] { return !told.empty() && told.back() == 200; });
    CHECK(told.size() < 100);  // not each of them
    heard.set_value();
    waitFor("its end", [&] { return jobs.running() == 0; });
}

TEST(a_volume_whose_reading_was_stopped_is_not_being_read) {
    test::OpenProject open;
    auto& shown = *open.workspace->shown();
    int told = 0;
    QObject::connect(&shown, &ShownVolume::loadingChanged, &shown, [&] { ++told; });
    shown.show(open.volume("bee"));
    CHECK(shown.loading());
    cancelLatest(open.workspace->jobs());
    CHECK(!shown.loading());
    CHECK_EQ(told, 2);
    CHECK(shown.id() == open.volume("ant"));
}

TEST(an_engine_whose_start_was_stopped_can_be_started) {
    const auto workspace = test::makeWorkspace();
    useWorker(*workspace, "fake_worker", "good");
    auto& monitor = workspace->engineMonitor();
    monitor.start();
    CHECK(monitor.state() == State::Starting);
    cancelLatest(workspace->jobs());
    waitFor("nobody to use it", [&] { return monitor.state() == State::NotStarted; });
    monitor.start();
    waitFor("the engine", [&] { return monitor.state() == State::Ready; });

    monitor.refresh();
    cancelLatest(workspace->jobs());
    CHECK(!monitor.status());
    monitor.test();
    cancelLatest(workspace->jobs());
    CHECK(!monitor.testing() && monitor.tested().isEmpty());
    monitor.refresh();
    waitFor("what it holds", [&] { return monitor.status().has_value(); });
}

TEST(the_answer_of_an_engine_that_was_replaced_is_not_the_new_ones) {
    test::TemporaryFolder folder;
    const auto workspace = test::makeWorkspace();
    auto& monitor = workspace->engineMonitor();
    useWorker(*workspace, "fake_worker", "good");
    monitor.start();
    const int first = workspace->jobs().jobs().back().number;
    const auto sign = folder / "go";
    const auto program = (test::programFolder() / "fake_worker").string();
    workspace->preferences().setWorkerCommand(QString::fromStdString(
        "sh -c 'until [ -e " + sign.string() + " ]; do sleep 0.01; done; exec " + program + " good'"));
    monitor.start();
    waitFor("the first one's answer", [&] { return workspace->jobs().job(first)->state != JobInfo::State::Running; });
    CHECK(!monitor.hello());
    CHECK(monitor.state() == State::Starting);
    std::ofstream(sign.string()) << "now";
    waitFor("the second one's answer", [&] { return monitor.hello().has_value(); });
    waitFor("its end", [&] { return monitor.state() == State::Ready; });
}

}  // namespace
