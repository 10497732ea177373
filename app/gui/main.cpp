#include <clocale>

#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <memory>

#include "core/engine/client.h"
#include "core/imaging/library_versions.h"
#include "storage/library_versions.h"
#include "storage/project_file.h"
#include "storage/recovery.h"
#include "ui/commands/commands.h"
#include "ui/session/translations.h"
#include "ui/session/workspace.h"
#include "ui/shell/docks.h"
#include "ui/shell/main_window.h"
#include "ui/shell/theme.h"
#include "viewer/qtvtk/render_widget.h"
#include "viewer/scene/library_versions.h"

using namespace protolabel;

namespace {

ui::ProjectOpeners openers() {
    return {.open = [](const auto& file) { return storage::openProject(file); },
            .openReadOnly = [](const auto& file) { return storage::openProject(file, storage::Access::ReadOnly); },
            .create = [](const auto& file, const auto& labels) { return storage::createProject(file, labels); },
            .recover = [](const auto& damaged, const auto& out) { storage::recoverProject(damaged, out); }};
}

ui::Workspace::Versions libraries() {
    ui::Workspace::Versions all;
    for (const auto& layer : {viewer::libraryVersions(), imaging::libraryVersions(), storage::libraryVersions()})
        for (const auto& [name, version] : layer)
            all.append({QString::fromStdString(name), QString::fromStdString(version)});
    return all;
}

/// The window, made anew when the language changes: a widget's texts are those of the time it was made.
class Windows {
public:
    Windows(ui::Workspace& workspace, ui::Translations& translations)
        : workspace_(workspace), translations_(translations) {}

    void show() {
        translations_.use(workspace_.preferences().language());
        if (window_) window_->docks().remember();
        const bool preferences = window_ && window_->findChild<QDialog*>("preferences") != nullptr;
        const VolumeId volume = workspace_.record() != nullptr ? workspace_.record()->id : VolumeId{};
        const int slice = workspace_.proposer().slice();
        auto next = std::make_unique<ui::MainWindow>(workspace_);
        QObject::connect(
            next.get(), &ui::MainWindow::languageChanged, qApp, [this] { show(); }, Qt::QueuedConnection);
        next->show();
        window_ = std::move(next);
        if (volume) workspace_.goTo(volume, slice);                                  // a new view begins in the middle
        if (preferences) window_->commands().action("edit.preferences")->trigger();  // where the language was chosen
    }
    ui::MainWindow& window() { return *window_; }

private:
    ui::Workspace& workspace_;
    ui::Translations& translations_;
    std::unique_ptr<ui::MainWindow> window_;
};

}  // namespace

int main(int argc, char** argv) {
    viewer::setUpGraphics();
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setApplicationName("protolabel");
    QApplication::setApplicationDisplayName("Protolabel");
    QApplication::setApplicationVersion(PROTOLABEL_VERSION);
    QApplication::setOrganizationName("protolabel");

    QCommandLineParser line;
    line.setApplicationDescription("Few-shot annotation of medical images");
    line.addHelpOption();
    line.addVersionOption();
    line.addPositionalArgument("paths", "A project (.plb), and images to import into it", "[paths...]");
    line.process(application);

    ui::Workspace workspace(openers(), engine::defaultWorkerCommand(QApplication::applicationDirPath().toStdString()),
                            libraries());
    ui::applyTheme(workspace.preferences().theme());
    QObject::connect(&workspace.preferences(), &ui::Preferences::changed, &application, [&](const QString& key) {
        if (key == ui::Preferences::kTheme) ui::applyTheme(workspace.preferences().theme());
    });
    ui::Translations translations;
    Windows windows(workspace, translations);
    windows.show();
    if (!line.positionalArguments().isEmpty())
        QMetaObject::invokeMethod(
            &application, [&] { windows.window().openPaths(line.positionalArguments()); }, Qt::QueuedConnection);
    const int code = QApplication::exec();
    workspace.closeProject();
    return code;
}
