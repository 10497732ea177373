#include "core/imaging/dicom_reader.h"

#include <gdcmImageReader.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <set>

#include "core/base/error.h"
#include "core/imaging/dicom_series.h"
#include "core/imaging/file_names.h"
#include "core/imaging/read_checks.h"

namespace protolabel::imaging::dicom {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> candidates(const fs::path& path) {
    if (!fs::is_directory(path)) return {path};
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(path))
        if (entry.is_regular_file() && looksLikeDicom(entry.path())) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

struct Found {
    Series series;
    std::vector<std::string> notes;
};

Found findOne(const VolumeSource& source) {
    checkReadable(source.path);
    auto found = scan(candidates(source.path));
    if (found.series.empty() && !found.damaged.empty())
        throw Error("image.truncated", "{0} is cut short; copy it again from its source",
                    {found.damaged.front().string()});
    if (found.series.empty())
        throw Error("image.format", "{0} holds no DICOM image; choose the folder of an image series",
                    {source.path.string()});
    std::vector<std::string> notes;
    if (!found.damaged.empty())
        notes.push_back(std::to_string(found.damaged.size()) + " files are cut short and left out, the first is " +
                        found.damaged.front().filename().string());
    for (auto& series : found.series)
        if (source.seriesUid.empty() || series.uid == source.seriesUid) return {std::move(series), std::move(notes)};
    throw Error("image.missing", "{0} no longer holds the DICOM series {1}; put its files back",
                {source.path.string(), source.seriesUid});
}

/// Series descriptions become volume and file names.
std::string cleanName(const std::string& description, const fs::path& path) {
    std::string name = description;
    for (char& c : name)
        if (static_cast<unsigned char>(c) < 0x20 || std::strchr("/\\:*?\"<>|^", c) != nullptr) c = '_';
    if (!name.empty()) return name;
    return fs::is_directory(path) ? fs::canonical(path).filename().string() : nameWithoutExtension(path);
}

std::optional<ScalarType> scalarType(const gdcm::PixelFormat& format) {
    switch (format.GetScalarType()) {
        case gdcm::PixelFormat::UINT8: return ScalarType::UInt8;
        case gdcm::PixelFormat::INT8: return ScalarType::Int8;
        case gdcm::PixelFormat::UINT16: return ScalarType::UInt16;
        case gdcm::PixelFormat::INT16: return ScalarType::Int16;
        case gdcm::PixelFormat::UINT32: return ScalarType::UInt32;
        case gdcm::PixelFormat::INT32: return ScalarType::Int32;
        case gdcm::PixelFormat::FLOAT32: return ScalarType::Float32;
        case gdcm::PixelFormat::FLOAT64: return ScalarType::Float64;
        default: return {};
    }
}

/// The decoded frames of one file.
struct Decoded {
    fs::path file;
    ScalarType type = ScalarType::UInt8;
    Bytes bytes;
};

Decoded decode(const Image& header) {
    const auto& file = header.file;
    if (header.samples > 1) throw Error("image.type", "{0} stores colours; export it as grey values", {file.string()});
    // GDCM is built with assertions and would end the program over these.
    const bool whole = header.bits == 8 || header.bits == 16 || header.bits == 32 || header.bits == 64;
    if (header.samples != 1 || !whole || header.storedBits < 1 || header.storedBits > header.bits ||
        header.highBit >= header.bits)
        throw Error("image.type",
                    "{0} packs its pixels in an unsupported way ({1} bits in {2}); export it again with 16 bits",
                    {file.string(), std::to_string(header.storedBits), std::to_string(header.bits)});
    gdcm::ImageReader reader;
    reader.SetFileName(file.c_str());
    if (!reader.Read())
        throw Error("image.format", "{0} has damaged or unsupported pixel data; export it again uncompressed",
                    {file.string()});
    const auto& image = reader.GetImage();
    Decoded decoded{file, ScalarType::UInt8, {}};
    const auto type = scalarType(image.GetPixelFormat());
    if (!type || image.GetPixelFormat().GetSamplesPerPixel() != 1 ||
        image.GetPhotometricInterpretation() == gdcm::PhotometricInterpretation::PALETTE_COLOR)
        throw Error("image.type", "{0} stores colour or packed pixels; export it as grey values", {file.string()});
    decoded.type = *type;
    const auto frames = image.GetNumberOfDimensions() > 2 ? image.GetDimension(2) : 1;
    const auto expected =
        checkedFrameBytes(file, {image.GetDimension(0), image.GetDimension(1), frames}, sizeOf(*type));
    decoded.bytes.resize(std::max<std::size_t>(expected, image.GetBufferLength()));
    if (!image.GetBuffer(reinterpret_cast<char*>(decoded.bytes.data())))
        throw Error("image.truncated", "{0} is cut short or damaged; copy it again from its source", {file.string()});
    return decoded;
}

/// Whether one stored type and scaling serve all images.
bool uniform(const std::vector<Image>& images) {
    const auto& a = images.front();
    return std::all_of(images.begin(), images.end(), [&](const Image& b) {
        return a.slope == b.slope && a.intercept == b.intercept && a.bits == b.bits && a.isSigned == b.isSigned;
    });
}

Volume assemble(const Series& series, Stack stack, const VolumeSource& source) {
    Volume volume;
    volume.geometry = stack.geometry;
    volume.modality = series.modality;
    volume.notes = std::move(stack.notes);
    noteFrame(volume, source.frame, stack.frames);
    const bool keep = uniform(stack.images);
    if (!keep) volume.notes.push_back("slices are scaled differently; values were converted to float32");

    Decoded decoded;
    const auto plane = static_cast<std::size_t>(series.columns) * static_cast<std::size_t>(series.rows);
    for (std::size_t k = 0; k < stack.images.size(); ++k) {
        const auto& image = stack.images[k];
        if (decoded.file != image.file) decoded = decode(image);
        if (k == 0) {
            volume.type = keep ? decoded.type : ScalarType::Float32;
            volume.voxels.resize(checkedFrameBytes(source.path, volume.geometry.size, sizeOf(volume.type)));
        }
        const auto bytes = plane * sizeOf(decoded.type);
        if (decoded.bytes.size() < bytes * (static_cast<std::size_t>(image.index) + 1) ||
            (keep && decoded.type != volume.type))
            throw Error("image.truncated",
                        "{0} does not hold the pixels its header promises; copy it again from its source",
                        {image.file.string()});
        const auto* from = decoded.bytes.data() + bytes * static_cast<std::size_t>(image.index);
        auto* to = volume.voxels.data() + k * plane * sizeOf(volume.type);
        if (keep) {
            std::memcpy(to, from, bytes);
            continue;
        }
        Volume slice;
        slice.geometry.size = {series.columns, series.rows, 1};
        slice.type = decoded.type;
        slice.voxels.assign(from, from + bytes);
        slice.slope = image.slope;
        slice.intercept = image.intercept;
        std::memcpy(to, slice.toFloat().data(), plane * sizeof(float));
    }
    if (keep) {
        volume.slope = stack.images.front().slope;
        volume.intercept = stack.images.front().intercept;
    }
    return volume;
}

}  // namespace

std::vector<SourceInfo> findSeries(const fs::path& path) {
    std::vector<SourceInfo> sources;
    const auto found = scan(candidates(path));
    if (found.series.empty() && !found.damaged.empty())
        throw Error("image.truncated", "{0} is cut short; copy it again from its source",
                    {found.damaged.front().string()});
    for (const auto& series : found.series) {
        auto first = stack(series, 0);
        const VolumeSource source{path, series.uid, 0, first.frames, cleanName(series.description, path)};
        sources.push_back({source, series.description, series.modality, first.geometry,
                           static_cast<int>(series.images.size()), std::move(first.notes)});
    }
    return sources;
}

Volume read(const VolumeSource& source) {
    try {
        auto [series, notes] = findOne(source);
        auto images = stack(series, source.frame);
        images.notes.insert(images.notes.begin(), notes.begin(), notes.end());
        if (source.frame < 0 || source.frame >= images.frames)
            throw Error("image.size", "{0} has {1} frames and no frame {2}",
                        {source.path.string(), std::to_string(images.frames), std::to_string(source.frame + 1)});
        return assemble(series, std::move(images), source);
    } catch (const Error&) {
        throw;
    } catch (const std::exception& failure) {
        throw Error("image.format", "{0} cannot be decoded ({1}); export it again uncompressed",
                    {source.path.string(), failure.what()});
    }
}

std::vector<fs::path> files(const VolumeSource& source) {
    std::set<fs::path> sorted;
    for (const auto& image : findOne(source).series.images) sorted.insert(image.file);
    return {sorted.begin(), sorted.end()};
}

}  // namespace protolabel::imaging::dicom
