#pragma once

#include <QCoreApplication>
#include <memory>
#include <string>
#include <vector>

#include "core/engine/client.h"
#include "core/workflow/annotate.h"
#include "core/workflow/import.h"
#include "core/workflow/volume_marks.h"
#include "storage/project_file.h"
#include "tests/core/imaging/scan_file.h"
#include "tests/support/check.h"

namespace protolabel::test {

/// The worker of intensity_worker.cpp.
inline engine::EngineOptions intensityWorker(const std::string& behaviour = "good") {
    static int count = 1;
    static char name[] = "tests";
    static char* arguments[] = {name, nullptr};
    static const QCoreApplication application(count, arguments);  // QProcess needs one
    engine::EngineOptions options;
    options.command = {(programFolder() / "intensity_worker").string(), behaviour};
    return options;
}

inline project::EditInfo named(const std::string& name) {
    project::EditInfo info;
    info.name = name;
    return info;
}

/// Cancels after a number of progress reports of a stage.
class StopAt : public JobControl {
public:
    StopAt(std::string stage, int reports) : stage_(std::move(stage)), left_(reports) {}
    void progress(const Progress& progress) override {
        if (progress.stage == stage_) --left_;
    }
    bool cancelled() const override { return left_ <= 0; }

private:
    std::string stage_;
    int left_;
};

/// A project of two scans of blocks ("a" and "b"), labels 1 "big" and 2 "small", drawn on slice 3 of "a" as supports.
struct BlocksProject {
    TemporaryFolder folder;
    std::unique_ptr<project::ProjectStore> store;
    JobControl control;

    BlocksProject() : store(storage::createProject(folder / "p.plb")) {
        writeScan(blocks(0), folder / "a.nii");
        writeScan(blocks(9), folder / "b.nii");
        writeScan(blocksTruth(0), folder / "a_truth.nii");
        store->transact(named("add labels"), [](project::ProjectWriter& writer) {
            writer.putLabel({LabelId{1}, "big", {255, 0, 0}, false, true});
            writer.putLabel({LabelId{2}, "small", {0, 255, 0}, false, true});
        });
        workflow::importVolumes(*store, {folder / "a.nii", folder / "b.nii"}, {}, control);
        draw("big", "3");
        draw("small", "3");
    }
    void markComplete(const std::set<VolumeId>& volumes) {
        workflow::VolumeMarks marks;
        marks.complete = volumes;
        store->transact(named("finished"), [&](project::ProjectWriter& writer) { putVolumeMarks(writer, marks); });
    }
    workflow::AnnotateOutcome draw(const std::string& label, const std::string& slices, bool support = true) {
        workflow::AnnotateOptions options;
        options.volume = std::string("a");  // GCC 12 warns of the plain text (PR105651)
        options.mask = folder / "a_truth.nii";
        options.label = label;
        options.slices = slices;
        options.support = support;
        return workflow::annotate(*store, options, control);
    }
};

}  // namespace protolabel::test
