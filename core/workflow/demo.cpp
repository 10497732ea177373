#include "core/workflow/demo.h"

#include <cmath>
#include <set>

#include "core/imaging/label_map.h"
#include "core/imaging/nifti_image_writer.h"
#include "core/imaging/png.h"
#include "core/imaging/volume_reader.h"
#include "core/labels/metrics.h"
#include "core/workflow/acceptance.h"
#include "core/workflow/annotate.h"
#include "core/workflow/contact_sheet.h"
#include "core/workflow/demo_volumes.h"
#include "core/workflow/export.h"
#include "core/workflow/files.h"
#include "core/workflow/import.h"
#include "core/workflow/prediction.h"
#include "core/workflow/stage.h"
#include "core/workflow/training.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

namespace {

constexpr int kColumns = 6;
constexpr int kTile = 160;

class Demo {
public:
    Demo(project::ProjectStore& store, engine::Engine& engine, fs::path folder, const DemoOptions& options,
         JobControl& control, const std::function<void(const std::string&)>& told)
        : store_(store),
          engine_(engine),
          folder_(std::move(folder)),
          options_(options),
          control_(control),
          told_(told) {}

    DemoOutcome run() {
        makeImages();
        importImages();
        drawSupports();
        trainModel();
        proposeAndAccept();
        exportMasks();
        compare();
        return std::move(outcome_);
    }

private:
    fs::path imageFile(const std::string& name) const { return folder_ / "images" / (name + ".nii.gz"); }
    fs::path truthFile(const std::string& name) const { return folder_ / "truth" / (name + ".nii.gz"); }

    void makeImages() {
        makeFolder(folder_ / "images");
        makeFolder(folder_ / "truth");
        Stage stage(control_, "make volumes", options_.volumes);
        for (int n = 0; n < options_.volumes; ++n) {
            const auto demo = makeDemoVolume(options_.seed, n, options_.side);
            names_.push_back(demo.name);
            imaging::writeNiftiImage(demo.image, imageFile(demo.name));
            imaging::VolumeSource source;
            source.path = imageFile(demo.name);
            imaging::writeLabelMap(demo.truth, demoLabels(), source, imaging::LabelMapFormat::Nifti,
                                   truthFile(demo.name));
            stage.step();
        }
        told_(std::to_string(options_.volumes) + " made-up volumes with their truth are in " +
              (folder_ / "images").string() + " and " + (folder_ / "truth").string());
    }

    void importImages() {
        project::EditInfo info;
        info.name = "add labels";
        info.tool = "labels";
        store_.transact(info, [](project::ProjectWriter& writer) {
            for (const auto& label : demoLabels()) writer.putLabel(label);
        });
        std::vector<fs::path> files;
        for (const auto& name : names_) files.push_back(imageFile(name));
        const auto imported = importVolumes(store_, files, {}, control_);
        told_("imported " + std::to_string(imported.volumes.size()) + " volumes into " + store_.file().string());
    }

    /// Three slices per organ, where the papers take them: at 1/6, 1/2 and 5/6 of its extent.
    void drawSupports() {
        const auto truth = imaging::readLabelMap(truthFile(names_.front()));
        const int axis = imaging::sliceAxis(truth.geometry);
        const int slices = imaging::sliceLayout(truth.geometry, axis).slices;
        for (const auto& label : demoLabels()) {
            std::vector<int> extent;
            for (int z = 0; z < slices; ++z)
                if (labels::countNonZero(
                        labels::maskOf(imaging::slice(truth, axis, z), static_cast<std::uint16_t>(label.id.value))) > 0)
                    extent.push_back(z);
            std::set<int> chosen;
            for (const double share : {1.0 / 6, 0.5, 5.0 / 6})
                chosen.insert(
                    extent.at(static_cast<std::size_t>(std::lround(share * static_cast<double>(extent.size() - 1)))));
            AnnotateOptions options;
            options.volume = names_.front();
            options.mask = truthFile(names_.front());
            options.label = label.name;
            options.support = true;
            options.slices.clear();
            for (const int z : chosen) options.slices += (options.slices.empty() ? "" : ",") + std::to_string(z);
            annotate(store_, options, control_);
            told_("drew " + label.name + " on slices " + options.slices + " of " + names_.front());
        }
    }

    void trainModel() {
        TrainOptions options;
        options.seed = options_.seed;
        options.seconds = options_.seconds;
        options.iterations = options_.iterations;
        options.minimumSize = options_.minimumSize;
        options.device = options_.device;
        const auto trained = train(store_, engine_, options, false, control_);
        outcome_.model = trained.model.hash;
        outcome_.iterations = trained.model.iterations;
        outcome_.secondsPerIteration = trained.result.secondsPerIteration;
        told_("trained " + trained.model.method + " with " + trained.model.encoder + " for " +
              std::to_string(trained.model.iterations) + " iterations on " + trained.result.device);
    }

    void proposeAndAccept() {
        PredictOptions options;
        options.device = options_.device;
        options.changes.regions = options_.regions;
        options.largest = true;
        const auto predicted = predict(store_, engine_, options, control_);
        std::int64_t slices = 0;
        for (const auto& entry : predicted.proposals) slices += static_cast<std::int64_t>(entry.slices.size());
        told_("proposed labels on " + std::to_string(slices) + " slices (" + std::to_string(predicted.answered) +
              " asked)");
        if (slices == 0) return;
        const auto accepted = accept(store_, {});
        told_("accepted " + std::to_string(accepted.slices) + " proposals, " + std::to_string(accepted.voxels) +
              " voxels");
    }

    void exportMasks() {
        ExportOptions options;
        options.folder = folder_ / "export";
        for (const auto& file : exportVolumes(store_, options, control_).files) {
            outcome_.files.push_back(file.path);
            exported_[file.volume] = file.path;
        }
        told_("exported and verified " + std::to_string(outcome_.files.size()) + " masks in " +
              options.folder.string());
    }

    void compare() {
        ContactSheet sheet(demoLabels(), kColumns, kTile);
        for (const auto& name : names_) {
            const auto truth = imaging::readLabelMap(truthFile(name));
            const auto predicted = imaging::readLabelMap(exported_.at(name));
            const int axis = imaging::sliceAxis(truth.geometry);
            const int slices = imaging::sliceLayout(truth.geometry, axis).slices;
            DemoOutcome::Row row{name, name == names_.front(), {}};
            for (const auto& label : demoLabels()) {
                labels::Overlap overlap;
                const auto id = static_cast<std::uint16_t>(label.id.value);
                for (int z = 0; z < slices; ++z)
                    overlap.add(labels::maskOf(imaging::slice(truth, axis, z), id),
                                labels::maskOf(imaging::slice(predicted, axis, z), id));
                row.dice[label.name] = 100 * overlap.dice();
                if (!row.support) outcome_.means[label.name] += 100 * overlap.dice() / (options_.volumes - 1);
            }
            outcome_.rows.push_back(std::move(row));
            sheet.addRow(imaging::readVolume(imageFile(name)), truth, predicted, axis);
        }
        for (const auto& [label, mean] : outcome_.means)
            outcome_.mean += mean / static_cast<double>(outcome_.means.size());
        outcome_.contactSheet = folder_ / "contact_sheet.png";
        imaging::writePng(sheet.image(), outcome_.contactSheet);
    }

    project::ProjectStore& store_;
    engine::Engine& engine_;
    fs::path folder_;
    const DemoOptions& options_;
    JobControl& control_;
    const std::function<void(const std::string&)>& told_;
    std::vector<std::string> names_;
    std::map<std::string, fs::path> exported_;
    DemoOutcome outcome_;
};

}  // namespace

DemoOutcome runDemo(project::ProjectStore& store, engine::Engine& engine, const fs::path& folder,
                    const DemoOptions& options, JobControl& control,
                    const std::function<void(const std::string&)>& told) {
    return Demo(store, engine, folder, options, control, told).run();
}

}  // namespace protolabel::workflow
