// Made by make_surface_cases.py with scipy's distance_transform_edt and binary_erosion; not to be edited.
#pragma once

#include <array>

namespace protolabel::labels::test {

struct Shape {
    std::array<int, 3> centre, radii;
    unsigned density;  ///< of random voxels in 1/256; 0: an ellipsoid
};
struct SurfaceCase {
    const char* name;
    std::array<int, 3> size;
    std::array<double, 3> spacing;
    Shape a, b;
    int voxelsA, voxelsB;
    double dice, jaccard, hd95, average;
};

inline const SurfaceCase kSurfaceCases[] = {
    {"ellipsoids",
     {20, 40, 48},
     {7.7, 1.25, 1.25},
     {{9, 20, 22}, {6, 12, 14}, 0},
     {{10, 22, 20}, {5, 11, 15}, 0},
     4189,
     3411,
     0.766842105263,
     0.621852326078,
     11.102888744,
     3.198616167},
    {"one in the other",
     {24, 32, 32},
     {1, 1, 1},
     {{12, 16, 16}, {10, 12, 12}, 0},
     {{12, 16, 16}, {4, 5, 5}, 0},
     6013,
     417,
     0.129704510109,
     0.069349742225,
     7.071067812,
     6.395384525},
    {"far apart, cut by the border",
     {12, 30, 50},
     {3, 0.5, 0.75},
     {{0, 0, 4}, {6, 8, 9}, 0},
     {{11, 29, 44}, {5, 9, 7}, 0},
     457,
     397,
     0.000000000000,
     0.000000000000,
     37.934717797,
     32.810800776},
    {"one slice",
     {1, 40, 40},
     {5, 1.5, 2},
     {{0, 18, 20}, {1, 12, 9}, 0},
     {{0, 22, 18}, {1, 10, 13}, 0},
     331,
     403,
     0.683923705722,
     0.519668737060,
     11.949285568,
     5.441172906},
    {"random voxels",
     {9, 17, 23},
     {2.5, 0.7, 1.1},
     {{}, {}, 5},
     {{}, {}, 9},
     81,
     147,
     0.008771929825,
     0.004405286344,
     4.824925869,
     2.374070384},
    {"a single voxel and a cloud",
     {8, 16, 16},
     {4, 1, 1},
     {{3, 8, 8}, {0, 0, 0}, 0},
     {{}, {}, 12},
     1,
     105,
     0.000000000000,
     0.000000000000,
     17.803048608,
     10.758007217},
};

}  // namespace protolabel::labels::test
