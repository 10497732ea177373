#include "core/imaging/nifti_grid_header.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

namespace protolabel::imaging::nifti {

namespace {

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
void describe(Header& to, const Geometry& g) {
    using Real = std::remove_reference_t<decltype(to.quatern_b)>;
    const auto matrix = toMatrix(g);
    to.xyzt_units = NIFTI_UNITS_MM;
    to.sform_code = NIFTI_XFORM_SCANNER_ANAT;
    to.qform_code = orthogonal(g) ? NIFTI_XFORM_SCANNER_ANAT : NIFTI_XFORM_UNKNOWN;
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

}  // namespace

template <class Header>
Header gridHeader(const Geometry& geometry, int datatype) {
    Header header{};
    header.sizeof_hdr = sizeof(Header);
    header.dim[0] = 3;
    for (int axis = 0; axis < 3; ++axis)
        header.dim[axis + 1] = static_cast<std::remove_reference_t<decltype(header.dim[0])>>(geometry.size[axis]);
    for (int i = 4; i < 8; ++i) header.dim[i] = 1;
    int bytesPerVoxel = 0, swapSize = 0;
    nifti_datatype_sizes(datatype, &bytesPerVoxel, &swapSize);
    header.datatype = static_cast<std::int16_t>(datatype);
    header.bitpix = static_cast<std::int16_t>(8 * bytesPerVoxel);
    header.scl_slope = 1;
    if constexpr (std::is_same_v<Header, nifti_2_header>)
        std::memcpy(header.magic, "n+2\0\r\n\032\n", 8);
    else
        std::memcpy(header.magic, "n+1", 4);
    describe(header, geometry);
    return header;
}

template <class Header>
Bytes headerBytes(const Header& header) {
    constexpr std::size_t kNoExtension = 4;  // zero bytes
    Header complete = header;
    complete.vox_offset = sizeof(Header) + kNoExtension;
    Bytes bytes(sizeof(Header) + kNoExtension);
    std::memcpy(bytes.data(), &complete, sizeof(Header));
    return bytes;
}

bool needsNifti2(const Geometry& geometry) {
    const auto& size = geometry.size;
    return std::max({size[0], size[1], size[2]}) > std::numeric_limits<std::int16_t>::max();
}

template nifti_1_header gridHeader(const Geometry&, int);
template nifti_2_header gridHeader(const Geometry&, int);
template Bytes headerBytes(const nifti_1_header&);
template Bytes headerBytes(const nifti_2_header&);

}  // namespace protolabel::imaging::nifti
