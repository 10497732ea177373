#pragma once

#include "core/base/bytes.h"
#include "core/imaging/nifti_header.h"

/// NIfTI headers that are written. Private to the layer.
namespace protolabel::imaging::nifti {

/// A header of version Header (nifti_1_header or nifti_2_header) for one 3-D image: size, type (a NIFTI_TYPE), slope 1, and the
/// geometry as sform (code 1, scanner) and, where the grid is orthogonal, as qform (a quaternion cannot hold shear). mm, RAS.
template <class Header>
Header gridHeader(const Geometry& geometry, int datatype);

/// Header and the empty extension flag: the bytes in front of the voxels.
template <class Header>
Bytes headerBytes(const Header& header);

/// Whether a side exceeds what NIfTI-1 holds (32767).
bool needsNifti2(const Geometry& geometry);

}  // namespace protolabel::imaging::nifti
