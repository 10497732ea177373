#include "ui/session/engine_monitor.h"

#include <QCoreApplication>
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

/// From any thread, onto the UI thread: only there can be told whether the monitor still lives.
static void postTo(const QPointer<EngineMonitor>& monitor, const std::function<void(EngineMonitor&)>& what) {
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [monitor, what] {
            if (monitor) what(*monitor);
        },
        Qt::QueuedConnection);
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
            postTo(self, [text = QString::fromStdString(line)](EngineMonitor& monitor) { emit monitor.logged(text); });
        });
    }
    ++uses_;
    emit changed();
    // Destroyed on any thread, with the engine itself if this was the last that held it.
    return {engine_.get(), [self, engine = engine_](engine::Engine*) mutable {
                engine.reset();
                postTo(self, [](EngineMonitor& monitor) { monitor.release(); });
            }};
}

void EngineMonitor::release() {
    --uses_;
    emit changed();
}

EngineMonitor::State EngineMonitor::state() const {
    if (!problem_.isEmpty()) return State::Failed;
    if (starting_ != 0) return State::Starting;
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
    if (starting_ != 0) return;
    problem_.clear();
    starting_ = jobs_.start(
        tr("Start the engine"),
        [this, engine = use()](JobControl&) -> Jobs::Finish {
            const auto hello = engine->hello();
            return [this, hello] { hello_ = hello; };
        },
        this, [this](const Error& error) { report(error); },
        [this](int number) {
            if (number != starting_) return;
            starting_ = 0;
            emit changed();
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
    for (int* asking : {&starting_, &refreshing_, &testing_})
        jobs_.cancel(std::exchange(*asking, 0));  // answers of the old one
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
    if (!hello_ && starting_ == 0) start();
}

void EngineMonitor::test() {
    if (testing_ != 0) return;
    tested_ = tr("Asking the engine...");
    problem_.clear();
    testing_ = jobs_.start(
        tr("Test the connection"),
        [this, engine = use()](JobControl& control) -> Jobs::Finish {
            const auto hello = engine->hello();
            QElapsedTimer time;
            time.start();
            engine->status({}, control);
            return [this, hello, milliseconds = std::max<qint64>(1, time.elapsed())] {
                hello_ = hello;
                tested_ = tr("It answers within %1 ms.").arg(milliseconds);
            };
        },
        this,
        [this](const Error& error) {
            report(error);
            tested_ = tr("It does not answer: %1").arg(errorText(error));
        },
        [this, asking = tested_](int number) {
            if (number != testing_) return;
            testing_ = 0;
            if (tested_ == asking) tested_.clear();  // it was stopped
            emit changed();
        });
    emit changed();
}

void EngineMonitor::refresh(bool clearCache) {
    if (!engine_ || !hello_ || refreshing_ != 0) return;
    refreshing_ = jobs_.start(
        clearCache ? tr("Clear the cache") : tr("Ask the engine"),
        [this, engine = engine_, clearCache](JobControl& control) -> Jobs::Finish {
            const auto status = engine->status({clearCache}, control);
            return [this, status] {
                status_ = status;
                emit statusKnown();
            };
        },
        this, [this](const Error& error) { report(error); },
        [this](int number) {
            if (number == refreshing_) refreshing_ = 0;
        });
}

}  // namespace protolabel::ui
