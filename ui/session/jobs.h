#pragma once

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/error.h"
#include "core/base/job_control.h"

namespace protolabel::ui {

struct JobInfo {
    enum class State { Running, Done, Failed, Cancelled };
    int number = 0;
    QString title;
    State state = State::Running;
    Progress progress;
    QDateTime started, ended;
    QString error;  ///< of a failed one
};

/// Long work off the UI thread. Everything here is called on the UI thread but `work` itself.
class Jobs : public QObject {
    Q_OBJECT

public:
    /// What is left to do on the UI thread with what the work found.
    using Finish = std::function<void()>;
    using Work = std::function<Finish(JobControl& control)>;
    using Failure = std::function<void(const Error& error)>;
    using Ended = std::function<void(int number)>;

    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override;  ///< cancels all and waits; nothing is finished any more

    /// Runs `work` on a thread of the pool, then its Finish here, unless it was cancelled or `receiver` is gone by then. What it throws goes to
    /// `failed` if given, else to the signal. `ended` is called last, however it ended (cancelling is no failure). A receiver that goes cancels the job
    /// and hears nothing more.
    int start(const QString& title, Work work, QObject* receiver, Failure failed = {}, Ended ended = {});
    void cancel(int number);
    void cancelAll();
    void wait();  ///< until no job runs; nothing is finished by then

    std::vector<JobInfo> jobs() const;  ///< running ones and the latest that ended, oldest first
    std::optional<JobInfo> job(int number) const;
    int running() const;

signals:
    void started(int number);
    void progressed(int number);  ///< at most 10 times a second each
    void ended(int number);
    void failed(int number, const QString& text);

private:
    class Control;
    struct Entry;
    void tellProgress(int number);
    void end(int number, const Finish& finish, const std::optional<Error>& error);

    static constexpr std::size_t kEndedKept = 50;
    std::map<int, std::shared_ptr<Entry>> entries_;
    int last_ = 0;
    QThreadPool pool_;  // last: its destruction waits for the threads, which use the rest
};

}  // namespace protolabel::ui
