#pragma once

#include <QList>
#include <QObject>
#include <QPair>
#include <QString>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "ui/session/agreement.h"
#include "ui/session/editor.h"
#include "ui/session/engine_monitor.h"
#include "ui/session/jobs.h"
#include "ui/session/maps.h"
#include "ui/session/notices.h"
#include "ui/session/preferences.h"
#include "ui/session/project_session.h"
#include "ui/session/proposer.h"
#include "ui/session/review_queue.h"
#include "ui/session/shown_volume.h"
#include "ui/session/training_control.h"
#include "viewer/base/window.h"

namespace protolabel::ui {

class Comparison;

/// How projects are opened: given by the program, so that the window knows no storage.
struct ProjectOpeners {
    using File = std::filesystem::path;
    std::function<std::unique_ptr<project::ProjectStore>(const File&)> open;
    std::function<std::unique_ptr<project::ProjectStore>(const File&)> openReadOnly;
    std::function<std::unique_ptr<project::ProjectStore>(const File&, const std::vector<labels::Label>&)> create;
    /// Copies what can be read of a damaged project into a new one; any thread.
    std::function<void(const File& damaged, const File& out)> recover = {};
};

/// Everything the window stands on, in one place. Panels, dialogs and commands are given it and nothing else. UI thread.
class Workspace : public QObject {
    Q_OBJECT

public:
    using Versions = QList<QPair<QString, QString>>;

    /// `libraries`: names and versions for the page about the program.
    Workspace(ProjectOpeners openers, std::vector<std::string> workerCommand, Versions libraries = {});
    ~Workspace() override;

    /// Closes the one that is open. A project that is open elsewhere opens read-only, with a notice. Throws Error; the old one stays open then.
    void openProject(const std::filesystem::path& file);
    void createProject(const std::filesystem::path& file, const std::vector<labels::Label>& labels);
    void closeProject();
    /// Copies what can be read of a damaged project into a new one, in a job, and opens that.
    void recoverProject(const std::filesystem::path& damaged, const std::filesystem::path& out);

    ProjectSession* project() { return project_.get(); }  ///< null when none is open
    ShownVolume* shown() { return shown_.get(); }         ///< likewise
    /// Of the volume that is shown; null when none is.
    const project::VolumeRecord* record() const { return shown_ ? shown_->record() : nullptr; }
    Editor& editor() { return *editor_; }
    Jobs& jobs() { return *jobs_; }
    Notices& notices() { return notices_; }
    Preferences& preferences() { return preferences_; }
    const Versions& libraries() const { return libraries_; }
    EngineMonitor& engineMonitor() { return *monitor_; }
    /// The worker of the command in the preferences; starts with its first request, which throws Error "worker.*". Jobs keep the one they began
    /// with when the command is changed.
    std::shared_ptr<engine::Engine> engine() { return monitor_->use(); }
    void renewEngine() { monitor_->renew(); }  ///< the next request starts a worker anew
    Proposer& proposer() { return *proposer_; }
    ReviewQueue& review() { return *review_; }
    TrainingControl& training() { return *training_; }
    Maps& maps() { return *maps_; }
    Agreement& agreement() { return *agreement_; }
    Comparison& comparison() { return *comparison_; }

    /// Shows a slice of a volume's slice axis, and the volume first where another one is shown.
    void goTo(VolumeId volume, int slice);
    /// Shows a voxel of the shown volume and the box around it.
    void goTo(const labels::Index3& voxel, const labels::Box& box);

    /// The window of grey values as the viewer has it.
    viewer::Window window() const { return window_; }
    void setWindow(const viewer::Window& window);
    /// Those of the preferences for the modality shown, else the viewer's own; at most nine.
    std::vector<viewer::WindowPreset> windowPresets() const;
    void setWindowPresets(
        const std::vector<viewer::WindowPreset>& presets);  ///< of that modality; none: the viewer's own
    /// Likewise for any modality; the viewer's own are known only for that of the volume shown.
    std::vector<viewer::WindowPreset> windowPresets(imaging::Modality modality) const;
    void setWindowPresets(imaging::Modality modality, const std::vector<viewer::WindowPreset>& presets);

signals:
    void projectAboutToClose();
    void projectChanged();  ///< another project, or none
    void edited(
        const protolabel::project::Changes& changes);  ///< of the project that is open; ShownVolume has followed
    void shownChanged();                               ///< of the project that is open
    void windowChanged();
    void sliceWanted(int axis, int slice);  ///< of the shown volume
    void placeWanted(const protolabel::labels::Index3& voxel, const protolabel::labels::Box& box);  ///< likewise

private:
    void use(std::unique_ptr<project::ProjectStore> store);
    void rememberPlace();
    void showLastPlace();
    void arrive();

    ProjectOpeners openers_;
    Versions libraries_;
    Preferences preferences_;
    Notices notices_;
    std::unique_ptr<ProjectSession> project_;
    std::unique_ptr<ShownVolume> shown_;
    std::unique_ptr<Jobs> jobs_;
    std::unique_ptr<EngineMonitor> monitor_;
    std::unique_ptr<Editor> editor_;
    std::unique_ptr<Proposer> proposer_;
    std::unique_ptr<ReviewQueue> review_;
    std::unique_ptr<TrainingControl> training_;
    std::unique_ptr<Comparison> comparison_;
    std::unique_ptr<Maps> maps_;
    std::unique_ptr<Agreement> agreement_;
    viewer::Window window_;
    std::optional<std::pair<VolumeId, int>> destination_;  ///< of goTo, until its volume is shown
};

}  // namespace protolabel::ui
