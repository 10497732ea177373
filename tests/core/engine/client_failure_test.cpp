// The engine's client with workers that crash, hang and talk nonsense.
#include <csignal>
#include <fstream>
#include <mutex>
#include <thread>

#include "core/engine/client.h"
#include "tests/core/engine/fake_engine.h"

using namespace protolabel;
using namespace protolabel::engine;
using namespace protolabel::engine::test;

static bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(no_such_program) {
    auto options = fake("good");
    options.command = {"/nowhere/protolabel-worker"};
    Engine absent(options);
    CHECK(contains(CHECK_ERROR("worker.missing", inspect(absent)), "/nowhere/protolabel-worker"));
    CHECK_ERROR("worker.missing", absent.hello());
    options.command.clear();
    Engine none(options);
    CHECK(contains(CHECK_ERROR("worker.missing", none.hello()), "PROTOLABEL_WORKER"));
}

TEST(a_crash_at_the_start_shows_the_exit_code_and_the_end_of_the_log) {
    Engine engine(fake("crash-start"));
    std::mutex mutex;
    std::vector<std::string> log;
    engine.onLog([&](const std::string& line) {
        const std::lock_guard lock(mutex);
        log.push_back(line);
    });
    const auto text = CHECK_ERROR("worker.crashed", engine.hello());
    CHECK(contains(text, "before it was ready (exit code 3); check the worker's command"));
    CHECK(contains(text, "log line 2 | log line 3 | log line 4 | log line 5 | log line 6"));
    CHECK(!contains(text, "log line 1"));
    const std::lock_guard lock(mutex);
    CHECK_EQ(log.size(), 6u);
    CHECK_EQ(log.front(), "log line 1");
}

TEST(a_crash_by_a_signal_shows_it) {
    Engine engine(fake("signal-start"));
    CHECK(contains(CHECK_ERROR("worker.crashed", inspect(engine)), "signal 9"));
}

TEST(a_crash_in_a_job_fails_that_job_and_the_next_call_starts_anew) {
    Engine engine(fake("good"));
    JobControl control;
    CHECK(contains(CHECK_ERROR("worker.crashed", train(engine, "abort", control)), "signal 6"));
    inspect(engine);
    CHECK(contains(CHECK_ERROR("worker.crashed", train(engine, "exit", control)), "exit code 3"));
    inspect(engine);
}

TEST(a_crash_fails_every_call_in_flight) {
    const protolabel::test::TemporaryFolder folder;
    setenv("PROTOLABEL_FAKE_PID", (folder / "pid").c_str(), 1);
    Engine engine(fake("good"));
    engine.hello();
    unsetenv("PROTOLABEL_FAKE_PID");
    int pid = 0;
    std::ifstream(folder / "pid") >> pid;
    CHECK(pid > 0);

    std::vector<std::string> codes(3);
    std::vector<std::thread> threads;
    for (auto& code : codes)
        threads.emplace_back([&] {
            try {
                JobControl control;
                train(engine, "wait", control);
            } catch (const Error& error) {
                code = error.code();
            }
        });
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    kill(pid, SIGKILL);
    for (auto& thread : threads) thread.join();
    CHECK(codes == std::vector<std::string>(3, "worker.crashed"));
}

TEST(five_quick_crashes_are_enough) {
    Engine engine(fake("crash-start"));
    for (int i = 0; i < 5; ++i) CHECK_ERROR("worker.crashed", inspect(engine));
    const auto text = CHECK_ERROR("worker.unstable", inspect(engine));
    CHECK(contains(text, "5 times") && contains(text, "log line 6"));
    CHECK_ERROR("worker.unstable", engine.hello());
}

TEST(nonsense_counts_as_a_crash) {
    Engine engine(fake("garbage"));
    for (int i = 0; i < 5; ++i) CHECK_ERROR("worker.garbage", inspect(engine));
    CHECK_ERROR("worker.unstable", inspect(engine));
}

TEST(slow_crashes_do_not_count) {
    auto options = fake("crash-start");
    options.quickCrashSeconds = 0;
    Engine engine(options);
    for (int i = 0; i < 7; ++i) CHECK_ERROR("worker.crashed", inspect(engine));
}

TEST(silence_at_the_start) {
    auto options = fake("no-hello");
    options.startSeconds = 0.3;
    Engine engine(options);
    const double seconds = secondsOf([&] { CHECK_ERROR("worker.silent", inspect(engine)); });
    CHECK(seconds > 0.25 && seconds < 15);
}

TEST(who_waits_for_a_silent_worker_is_told) {
    auto options = fake("no-hello");
    options.startSeconds = 3;
    options.patienceSeconds = 0.1;
    std::atomic<int> told = 0;
    options.waiting = [&](double seconds) { told += seconds >= 0.09 ? 1 : 100; };
    Engine engine(options);
    CHECK_ERROR("worker.silent", inspect(engine));
    CHECK_EQ(told.load(), 1);
    auto good = fake("good");
    good.patienceSeconds = 60;
    good.waiting = [&](double) { ++told; };
    Engine quick(good);
    inspect(quick);
    CHECK_EQ(told.load(), 1);
}

TEST(a_worker_that_does_not_confirm_a_cancellation_is_killed) {
    auto options = fake("good");
    options.cancelSeconds = 0.3;
    Engine engine(options);
    engine.hello();
    Control control;
    control.cancelIn(0.1);
    const double seconds = secondsOf([&] { CHECK_ERROR("cancelled", train(engine, "stubborn", control)); });
    CHECK(seconds > 0.35 && seconds < 15);
    inspect(engine);  // a new process

    auto deaf = fake("deaf");
    deaf.cancelSeconds = 0.1;
    Engine other(deaf);
    control.cancelIn(0.1);
    CHECK_ERROR("cancelled", train(other, "", control));
}

TEST(a_cancelled_interactive_call_does_not_wait_for_the_worker) {
    auto options = fake("deaf");
    options.cancelSeconds = 60;
    Engine engine(options);
    engine.hello();
    Control control;
    control.cancelIn(0.1);
    CHECK(secondsOf([&] { CHECK_ERROR("cancelled", engine.status({}, control)); }) < 30);
}

TEST(bytes_that_are_no_frames) {
    for (const auto* behaviour : {"garbage", "garbage-later", "huge", "bad-blob"}) {
        Engine engine(fake(behaviour));
        CHECK_ERROR("worker.garbage", inspect(engine));
        CHECK_ERROR("worker.garbage", inspect(engine));
    }
}

TEST(half_a_frame_is_a_crash) {
    Engine engine(fake("truncated"));
    CHECK(contains(CHECK_ERROR("worker.crashed", inspect(engine)), "exit code 0"));
}

TEST(another_version_of_the_protocol) {
    Engine engine(fake("version"));
    const auto text = CHECK_ERROR("worker.version", engine.hello());
    CHECK(contains(text, "version " + std::to_string(kProtocolVersion + 1)) &&
          contains(text, "version " + std::to_string(kProtocolVersion)));
}

TEST(a_flood_of_progress_does_no_harm) {
    Engine engine(fake("flood"));
    Control control;
    control.onProgress = [] { std::this_thread::sleep_for(std::chrono::milliseconds(5)); };  // a slow listener
    const double seconds = secondsOf([&] { engine.inspect({}, noBlobs, control); });
    CHECK_EQ(control.last.done, 999'999);
    CHECK(control.heard < 10'000);  // what it could not hear in time was replaced by newer progress
    CHECK(seconds < 120);
}
