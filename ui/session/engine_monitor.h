#pragma once

#include <QObject>
#include <QStringList>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/engine/client.h"

namespace protolabel::ui {

class Jobs;
class Preferences;

/// The worker as the window sees it: who uses it, what it said about itself, what went wrong. UI thread; a job keeps what use() returned for as
/// long as it calls it.
class EngineMonitor : public QObject {
    Q_OBJECT

public:
    enum class State { NotStarted, Starting, Ready, Working, Failed };

    /// `command`: of the worker where the preferences name none.
    EngineMonitor(Preferences& preferences, Jobs& jobs, std::vector<std::string> command);
    ~EngineMonitor() override;

    /// The engine, which starts its worker with its first request. As long as a copy of the pointer lives, it counts as working.
    std::shared_ptr<engine::Engine> use();

    State state() const;
    const std::optional<engine::Hello>& hello() const { return hello_; }  ///< of the worker that runs, once it is known
    QString problem() const { return problem_; }                          ///< why it failed, in words
    QString trouble() const {
        return trouble_;
    }  ///< what it could not do last, though it runs: no memory, no such device
    const std::optional<engine::StatusResult>& status() const { return status_; }  ///< when it was asked last
    QStringList log() const;                                                       ///< its last lines
    std::vector<std::string> command() const;                                      ///< program and arguments

    int starting() const { return starting_; }  ///< number of the job that starts it; 0: it is not being started
    void start();                               ///< asks the worker who it is, in the background
    /// Lets the worker go: jobs that use it keep it until they end, the next request starts another, with the command as it is now.
    void renew();
    void restart();  ///< renews and starts at once
    /// What a job failed with. Returns whether it was the worker's fault, so that everybody is told once.
    bool report(const Error& error);
    void worked();  ///< a job had an answer
    /// Asks the worker that runs, or starts it, and says how long its answer took; where there is none, what is wrong.
    void test();
    bool testing() const { return testing_ != 0; }
    QString tested() const {
        return testing_ != 0 ? tr("Asking the engine...") : tested_;
    }  ///< what came of it; empty before
    /// Asks the worker that runs, in the background, what it holds, and to forget its caches first if wanted. Nothing where none runs.
    void refresh(bool clearCache = false);

signals:
    void changed();
    void renewed();
    void statusKnown();
    void logged(const QString& line);

private:
    struct Log;
    void release();

    Preferences& preferences_;
    Jobs& jobs_;
    const std::vector<std::string> otherwise_;
    std::shared_ptr<Log> log_;
    std::shared_ptr<engine::Engine> engine_;
    std::optional<engine::Hello> hello_;
    std::optional<engine::StatusResult> status_;
    QString problem_, trouble_;
    QString tested_;
    int starting_ = 0, refreshing_ = 0, testing_ = 0;  ///< numbers of the jobs that ask the engine there is now
    int uses_ = 0;
};

}  // namespace protolabel::ui
