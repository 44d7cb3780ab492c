#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-direction.py [--cc CC] ROOT [FOLDER=ARCHIVE…]: nobody names a folder below his own.

Reads the #include lines of src/; then links each archive whole against those before it and the libraries its
folder may use: a symbol that comes from below stays undefined.
"""
import argparse
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

from sources import ORDER, find_files, read, report

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)
GENERATED = {"ks-config.h", "ks-data.h", "ks-ui-resources.h"}

# Libraries that belong to folders: header prefix → folders that may include it ("" = src/main.c).
OWNED_HEADERS = {
    "sqlite3": {"store"}, "zstd": {"store"}, "nettle/": {"base"},
    "gtk/": {"ui", ""}, "gdk/": {"ui", ""}, "adwaita": {"ui", ""}, "libadwaita": {"ui", ""},
    "qrencode": {"qr"}, "zbar": {"qr"}, "poppler": {"qr"}, "librsvg": {"pages"},
    "archive": {"tables", "documents"}, "expat": {"tables"}, "xlsxwriter": {"tables", "documents"},
    "unicode/": {"base"},
}
STATS_MAY_INCLUDE = {"glib.h", "math.h", "float.h", "string.h", "stdint.h", "stdlib.h"}

# What an archive is linked with, beside the archives before it and what those use.
LIBRARIES = {
    "base": ["glib-2.0", "gobject-2.0", "gio-2.0", "gmodule-2.0", "icu-uc", "icu-i18n", "nettle"],
    "tables": ["expat"], "model": ["json-glib-1.0"], "stats": ["glib-2.0"],
    "qr": ["libqrencode", "cairo"], "store": ["sqlite3", "libzstd"],
    "charts": ["cairo", "pango", "pangocairo"],
    "pages": ["cairo", "cairo-pdf", "cairo-svg", "pango", "pangocairo", "pangoft2", "fontconfig"],
    "documents": [], "campaign": ["json-glib-1.0"], "cli": [], "ui": ["gtk4", "libadwaita-1"],
}


def folder_of(path, source):
    parts = path.relative_to(source).parts
    return parts[0] if len(parts) > 1 else ""


def judge_include(folder, bracket, header, homes):
    """What is wrong with an #include in a file of that folder, or None."""
    for prefix, owners in OWNED_HEADERS.items():
        if header.startswith(prefix) and bracket == "<" and folder not in owners:
            return f"<{header}> belongs to {' and '.join(sorted(filter(None, owners)))}/ alone"
    if folder == "stats":
        if header in STATS_MAY_INCLUDE or (bracket == '"' and homes.get(header) == "stats"):
            return None
        return f"stats/ includes glib and math alone, not {header}"
    if bracket == "<" or header in GENERATED or folder == "":
        return None
    home = homes.get(pathlib.PurePath(header).name)
    if home is None:
        return f'"{header}" is in no folder of src/'
    if ORDER.index(home) > ORDER.index(folder):
        return f"{folder}/ includes {header} of {home}/, which stands below it"
    return None


def check_includes(root):
    source = root / "src"
    headers = find_files(source, "**/*.h")
    homes = {path.name: folder_of(path, source) for path in headers}
    faults = [(path, 1, f"another folder has a {path.name} too: which is meant depends on the order of -I")
              for path in headers if sum(other.name == path.name for other in headers) > 1]
    for path in headers + find_files(source, "**/*.c"):
        folder = folder_of(path, source)
        if folder not in ORDER and folder != "":
            faults.append((path, 1, f"{folder}/ has no place in the order"))
            continue
        text = read(path)
        for match in INCLUDE.finditer(text):
            fault = judge_include(folder, match[1], match[2], homes)
            if fault:
                faults.append((path, text.count("\n", 0, match.start(2)) + 1, fault))
    return faults


def link_alone(folder, archives, cc, output):
    """Links one archive against those before it; returns what the linker cannot find."""
    above = [] if folder == "stats" else \
        [name for name in archives if name == "resources" or ORDER.index(name) < ORDER.index(folder)]
    packages = sorted({package for name in above + [folder] for package in LIBRARIES.get(name, [])}
                      | ({"gio-2.0"} if "resources" in above else set()))
    flags = shlex.split(subprocess.run(["pkg-config", "--libs", *packages], capture_output=True, text=True,
                                       check=True).stdout)
    link = subprocess.run(
        [*cc, "-shared", "-o", output, "-Wl,-z,defs", "-Wl,--whole-archive", archives[folder],
         "-Wl,--no-whole-archive", "-Wl,--start-group", *(archives[name] for name in above), "-Wl,--end-group",
         *flags, "-lm"], capture_output=True, text=True)
    if link.returncode == 0:
        return []
    missing = re.findall(r"^(.*?undefined reference to .*)$", link.stderr, re.MULTILINE)
    return missing or [link.stderr.strip()]


def check_links(archives, cc):
    faults = 0
    with tempfile.TemporaryDirectory() as scratch:
        for folder in archives:
            if folder == "resources":
                continue
            for line in link_alone(folder, archives, cc, f"{scratch}/{folder}.so"):
                print(f"{folder}/ does not link against the folders before it: {line}")
                faults += 1
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("--cc", default="cc", type=shlex.split)
    parser.add_argument("archives", nargs="*")
    options = parser.parse_args()
    root = options.root.resolve()
    code = report(check_includes(root), root)
    archives = dict(pair.split("=", 1) for pair in options.archives)
    return max(code, check_links(archives, options.cc))


if __name__ == "__main__":
    sys.exit(main())
