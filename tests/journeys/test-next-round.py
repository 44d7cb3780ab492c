#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An officer makes the next campaign from the last one, in at most ten acts, after two units were merged."""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile

from person import Person

MOST_ACTS = 10


class Acts:
    """Counts what the person does."""

    def __init__(self, person):
        self.person, self.count = person, 0

    def __getattr__(self, name):
        def act(*arguments):
            self.count += 1
            return getattr(self.person, name)(*arguments)
        return act


def make_last(call, file, data):
    call("new", file, "--title", "PKS 01 năm 2024", "--day", "2024-04-01", "--id", "PKS01-2024", "--actor", "Bùi A",
         "--units", data / "day-2024-04-01" / "units.csv", "--template", "https://a.vn/f?u={token}")
    call("contacts", file, "213", "board_phone=0912345678", "--actor", "Bùi A")
    call("events", file, "--add", "merge", "--day", "2024-07-01", "--from", "07207,07210", "--to",
         "07207=Phường Ngô Quyền", "--actor", "Bùi A")


def make_next(person, last, file):
    acts = Acts(person)
    start = person.part("KsStartPage")
    windows = len(list(person.app.children))
    acts.click(person.get("row", "Tạo đợt mới từ đợt trước…", root=start))
    person.wait(lambda: len(list(person.app.children)) > windows, "a file chooser")
    acts.path(last)
    dialog = person.part("Tạo đợt mới từ đợt trước")
    person.see("209 đơn vị của đợt “PKS 01 năm 2024”", dialog)
    acts.type("Bui Van A")
    windows = len(list(person.app.children))
    acts.click(person.get("button", check=lambda node: "Tạo đợt khảo sát" in node.name and node.sensitive, root=dialog))
    person.wait(lambda: len(list(person.app.children)) > windows, "a file chooser")
    acts.path(file)
    person.see("208/208", person.part("Các trang"))
    assert acts.count <= MOST_ACTS, acts.count


def main(program, command, data):
    def call(*words):
        return subprocess.run([command, *map(str, words)], capture_output=True, text=True, check=True, timeout=30).stdout

    def table(*words):
        return list(csv.DictReader(io.StringIO(call(*words))))

    with tempfile.TemporaryDirectory() as folder:
        last, file = pathlib.Path(folder, "2024.khaosat"), pathlib.Path(folder, "moi.khaosat")
        make_last(call, last, pathlib.Path(data))
        with Person(program) as person:
            make_next(person, last, file)
            assert person.quit() == 0
        units = {row["code"]: row for row in table("units", file)}
        assert len(units) == 208 and "07210" not in units
        assert units["07201"]["staff"] == "31"
        assert any("0912345678" in row.values() for row in table("contacts", file))
        tokens = {row["token"] for row in table("links", last)} & {row["token"] for row in table("links", file)}
        assert not tokens, tokens
        assert table("batches", file) == []
    print("ok")


main(*sys.argv[1:])
