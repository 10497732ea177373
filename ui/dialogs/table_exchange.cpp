#include "ui/dialogs/table_exchange.h"

#include <QWidget>

#include "core/workflow/label_table_reader.h"
#include "ui/dialogs/confirm_box.h"
#include "ui/dialogs/file_choice.h"
#include "ui/dialogs/paths.h"
#include "ui/session/tr.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

using Kind = FileChoice::Kind;

void exportLabelTable(Workspace& workspace, QWidget* parent) {
    chooseFiles(parent, workspace.preferences(),
                {.kind = Kind::SaveFile,
                 .title = tr("Export the label table"),
                 .filters = {tr("ITK-SNAP label descriptions") + " (*.txt)", tr("3D Slicer colour table") + " (*.ctbl)",
                             tr("nnU-Net dataset") + " (dataset.json)", tr("Names and colours") + " (*.json)"},
                 .suffix = "txt",
                 .name = workspace.project()->name() + "_labels",
                 .memory = "tables"},
                [&workspace](const QStringList& files) {
                    if (workspace.project() == nullptr) return;
                    workspace.notices().guard([&] {
                        workflow::writeLabelTable(workspace.project()->labels(),
                                                  workflow::labelTableFormatOf(toPath(files.front())),
                                                  toPath(files.front()));
                        workspace.notices().tell(tr("Written: %1").arg(files.front()));
                    });
                });
}

/// A label that the project has keeps its lock and visibility.
static void putLabels(Workspace& workspace, const workflow::LabelTable& table) {
    workspace.notices().guard([&] {
        const auto count = static_cast<int>(table.labels.size());
        auto* project = workspace.project();
        if (project == nullptr) return;
        project->edit({.name = tr("Import %n label(s)", nullptr, count).toStdString(), .tool = "labels"},
                      [&](project::ProjectWriter& writer) {
                          for (auto label : table.labels) {
                              if (const auto* old = project->label(label.id)) {
                                  label.locked = old->locked;
                                  label.visible = old->visible;
                              }
                              writer.putLabel(label);
                          }
                      });
        for (const auto& note : table.notes) workspace.notices().tell(QString::fromStdString(note));
        workspace.notices().tell(tr("%n label(s) imported", nullptr, count));
    });
}

void importLabelTable(Workspace& workspace, QWidget* parent) {
    const auto import = [&workspace, parent](const QStringList& files) {
        workspace.notices().guard([&] {
            if (workspace.project() == nullptr) return;
            const auto table = workflow::readLabelTable(toPath(files.front()));
            QStringList renamed;
            for (const auto& label : table.labels)
                if (const auto* old = workspace.project()->label(label.id); old != nullptr && old->name != label.name)
                    renamed.append(QString::fromStdString(old->name + " > " + label.name));
            if (renamed.isEmpty()) return putLabels(workspace, table);
            const auto count = static_cast<int>(renamed.size());
            ask(parent,
                {.title = tr("Rename labels?"),
                 .text = tr("%n label(s) of the project have a number of this table, and another name. Their voxels "
                            "stay and are called by the new name.",
                            nullptr, count),
                 .details = renamed.join("\n"),
                 .accept = tr("Rename %n label(s)", nullptr, count),
                 .refuse = tr("Import nothing")},
                [&workspace, table] { putLabels(workspace, table); });
        });
    };
    chooseFiles(parent, workspace.preferences(),
                {.title = tr("Import a label table"), .filters = labelTableFilters(), .memory = "tables"}, import);
}

}  // namespace protolabel::ui
