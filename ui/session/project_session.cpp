#include "ui/session/project_session.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>
#include <algorithm>
#include <chrono>
#include <mutex>

#include "ui/session/preferences.h"

namespace protolabel::ui {

/// Shared with the store's observer, which may be called from a job after the session is gone.
struct ProjectSession::Pending {
    std::mutex mutex;
    project::Changes changes;
    ProjectSession* session = nullptr;
};

static double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <class Record>
static const Record* find(const std::vector<Record>& all, decltype(Record::id) id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Record& record) { return record.id == id; });
    return found == all.end() ? nullptr : &*found;
}

ProjectSession::ProjectSession(std::unique_ptr<project::ProjectStore> store, Preferences& preferences, QObject* parent)
    : QObject(parent),
      preferences_(preferences),
      store_(std::move(store)),
      file_(store_.file()),
      readOnly_(store_.readOnly()),
      volumes_(store_.volumes()),
      labels_(store_.labels()),
      supports_(store_.supports()),
      pending_(std::make_shared<Pending>()),
      active_(preferences.idleSeconds()) {
    pending_->session = this;
    if (QCoreApplication::instance() != nullptr) QCoreApplication::instance()->installEventFilter(this);
    connect(&preferences, &Preferences::changed, this, [this](const QString& key) {
        if (key == Preferences::kIdleSeconds) active_.setIdleSeconds(preferences_.idleSeconds());
        if (key == Preferences::kAnnotator) store_.setAuthor(preferences_.annotator().toStdString());
    });
    store_.setAuthor(preferences.annotator().toStdString());
    store_.onChanged([this, pending = pending_](const project::Changes& changes) {
        if (QThread::currentThread() == thread()) return announce(changes);
        const std::lock_guard lock(pending->mutex);
        if (pending->session == nullptr) return;
        const bool first = pending->changes.empty();
        pending->changes.add(changes);
        if (first)
            QMetaObject::invokeMethod(
                this, [this] { announcePending(); }, Qt::QueuedConnection);
    });
}

ProjectSession::~ProjectSession() {
    const std::lock_guard lock(pending_->mutex);
    pending_->session = nullptr;
}

QString ProjectSession::path() const {
    return QString::fromStdString(std::filesystem::absolute(file_).string());
}

QString ProjectSession::name() const {
    return QString::fromStdString(file_.stem().string());
}

const project::VolumeRecord* ProjectSession::volume(VolumeId id) const {
    return find(volumes_, id);
}

const labels::Label* ProjectSession::label(LabelId id) const {
    return find(labels_, id);
}

project::EditInfo ProjectSession::timed(project::EditInfo info) {
    touch();
    info.activeSeconds = std::max(info.activeSeconds, active_.take());
    return info;
}

void ProjectSession::edit(project::EditInfo info, const std::function<void(project::ProjectWriter&)>& change) {
    store_.transact(timed(std::move(info)), [&](project::ProjectWriter& writer) {
        change(writer);
        keepUndoLimit(writer);
    });
}

/// What the user prefers goes with the next edit: one of its own would end redo.
void ProjectSession::keepUndoLimit(project::ProjectWriter& writer) {
    const std::string wanted = std::to_string(preferences_.undoMegabytes() * 1'000'000);
    if (store_.setting(project::kUndoLimitSetting).value_or(std::to_string(project::kUndoLimitDefault)) != wanted)
        writer.putSetting(project::kUndoLimitSetting, wanted);
}

void ProjectSession::undo() {
    store_.undo();
}

void ProjectSession::redo() {
    store_.redo();
}

void ProjectSession::stepTo(EditId id) {
    const auto reached = [&] {
        const auto last = nextUndo();
        return (last ? last->id : EditId{}) == id;
    };
    const auto all = store_.edits();
    const auto wanted =
        std::find_if(all.begin(), all.end(), [&](const project::EditRecord& edit) { return edit.id == id; });
    const bool forward = wanted != all.end() && wanted->undone;
    while (!reached())
        if (!(forward ? store_.redo() : store_.undo())) return;
}

std::optional<project::EditRecord> ProjectSession::nextUndo() const {
    return store_.nextUndo();
}

std::optional<project::EditRecord> ProjectSession::nextRedo() const {
    return store_.nextRedo();
}

void ProjectSession::touch() {
    active_.touch(now());
}

bool ProjectSession::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::Wheel:
        case QEvent::TabletMove: touch(); break;
        default: break;
    }
    return QObject::eventFilter(watched, event);
}

void ProjectSession::announcePending() {
    project::Changes all;
    {
        const std::lock_guard lock(pending_->mutex);
        all = std::exchange(pending_->changes, {});
    }
    if (!all.empty()) announce(all);
}

void ProjectSession::announce(const project::Changes& changes) {
    if (changes.volumes) volumes_ = store_.volumes();
    if (changes.labels) labels_ = store_.labels();
    if (changes.supports) supports_ = store_.supports();
    emit changed(changes);
}

}  // namespace protolabel::ui
