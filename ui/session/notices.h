#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <functional>
#include <vector>

#include "core/base/error.h"

namespace protolabel::ui {

enum class Severity {
    Log,  ///< for whoever looks for a cause; never shown unasked
    Information,
    Warning,
    Problem,
};

/// What makes a message untrue, so that it is shown no longer; closing the project always does.
enum class Until {
    Project,
    Change,  ///< the next change of the project: the answer to a command
    Volume,  ///< the next volume that is shown
};

struct Notice {
    Severity severity = Severity::Information;
    QString text;
    QDateTime when;
    Until until = Until::Project;
    QString command = {};  ///< id of the command that helps; empty: none does
};

/// Messages that ask nothing: the shell shows them without a dialog and keeps them in the log. UI thread.
class Notices : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void post(Severity severity, const QString& text, Until until = Until::Project, const QString& command = {});
    void post(Severity severity, const Error& error, Until until);
    void tell(const QString& text) { post(Severity::Information, text, Until::Change); }
    void outdate(Until what) { emit outdated(what); }
    /// Only into the log: a line of the worker's.
    void log(const QString& text) { keep({Severity::Log, text, QDateTime::currentDateTime()}); }

    /// Runs `work`; an exception becomes a Problem. Returns whether there was none. For slots: Qt does not carry exceptions.
    bool guard(const std::function<void()>& work);

    const std::vector<Notice>& all() const { return all_; }  ///< the latest kHistory, oldest first

signals:
    void posted(const protolabel::ui::Notice& notice);  ///< to be shown
    void kept(const protolabel::ui::Notice& notice);    ///< posted or only logged
    void outdated(protolabel::ui::Until what);          ///< they need not be shown any more

private:
    void keep(const Notice& notice);

    static constexpr std::size_t kHistory = 1000;
    std::vector<Notice> all_;
};

}  // namespace protolabel::ui
