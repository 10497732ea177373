#include "ui/shell/label_commands.h"

#include <QCursor>
#include <QMenu>
#include <algorithm>
#include <set>

#include "ui/commands/commands.h"
#include "ui/dialogs/table_exchange.h"
#include "ui/models/label_presets.h"
#include "ui/session/tr.h"
#include "ui/session/workspace.h"
#include "ui/shell/project_actions.h"

namespace protolabel::ui {

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

/// Adds those labels of a preset whose names the project does not have, with the next free ids.
static void addPreset(Workspace& workspace, const workflow::LabelPreset& preset) {
    workspace.notices().guard([&] {
        auto* project = workspace.project();
        if (project == nullptr) return;
        std::int64_t id = 1;
        std::set<std::string> names;
        for (const auto& label : project->labels()) {
            names.insert(label.name);
            id = std::max(id, label.id.value + 1);
        }
        project->edit(
            {.name = tr("Add labels: %1").arg(QString::fromStdString(preset.name)).toStdString(), .tool = "labels"},
            [&](project::ProjectWriter& writer) {
                for (labels::Label label : preset.labels) {
                    if (names.count(label.name) > 0) continue;
                    label.id = LabelId{id++};
                    writer.putLabel(label);
                }
            });
    });
}

/// A menu of the presets at the pointer.
static void choosePreset(Workspace& workspace, QWidget& window) {
    auto* menu = new QMenu(&window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName("labelPresetMenu");
    for (const auto& preset : labelPresets())
        QObject::connect(menu->addAction(QString::fromStdString(preset.name)), &QAction::triggered, &window,
                         [&workspace, preset] { addPreset(workspace, preset); });
    menu->popup(QCursor::pos());
}

static void addTables(Commands& commands, Workspace& workspace, QWidget& window) {
    const QString category = tr("Labels");
    const std::vector<QAction*> writing{
        commands.add({"label.presets", category, tr("Add a pre&set..."), tr("Labels of a common task")},
                     [&workspace, &window] { choosePreset(workspace, window); }),
        commands.add({"label.import", category, tr("&Import a label table..."),
                      tr("Of ITK-SNAP, 3D Slicer, nnU-Net or Protolabel")},
                     [&workspace, &window] { importLabelTable(workspace, &window); })};
    QAction* exporting = commands.add({"label.export", category, tr("&Export the label table..."),
                                       tr("For ITK-SNAP, 3D Slicer, nnU-Net or Protolabel")},
                                      [&workspace, &window] { exportLabelTable(workspace, &window); });
    enableWithProject(commands, workspace, {exporting}, writing);
}

void addLabelCommands(Commands& commands, Workspace& workspace, QWidget& window) {
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
    const std::vector<QAction*> writing{
        commands.add({"label.lock",
                      category,
                      tr("&Lock or unlock"),
                      tr("Nothing changes the voxels of a locked label"),
                      {Qt::CTRL | Qt::Key_L}},
                     [&workspace] { change(workspace, tr("Lock or unlock %1"), &labels::Label::locked); }),
        commands.add({"label.visible",
                      category,
                      tr("Show or &hide"),
                      tr("Shows or hides the active label"),
                      {Qt::CTRL | Qt::Key_H}},
                     [&workspace] { change(workspace, tr("Show or hide %1"), &labels::Label::visible); })};
    enableWithProject(commands, workspace, {}, writing);
    addTables(commands, workspace, window);
}

}  // namespace protolabel::ui
