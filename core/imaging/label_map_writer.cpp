#include <algorithm>
#include <cstring>
#include <set>

#include "core/base/error.h"
#include "core/base/pending_file.h"
#include "core/imaging/gzip.h"
#include "core/imaging/label_headers.h"
#include "core/imaging/label_map.h"

namespace protolabel::imaging {

namespace fs = std::filesystem;

namespace {

Bytes voxelBytes(const LabelMap& map, bool wide) {
    if (!wide) return {map.voxels.begin(), map.voxels.end()};
    Bytes bytes(map.voxels.size() * 2);
    std::memcpy(bytes.data(), map.voxels.data(), bytes.size());
    return bytes;
}

/// Throws "export.verify" unless `written` holds exactly `map` on the source's grid.
void verify(const fs::path& written, const LabelMap& map, const VolumeSource& source, LabelMapFormat format,
            const fs::path& file) {
    const auto refuse = [&](const std::string& what) {
        throw Error("export.verify",
                    "{0} was not written: reading it back gave another {1}; check the disk and export again",
                    {file.string(), what});
    };
    LabelMap back;
    try {
        back = toLabelMap(readVolume(VolumeSource{written, "", 0, 1, ""}));
    } catch (const Error& failure) {
        throw Error("export.verify",
                    "{0} was not written: it cannot be read back ({1}); check the disk and export again",
                    {file.string(), failure.what()});
    }
    if (const auto difference = describeDifference(map.geometry, back.geometry); !difference.empty())
        refuse(difference);
    const auto affine = format == LabelMapFormat::Nifti ? niftiAffineDifference(written, source) : "";
    if (!affine.empty()) refuse(affine);
    if (std::set(map.voxels.begin(), map.voxels.end()) != std::set(back.voxels.begin(), back.voxels.end()))
        refuse("set of label ids");
    if (map.voxels != back.voxels) refuse("label in some voxels");
}

}  // namespace

void writeLabelMap(const LabelMap& map, const std::vector<labels::Label>& labels, const VolumeSource& source,
                   LabelMapFormat format, const fs::path& file) {
    const std::string extension = format == LabelMapFormat::Nifti ? ".nii.gz" : ".nrrd";
    if (!file.filename().string().ends_with(extension) || file.filename() == extension)
        throw Error("export.write", "{0} cannot be written: its name must end in {1}", {file.string(), extension});
    if (map.voxels.size() != static_cast<std::size_t>(map.geometry.voxelCount()))
        throw Error("export.write", "{0} cannot be written: the label map holds {1} voxels, its grid {2}",
                    {file.string(), std::to_string(map.voxels.size()), std::to_string(map.geometry.voxelCount())});

    const bool wide = std::any_of(map.voxels.begin(), map.voxels.end(), [](std::uint16_t v) { return v > 255; });
    PendingFile pending(file, extension, "export.write");
    if (format == LabelMapFormat::Nifti) {
        writeGzip(pending, {niftiLabelHeader(map, source, wide), voxelBytes(map, wide)});
    } else {
        const auto header = nrrdLabelHeader(map, labels, wide);
        pending.write(header.data(), header.size());
        writeGzip(pending, {voxelBytes(map, wide)});
    }
    pending.sync();
    verify(pending.path(), map, source, format, file);
    pending.commit();
}

}  // namespace protolabel::imaging
