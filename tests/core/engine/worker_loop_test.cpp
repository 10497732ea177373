#include "core/engine/worker_loop.h"

#include <algorithm>
#include <chrono>

#include "core/engine/blob_receiver.h"
#include "tests/core/engine/loopback.h"

using namespace protolabel;
using namespace protolabel::engine;
using namespace protolabel::engine::test;
using nlohmann::json;

static Bytes blob(char letter) {
    return Bytes(20, static_cast<std::uint8_t>(letter));
}
static std::string hashOf(char letter) {
    return sha256Hex(blob(letter));
}
static std::string textOf(char letter) {
    return std::string(20, letter);
}

static double secondsOf(const std::function<void()>& action) {
    const auto start = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST(hello_comes_first_and_requests_are_answered_in_order) {
    Loopback worker;
    worker.send(predictRequest(1, false, "a"));
    worker.send(predictRequest(2, false, "b"));
    CHECK_EQ(worker.expect("hello")["protocol"], kProtocolVersion);
    const auto partial = worker.expect("partial");
    CHECK_EQ(partial["id"], 1);
    CHECK(partial["body"]["predictions"][0]["probability"] == json::binary({7, 7}));
    CHECK_EQ(worker.expect("result")["body"]["device"], "a");
    worker.expect("partial");
    CHECK_EQ(worker.expect("result")["id"], 2);
}

TEST(a_request_waits_for_its_blobs_while_ready_ones_go_ahead) {
    Loopback worker;
    worker.expect("hello");
    worker.send(inspectRequest(1, true, hashOf('x')));
    CHECK(worker.expect("need") == json({{"type", "need"}, {"id", 1}, {"hashes", {hashOf('x')}}}));
    worker.send(inspectRequest(2, false, ""));
    CHECK_EQ(worker.expect("result")["id"], 2);
    worker.sendBlob(blob('x'));
    const auto result = worker.expect("result");
    CHECK_EQ(result["id"], 1);
    CHECK_EQ(result["body"]["provenance"], textOf('x'));
    worker.send(inspectRequest(3, false, hashOf('x')));  // known by now
    CHECK_EQ(worker.expect("result")["id"], 3);
}

TEST(interactive_requests_run_inside_a_long_job_but_not_inside_each_other) {
    Loopback worker;
    worker.expect("hello");
    worker.send(trainRequest(1, "wait"));
    worker.expect("progress");
    worker.send(inspectRequest(2, false, ""));  // queued: waits for the training's end
    worker.send(predictRequest(3, true, "first"));
    worker.send(predictRequest(4, true, "second"));
    CHECK_EQ(worker.expect("partial")["id"], 3);
    CHECK_EQ(worker.expect("result")["id"], 3);
    CHECK_EQ(worker.expect("partial")["id"], 4);
    CHECK_EQ(worker.expect("result")["id"], 4);
    worker.send(cancelMessage(1));
    CHECK_EQ(worker.expect("cancelled")["id"], 1);
    CHECK_EQ(worker.expect("result")["id"], 2);
    CHECK(worker.backend.calls() == std::vector<std::string>({"train wait", "predict first", "predicted first",
                                                              "predict second", "predicted second", "inspect"}));
}

TEST(interactive_requests_overtake_queued_ones) {
    Loopback worker;
    worker.expect("hello");
    worker.send(trainRequest(1, "wait"));
    worker.expect("progress");
    worker.send(trainRequest(2, "second"));
    json urgent = trainRequest(3, "urgent");  // too long to run inside, but next in line
    urgent["interactive"] = true;
    worker.send(urgent);
    CHECK_EQ(worker.receive(0.2)["type"], "timeout");
    worker.send(cancelMessage(1));
    worker.expect("cancelled");
    worker.expect("blob");
    CHECK_EQ(worker.expect("result")["id"], 3);
    worker.expect("blob");
    CHECK_EQ(worker.expect("result")["id"], 2);
}

TEST(cancel_acts_at_once_on_running_queued_and_waiting_requests) {
    Loopback worker;
    worker.expect("hello");
    worker.send(trainRequest(1, "wait"));
    worker.expect("progress");
    worker.send(trainRequest(2, "wait"));
    worker.send(inspectRequest(3, false, hashOf('x')));
    worker.expect("need");
    for (const int id : {3, 2, 1}) {
        worker.send(cancelMessage(id));
        CHECK(secondsOf([&] { CHECK_EQ(worker.expect("cancelled")["id"], id); }) < 5);
    }
    worker.send(cancelMessage(99));  // answered before, or never asked
    worker.send(inspectRequest(4, false, ""));
    CHECK_EQ(worker.expect("result")["id"], 4);
}

TEST(progress_is_throttled_but_stages_and_the_last_are_told) {
    Loopback worker;
    worker.expect("hello");
    std::vector<json> told;
    const double seconds = secondsOf([&] {
        worker.send(trainRequest(1, "progress"));
        for (;;) {
            const auto message = worker.receive();
            if (message["type"] != "progress") break;
            told.push_back(message);
        }
    });
    CHECK(told.size() <= 4 + static_cast<std::size_t>(10 * seconds));
    CHECK_EQ(told.front()["stage"], "plan");
    CHECK_EQ(told.front()["done"], 0);
    const auto change = std::find_if(told.begin(), told.end(), [](auto& p) { return p["stage"] == "train"; });
    CHECK(change != told.end() && (*change)["done"] == 0);
    CHECK_EQ(told.back()["done"], 99'999);
    CHECK_EQ(told.back()["metrics"]["loss"], 1.0);
}

TEST(failures_carry_code_text_and_arguments) {
    Loopback worker;
    worker.expect("hello");
    const auto failure = [&](const json& request) {
        worker.send(request);
        return worker.expect("failed");
    };
    const auto error = failure(trainRequest(1, "error"));
    CHECK_EQ(error["code"], "train.data");
    CHECK_EQ(error["text"], "{0} has no slices; add some");
    CHECK(error["args"] == json({"volume 7"}));
    CHECK_EQ(failure(trainRequest(2, "memory"))["code"], "worker.memory");
    const auto internal = failure(trainRequest(3, "internal"));
    CHECK_EQ(internal["code"], "worker.internal");
    CHECK(internal["args"] == json({"a broken promise"}));
    CHECK_EQ(failure(trainRequest(4, "large"))["code"], "engine.frame");
    CHECK_EQ(failure(requestMessage(5, "dance", false, json::object()))["code"], "engine.kind");
    CHECK_EQ(failure(requestMessage(6, "inspect", false, json::object()))["code"], "engine.message");
    CHECK_EQ(failure(inspectRequest(7, false, "../secret"))["code"], "engine.blob");
    worker.send({{"type", "jump"}});
    worker.send(json::array());
    worker.send(inspectRequest(8, false, ""));
    CHECK_EQ(worker.expect("result")["id"], 8);
}

TEST(an_id_in_use_is_refused) {
    Loopback worker;
    worker.expect("hello");
    worker.send(trainRequest(1, "wait"));
    worker.expect("progress");
    worker.send(inspectRequest(1, false, ""));
    CHECK_EQ(worker.expect("failed")["code"], "engine.message");
}

TEST(a_damaged_blob_fails_the_requests_that_need_it) {
    Loopback worker;
    worker.expect("hello");
    worker.send(inspectRequest(1, false, hashOf('x')));
    worker.expect("need");
    worker.send(inspectRequest(2, false, hashOf('x')));
    worker.send(inspectRequest(3, false, hashOf('y')));
    CHECK_EQ(worker.expect("need")["id"], 3);  // x was asked for already
    json piece = blobMessage(hashOf('x'), blob('x'), 0);
    piece["bytes"] = json::binary(blob('z'));
    worker.send(piece);
    CHECK_EQ(worker.expect("failed")["code"], "engine.blob");
    CHECK_EQ(worker.expect("failed")["id"], 2);
    worker.sendBlob(blob('y'));
    CHECK_EQ(worker.expect("result")["id"], 3);
}

TEST(a_blob_asked_for_by_a_cancelled_request_is_asked_for_again) {
    Loopback worker;
    worker.expect("hello");
    worker.send(inspectRequest(1, false, hashOf('x')));
    worker.expect("need");
    worker.send(inspectRequest(2, false, hashOf('x')));
    worker.send(cancelMessage(1));
    CHECK_EQ(worker.expect("cancelled")["id"], 1);
    CHECK(worker.expect("need") == json({{"type", "need"}, {"id", 2}, {"hashes", {hashOf('x')}}}));
    worker.sendBlob(blob('x'));
    CHECK_EQ(worker.expect("result")["id"], 2);
}

TEST(blobs_travel_before_what_names_them) {
    Loopback worker;
    worker.expect("hello");
    worker.send(trainRequest(1, "checkpoint"));
    for (std::uint8_t i = 1; i <= 3; ++i) {
        const std::string hash = worker.expect("blob")["hash"];
        CHECK_EQ(hash, sha256Hex(Bytes(10, i)));
        CHECK_EQ(worker.expect("partial")["body"]["checkpoint"], hash);
    }
    const auto model = worker.expect("blob");
    CHECK(model["bytes"] == json::binary({'m', 'o', 'd', 'e', 'l'}));
    CHECK_EQ(worker.expect("result")["body"]["model"], model["hash"]);
}

TEST(large_blobs_travel_in_pieces) {
    Bytes large(2 * kBlobPiece + 5);
    for (std::size_t i = 0; i < large.size(); ++i) large[i] = static_cast<std::uint8_t>(i * 2654435761u >> 13);
    const std::string hash = sha256Hex(large);
    Loopback worker;
    worker.expect("hello");
    worker.send(requestMessage(1, "supervoxels", false, {{"image", hash}, {"minimumSize", 1}}));
    worker.expect("need");
    for (std::size_t offset = 0; offset < large.size(); offset += kBlobPiece)
        worker.send(blobMessage(hash, large, offset));
    BlobReceiver receiver;
    CHECK(!receiver.add(pieceFrom(worker.expect("blob"))));
    CHECK(!receiver.add(pieceFrom(worker.expect("blob"))));
    CHECK(receiver.add(pieceFrom(worker.expect("blob"))) == large);
    CHECK_EQ(worker.expect("result")["body"]["count"], large.size());
}

TEST(the_disk_cache_spares_a_second_worker_the_blob) {
    const protolabel::test::TemporaryFolder folder;
    for (const bool first : {true, false}) {
        WorkerOptions options;
        options.cacheFolder = folder.path();
        Loopback worker(options);
        worker.expect("hello");
        worker.send(inspectRequest(1, false, hashOf('x')));
        if (first) {
            worker.expect("need");
            worker.sendBlob(blob('x'));
        }
        CHECK_EQ(worker.expect("result")["body"]["provenance"], textOf('x'));
    }
}

// 20 bytes were sent; features are the backend's own (scripted_backend.h).
TEST(status_tells_what_is_held_and_running_and_clears_it) {
    Loopback worker;
    worker.expect("hello");
    worker.send(inspectRequest(1, true, hashOf('x')));
    worker.expect("need");
    worker.sendBlob(blob('x'));
    worker.expect("result");
    worker.send(trainRequest(2, "wait"));
    worker.expect("progress");
    worker.send(inspectRequest(3, false, ""));
    worker.send(requestMessage(4, "status", true, toJson(StatusRequest{})));
    auto status = worker.expect("result")["body"];
    CHECK_EQ(status["blobs"]["memoryBytes"], 20);
    CHECK_EQ(status["features"]["diskBound"], 40);
    CHECK_EQ(status["running"], 1);
    CHECK_EQ(status["waiting"], 1);
    worker.send(requestMessage(5, "status", true, toJson(StatusRequest{true})));
    CHECK_EQ(worker.expect("result")["body"]["blobs"]["memoryBytes"], 0);
    worker.send(cancelMessage(2));
    worker.expect("cancelled");
    worker.expect("result");
}
