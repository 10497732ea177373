#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/imaging/volume.h"

/// Headers of DICOM images and how they make up volumes. Private to the layer; dicom_reader.h reads the voxels.
namespace protolabel::imaging::dicom {

/// One 2-D image: a classic file, or one frame of a multi-frame file.
struct Image {
    std::filesystem::path file;
    int index = 0;            ///< frame within the file
    int instance = 0;         ///< Instance Number
    bool positioned = false;  ///< `position` comes from the file
    Vec3 position{0, 0, 0};   ///< centre of the first voxel, LPS mm
    double slope = 1;
    double intercept = 0;
    int samples = 1;        ///< Samples per Pixel
    int bits = 16;          ///< Bits Allocated
    int storedBits = 16;    ///< Bits Stored
    int highBit = 15;       ///< High Bit
    bool isSigned = false;  ///< Pixel Representation
};

/// Images of one Series Instance UID that share matrix size and orientation.
struct Series {
    std::string uid;  ///< with "#2", "#3", ... where one UID holds several orientations or sizes (localizers)
    std::string description;
    Modality modality = Modality::Unknown;
    int columns = 0, rows = 0;
    double xSpacing = 0, ySpacing = 0;  ///< 0 where the file does not say
    double sliceSpacing = 0;            ///< Spacing Between Slices, else Slice Thickness, else 0
    Vec3 xDirection{1, 0, 0}, yDirection{0, 1, 0};
    std::vector<Image> images;
};

bool looksLikeDicom(const std::filesystem::path& file);

struct Scan {
    std::vector<Series> series;                  ///< sorted by UID
    std::vector<std::filesystem::path> damaged;  ///< DICOM files that are cut short
};
/// What these files make up; files without an image are skipped.
Scan scan(const std::vector<std::filesystem::path>& files);

/// The images of one frame in order of position along the normal, and their grid.
struct Stack {
    std::vector<Image> images;
    Geometry geometry;
    int frames = 1;  ///< how often every position is repeated (time points, echoes, magnitude and phase, ...)
    std::vector<std::string> notes;
};
Stack stack(const Series& series, int frame);

}  // namespace protolabel::imaging::dicom
