#include "ui/shell/proposal_commands.h"

#include "ui/commands/icons.h"
#include "ui/shell/place_commands.h"

namespace protolabel::ui {

namespace {

class ProposalCommands : public PlaceCommands {
    Q_DECLARE_TR_FUNCTIONS(ProposalCommands)

public:
    ProposalCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer)
        : PlaceCommands(commands, workspace, viewer) {
        auto& proposer = workspace_.proposer();
        QAction* live = commands_.addToggle({"proposals.live",
                                             tr("Proposals"),
                                             tr("&Live proposals"),
                                             tr("Propose again whenever a support changes"),
                                             {Qt::Key_L}},
                                            [&proposer](bool on) { proposer.setLive(on); });
        live->setIcon(themedIcon("proposals.live"));
        QObject::connect(&proposer, &Proposer::liveChanged, live, &QAction::setChecked);
        command(
            "proposals.predict_volume", tr("Propose on this &volume"),
            tr("The model proposes every label that has a support, on this volume"), {Qt::CTRL | Qt::Key_P},
            [this] { workspace_.proposer().predict({volume().id}); }, Scope::Window);
        command(
            "proposals.predict_all", tr("Propose on &all volumes"),
            tr("The model proposes every label that has a support, on all volumes"), {Qt::CTRL | Qt::ALT | Qt::Key_P},
            [this] {
                std::vector<VolumeId> all{volume().id};
                for (const auto& other : workspace_.project()->volumes())
                    if (other.id != all.front()) all.push_back(other.id);
                workspace_.proposer().predict(all);
            },
            Scope::Window);
    }
};

}  // namespace

void addProposalCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer) {
    new ProposalCommands(commands, workspace, viewer);
}

}  // namespace protolabel::ui
