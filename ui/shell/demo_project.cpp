#include "ui/shell/demo_project.h"

#include <vector>

#include "core/imaging/nifti_image_writer.h"
#include "core/workflow/demo_volumes.h"
#include "core/workflow/files.h"
#include "core/workflow/import.h"
#include "core/workflow/stage.h"
#include "ui/models/label_presets.h"
#include "ui/session/tr.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

namespace fs = std::filesystem;

static constexpr int kVolumes = 5;
static constexpr auto kSeed = std::uint64_t{7};

static void importDemo(Workspace& workspace, const fs::path& folder, const std::vector<fs::path>& images) {
    workspace.createProject(folder / "demo.plb", translated(workflow::demoLabels()));
    workspace.jobs().start(
        tr("Import the demonstration"),
        [&store = workspace.project()->store(), images](JobControl& control) -> Jobs::Finish {
            workflow::importVolumes(store, images, {}, control);
            return [] {};
        },
        workspace.project());
}

void makeDemoProject(Workspace& workspace, const fs::path& parent) {
    fs::path folder = parent / "protolabel-demo";
    for (int n = 2; fs::exists(folder); ++n) folder = parent / ("protolabel-demo-" + std::to_string(n));
    workspace.notices().tell(tr("Making the demonstration's volumes; this takes some seconds"));
    workspace.jobs().start(
        tr("Make the demonstration's volumes"),
        [&workspace, folder](JobControl& control) -> Jobs::Finish {
            workflow::makeFolder(folder / "images");
            std::vector<fs::path> images;
            workflow::Stage stage(control, "make volumes", kVolumes);
            for (int n = 0; n < kVolumes; ++n) {
                const auto demo = workflow::makeDemoVolume(kSeed, n);
                images.push_back(folder / "images" / (demo.name + ".nii.gz"));
                imaging::writeNiftiImage(demo.image, images.back());
                stage.step();
            }
            return [&workspace, folder, images] { importDemo(workspace, folder, images); };
        },
        &workspace);
}

}  // namespace protolabel::ui
