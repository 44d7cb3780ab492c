#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-reports.py KHAOSAT KHAOSAT-CLI DATA: an officer types the reports of twenty working groups by keys alone, as they
come in on paper: row by row, sixteen of one district, four of the next. Tells how many keys that takes."""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile
import time

from person import Person, run

OFFICER = "Nguyen Thi A"
PAGE = "Theo dõi, đôn đốc"
DAY = "2024-04-01"
UNITS = 20
NAME = (60, 62)  # in the grid: a click on a mark would turn it
FIRST_DISTRICT = 16  # units of the city, which stand first
A_SECOND = 5  # keys that somebody types who looks at paper
MARKS = ("posted", "website", "zalo", "facebook")
FIGURES = ("staff_present", "guided", "answered")
NAMES = {":": "colon", "/": "slash", " ": "space"}


class Typist(Person):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.pressed = 0

    def press_all(self, keys):
        """As a fast hand: the next key comes before the last one was answered for."""
        self.wait(self.take_keyboard, "the keyboard")
        run("xdotool", "key", "--clearmodifiers", "--delay", "15", *keys)
        self.pressed += len(keys)


def spell(text):
    return [NAMES.get(letter, letter) for letter in text]


def spell_time(text):
    """2313; after midnight 0:48 2/4."""
    date, clock = text.split(" ")
    if date == DAY:
        return spell(clock.replace(":", ""))
    return spell(f"{clock.removeprefix('0')} {int(date[8:])}/{int(date[5:7])}")


def spell_row(report):
    """What stands on the paper, from the hour to the meetings; the keys that go from cell to cell are among them."""
    keys = [*spell_time(report["reported_at"]), "Tab"]
    for name in FIGURES:
        keys += [*spell(report[name]), "Tab"]
    for name in MARKS:
        keys += ["space"] * (report[name] == "1") + ["Tab"]
    if report["meetings"] == "1":
        return [*keys, "space"]
    return keys if report["meetings"] == "0" else [*keys, *report["meetings"], "Tab"]


def read_reports(day, codes):
    """Sorted as the grid lists its units: somebody who types a pile puts it into that order."""
    with open(day / "reports.csv", encoding="utf-8-sig", newline="") as stream:
        reports = {report["code"]: report for report in csv.DictReader(stream)}
    return [reports[code] for code in codes]


def look_up(cli, file):
    done = subprocess.run([cli, "reports", file], capture_output=True, text=True, timeout=60, check=True)
    return {row["code"]: row for row in csv.DictReader(io.StringIO(done.stdout))}


def open_grid(person):
    person.key("alt+5")
    page = person.part(PAGE)
    person.click(person.get("page tab", "Nhập tay", root=page))
    person.see("Phường Thọ Xương: minh chứng", page)
    grid = person.get(check=lambda node: node.name.startswith("Phường Thọ Xương, "), root=page)
    person.click(grid, place=NAME)
    person.key("ctrl+Home")
    return page


def say_name(person, first):
    """The log asks once for who acts; that is no part of the typing."""
    person.press_all(spell_time(first["reported_at"]) + ["Tab"])
    person.see("Họ và tên của đồng chí")
    person.type(OFFICER)
    person.key("Return")
    person.alone()


def type_all(person, page, reports):
    first, *others = reports
    say_name(person, first)
    start = time.monotonic()
    person.press_all(spell_row(first)[len(spell_time(first["reported_at"])) + 1:])
    for number, report in enumerate(others, 1):
        person.press_all(["ctrl+Next", "ctrl+Home"] if number == FIRST_DISTRICT else ["Home", "Down"])
        if number == FIRST_DISTRICT:
            person.see("Phường Tự Lạn: minh chứng", page)
        person.press_all(spell_row(report))
    return time.monotonic() - start


def compare(held, report):
    """What is kept of a unit, and what was typed."""
    found = {name: held[report["code"]][name] for name in report}
    return found, {**report, "reported_at": report["reported_at"].replace(" ", "T") + ":00"}


def is_kept(held, report):
    found, expected = compare(held, report)
    return found == expected


def check(held, reports):
    for report in reports:
        assert is_kept(held, report), compare(held, report)
    others = [row for code, row in held.items() if code not in {report["code"] for report in reports}]
    assert len(others) == 209 - UNITS and not any(row["reported_at"] for row in others)


def main(program, cli, data):
    day = pathlib.Path(data) / "day-2024-04-01"
    with tempfile.TemporaryDirectory() as name:
        file = pathlib.Path(name) / "a.khaosat"
        subprocess.run([cli, "new", file, "--title", "PKS 01", "--day", DAY, "--id", "PKS01-2024", "--key",
                        "6b68616f7361742d64656d6f2d6b65792d6e6f742d666f722d7265616c2d7573", "--units",
                        day / "units.csv", "--template", "https://example.org/f?u={token}"], timeout=60, check=True)
        reports = read_reports(day, list(look_up(cli, file))[:UNITS])
        with Typist(program, str(file)) as person:
            page = open_grid(person)
            elapsed = type_all(person, page, reports)
            person.wait(lambda: is_kept(look_up(cli, file), reports[-1]), "the last report")
            check(look_up(cli, file), reports)
            assert person.quit() == 0
        seconds = person.pressed / A_SECOND
        print(f"{UNITS} reports: {person.pressed} keys, {seconds:.0f} s at {A_SECOND} keys a second; typed here in "
              f"{elapsed:.1f} s")
        assert seconds < 180, seconds


if __name__ == "__main__":
    main(*sys.argv[1:])
