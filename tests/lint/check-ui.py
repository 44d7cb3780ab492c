#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-ui.py ROOT: templates are well formed, name no class that Debian 12 lacks, and mark what people read as
translatable; in styles letters grow with what a person has set."""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

from sources import find_files, finish, read

TOO_NEW = re.compile(r"^(AdwBanner|AdwNavigation\w+|Adw\w*SplitView|AdwToolbarView|AdwBreakpoint\w*|AdwSwitchRow|"
                     r"AdwSpinRow|AdwDialog|AdwAlertDialog|AdwSpinner|AdwButtonRow|AdwToggle\w*|GtkFileDialog)$")
READ_BY_PEOPLE = {"label", "title", "subtitle", "description", "tooltip-text", "placeholder-text"}
# Data, the same in every language: the name of the program and the marks that papers carry too.
DATA = re.compile(r"^(Khảo Sát|SỐ LIỆU MÔ PHỎNG|SỐ LIỆU SƠ BỘ|PHIẾU DÙNG TẠM\b.*)$")
FIXED_SIZE = re.compile(r"font-size:\s*[0-9.]+(pt|px)")
WORDS = re.compile(r"[^\W\d_]{2,}")


def find_line(text, words):
    place = text.find(words)
    return text.count("\n", 0, place) + 1 if place >= 0 else 1


def check_object(element):
    """Yields (words to find the line by, message)."""
    kind = element.get("class") or ""
    if TOO_NEW.match(kind):
        yield kind, f"{kind} is newer than Debian 12"
    for prop in element.findall("property"):
        name = (prop.get("name") or "").replace("_", "-")
        value = prop.text or ""
        if (name in READ_BY_PEOPLE and WORDS.search(value) and not DATA.match(value) and prop.get("translatable") != "yes"
                and prop.get("bind-source") is None and not len(prop)):
            yield value.splitlines()[0], f'"{value}" is not translatable'


def check_template(path):
    text = read(path)
    try:
        tree = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield path, error.position[0], f"not well formed: {error}"
        return
    for element in tree.iter():
        if element.tag in ("object", "template"):
            for words, message in check_object(element):
                yield path, find_line(text, words), message


def check_style(path):
    """Letters of a fixed size stay small for who has set larger ones."""
    for number, line in enumerate(read(path).splitlines(), 1):
        if FIXED_SIZE.search(line):
            yield path, number, "a font size that does not follow the person's; use rem"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    templates = find_files(root, "src/**/*.ui", "data/ui/**/*.ui")
    styles = find_files(root, "data/ui/**/*.css")
    finish([fault for path in templates for fault in check_template(path)]
           + [fault for path in styles for fault in check_style(path)], root)


main()
