#include "core/imaging/nifti_image_writer.h"

#include "core/base/pending_file.h"
#include "core/imaging/gzip.h"
#include "core/imaging/nifti_grid_header.h"

namespace protolabel::imaging {

namespace {

int niftiType(ScalarType type) {
    switch (type) {
        case ScalarType::UInt8: return NIFTI_TYPE_UINT8;
        case ScalarType::Int8: return NIFTI_TYPE_INT8;
        case ScalarType::UInt16: return NIFTI_TYPE_UINT16;
        case ScalarType::Int16: return NIFTI_TYPE_INT16;
        case ScalarType::UInt32: return NIFTI_TYPE_UINT32;
        case ScalarType::Int32: return NIFTI_TYPE_INT32;
        case ScalarType::UInt64: return NIFTI_TYPE_UINT64;
        case ScalarType::Int64: return NIFTI_TYPE_INT64;
        case ScalarType::Float32: return NIFTI_TYPE_FLOAT32;
        case ScalarType::Float64: break;
    }
    return NIFTI_TYPE_FLOAT64;
}

template <class Header>
Bytes headerOf(const Volume& volume) {
    auto header = nifti::gridHeader<Header>(volume.geometry, niftiType(volume.type));
    header.scl_slope = static_cast<decltype(header.scl_slope)>(volume.slope);
    header.scl_inter = static_cast<decltype(header.scl_inter)>(volume.intercept);
    return nifti::headerBytes(header);
}

}  // namespace

void writeNiftiImage(const Volume& volume, const std::filesystem::path& file) {
    const auto header =
        nifti::needsNifti2(volume.geometry) ? headerOf<nifti_2_header>(volume) : headerOf<nifti_1_header>(volume);
    PendingFile pending(file);
    if (file.extension() == ".gz") {
        writeGzip(pending, {header, volume.voxels});
    } else {
        pending.write(header.data(), header.size());
        pending.write(volume.voxels.data(), volume.voxels.size());
    }
    pending.commit();
}

}  // namespace protolabel::imaging
