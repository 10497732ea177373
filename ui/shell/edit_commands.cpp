#include "ui/shell/edit_commands.h"

#include "ui/commands/commands.h"
#include "ui/commands/icons.h"
#include "ui/session/edit_text.h"
#include "ui/session/tr.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

/// Enabled and named after the edit it would take back or make again.
static void name(QAction& action, const QString& verb, const std::optional<project::EditRecord>& edit) {
    action.setEnabled(edit.has_value());
    action.setText(edit ? verb + ": " + editText(edit->info.name).replace('&', "&&") : verb);
}

void addEditCommands(Commands& commands, Workspace& workspace) {
    const auto step = [&workspace](void (ProjectSession::*go)()) {
        if (workspace.project() == nullptr) return;
        if (workspace.editor().busy()) return workspace.editor().stepBack();
        workspace.notices().guard([&] { (workspace.project()->*go)(); });
    };
    QAction* undo =
        commands.add({"edit.undo", tr("Edit"), tr("&Undo"), tr("Takes the last change back"), {QKeySequence::Undo}},
                     [step] { step(&ProjectSession::undo); });
    QAction* redo = commands.add({"edit.redo",
                                  tr("Edit"),
                                  tr("&Redo"),
                                  tr("Makes the change again that was taken back"),
                                  {Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z}},
                                 [step] { step(&ProjectSession::redo); });
    undo->setIcon(themedIcon("edit.undo"));
    redo->setIcon(themedIcon("edit.redo"));
    const auto show = [&workspace, undo, redo] {
        auto* project = workspace.project();
        const bool writable = project != nullptr && !project->readOnly();
        workspace.notices().guard([&] {
            name(*undo, tr("&Undo"), writable ? project->nextUndo() : std::nullopt);
            name(*redo, tr("&Redo"), writable ? project->nextRedo() : std::nullopt);
        });
    };
    QObject::connect(&workspace, &Workspace::projectChanged, undo, show);
    QObject::connect(&workspace, &Workspace::edited, undo, show);
    show();
}

}  // namespace protolabel::ui
