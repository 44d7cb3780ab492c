#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-translations.py ROOT: POTFILES.in is sorted and names every file with words for people; vi.po translates
all of them, and nothing that is gone."""
import pathlib
import re
import subprocess
import sys
import tempfile

from sources import find_files, finish, read, strip_code

MARKED = re.compile(r"\b(_|N_|C_|NC_|ngettext|dngettext|g_dngettext)\s*\(")
XGETTEXT = ["xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
            "--keyword=ngettext:1,2", "--keyword=g_dngettext:2,3", "--flag=g_strdup_printf:1:c-format",
            "--flag=g_string_append_printf:2:c-format", "--flag=g_set_error:4:c-format", "--files-from=po/POTFILES.in"]


def has_words(path):
    text = read(path)
    if path.suffix == ".ui":
        return 'translatable="yes"' in text
    return MARKED.search(strip_code(text)) is not None and path.name != "ks-i18n.h"


def check_potfiles(root):
    potfiles = root / "po" / "POTFILES.in"
    listed = [line for line in read(potfiles).splitlines() if line and not line.startswith("#")]
    wanted = {str(path.relative_to(root)) for path in
              find_files(root, "src/**/*.[ch]", "src/**/*.ui", "data/ui/**/*.ui") if has_words(path)}
    for name in sorted(wanted - set(listed)):
        yield potfiles, 1, f"{name} has words for people and is not listed"
    for name in listed:
        if not (root / name).is_file():
            yield potfiles, listed.index(name) + 1, f"{name} is listed and does not exist"
    if listed != sorted(set(listed)):
        yield potfiles, 1, "not sorted"


def list_messages(path, *selection):
    """msgids of a .po file that msgattrib selects, each in one line."""
    text = subprocess.run(["msgattrib", "--no-wrap", "--force-po", *selection, path], capture_output=True, text=True,
                          check=True).stdout
    return [match[1] for match in re.finditer(r'^(?:#~ )?msgid "(.+)"$', text, re.MULTILINE)]


def check_words(root, language):
    words = root / "po" / f"{language}.po"
    compiled = subprocess.run(["msgfmt", "--check", "--check-accelerators=_", "-o", "/dev/null", words],
                              capture_output=True, text=True)
    if compiled.returncode:
        yield words, 1, compiled.stderr.strip()
        return
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([*XGETTEXT, "-o", f"{scratch}/new.pot"], cwd=root, check=True, capture_output=True)
        subprocess.run(["msgmerge", "-q", "--no-fuzzy-matching", "-o", f"{scratch}/{language}.po", words,
                        f"{scratch}/new.pot"], check=True)
        merged = f"{scratch}/{language}.po"
        for kind, selection in (("untranslated", "--untranslated"), ("fuzzy", "--only-fuzzy"),
                                ("no longer used", "--only-obsolete")):
            for message in list_messages(merged, selection):
                yield words, 1, f"{kind}: {message}"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    languages = read(root / "po" / "LINGUAS").split()
    faults = list(check_potfiles(root))
    # Without its files the words cannot be collected.
    if not any("does not exist" in message for _, _, message in faults):
        faults += [fault for language in languages for fault in check_words(root, language)]
    finish(faults, root)


main()
