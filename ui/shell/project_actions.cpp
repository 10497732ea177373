#include "ui/shell/project_actions.h"

#include <QAction>

#include "ui/commands/commands.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

void enableWithProject(Commands& commands, Workspace& workspace, const std::vector<QAction*>& reading,
                       const std::vector<QAction*>& writing) {
    const auto enable = [&workspace, reading, writing] {
        const auto* project = workspace.project();
        for (QAction* action : reading) action->setEnabled(project != nullptr);
        for (QAction* action : writing) action->setEnabled(project != nullptr && !project->readOnly());
    };
    QObject::connect(&workspace, &Workspace::projectChanged, &commands, enable);
    enable();
}

}  // namespace protolabel::ui
