#pragma once

#include <QCoreApplication>
#include <atomic>
#include <chrono>
#include <functional>
#include <string>

#include "core/engine/client.h"
#include "tests/support/check.h"

namespace protolabel::engine::test {

/// Options for an Engine whose worker is the fake one, behaving as named.
inline EngineOptions fake(const std::string& behaviour) {
    static int count = 1;
    static char name[] = "tests";
    static char* arguments[] = {name, nullptr};
    static const QCoreApplication application(count, arguments);  // QProcess needs one
    EngineOptions options;
    options.command = {(protolabel::test::programFolder() / "fake_worker").string(), behaviour};
    return options;
}

/// A training whose script (scripted_backend.h) is `script`.
inline TrainRequest scripted(const std::string& script) {
    TrainRequest request;
    request.provenance = script;
    return request;
}

/// Cancels when told to, and counts what it hears.
class Control : public JobControl {
public:
    void progress(const Progress& progress) override {
        ++heard;
        last = progress;
        if (onProgress) onProgress();
    }
    bool cancelled() const override { return stop || std::chrono::steady_clock::now() >= cancelAt; }

    void cancelIn(double seconds) {
        cancelAt = std::chrono::steady_clock::now() + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                                                          std::chrono::duration<double>(seconds));
    }
    std::chrono::steady_clock::time_point cancelAt = std::chrono::steady_clock::time_point::max();
    std::atomic<bool> stop = false;
    std::function<void()> onProgress;
    int heard = 0;
    Progress last;
};

inline Bytes noBlobs(const std::string& hash) {
    throw protolabel::test::Failure("asked for " + hash);
}

inline InspectResult inspect(Engine& engine) {
    JobControl control;
    return engine.inspect({}, noBlobs, control);
}

inline TrainResult train(Engine& engine, const std::string& script, JobControl& control) {
    Bytes model;
    return engine.train(scripted(script), noBlobs, control, {}, model);
}

inline double secondsOf(const std::function<void()>& action) {
    const auto start = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace protolabel::engine::test
