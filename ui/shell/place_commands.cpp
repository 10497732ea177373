#include "ui/shell/place_commands.h"

#include "ui/commands/icons.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::ui {

PlaceCommands::PlaceCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer)
    : commands_(commands), workspace_(workspace), viewer_(viewer) {
    QObject::connect(&commands, &QObject::destroyed, [this] { delete this; });
    QObject::connect(&workspace, &Workspace::shownChanged, &commands, [this] { enable(); });
}

QAction* PlaceCommands::command(const QString& id, const QString& text, const QString& help,
                                const QList<QKeySequence>& keys, std::function<void()> run, Scope scope) {
    auto* action = commands_.add({id, tr("Proposals"), text, help, keys, scope}, [this, run = std::move(run)] {
        if (!ready()) return;
        // What is in view is not what was asked for yet: nothing may be accepted there by mistake.
        if (workspace_.shown()->loading())
            workspace_.notices().tell(tr("The next volume is being read"));
        else
            workspace_.notices().guard(run);
    });
    action->setIcon(themedIcon(id));
    actions_.push_back(action);
    enable();
    return action;
}

bool PlaceCommands::ready() const {
    return workspace_.record() != nullptr;
}

void PlaceCommands::enable() {
    const auto* project = workspace_.project();
    for (auto* action : actions_) action->setEnabled(ready() && project != nullptr && !project->readOnly());
}

labels::Index3 PlaceCommands::position() const {
    return viewer_.position();
}

int PlaceCommands::slice() const {
    return position()[static_cast<std::size_t>(volume().sliceAxis)];
}

}  // namespace protolabel::ui
