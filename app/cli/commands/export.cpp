#include "core/workflow/export.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/common.h"

namespace protolabel::cli {

namespace {

struct ExportOptions {
    std::string project;
    workflow::ExportOptions exporting;
};

void runExport(Session& session, const ExportOptions& options) {
    const auto store = session.open(options.project, storage::Access::ReadOnly);
    const auto outcome = workflow::exportVolumes(*store, options.exporting, session.console);
    const auto files = reportFiles(session.console, outcome.files);
    auto others = nlohmann::json::array();
    for (const auto& path : outcome.others) others.push_back(path.string());
    for (const auto& note : outcome.notes) session.console.remark(note);
    session.console.result({{"files", files}, {"others", others}, {"notes", outcome.notes}});
}

}  // namespace

void addExport(CLI::App& app, Session& session) {
    using workflow::ExportFormat;
    using workflow::ExportWhat;
    addCommand<ExportOptions>(
        app, session, "export", "Write label maps on the volumes' own grids, read back and compared",
        "export heart.plb --out masks --format nifti",
        [](CLI::App& command, ExportOptions& options) {
            auto& exporting = options.exporting;
            addProject(command, options.project);
            command.add_option("--out", exporting.folder, "Folder to write to")->required()->type_name("DIR");
            const std::map<std::string, ExportFormat> formats{{"nifti", ExportFormat::Nifti},
                                                              {"nrrd", ExportFormat::Nrrd},
                                                              {"nnunet", ExportFormat::NnUnet},
                                                              {"itksnap", ExportFormat::ItkSnap}};
            command
                .add_option("--format", exporting.format,
                            "nifti, nrrd (3D Slicer segmentation), nnunet (raw data set) or itksnap")
                ->transform(CLI::Transformer(formats).description(""))
                ->type_name("FORMAT")
                ->default_str("nifti");
            const std::map<std::string, ExportWhat> whats{{"annotation", ExportWhat::Annotation},
                                                          {"proposals", ExportWhat::Proposals},
                                                          {"both", ExportWhat::Both}};
            command
                .add_option("--what", exporting.what, "annotation, proposals or both (proposals in files of their own)")
                ->transform(CLI::Transformer(whats).description(""))
                ->type_name("WHAT")
                ->default_str("annotation");
            addRepeated(command, "--volume", exporting.volumes, "Only this volume; repeat for more");
        },
        [&session](const ExportOptions& options) { runExport(session, options); });
}

}  // namespace protolabel::cli
