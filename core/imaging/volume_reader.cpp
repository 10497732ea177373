#include "core/imaging/volume_reader.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/imaging/dicom_reader.h"
#include "core/imaging/dicom_series.h"
#include "core/imaging/file_names.h"
#include "core/imaging/itk_reader.h"
#include "core/imaging/nifti_reader.h"
#include "core/imaging/read_checks.h"

namespace protolabel::imaging {

namespace fs = std::filesystem;

namespace {

/// The header of a pair: ".img" and ".img.gz" become ".hdr" and ".hdr.gz", whichever exists.
fs::path headerOf(const fs::path& file) {
    const auto extension = extensionOf(file);
    if (!extension.starts_with(".img")) return file;
    const auto stem = file.parent_path() / nameWithoutExtension(file);
    for (const char* candidate : {".hdr", ".hdr.gz", ".HDR"})
        if (const auto header = fs::path(stem.string() + candidate); fs::exists(header)) return header;
    throw Error("image.missing", "the .hdr file that belongs to {0} is missing; put both files side by side",
                {file.string()});
}

SourceInfo describeFile(const fs::path& file, const HeaderInfo& header) {
    SourceInfo info;
    info.source = {file, "", 0, header.frames, nameWithoutExtension(file)};
    info.geometry = header.geometry;
    info.notes = header.notes;
    return info;
}

std::vector<SourceInfo> sourcesOfFile(const fs::path& file) {
    if (isNiftiName(file)) {
        const auto header = headerOf(file);
        auto info = describeFile(header, nifti::describe(header));
        info.source.name = nameWithoutExtension(file);
        return {info};
    }
    if (itk_file::hasExtension(file)) return {describeFile(file, itk_file::describe(file))};
    if (dicom::looksLikeDicom(file)) {
        auto series = dicom::findSeries(file);
        if (!series.empty()) return series;
    }
    throw Error("image.format", "{0} is no image; choose a NIfTI, NRRD, MetaImage or DICOM file", {file.string()});
}

/// The series and image files of one folder, without those below it.
void addFolder(const fs::path& folder, std::vector<SourceInfo>& found, std::vector<Error>& refused) {
    std::set<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (!entry.is_regular_file() || (!isNiftiName(entry.path()) && !itk_file::hasExtension(entry.path()))) continue;
        try {
            for (auto& info : sourcesOfFile(entry.path()))
                if (files.insert(info.source.path).second) found.push_back(std::move(info));
        } catch (const Error& error) {
            refused.push_back(error);
        }
    }
    for (auto& series : dicom::findSeries(folder)) found.push_back(std::move(series));
}

void addFile(Sha256& hash, const fs::path& file) {
    checkReadable(file);
    std::ifstream in(file, std::ios::binary);
    std::vector<char> buffer(1 << 20);
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0)
        hash.update(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (in.bad()) throw Error("image.unreadable", "{0} cannot be read to its end; check its disk", {file.string()});
}

}  // namespace

std::vector<SourceInfo> describeVolumes(const fs::path& path, bool recursive, std::vector<Error>* refused) {
    checkReadable(path);
    std::vector<SourceInfo> found;
    std::vector<Error> bad;
    try {
        if (!fs::is_directory(path)) return sourcesOfFile(path);
        addFolder(path, found, bad);
        if (recursive)
            for (const auto& entry :
                 fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied))
                if (entry.is_directory()) addFolder(entry.path(), found, bad);
    } catch (const fs::filesystem_error& failure) {
        throw Error("image.unreadable", "{0} cannot be listed; check its permissions", {failure.path1().string()});
    }
    if (found.empty() && !bad.empty()) throw bad.front();
    if (refused != nullptr) *refused = bad;
    if (found.empty())
        throw Error("image.none", "{0} holds no image; choose a folder of NIfTI, NRRD, MetaImage or DICOM files",
                    {path.string()});
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.source.path < b.source.path; });
    return found;
}

std::vector<VolumeSource> findVolumes(const fs::path& path, bool recursive, std::vector<Error>* refused) {
    std::vector<VolumeSource> sources;
    for (auto& info : describeVolumes(path, recursive, refused)) sources.push_back(std::move(info.source));
    return sources;
}

Volume readVolume(const VolumeSource& source) {
    checkReadable(source.path);
    try {
        Volume volume;
        if (!source.seriesUid.empty() || fs::is_directory(source.path))
            volume = dicom::read(source);
        else if (isNiftiName(source.path))
            volume = nifti::read(headerOf(source.path), source.frame);
        else if (itk_file::hasExtension(source.path))
            volume = itk_file::read(source.path, source.frame);
        else
            volume = dicom::read(source);
        noteValues(volume);
        return volume;
    } catch (const std::bad_alloc&) {
        throw Error("image.size", "{0} does not fit into this computer's memory; crop it or use another computer",
                    {source.path.string()});
    } catch (const fs::filesystem_error& failure) {
        throw Error("image.unreadable", "{0} cannot be read; check its permissions", {failure.path1().string()});
    }
}

Volume readVolume(const fs::path& path) {
    return readVolume(findVolumes(path, false).front());
}

std::string contentHash(const VolumeSource& source) {
    Sha256 hash;
    if (!source.seriesUid.empty()) {
        for (const auto& file : dicom::files(source)) addFile(hash, file);
        return hash.hex();
    }
    addFile(hash, source.path);
    const auto extension = extensionOf(source.path);
    if (extension.starts_with(".hdr")) {
        addFile(hash, nifti::dataFile(source.path));
    } else if (extension == ".nhdr" || extension == ".mhd") {  // data files are named freely: take what they hold
        VolumeSource frame = source;
        for (frame.frame = 0; frame.frame < source.frames; ++frame.frame) {
            const auto voxels = readVolume(frame).voxels;
            hash.update(voxels.data(), voxels.size());
        }
    }
    return hash.hex();
}

}  // namespace protolabel::imaging
