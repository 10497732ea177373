#include "ui/shell/tool_commands.h"

#include <QActionGroup>

#include "ui/commands/commands.h"
#include "ui/commands/icons.h"
#include "ui/session/tr.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static void addTool(Commands& commands, Editor& editor, QActionGroup& group, ToolKind kind, const CommandInfo& info) {
    QAction* action = commands.addToggle(info, [&editor, kind](bool) { editor.setTool(kind); });
    group.addAction(action);
    action->setIcon(themedIcon(info.id));
    action->setChecked(editor.tool() == kind);
    QObject::connect(&editor, &Editor::toolChanged, action, [action, kind](ToolKind now) {
        if (now == kind) action->setChecked(true);
    });
}

static void addTools(Commands& commands, Editor& editor) {
    auto* group = new QActionGroup(&commands);
    const QString category = tr("Tools");
    const auto tool = [&](ToolKind kind, const char* id, const QString& text, const QString& help,
                          const QList<QKeySequence>& keys) {
        addTool(commands, editor, *group, kind, {id, category, text, help, keys});
    };
    tool(ToolKind::Navigate, "tool.navigate", tr("&Navigate"),
         tr("Left: crosshair; right: zoom; middle or Space: pan; wheel: slices"), {Qt::Key_N});
    tool(ToolKind::Brush, "tool.brush", tr("&Brush"),
         tr("Left draws, right erases; Shift+wheel changes the size, Ctrl keeps to similar values"), {Qt::Key_B});
    tool(ToolKind::Erase, "tool.erase", tr("&Eraser"), tr("Takes the active label away"), {Qt::Key_E});
    tool(ToolKind::Proposals, "tool.proposals", tr("P&roposals brush"),
         tr("Left accepts what is proposed under the brush, right rejects it"), {Qt::Key_P});
    tool(ToolKind::Outline, "tool.outline", tr("Polygon and &lasso"),
         tr("Click corners or drag an outline; double click or Enter closes it, the right button erases"), {Qt::Key_G});
    tool(ToolKind::Fill, "tool.fill", tr("&Fill"), tr("Fills the region under the pointer with the active label"),
         {Qt::Key_F});
    tool(ToolKind::Window, "tool.window", tr("&Window and level"),
         tr("Drag: right widens, down darkens; 1 to 9 choose a preset"), {Qt::Key_W});
    tool(ToolKind::Pick, "tool.pick", tr("&Pick a label"),
         tr("Click chooses the label under the pointer; Alt+click in any tool"), {Qt::Key_I});
}

static viewer::KeyEvent typed(const char* text) {
    viewer::KeyEvent event;
    event.text = text;
    return event;
}

static void addSizes(Commands& commands, Editor& editor) {
    // Brackets need AltGr on many keyboards.
    commands.add({"tool.smaller",
                  tr("Tools"),
                  tr("Smaller brush"),
                  tr("Makes the brush smaller"),
                  {Qt::Key_BracketLeft, Qt::Key_Minus}},
                 [&editor] { editor.filter().key(typed("[")); });
    commands.add({"tool.larger",
                  tr("Tools"),
                  tr("Larger brush"),
                  tr("Makes the brush larger"),
                  {Qt::Key_BracketRight, Qt::Key_Plus}},
                 [&editor] { editor.filter().key(typed("]")); });
    commands.add({"tool.stop",
                  tr("Tools"),
                  tr("Stop drawing"),
                  tr("Takes back what is being drawn; otherwise goes to the navigation tool"),
                  {Qt::Key_Escape},
                  Scope::Views},
                 [&editor] {
                     if (editor.busy())
                         editor.cancel();
                     else
                         editor.setTool(ToolKind::Navigate);
                 });
}

static void addDigits(Commands& commands, Workspace& workspace) {
    for (int digit = 1; digit <= 9; ++digit)
        commands.add({QString("tool.number_%1").arg(digit),
                      tr("Tools"),
                      tr("Label or preset %1").arg(digit),
                      tr("Chooses label %1; in the window tool, preset %1").arg(digit),
                      {QKeySequence(Qt::Key_0 + digit)}},
                     [&workspace, digit] {
                         Editor& editor = workspace.editor();
                         if (editor.tool() == ToolKind::Window) {
                             editor.filter().key(typed(std::to_string(digit).c_str()));
                             return;
                         }
                         const auto* project = workspace.project();
                         if (project != nullptr && digit <= static_cast<int>(project->labels().size()))
                             editor.chooseLabel(project->labels()[static_cast<std::size_t>(digit - 1)].id);
                     });
}

void addToolCommands(Commands& commands, Workspace& workspace) {
    addTools(commands, workspace.editor());
    addSizes(commands, workspace.editor());
    addDigits(commands, workspace);
}

}  // namespace protolabel::ui
