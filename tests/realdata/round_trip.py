#!/usr/bin/env python3
"""new, import, annotate, train, predict, accept, export on real scans; nibabel reads every exported file and compares its
affine and every voxel with what was drawn and what was proposed.

Usage: round_trip.py chaost2|cmr [ITERATIONS]
"""
import pathlib
import sys
import tempfile

import nibabel
import numpy

from cli import numbered, run, shared_data

DATASETS = {
    # test volumes in sorted order, {label id: (name, value in the expert masks)}
    "chaost2": (range(5), {1: ("liver", 1), 2: ("right kidney", 2), 3: ("left kidney", 3), 4: ("spleen", 4)}),
    "cmr": (range(2), {1: ("myocardium", 200), 2: ("blood pool", 500), 3: ("right ventricle", 600)}),
}


def dice(a, b):
    total = a.sum() + b.sum()
    return 1.0 if total == 0 else 2.0 * (a & b).sum() / total


def support_slices(mask):
    """Three slices at 1/6, 1/2 and 5/6 of those that show the object, as the papers' protocol takes them."""
    shown = numpy.flatnonzero(mask.any(axis=(0, 1)))
    return [int(shown[int(len(shown) * fraction)]) for fraction in (1 / 6, 1 / 2, 5 / 6)]


def main():
    dataset = sys.argv[1]
    iterations = int(sys.argv[2]) if len(sys.argv) > 2 else 12
    data = shared_data() / dataset
    volumes, labels = DATASETS[dataset]
    images = [numbered(data, "image")[i] for i in volumes]
    experts = [numbered(data, "label")[i] for i in volumes]
    name = {image: image.name.removesuffix(".nii.gz") for image in images}
    truth = {image: numpy.asarray(nibabel.load(expert).dataobj) for image, expert in zip(images, experts)}

    with tempfile.TemporaryDirectory(prefix="protolabel round trip é ") as folder:
        folder = pathlib.Path(folder)
        project = folder / "projekt ü.plb"
        run("new", project, *sum((["--label", f"{i}={text}"] for i, (text, _) in labels.items()), []))
        imported = run("import", project, *images)
        assert [v["name"] for v in imported["volumes"]] == list(name.values()), imported

        first = images[0]
        drawn = {image: numpy.zeros(truth[image].shape, numpy.uint16) for image in images}
        for label, (text, value) in labels.items():
            slices = support_slices(truth[first] == value)
            run("annotate", project, "--volume", name[first], "--from", experts[0], "--label", text, "--value", value,
                "--slices", ",".join(map(str, slices)), "--support")
            for z in slices:
                drawn[first][:, :, z][truth[first][:, :, z] == value] = label

        trained = run("train", project, "--iterations", iterations, "--seed", 0, "--device", "cpu")
        assert trained["iterations"] == iterations, trained
        predicted = run("predict", project)
        assert predicted["model"] == trained["model"]

        proposed = run("export", project, "--out", folder / "proposals", "--what", "proposals")
        run("accept", project)
        exported = run("export", project, "--out", folder / "out")
        assert len(exported["files"]) == len(images) and all(file["verified"] for file in exported["files"])

        mask_of = {file["volume"]: numpy.asarray(nibabel.load(file["path"]).dataobj) for file in proposed["files"]}
        path_of = {file["volume"]: file["path"] for file in exported["files"]}
        anything = 0
        for image in images:
            source, result = nibabel.load(image), nibabel.load(path_of[name[image]])
            assert numpy.allclose(source.affine, result.affine, rtol=0, atol=1e-5), (image, source.affine, result.affine)
            for code in ("sform_code", "qform_code"):
                assert source.header[code] == result.header[code], (image, code)
            assert source.shape == result.shape
            written = numpy.asarray(result.dataobj)
            assert numpy.issubdtype(written.dtype, numpy.integer)
            # A drawn slice of a label tells the whole truth about it; elsewhere the proposals are taken where nothing is drawn.
            expected = drawn[image].copy()
            proposals = mask_of.get(name[image], numpy.zeros(source.shape, numpy.uint16))
            free = expected == 0
            expected[free] = proposals[free]
            assert numpy.array_equal(written, expected), (image, numpy.count_nonzero(written != expected))
            anything += numpy.count_nonzero(proposals)
            scores = " ".join(f"{text} {100 * dice(written == label, truth[image] == value):.1f}"
                              for label, (text, value) in labels.items())
            print(f"{name[image]}: whole-volume Dice {scores}", flush=True)
        assert anything > 0, "nothing was proposed at all"


if __name__ == "__main__":
    main()
