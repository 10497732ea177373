#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/imaging/volume.h"
#include "core/workflow/model_comparison.h"
#include "core/workflow/training.h"

namespace protolabel::ui {

class Workspace;

/// The training of a model as the window sees it: one at a time, which can be paused, resumed (after a restart too) and stopped, and what came of
/// it. The project goes on using its model until somebody chooses the new one. UI thread.
class TrainingControl : public QObject {
    Q_OBJECT

public:
    /// What the model in training makes of one slice.
    struct Preview {
        VolumeId volume;
        int slice = 0;
        int axis = 2;
        std::shared_ptr<const imaging::Volume> image;
        std::int64_t iteration = -1;  ///< -1: nothing has come yet
        std::map<LabelId, labels::Mask> masks;
    };

    explicit TrainingControl(Workspace& workspace);

    bool running() const { return job_ != 0; }
    bool ending() const { return ending_ != Ending::None; }  ///< it was asked to pause or to stop
    /// A training that can be resumed; nothing while one runs.
    const std::optional<workflow::UnfinishedTraining>& unfinished() const { return unfinished_; }

    void start(const workflow::TrainOptions& options);
    void pause();                            ///< what was learned is kept to go on from
    void resume(const std::string& device);  ///< with the options it began with
    void stop();                             ///< of a running or a paused one: what was learned becomes a model
    void forget();                           ///< throws a paused one away

    QString stateText() const { return text_; }
    int done() const { return done_; }
    int total() const { return total_; }  ///< 0: not known yet
    const Preview& preview() const { return preview_; }

    /// The model trained last that is not in use; empty where there is none. Its name for people.
    const std::string& newModel() const { return newModel_; }
    QString titleOf(const std::string& model) const;
    static QString titleOf(const project::ModelRecord& model);
    bool newLearnedLabels() const { return newLearnedLabels_; }  ///< finished labels, beside supervoxels
    void compare();                                              ///< the new model with the one in use
    bool comparing() const { return comparing_ != 0; }
    const std::optional<workflow::ModelComparison>& comparison() const { return comparison_; }
    /// One named edit; proposals follow. Undone like any other.
    void use(const std::string& model);

    /// Whether it goes on without a window when that is closed. Asked for each time anew.
    bool goesOnWhenClosed() const { return goesOn_ && running(); }
    void setGoOnWhenClosed(bool on);
    bool goOnWhenClosed() const { return goesOn_; }

signals:
    void changed();
    void lossKnown(double iteration, double loss);
    void begun();  ///< a new training: a new curve
    void previewed();
    void compared();

private:
    enum class Ending { None, Pause, Stop };
    void run(const QString& title, const workflow::TrainOptions& options, bool resume);
    std::optional<workflow::PreviewPlace> choosePreview();
    void follow(int number);
    void end(int number);
    void followProject();
    void say(const QString& text);
    QString remaining(std::int64_t done, std::int64_t total);

    Workspace& workspace_;
    int job_ = 0, comparing_ = 0;
    Ending ending_ = Ending::None;
    bool goesOn_ = false;
    std::optional<workflow::UnfinishedTraining> unfinished_;
    QString text_;
    int done_ = 0, total_ = 0;
    std::int64_t firstDone_ = -1;
    QElapsedTimer sinceTrain_;
    Preview preview_;
    std::string newModel_;
    bool newLearnedLabels_ = false;
    std::optional<workflow::ModelComparison> comparison_;
};

}  // namespace protolabel::ui
