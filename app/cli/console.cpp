#include "app/cli/console.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "app/cli/interrupt.h"
#include "core/base/inner_control.h"

namespace protolabel::cli {

using namespace std::chrono_literals;

namespace {

void writeLine(std::FILE* stream, const std::string& line) {
    std::fputs((line + "\n").c_str(), stream);
    std::fflush(stream);
}

bool onTerminal() {
    static const bool terminal = isatty(STDERR_FILENO) != 0;
    return terminal;
}

}  // namespace

std::string fixed(double value, int digits) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string duration(double seconds) {
    if (seconds < 10) return fixed(seconds, 2) + " s";
    if (seconds < 90) return fixed(seconds, 0) + " s";
    if (seconds < 90 * 60) return fixed(seconds / 60, seconds < 600 ? 1 : 0) + " min";
    const auto minutes = static_cast<long>(seconds / 60 + 0.5);
    return std::to_string(minutes / 60) + " h " + (minutes % 60 < 10 ? "0" : "") + std::to_string(minutes % 60) +
           " min";
}

std::string counted(std::int64_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string dump(const nlohmann::json& object) {
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void Console::clearLine() {
    if (!lineShown_) return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    lineShown_ = false;
}

void Console::say(const std::string& line) {
    if (options_.json) return;
    clearLine();
    writeLine(stdout, line);
}

void Console::note(const std::string& line) {
    if (options_.quiet) return;
    clearLine();
    writeLine(stderr, line);
}

void Console::result(const nlohmann::json& object) {
    if (!options_.json) return;
    clearLine();
    writeLine(stdout, dump(object));
}

void Console::error(const std::string& code, const std::string& message) {
    auto line = message;
    std::replace(line.begin(), line.end(), '\n', ' ');
    result({{"error", {{"code", code}, {"message", line}}}});
    clearLine();
    writeLine(stderr, code == "cancelled" ? line : "error: " + line);
}

void Console::aside(const std::string& line) {
    if (!options_.quiet) writeLine(stderr, line);
}

void Console::log(const std::string& line) {
    if (options_.verbose) writeLine(stderr, "worker: " + line);
}

bool Console::cancelled() const {
    return interrupted();
}

void Console::startStage(const Progress& progress) {
    stage_ = progress.stage;
    stageStart_ = lastShown_ = Clock::now();
    stageFirst_ = progress.done;
    if (onTerminal()) lastShown_ -= 1h;
}

void Console::plan(const Progress& progress) {
    const auto rate = progress.metrics.find("seconds_per_iteration");
    auto line = "plan: " + counted(progress.total, "iteration");
    if (rate != progress.metrics.end() && rate->second > 0)
        line += " at " + duration(rate->second) + " each, about " +
                duration(rate->second * static_cast<double>(progress.total));
    note(line);
}

std::string Console::describe(const Progress& progress) const {
    auto line = progress.stage + " " + std::to_string(progress.done);
    if (progress.total > 0) line += "/" + std::to_string(progress.total);
    for (const auto& [name, value] : progress.metrics) {
        if (name == "seconds_per_iteration") continue;  // the rate is measured here
        auto words = name;
        std::replace(words.begin(), words.end(), '_', ' ');
        line += "  " + words + " " + fixed(value, 3);
    }
    const double elapsed = std::chrono::duration<double>(Clock::now() - stageStart_).count();
    const auto did = static_cast<double>(progress.done - stageFirst_);
    if (did > 0 && elapsed > 0.2) {
        const double each = elapsed / did;
        line += each >= 1 ? "  " + duration(each) + " each" : "  " + fixed(1 / each, each > 0.1 ? 1 : 0) + " per s";
        if (progress.total > progress.done)
            line += "  " + duration(each * static_cast<double>(progress.total - progress.done)) + " left";
    }
    return line;
}

void Console::progress(const Progress& progress) {
    if (options_.quiet) return;
    if (progress.stage == "plan") {
        if (stage_ != "plan") plan(progress);
        stage_ = "plan";
        return;
    }
    if (progress.stage == kDeviceStage) {
        const auto is = [&](const char* what) {
            const auto found = progress.metrics.find(what);
            return found != progress.metrics.end() && found->second > 0;
        };
        if (is("cpu"))
            remark(std::string(is("lost") ? "the GPU failed" : "the GPU has not enough memory") +
                   "; going on on the processor, which takes longer");
        return;
    }
    if (progress.stage != stage_) startStage(progress);
    const auto now = Clock::now();
    const auto pause = onTerminal() ? 100ms : 5000ms;
    if (now - lastShown_ < pause) return;
    lastShown_ = now;
    if (onTerminal()) {
        std::fputs(("\r\033[K" + describe(progress)).c_str(), stderr);
        std::fflush(stderr);
        lineShown_ = true;
    } else {
        writeLine(stderr, describe(progress));
    }
}

}  // namespace protolabel::cli
