#include "ui/session/workspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "ui/session/error_text.h"

namespace protolabel::ui {

Workspace::Workspace(ProjectOpeners openers, std::vector<std::string> workerCommand, Versions libraries)
    : openers_(std::move(openers)),
      libraries_(std::move(libraries)),
      jobs_(std::make_unique<Jobs>()),
      monitor_(std::make_unique<EngineMonitor>(preferences_, *jobs_, std::move(workerCommand))),
      editor_(std::make_unique<Editor>(*this)),
      proposer_(std::make_unique<Proposer>(*this)),
      training_(std::make_unique<TrainingControl>(*this)),
      maps_(std::make_unique<Maps>(*this)) {
    connect(jobs_.get(), &Jobs::failed, &notices_,
            [this](int, const QString& text) { notices_.post(Severity::Problem, text); });
    connect(monitor_.get(), &EngineMonitor::logged, &notices_, &Notices::log);
    connect(&preferences_, &Preferences::changed, this, [this](const QString& key) {
        if (key == Preferences::kWorkerCommand) renewEngine();
    });
}

Workspace::~Workspace() {
    closeProject();
}

void Workspace::openProject(const std::filesystem::path& file) {
    std::unique_ptr<project::ProjectStore> store;
    const bool again = project_ && std::filesystem::exists(file) && std::filesystem::equivalent(project_->file(), file);
    if (again) return;
    try {
        store = openers_.open(file);
    } catch (const Error& error) {
        if (error.code() != "project.locked" && error.code() != "project.folder") throw;
        store = openers_.openReadOnly(file);
        notices_.post(Severity::Warning, tr("Opened for reading only: %1").arg(errorText(error)));
    }
    use(std::move(store));
}

void Workspace::createProject(const std::filesystem::path& file, const std::vector<labels::Label>& labels) {
    use(openers_.create(file, labels));
}

void Workspace::use(std::unique_ptr<project::ProjectStore> store) {
    closeProject();
    project_ = std::make_unique<ProjectSession>(std::move(store), preferences_);
    shown_ = std::make_unique<ShownVolume>(*project_, *jobs_);
    connect(shown_.get(), &ShownVolume::shownChanged, this, [this] {
        emit shownChanged();
        arrive();
    });
    connect(shown_.get(), &ShownVolume::failed, &notices_,
            [this](const QString& text) { notices_.post(Severity::Problem, text); });
    preferences_.addRecentProject(QString::fromStdString(std::filesystem::absolute(project_->file()).string()));
    emit projectChanged();
    if (!project_->volumes().empty()) shown_->show(project_->volumes().front().id);
}

void Workspace::closeProject() {
    if (!project_) return;
    emit projectAboutToClose();
    jobs_->cancelAll();
    jobs_->wait();
    destination_.reset();
    shown_.reset();
    project_.reset();
    emit shownChanged();
    emit projectChanged();
}

void Workspace::goTo(VolumeId volume, int slice) {
    if (!shown_) return;
    destination_ = {volume, slice};
    if (shown_->id() == volume)
        arrive();
    else
        shown_->show(volume);
}

void Workspace::arrive() {
    if (!destination_ || shown_->id() != destination_->first || shown_->record() == nullptr) return;
    const int slice = destination_->second;
    destination_.reset();
    emit sliceWanted(shown_->record()->sliceAxis, slice);
}

void Workspace::setWindow(const viewer::Window& window) {
    if (window == window_) return;
    window_ = window;
    emit windowChanged();
}

static QString presetsKey(imaging::Modality modality) {
    return "window_presets/" + QString::fromUtf8(toString(modality).data());
}

std::vector<viewer::WindowPreset> Workspace::windowPresets(imaging::Modality modality) const {
    std::vector<viewer::WindowPreset> presets;
    const auto kept = QJsonDocument::fromJson(preferences_.value(presetsKey(modality)).toByteArray()).array();
    for (const auto& entry : kept) {
        const auto preset = entry.toObject();
        presets.push_back(
            {preset["name"].toString().toStdString(), {preset["low"].toDouble(), preset["high"].toDouble()}});
    }
    const bool shown = shown_ && shown_->image() && shown_->image()->modality == modality;
    return presets.empty() && shown ? viewer::defaultPresets(*shown_->image()) : presets;
}

void Workspace::setWindowPresets(imaging::Modality modality, const std::vector<viewer::WindowPreset>& presets) {
    QJsonArray kept;
    for (const auto& preset : presets)
        kept.append(QJsonObject{
            {"name", QString::fromStdString(preset.name)}, {"low", preset.window.low}, {"high", preset.window.high}});
    preferences_.setValue(presetsKey(modality), QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

std::vector<viewer::WindowPreset> Workspace::windowPresets() const {
    if (!shown_ || !shown_->image()) return {};
    return windowPresets(shown_->image()->modality);
}

void Workspace::setWindowPresets(const std::vector<viewer::WindowPreset>& presets) {
    if (shown_ && shown_->image()) setWindowPresets(shown_->image()->modality, presets);
}

}  // namespace protolabel::ui
