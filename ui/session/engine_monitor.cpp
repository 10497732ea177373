#include "ui/session/engine_monitor.h"

#include <QElapsedTimer>
#include <QPointer>
#include <algorithm>
#include <deque>
#include <utility>

#include "ui/session/error_text.h"
#include "ui/session/jobs.h"
#include "ui/session/preferences.h"

namespace protolabel::ui {

/// Filled on the engine's thread.
struct EngineMonitor::Log {
    static constexpr std::size_t kLines = 200;
    std::mutex mutex;
    std::deque<std::string> lines;
};

EngineMonitor::EngineMonitor(Preferences& preferences, Jobs& jobs, std::vector<std::string> command)
    : preferences_(preferences), jobs_(jobs), otherwise_(std::move(command)), log_(std::make_shared<Log>()) {}

EngineMonitor::~EngineMonitor() = default;

std::vector<std::string> EngineMonitor::command() const {
    const QString own = preferences_.workerCommand();
    return own.isEmpty() ? otherwise_ : engine::splitCommand(own.toStdString());
}

std::shared_ptr<engine::Engine> EngineMonitor::use() {
    const QPointer<EngineMonitor> self(this);
    if (!engine_) {
        engine::EngineOptions options;
        options.command = command();
        engine_ = std::make_shared<engine::Engine>(std::move(options));
        engine_->onLog([log = log_, self](const std::string& line) {
            {
                const std::lock_guard lock(log->mutex);
                log->lines.push_back(line);
                if (log->lines.size() > Log::kLines) log->lines.pop_front();
            }
            if (auto* monitor = self.data())
                QMetaObject::invokeMethod(
                    monitor,
                    [self, text = QString::fromStdString(line)] {
                        if (self) emit self->logged(text);
                    },
                    Qt::QueuedConnection);
        });
    }
    ++uses_;
    emit changed();
    // Destroyed on any thread, with the engine itself if this was the last that held it.
    return {engine_.get(), [self, engine = engine_](engine::Engine*) mutable {
                engine.reset();
                if (auto* monitor = self.data())
                    QMetaObject::invokeMethod(
                        monitor,
                        [self] {
                            if (self) self->release();
                        },
                        Qt::QueuedConnection);
            }};
}

void EngineMonitor::release() {
    --uses_;
    emit changed();
}

EngineMonitor::State EngineMonitor::state() const {
    if (!problem_.isEmpty()) return State::Failed;
    if (starting_) return State::Starting;
    if (uses_ > 0) return State::Working;
    return hello_ ? State::Ready : State::NotStarted;
}

QStringList EngineMonitor::log() const {
    const std::lock_guard lock(log_->mutex);
    QStringList lines;
    for (const auto& line : log_->lines) lines.append(QString::fromStdString(line));
    return lines;
}

void EngineMonitor::start() {
    if (starting_) return;
    starting_ = true;
    problem_.clear();
    const auto ended = [this] {
        starting_ = false;
        emit changed();
    };
    jobs_.start(
        tr("Start the engine"),
        [this, ended, engine = use()](JobControl&) -> Jobs::Finish {
            const auto hello = engine->hello();
            return [this, ended, hello] {
                hello_ = hello;
                ended();
            };
        },
        this,
        [this, ended](const Error& error) {
            report(error);
            ended();
        });
    emit changed();
}

void EngineMonitor::renew() {
    // It is given some seconds to end; nobody waits for that here.
    if (engine_)
        jobs_.start(
            tr("Stop the engine"),
            [old = std::exchange(engine_, {})](JobControl&) mutable -> Jobs::Finish {
                old.reset();
                return {};
            },
            this);
    hello_.reset();
    status_.reset();
    problem_.clear();
    trouble_.clear();
    tested_.clear();
    starting_ = refreshing_ = testing_ = false;
    {
        const std::lock_guard lock(log_->mutex);
        log_->lines.clear();
    }
    emit renewed();
    emit changed();
}

void EngineMonitor::restart() {
    renew();
    start();
}

bool EngineMonitor::report(const Error& error) {
    const bool workers = error.code().rfind("worker.", 0) == 0;
    if (workers) {
        problem_ = errorText(error);
        hello_.reset();
        status_.reset();
        emit changed();
    } else if (error.code().rfind("device.", 0) == 0) {
        trouble_ = errorText(error);
        emit changed();
    }
    return workers;
}

void EngineMonitor::worked() {
    if (!problem_.isEmpty() || !trouble_.isEmpty()) {
        problem_.clear();
        trouble_.clear();
        emit changed();
    }
    if (!hello_ && !starting_) start();
}

void EngineMonitor::test() {
    if (testing_) return;
    testing_ = true;
    tested_ = tr("Asking the engine...");
    problem_.clear();
    const auto engine = use();
    const auto ended = [this, asked = engine.get()](const QString& text) {
        if (asked != engine_.get()) return;  // renewed meanwhile
        testing_ = false;
        tested_ = text;
        emit changed();
    };
    jobs_.start(
        tr("Test the connection"),
        [this, ended, engine](JobControl& control) -> Jobs::Finish {
            const auto hello = engine->hello();
            QElapsedTimer time;
            time.start();
            engine->status({}, control);
            return [this, ended, hello, milliseconds = std::max<qint64>(1, time.elapsed())] {
                hello_ = hello;
                ended(tr("It answers within %1 ms.").arg(milliseconds));
            };
        },
        this,
        [this, ended](const Error& error) {
            report(error);
            ended(tr("It does not answer: %1").arg(errorText(error)));
        });
    emit changed();
}

void EngineMonitor::refresh(bool clearCache) {
    if (!engine_ || !hello_ || refreshing_) return;
    refreshing_ = true;
    jobs_.start(
        clearCache ? tr("Clear the cache") : tr("Ask the engine"),
        [this, engine = engine_, clearCache](JobControl& control) -> Jobs::Finish {
            const auto status = engine->status({clearCache}, control);
            return [this, engine, status] {
                refreshing_ = false;
                if (engine != engine_) return;  // renewed meanwhile
                status_ = status;
                emit statusKnown();
            };
        },
        this,
        [this](const Error& error) {
            refreshing_ = false;
            report(error);
        });
}

}  // namespace protolabel::ui
