# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: files of the tree, code without comments and strings, functions by ctags."""
import collections
import re
import subprocess
import sys

# The order of the house: a folder may name only those before it.
ORDER = ["base", "tables", "model", "stats", "qr", "store", "charts", "pages", "documents", "campaign", "cli", "ui"]

Function = collections.namedtuple("Function", "name path first last")

COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)


def find_files(root, *patterns):
    """Files under root by glob patterns, sorted."""
    return sorted(path for pattern in patterns for path in root.glob(pattern) if path.is_file())


def read(path):
    return path.read_text(encoding="utf-8")


def strip_code(text):
    """C without comments and literals; lines keep their numbers."""
    def blank(match):
        return "\n" * match[0].count("\n") or " "
    return COMMENT_OR_STRING.sub(blank, text)


def list_functions(paths):
    """Functions that C files define, with their first and last line."""
    if not paths:
        return []
    tags = subprocess.run(
        ["ctags", "--languages=C", "--kinds-C=f", "--fields=+ne", "--sort=no", "-f", "-", *map(str, paths)],
        capture_output=True, text=True, check=True).stdout
    by_path = {str(path): path for path in paths}
    functions = []
    for tag in tags.splitlines():
        name, path, *rest = tag.split("\t")
        fields = dict(field.split(":", 1) for field in rest if re.match(r"(line|end):\d+$", field))
        if "end" in fields:
            functions.append(Function(name, by_path[path], int(fields["line"]), int(fields["end"])))
    return functions


def report(faults, root):
    """Prints (path, line, message) per fault; returns the exit code."""
    for path, line, message in faults:
        print(f"{path.relative_to(root)}:{line}: {message}")
    return 1 if faults else 0


def finish(faults, root):
    sys.exit(report(faults, root))
