#!/usr/bin/env python3
"""Writes surface_cases.h: pairs of objects and their distances as scipy's distance transform and erosion give them (python3-scipy).

Usage: make_surface_cases.py > surface_cases.h && clang-format -i surface_cases.h
"""
import numpy
from scipy import ndimage

# (slices, rows, columns), mm; two objects of (centre, radii) each, or the density of random voxels in 1/256
CASES = [
    ("ellipsoids", (20, 40, 48), (7.7, 1.25, 1.25), ((9, 20, 22), (6, 12, 14)), ((10, 22, 20), (5, 11, 15))),
    ("one in the other", (24, 32, 32), (1, 1, 1), ((12, 16, 16), (10, 12, 12)), ((12, 16, 16), (4, 5, 5))),
    ("far apart, cut by the border", (12, 30, 50), (3, 0.5, 0.75), ((0, 0, 4), (6, 8, 9)), ((11, 29, 44), (5, 9, 7))),
    ("one slice", (1, 40, 40), (5, 1.5, 2), ((0, 18, 20), (1, 12, 9)), ((0, 22, 18), (1, 10, 13))),
    ("random voxels", (9, 17, 23), (2.5, 0.7, 1.1), 5, 9),
    ("a single voxel and a cloud", (8, 16, 16), (4, 1, 1), ((3, 8, 8), (0, 0, 0)), 12),
]


def ellipsoid(shape, centre, radii):
    grid = numpy.indices(shape)
    return sum(((g - c) / max(r, 0.5)) ** 2 for g, c, r in zip(grid, centre, radii)) <= 1


def noise(shape, density, seed):
    """The generator of Numerical Recipes, so that the test can draw the same voxels."""
    state, voxels = seed, numpy.zeros(int(numpy.prod(shape)), bool)
    for i in range(voxels.size):
        state = (1664525 * state + 1013904223) % 2**32
        voxels[i] = (state >> 24) < density
    return voxels.reshape(shape)


def make(shape, what, seed):
    return noise(shape, what, seed) if isinstance(what, int) else ellipsoid(shape, *what)


def surface(mask):
    """Without the axis of a single slice, which has no neighbours."""
    flat = mask.squeeze(0) if mask.shape[0] == 1 else mask
    inside = ndimage.binary_erosion(flat, ndimage.generate_binary_structure(flat.ndim, 1), border_value=0)
    return (flat & ~inside).reshape(mask.shape)


def distances(a, b, spacing):
    a, b = surface(a), surface(b)
    there = ndimage.distance_transform_edt(~b, sampling=spacing)[a]
    back = ndimage.distance_transform_edt(~a, sampling=spacing)[b]
    hd95 = max(numpy.percentile(there, 95), numpy.percentile(back, 95))
    return hd95, numpy.concatenate([there, back]).mean()


def described(what):
    if isinstance(what, int):
        return "{{}, {}, %d}" % what
    return "{{%s}, {%s}, 0}" % tuple(", ".join(map(str, v)) for v in what)


def main():
    print("// Made by make_surface_cases.py with scipy's distance_transform_edt and binary_erosion; not to be edited.")
    print("#pragma once\n\n#include <array>\n\nnamespace protolabel::labels::test {\n")
    print("struct Shape {\n    std::array<int, 3> centre, radii;\n    unsigned density;  ///< of random voxels in 1/256; 0: an ellipsoid\n};")
    print("struct SurfaceCase {\n    const char* name;\n    std::array<int, 3> size;\n    std::array<double, 3> spacing;")
    print("    Shape a, b;\n    int voxelsA, voxelsB;\n    double dice, jaccard, hd95, average;\n};\n")
    print("inline const SurfaceCase kSurfaceCases[] = {")
    for name, shape, spacing, first, second in CASES:
        a, b = make(shape, first, 1), make(shape, second, 2)
        hd95, average = distances(a, b, spacing)
        both, total = (a & b).sum(), a.sum() + b.sum()
        print(f'    {{"{name}", {{{", ".join(map(str, shape))}}}, {{{", ".join(map(str, spacing))}}}, '
              f'{described(first)}, {described(second)}, {a.sum()}, {b.sum()}, '
              f'{2 * both / total:.12f}, {both / (a | b).sum():.12f}, {hd95:.9f}, {average:.9f}}},')
    print("};\n\n}  // namespace protolabel::labels::test")


if __name__ == "__main__":
    main()
