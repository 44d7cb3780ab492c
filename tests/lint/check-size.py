#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-size.py ROOT: functions up to 80 lines (class_init exempt), headers 100, .ui 250; a C file over 500 is
told, over 900 refused."""
import pathlib
import sys

from sources import find_files, finish, list_functions, read

FUNCTION = 80
HEADER = 100
TEMPLATE = 250
FILE_LONG = 500
FILE_LIMIT = 900


def count_lines(path):
    return len(read(path).splitlines())


def check_functions(paths):
    for function in list_functions(paths):
        length = function.last - function.first + 1
        if length > FUNCTION and not function.name.endswith("_class_init"):
            yield function.path, function.first, f"{function.name} has {length} lines; {FUNCTION} at most"


def check_files(paths, limit):
    for path in paths:
        lines = count_lines(path)
        if lines > limit:
            yield path, lines, f"{lines} lines; {limit} at most"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    code = find_files(root, "src/**/*.c")
    for path in code:
        if count_lines(path) > FILE_LONG:
            print(f"note: {path.relative_to(root)} has {count_lines(path)} lines; over {FILE_LONG} is long")
    finish([*check_functions(code), *check_files(code, FILE_LIMIT),
            *check_files(find_files(root, "src/**/*.h"), HEADER),
            *check_files(find_files(root, "src/**/*.ui", "data/ui/**/*.ui"), TEMPLATE)], root)


main()
