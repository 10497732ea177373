#include "ui/shell/window_panels.h"

#include "ui/commands/commands.h"
#include "ui/panels/compare_panel.h"
#include "ui/panels/draw_panel.h"
#include "ui/panels/engine_panel.h"
#include "ui/panels/history_panel.h"
#include "ui/panels/jobs_panel.h"
#include "ui/panels/labels_panel.h"
#include "ui/panels/messages_panel.h"
#include "ui/panels/proposal_panel.h"
#include "ui/panels/review_panel.h"
#include "ui/panels/review_work_panel.h"
#include "ui/panels/statistics_panel.h"
#include "ui/panels/support_panel.h"
#include "ui/panels/training_panel.h"
#include "ui/panels/volumes_panel.h"
#include "ui/panels/work_panel.h"
#include "ui/shell/docks.h"

namespace protolabel::ui {

static void addLeft(Docks& docks, Workspace& workspace, Commands& commands) {
    auto* volumes = new VolumesPanel(workspace, commands);
    docks.add(volumes, Qt::LeftDockWidgetArea);
    auto* draw = docks.add(new DrawPanel(workspace, commands), Qt::LeftDockWidgetArea);
    docks.tab(draw, docks.add(new ComparePanel(workspace, commands), Qt::LeftDockWidgetArea, false));
    QObject::connect(volumes, &VolumesPanel::relinkRequested, &commands,
                     [&commands] { commands.action("file.relink")->trigger(); });
    QObject::connect(volumes, &VolumesPanel::statisticsRequested, &commands, [&docks] { docks.show("statistics"); });
}

static void addRight(Docks& docks, Workspace& workspace, Commands& commands) {
    auto* labels = new LabelsPanel(workspace, commands);
    docks.add(labels, Qt::RightDockWidgetArea);
    auto* supports = docks.add(new SupportPanel(workspace, commands), Qt::RightDockWidgetArea);
    auto* proposals = docks.add(new ProposalPanel(workspace, commands), Qt::RightDockWidgetArea);
    docks.tab(proposals, docks.add(new ReviewPanel(workspace, commands), Qt::RightDockWidgetArea));
    auto* history = docks.add(new HistoryPanel(workspace, commands), Qt::RightDockWidgetArea);
    docks.tab(proposals, docks.add(new TrainingPanel(workspace, commands), Qt::RightDockWidgetArea, false));
    docks.tab(proposals, docks.add(new EnginePanel(workspace, commands), Qt::RightDockWidgetArea, false));
    docks.tab(supports, history);
    const auto trigger = [&commands](const char* id) { return [&commands, id] { commands.action(id)->trigger(); }; };
    QObject::connect(labels, &LabelsPanel::presetsRequested, &commands, trigger("label.presets"));
    QObject::connect(labels, &LabelsPanel::importRequested, &commands, trigger("label.import"));
    QObject::connect(labels, &LabelsPanel::exportRequested, &commands, trigger("label.export"));
}

static void addBottom(Docks& docks, Workspace& workspace, Commands& commands) {
    QDockWidget* first = nullptr;
    for (QWidget* panel :
         std::initializer_list<QWidget*>{new StatisticsPanel(workspace, commands), new WorkPanel(workspace, commands),
                                         new ReviewWorkPanel(workspace, commands), new JobsPanel(workspace, commands),
                                         new MessagesPanel(workspace, commands)}) {
        QDockWidget* dock = docks.add(panel, Qt::BottomDockWidgetArea, false);
        if (first != nullptr) docks.tab(first, dock);
        if (first == nullptr) first = dock;
    }
}

void addPanels(Docks& docks, Workspace& workspace, Commands& commands) {
    addLeft(docks, workspace, commands);
    addRight(docks, workspace, commands);
    addBottom(docks, workspace, commands);
}

}  // namespace protolabel::ui
