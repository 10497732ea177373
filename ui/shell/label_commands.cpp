#include "ui/shell/label_commands.h"

#include <QCoreApplication>

#include "ui/commands/commands.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static QString tr(const char* text) {
    return QCoreApplication::translate("LabelCommands", text);
}

/// Changes the active label in one edit called `verb` and its name.
static void change(Workspace& workspace, const QString& verb, bool labels::Label::*property) {
    workspace.notices().guard([&] {
        auto* project = workspace.project();
        const auto* active = project != nullptr ? project->label(workspace.editor().label()) : nullptr;
        if (active == nullptr) return;
        labels::Label label = *active;
        label.*property = !(label.*property);
        project->edit({.name = verb.arg(QString::fromStdString(label.name)).toStdString(), .tool = "labels"},
                      [&](project::ProjectWriter& writer) { writer.putLabel(label); });
    });
}

void addLabelCommands(Commands& commands, Workspace& workspace) {
    Editor& editor = workspace.editor();
    const QString category = tr("Labels");
    commands.add({"label.previous",
                  category,
                  tr("&Previous label"),
                  tr("Makes the label above the active one"),
                  {Qt::Key_Comma}},
                 [&editor] { editor.stepLabel(-1); });
    commands.add(
        {"label.next", category, tr("&Next label"), tr("Makes the label below the active one"), {Qt::Key_Period}},
        [&editor] { editor.stepLabel(1); });
    commands.add({"label.swap",
                  category,
                  tr("&Swap labels"),
                  tr("Goes back to the label that was active before"),
                  {Qt::SHIFT | Qt::Key_X}},
                 [&editor] { editor.swapLabel(); });
    commands.add({"label.background",
                  category,
                  tr("Swap with &background"),
                  tr("From the brush to the eraser and back"),
                  {Qt::Key_X}},
                 [&editor] { editor.setTool(editor.tool() == ToolKind::Erase ? ToolKind::Brush : ToolKind::Erase); });
    commands.add({"label.lock",
                  category,
                  tr("&Lock or unlock"),
                  tr("Nothing changes the voxels of a locked label"),
                  {Qt::CTRL | Qt::Key_L}},
                 [&workspace] { change(workspace, tr("Lock or unlock %1"), &labels::Label::locked); });
    commands.add(
        {"label.visible", category, tr("Show or &hide"), tr("Shows or hides the active label"), {Qt::CTRL | Qt::Key_H}},
        [&workspace] { change(workspace, tr("Show or hide %1"), &labels::Label::visible); });
}

}  // namespace protolabel::ui
