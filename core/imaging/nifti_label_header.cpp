#include <algorithm>
#include <cstring>

#include "core/imaging/file_names.h"
#include "core/imaging/label_headers.h"
#include "core/imaging/nifti_grid_header.h"

namespace protolabel::imaging {

namespace {

/// ANALYZE headers have no affine to lend; their grid is written like any other format's.
bool hasNiftiAffine(const VolumeSource& source) {
    if (!source.seriesUid.empty() || !isNiftiName(source.path)) return false;
    return nifti::openHeader(source.path)->nifti_type != NIFTI_FTYPE_ANALYZE;
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
Bytes build(const LabelMap& map, const Header* source, bool wide) {
    auto header = nifti::gridHeader<Header>(map.geometry, wide ? NIFTI_TYPE_UINT16 : NIFTI_TYPE_UINT8);
    header.intent_code = NIFTI_INTENT_LABEL;
    if (source != nullptr) {
        lendAffine(header, *source);
        if (source->dim[0] == 2) header.dim[0] = 2;  // an image of one slice
    }
    return nifti::headerBytes(header);
}

}  // namespace

Bytes niftiLabelHeader(const LabelMap& map, const VolumeSource& source, bool wide) {
    if (hasNiftiAffine(source))
        return std::visit([&](const auto& header) { return build(map, &header, wide); },
                          nifti::readRawHeader(source.path));
    if (nifti::needsNifti2(map.geometry)) return build<nifti_2_header>(map, nullptr, wide);
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
