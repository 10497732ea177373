#pragma once

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <future>
#include <string>

#include "core/base/sha256.h"
#include "core/engine/envelope.h"
#include "core/engine/frame.h"
#include "core/engine/worker_loop.h"
#include "tests/core/engine/scripted_backend.h"
#include "tests/support/check.h"

namespace protolabel::engine::test {

/// serve() on a thread of its own at the other end of two pipes.
class Loopback {
public:
    explicit Loopback(WorkerOptions options = {}) : options_(std::move(options)) {
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        if (pipe(in.data()) != 0 || pipe(out.data()) != 0) throw std::runtime_error("no pipes");
        toWorker_ = in[1];
        fromWorker_ = out[0];
        exitCode_ = std::async(std::launch::async, [this, in, out] {
            std::FILE* input = fdopen(in[0], "rb");
            std::FILE* output = fdopen(out[1], "wb");
            const int code = serve(backend, input, output, options_);
            std::fclose(input);
            std::fclose(output);
            return code;
        });
    }
    ~Loopback() {
        closeInput();
        closeOutput();
    }
    Loopback(const Loopback&) = delete;
    Loopback& operator=(const Loopback&) = delete;

    ScriptedBackend backend;

    void sendBytes(const Bytes& bytes) {
        std::size_t sent = 0;
        while (sent < bytes.size()) {
            const auto size = ::write(toWorker_, bytes.data() + sent, bytes.size() - sent);
            if (size <= 0) throw std::runtime_error("the worker takes no more bytes");
            sent += static_cast<std::size_t>(size);
        }
    }
    void send(const nlohmann::json& message) { sendBytes(encodeFrame(message)); }
    void sendBlob(const Bytes& blob) { send(blobMessage(sha256Hex(blob), blob, 0)); }

    /// The worker's next message; {"type":"end"} at the end of its stream, {"type":"timeout"} after `seconds`.
    nlohmann::json receive(double seconds = 5) {
        for (;;) {
            if (auto message = decoder_.next()) return *message;
            pollfd ready{fromWorker_, POLLIN, 0};
            if (poll(&ready, 1, static_cast<int>(seconds * 1000)) == 0) return {{"type", "timeout"}};
            std::array<char, 65536> buffer;
            const auto size = ::read(fromWorker_, buffer.data(), buffer.size());
            if (size <= 0) return {{"type", "end"}};
            decoder_.feed(buffer.data(), static_cast<std::size_t>(size));
        }
    }
    /// The worker's next message, which must be of this type.
    nlohmann::json expect(const std::string& type) {
        auto message = receive();
        if (message.at("type") != type) throw protolabel::test::Failure("expected " + type + ", got " + message.dump());
        return message;
    }

    void closeInput() { close(toWorker_); }
    void closeOutput() { close(fromWorker_); }
    /// The exit code; -1 when serve() has not returned within `seconds`.
    int exitCode(double seconds = 5) {
        const auto state = exitCode_.wait_for(std::chrono::duration<double>(seconds));
        return state == std::future_status::ready ? exitCode_.get() : -1;
    }

private:
    static void close(int& descriptor) {
        if (descriptor >= 0) ::close(descriptor);
        descriptor = -1;
    }

    WorkerOptions options_;
    int toWorker_ = -1;
    int fromWorker_ = -1;
    FrameDecoder decoder_;
    std::future<int> exitCode_;
};

inline nlohmann::json trainRequest(RequestId id, const std::string& script) {
    TrainRequest request;
    request.provenance = script;
    return requestMessage(id, "train", false, toJson(request));
}

inline nlohmann::json predictRequest(RequestId id, bool interactive, const std::string& name,
                                     const std::string& image = {}) {
    PredictRequest request;
    request.device = name;
    request.supports = {{image, 0, 1, {7, 7}, 1}};
    request.queries = {{image, 3, {{1, {0}}}}};
    return requestMessage(id, "predict", interactive, toJson(request));
}

inline nlohmann::json inspectRequest(RequestId id, bool interactive, const std::string& model) {
    return requestMessage(id, "inspect", interactive, {{"model", model}});
}

}  // namespace protolabel::engine::test
