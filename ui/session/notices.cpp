#include "ui/session/notices.h"

#include "ui/session/error_text.h"

namespace protolabel::ui {

void Notices::post(Severity severity, const QString& text, Until until) {
    const Notice notice{severity, text, QDateTime::currentDateTime(), until};
    keep(notice);
    emit posted(notice);
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
        if (error.code() != "cancelled") post(Severity::Problem, errorText(error), Until::Change);
        return false;
    }
}

}  // namespace protolabel::ui
