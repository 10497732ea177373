#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/project/project_store.h"

namespace protolabel::workflow {

enum class ExportFormat {
    Nifti,    ///< V.nii.gz and labels.json
    Nrrd,     ///< V.seg.nrrd with 3D Slicer's segment names and colours, and labels.json
    NnUnet,   ///< imagesTr/V_0000.nii.gz, labelsTr/V.nii.gz, dataset.json; labels renumbered 1..n as nnU-Net demands
    ItkSnap,  ///< V.nii.gz, labels.txt (ITK-SNAP's label descriptions) and labels.json
};
enum class ExportWhat { Annotation, Proposals, Both };

struct ExportOptions {
    std::filesystem::path folder;
    ExportFormat format = ExportFormat::Nifti;
    ExportWhat what =
        ExportWhat::Annotation;        ///< proposals go to V_proposals; of two for one voxel the more confident one
    std::vector<std::string> volumes;  ///< empty: all (NnUnet: all that have an annotation)
};

struct ExportedFile {
    std::string volume;
    std::filesystem::path path;
    std::int64_t voxels = 0;  ///< labelled
    bool verified = false;    ///< read back: grid, affine, every voxel and the label ids are equal
};
struct ExportOutcome {
    std::vector<ExportedFile> files;
    std::vector<std::filesystem::path> others;  ///< label tables, images copied for nnU-Net
    std::vector<std::string> notes;
};

/// Writes one label map per volume on the volume's own grid. Every file appears only after it was verified; an existing one is replaced as a whole.
/// Throws Error "export.source" where a file would replace an image of the project, "export.what" (nnU-Net takes one label map per case), and what
/// imaging::writeLabelMap throws.
ExportOutcome exportVolumes(const project::ProjectStore& store, const ExportOptions& options, JobControl& control);

/// The files that exportVolumes would write and that are there already: they would be replaced. Reads no image.
std::vector<std::filesystem::path> filesToReplace(const project::ProjectStore& store, const ExportOptions& options);

}  // namespace protolabel::workflow
