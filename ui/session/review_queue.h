#pragma once

#include <QObject>
#include <QTimer>
#include <optional>
#include <set>
#include <vector>

#include "core/project/changes.h"
#include "core/review/queue.h"

namespace protolabel::ui {

class Workspace;

/// The slices of the open project in the order in which they are worth looking at, kept up with it. What changed is read again when somebody asks. UI
/// thread.
class ReviewQueue : public QObject {
    Q_OBJECT

public:
    explicit ReviewQueue(Workspace& workspace);

    /// These throw Error when the project cannot be read.
    const std::vector<review::Place>& places();
    const review::ProjectFacts& facts();
    /// Those of one volume, without the others being read; null where the project does not have it.
    const review::VolumeFacts* factsOf(VolumeId volume);
    review::Progress progress();

    review::Which which() const { return options_.which; }
    void setWhich(review::Which which);
    review::Order order() const { return options_.order; }
    void setOrder(review::Order order);
    LabelId label() const { return label_; }  ///< the only one looked at; none: all that are visible
    void setLabel(LabelId label);
    const review::Corrections& corrections() const { return options_.corrections; }
    /// What the self-check says of the Dice to expect.
    void setCorrections(const review::Corrections& corrections);
    bool goesOn() const { return goesOn_; }  ///< to the next place after a decision
    void setGoesOn(bool on) { goesOn_ = on; }

    /// The place of this slice; null where it is not listed.
    const review::Place* find(VolumeId volume, int slice);
    /// Goes from this slice to the next one of the list, or (`by` -1) back to the one visited before, which may be decided meanwhile. Returns false
    /// when there is none.
    bool step(VolumeId volume, int slice, int by);
    void visit(VolumeId volume, int slice);  ///< from the list
    /// Calls `decide`; where the slice was visited from the list and is no longer in it, goes on (now or with the next step) to the one that came
    /// after it.
    void decide(VolumeId volume, int slice, const std::function<void()>& decide);

signals:
    void changed();  ///< ask again

private:
    void followProject();
    void take(const project::Changes& changes);
    void update();
    void read(VolumeId volume, const std::vector<project::Comment>& comments);
    void countComments();
    void touch();
    std::set<LabelId> labels() const;
    int indexOf(VolumeId volume, int slice);
    using Slice = std::pair<VolumeId, int>;
    bool isVisited(const Slice& slice) const { return !trail_.empty() && trail_.back() == slice; }
    bool goBack(const Slice& here);
    bool goForward();
    void show(const Slice& slice);

    Workspace& workspace_;
    review::QueueOptions options_;
    LabelId label_;
    bool goesOn_ = true;
    review::ProjectFacts facts_;
    std::set<VolumeId> stale_;  ///< to be read again
    bool commentsStale_ = false;
    std::vector<review::Place> places_;
    std::vector<Slice> trail_;  ///< visited, the last one at the end
    std::vector<Slice> ahead_;  ///< those the user went back from, likewise
    int decidedAt_ = -1;        ///< where the one visited last stood in the list before it was decided
    bool ordered_ = false;
    QTimer soon_;
};

}  // namespace protolabel::ui
