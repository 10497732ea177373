#!/usr/bin/env python3
"""Writes filter_cases.h: small volumes and what scipy makes of them (python3-scipy): distances, filled holes, components, Gaussians.

Usage: make_filter_cases.py > filter_cases.h && clang-format -i filter_cases.h
"""
import numpy
from scipy import ndimage

SPACING = (2.5, 1.0, 0.75)  # mm between slices, rows, columns
SHAPE = (7, 12, 14)


def blob():
    """Two ellipsoids that touch the border, a cavity, a ring, a thin wall and single voxels."""
    k, j, i = numpy.indices(SHAPE)
    m = ((k - 3) / 3.2) ** 2 + ((j - 5) / 4.5) ** 2 + ((i - 5) / 4.8) ** 2 <= 1
    m &= ~(((k - 3) / 1.2) ** 2 + ((j - 5) / 1.8) ** 2 + ((i - 5) / 2.2) ** 2 <= 1)
    m |= ((k - 6) / 1.5) ** 2 + ((j - 11) / 3) ** 2 + ((i - 13) / 3.5) ** 2 <= 1
    m[1, 8:11, 9:12] = True
    m[1, 9, 10] = False
    m[0, 0, 13] = m[5, 1, 12] = m[5, 0, 11] = True
    return m


def neighbour():
    """Another label that shares a border with the blob."""
    k, j, i = numpy.indices(SHAPE)
    return (i >= 8) & (j >= 3) & (j <= 7) & (k >= 2) & (k <= 4) & ~blob()


def grown(m, mm):
    return ndimage.distance_transform_edt(~m, sampling=SPACING) <= mm + 1e-9


def shrunk(m, mm):
    return m & (ndimage.distance_transform_edt(m, sampling=SPACING) > mm + 1e-9)


def share(m, others, sigma):
    """The Gaussian of the object over that of all that counts; cut off at four standard deviations, as scipy does."""
    free = ~others
    sigmas = [sigma / s for s in SPACING]
    blur = lambda x: ndimage.gaussian_filter(x.astype(float), sigmas, mode="constant", truncate=4)
    with numpy.errstate(invalid="ignore"):
        return numpy.where(free, blur(m & free) / blur(free), 0)


def smoothed(m, others, sigma):
    """The level whose count comes closest to the object's, in 0.25..0.75 on the scale of 4096 levels that the filter works with."""
    p, wanted = numpy.rint(share(m, others, sigma) * 4096), (m & ~others).sum()
    levels = range(1024, 3072 + 2)
    best = min(levels, key=lambda t: (abs(((p >= t) & ~others).sum() - wanted), -t))
    return (p >= best) & ~others


def picture(name, m):
    rows = ",\n".join("    {" + ", ".join('"' + "".join(".#"[v] for v in row) + '"' for row in s) + "}" for s in m.astype(int))
    print(f"inline const Picture {name}{{\n{rows}}};\n")


def per_slice(f, m):
    return numpy.stack([f(s) for s in m])


def main():
    m, other = blob(), neighbour()
    print("// Made by make_filter_cases.py with scipy; not to be edited.\n#pragma once\n")
    print('#include "tests/core/labels/drawing.h"\n\nnamespace protolabel::labels::test {\n')
    print(f"/// mm along i, j, k.\ninline const Spacing3 kSpacing{{{SPACING[2]}, {SPACING[1]}, {SPACING[0]}}};\n")
    picture("kBlob", m)
    picture("kNeighbour", other)
    picture("kFilled", ndimage.binary_fill_holes(m))
    picture("kFilledBySlice", per_slice(ndimage.binary_fill_holes, m))
    components, count = ndimage.label(m)
    sizes = ndimage.sum_labels(m, components, range(1, count + 1))
    print(f"inline const std::vector<std::int64_t> kSizes{{{', '.join(str(int(s)) for s in sizes)}}};\n")
    picture("kLargest", components == 1 + sizes.argmax())
    picture("kWithoutIslands", numpy.isin(components, 1 + numpy.flatnonzero(sizes >= 5)))
    for mm in (1.0, 2.5, 4.1):
        picture(f"kGrown{int(10 * mm)}", grown(m, mm))
        picture(f"kShrunk{int(10 * mm)}", shrunk(m, mm))
    picture("kSmoothed", smoothed(m, other & False, 1.5))
    picture("kSmoothedBeside", smoothed(m, other, 1.5))
    print("}  // namespace protolabel::labels::test")


if __name__ == "__main__":
    main()
