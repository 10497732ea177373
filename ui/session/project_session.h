#pragma once

#include <QObject>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/project/active_time.h"
#include "core/project/shared_store.h"

namespace protolabel::ui {

class Preferences;

/// The open project: its lists kept at hand, and one signal for every change, whoever made it (a stroke, undo, a job). UI thread, but for
/// store(), which jobs use too.
class ProjectSession : public QObject {
    Q_OBJECT

public:
    ProjectSession(std::unique_ptr<project::ProjectStore> store, Preferences& preferences, QObject* parent = nullptr);
    ~ProjectSession() override;

    project::ProjectStore& store() { return store_; }
    std::filesystem::path file() const { return file_; }
    QString path() const;  ///< of the file, absolute, as the list of recent projects has it
    QString name() const;  ///< of the file, without its suffix
    bool readOnly() const { return readOnly_; }

    const std::vector<project::VolumeRecord>& volumes() const { return volumes_; }  ///< by name
    const project::VolumeRecord* volume(VolumeId id) const;
    const std::vector<labels::Label>& labels() const { return labels_; }  ///< by id
    const labels::Label* label(LabelId id) const;
    const std::vector<project::Support>& supports() const { return supports_; }

    /// One undo entry, by the annotator of the preferences as all edits of the store. Fills in the active seconds since the last edit (the tool's own
    /// where they are more).
    /// Throws what ProjectStore::transact throws.
    void edit(project::EditInfo info, const std::function<void(project::ProjectWriter&)>& change);
    /// Fills in the active seconds, for edits that functions of lower layers make.
    project::EditInfo timed(project::EditInfo info);
    /// Throw Error.
    void undo();
    void redo();
    /// Undoes or redoes until `id` is the last edit that is not undone; 0 undoes all. Throws Error.
    void stepTo(EditId id);
    std::optional<project::EditRecord> nextUndo() const;
    std::optional<project::EditRecord> nextRedo() const;

    /// The user did something: active time runs until the idle limit after the latest call. Every key, move and wheel of the program does.
    void touch();

signals:
    /// After the lists were read again. From a job's edit it comes with the next pass of the event loop, several changes as one.
    void changed(const protolabel::project::Changes& changes);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void announce(const project::Changes& changes);
    void announcePending();
    void keepUndoLimit(project::ProjectWriter& writer);

    Preferences& preferences_;
    project::SharedStore store_;
    const std::filesystem::path file_;
    const bool readOnly_;
    std::vector<project::VolumeRecord> volumes_;
    std::vector<labels::Label> labels_;
    std::vector<project::Support> supports_;
    struct Pending;
    std::shared_ptr<Pending> pending_;  ///< changes of other threads, not announced yet
    project::ActiveTime active_;
};

}  // namespace protolabel::ui
