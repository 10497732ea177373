#include "ui/shell/help_commands.h"

#include <QCoreApplication>

#include "ui/commands/command_palette.h"
#include "ui/commands/commands.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/help_dialog.h"
#include "ui/dialogs/open_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/session/tr.h"
#include "ui/session/workspace.h"
#include "ui/shell/docks.h"
#include "ui/shell/main_window.h"

namespace protolabel::ui {

void addHelpCommands(Commands& commands, Workspace& workspace, MainWindow& window) {
    auto* palette = new CommandPalette(commands, &window);
    commands.add(
        {"edit.palette", tr("Edit"), tr("&Find a command..."), tr("Every command by its name"), {Qt::CTRL | Qt::Key_K}},
        [palette] { palette->open(); });
    const auto preferences = [&commands, &workspace, &window] {
        auto* dialog = openDialog<PreferencesDialog>(workspace, commands, &window);
        QObject::connect(&workspace.preferences(), &Preferences::changed, dialog, [&window](const QString& key) {
            if (key != Preferences::kLanguage) return;
            window.docks().remember();
            emit window.languageChanged();
        });
    };
    commands.add({"edit.preferences",
                  tr("Edit"),
                  tr("&Preferences..."),
                  tr("Look, work, windows, shortcuts and the engine"),
                  {QKeySequence::Preferences, Qt::CTRL | Qt::Key_Comma}},
                 preferences);
    commands.add({"help.keys",
                  tr("Help"),
                  tr("&Help and keys"),
                  tr("What the mouse and the keys do"),
                  {QKeySequence::HelpContents}},
                 [&window] { openDialog<HelpDialog>(&window); });
    commands.add({"help.messages",
                  tr("Help"),
                  tr("&Messages"),
                  tr("All messages and the log"),
                  {Qt::CTRL | Qt::SHIFT | Qt::Key_L}},
                 [&window] { window.docks().toggle("messages"); });
    commands.add(
        {"help.about", tr("Help"), tr("&About Protolabel"), tr("Versions and licence")}, [&workspace, &window] {
            openDialog<AboutDialog>(workspace, QCoreApplication::applicationVersion(), workspace.libraries(), &window);
        });
}

}  // namespace protolabel::ui
