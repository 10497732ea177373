#include "ui/shell/menus.h"

#include <QFileInfo>
#include <QMenuBar>
#include <initializer_list>

#include "ui/commands/commands.h"
#include "ui/session/preferences.h"
#include "ui/session/tr.h"
#include "ui/shell/docks.h"

namespace protolabel::ui {

/// Empty names separate. A name that ends with "." stands for every command that begins so and is in no menu yet.
static void fill(QMenu& menu, const Commands& commands, std::initializer_list<const char*> ids) {
    for (const QString id : ids) {
        if (id.isEmpty()) {
            menu.addSeparator();
        } else if (id.endsWith('.')) {
            for (const QString& each : commands.ids())
                if (each.startsWith(id) && !menu.actions().contains(commands.action(each)))
                    menu.addAction(commands.action(each));
        } else if (QAction* action = commands.action(id)) {
            menu.addAction(action);
        }
    }
}

static void fillRecent(QMenu& menu, Preferences& preferences, const std::function<void(const QString&)>& open) {
    menu.clear();
    for (const QString& file : preferences.recentProjects()) {
        QAction* action = menu.addAction(QFileInfo(file).completeBaseName() + "   " + QFileInfo(file).path());
        action->setEnabled(QFileInfo::exists(file));
        QObject::connect(action, &QAction::triggered, &menu, [open, file] { open(file); });
    }
    menu.setEnabled(!menu.isEmpty());
}

void fillMenuBar(QMenuBar& bar, Commands& commands, Docks& docks, Preferences& preferences,
                 const std::function<void(const QString& file)>& open) {
    QMenu& file = *bar.addMenu(tr("&File"));
    fill(file, commands, {"file.new", "file.open"});
    QMenu& recent = *file.addMenu(tr("Open &recent"));
    QObject::connect(&file, &QMenu::aboutToShow, &recent,
                     [&recent, &preferences, open] { fillRecent(recent, preferences, open); });
    fillRecent(recent, preferences, open);
    fill(file, commands,
         {"file.demo", "", "file.import", "file.import_folder", "file.import_masks", "file.export", "", "file.relink",
          "file.recover", "file.close", "", "file.quit"});

    QMenu& edit = *bar.addMenu(tr("&Edit"));
    fill(edit, commands, {"edit.undo", "edit.redo", "", "edit.palette", "edit.preferences"});

    QMenu& view = *bar.addMenu(tr("&View"));
    fill(view, commands,
         {"view.layout_grid", "view.layout_row", "view.layout_one", "view.enlarge", "", "view.fit", "view.auto_window",
          "", "view.labels", "view.outline", "view.proposals", "view.crosshair", "view.interpolate", "",
          "view.copy_picture", "view.save_picture", ""});
    QMenu& panels = *view.addMenu(tr("Pa&nels"));
    fill(panels, commands, {"panel."});
    panels.addSeparator();
    QObject::connect(panels.addAction(tr("&Reset the arrangement")), &QAction::triggered, &panels,
                     [&docks] { docks.reset(); });

    fill(*bar.addMenu(tr("&Tools")), commands,
         {"tool.navigate", "tool.brush", "tool.erase", "tool.proposals", "tool.outline", "tool.fill", "tool.window",
          "tool.pick", "", "tool.smaller", "tool.larger", "tool.stop"});
    fill(*bar.addMenu(tr("&Labels")), commands, {"label."});
    fill(*bar.addMenu(tr("V&olume")), commands, {"volume."});
    fill(*bar.addMenu(tr("&Segment")), commands, {"segment."});
    fill(*bar.addMenu(tr("&Proposals")), commands,
         {"support.toggle", "proposals.live", "proposals.predict_volume", "proposals.predict_all", "",
          "proposals.accept_slice", "proposals.accept_component", "proposals.accept_label", "proposals.accept_volume",
          "proposals.accept_choices", "", "proposals.reject_slice", "proposals.reject_component",
          "proposals.reject_volume", "", "proposals.next", "proposals.previous", "review."});
    fill(*bar.addMenu(tr("&Compare")), commands, {"compare."});
    fill(*bar.addMenu(tr("&Help")), commands, {"help.", "", "engine."});
}

}  // namespace protolabel::ui
