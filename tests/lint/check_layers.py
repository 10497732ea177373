#!/usr/bin/env python3
"""Checks the layers: who may include whom, which library stays in which folder, and what the built programs link.

Usage: check_layers.py SOURCE_FOLDER [PROGRAM_FOLDER]
"""
import pathlib
import re
import subprocess
import sys

# layer -> layers it may include besides itself
ALLOWED = {
    "core/base": set(),
    "core/labels": {"core/base"},
    "core/imaging": {"core/base", "core/labels"},
    "core/project": {"core/base", "core/labels", "core/imaging"},
    "core/review": {"core/base", "core/labels", "core/imaging", "core/project"},
    "core/consensus": {"core/base", "core/labels", "core/imaging", "core/project"},
    "core/engine": {"core/base", "core/labels"},
    "core/fewshot": {"core/base", "core/labels", "core/engine"},
    "core/refine": {"core/base", "core/labels", "core/imaging"},
    "core/workflow": {"core/base", "core/labels", "core/imaging", "core/refine", "core/project", "core/review", "core/consensus", "core/engine"},
    "storage": {"core/base", "core/labels", "core/imaging", "core/project"},
    "viewer/base": {"core/base", "core/labels", "core/imaging"},
    "viewer/tools": {"core/base", "core/labels", "core/imaging", "viewer/base"},
    "viewer/scene": {"core/base", "core/labels", "core/imaging", "viewer/base"},
    "viewer/qtvtk": {"core/base", "core/labels", "core/imaging", "viewer/base", "viewer/scene"},
    "viewer/widgets": {"core/base", "core/labels", "core/imaging", "viewer/base", "viewer/scene", "viewer/qtvtk"},
    "ui/session": {"core/base", "core/labels", "core/imaging", "core/project", "core/review", "core/consensus", "core/engine", "core/workflow", "viewer/base",
                   "viewer/tools"},
    "ui/commands": {"core/base", "ui/session"},
    "ui/models": {"core/base", "core/labels", "core/imaging", "core/project", "core/review", "core/consensus", "core/engine", "core/workflow", "viewer/base",
                  "ui/session"},
    "ui/panels": {"core/base", "core/labels", "core/imaging", "core/project", "core/review", "core/consensus", "core/engine", "core/workflow", "viewer/base",
                  "viewer/tools", "viewer/widgets", "ui/session", "ui/commands", "ui/models"},
    "ui/dialogs": {"core/base", "core/labels", "core/imaging", "core/project", "core/consensus", "core/engine", "core/workflow", "viewer/base",
                   "ui/session", "ui/commands", "ui/models"},
    "ui/shell": {"core/base", "core/labels", "core/imaging", "core/project", "core/review", "core/consensus", "core/engine", "core/workflow", "viewer/base",
                 "viewer/tools", "viewer/scene", "viewer/qtvtk", "viewer/widgets", "ui/session", "ui/commands", "ui/models", "ui/panels",
                 "ui/dialogs"},
    "app/cli": {"core/base", "core/labels", "core/imaging", "core/project", "core/review", "core/consensus", "core/engine", "core/workflow", "storage"},
    "app/gui": {"core/base", "core/labels", "core/imaging", "core/project", "core/engine", "core/workflow", "storage",
                "viewer/base", "viewer/scene", "viewer/qtvtk", "viewer/widgets", "ui/session", "ui/commands", "ui/shell"},
    "app/worker": {"core/base", "core/labels", "core/engine", "core/fewshot"},
}
# a third-party header -> the only layers that may include it
LIBRARIES = [
    (re.compile(r"<(torch|ATen|c10)/"), {"core/fewshot"}),
    (re.compile(r"<(itk|gdcm|nifti)"), {"core/imaging"}),
    (re.compile(r"<(sqlite3|SQLiteCpp/|zstd)"), {"storage"}),
    (re.compile(r"<vtk"), {"viewer/scene", "viewer/qtvtk"}),
    (re.compile(r"<Q[A-Z]"), {"core/engine", "app/cli", "app/gui", "ui/session", "ui/commands", "ui/models", "ui/panels", "ui/dialogs", "ui/shell", "viewer/qtvtk", "viewer/widgets"}),
    (re.compile(r"<CLI/"), {"app/cli"}),
]
# a program -> libraries it must not need
PROGRAMS = {
    "protolabel-cli": re.compile(r"libtorch|libc10|libvtk"),
    "protolabel": re.compile(r"libtorch|libc10"),
    "protolabel-worker": re.compile(r"libQt|libITK|libvtk|libsqlite|libgdcm"),
}
MAXIMUM_LINES = 500
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|(<[^>]+>))', re.M)


def layer_of(path):
    return next((layer for layer in sorted(ALLOWED, key=len, reverse=True) if path.startswith(layer + "/")), None)


def check_sources(root):
    for top in ("core", "storage", "viewer", "ui", "app", "tests"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".h", ".cpp"):
                continue
            name = file.relative_to(root).as_posix()
            text = file.read_text(encoding="utf-8")
            if text.count("\n") > MAXIMUM_LINES:
                yield f"{name}: more than {MAXIMUM_LINES} lines; is there a second idea in it?"
            layer = layer_of(name)
            if layer is None:
                continue  # tests may use everything they link
            for quoted, angled in INCLUDE.findall(text):
                if quoted:
                    other = layer_of(quoted)
                    if other is None:
                        yield f"{name}: include \"{quoted}\" does not start with a layer"
                    elif other != layer and other not in ALLOWED[layer]:
                        yield f"{name}: {layer} must not include {other} (\"{quoted}\")"
                for pattern, layers in LIBRARIES:
                    if angled and pattern.match(angled) and layer not in layers:
                        yield f"{name}: {angled} belongs to {', '.join(sorted(layers))} only"


def check_programs(folder):
    for program, forbidden in PROGRAMS.items():
        file = folder / program
        if not file.exists():
            continue
        # What the program itself asks for; what Debian's libraries drag in behind it is theirs.
        dynamic = subprocess.run(["readelf", "-d", file], capture_output=True, text=True, check=True).stdout
        for library in re.findall(r"\(NEEDED\).*\[(.+)\]", dynamic):
            if forbidden.search(library):
                yield f"{program} must not need {library}"


def main():
    problems = list(check_sources(pathlib.Path(sys.argv[1])))
    if len(sys.argv) > 2:
        problems += check_programs(pathlib.Path(sys.argv[2]))
    print("\n".join(problems) or "layers are clean")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
