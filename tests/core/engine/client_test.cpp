// The engine's client with a worker that behaves.
#include "core/engine/client.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <fstream>
#include <thread>

#include "core/base/sha256.h"
#include "tests/core/engine/fake_engine.h"

using namespace protolabel;
using namespace protolabel::engine;
using namespace protolabel::engine::test;

TEST(hello_starts_the_worker) {
    Engine engine(fake("good"));
    const Hello hello = engine.hello();
    CHECK_EQ(hello.protocol, kProtocolVersion);
    CHECK_EQ(hello.build, "test");
    CHECK_EQ(hello.devices.at(0).name, "scripted");
}

TEST(predictions_come_on_the_calling_thread) {
    Engine engine(fake("good"));
    PredictRequest request;
    request.device = "cpu";
    for (std::uint8_t i = 0; i < 50; ++i) {
        request.supports.push_back({"", i, 1, {i, i}, 1});
        request.queries.push_back({"", i, {{1, {i}}}});
    }
    std::vector<int> queries;
    JobControl control;
    const auto here = std::this_thread::get_id();
    const auto result = engine.predict(request, noBlobs, control, [&](const SlicePrediction& prediction) {
        CHECK(std::this_thread::get_id() == here);
        CHECK(prediction.probability == Bytes(2, static_cast<std::uint8_t>(prediction.query)));
        queries.push_back(prediction.query);
    });
    CHECK_EQ(result.device, "cpu");
    CHECK_EQ(queries.size(), 50u);
    request.maps = true;
    int maps = 0;
    engine.predict(
        request, noBlobs, control, [](const SlicePrediction&) {}, Urgency::Interactive,
        [&](const SliceMaps& map) {
            CHECK_EQ(map.query, maps++);
            CHECK(map.regions == Bytes({4}));
        });
    CHECK_EQ(maps, 50);
    CHECK(std::is_sorted(queries.begin(), queries.end()));
}

TEST(training_gives_checkpoints_progress_and_the_model) {
    Engine engine(fake("good"));
    std::vector<std::int64_t> iterations;
    Bytes model;
    JobControl control;
    engine.train(
        scripted("checkpoint"), noBlobs, control,
        [&](std::int64_t iteration, const Bytes& checkpoint) {
            iterations.push_back(iteration);
            CHECK(checkpoint == Bytes(10, static_cast<std::uint8_t>(iteration)));
        },
        model);
    CHECK(iterations == std::vector<std::int64_t>({1, 2, 3}));
    CHECK_EQ(std::string(model.begin(), model.end()), "model");

    int previews = 0;
    engine.train(scripted("preview"), noBlobs, control, {}, model,
                 [&](std::int64_t iteration, const std::vector<SlicePrediction>& predictions) {
                     CHECK_EQ(iteration, 50);
                     CHECK_EQ(predictions.at(0).query, 2);
                     CHECK(predictions[0].probability == Bytes({7}));
                     ++previews;
                 });
    CHECK_EQ(previews, 1);
    train(engine, "preview", control);  // nobody looks

    Control listening;
    train(engine, "progress", listening);
    CHECK_EQ(listening.last.stage, "train");
    CHECK_EQ(listening.last.done, 99'999);
}

static Bytes largeBlob(std::size_t size) {
    Bytes blob(size);
    std::uint32_t state = 1;
    for (auto& byte : blob) byte = static_cast<std::uint8_t>((state = state * 1664525u + 1013904223u) >> 24);
    return blob;
}

TEST(a_hundred_megabytes_there_and_back) {
    const Bytes blob = largeBlob(100'000'000);
    const SupervoxelRequest request{sha256Hex(blob), 1};
    Engine engine(fake("good"));
    int asked = 0;
    const auto source = [&](const std::string& hash) {
        CHECK_EQ(hash, request.image);
        ++asked;
        return blob;
    };
    Bytes back;
    JobControl control;
    CHECK_EQ(engine.supervoxels(request, source, control, back).count, 100'000'000);
    CHECK(back == blob);
    engine.supervoxels(request, source, control, back);
    CHECK_EQ(asked, 1);  // the worker has it now
}

TEST(a_slow_worker_gets_everything) {
    const Bytes blob = largeBlob(10'000'000);
    Engine engine(fake("slow"));
    Bytes back;
    JobControl control;
    engine.supervoxels(
        {sha256Hex(blob), 1}, [&](const std::string&) { return blob; }, control, back);
    CHECK(back == blob);
}

TEST(two_threads_at_once) {
    Engine engine(fake("good"));
    Control training;
    std::atomic<bool> started = false;
    std::atomic<bool> wasCancelled = false;
    training.onProgress = [&] { started = true; };
    std::thread trainer([&] {
        try {
            train(engine, "wait", training);
        } catch (const Cancelled&) {
            wasCancelled = true;
        }
    });
    while (!started) std::this_thread::yield();
    const double seconds = secondsOf([&] {
        for (int i = 0; i < 20; ++i) inspect(engine);  // runs in the training's pauses
    });
    CHECK(!wasCancelled);
    training.stop = true;
    trainer.join();
    CHECK(wasCancelled);
    CHECK(seconds < 15);
}

TEST(every_thread_gets_its_own_answers) {
    Engine engine(fake("good"));
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (std::uint8_t t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (std::uint8_t i = 0; i < 25; ++i) {
                const Bytes blob(1000, static_cast<std::uint8_t>(t * 25 + i));
                Bytes back;
                JobControl control;
                engine.supervoxels(
                    {sha256Hex(blob), 1}, [&](const std::string&) { return blob; }, control, back);
                if (back != blob) ++wrong;
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK_EQ(wrong.load(), 0);
}

TEST(cancel_is_honoured_at_once) {
    Engine engine(fake("good"));
    engine.hello();
    Control control;
    control.cancelIn(0.3);
    const double seconds = secondsOf([&] { CHECK_ERROR("cancelled", train(engine, "wait", control)); });
    CHECK(seconds > 0.29 && seconds < 5);
    inspect(engine);
}

TEST(cancel_does_not_wait_for_a_worker_that_is_still_starting) {
    auto options = fake("no-hello");
    Engine engine(options);
    Control control;
    control.cancelIn(0.1);
    const double seconds = secondsOf([&] { CHECK_ERROR("cancelled", train(engine, "wait", control)); });
    CHECK(seconds < 5);
}

TEST(an_exception_from_a_callback_ends_the_job_and_nothing_else) {
    Engine engine(fake("good"));
    Control control;
    control.onProgress = [] { throw Error("mine", "enough"); };
    CHECK_ERROR("mine", train(engine, "wait", control));
    JobControl quiet;
    CHECK_ERROR("gone", engine.inspect(
                            {std::string(64, '0')},
                            [](const std::string&) -> Bytes { throw Error("gone", "the file is gone"); }, quiet));
    inspect(engine);
}

TEST(failures_of_the_worker_arrive_as_they_are) {
    Engine engine(fake("good"));
    JobControl control;
    CHECK_EQ(CHECK_ERROR("train.data", train(engine, "error", control)), "volume 7 has no slices; add some");
    CHECK_ERROR("worker.memory", train(engine, "memory", control));
    CHECK_ERROR("worker.internal", train(engine, "internal", control));
    CHECK_ERROR("engine.blob", engine.inspect(
                                   {std::string(64, '0')}, [](const std::string&) { return Bytes{1}; }, control));
    inspect(engine);
}

TEST(evaluation_of_a_given_model_brings_no_blob) {
    Engine engine(fake("good"));
    EvaluateRequest request;
    Bytes model = {1};
    JobControl control;
    request.model = sha256Hex({1});
    engine.evaluate(
        request, [](const std::string&) { return Bytes{1}; }, control, model);
    CHECK(model.empty());
}

TEST(an_imported_model_comes_back_unless_the_file_is_one) {
    Engine engine(fake("good"));
    const Bytes file = {1, 2};
    const auto source = [&](const std::string&) { return file; };
    JobControl control;
    Bytes model;
    const auto imported = engine.importModel({sha256Hex(file), "x.pth", "q"}, source, control, model);
    CHECK(model == Bytes({'q', 1, 2}));
    CHECK_EQ(imported.model, sha256Hex(model));
    CHECK(imported.notes == std::vector<std::string>{"x.pth"});
    CHECK_EQ(engine.importModel({sha256Hex(file), "x.pth", ""}, source, control, model).model, sha256Hex(file));
    CHECK(model.empty());
}

TEST(the_worker_ends_with_its_engine) {
    const protolabel::test::TemporaryFolder folder;
    setenv("PROTOLABEL_FAKE_PID", (folder / "pid").c_str(), 1);
    const double seconds = secondsOf([&] {
        Engine engine(fake("good"));
        engine.hello();
    });
    unsetenv("PROTOLABEL_FAKE_PID");
    int pid = 0;
    std::ifstream(folder / "pid") >> pid;
    CHECK(pid > 0);
    CHECK(kill(pid, 0) != 0);
    CHECK(seconds < 10);
}
