#include "core/workflow/nifti_image.h"

#include <array>
#include <cmath>
#include <cstring>

#include <zlib.h>

#include "core/base/error.h"
#include "core/workflow/files.h"

namespace protolabel::workflow {

namespace {

using imaging::Geometry;
using imaging::ScalarType;
using imaging::Vec3;

/// nifti1.h, byte offsets of the fields that are written.
enum Field {
    SizeOfHeader = 0,
    Dim = 40,
    DataType = 70,
    BitPix = 72,
    PixDim = 76,
    VoxOffset = 108,
    Slope = 112,
    Intercept = 116,
    Units = 123,
    QformCode = 252,
    SformCode = 254,
    Quaternion = 256,
    QOffset = 268,
    SRow = 280,
    Magic = 344
};
constexpr std::size_t kHeader = 352;  // header and the empty extension flag

std::int16_t niftiType(ScalarType type) {
    switch (type) {
        case ScalarType::UInt8: return 2;
        case ScalarType::Int16: return 4;
        case ScalarType::Int32: return 8;
        case ScalarType::Float32: return 16;
        case ScalarType::Float64: return 64;
        case ScalarType::Int8: return 256;
        case ScalarType::UInt16: return 512;
        case ScalarType::UInt32: return 768;
        case ScalarType::Int64: return 1024;
        case ScalarType::UInt64: break;
    }
    return 1280;
}

template <class T>
void put(Bytes& bytes, std::size_t offset, T value) {
    std::memcpy(bytes.data() + offset, &value, sizeof value);
}

/// LPS to RAS: NIfTI's x and y point the other way.
Vec3 toRas(const Vec3& v) {
    return {-v[0], -v[1], v[2]};
}

double dot(const Vec3& a, const Vec3& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/// Writes the quaternion of the axes; false where they are not orthogonal.
bool putQuaternion(Bytes& header, std::array<Vec3, 3> axes) {
    if (std::abs(dot(axes[0], axes[1])) > 1e-6 || std::abs(dot(axes[0], axes[2])) > 1e-6 ||
        std::abs(dot(axes[1], axes[2])) > 1e-6)
        return false;
    const Vec3 cross{axes[0][1] * axes[1][2] - axes[0][2] * axes[1][1],
                     axes[0][2] * axes[1][0] - axes[0][0] * axes[1][2],
                     axes[0][0] * axes[1][1] - axes[0][1] * axes[1][0]};
    const bool mirrored = dot(cross, axes[2]) < 0;
    if (mirrored) axes[2] = {-axes[2][0], -axes[2][1], -axes[2][2]};
    const auto r = [&](int row, int column) {
        return axes[static_cast<std::size_t>(column)][static_cast<std::size_t>(row)];
    };
    // The largest of the four components is found from the diagonal: the others are then divided by it safely.
    const std::array<double, 4> squares{1 + r(0, 0) + r(1, 1) + r(2, 2), 1 + r(0, 0) - r(1, 1) - r(2, 2),
                                        1 - r(0, 0) + r(1, 1) - r(2, 2), 1 - r(0, 0) - r(1, 1) + r(2, 2)};
    std::size_t best = 0;
    for (std::size_t i = 1; i < 4; ++i)
        if (squares[i] > squares[best]) best = i;
    const double s = 2 * std::sqrt(squares[best]);
    const double yz = r(2, 1) - r(1, 2), zx = r(0, 2) - r(2, 0), xy = r(1, 0) - r(0, 1);
    const double sxy = r(0, 1) + r(1, 0), sxz = r(0, 2) + r(2, 0), syz = r(1, 2) + r(2, 1);
    std::array<double, 4> q{};
    if (best == 0) q = {s / 4, yz / s, zx / s, xy / s};
    if (best == 1) q = {yz / s, s / 4, sxy / s, sxz / s};
    if (best == 2) q = {zx / s, sxy / s, s / 4, syz / s};
    if (best == 3) q = {xy / s, sxz / s, syz / s, s / 4};
    const double sign = q[0] < 0 ? -1 : 1;
    for (std::size_t i = 0; i < 3; ++i) put(header, Quaternion + 4 * i, static_cast<float>(sign * q[i + 1]));
    put(header, PixDim, mirrored ? -1.0F : 1.0F);
    return true;
}

Bytes makeHeader(const imaging::Volume& volume) {
    const Geometry& geometry = volume.geometry;
    Bytes header(kHeader);
    put(header, SizeOfHeader, std::int32_t{348});
    put(header, Dim, std::int16_t{3});
    put(header, PixDim, 1.0F);
    for (std::size_t a = 0; a < 7; ++a) {
        const bool used = a < 3;
        if (used && geometry.size[a] > 32767)
            throw Error("nifti.size", "{0} voxels along one axis are more than NIfTI-1 holds (32767); crop the image",
                        {std::to_string(geometry.size[a])});
        put(header, Dim + 2 + 2 * a, static_cast<std::int16_t>(used ? geometry.size[a] : 1));
        put(header, PixDim + 4 + 4 * a, static_cast<float>(used ? geometry.spacing[a] : 1));
    }
    put(header, DataType, niftiType(volume.type));
    put(header, BitPix, static_cast<std::int16_t>(8 * imaging::sizeOf(volume.type)));
    put(header, VoxOffset, static_cast<float>(kHeader));
    put(header, Slope, static_cast<float>(volume.slope));
    put(header, Intercept, static_cast<float>(volume.intercept));
    put(header, Units, std::uint8_t{2});  // mm

    const Vec3 origin = toRas(geometry.origin);
    std::array<Vec3, 3> axes;
    for (std::size_t a = 0; a < 3; ++a) axes[a] = toRas(geometry.direction[a]);
    put(header, QformCode, static_cast<std::int16_t>(putQuaternion(header, axes) ? 1 : 0));
    put(header, SformCode, std::int16_t{1});
    for (std::size_t row = 0; row < 3; ++row) {
        put(header, QOffset + 4 * row, static_cast<float>(origin[row]));
        for (std::size_t a = 0; a < 3; ++a)
            put(header, SRow + 16 * row + 4 * a, static_cast<float>(axes[a][row] * geometry.spacing[a]));
        put(header, SRow + 16 * row + 12, static_cast<float>(origin[row]));
    }
    std::memcpy(header.data() + Magic, "n+1", 4);
    return header;
}

Bytes gzip(const Bytes& raw, const std::filesystem::path& file) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw Error("file.write", "{0} cannot be compressed: not enough memory; close other programs", {file.string()});
    Bytes packed(deflateBound(&stream, raw.size()));
    stream.next_in = const_cast<Bytef*>(raw.data());
    stream.next_out = packed.data();
    std::size_t left = raw.size();
    std::size_t room = packed.size();
    int status = Z_OK;
    while (status == Z_OK) {  // zlib counts in 32 bits
        const auto in = static_cast<uInt>(std::min<std::size_t>(left, 1U << 30));
        const auto out = static_cast<uInt>(std::min<std::size_t>(room, 1U << 30));
        stream.avail_in = in;
        stream.avail_out = out;
        status = deflate(&stream, left == in ? Z_FINISH : Z_NO_FLUSH);
        left -= in - stream.avail_in;
        room -= out - stream.avail_out;
    }
    deflateEnd(&stream);
    packed.resize(packed.size() - room);
    return packed;
}

}  // namespace

void writeNiftiImage(const imaging::Volume& volume, const std::filesystem::path& file) {
    Bytes bytes = makeHeader(volume);
    bytes.insert(bytes.end(), volume.voxels.begin(), volume.voxels.end());
    writeFile(file, file.extension() == ".gz" ? gzip(bytes, file) : bytes);
}

}  // namespace protolabel::workflow
