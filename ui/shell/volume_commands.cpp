#include "ui/shell/volume_commands.h"

#include <algorithm>

#include "ui/commands/commands.h"
#include "ui/session/tr.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static void stepVolume(Workspace& workspace, int by) {
    if (workspace.project() == nullptr || workspace.project()->volumes().empty()) return;
    const auto& all = workspace.project()->volumes();
    const auto shown =
        std::find_if(all.begin(), all.end(), [&](const auto& volume) { return volume.id == workspace.shown()->id(); });
    const auto at = shown == all.end() ? 0 : shown - all.begin() + by;
    if (at >= 0 && at < static_cast<std::ptrdiff_t>(all.size()))
        workspace.shown()->show(all[static_cast<std::size_t>(at)].id);
}

static void stepFrame(Workspace& workspace, int by) {
    auto* shown = workspace.shown();
    const int frame = shown != nullptr ? shown->frame() + by : -1;
    if (frame >= 0 && frame < shown->frames()) shown->showFrame(frame);
}

void addVolumeCommands(Commands& commands, Workspace& workspace, QWidget&) {
    const QString category = tr("Volume");
    commands.add({"volume.next",
                  category,
                  tr("&Next volume"),
                  tr("Shows the next volume of the list"),
                  {Qt::CTRL | Qt::Key_PageDown}},
                 [&workspace] { stepVolume(workspace, 1); });
    commands.add({"volume.previous",
                  category,
                  tr("&Previous volume"),
                  tr("Shows the volume before in the list"),
                  {Qt::CTRL | Qt::Key_PageUp}},
                 [&workspace] { stepVolume(workspace, -1); });
    QAction* later = commands.add({"volume.next_frame",
                                   category,
                                   tr("Next &frame"),
                                   tr("The next frame of a 4-D volume"),
                                   {Qt::CTRL | Qt::Key_Right}},
                                  [&workspace] { stepFrame(workspace, 1); });
    QAction* earlier = commands.add({"volume.previous_frame",
                                     category,
                                     tr("Previous f&rame"),
                                     tr("The frame before of a 4-D volume"),
                                     {Qt::CTRL | Qt::Key_Left}},
                                    [&workspace] { stepFrame(workspace, -1); });
    const auto show = [&workspace, later, earlier] {
        auto* shown = workspace.shown();
        later->setEnabled(shown != nullptr && shown->frame() + 1 < shown->frames());
        earlier->setEnabled(shown != nullptr && shown->frames() > 1 && shown->frame() > 0);
    };
    QObject::connect(&workspace, &Workspace::shownChanged, later, show);
    show();
}

}  // namespace protolabel::ui
