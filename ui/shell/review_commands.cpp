#include "ui/shell/review_commands.h"

#include "core/project/provenance.h"
#include "core/project/review_marks.h"
#include "ui/shell/place_commands.h"

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
        command("proposals.previous", tr("&Previous slice to review"), tr("The one before in the review list"),
                {Qt::Key_K}, [this] { step(-1); })
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
            tr("Goes where drawing the active label as a support would help the proposals most"),
            {Qt::SHIFT | Qt::Key_N}, [this] { suggest(); }, Scope::Window);
    }

private:
    void step(int by) {
        const auto* place = workspace_.review().step(volume().id, slice(), by);
        if (place == nullptr) workspace_.notices().tell(tr("No slice waits for a review"));
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

    void suggest() {
        const auto label = workspace_.editor().label();
        const auto place = workspace_.review().worthDrawing(label);
        if (!place) {
            workspace_.notices().tell(
                tr("The active label is proposed nowhere: draw it on a slice in its middle and press M"));
            return;
        }
        workspace_.goTo(place->volume, place->slice);
        const auto* record = workspace_.project()->volume(place->volume);
        workspace_.notices().tell(
            tr("Draw %1 on slice %2 of %3 and press M: the proposals around it are the least sure")
                .arg(QString::fromStdString(workspace_.project()->label(label)->name))
                .arg(place->slice)
                .arg(QString::fromStdString(record->name)));
    }
};

}  // namespace

void addReviewCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer) {
    new ReviewCommands(commands, workspace, viewer);
}

}  // namespace protolabel::ui
