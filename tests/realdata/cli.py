"""Runs protolabel-cli for the tests on real scans, and reads what it wrote with nibabel, an independent reader."""
import json
import os
import pathlib
import re
import subprocess
import sys
import time

SKIP = 77  # ctest's SKIP_RETURN_CODE


def programs():
    return pathlib.Path(os.environ["PROTOLABEL_BIN"])


def shared_data():
    folder = pathlib.Path(os.environ.get("PROTOLABEL_SHARED", "")) / "data"
    if not folder.is_dir():
        print("no real scans beside the project: skipped")
        sys.exit(SKIP)
    return folder.resolve()


def number(path):
    return int(re.search(r"_(\d+)\.", path.name).group(1))


def numbered(folder, prefix):
    """Files image_N... of a data set, sorted by N: the order of the papers' folds."""
    return sorted(folder.glob(prefix + "_*.nii.gz"), key=number)


def start(*arguments, **options):
    return subprocess.Popen([programs() / "protolabel-cli", *map(str, arguments)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, **options)


def run(*arguments, expect=0):
    """Runs one command with --json and returns its object."""
    began = time.monotonic()
    process = start(*arguments, "--json")
    out, err = process.communicate()
    if process.returncode != expect:
        raise AssertionError(f"{arguments} ended with {process.returncode}: {out}{err}")
    print(f"{arguments[0]:<12}{time.monotonic() - began:8.1f} s", flush=True)
    return json.loads(out)
