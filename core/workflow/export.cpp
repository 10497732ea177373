#include "core/workflow/export.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/imaging/label_map.h"
#include "core/imaging/nifti_image_writer.h"
#include "core/workflow/files.h"
#include "core/workflow/label_tables.h"
#include "core/workflow/selection.h"
#include "core/workflow/stage.h"
#include "core/workflow/volume_labels.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

namespace {

/// A volume's name as a file name: no separators, nothing hidden.
std::string fileName(const std::string& name) {
    std::string safe = name;
    for (auto& c : safe)
        if (c == '/' || c == '\\' || c == ':' || static_cast<unsigned char>(c) < 32) c = '_';
    if (!safe.empty() && safe.front() == '.') safe.front() = '_';
    return safe;
}

std::int64_t labelled(const imaging::LabelMap& map) {
    return std::count_if(map.voxels.begin(), map.voxels.end(), [](auto value) { return value != 0; });
}

class Exporter {
public:
    Exporter(const project::ProjectStore& store, const ExportOptions& options)
        : store_(store), options_(options), labels_(store.labels()) {
        for (const auto& record : store.volumes()) sources_.push_back(record.source.path);
    }

    ExportOutcome run(JobControl& control) {
        if (nnUnet() && options_.what == ExportWhat::Both)
            throw Error("export.what",
                        "nnU-Net takes one label map per case; export either the annotation or the proposals");
        const auto volumes = selectVolumes(store_, options_.volumes);
        requirePresent(volumes);
        makeFolder(options_.folder);
        Stage stage(control, "export", static_cast<std::int64_t>(volumes.size()));
        for (const auto& volume : volumes) {
            if (options_.what != ExportWhat::Proposals) one(volume, annotationMap(store_, volume), "");
            if (options_.what != ExportWhat::Annotation) one(volume, proposalMap(store_, volume), "_proposals");
            stage.step();
        }
        writeTables(volumes);
        return std::move(outcome_);
    }

    void protectSources(const fs::path& file) const {
        if (!fs::exists(file)) return;
        for (const auto& source : sources_) {
            std::error_code ignored;
            if (fs::equivalent(file, source, ignored))
                throw Error("export.source",
                            "{0} is an image of the project and is not replaced; choose another folder",
                            {file.string()});
        }
    }

    std::vector<fs::path> plan() {
        std::vector<fs::path> files;
        for (const auto& volume : selectVolumes(store_, options_.volumes)) {
            for (const auto* suffix : {"", "_proposals"}) {
                const bool proposals = *suffix != 0;
                if (options_.what == (proposals ? ExportWhat::Annotation : ExportWhat::Proposals)) continue;
                if (nnUnet() && options_.volumes.empty() && isEmpty(volume, proposals)) continue;
                const auto name = uniqueName(volume);
                if (nnUnet()) files.push_back(imageFile(name));
                files.push_back(labelFile(name, suffix));
            }
        }
        if (nnUnet()) {
            files.push_back(options_.folder / "dataset.json");
        } else {
            files.push_back(options_.folder / "labels.json");
            if (options_.format == ExportFormat::ItkSnap) files.push_back(options_.folder / "labels.txt");
        }
        return files;
    }

private:
    bool nnUnet() const { return options_.format == ExportFormat::NnUnet; }

    bool isEmpty(const project::VolumeRecord& volume, bool proposals) const {
        return proposals ? store_.proposals(volume.id).empty() : store_.annotationCounts(volume.id).empty();
    }

    fs::path imageFile(const std::string& name) const { return options_.folder / "imagesTr" / (name + "_0000.nii.gz"); }
    /// nnU-Net has one label map per case, whatever it is made of.
    fs::path labelFile(const std::string& name, const std::string& suffix) const {
        if (nnUnet()) return options_.folder / "labelsTr" / (name + ".nii.gz");
        return options_.folder / (name + suffix + (options_.format == ExportFormat::Nrrd ? ".seg.nrrd" : ".nii.gz"));
    }

    void one(const project::VolumeRecord& volume, imaging::LabelMap map, const std::string& suffix) {
        const auto voxels = labelled(map);
        if (voxels == 0) {
            const bool skip = nnUnet() && options_.volumes.empty();
            outcome_.notes.push_back(volume.name + " has no " + (suffix.empty() ? "annotation" : "proposal") +
                                     (skip ? "; it is left out" : "; its file is empty"));
            if (skip) return;
        }
        const auto name = uniqueName(volume);
        const auto file = labelFile(name, suffix);
        if (nnUnet()) {
            copyImage(volume, name);
            renumber(map);
            makeFolder(file.parent_path());
        }
        protectSources(file);
        const auto format =
            options_.format == ExportFormat::Nrrd ? imaging::LabelMapFormat::Nrrd : imaging::LabelMapFormat::Nifti;
        imaging::writeLabelMap(map, labels_, volume.source, format, file);
        outcome_.files.push_back({volume.name, file, voxels, true});
    }

    /// Two names that differ only in characters no file name may have still give two files.
    std::string uniqueName(const project::VolumeRecord& volume) {
        auto name = fileName(volume.name);
        while (names_.try_emplace(name, volume.id).first->second != volume.id) name += "_";
        return name;
    }

    /// nnU-Net wants the image beside the labels. A compressed 3-D NIfTI file is copied byte by byte, anything else is converted.
    void copyImage(const project::VolumeRecord& volume, const std::string& name) {
        const auto file = imageFile(name);
        makeFolder(file.parent_path());
        protectSources(file);
        const auto source = volume.source.path.string();
        const bool plain =
            source.size() > 7 && source.compare(source.size() - 7, 7, ".nii.gz") == 0 && volume.source.frames == 1;
        if (plain)
            writeFile(file, readFile(volume.source.path));
        else
            imaging::writeNiftiImage(loadVolume(volume), file);
        outcome_.others.push_back(file);
    }

    void renumber(imaging::LabelMap& map) {
        for (auto& voxel : map.voxels) {
            if (voxel == 0) continue;
            const auto number = numbers().find(voxel);
            if (number == numbers().end())
                throw Error("export.changed", "a label was added while the project was exported; export it again");
            voxel = static_cast<std::uint16_t>(number->second);
        }
    }

    const std::map<int, int>& numbers() {
        if (numbers_.empty())
            for (const auto& label : labels_) {
                const int number = static_cast<int>(numbers_.size()) + 1;
                numbers_[static_cast<int>(label.id.value)] = number;
                if (number != label.id.value)
                    outcome_.notes.push_back(label.name + " (" + std::to_string(label.id.value) + ") is label " +
                                             std::to_string(number) + " there: nnU-Net wants consecutive numbers");
            }
        return numbers_;
    }

    void table(const std::string& name, const std::string& text) {
        const auto file = options_.folder / name;
        protectSources(file);
        writeFile(file, std::string_view(text));
        outcome_.others.push_back(file);
    }

    void writeTables(const std::vector<project::VolumeRecord>& volumes) {
        if (nnUnet()) {
            const bool ct = std::all_of(volumes.begin(), volumes.end(),
                                        [](const auto& v) { return v.modality == imaging::Modality::CT; });
            table("dataset.json",
                  nnUnetDataset(labels_, numbers(), ct ? "CT" : "MRI", static_cast<int>(outcome_.files.size())));
            return;
        }
        table("labels.json", labelsJson(labels_));
        if (options_.format == ExportFormat::ItkSnap) table("labels.txt", itkSnapLabels(labels_));
    }

    const project::ProjectStore& store_;
    const ExportOptions& options_;
    std::vector<labels::Label> labels_;
    std::vector<fs::path> sources_;
    std::map<int, int> numbers_;
    std::map<std::string, VolumeId> names_;
    ExportOutcome outcome_;
};

}  // namespace

ExportOutcome exportVolumes(const project::ProjectStore& store, const ExportOptions& options, JobControl& control) {
    return Exporter(store, options).run(control);
}

std::vector<fs::path> filesToReplace(const project::ProjectStore& store, const ExportOptions& options) {
    Exporter exporter(store, options);
    auto files = exporter.plan();
    for (const auto& file : files) exporter.protectSources(file);
    std::erase_if(files, [](const auto& file) {
        std::error_code ignored;
        return !fs::exists(file, ignored);
    });
    return files;
}

}  // namespace protolabel::workflow
