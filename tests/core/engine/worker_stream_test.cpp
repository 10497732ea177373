// How the worker loop begins and ends, seen as streams of bytes.
#include <chrono>
#include <csignal>

#include "tests/core/engine/loopback.h"

using namespace protolabel;
using namespace protolabel::engine;
using namespace protolabel::engine::test;
using nlohmann::json;

TEST(a_recorded_stream_gives_the_recorded_answer) {
    // {"type":"request","id":1,"kind":"inspect","interactive":false,"body":{"model":""}}, then {"type":"shutdown"}, recorded as bytes.
    const std::string request = std::string("PLF1\x39\0\0\0", 8) +
                                "\xa5"
                                "\x64type\x67request\x62id\x01\x64kind\x67inspect\x6binteractive\xf4\x64"
                                "body\xa1\x65model\x60";
    CHECK_EQ(request.size(), 8u + 0x39);
    const std::string shutdown = std::string("PLF1\x0f\0\0\0", 8) + "\xa1\x64type\x68shutdown";

    Loopback worker;
    worker.expect("hello");
    worker.sendBytes(Bytes(request.begin(), request.end()));
    const json expected = {
        {"type", "result"},
        {"id", 1},
        {"body",
         {{"spec",
           {{"method", "sqpfnet"},
            {"encoder", "resnet18"},
            {"stride", 8},
            {"options", {{"alpha", 1.0}, {"regions", 1}, {"background", "threshold"}, {"queryPrototype", true}}}}},
          {"iterations", 0},
          {"loss", 0.0},
          {"losses", json::array()},
          {"provenance", ""},
          {"parameters", 0},
          {"multiplyAdds", 0}}}};
    CHECK(worker.receive() == expected);
    worker.sendBytes(Bytes(shutdown.begin(), shutdown.end()));
    CHECK_EQ(worker.receive()["type"], "end");
    CHECK_EQ(worker.exitCode(), 0);
}

TEST(byte_by_byte_is_the_same) {
    Loopback worker;
    worker.expect("hello");
    for (const auto byte : encodeFrame(predictRequest(1, true, "slow"))) worker.sendBytes({byte});
    worker.expect("partial");
    CHECK_EQ(worker.expect("result")["body"]["device"], "slow");
}

TEST(the_end_of_input_stops_everything_promptly) {
    Loopback worker;
    worker.expect("hello");
    worker.send(trainRequest(1, "wait"));
    worker.expect("progress");
    worker.send(trainRequest(2, "wait"));
    const auto start = std::chrono::steady_clock::now();
    worker.closeInput();
    CHECK_EQ(worker.exitCode(), 0);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    std::vector<json> ended = {worker.expect("cancelled"), worker.expect("cancelled")};
    CHECK(ended[0]["id"] != ended[1]["id"]);
}

TEST(an_idle_worker_ends_with_its_input) {
    Loopback worker;
    worker.expect("hello");
    worker.closeInput();
    CHECK_EQ(worker.exitCode(), 0);
}

TEST(shutdown_ends_it_too) {
    Loopback worker;
    worker.send(trainRequest(1, "wait"));
    worker.send(shutdownMessage());
    CHECK_EQ(worker.exitCode(), 0);
}

TEST(a_damaged_stream_ends_it_with_1) {
    Loopback noise;
    noise.sendBytes({'h', 'e', 'l', 'l', 'o', '\n'});
    CHECK_EQ(noise.exitCode(), 1);

    Loopback huge;
    huge.sendBytes({'P', 'L', 'F', '1', 255, 255, 255, 255});
    CHECK_EQ(huge.exitCode(), 1);

    Loopback cut;
    const Bytes frame = encodeFrame(inspectRequest(1, false, ""));
    cut.sendBytes(Bytes(frame.begin(), frame.end() - 1));
    cut.closeInput();
    CHECK_EQ(cut.exitCode(), 1);
}

TEST(a_client_that_stops_listening_ends_it) {
    std::signal(SIGPIPE, SIG_DFL);
    Loopback worker;
    worker.expect("hello");
    worker.send(trainRequest(1, "wait"));
    worker.expect("progress");
    worker.closeOutput();
    worker.send(predictRequest(2, true, "into the void"));
    CHECK_EQ(worker.exitCode(), 0);
}
