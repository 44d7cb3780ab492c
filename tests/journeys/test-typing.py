#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An officer types staff counts through the table of units as in a spreadsheet, and takes three of them back."""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile

from person import PATIENCE, Person

FIGURES = ("staff_party", "staff_government", "staff_front")


class Registry:
    def __init__(self, program, file):
        self.program, self.file = program, file

    def call(self, *words):
        return subprocess.run([self.program, *map(str, words)], capture_output=True, text=True, check=True,
                              timeout=30).stdout

    def figures(self, *codes):
        rows = {row["code"]: row for row in csv.DictReader(io.StringIO(self.call("units", self.file)))}
        return [tuple(int(rows[code][name]) for name in FIGURES) for code in codes]


def type_figures(person, page, registry):
    person.click(person.get("label", "Phường Trần Nguyên Hãn", root=page))
    person.see("07204 · Thành phố Bắc Giang", page)
    # wherever the row was clicked, a figure opens the first column of figures, Enter goes down, Tab to the right
    person.key("8", "Return")
    dialog = person.part("Họ và tên của đồng chí")
    person.type("Bui Van A")
    person.key("Return")
    person.wait(lambda: not dialog.visible, "the dialog to close")
    person.wait(lambda: registry.figures("07204") == [(8, 11, 2)], "the first figure to be saved")
    person.key("9", "Tab", "1", "7", "Return")
    person.wait(lambda: registry.figures("07204", "07207") == [(8, 11, 2), (9, 17, 1)], "three figures to be saved")


def type_nonsense(person, page, registry):
    person.type("-5")
    person.key("Return")
    person.see("không phải số nguyên từ 0 đến 100000")
    person.key("Escape")
    person.gone("không phải số nguyên từ 0 đến 100000")
    assert registry.figures("07210") == [(5, 13, 2)]


def take_back(person, registry):
    for expected in ([(8, 11, 2), (9, 12, 1)], [(8, 11, 2), (3, 12, 1)], [(4, 11, 2), (3, 12, 1)]):
        person.key("ctrl+z")
        person.wait(lambda: registry.figures("07204", "07207") == expected, f"the figures {expected}")


def type_and_close(person, page, registry):
    """What stands typed when the campaign closes is saved."""
    person.key("Escape")
    person.click(person.get("label", "07213", root=page))
    person.click(person.get(check=lambda node: node.name.startswith("Tổ trưởng") and node.role != "label", root=page))
    person.type("Le Van D")
    person.key("F10")
    person.click(person.get(name="Đóng đợt khảo sát"))
    start = person.part("KsStartPage")
    assert "head,Le Van D" in registry.call("unit", registry.file, "07213")
    person.click(person.get("row", "dot.khaosat", root=start))
    person.see("209/209", person.part("Các trang"))


def type_and_leave(person, page, registry):
    """What stands typed when the window closes is saved; what is wrong is asked about."""
    person.key("alt+2")
    person.click(person.get("label", "07213", root=page))
    field = person.get(check=lambda node: node.name.startswith("Tổ trưởng") and node.role != "label", root=page)
    person.click(field)
    person.key("ctrl+a")
    person.type("Tran Thi C")
    phone = person.get(check=lambda node: node.name == "Điện thoại" and node.role != "label", root=page)
    person.click(phone)
    person.type("khong co")
    person.key("ctrl+q")
    person.part("Đóng mà không lưu?")
    assert "head,Tran Thi C" in registry.call("unit", registry.file, "07213")
    person.click(person.get("button", check=lambda node: node.is_called("Đóng, không lưu")))
    assert person.process.wait(PATIENCE) == 0


def main(program, command, data):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "dot.khaosat")
        registry = Registry(command, file)
        registry.call("new", file, "--title", "PKS 01", "--day", "2024-04-01", "--id", "PKS01-2024", "--actor", "Bùi A",
                      "--units", pathlib.Path(data, "day-2024-04-01", "units.csv"))
        assert registry.figures("07204", "07207") == [(4, 11, 2), (3, 12, 1)]
        with Person(program, file) as person:
            person.key("alt+2")
            page = person.part("Đơn vị")
            type_figures(person, page, registry)
            type_nonsense(person, page, registry)
            take_back(person, registry)
            type_and_close(person, page, registry)
            type_and_leave(person, page, registry)
    print("ok")


main(*sys.argv[1:])
