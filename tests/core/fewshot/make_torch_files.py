#!/usr/bin/env python3
"""Writes checkpoints as PyTorch users have them, for the tests that read them.

Usage: make_torch_files.py FOLDER small|networks|big

Values are formulas of name and index. `small`: element i of tensor NAME, in row-major order, is ((7 i + len(NAME)) % 61 - 30) / 8, which
every floating type holds exactly. `networks` and `big`: element i is fraction((2654435761 i + FNV-1a(NAME)) / 2^32) - 0.5, one more for
variances, where NAME is torchvision's, whatever prefix the file has; num_batches_tracked is 7.
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


# --- networks ------------------------------------------------------------------------------------

def fnv1a(text):
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def values(name, shape, dtype):
    if name.endswith("num_batches_tracked"):
        return torch.tensor(7)
    i = np.arange(math.prod(shape), dtype=np.uint64)
    bits = (i * np.uint64(2654435761) + np.uint64(fnv1a(name))) & np.uint64(0xFFFFFFFF)
    numbers = bits.astype(np.float64) / 2**32 - 0.5 + (1 if name.endswith("running_var") else 0)
    return torch.from_numpy(numbers.astype(np.float32).reshape(shape)).to(dtype)


def norm(name, channels):
    for part in ("weight", "bias", "running_mean", "running_var"):
        yield f"{name}.{part}", (channels,)
    yield f"{name}.num_batches_tracked", ()


def resnet(blocks, bottleneck):
    """Names and shapes of torchvision's ResNet, with fc."""
    yield "conv1.weight", (64, 3, 7, 7)
    yield from norm("bn1", 64)
    inputs = 64
    for stage, count in enumerate(blocks):
        width = 64 << stage
        outputs = width * (4 if bottleneck else 1)
        for block in range(count):
            name = f"layer{stage + 1}.{block}"
            shapes = ([(width, inputs, 1, 1), (width, width, 3, 3), (outputs, width, 1, 1)] if bottleneck
                      else [(width, inputs, 3, 3), (width, width, 3, 3)])
            for i, shape in enumerate(shapes):
                yield f"{name}.conv{i + 1}.weight", shape
                yield from norm(f"{name}.bn{i + 1}", shape[0])
            if block == 0 and (stage > 0 or inputs != outputs):
                yield f"{name}.downsample.0.weight", (outputs, inputs, 1, 1)
                yield from norm(f"{name}.downsample.1", outputs)
            inputs = outputs
    yield "fc.weight", (1000, inputs)
    yield "fc.bias", (1000,)


def encoder(blocks, bottleneck, dtype, prefix="", leave_out=()):
    return {prefix + name: values(name, shape, dtype) for name, shape in resnet(blocks, bottleneck)
            if not name.startswith(leave_out)}


def segmentation_heads(channels):
    return {"classifier.0.convs.0.0.weight": torch.ones(256, channels, 1, 1).half(), "classifier.4.bias": torch.ones(21),
            "aux_classifier.0.weight": torch.ones(8, channels // 2, 3, 3).half()}


def networks(folder):
    blocks = (2, 2, 2, 2)
    save(folder, "resnet18", collections.OrderedDict(encoder(blocks, False, torch.float32)))
    half = torch.float16
    torch.save({**encoder(blocks, False, half, "backbone.", ("fc.",)), **segmentation_heads(512)}, folder / "segmentation.pth")
    adnet = {"t": torch.tensor([-7.5]), "encoder.localconv.weight": values("localconv.weight", (256, 512, 1, 1), half),
             "encoder.asppconv.weight": torch.ones(256, 256, 1, 1).half(), "encoder.aspp_out.0.convs.0.1.bias": torch.ones(256),
             **encoder(blocks, False, half, "encoder.backbone.", ("fc.",))}
    torch.save({"epoch": 3, "state_dict": {"module." + key: value for key, value in adnet.items()}}, folder / "adnet.pth",
               _use_new_zipfile_serialization=False)
    qnet = {f"encoder.{name}": values(name, shape, half) for name, shape in
            (("reduce1.weight", (512, 256, 1, 1)), ("reduce2.weight", (512, 512, 1, 1)), ("reduce1d.weight", (1, 1000)),
             ("reduce1d.bias", (1,)))}
    torch.save({**qnet, **encoder(blocks, False, half, "encoder.backbone.")}, folder / "qnet.pth")


def big(folder):
    torch.save(collections.OrderedDict({**encoder((3, 4, 23, 3), True, torch.float32, "backbone.", ("fc.",)),
                                        **segmentation_heads(2048)}),
               folder / "deeplabv3.pth", _use_new_zipfile_serialization=False)


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    {"small": small, "networks": networks, "big": big}[sys.argv[2]](target)
