#!/usr/bin/env python3
"""SIGKILL of the program and of its worker at random moments of the round trip. After each one the project must open and hold
everything that was committed before; the killed command is then run again to its end, and the result is exported and counted.

Usage: kill.py KILLS [SEED]
"""
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

import nibabel
import numpy

from cli import numbered, run, shared_data, start


def state(project):
    """What the project holds, as sets of facts that no kill may take away."""
    status = run("status", project)
    facts = {("label", label["id"], label["name"]) for label in status["labels"]}
    facts |= {("model", model["model"]) for model in status["models"]}
    facts |= {("support", s["volume"], s["slice"], s["label"]) for s in status["supports"]}
    for volume in status["volumes"]:
        facts.add(("volume", volume["name"]))
        facts |= {("voxels", volume["name"], label, count) for label, count in volume["voxels"].items()}
    return facts


def missing(before, after):
    """Facts that are gone. Voxel counts may only grow."""
    lost = {fact for fact in before - after if fact[0] != "voxels"}
    counts = {fact[:3]: fact[3] for fact in after if fact[0] == "voxels"}
    return lost | {fact for fact in before if fact[0] == "voxels" and counts.get(fact[:3], 0) < fact[3]}


def committed(command, project):
    """Whether a command that can be done only once has been done."""
    volumes = run("status", project)["volumes"]
    if command == "import":
        return bool(volumes)
    return command == "accept" and not any(volume["proposals"] for volume in volumes)


def worker_of(process):
    """The process id of the worker that a running command has started, or None."""
    children = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True).stdout.split()
    return int(children[0]) if children else None


def kill_once(arguments, duration, victim, rng):
    """Starts a command and kills it or its worker after a random share of its usual time. Returns its exit code."""
    process = start(*arguments)
    try:
        process.wait(timeout=rng.uniform(0, duration))
    except subprocess.TimeoutExpired:
        pass
    if victim == "worker":
        worker = worker_of(process)
        if worker is not None:
            os.kill(worker, signal.SIGKILL)
    else:
        process.kill()
    _, err = process.communicate(timeout=600)
    if victim == "worker" and process.returncode not in (0, 1):
        raise AssertionError(f"{arguments} ended with {process.returncode} after its worker was killed: {err}")
    if victim == "worker" and process.returncode == 1:
        lines = [line for line in err.splitlines() if line.startswith("error: ")]
        assert len(lines) == 1, err
    return process.returncode


def main():
    kills, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    print(f"{kills} kills, seed {seed}")
    rng = random.Random(seed)
    data = shared_data() / "chaost2"
    images, expert = numbered(data, "image")[:2], numbered(data, "label")[0]
    mask = numpy.asarray(nibabel.load(expert).dataobj) == 1
    shown = numpy.flatnonzero(mask.any(axis=(0, 1)))
    slices = ",".join(str(shown[int(len(shown) * f)]) for f in (1 / 6, 1 / 2, 5 / 6))

    with tempfile.TemporaryDirectory(prefix="protolabel-kill-") as folder:
        folder = pathlib.Path(folder)
        project, out = folder / "p.plb", folder / "out"
        steps = [
            ("import", project, *images),
            ("annotate", project, "--volume", "image_1", "--from", expert, "--label", "liver", "--slices", slices,
             "--support"),
            ("train", project, "--iterations", 6, "--device", "cpu"),
            ("predict", project),
            ("accept", project),
            ("export", project, "--out", out),
        ]
        durations = {}
        done = 0
        while done < kills:
            for leftover in folder.glob("p.plb*"):
                if leftover.is_file():
                    leftover.unlink()
            run("new", project, "--label", "1=liver")
            for step in steps:
                # The first round only measures how long each step takes.
                while step[0] in durations and done < kills and rng.random() < 0.6:
                    before = state(project)
                    victim = rng.choice(["program", "worker"]) if step[0] in ("train", "predict") else "program"
                    code = kill_once(step, durations[step[0]], victim, rng)
                    done += 1
                    lost = missing(before, state(project))
                    assert not lost, f"lost after {step[0]} was killed: {lost}"
                    print(f"kill {done}: {victim} in {step[0]}, exit {code}", flush=True)
                if committed(step[0], project):
                    continue  # it was killed after its commit, and would now say that there is nothing to do
                began = time.monotonic()
                run(*step)
                durations.setdefault(step[0], time.monotonic() - began)
            written = numpy.asarray(nibabel.load(next(out.glob("image_1*.nii.gz"))).dataobj) == 1
            for z in map(int, slices.split(",")):
                assert numpy.array_equal(written[:, :, z], mask[:, :, z]), f"slice {z} as drawn is not in the export"


if __name__ == "__main__":
    main()
