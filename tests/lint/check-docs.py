#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-docs.py ROOT: every function that a header offers is defined and has its gtk-doc comment where it is
defined (in -private.h headers the definition is enough); every file says its licence; no goto."""
import pathlib
import re
import sys

from sources import Function, find_files, finish, list_functions, read, strip_code

DECLARATION = re.compile(r"\b(ks_\w+)\s*\([^;{}]*\)[^;{}]*;", re.DOTALL)
MADE_BY_MACRO = re.compile(r"_(get_type|quark)$")
SPDX = ("SPDX-FileCopyrightText:", "SPDX-License-Identifier:")
SIGNED = ("src/**/*.[ch]", "src/**/*.sql", "src/**/*.ui", "data/**/*.ui", "data/**/*.css", "data/*.xml",
          "data/*.xml.in", "data/icons/**/*.svg", "resources/**/*.xml", "resources/**/*.css", "resources/**/*.svg",
          "tests/**/*.[ch]", "tests/**/*.py", "script/*", ".ci/*", "flatpak/*.yml")


def list_declared(header):
    """Names of functions a header declares, with their lines; typedefs and macros are no functions."""
    text = strip_code(read(header))
    text = re.sub(r"^\s*#[^\n]*(?:\\\n[^\n]*)*", lambda m: "\n" * m[0].count("\n"), text, flags=re.MULTILINE)
    text = re.sub(r"\b(typedef|static)\b[^;{]*\([^;]*;", lambda m: "\n" * m[0].count("\n"), text)
    text = re.sub(r"\bG_D(?:ECLARE|EFINE)_\w+\s*\([^)]*\)", lambda m: "\n" * m[0].count("\n"), text)
    for match in DECLARATION.finditer(text):
        yield match[1], text.count("\n", 0, match.start()) + 1


def has_gtk_doc(function):
    """Whether the comment just above a function is a gtk-doc block that names it."""
    lines = read(function.path).splitlines()
    end = function.first - 1  # index of the line with the name; the type stands on the line before
    while end > 0 and not lines[end].rstrip().endswith("*/"):
        if function.first - end > 4 or lines[end].strip() in ("}", ""):
            return False
        end -= 1
    start = end
    while start > 0 and "/*" not in lines[start]:
        start -= 1
    block = lines[start:end + 1]
    return block[0].strip() == "/**" and len(block) > 2 and block[1].strip().startswith(f"* {function.name}:")


def find_definitions(root):
    """Functions by name. Some macros hide a function from ctags; the layout of a definition gives it away."""
    paths = find_files(root, "src/**/*.c")
    functions = {}
    for path in paths:
        for match in re.finditer(r"^(ks_\w+) \([^;]*?\)\n\{", read(path), re.MULTILINE):
            line = match.string.count("\n", 0, match.start()) + 1
            functions[match[1]] = Function(match[1], path, line, line)
    functions.update({function.name: function for function in list_functions(paths)})
    return functions


def check_headers(root):
    functions = find_definitions(root)
    for header in find_files(root, "src/**/*.h"):
        for name, line in list_declared(header):
            if name not in functions:
                if not MADE_BY_MACRO.search(name):
                    yield header, line, f"{name} is declared and defined nowhere"
            elif not header.name.endswith("-private.h") and not has_gtk_doc(functions[name]):
                function = functions[name]
                yield function.path, function.first, f"{name} is public and has no gtk-doc comment"


def check_signed(root):
    for path in find_files(root, *SIGNED):
        head = "\n".join(read(path).splitlines()[:5])
        if not all(words in head for words in SPDX):
            yield path, 1, "the two SPDX lines are missing at the head"


def check_goto(root):
    for path in find_files(root, "src/**/*.[ch]"):
        for number, line in enumerate(strip_code(read(path)).splitlines(), 1):
            if re.search(r"\bgoto\b", line):
                yield path, number, "goto"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    finish([*check_headers(root), *check_signed(root), *check_goto(root)], root)


main()
