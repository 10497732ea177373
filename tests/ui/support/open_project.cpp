#include "tests/ui/support/open_project.h"

#include <algorithm>

#include "core/project/operations.h"
#include "core/workflow/import.h"
#include "storage/recovery.h"
#include "tests/core/imaging/scan_file.h"

namespace protolabel::test {

std::unique_ptr<ui::Workspace> makeWorkspace(std::vector<std::string> worker, storage::Access access) {
    startUi();
    ui::ProjectOpeners openers;
    openers.open = [access](const auto& file) { return storage::openProject(file, access); };
    openers.openReadOnly = [](const auto& file) { return storage::openProject(file, storage::Access::ReadOnly); };
    openers.create = [](const auto& file, const auto& labels) { return storage::createProject(file, labels); };
    openers.recover = [](const auto& damaged, const auto& out) { storage::recoverProject(damaged, out); };
    return std::make_unique<ui::Workspace>(std::move(openers), std::move(worker));
}

void useWorker(ui::Workspace& workspace, const std::string& program, const std::string& behaviour) {
    workspace.preferences().setWorkerCommand(
        QString::fromStdString((programFolder() / program).string() + " " + behaviour));
}

OpenProject::OpenProject() : workspace(makeWorkspace()) {
    std::vector<std::filesystem::path> files;
    for (int n = 0; n < 3; ++n) {
        const char* const names[] = {"ant", "bee", "cow"};
        files.push_back(folder / (std::string(names[n]) + ".nii"));
        writeScan(makeScan({8, 6, 4}, {1, 1, 2}, [n](int i, int j, int k) { return 1000 * n + 100 * k + 10 * j + i; }),
                  files.back());
    }
    {
        const auto store = storage::createProject(
            folder / "study.plb",
            {{LabelId{1}, "liver", {230, 159, 0}, false, true}, {LabelId{2}, "spleen", {86, 180, 233}, false, true}});
        JobControl control;
        workflow::importVolumes(*store, files, {}, control);
    }
    workspace->openProject(folder / "study.plb");
    waitFor("the first volume", [&] { return workspace->shown()->id() == volume("ant"); });
}

OpenProject::~OpenProject() = default;

VolumeId OpenProject::volume(const std::string& name) {
    return project::findVolume(project().store(), name).id;
}

void OpenProject::show(const std::string& name) {
    workspace->shown()->show(volume(name));
    waitFor("the volume", [&] { return workspace->shown()->id() == volume(name); });
}

void OpenProject::draw(const std::string& name, int slice, int label, const std::vector<std::pair<int, int>>& pixels,
                       const std::string& edit) {
    project().edit({.name = edit, .tool = "brush"}, [&](project::ProjectWriter& writer) {
        auto drawn = project().store().annotation(volume(name), slice).value_or(labels::LabelSlice(8, 6));
        for (const auto& [x, y] : pixels)
            drawn.pixels[static_cast<std::size_t>(8 * y + x)] = static_cast<std::uint16_t>(label);
        auto source = project().store().annotationSource(volume(name), slice);
        source.drawn = true;
        writer.putAnnotation(volume(name), slice, drawn, source);
    });
}

void OpenProject::support(const std::string& name, int slice, int label) {
    project().edit({.name = "Support", .tool = "test"}, [&](project::ProjectWriter& writer) {
        writer.putSupport({{}, volume(name), slice, LabelId{label}});
    });
}

void OpenProject::propose(const std::string& name, int slice, int label, int pixels, double confidence, double distance,
                          const std::vector<SupportId>& supports) {
    labels::Mask mask(8, 6);
    std::fill_n(mask.pixels.begin(), pixels, std::uint8_t{1});
    project().edit({.name = "Given", .tool = "test"}, [&](project::ProjectWriter& writer) {
        writer.putProposal({volume(name), slice, LabelId{label}, mask, confidence, distance, "m", "", supports});
        writer.putReviewState(volume(name), slice, project::ReviewState::Proposed);
    });
}

std::unique_ptr<project::ProjectStore> OpenProject::openElsewhere() const {
    return storage::openProject(folder / "study.plb");
}

std::string OpenProject::lastNotice() const {
    const auto& all = workspace->notices().all();
    return all.empty() ? "" : all.back().text.toStdString();
}

}  // namespace protolabel::test
