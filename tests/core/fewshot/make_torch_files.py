#!/usr/bin/env python3
"""Writes checkpoints as PyTorch users have them, for the tests that read them.

Usage: make_torch_files.py FOLDER small|networks|big

Values are formulas of name and index. `small`: element i of tensor NAME, in row-major order, is ((7 i + len(NAME)) % 61 - 30) / 8, which
every floating type holds exactly. `networks`: as parity_weights.cpp has them.
"""
import collections
import math
import pathlib
import sys

import numpy as np
import torch


def save(folder, name, content):
    """NAME.zip.pth and NAME.legacy.pth."""
    torch.save(content, folder / f"{name}.zip.pth")
    torch.save(content, folder / f"{name}.legacy.pth", _use_new_zipfile_serialization=False)


# --- small ---------------------------------------------------------------------------------------

def formula(name, shape, dtype=torch.float32):
    i = torch.arange(math.prod(shape))
    return (((7 * i + len(name)) % 61 - 30).double() / 8).to(dtype).reshape(shape)


def small(folder):
    weights = collections.OrderedDict()
    for dtype in (torch.float64, torch.float32, torch.float16, torch.bfloat16):
        name = str(dtype).split(".")[1]
        weights[name] = formula(name, (3, 4, 5), dtype)
    weights["transposed"] = formula("transposed", (6, 4)).t().contiguous().t()
    weights["permuted"] = formula("permuted", (2, 3, 4, 5)).contiguous(memory_format=torch.channels_last)
    base = torch.zeros(8, 9)
    base[1:4, 2::3] = formula("strided", (3, 3))
    weights["strided"] = base[1:4, 2::3]
    shared = torch.cat([formula("first", (4,)), formula("second", (5,))])
    weights["first"], weights["second"] = shared[:4], shared[4:]
    weights["same"] = shared[:4]
    weights["one"] = formula("one", (1, 1, 1))
    weights["scalar"] = formula("scalar", ())
    weights["empty"] = torch.zeros(0, 3)
    weights["parameter"] = torch.nn.Parameter(formula("parameter", (2, 2)))
    weights["count"] = torch.tensor(2**40 + 3)
    weights._metadata = collections.OrderedDict(version=1)
    save(folder, "small", weights)
    for protocol in (3, 4):
        torch.save(weights, folder / f"protocol{protocol}.pth", pickle_protocol=protocol)

    model = torch.nn.Linear(3, 2)
    optimiser = torch.optim.Adam(model.parameters())
    model(torch.ones(1, 3)).sum().backward()
    optimiser.step()
    schedule = torch.optim.lr_scheduler.MultiStepLR(optimiser, [10, 20])
    save(folder, "training", {"epoch": 7, "best": 0.5, "name": "abc", "size": torch.Size([2, 3]), "state_dict": model.state_dict(),
                              "optimizer": optimiser.state_dict(), "schedule": schedule.state_dict()})
    save(folder, "module", torch.nn.Linear(2, 2))  # the object, not its weights
    torch.jit.save(torch.jit.script(torch.nn.Linear(2, 2)), folder / "script.pth")


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    {"small": small}[sys.argv[2]](target)
