#include "ui/shell/file_commands.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QWidget>

#include "ui/commands/commands.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/file_choice.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/mask_import_dialog.h"
#include "ui/dialogs/new_project_dialog.h"
#include "ui/dialogs/open_dialog.h"
#include "ui/dialogs/relink_dialog.h"
#include "ui/session/tr.h"
#include "ui/session/workspace.h"
#include "ui/shell/demo_project.h"
#include "ui/shell/project_actions.h"
#include "ui/shell/recovery.h"

namespace protolabel::ui {

static void addProjects(Commands& commands, Workspace& workspace, QWidget& window) {
    const QString category = tr("File");
    commands.add({"file.new",
                  category,
                  tr("&New project..."),
                  tr("Makes a project file with labels of your choice"),
                  {QKeySequence::New}},
                 [&workspace, &window] { openDialog<NewProjectDialog>(workspace, &window); });
    commands.add(
        {"file.open", category, tr("&Open..."), tr("Opens a project"), {QKeySequence::Open}}, [&workspace, &window] {
            chooseFiles(
                &window, workspace.preferences(),
                {.title = tr("Open a project"), .filters = {tr("Projects (*.plb)")}, .memory = "projects"},
                [&workspace, &window](const QStringList& files) { openOrRecover(workspace, window, files.first()); });
        });
    commands.add(
        {"file.recover", category, tr("&Recover a damaged project..."),
         tr("Copies what can be read of it into a new project")},
        [&workspace, &window] {
            chooseFiles(
                &window, workspace.preferences(),
                {.title = tr("The damaged project"), .filters = {tr("Projects (*.plb)")}, .memory = "projects"},
                [&workspace, &window](const QStringList& files) { recoverInto(workspace, window, files.first()); });
        });
    commands.add(
        {"file.demo", category, tr("&Try the demonstration"), tr("Makes up a few volumes to try the program with")},
        [&workspace, &window] {
            chooseFiles(
                &window, workspace.preferences(),
                {.kind = FileChoice::Kind::Folder,
                 .title = tr("Where to put the demonstration (a new folder is made there)"),
                 .memory = "demo",
                 .folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)},
                [&workspace](const QStringList& files) { makeDemoProject(workspace, files.first().toStdString()); });
        });
    QAction* close = commands.add({"file.close",
                                   category,
                                   tr("&Close the project"),
                                   tr("Back to the start page; everything is stored already"),
                                   {QKeySequence::Close}},
                                  [&workspace] { workspace.closeProject(); });
    const auto enable = [&workspace, close] { close->setEnabled(workspace.project() != nullptr); };
    QObject::connect(&workspace, &Workspace::projectChanged, close, enable);
    enable();
    commands.add({"file.quit", category, tr("&Quit"), tr("Everything is stored already"), {QKeySequence::Quit}},
                 [&window] { window.close(); });
}

static void addExchange(Commands& commands, Workspace& workspace, QWidget& window) {
    const QString category = tr("File");
    std::vector<QAction*> writing, reading;
    const auto import = [&workspace, &window](ImportKind kind) {
        chooseImages(workspace, &window, kind,
                     [&workspace, &window](const QStringList& paths) { importPaths(workspace, window, paths); });
    };
    writing.push_back(commands.add({"file.import",
                                    category,
                                    tr("&Import images..."),
                                    tr("NIfTI, NRRD, MetaImage and DICOM files"),
                                    {Qt::CTRL | Qt::Key_I}},
                                   [import] { import(ImportKind::Files); }));
    writing.push_back(commands.add({"file.import_folder",
                                    category,
                                    tr("Import a &folder..."),
                                    tr("All images and DICOM series in a folder"),
                                    {Qt::CTRL | Qt::SHIFT | Qt::Key_I}},
                                   [import] { import(ImportKind::Folder); }));
    writing.push_back(commands.add({"file.import_masks", category, tr("Import a &mask..."),
                                    tr("Labels drawn elsewhere, with a table that says which value is which label")},
                                   [&workspace, &window] {
                                       chooseFiles(
                                           &window, workspace.preferences(),
                                           {.title = tr("Import a mask"), .filters = imageFilters(), .memory = "masks"},
                                           [&workspace, &window](const QStringList& files) {
                                               openDialog<MaskImportDialog>(workspace, files.first(), &window);
                                           });
                                   }));
    reading.push_back(commands.add({"file.export",
                                    category,
                                    tr("&Export..."),
                                    tr("Writes label maps and reads them back to compare"),
                                    {Qt::CTRL | Qt::Key_E}},
                                   [&workspace, &window] { openDialog<ExportDialog>(workspace, &window); }));
    writing.push_back(commands.add({"file.relink", category, tr("Find &missing files..."),
                                    tr("Looks for images that were moved, by name and content")},
                                   [&workspace, &window] { openDialog<RelinkDialog>(workspace, &window); }));
    enableWithProject(commands, workspace, reading, writing);
}

void addFileCommands(Commands& commands, Workspace& workspace, QWidget& window) {
    addProjects(commands, workspace, window);
    addExchange(commands, workspace, window);
}

static void startImport(Workspace& workspace, QWidget& window, const QStringList& paths) {
    for (const QString& path : paths)
        if (!QFileInfo::exists(path))
            throw Error("import.missing", "there is no file or folder {0}", {path.toStdString()});
    if (workspace.project() != nullptr && workspace.project()->readOnly())
        throw Error("import.readonly", "this project is open for reading only; nothing can be imported");
    if (workspace.project() != nullptr) {
        openImport(workspace, paths, &window);
        return;
    }
    auto* dialog = openDialog<NewProjectDialog>(workspace, &window);
    QObject::connect(dialog, &NewProjectDialog::created, dialog, [&workspace, &window, dialog, paths] {
        dialog->accept();
        openImport(workspace, paths, &window);
    });
}

void importPaths(Workspace& workspace, QWidget& window, const QStringList& paths) {
    workspace.notices().guard([&] { startImport(workspace, window, paths); });
}

}  // namespace protolabel::ui
