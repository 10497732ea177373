#include "ui/shell/engine_commands.h"

#include "ui/commands/commands.h"
#include "ui/session/tr.h"
#include "ui/session/workspace.h"
#include "ui/shell/docks.h"

namespace protolabel::ui {

void addEngineCommands(Commands& commands, Workspace& workspace, Docks& docks) {
    const auto add = [&](const char* id, const QString& text, const QString& help, void (EngineMonitor::*ask)()) {
        QAction* action = commands.add({id, tr("Engine"), text, help}, [&workspace, &docks, ask] {
            docks.show("engine");
            (workspace.engineMonitor().*ask)();
        });
        const auto enable = [&workspace, action] { action->setEnabled(workspace.project() != nullptr); };
        QObject::connect(&workspace, &Workspace::projectChanged, action, enable);
        enable();
    };
    add("engine.test", tr("&Test the connection to the engine"),
        tr("Asks the engine and says how long its answer takes"), &EngineMonitor::test);
    add("engine.restart", tr("&Restart the engine"), tr("Stops the engine and starts it anew"),
        &EngineMonitor::restart);
}

}  // namespace protolabel::ui
