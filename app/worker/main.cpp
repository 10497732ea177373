#if __has_include(<malloc.h>)
#include <malloc.h>
#endif
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "app/worker/options.h"
#include "core/base/error.h"
#include "core/engine/worker_loop.h"
#include "core/fewshot/convolution_speed.h"
#include "core/fewshot/torch_backend.h"

namespace {

using namespace protolabel;

/// LibTorch's threads wait for each other by spinning, so that the work comes to a halt (ten to fifty times slower) as soon as other
/// programs want the cores; OpenBLAS's spin for a while after each matrix product (seen to double the time of a training step). Both
/// libraries read their setting when they are loaded, hence this program starts itself once more.
void waitPassively(char** argv) {
    constexpr const char *kOpenMp = "OMP_WAIT_POLICY", *kOpenBlas = "OPENBLAS_THREAD_TIMEOUT";
    if (std::getenv(kOpenMp) != nullptr && std::getenv(kOpenBlas) != nullptr) return;
    setenv(kOpenMp, "passive", 0);
    setenv(kOpenBlas, "4", 0);      // 2^4 cycles
    execv("/proc/self/exe", argv);  // returns only where there is no /proc: then they spin
}

/// Activations of a few megabytes come and go with every layer. Kept in the heap rather than mapped anew each time they save a
/// twelfth of the encoder's time; what is larger (supervoxels) still goes back to the system.
void keepMemory() {
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 512 << 20);
    mallopt(M_TOP_PAD, 64 << 20);
#endif
}

int serve(const worker::Options& options, std::FILE* frames) {
    fewshot::TorchBackendOptions backend;
    engine::WorkerOptions loop;
    if (!options.cache.empty()) {
        backend.featureCacheFolder = options.cache / "features";
        loop.cacheFolder = options.cache / "blobs";
        fewshot::keepSpeedsIn(options.cache / "speeds");
    }
    backend.featureMemoryBytes = loop.memoryBytes = options.memoryBytes / 2;
    backend.featureDiskBytes = loop.diskBytes = options.diskBytes / 2;
    backend.threads = options.threads;
    backend.precision = options.precision;
    return engine::serve(*fewshot::makeTorchBackend(backend), stdin, frames, loop);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const auto options = worker::parseOptions({argv + 1, argv + argc});
        if (options.help) return std::fputs(worker::helpText().c_str(), stdout) < 0;
        if (options.version) return std::puts("protolabel-worker " PROTOLABEL_VERSION) < 0;
        if (isatty(STDIN_FILENO) != 0) {
            std::fputs("protolabel-worker is started by protolabel or protolabel-cli; see --help\n", stderr);
            return 2;
        }
        waitPassively(argv);
        keepMemory();
        // The real stdout is for frames alone: whatever a library prints goes to the log.
        std::FILE* frames = fdopen(dup(STDOUT_FILENO), "wb");
        if (frames == nullptr || dup2(STDERR_FILENO, STDOUT_FILENO) < 0)
            throw Error("worker.stdout", "stdout is closed; start this program from protolabel", {});
        // Ctrl+C in a terminal reaches the whole process group; whoever started the worker decides what it means.
        std::signal(SIGINT, SIG_IGN);
        return serve(options, frames);
    } catch (const protolabel::Error& error) {
        std::fprintf(stderr, "error: %s\n", error.what());
        return error.code() == "usage" ? 2 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "error: %s; please report it\n", error.what());
        return 1;
    }
}
