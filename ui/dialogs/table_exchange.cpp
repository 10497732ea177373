#include "ui/dialogs/table_exchange.h"

#include <QPointer>
#include <QWidget>

#include "core/workflow/activity.h"
#include "core/workflow/files.h"
#include "core/workflow/label_table_reader.h"
#include "core/workflow/statistics.h"
#include "ui/dialogs/confirm_box.h"
#include "ui/dialogs/file_choice.h"
#include "ui/dialogs/paths.h"
#include "ui/session/tr.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

using Kind = FileChoice::Kind;

/// Asks where to, makes the text in a job and writes it.
static void exportText(Workspace& workspace, QWidget* parent, const FileChoice& choice,
                       std::function<std::string(const project::ProjectStore& store, JobControl& control)> make) {
    chooseFiles(parent, workspace.preferences(), choice,
                [&workspace, title = choice.title, make = std::move(make)](const QStringList& files) {
                    if (workspace.project() == nullptr) return;
                    workspace.jobs().start(
                        title,
                        [&workspace, store = &workspace.project()->store(), file = files.front(),
                         make](JobControl& control) -> Jobs::Finish {
                            workflow::writeFile(toPath(file), std::string_view(make(*store, control)));
                            return [&workspace, file] { workspace.notices().tell(tr("Written: %1").arg(file)); };
                        },
                        &workspace);
                });
}

static QString nameFor(Workspace& workspace, const QString& what) {
    return workspace.project()->name() + "_" + what;
}

void exportStatistics(Workspace& workspace, QWidget* parent) {
    exportText(workspace, parent,
               {.kind = Kind::SaveFile,
                .title = tr("Export statistics"),
                .filters = {tr("Tables") + " (*.csv)"},
                .suffix = "csv",
                .name = nameFor(workspace, "statistics.csv"),
                .memory = "tables"},
               [](const project::ProjectStore& store, JobControl& control) {
                   return workflow::statisticsCsv(workflow::measureLabels(store, {}, control).rows);
               });
}

void exportActivity(Workspace& workspace, QWidget* parent) {
    exportText(workspace, parent,
               {.kind = Kind::SaveFile,
                .title = tr("Export times of work"),
                .filters = {tr("Tables") + " (*.csv)"},
                .suffix = "csv",
                .name = nameFor(workspace, "activity.csv"),
                .memory = "tables"},
               [](const project::ProjectStore& store, JobControl&) {
                   return workflow::activityCsv(workflow::activityOf(store));
               });
}

void exportLabelTable(Workspace& workspace, QWidget* parent) {
    chooseFiles(parent, workspace.preferences(),
                {.kind = Kind::SaveFile,
                 .title = tr("Export the label table"),
                 .filters = {tr("ITK-SNAP label descriptions") + " (*.txt)", tr("3D Slicer colour table") + " (*.ctbl)",
                             tr("nnU-Net dataset") + " (dataset.json)", tr("Names and colours") + " (*.json)"},
                 .suffix = "txt",
                 .name = nameFor(workspace, "labels"),
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
