#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/consensus/common.h"
#include "core/consensus/disagreement.h"
#include "core/labels/edit_rules.h"
#include "core/project/shared_store.h"
#include "core/workflow/comparison.h"
#include "core/workflow/consensus.h"
#include "ui/session/jobs.h"
#include "viewer/base/label_source.h"

namespace protolabel::ui {

class Workspace;

/// The annotation of somebody else beside the open project's: read only, as a layer, in figures, and as a list of what to decide. UI thread.
class Comparison : public QObject {
    Q_OBJECT

public:
    using Open = std::function<std::unique_ptr<project::ProjectStore>(const std::filesystem::path&)>;

    using Create = std::function<std::unique_ptr<project::ProjectStore>(const std::filesystem::path&,
                                                                        const std::vector<labels::Label>&)>;

    /// `openReadOnly` takes nobody's lock. Both on any thread.
    Comparison(Workspace& workspace, Open openReadOnly, Create create);
    ~Comparison() override;

    /// Instead of the one that is open. Throws Error; that one stays then.
    void open(const std::filesystem::path& file);
    void close();
    bool isOpen() const { return common_ != nullptr; }
    const std::filesystem::path& file() const { return file_; }
    QString name() const;  ///< of the other project
    /// What was matched by less than content and name, and what was left out.
    std::vector<Error> notes() const;
    /// What counts as empty because one of the two has nothing there: on the shown volume, on all of them.
    const std::vector<workflow::SkippedSlices>& skipped() const { return skipped_; }
    const std::vector<workflow::SkippedSlices>& skippedOnAll() const { return skippedOnAll_; }

    /// Whether the other project has the shown volume.
    bool hasVolume() const { return volume() != nullptr; }
    /// Of the shown volume, in the ids of this project; null until it is read.
    std::shared_ptr<const labels::LabelVolume> labels() const { return labels_; }
    std::shared_ptr<const viewer::LabelSource> source() const { return source_; }
    /// What this project says on a slice, as it is compared: labels that the other does not have are background.
    labels::LabelSlice ownSlice(const labels::Plane& plane) const;
    bool shown() const { return shown_; }
    void setShown(bool shown);
    double opacity() const { return opacity_; }
    void setOpacity(double opacity);

    /// Nothing is measured while nobody looks.
    void setWatched(bool watched);
    bool measured() const {
        return measured_;
    }  ///< rows and disagreements are of the annotation as it is, or was a moment ago
    const std::vector<workflow::AgreementRow>& rows() const { return rows_; }  ///< of the shown volume
    /// Of all volumes that both have annotated, measured on demand.
    void measureAll();
    const std::vector<workflow::AgreementSummary>& summary() const { return summary_; }

    /// Of the shown volume, the largest first, without those that were decided and those below the smallest size.
    const std::vector<const consensus::Disagreement*>& disagreements() const { return listed_; }
    int hidden() const;  ///< left out because they are small
    int smallest() const { return smallest_; }
    void setSmallest(int voxels);
    int current() const { return current_; }  ///< -1: none
    void select(int number);                  ///< and shows it in the views
    void step(int by);                        ///< around the ends

    enum class Verdict { Mine, Theirs, Label };
    /// Decides the current disagreement, as one undo entry, and goes to the next one. `label` of Verdict::Label: 0 is background. Writes only
    /// voxels that still are what was compared, never those of locked labels, and tells how many it could not. Throws Error.
    void settle(Verdict verdict, LabelId label = {});

    /// Makes a new project of the open one and the others, in a job of `receiver`, which hears of it on the UI thread; `ended` also where
    /// it was cancelled.
    int makeConsensus(const std::vector<std::filesystem::path>& others, workflow::ConsensusMethod method,
                      const std::filesystem::path& out, QObject* receiver,
                      std::function<void(const workflow::Consensus&)> made, std::function<void(const Error&)> failed,
                      Jobs::Ended ended);

signals:
    void opened();  ///< another project, or none
    void layerChanged();
    void changed();  ///< figures or list
    void selected();

private:
    const consensus::CommonVolume* volume() const;
    void followProject();
    void follow(const project::Changes& changes);
    bool match();
    void forgetAll();  ///< whether volumes or labels go together otherwise than before
    void read();
    void outdate();
    void measure();
    void list();
    bool chooseTakenBack();
    void drop(const consensus::Disagreement& decided);
    void goOn(int at, const labels::Index3& decided);
    void keepMine(const consensus::Disagreement& part);
    void write(const consensus::Disagreement& part, LabelId label);
    QString nameOf(std::uint16_t label) const;

    Workspace& workspace_;
    Open openReadOnly_;
    Create create_;
    std::filesystem::path file_;
    std::shared_ptr<project::SharedStore> other_;  ///< jobs hold it too
    std::shared_ptr<const consensus::Common> common_;
    std::vector<std::uint16_t> comparable_;  ///< by label: itself, or background where the other does not have it
    std::shared_ptr<const labels::LabelVolume> labels_;
    std::shared_ptr<const viewer::LabelSource> source_;
    bool shown_ = true, watched_ = false, stale_ = false, measured_ = false;
    double opacity_ = 1;
    int reading_ = 0, measuring_ = 0, measuringAll_ = 0;  ///< jobs
    QTimer pause_;
    std::vector<workflow::AgreementRow> rows_;
    std::vector<workflow::AgreementSummary> summary_;
    std::vector<workflow::SkippedSlices> skipped_, skippedOnAll_;
    struct Part {
        consensus::Disagreement disagreement;
        std::string key;
    };
    std::vector<Part> parts_;  ///< all of them
    std::vector<const consensus::Disagreement*> listed_;
    int smallest_ = 5, current_ = -1;
    std::optional<labels::Index3> chosen_;  ///< centre of the current one
    struct Decision {
        EditId edit;
        labels::Index3 centre;
    };
    std::vector<Decision> decisions_;  ///< on the shown volume, those that were not undone
    bool returns_ = false;             ///< to the chosen one as soon as it is listed again
};

}  // namespace protolabel::ui
