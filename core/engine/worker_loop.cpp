#include "core/engine/worker_loop.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <thread>

#include "core/base/error.h"
#include "core/engine/frame.h"
#include "core/engine/json_fields.h"
#include "core/engine/worker_context.h"

namespace protolabel::engine {
namespace {

class WorkerLoop {
public:
    WorkerLoop(Backend& backend, std::FILE* in, std::FILE* out, const WorkerOptions& options)
        : backend_(backend),
          options_(options),
          in_(fileno(in)),
          cache_(options.memoryBytes, DiskCache(options.cacheFolder, options.diskBytes)),
          out_(out),
          queue_(cache_, out_) {}

    int run() {
        out_.write(helloMessage(backend_.hello()));
        std::thread reader([this] { read(); });
        while (!out_.broken()) {
            const auto job = queue_.next();
            if (!job) break;
            work(*job);
        }
        stop_ = true;
        reader.join();
        return damaged_ ? 1 : 0;
    }

private:
    // Reading thread.
    void read() {
        try {
            readFrames();
        } catch (const std::exception& error) {
            std::fprintf(stderr, "input ends here: %s\n", error.what());
            damaged_ = true;
        }
        queue_.close();
        // Nobody listens any more. A job that does not notice must not keep a processor or a GPU.
        if (!queue_.waitUntilIdle(options_.graceSeconds)) {
            std::fprintf(stderr, "the running job did not stop within %g s\n", options_.graceSeconds);
            std::_Exit(1);
        }
    }

    void readFrames() {
        FrameDecoder decoder;
        std::array<char, 1 << 16> buffer;
        while (!stop_) {
            pollfd ready{in_, POLLIN, 0};
            if (poll(&ready, 1, 100) == 0) continue;
            const auto size = ::read(in_, buffer.data(), buffer.size());
            if (size < 0 && errno == EINTR) continue;
            if (size <= 0) {
                if (decoder.pending()) throw Error("engine.frame", "the last message is cut short");
                return;
            }
            decoder.feed(buffer.data(), static_cast<std::size_t>(size));
            while (const auto message = decoder.next())
                if (!handle(*message)) return;
        }
    }

    /// False at "shutdown".
    bool handle(const nlohmann::json& message) {
        try {
            const std::string type = typeOf(message);
            if (type == "shutdown") return false;
            if (type == "request")
                request(message);
            else if (type == "blob")
                queue_.deliver(pieceFrom(message));
            else if (type == "cancel")
                queue_.cancel(idOf(message));
            else
                throw Error("engine.message", "\"{0}\" is no message to a worker", {type});
        } catch (const Error& error) {
            std::fprintf(stderr, "ignored: %s\n", error.what());
        }
        return true;
    }

    void request(const nlohmann::json& message) {
        const RequestId id = idOf(message);
        try {
            auto job = std::make_shared<Job>();
            job->id = id;
            job->interactive = readField<bool>(message, "interactive");
            job->request =
                parseRequest(readField<std::string>(message, "kind"), readField<nlohmann::json>(message, "body"));
            job->blobs = blobsOf(job->request);
            queue_.add(std::move(job));
        } catch (const Error& error) {
            out_.write(failedMessage(id, error));
        }
    }

    // Working thread.
    void work(const Job& job) {
        const bool inside = job.interactive && isShort(job.request);
        WorkerContext context(job, cache_, out_, [&] {
            if (inside) return;
            while (const auto urgent = queue_.nextInside()) work(*urgent);
        });
        try {
            answer(job, context);
        } catch (const Error& error) {  // the answer itself could not be sent
            out_.write(failedMessage(job.id, error));
        }
        queue_.finished(job);
    }

    void answer(const Job& job, WorkerContext& context) {
        const auto fail = [&](const Error& error) {
            context.finish();
            out_.write(failedMessage(job.id, error));
        };
        try {
            context.check();
            const auto* asked = std::get_if<StatusRequest>(&job.request);
            context.result(asked != nullptr ? status(*asked, context) : perform(backend_, job.request, context));
        } catch (const Cancelled&) {
            context.finish();
            out_.write(cancelledMessage(job.id));
        } catch (const Error& error) {
            fail(error);
        } catch (const std::bad_alloc&) {
            fail({"worker.memory", "the worker ran out of memory; close other programs or choose fewer slices"});
        } catch (const std::exception& error) {
            fail({"worker.internal", "the worker met an error of its own: {0}; see its log", {error.what()}});
        }
    }

    nlohmann::json status(const StatusRequest& request, WorkerContext& context) {
        auto result = backend_.status(request, context);
        if (request.clearCache) cache_.clear();
        result.blobs = cache_.size();
        const auto [running, waiting] = queue_.counts();
        result.running = static_cast<std::int64_t>(running) - 1;
        result.waiting = static_cast<std::int64_t>(waiting);
        return toJson(result);
    }

    Backend& backend_;
    const WorkerOptions& options_;
    int in_;
    BlobCache cache_;
    FrameWriter out_;
    RequestQueue queue_;
    std::atomic<bool> stop_ = false;
    std::atomic<bool> damaged_ = false;
};

}  // namespace

int serve(Backend& backend, std::FILE* in, std::FILE* out, const WorkerOptions& options) {
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return WorkerLoop(backend, in, out, options).run();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "the worker could not start: %s\n", error.what());
        return 1;
    }
}

}  // namespace protolabel::engine
