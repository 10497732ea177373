#pragma once

#include <cstdio>
#include <filesystem>

#include "core/engine/backend.h"

namespace protolabel::engine {

struct WorkerOptions {
    std::filesystem::path cacheFolder;                 ///< empty: memory only
    std::int64_t memoryBytes = std::int64_t{2} << 30;  ///< of blobs, least recently used out first
    std::int64_t diskBytes = std::int64_t{8} << 30;
    double graceSeconds = 30;  ///< after the end of input, a job that ignores its cancellation ends the process
};

/// Serves frames from `in` until end of file or "shutdown", answers on `out`. Reads on one thread (so that cancel and interactive
/// requests are seen at once), works on the calling thread. Never throws for a bad request: it answers "failed". An unusable stream
/// ends it. Both streams are read and written by file descriptor; SIGPIPE is ignored from then on. Returns the process exit code: 0 at a normal end, 1 when the stream was damaged.
int serve(Backend& backend, std::FILE* in, std::FILE* out, const WorkerOptions& options);

}  // namespace protolabel::engine
