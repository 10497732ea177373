#include "tests/ui/support/open_project.h"

#include "core/project/operations.h"
#include "core/workflow/import.h"
#include "storage/project_file.h"
#include "storage/recovery.h"
#include "tests/core/imaging/scan_file.h"

namespace protolabel::test {

std::unique_ptr<ui::Workspace> makeWorkspace() {
    startUi();
    ui::ProjectOpeners openers;
    openers.open = [](const auto& file) { return storage::openProject(file); };
    openers.openReadOnly = [](const auto& file) { return storage::openProject(file, storage::Access::ReadOnly); };
    openers.create = [](const auto& file, const auto& labels) { return storage::createProject(file, labels); };
    openers.recover = [](const auto& damaged, const auto& out) { storage::recoverProject(damaged, out); };
    return std::make_unique<ui::Workspace>(std::move(openers), std::vector<std::string>{});
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

std::unique_ptr<project::ProjectStore> OpenProject::openElsewhere() const {
    return storage::openProject(folder / "study.plb");
}

std::string OpenProject::lastNotice() const {
    const auto& all = workspace->notices().all();
    return all.empty() ? "" : all.back().text.toStdString();
}

}  // namespace protolabel::test
