#include "ui/shell/window_panels.h"

#include "ui/panels/draw_panel.h"
#include "ui/panels/history_panel.h"
#include "ui/panels/jobs_panel.h"
#include "ui/panels/labels_panel.h"
#include "ui/panels/messages_panel.h"
#include "ui/shell/docks.h"

namespace protolabel::ui {

void addPanels(Docks& docks, Workspace& workspace, Commands& commands) {
    docks.add(new LabelsPanel(workspace, commands), Qt::RightDockWidgetArea);
    docks.add(new DrawPanel(workspace, commands), Qt::RightDockWidgetArea);
    auto* history = docks.add(new HistoryPanel(workspace, commands), Qt::RightDockWidgetArea);
    auto* jobs = docks.add(new JobsPanel(workspace, commands), Qt::BottomDockWidgetArea, false);
    auto* messages = docks.add(new MessagesPanel(workspace, commands), Qt::BottomDockWidgetArea, false);
    docks.tab(jobs, messages);
    (void)history;
}

}  // namespace protolabel::ui
