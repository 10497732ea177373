#include "ui/session/jobs.h"

#include <QTimer>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <utility>

#include "ui/session/error_text.h"

namespace protolabel::ui {

/// Lives as long as its thread or its entry need it. The thread reports, the UI thread reads.
class Jobs::Control : public JobControl {
public:
    using Milliseconds = std::chrono::milliseconds;

    /// `announce` is told how long to wait before it calls latest(): never more often than this, and the last one is not lost.
    explicit Control(std::function<void(Milliseconds)> announce) : announce_(std::move(announce)) {}

    void progress(const Progress& progress) override {
        const auto now = std::chrono::steady_clock::now();
        Milliseconds wait{0};
        {
            const std::lock_guard lock(mutex_);
            const bool sameStage = progress.stage == progress_.stage;
            progress_ = progress;
            if (announcing_) return;
            announcing_ = true;
            if (sameStage) wait = std::max(wait, std::chrono::ceil<Milliseconds>(announced_ + kBetween - now));
            announced_ = now + wait;
        }
        announce_(wait);
    }
    void announced() {
        const std::lock_guard lock(mutex_);
        announcing_ = false;
    }
    bool cancelled() const override { return cancelled_; }

    void cancel() { cancelled_ = true; }
    Progress latest() const {
        const std::lock_guard lock(mutex_);
        return progress_;
    }

private:
    static constexpr Milliseconds kBetween{100};

    const std::function<void(Milliseconds)> announce_;
    std::atomic<bool> cancelled_ = false;
    mutable std::mutex mutex_;
    Progress progress_;
    std::chrono::steady_clock::time_point announced_{};
    bool announcing_ = false;  ///< it is on its way
};

struct Jobs::Entry {
    JobInfo info;
    std::shared_ptr<Control> control;
    QPointer<QObject> receiver;
    Failure failed;
    Ended ended;
};

Jobs::Jobs(QObject* parent) : QObject(parent) {
    pool_.setMaxThreadCount(std::max(4, QThread::idealThreadCount()));
}

Jobs::~Jobs() {
    cancelAll();
    pool_.waitForDone();
}

int Jobs::start(const QString& title, Work work, QObject* receiver, Failure failed, Ended ended) {
    const int number = ++last_;
    auto entry = std::make_shared<Entry>();
    entry->info.number = number;
    entry->info.title = title;
    entry->info.started = QDateTime::currentDateTime();
    entry->receiver = receiver;
    entry->failed = std::move(failed);
    entry->ended = std::move(ended);
    entry->control = std::make_shared<Control>([this, number](Control::Milliseconds wait) {
        QMetaObject::invokeMethod(
            this, [this, number, wait] { QTimer::singleShot(wait, this, [this, number] { tellProgress(number); }); },
            Qt::QueuedConnection);
    });
    entries_[number] = entry;
    connect(receiver, &QObject::destroyed, this, [this, number] { cancel(number); });

    pool_.start([this, number, work = std::move(work), control = entry->control] {
        Finish finish;
        std::optional<Error> error;
        try {
            control->check();
            finish = work(*control);
        } catch (...) {
            error = currentError();
        }
        QMetaObject::invokeMethod(
            this, [this, number, finish, error] { end(number, finish, error); }, Qt::QueuedConnection);
    });
    emit started(number);
    return number;
}

void Jobs::tellProgress(int number) {
    const auto entry = entries_.find(number);
    if (entry == entries_.end() || entry->second->info.state != JobInfo::State::Running) return;
    entry->second->control->announced();
    emit progressed(number);
}

void Jobs::end(int number, const Finish& finish, const std::optional<Error>& error) {
    const auto entry = entries_.at(number);
    const bool wanted = entry->receiver && !entry->control->cancelled();
    JobInfo& info = entry->info;
    info.progress = entry->control->latest();
    info.ended = QDateTime::currentDateTime();
    if (error && error->code() != "cancelled") {
        info.state = JobInfo::State::Failed;
        info.error = errorText(*error);
    } else {
        info.state = error || !wanted ? JobInfo::State::Cancelled : JobInfo::State::Done;
    }
    std::size_t over = static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), [](const auto& e) {
        return e.second->info.state != JobInfo::State::Running;
    }));
    for (auto e = entries_.begin(); e != entries_.end() && over > kEndedKept;)
        if (e->second->info.state != JobInfo::State::Running && e->first != number)
            e = entries_.erase(e), --over;
        else
            ++e;

    if (info.state == JobInfo::State::Failed && wanted) {
        if (entry->failed)
            entry->failed(*error);
        else
            emit failed(number, info.error);
    } else if (info.state == JobInfo::State::Done && finish) {
        try {
            finish();
        } catch (...) {
            const Error late = currentError();
            info.state = JobInfo::State::Failed;
            info.error = errorText(late);
            if (entry->failed)
                entry->failed(late);
            else
                emit failed(number, info.error);
        }
    }
    entry->failed = {};  // what they hold is not kept as long as the entry
    const auto tell = std::exchange(entry->ended, {});
    if (tell && entry->receiver) tell(number);
    emit ended(number);
}

void Jobs::cancel(int number) {
    const auto entry = entries_.find(number);
    if (entry != entries_.end()) entry->second->control->cancel();
}

void Jobs::cancelAll() {
    for (const auto& [number, entry] : entries_) entry->control->cancel();
}

void Jobs::wait() {
    pool_.waitForDone();
}

std::vector<JobInfo> Jobs::jobs() const {
    std::vector<JobInfo> all;
    for (const auto& [number, entry] : entries_) all.push_back(*job(number));
    return all;
}

std::optional<JobInfo> Jobs::job(int number) const {
    const auto entry = entries_.find(number);
    if (entry == entries_.end()) return {};
    JobInfo info = entry->second->info;
    if (info.state == JobInfo::State::Running) info.progress = entry->second->control->latest();
    return info;
}

int Jobs::running() const {
    return static_cast<int>(std::count_if(entries_.begin(), entries_.end(), [](const auto& entry) {
        return entry.second->info.state == JobInfo::State::Running;
    }));
}

}  // namespace protolabel::ui
