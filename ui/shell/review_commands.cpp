#include "ui/shell/review_commands.h"

#include "core/project/provenance.h"
#include "core/project/review_marks.h"
#include "ui/shell/place_commands.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::ui {

namespace {

class ReviewCommands : public PlaceCommands {
    Q_DECLARE_TR_FUNCTIONS(ReviewCommands)

public:
    ReviewCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer)
        : PlaceCommands(commands, workspace, viewer) {
        command("proposals.next", tr("&Next slice to review"),
                tr("The next slice of the review list, over all volumes; the most useful first"), {Qt::Key_J},
                [this] { step(1); })
            ->setIconText(tr("Next"));
        command("proposals.previous", tr("&Previous slice to review"),
                tr("Back to the slice reviewed before, also where it is accepted or rejected meanwhile"), {Qt::Key_K},
                [this] { step(-1); })
            ->setIconText(tr("Previous"));
        command("review.flag", tr("&Flag this slice"),
                tr("Marks the slice as one that somebody has to look at, or takes the mark back"),
                {Qt::SHIFT | Qt::Key_F}, [this] { flag(); })
            ->setIconText(tr("Flag"));
        command("review.agree", tr("A&gree with this slice"),
                tr("A second reader confirms what is annotated here, and goes on"), {Qt::SHIFT | Qt::Key_J},
                [this] { agree(); })
            ->setIconText(tr("Agree"));
        command(
            "review.suggest", tr("Suggest the next slice to &draw"),
            tr("Goes where drawing the active label on this volume would help its proposals most"),
            {Qt::SHIFT | Qt::Key_N}, [this] { suggest(); }, Scope::Window);
    }

private:
    void step(int by) {
        if (!workspace_.review().step(volume().id, slice(), by))
            workspace_.notices().tell(tr("No slice waits for a review"));
    }

    void edit(const QString& name, const std::function<void(project::ProjectWriter&)>& change) {
        workspace_.project()->edit({.name = name.arg(slice()).toStdString(),
                                    .tool = "review",
                                    .details = project::subjectDetails(volume().id, {})},
                                   change);
    }

    void flag() {
        const bool flagged = store().reviewState(volume().id, slice()) != project::ReviewState::Flagged;
        edit(flagged ? tr("Flag slice %1") : tr("No flag on slice %1"), [&](project::ProjectWriter& writer) {
            project::flagSlice(writer, store(), volume().id, slice(), flagged);
        });
        workspace_.notices().tell(flagged ? tr("Slice %1 is flagged").arg(slice())
                                          : tr("Slice %1 is no longer flagged").arg(slice()));
    }

    void agree() {
        const int at = slice();
        if (store().annotationSource(volume().id, at) == project::AnnotationSource())
            throw Error("review.empty", "nothing is annotated on slice {0}", {std::to_string(at)});
        workspace_.review().decide(volume().id, at, [&] {
            edit(tr("Agree with slice %1"),
                 [&](project::ProjectWriter& writer) { project::confirmSlice(writer, store(), volume().id, at); });
        });
        workspace_.notices().tell(tr("Slice %1 is confirmed").arg(at));
    }

    /// Takes a moment: it is decided by what would be proposed now, as `protolabel-cli effort` counts it.
    void suggest() {
        const auto* label = workspace_.project()->label(workspace_.editor().label());
        if (label == nullptr) throw Error("label.none", "choose a label first");
        auto& proposer = workspace_.proposer();
        workspace_.jobs().cancel(suggesting_);
        suggesting_ = workspace_.jobs().start(
            tr("Suggest a slice of %1").arg(QString::fromStdString(label->name)),
            [this, label = *label, volume = volume(), predictor = proposer.predictor(), settings = proposer.settings(),
             engine = workspace_.engineMonitor().use()](JobControl& control) -> Jobs::Finish {
                const auto slice = predictor->suggest(*engine, volume, label, settings, control);
                return [this, label, volume, slice] { show(label, volume, slice); };
            },
            &viewer_, [this, label = *label, volume = volume()](const Error&) {  // without a worker
                workspace_.notices().guard(
                    [&] { show(label, volume, workflow::suggestByDrawn(store(), volume, label)); });
            });
    }

    void show(const labels::Label& label, const project::VolumeRecord& volume, std::optional<int> slice) {
        if (!ready() || workspace_.project()->volume(volume.id) == nullptr) return;
        const QString name = QString::fromStdString(label.name);
        if (!slice) {
            workspace_.notices().tell(tr("%1 is drawn on all slices").arg(name));
            return;
        }
        workspace_.goTo(volume.id, *slice);
        workspace_.notices().tell(
            tr("Draw %1 on slice %2 of %3 and press M: that helps the proposals most; M on a slice without it says so")
                .arg(name)
                .arg(*slice)
                .arg(QString::fromStdString(volume.name)));
    }

    int suggesting_ = 0;
};

}  // namespace

void addReviewCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer) {
    new ReviewCommands(commands, workspace, viewer);
}

}  // namespace protolabel::ui
