#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/imaging/label_map.h"
#include "core/imaging/volume.h"
#include "core/labels/label_table.h"

namespace protolabel::workflow {

struct DemoVolume {
    std::string name;
    imaging::Volume image;
    imaging::LabelMap truth;
};

/// The organs of the demonstration: 1 to 3 differ from their surroundings like liver, kidney and bladder do; 4 is thin and hardly brighter than
/// what is around it.
std::vector<labels::Label> demoLabels();

/// The n-th of the made-up abdomens of `seed`: anisotropic (about 1.6 x 1.6 x 6 mm), oblique, int16, with four organs whose place, shape, texture
/// and contrast vary from volume to volume, unlabelled structures beside them, a bias field and noise. Equal arguments give equal volumes.
/// `side`: voxels in plane (160).
DemoVolume makeDemoVolume(std::uint64_t seed, int n, int side = 160);

}  // namespace protolabel::workflow
