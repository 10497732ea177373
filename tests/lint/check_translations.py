#!/usr/bin/env python3
"""Every text of the sources is in every .ts, translated, and agrees with its source in what the program relies on.

usage: check_translations.py PROJECT LUPDATE
"""
import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

PLACEHOLDER = re.compile(r"%L?\d+|%L?n|\{\d+\}")


def accelerators(text):
    return len(re.findall(r"&(?=\w)", text))


def faults(source, translation):
    """What of the source the translation lacks."""
    wanted, given = (collections.Counter(PLACEHOLDER.findall(text)) for text in (source, translation))
    if wanted != given:
        yield "placeholders differ"
    if accelerators(source) != accelerators(translation):
        yield "one has an accelerator (&), the other has not"
    if source.endswith("...") != translation.endswith("..."):
        yield "one ends in ..., the other does not"
    if source[:1].isspace() != translation[:1].isspace() or source[-1:].isspace() != translation[-1:].isspace():
        yield "the blanks at the ends differ"


def check(file):
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            source, translation = message.findtext("source"), message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            where = f"{file.name}: {context.findtext('name')}: {source!r}"
            if translation.get("type") == "unfinished" or not all(forms):
                yield f"{where} is not translated"
            else:
                yield from (f"{where}: {fault}" for form in forms for fault in faults(source, form))


def main():
    root, lupdate = pathlib.Path(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        for file in (root / "translations").glob("*.ts"):
            shutil.copy(file, folder)
        environment = {**os.environ, "LUPDATE": lupdate}
        subprocess.run([root / "translations" / "update.sh", folder], check=True, env=environment)
        problems = [problem for file in sorted(pathlib.Path(folder).glob("*.ts")) for problem in check(file)]
    print("\n".join(problems))
    if problems:
        sys.exit(f"{len(problems)} texts; run translations/update.sh and translate what is new")


main()
