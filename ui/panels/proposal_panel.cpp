#include "ui/panels/proposal_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/commands/commands.h"
#include "ui/panels/map_choice.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/proposal_counts.h"
#include "ui/panels/proposal_options.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

ProposalPanel::ProposalPanel(Workspace& workspace, Commands& commands, QWidget* parent)
    : QWidget(parent), workspace_(workspace), state_(new QLabel) {
    setObjectName("proposals");
    setWindowTitle(tr("Proposals"));
    state_->setObjectName("proposalsState");
    state_->setWordWrap(true);
    state_->setMinimumHeight(2 * state_->fontMetrics().lineSpacing());  // what lies below does not move under the mouse
    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(6, 4, 6, 6);
    layout->addWidget(makeButtons(commands));
    layout->addWidget(state_);
    layout->addWidget(new ProposalCounts(workspace), 1);
    layout->addWidget(new MapChoice(workspace));
    layout->addWidget(new ProposalOptions(workspace));
    fillScrolled(*this, inside)->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto& proposer = workspace.proposer();
    connect(&workspace, &Workspace::projectChanged, this, &ProposalPanel::showState);
    connect(&proposer, &Proposer::liveChanged, this, &ProposalPanel::showState);
    connect(&proposer, &Proposer::workingChanged, this, &ProposalPanel::showState);
    connect(&proposer, &Proposer::progressed, this, &ProposalPanel::showState);
    showState();
}

QWidget* ProposalPanel::makeButtons(Commands& commands) {
    auto* widget = new QWidget;
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    const auto button = [&](const QString& id, int row, int column, int columns = 1) {
        auto* action = commands.action(id);
        if (action == nullptr) return;
        auto* made = textButton(action, "proposals." + id.section('.', 1) + "Button");
        // Narrower than its text if need be: a panel that must be scrolled sideways hides whole buttons. The tool tip says it all.
        made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        grid->addWidget(made, row, column, 1, columns);
    };
    button("proposals.live", 0, 0, 2);
    button("proposals.predict_volume", 1, 0, 2);
    button("proposals.predict_all", 2, 0, 2);
    button("proposals.accept_slice", 3, 0);
    button("proposals.reject_slice", 3, 1);
    button("proposals.accept_volume", 4, 0, 2);
    button("proposals.accept_label", 5, 0, 2);
    button("proposals.accept_choices", 6, 0, 2);
    button("proposals.previous", 7, 0);
    button("proposals.next", 7, 1);
    return widget;
}

void ProposalPanel::showState() {
    auto& proposer = workspace_.proposer();
    QString text;
    if (proposer.working())
        text = tr("Working...");
    else if (proposer.live())
        text = tr("Live: follows every change of a support.");
    else
        text = tr("Not live: press L, or propose when you like.");
    state_->setText(text);
}

}  // namespace protolabel::ui
