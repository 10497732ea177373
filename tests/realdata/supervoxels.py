#!/usr/bin/env python3
"""Supervoxels of real scans against those that the reference implementation made of them: the same foreground exactly, and the adjusted Rand
index over it (Hubert and Arabie 1985, computed here), which is 1 for equal partitions.

Usage: supervoxels.py all | DATASET/NUMBER...          (chaost2/1; all: the 35 files, about two minutes)
With PROTOLABEL_BIN and PROTOLABEL_SHARED set, as ctest does.
"""
import pathlib
import statistics
import sys
import tempfile

import nibabel
import numpy

from cli import number, numbered, run, shared_data

MINIMUM_SIZE = {"chaost2": 5000, "cmr": 1000}


def pairs(counts):
    counts = counts.astype(float)
    return (counts * (counts - 1) / 2).sum()


def adjusted_rand(a, b):
    _, a = numpy.unique(a, return_inverse=True)
    _, b = numpy.unique(b, return_inverse=True)
    _, together = numpy.unique(a.astype(numpy.int64) * (b.max() + 1) + b, return_counts=True)
    same, of_a, of_b = pairs(together), pairs(numpy.bincount(a)), pairs(numpy.bincount(b))
    expected = of_a * of_b / pairs(numpy.array([len(a)]))
    return 1.0 if of_a + of_b == 2 * expected else (same - expected) / ((of_a + of_b) / 2 - expected)


def check_the_index():
    # By hand from the pair counts 2, 6 and 3 of 15; and 1, 1 and 2 of 6.
    assert abs(adjusted_rand([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]) - 8 / 33) < 1e-12
    assert abs(adjusted_rand([0, 0, 1, 2], [0, 0, 1, 1]) - 4 / 7) < 1e-12
    assert adjusted_rand([5, 5, 9], [1, 1, 0]) == 1


def main():
    check_the_index()
    data = shared_data()
    names = sys.argv[1:]
    if names == ["all"]:
        names = [f"{d}/{number(image)}" for d in MINIMUM_SIZE for image in numbered(data / d, "image")]
    indices = []
    with tempfile.TemporaryDirectory(prefix="protolabel-supervoxels-") as folder:
        for name in names:
            dataset, n = name.split("/")
            out = pathlib.Path(folder) / f"{dataset}_{n}.nii.gz"
            run("supervoxels", data / dataset / f"image_{n}.nii.gz", out, "--min-size", MINIMUM_SIZE[dataset])
            ours = numpy.asarray(nibabel.load(out).dataobj)
            theirs = numpy.asarray(nibabel.load(data / dataset / "supervoxels" / f"supervoxels_{n}.nii.gz").dataobj)
            assert numpy.array_equal(ours > 0, theirs > 0), f"{name}: another foreground"
            inside = theirs > 0
            indices.append(adjusted_rand(ours[inside], theirs[inside]))
            print(f"{name}: adjusted Rand index {indices[-1]:.4f}", flush=True)
            assert indices[-1] >= 0.85, name
    print(f"{len(indices)} files: median {statistics.median(indices):.4f}, smallest {min(indices):.4f}")
    assert statistics.median(indices) >= 0.95


if __name__ == "__main__":
    main()
