// Command line: Ctrl+C at any moment ends with 130 and a consistent project; a worker that is killed ends with a clear error.
#include <signal.h>
#include <unistd.h>

#include <chrono>

#include "tests/app/cli/cli_project.h"

using namespace protolabel::test;

static void waitForWorker(const CliProcess& process) {
    while (process.children().empty()) usleep(10'000);
}

TEST(a_stopped_training_can_be_resumed) {
    CliProject p;
    CliProcess training({"train", p.project, "--iterations", "1000", "--json"}, "slow");
    training.waitForText("plan:");  // the training runs
    usleep(500'000);
    const auto asked = std::chrono::steady_clock::now();
    training.signal(SIGINT);
    const auto result = training.wait();
    CHECK_EQ(result.code, 130);
    CHECK(std::chrono::steady_clock::now() - asked < std::chrono::seconds(20));
    CHECK(result.err.find("stopped") != std::string::npos);
    CHECK(result.err.find("go on with: train --resume") != std::string::npos);
    CHECK(result.err.find("error") == std::string::npos);
    CHECK_EQ(result.json().at("error").at("code").get<std::string>(), "cancelled");
    CHECK(p.status().at("models").empty());
    const auto resumed = p.done({"train", p.project, "--resume"});
    CHECK_EQ(p.status().at("models").size(), 1U);
}

TEST(a_stopped_prediction_leaves_no_proposal) {
    CliProject p;
    p.done({"train", p.project, "--iterations", "1"});
    const auto before = p.status();
    for (const int milliseconds : {0, 20, 60, 150, 300, 500}) {
        CliProcess prediction({"predict", p.project}, "slow");
        usleep(static_cast<useconds_t>(milliseconds * 1000));
        prediction.signal(SIGINT);
        const auto result = prediction.wait();
        // Before the program has taken over the signal it simply ends by it.
        CHECK(result.code == 130);
        CHECK(p.status() == before);
    }
}

TEST(a_second_interrupt_ends_at_once) {
    CliProject p;
    // This worker says hello and never answers: the first Ctrl+C has to wait for it.
    CliProcess training(
        {"train", p.project, "--iterations", "5", "--worker", (programFolder() / "fake_worker").string() + " deaf"},
        "");
    waitForWorker(training);
    usleep(500'000);
    training.signal(SIGINT);
    usleep(300'000);
    const auto asked = std::chrono::steady_clock::now();
    training.signal(SIGINT);
    CHECK_EQ(training.wait().code, 130);
    CHECK(std::chrono::steady_clock::now() - asked < std::chrono::seconds(8));
    CHECK_EQ(p.status().at("volumes").size(), 2U);
}

TEST(a_killed_worker_is_an_error) {
    CliProject p;
    CliProcess training({"train", p.project, "--iterations", "1000", "--json"}, "slow");
    training.waitForText("plan:");  // a worker that dies before it is asked for anything is started again
    for (const auto child : training.children()) kill(child, SIGKILL);
    const auto result = training.wait();
    CHECK_EQ(result.code, 1);
    CHECK_EQ(result.json().at("error").at("code").get<std::string>(), "worker.crashed");
    CHECK(p.status().at("models").empty());
}

TEST(a_killed_program_leaves_the_project_whole) {
    CliProject p;
    p.done({"train", p.project, "--iterations", "1"});
    const auto before = p.status();
    for (const int milliseconds : {50, 200, 400, 700}) {
        CliProcess prediction({"predict", p.project}, "slow");
        usleep(static_cast<useconds_t>(milliseconds * 1000));
        prediction.signal(SIGKILL);
        prediction.wait();
        CHECK(p.status() == before);
    }
    p.done({"predict", p.project});
}
