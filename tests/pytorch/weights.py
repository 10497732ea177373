#!/usr/bin/env python3
"""A ResNet-18 goes from PyTorch into a project and back: what comes out is what went in, names and values."""
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
import torch

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "core/fewshot"))
import make_torch_files  # noqa: E402

CLI = pathlib.Path(os.environ["PROTOLABEL_BIN"]) / "protolabel-cli"
TYPES = {"F32": np.float32, "I64": np.int64}


def cli(*arguments, code=0):
    done = subprocess.run([CLI, *map(str, arguments), "--json"], capture_output=True, text=True)
    assert done.returncode == code, f"{arguments}: {done.returncode}: {done.stderr}"
    return json.loads(done.stdout) if code == 0 else done.stderr


def load_safetensors(file):
    """As README.md shows it."""
    data = file.read_bytes()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + size])
    header.pop("__metadata__")
    return {name: torch.from_numpy(np.frombuffer(data[8 + size:][slice(*t["data_offsets"])], TYPES[t["dtype"]])
                                   .reshape(t["shape"]).copy()) for name, t in header.items()}


def main():
    weights = make_torch_files.encoder((2, 2, 2, 2), False, torch.float32)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        project = folder / "p.plb"
        cli("new", project, "--label", "1=liver")
        plain = folder / "plain.pth"
        torch.save(weights, plain, _use_new_zipfile_serialization=False)
        named = folder / f"resnet18-{hashlib.sha256(plain.read_bytes()).hexdigest()[:8]}.pth"
        plain.rename(named)

        imported = cli("model", "import", named, "--project", project)
        assert (imported["encoder"], imported["method"]) == ("resnet18", "sqpfnet"), imported
        assert imported["parameters"] == 11689512 - 513000 + 512 * 256, imported
        assert imported["provenance"]["imported"]["file"] == named.name
        cli("model", "export", project, folder / "out.safetensors")
        back = load_safetensors(folder / "out.safetensors")
        own = {"localconv.weight", "threshold"}
        assert set(back) - own == {name for name in weights if not name.startswith("fc.")}, sorted(back)
        for key in set(back) - own:
            assert back[key].dtype == weights[key].dtype and torch.equal(back[key], weights[key]), key

        # What was exported is taken back as it is; the same without our description, as weights of someone else.
        assert cli("model", "info", folder / "out.safetensors")["model"] == imported["model"]
        torch.save({"module." + key: value for key, value in back.items()}, folder / "again.pth")
        again = cli("model", "import", folder / "again.pth", "--out", folder / "again.safetensors")
        assert again["method"] == "adnet", again
        for key, value in load_safetensors(folder / "again.safetensors").items():
            assert torch.equal(back[key], value), key

        wrong = folder / "resnet18-00000000.pth"
        named.rename(wrong)
        assert "begins with 00000000" in cli("model", "import", wrong, "--project", project, code=1)
        torch.save(torch.nn.Linear(2, 2), folder / "object.pth")
        assert "torch.nn.modules.linear.Linear" in cli("model", "info", folder / "object.pth", code=1)
    print("weights go in and out unchanged")


if __name__ == "__main__":
    main()
