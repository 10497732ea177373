#include "ui/session/workspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "ui/session/comparison.h"
#include "ui/session/error_text.h"

namespace protolabel::ui {

static const char* const kPlace = "place";  // of a project: the volume and the slice in view

Workspace::Workspace(ProjectOpeners openers, std::vector<std::string> workerCommand, Versions libraries)
    : openers_(std::move(openers)),
      libraries_(std::move(libraries)),
      jobs_(std::make_unique<Jobs>()),
      monitor_(std::make_unique<EngineMonitor>(preferences_, *jobs_, std::move(workerCommand))),
      editor_(std::make_unique<Editor>(*this)),
      proposer_(std::make_unique<Proposer>(*this)),
      review_(std::make_unique<ReviewQueue>(*this)),
      training_(std::make_unique<TrainingControl>(*this)),
      comparison_(std::make_unique<Comparison>(*this, openers_.openReadOnly, openers_.create)),
      maps_(std::make_unique<Maps>(*this)),
      agreement_(std::make_unique<Agreement>(*this)) {
    connect(jobs_.get(), &Jobs::failed, &notices_,
            [this](int, const QString& text) { notices_.post(Severity::Problem, text); });
    connect(monitor_.get(), &EngineMonitor::logged, &notices_, &Notices::log);
    connect(&preferences_, &Preferences::changed, this, [this](const QString& key) {
        if (key == Preferences::kWorkerCommand) renewEngine();
    });
}

Workspace::~Workspace() {
    closeProject();
    jobs_->cancelAll();
    jobs_->wait();  // they use what goes now
}

/// The error itself is written for who asked to edit.
static QString whyReadOnly(const Error& error, const QString& name) {
    const QString detail = error.args().size() > 1 ? QString::fromStdString(error.args()[1]) : QString();
    if (error.code() == "project.locked")
        return Workspace::tr("Read only: %1 is open elsewhere (%2). To edit it, close it there and open it here again.")
            .arg(name, detail);
    return Workspace::tr("Read only: %1 cannot be written where it is (%2). To edit it, copy it to a folder of yours.")
        .arg(name, detail);
}

void Workspace::openProject(const std::filesystem::path& file) {
    std::unique_ptr<project::ProjectStore> store;
    const bool again = project_ && std::filesystem::exists(file) && std::filesystem::equivalent(project_->file(), file);
    if (again) return;
    try {
        store = openers_.open(file);
    } catch (const Error& error) {
        if (error.code() != "project.locked" && error.code() != "project.folder") throw;
        use(openers_.openReadOnly(file));
        return notices_.post(Severity::Warning, whyReadOnly(error, QString::fromStdString(file.stem().string())));
    }
    use(std::move(store));
}

void Workspace::createProject(const std::filesystem::path& file, const std::vector<labels::Label>& labels) {
    use(openers_.create(file, labels));
}

void Workspace::recoverProject(const std::filesystem::path& damaged, const std::filesystem::path& out) {
    closeProject();  // it may be the damaged one
    jobs_->start(
        tr("Recover %1").arg(QString::fromStdString(damaged.filename().string())),
        [this, damaged, out](JobControl&) -> Jobs::Finish {
            openers_.recover(damaged, out);
            return [this, out] {
                notices_.guard([&] {
                    openProject(out);
                    const int volumes = static_cast<int>(project_->volumes().size());
                    notices_.tell(tr("Recovered %n volume(s); the undo history is not carried over", nullptr, volumes));
                });
            };
        },
        this);
}

void Workspace::use(std::unique_ptr<project::ProjectStore> store) {
    closeProject();
    project_ = std::make_unique<ProjectSession>(std::move(store), preferences_);
    shown_ = std::make_unique<ShownVolume>(*project_, *jobs_);
    connect(project_.get(), &ProjectSession::changed, this, [this](const project::Changes& changes) {
        if (changes.volumes || changes.labels || changes.supports || !changes.annotation.empty())
            notices_.outdate(Until::Change);
        emit edited(changes);
    });
    connect(shown_.get(), &ShownVolume::shownChanged, this, [this] {
        if (shown_->image()) notices_.outdate(Until::Volume);
        emit shownChanged();
        arrive();
    });
    connect(shown_.get(), &ShownVolume::failed, &notices_,
            [this](const Error& error) { notices_.post(Severity::Problem, error, Until::Volume); });
    preferences_.addRecentProject(project_->path());
    emit projectChanged();
    showLastPlace();
}

void Workspace::rememberPlace() {
    if (record() == nullptr) return;
    const QVariantList place{qlonglong(record()->id.value), proposer_->slice()};
    preferences_.setProjectValue(project_->path(), kPlace, place);
}

/// Where the user left the project; the first volume where that is not known.
void Workspace::showLastPlace() {
    if (project_->volumes().empty()) return;
    const auto place = preferences_.projectValue(project_->path(), kPlace).toList();
    const VolumeId last{place.value(0).toLongLong()};
    if (project_->volume(last) != nullptr)
        goTo(last, place.value(1).toInt());
    else
        shown_->show(project_->volumes().front().id);
}

void Workspace::closeProject() {
    if (!project_) return;
    emit projectAboutToClose();
    rememberPlace();
    jobs_->cancelAll();
    jobs_->wait();
    destination_.reset();
    shown_.reset();
    project_.reset();
    notices_.outdate(Until::Project);
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

void Workspace::goTo(const labels::Index3& voxel, const labels::Box& box) {
    emit placeWanted(voxel, box);
}

void Workspace::arrive() {
    if (!destination_ || shown_->id() != destination_->first || record() == nullptr) return;
    const int slice = destination_->second;
    destination_.reset();
    emit sliceWanted(record()->sliceAxis, slice);
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
