#!/usr/bin/env python3
"""Texts of the core that the window translates at run time, as C++ for lupdate.

usage: collect.py FOLDER   (the project's)

An Error or viewer::Message is looked up with its code as the context (ui/session/error_text.cpp), a job's stage in
"Stage" (ui/models/job_list_model.cpp), label presets in "LabelPreset" (ui/models/label_presets.cpp).
"""
import pathlib
import re
import sys

STRING = r'"(?:[^"\\\n]|\\.)*"'
TEXT = rf"{STRING}(?:\s*{STRING})*"
# "code", "text" as arguments: a code has a dot, or stands in what can only be an error.
CODED = re.compile(rf'((?:Error\w*|Message|return|=)\s*)?[({{,?:]\s*("[a-z][a-z_]*(?:\.[a-z_]+)*")\s*,\s*({TEXT})')
STAGE = re.compile(rf'(?:\bStage \w+\([^"\n]*|progress\(\s*\{{)((?:{STRING}[ :]*)+)')


def sources(root, *folders):
    for folder in folders:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in (".cpp", ".h"):
                yield re.sub(r"^\s*//.*$|\s//[/ ].*$", "", file.read_text(), flags=re.M)


def coded(root):
    for text in sources(root, "core", "storage", "viewer", "ui"):
        for lead, code, message in CODED.findall(text):
            if " " in message.replace('" "', "") and (lead or "." in code):
                yield code, message


def stages(root):
    for text in sources(root, "core", "ui"):
        for names in STAGE.findall(text):
            for name in re.findall(STRING, names):
                if name != '""':
                    yield '"Stage"', name


def presets(root):
    tables = (root / "core/workflow/label_presets.cpp").read_text()
    demo = (root / "core/workflow/demo_volumes.cpp").read_text()
    table = tables[tables.index("presets{"):]
    for name in re.findall(STRING, table + re.search(r"names\{.*?\}", demo, re.S)[0]):
        if name != '""':
            yield '"LabelPreset"', name


def main():
    root = pathlib.Path(sys.argv[1])
    for context, text in sorted({*coded(root), *stages(root), *presets(root)}):
        print(f"QT_TRANSLATE_NOOP({context}, {text})")


main()
