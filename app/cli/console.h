#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/job_control.h"

namespace protolabel::cli {

struct ConsoleOptions {
    bool json = false;     ///< one object on stdout, nothing else
    bool quiet = false;    ///< results and errors only
    bool verbose = false;  ///< the worker's log, on stderr
};

/// The terminal: results on stdout, everything else on stderr. As a JobControl it shows progress with rate and remaining time (one rewritten line
/// on a terminal; plain lines, seconds apart, elsewhere) and is cancelled by Ctrl+C. Not thread-safe but for `log` and `aside`.
class Console : public JobControl {
public:
    explicit Console(const ConsoleOptions& options) : options_(options) {}
    ~Console() override { clearLine(); }

    /// A line of the result for people; nothing with --json.
    void say(const std::string& line);
    /// A line on the way; nothing with -q.
    void note(const std::string& line);
    /// What somebody should know about the result: "note: ..."; nothing with -q.
    void remark(const std::string& text) { note("note: " + text); }
    /// The result for programs; nothing without --json.
    void result(const nlohmann::json& object);
    void error(const std::string& code, const std::string& message);
    /// As note, from any thread.
    void aside(const std::string& line);
    /// A line of the worker's log.
    void log(const std::string& line);

    void progress(const Progress& progress) override;
    bool cancelled() const override;

private:
    using Clock = std::chrono::steady_clock;
    void startStage(const Progress& progress);
    std::string describe(const Progress& progress) const;
    void plan(const Progress& progress);
    void clearLine();

    const ConsoleOptions& options_;
    std::string stage_;
    Clock::time_point stageStart_, lastShown_;
    std::int64_t stageFirst_ = 0;
    bool lineShown_ = false;
};

/// "0.48 s", "12 min", "3 h 05 min"
std::string duration(double seconds);
std::string fixed(double value, int digits);
/// "1 slice", "3 slices"
std::string counted(std::int64_t count, const std::string& noun);
/// JSON text that never fails, even where a file name is no UTF-8.
std::string dump(const nlohmann::json& object);

}  // namespace protolabel::cli
