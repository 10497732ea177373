#include "core/imaging/nifti_header.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/error.h"
#include "core/imaging/file_names.h"
#include "core/imaging/orientation_note.h"
#include "core/imaging/read_checks.h"

namespace protolabel::imaging::nifti {

namespace fs = std::filesystem;

namespace {

/// Refuses what niftilib would repair silently or print about.
void checkRawHeader(const fs::path& file, const RawHeader& raw) {
    std::array<std::int64_t, 4> dim;
    int datatype = 0;
    std::visit(
        [&](const auto& header) {
            std::copy(header.dim, header.dim + 4, dim.begin());
            datatype = header.datatype;
        },
        raw);
    if (dim[0] < 1 || dim[0] > 7)
        throw Error("image.size", "{0} says it has {1} dimensions; its header is damaged",
                    {file.string(), std::to_string(dim[0])});
    for (std::int64_t i = dim[0] + 1; i <= 3; ++i) dim[i] = 1;
    checkedFrameBytes(file, {dim[1], dim[2], dim[3]}, 1);
    if (!scalarType(datatype))
        throw Error("image.type",
                    "{0} stores voxels of type {1} (code {2}); convert it to an image with one number per voxel",
                    {file.string(), nifti_datatype_string(datatype), std::to_string(datatype)});
}

double millimetresPerUnit(const nifti_image& header) {
    switch (header.xyz_units) {
        case NIFTI_UNITS_METER: return 1000;
        case NIFTI_UNITS_MICRON: return 1e-3;
        default: return 1;
    }
}

/// RAS matrix to an LPS grid; nothing when it is not finite or maps the grid onto a plane.
std::optional<Geometry> fromMatrix(const nifti_image& header, const nifti_dmat44& matrix) {
    Geometry g;
    g.size = {header.nx, header.ny, header.nz};
    const double unit = millimetresPerUnit(header);
    const auto lps = [&](int row, int column) { return (row < 2 ? -unit : unit) * matrix.m[row][column] + 0.0; };
    for (int axis = 0; axis < 3; ++axis) {
        Vec3 step;
        for (int row = 0; row < 3; ++row) step[row] = lps(row, axis);
        g.spacing[axis] = std::hypot(step[0], step[1], step[2]);
        if (!std::isfinite(g.spacing[axis]) || g.spacing[axis] <= 0) return {};
        for (int row = 0; row < 3; ++row) g.direction[axis][row] = step[row] / g.spacing[axis] + 0.0;
        g.origin[axis] = lps(axis, 3);
        if (!std::isfinite(g.origin[axis])) return {};
    }
    const auto& [a, b, c] = g.direction;
    const double volume =
        a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
    if (!(std::abs(volume) > 1e-4)) return {};
    return g;
}

nifti_dmat44 voxelSizeMatrix(const nifti_image& header) {
    nifti_dmat44 matrix{};
    const double sizes[] = {header.dx, header.dy, header.dz};
    for (int axis = 0; axis < 3; ++axis)
        matrix.m[axis][axis] = std::isfinite(sizes[axis]) && sizes[axis] != 0 ? std::abs(sizes[axis]) : 1;
    matrix.m[3][3] = 1;
    return matrix;
}

}  // namespace

std::optional<ScalarType> scalarType(int datatype) {
    switch (datatype) {
        case NIFTI_TYPE_UINT8: return ScalarType::UInt8;
        case NIFTI_TYPE_INT8: return ScalarType::Int8;
        case NIFTI_TYPE_UINT16: return ScalarType::UInt16;
        case NIFTI_TYPE_INT16: return ScalarType::Int16;
        case NIFTI_TYPE_UINT32: return ScalarType::UInt32;
        case NIFTI_TYPE_INT32: return ScalarType::Int32;
        case NIFTI_TYPE_UINT64: return ScalarType::UInt64;
        case NIFTI_TYPE_INT64: return ScalarType::Int64;
        case NIFTI_TYPE_FLOAT32: return ScalarType::Float32;
        case NIFTI_TYPE_FLOAT64: return ScalarType::Float64;
        default: return {};
    }
}

RawHeader readRawHeader(const fs::path& file) {
    checkReadable(file);
    std::array<char, sizeof(nifti_2_header)> bytes{};
    gzFile stream = gzopen(file.c_str(), "rb");  // reads plain files too
    const int read = stream == nullptr ? 0 : gzread(stream, bytes.data(), bytes.size());
    if (stream != nullptr) gzclose(stream);

    // The first number is the header's own size: it tells the version and the byte order.
    std::int32_t size = 0;
    std::memcpy(&size, bytes.data(), sizeof size);
    const auto isHeader = [&] { return size == sizeof(nifti_1_header) || size == sizeof(nifti_2_header); };
    const bool swapped = !isHeader();
    if (swapped) nifti_swap_4bytes(1, &size);
    if (read <= 0 || (isHeader() && read < size))
        throw Error("image.truncated", "{0} is cut short within its header; copy it again from its source",
                    {file.string()});
    if (!isHeader())
        throw Error("image.format", "{0} is no NIfTI image; choose a NIfTI, NRRD, MetaImage or DICOM file",
                    {file.string()});

    if (size == sizeof(nifti_1_header)) {
        nifti_1_header header;
        std::memcpy(&header, bytes.data(), sizeof header);
        if (swapped) swap_nifti_header(&header, 1);
        return header;
    }
    nifti_2_header header;
    std::memcpy(&header, bytes.data(), sizeof header);
    if (swapped) swap_nifti_header(&header, 2);
    return header;
}

Header openHeader(const fs::path& file) {
    nifti_set_debug_level(0);
    checkRawHeader(file, readRawHeader(file));
    Header header(nifti_image_read(file.c_str(), 0));
    if (header && header->iname != nullptr) return header;
    if (extensionOf(file).starts_with(".hdr"))
        throw Error(
            "image.missing",
            "the .img file that belongs to {0} is missing or its header is damaged; put both files side by side",
            {file.string()});
    throw Error("image.format", "{0} has a damaged NIfTI header; copy it again from its source", {file.string()});
}

int frameCount(const nifti_image& header) {
    double product = 1;
    for (int i = 4; i <= 7; ++i) product *= static_cast<double>(std::max<std::int64_t>(header.dim[i], 1));
    return static_cast<int>(std::min(product, 1e9));
}

Geometry geometryOf(const nifti_image& header, std::vector<std::string>& notes) {
    const auto sform = header.sform_code > 0 ? fromMatrix(header, header.sto_xyz) : std::nullopt;
    const auto qform = header.qform_code > 0 ? fromMatrix(header, header.qto_xyz) : std::nullopt;
    if (header.sform_code > 0 && !sform) notes.push_back("sform is unusable and ignored");
    if (header.qform_code > 0 && !qform) notes.push_back("qform is unusable and ignored");
    if (!sform && !qform) notes.emplace_back(kNoOrientation);
    if (sform && qform && largestOffset(*sform, *qform) > 1e-3)
        notes.push_back("sform and qform disagree; sform is used");
    if (millimetresPerUnit(header) != 1) notes.push_back("lengths are not in mm in the file; they were converted");

    const Geometry geometry = sform ? *sform : qform ? *qform : fromMatrix(header, voxelSizeMatrix(header)).value();
    double skew = 0;
    for (int a = 0; a < 3; ++a)
        for (int b = 0; b < a; ++b) {
            const auto &u = geometry.direction[a], &v = geometry.direction[b];
            skew = std::max(skew, std::abs(u[0] * v[0] + u[1] * v[1] + u[2] * v[2]));
        }
    if (skew > 1e-4) notes.push_back("the axes are not at right angles; the grid is kept as it is");
    return geometry;
}

}  // namespace protolabel::imaging::nifti
