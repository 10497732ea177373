#include <algorithm>
#include <cmath>
#include <cstring>
#include <type_traits>

#include "core/imaging/file_names.h"
#include "core/imaging/label_headers.h"
#include "core/imaging/nifti_header.h"

namespace protolabel::imaging {

namespace {

/// ANALYZE headers have no affine to lend; their grid is written like any other format's.
bool hasNiftiAffine(const VolumeSource& source) {
    if (!source.seriesUid.empty() || !isNiftiName(source.path)) return false;
    return nifti::openHeader(source.path)->nifti_type != NIFTI_FTYPE_ANALYZE;
}

nifti_dmat44 toMatrix(const Geometry& g) {
    nifti_dmat44 matrix{};
    for (int row = 0; row < 3; ++row) {
        const double sign = row < 2 ? -1 : 1;  // LPS to RAS
        for (int axis = 0; axis < 3; ++axis)
            matrix.m[row][axis] = sign * g.spacing[axis] * g.direction[axis][row] + 0.0;
        matrix.m[row][3] = sign * g.origin[row] + 0.0;
    }
    matrix.m[3][3] = 1;
    return matrix;
}

bool orthogonal(const Geometry& g) {
    for (int a = 0; a < 3; ++a)
        for (int b = 0; b < a; ++b) {
            const auto &u = g.direction[a], &v = g.direction[b];
            if (std::abs(u[0] * v[0] + u[1] * v[1] + u[2] * v[2]) > 1e-5) return false;
        }
    return true;
}

template <class Header>
void lendAffine(Header& to, const Header& from) {
    std::copy(from.pixdim, from.pixdim + 4, to.pixdim);
    to.xyzt_units = from.xyzt_units;
    to.qform_code = from.qform_code;
    to.sform_code = from.sform_code;
    to.quatern_b = from.quatern_b;
    to.quatern_c = from.quatern_c;
    to.quatern_d = from.quatern_d;
    to.qoffset_x = from.qoffset_x;
    to.qoffset_y = from.qoffset_y;
    to.qoffset_z = from.qoffset_z;
    std::copy(from.srow_x, from.srow_x + 4, to.srow_x);
    std::copy(from.srow_y, from.srow_y + 4, to.srow_y);
    std::copy(from.srow_z, from.srow_z + 4, to.srow_z);
}

template <class Header>
void describe(Header& to, const Geometry& g) {
    using Real = std::remove_reference_t<decltype(to.quatern_b)>;
    const auto matrix = toMatrix(g);
    to.xyzt_units = NIFTI_UNITS_MM;
    to.sform_code = NIFTI_XFORM_SCANNER_ANAT;
    to.qform_code = orthogonal(g) ? NIFTI_XFORM_SCANNER_ANAT : NIFTI_XFORM_UNKNOWN;  // a quaternion cannot hold shear
    double b, c, d, x, y, z, sx, sy, sz, handed;
    nifti_dmat44_to_quatern(matrix, &b, &c, &d, &x, &y, &z, &sx, &sy, &sz, &handed);
    to.quatern_b = static_cast<Real>(b);
    to.quatern_c = static_cast<Real>(c);
    to.quatern_d = static_cast<Real>(d);
    to.qoffset_x = static_cast<Real>(x);
    to.qoffset_y = static_cast<Real>(y);
    to.qoffset_z = static_cast<Real>(z);
    to.pixdim[0] = static_cast<Real>(handed);
    for (int axis = 0; axis < 3; ++axis) to.pixdim[axis + 1] = static_cast<Real>(g.spacing[axis]);
    for (int column = 0; column < 4; ++column) {
        to.srow_x[column] = static_cast<Real>(matrix.m[0][column]);
        to.srow_y[column] = static_cast<Real>(matrix.m[1][column]);
        to.srow_z[column] = static_cast<Real>(matrix.m[2][column]);
    }
}

template <class Header>
Bytes build(const LabelMap& map, const Header* source, bool wide) {
    constexpr bool two = std::is_same_v<Header, nifti_2_header>;
    Header header{};
    header.sizeof_hdr = sizeof(Header);
    header.dim[0] = 3;
    for (int axis = 0; axis < 3; ++axis)
        header.dim[axis + 1] = static_cast<std::remove_reference_t<decltype(header.dim[0])>>(map.geometry.size[axis]);
    for (int i = 4; i < 8; ++i) header.dim[i] = 1;
    header.datatype = wide ? NIFTI_TYPE_UINT16 : NIFTI_TYPE_UINT8;
    header.bitpix = wide ? 16 : 8;
    header.scl_slope = 1;
    header.intent_code = NIFTI_INTENT_LABEL;
    header.vox_offset = sizeof(Header) + 4;  // four zero bytes: no extension
    if constexpr (two)
        std::memcpy(header.magic, "n+2\0\r\n\032\n", 8);
    else
        std::memcpy(header.magic, "n+1", 4);
    if (source != nullptr)
        lendAffine(header, *source);
    else
        describe(header, map.geometry);
    Bytes bytes(sizeof(Header) + 4);
    std::memcpy(bytes.data(), &header, sizeof(Header));
    return bytes;
}

}  // namespace

Bytes niftiLabelHeader(const LabelMap& map, const VolumeSource& source, bool wide) {
    if (hasNiftiAffine(source))
        return std::visit([&](const auto& header) { return build(map, &header, wide); },
                          nifti::readRawHeader(source.path));
    const auto& size = map.geometry.size;
    if (std::max({size[0], size[1], size[2]}) > 32767) return build<nifti_2_header>(map, nullptr, wide);
    return build<nifti_1_header>(map, nullptr, wide);
}

std::string niftiAffineDifference(const std::filesystem::path& written, const VolumeSource& source) {
    if (!hasNiftiAffine(source)) return "";
    const auto a = nifti::openHeader(written), b = nifti::openHeader(source.path);
    const auto same = [](const nifti_dmat44& x, const nifti_dmat44& y) { return std::memcmp(&x, &y, sizeof x) == 0; };
    if (a->sform_code != b->sform_code) return "sform code";
    if (a->qform_code != b->qform_code) return "qform code";
    if (b->sform_code > 0 && !same(a->sto_xyz, b->sto_xyz)) return "sform";
    if (b->qform_code > 0 && !same(a->qto_xyz, b->qto_xyz)) return "qform";
    if (a->xyz_units != b->xyz_units) return "unit of length";
    return "";
}

}  // namespace protolabel::imaging
