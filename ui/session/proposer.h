#pragma once

#include <QObject>
#include <QTimer>
#include <map>
#include <memory>
#include <set>

#include "core/project/changes.h"
#include "core/workflow/live_prediction.h"

namespace protolabel::ui {

class Workspace;

/// What the model proposes, kept up with the supports: while live, every change of a support or of the model in use asks for new proposals, on the slice in
/// view first, then on the volume outwards, then on the other volumes. Nothing here waits: work runs as a job, results of an earlier request are
/// dropped, slices are shown as they arrive and stored when a volume is finished, those of requests in a row as one undo entry. UI thread.
class Proposer : public QObject {
    Q_OBJECT

public:
    explicit Proposer(Workspace& workspace);
    ~Proposer() override;

    bool live() const { return live_; }
    void setLive(bool on);
    const workflow::LiveSettings& settings() const { return settings_; }
    void setSettings(const workflow::LiveSettings& settings);
    bool everyVolume() const { return everyVolume_; }  ///< whether live goes on to the volumes not shown
    void setEveryVolume(bool on);

    /// Which slice of the shown volume's slice axis is in view.
    void setSlice(int slice);
    int slice() const { return slice_; }

    /// Proposes all labels that have supports on these volumes, as one named edit.
    void predict(const std::vector<VolumeId>& volumes);
    void cancel();
    bool working() const { return job_ != 0; }
    /// Stores what is shown but was not stored so that redo stays possible: before it is accepted. Throws Error.
    void storeShown();

    /// Of the open project; null without one.
    std::shared_ptr<workflow::LivePredictor> predictor() const { return predictor_; }
    std::map<LabelId, engine::TunedLabel> tuned() const;  ///< what was chosen for each label
    std::map<LabelId, int> taught() const;  ///< labels that finished volumes teach on the shown one, and how many
    std::map<LabelId, workflow::CheckedLabel> checked() const;  ///< what the supports say of each label's proposals

signals:
    void sliceChanged();
    void liveChanged(bool on);
    void settingsChanged();
    void workingChanged();
    void progressed();  ///< a slice was shown, a volume was stored or options were chosen

private:
    struct Task;
    void follow(const project::Changes& changes);
    void followProject();
    bool concerns(const project::Changes& changes);
    void request();
    std::shared_ptr<Task> makeTask(bool live);  ///< without volumes and the edit's info
    void start(const QString& title, std::shared_ptr<Task> task);
    void fail(const Error& error);
    void end();

    Workspace& workspace_;
    workflow::LiveSettings settings_;
    std::shared_ptr<workflow::LivePredictor> predictor_;
    std::map<VolumeId, workflow::LivePass> unstored_;
    std::set<VolumeId> current_;  ///< volumes whose proposals follow the supports as they are
    QTimer pause_;
    std::string modelInUse_;        ///< of the project
    std::set<VolumeId> completed_;  ///< likewise
    QString lastProblem_;
    bool live_ = false, everyVolume_ = true;
    int slice_ = 0;
    int number_ = 0;  ///< of the latest request
    int job_ = 0;
};

}  // namespace protolabel::ui
