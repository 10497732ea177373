#include "core/imaging/itk_reader.h"

#include <itkMetaImageIO.h>
#include <itkNrrdImageIO.h>

#include <cstring>
#include <fstream>
#include <optional>

#include "core/base/error.h"
#include "core/imaging/file_names.h"
#include "core/imaging/orientation_note.h"
#include "core/imaging/read_checks.h"
#include "core/imaging/text_header.h"

namespace protolabel::imaging::itk_file {

namespace fs = std::filesystem;

namespace {

std::optional<ScalarType> scalarType(itk::IOComponentEnum type) {
    using C = itk::IOComponentEnum;
    switch (type) {
        case C::UCHAR: return ScalarType::UInt8;
        case C::CHAR: return ScalarType::Int8;
        case C::USHORT: return ScalarType::UInt16;
        case C::SHORT: return ScalarType::Int16;
        case C::UINT: return ScalarType::UInt32;
        case C::INT: return ScalarType::Int32;
        case C::ULONG: return sizeof(long) == 8 ? ScalarType::UInt64 : ScalarType::UInt32;
        case C::LONG: return sizeof(long) == 8 ? ScalarType::Int64 : ScalarType::Int32;
        case C::ULONGLONG: return ScalarType::UInt64;
        case C::LONGLONG: return ScalarType::Int64;
        case C::FLOAT: return ScalarType::Float32;
        case C::DOUBLE: return ScalarType::Float64;
        default: return {};
    }
}

bool isNrrd(const fs::path& file) {
    const auto extension = extensionOf(file);
    return extension == ".nrrd" || extension == ".nhdr";
}

/// Detached headers (.nhdr, .mhd) name their data freely; whatever lies beside them bounds its size.
std::uint64_t storedBytes(const fs::path& file) {
    const auto extension = extensionOf(file);
    if (extension != ".nhdr" && extension != ".mhd") return fs::file_size(file);
    std::uint64_t sum = 0;
    for (const auto& entry : fs::directory_iterator(file.parent_path().empty() ? "." : file.parent_path()))
        if (entry.is_regular_file()) sum += entry.file_size();
    return sum;
}

/// ITK calls every NRRD axis of values "vector"; only a list of images (3D Slicer's overlapping segments) can be taken apart.
bool hasListAxis(const fs::path& file) {
    std::ifstream header(file, std::ios::binary);
    for (std::string line; std::getline(header, line) && !line.empty() && line != "\r";)
        if (line.starts_with("kinds:")) return line.find(" list") != std::string::npos;
    return false;
}

/// The header of an open file, checked.
struct Header {
    itk::ImageIOBase::Pointer io;
    Geometry geometry;
    ScalarType type = ScalarType::UInt8;
    /// 3-D frames of a 4-D file: interleaved (list axis first, as in 3D Slicer's overlapping segments) or one after another.
    int frames = 1;
    bool interleaved = false;
};

Header open(const fs::path& file) {
    checkReadable(file);
    itk::Object::SetGlobalWarningDisplay(false);
    Header header;
    if (isNrrd(file)) {
        checkNrrdHeader(file);
        header.io = itk::NrrdImageIO::New();
    } else {
        checkMetaImageHeader(file);
        header.io = itk::MetaImageIO::New();
    }
    auto& io = *header.io;
    if (!io.CanReadFile(file.c_str()))
        throw Error("image.format", "{0} is no NRRD or MetaImage file; choose a NIfTI, NRRD, MetaImage or DICOM file",
                    {file.string()});
    io.SetFileName(file.string());
    io.ReadImageInformation();

    const auto type = scalarType(io.GetComponentType());
    const auto components = io.GetNumberOfComponents();
    header.interleaved = components > 1 && isNrrd(file) && hasListAxis(file);
    if (!type || (components > 1 && !header.interleaved))
        throw Error("image.type", "{0} stores {1} voxels; convert it to an image with one number per voxel",
                    {file.string(), itk::ImageIOBase::GetPixelTypeAsString(io.GetPixelType()) + " (" +
                                        std::to_string(components) + " values)"});
    header.type = *type;

    const unsigned dimensions = io.GetNumberOfDimensions();
    auto& g = header.geometry;
    for (unsigned axis = 0; axis < 3; ++axis) {
        g.size[axis] = axis < dimensions ? static_cast<std::int64_t>(io.GetDimensions(axis)) : 1;
        g.spacing[axis] = axis < dimensions ? io.GetSpacing(axis) : 1;
        g.origin[axis] = axis < dimensions ? io.GetOrigin(axis) : 0;
        for (unsigned c = 0; c < 3; ++c)
            g.direction[axis][c] = axis < dimensions && c < dimensions ? io.GetDirection(axis)[c] : (axis == c ? 1 : 0);
    }
    header.frames = static_cast<int>(components);
    for (unsigned axis = 3; axis < dimensions; ++axis) header.frames *= static_cast<int>(io.GetDimensions(axis));
    return header;
}

Volume readFrame(const fs::path& file, int frame) {
    Header header = open(file);
    auto& io = *header.io;
    if (frame < 0 || frame >= header.frames)
        throw Error("image.size", "{0} has {1} frames and no frame {2}",
                    {file.string(), std::to_string(header.frames), std::to_string(frame + 1)});
    Volume volume;
    volume.geometry = header.geometry;
    volume.type = header.type;
    const auto size = sizeOf(header.type);
    const auto frameBytes = checkedFrameBytes(file, header.geometry.size, size);
    const auto allBytes = frameBytes * static_cast<std::uint64_t>(header.frames);
    checkStored(file, allBytes, storedBytes(file), Storage::Deflated);

    itk::ImageIORegion region(io.GetNumberOfDimensions());
    for (unsigned axis = 0; axis < io.GetNumberOfDimensions(); ++axis) region.SetSize(axis, io.GetDimensions(axis));
    io.SetIORegion(region);
    volume.voxels.resize(allBytes);
    io.Read(volume.voxels.data());

    if (header.interleaved) {
        const auto voxels = static_cast<std::size_t>(volume.geometry.voxelCount());
        for (std::size_t i = 0; i < voxels; ++i)
            std::memmove(volume.voxels.data() + i * size,
                         volume.voxels.data() +
                             (i * static_cast<std::size_t>(header.frames) + static_cast<std::size_t>(frame)) * size,
                         size);
    } else if (frame > 0) {
        std::memmove(volume.voxels.data(), volume.voxels.data() + static_cast<std::uint64_t>(frame) * frameBytes,
                     frameBytes);
    }
    volume.voxels.resize(frameBytes);
    volume.voxels.shrink_to_fit();
    noteFrame(volume, frame, header.frames);
    if (isNrrd(file) && !io.GetMetaDataDictionary().HasKey("NRRD_space")) volume.notes.emplace_back(kNoOrientation);
    return volume;
}

/// ITK reports a damaged header and missing voxels alike; which it was follows from whether the header could be read.
template <class F>
auto guarded(const fs::path& file, const char* code, const char* text, F&& f) {
    try {
        return f();
    } catch (const Error&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw Error("image.size", "{0} does not fit into this computer's memory; crop it or use another computer",
                    {file.string()});
    } catch (const std::exception&) {
        throw Error(code, text, {file.string()});
    }
}

}  // namespace

bool hasExtension(const fs::path& file) {
    const auto extension = extensionOf(file);
    return extension == ".nrrd" || extension == ".nhdr" || extension == ".mha" || extension == ".mhd";
}

HeaderInfo describe(const fs::path& file) {
    return guarded(file, "image.format", "{0} has a damaged or unsupported header; save it again, best as NIfTI", [&] {
        const auto header = open(file);
        return HeaderInfo{header.frames, header.geometry, {}};
    });
}

Volume read(const fs::path& file, int frame) {
    describe(file);
    return guarded(file, "image.truncated", "{0} is cut short or damaged; copy it again from its source",
                   [&] { return readFrame(file, frame); });
}

}  // namespace protolabel::imaging::itk_file
