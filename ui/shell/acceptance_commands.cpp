#include "ui/shell/acceptance_commands.h"

#include "ui/dialogs/accept_dialog.h"
#include "ui/session/acceptance.h"
#include "ui/shell/place_commands.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::ui {

namespace {

class AcceptanceCommands : public PlaceCommands {
    Q_DECLARE_TR_FUNCTIONS(AcceptanceCommands)

public:
    AcceptanceCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer)
        : PlaceCommands(commands, workspace, viewer) {
        addAccepting();
        addRejecting();
    }

private:
    void addAccepting() {
        command("proposals.accept_slice", tr("A&ccept this slice"),
                tr("Takes the visible proposals on this slice into the annotation; in the review, goes on to the next "
                   "one"),
                {Qt::Key_C}, [this] { acceptSlice(); })
            ->setIconText(tr("Accept slice"));
        command("proposals.accept_volume", tr("Accept this v&olume"),
                tr("Takes all visible proposals on this volume into the annotation"), {Qt::SHIFT | Qt::Key_C},
                [this] { accept(workspace_, {.volumes = {volume().id}, .labels = visibleLabels(workspace_)}); });
        command("proposals.accept_label", tr("Accept the &label on this volume"),
                tr("Takes the proposals of the active label on this volume into the annotation"),
                {Qt::ALT | Qt::SHIFT | Qt::Key_C},
                [this] { accept(workspace_, {.volumes = {volume().id}, .labels = {workspace_.editor().label()}}); });
        command("proposals.accept_component", tr("Accept the &component here"),
                tr("Takes the connected proposal at the crosshair into the annotation"), {Qt::ALT | Qt::Key_C},
                [this] { atComponent([this](const auto& filter) { accept(workspace_, filter); }); });
        command(
            "proposals.accept_choices", tr("Accept with c&hoices..."),
            tr("A range of slices, the least confidence, and what becomes of voxels that have another label"),
            {Qt::CTRL | Qt::SHIFT | Qt::Key_A}, [this] { openDialog(); }, Scope::Window);
    }

    void addRejecting() {
        command(
            "proposals.reject_slice", tr("&Reject this slice"), tr("Removes the visible proposals on this slice"),
            {Qt::Key_Backspace},
            [this] {
                if (workspace_.editor().takeCorner()) return;  // of what is being drawn
                workspace_.review().decide(volume().id, slice(), [&] {
                    reject(workspace_,
                           {.volumes = {volume().id}, .labels = visibleLabels(workspace_), .slices = {slice()}});
                });
            },
            Scope::Views);  // Backspace is a key of lists, too
        command("proposals.reject_volume", tr("Re&ject this volume"),
                tr("Removes all visible proposals on this volume"), {Qt::SHIFT | Qt::Key_Backspace},
                [this] { reject(workspace_, {.volumes = {volume().id}, .labels = visibleLabels(workspace_)}); });
        command("proposals.reject_component", tr("Reject the component &here"),
                tr("Removes the connected proposal at the crosshair"), {Qt::ALT | Qt::Key_Backspace},
                [this] { atComponent([this](const auto& filter) { reject(workspace_, filter); }); });
    }

    void acceptSlice() {
        auto& review = workspace_.review();
        if (review.which() == review::Which::Finished && review.find(volume().id, slice()) != nullptr)
            return commands_.action("review.agree")->trigger();
        review.decide(volume().id, slice(), [&] {
            accept(workspace_, {.volumes = {volume().id}, .labels = visibleLabels(workspace_), .slices = {slice()}});
        });
    }

    void atComponent(const std::function<void(const project::AcceptFilter&)>& act) {
        if (const auto filter = componentAt(workspace_, position()))
            act(*filter);
        else
            workspace_.notices().tell(tr("Nothing is proposed at the crosshair"));
    }

    void openDialog() {
        workspace_.proposer().storeShown();
        auto* dialog = new AcceptDialog(workspace_, slice(), viewer_.QWidget::window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
};

}  // namespace

void addAcceptanceCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer) {
    new AcceptanceCommands(commands, workspace, viewer);
}

}  // namespace protolabel::ui
