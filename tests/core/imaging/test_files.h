#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/imaging/volume.h"

/// Image files made byte by byte from the formats' specifications, so that readers and writers are tested against neither each other
/// nor the libraries they use.
namespace protolabel::test {

/// A NIfTI-1 or NIfTI-2 single file, by the offsets of nifti1.h and nifti2.h.
class NiftiFile {
public:
    explicit NiftiFile(int version = 1, bool bigEndian = false);

    NiftiFile& dim(std::vector<std::int64_t> sizes);
    NiftiFile& datatype(int code, int bits);
    NiftiFile& pixdim(std::vector<double> values);  ///< pixdim[0] (qfac) first
    NiftiFile& scale(double slope, double intercept);
    NiftiFile& sform(int code, std::array<double, 12> rows);
    NiftiFile& qform(int code, std::array<double, 3> quaternion, std::array<double, 3> offset);
    NiftiFile& units(int code);
    NiftiFile& description(const std::string& text);
    NiftiFile& voxels(const std::vector<double>& values);  ///< in the datatype set before
    NiftiFile& magic(const std::string& text);

    /// .nii plain, .nii.gz compressed, .hdr with its .img beside it.
    void save(const std::filesystem::path& file) const;
    Bytes bytes() const;

private:
    template <class T>
    void put(std::size_t offset, T value);
    void real(std::size_t one, std::size_t two, int index, double value);
    int version_;
    bool big_;
    int type_ = 4;
    Bytes header_;
    Bytes voxels_;
};

/// A small int16 image with voxel values 0, 1, 2, ... and a plain affine: 2 x 3 x 4 mm voxels, RAS.
NiftiFile smallNifti(std::vector<std::int64_t> sizes);

Bytes gzip(const Bytes& bytes);
Bytes gunzip(const Bytes& bytes);
Bytes readBytes(const std::filesystem::path& file);
void writeBytes(const std::filesystem::path& file, const Bytes& bytes);
void writeText(const std::filesystem::path& file, const std::string& text);

/// A classic explicit little-endian DICOM image, 16 bits.
struct DicomSlice {
    std::string series = "1.2.3";
    std::string description = "test series";
    std::string modality = "MR";
    int instance = 1;
    std::array<double, 3> position{0, 0, 0};
    std::array<double, 6> orientation{1, 0, 0, 0, 1, 0};
    double rowSpacing = 2, columnSpacing = 1;
    int rows = 2, columns = 3;
    int samples = 1;
    bool isSigned = false;
    double slope = 1, intercept = 0;
    std::vector<std::uint16_t> pixels;
    bool positioned = true;

    void save(const std::filesystem::path& file) const;
};

/// Sum of stored values, slope and intercept applied.
double sumOf(const imaging::Volume& volume);
bool hasNote(const imaging::Volume& volume, const std::string& part);

}  // namespace protolabel::test
