// A worker without a model. Its argument says how it behaves:
//   good           as it should (scripted_backend.h)
//   crash-start    writes six log lines and exits with 3 before it says hello
//   signal-start   is killed by a signal before it says hello
//   no-hello       says nothing
//   deaf           says hello, then answers nothing
//   flood          answers a request with a million progress messages, then the result
//   garbage        prints text instead of frames
//   garbage-later  says hello, answers a request with text
//   truncated      says hello, answers a request with half a frame and exits with 0
//   huge           says hello, announces a frame of 4 GB
//   version        says hello in the next version of the protocol
//   bad-blob       answers a request with a blob that does not have its hash
//   slow           as good, but starts late and reads slowly
// PROTOLABEL_FAKE_PID, when set, names a file that receives the process id.
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <thread>

#include "core/engine/envelope.h"
#include "core/engine/frame.h"
#include "core/engine/frame_writer.h"
#include "core/engine/worker_loop.h"
#include "tests/core/engine/scripted_backend.h"

using namespace protolabel;
using namespace protolabel::engine;

static test::ScriptedBackend backend;
static FrameWriter out(stdout);

static void print(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

static void hello() {
    out.write(helloMessage(backend.hello()));
}

static int untilEnd() {
    while (std::getchar() != EOF) continue;
    return 0;
}

/// Waits for a request and returns its id.
static RequestId request() {
    FrameDecoder decoder;
    for (int c = std::getchar(); c != EOF; c = std::getchar()) {
        const char byte = static_cast<char>(c);
        decoder.feed(&byte, 1);
        if (const auto message = decoder.next(); message && typeOf(*message) == "request") return idOf(*message);
    }
    std::exit(0);
}

static int good() {
    return serve(backend, stdin, stdout, {});
}

static int crashAtStart() {
    for (int i = 1; i <= 6; ++i) std::fprintf(stderr, "log line %d\n", i);
    return 3;
}

static int flood() {
    hello();
    const RequestId id = request();
    for (int i = 0; i < 1'000'000; ++i) out.write(progressMessage(id, {"flood", i, 1'000'000, {}}));
    out.write(resultMessage(id, toJson(InspectResult{})));
    return untilEnd();
}

static int truncated() {
    hello();
    const Bytes frame = encodeFrame(resultMessage(request(), toJson(InspectResult{})));
    print(std::string(frame.begin(), frame.begin() + 20));
    return 0;
}

static int otherVersion() {
    Hello next = backend.hello();
    next.protocol = kProtocolVersion + 1;
    out.write(helloMessage(next));
    return untilEnd();
}

static int badBlob() {
    hello();
    const RequestId id = request();
    out.write(blobMessage(std::string(64, 'a'), {1, 2, 3}, 0));
    out.write(resultMessage(id, toJson(InspectResult{})));
    return untilEnd();
}

/// Passes its input on in small bites to a worker loop.
static int slow() {
    int ends[2];
    if (pipe(ends) != 0) return 1;
    std::thread([to = ends[1]] {
        char bite[65536];
        for (ssize_t size; (size = read(STDIN_FILENO, bite, sizeof bite)) > 0;) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            for (ssize_t done = 0; done < size;) done += write(to, bite + done, static_cast<std::size_t>(size - done));
        }
        close(to);
    }).detach();
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    return serve(backend, fdopen(ends[0], "rb"), stdout, {});
}

int main(int argc, char** argv) {
    if (const char* path = std::getenv("PROTOLABEL_FAKE_PID")) std::ofstream(path) << getpid();
    const std::map<std::string, std::function<int()>> behaviours = {
        {"good", good},
        {"crash-start", crashAtStart},
        {"signal-start", [] { return raise(SIGKILL); }},
        {"no-hello", untilEnd},
        {"deaf", [] { return hello(), untilEnd(); }},
        {"flood", flood},
        {"garbage", [] { return print("Welcome to this computer!\n"), untilEnd(); }},
        {"garbage-later", [] { return hello(), request(), print("a library's chatter\n"), untilEnd(); }},
        {"truncated", truncated},
        {"huge", [] { return hello(), print("PLF1\xff\xff\xff\xff"), untilEnd(); }},
        {"version", otherVersion},
        {"bad-blob", badBlob},
        {"slow", slow},
    };
    const auto behaviour = behaviours.find(argc > 1 ? argv[1] : "");
    if (behaviour == behaviours.end()) {
        std::fprintf(stderr, "no such behaviour; the list is in fake_worker.cpp\n");
        return 2;
    }
    return behaviour->second();
}
