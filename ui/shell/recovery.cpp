#include "ui/shell/recovery.h"

#include <QFileInfo>

#include "ui/dialogs/confirm_box.h"
#include "ui/dialogs/file_choice.h"
#include "ui/session/error_text.h"
#include "ui/session/tr.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

void openOrRecover(Workspace& workspace, QWidget& window, const QString& file) {
    workspace.notices().guard([&] {
        try {
            workspace.openProject(file.toStdString());
        } catch (const Error& error) {
            if (error.code() != "project.damaged") throw;
            ask(&window,
                {.title = tr("Damaged project"),
                 .text = errorText(error) + ".",
                 .details = tr("The damaged file stays as it is. The undo history is not carried over."),
                 .accept = tr("&Recover into a new project..."),
                 .refuse = tr("Do &not open")},
                [&workspace, &window, file] { recoverInto(workspace, window, file); });
        }
    });
}

void recoverInto(Workspace& workspace, QWidget& window, const QString& damaged) {
    const QFileInfo file(damaged);
    chooseFiles(&window, workspace.preferences(),
                {.kind = FileChoice::Kind::SaveFile,
                 .title = tr("The new project"),
                 .filters = {tr("Projects (*.plb)")},
                 .suffix = "plb",
                 .name = file.completeBaseName() + "-recovered.plb",
                 .memory = "projects",
                 .folder = file.absolutePath()},
                [&workspace, damaged](const QStringList& files) {
                    workspace.recoverProject(damaged.toStdString(), files.first().toStdString());
                });
}

}  // namespace protolabel::ui
