#include "ui/session/notices.h"

#include "ui/session/error_text.h"

namespace protolabel::ui {

void Notices::post(Severity severity, const QString& text, Until until, const QString& command) {
    const Notice notice{severity, text, QDateTime::currentDateTime(), until, command};
    keep(notice);
    emit posted(notice);
}

void Notices::post(Severity severity, const Error& error, Until until) {
    post(severity, errorText(error), until, commandFor(error));
}

void Notices::keep(const Notice& notice) {
    if (all_.size() == kHistory) all_.erase(all_.begin());
    all_.push_back(notice);
    emit kept(notice);
}

bool Notices::guard(const std::function<void()>& work) {
    try {
        work();
        return true;
    } catch (...) {
        const Error error = currentError();
        if (error.code() != "cancelled") post(Severity::Problem, error, Until::Change);
        return false;
    }
}

}  // namespace protolabel::ui
