#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-lists.py KHAOSAT KHAOSAT-CLI DATA paste|faults: an officer brings lists of units in by pointer and keys. Blocks
are pasted from Excel and taken back in three steps; a workbook with faults is made good row by row."""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile
import zipfile

from person import Person

OFFICER = "Nguyen Thi A"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
# Two rows that nobody can be sure of, one that cannot be right, a heading and a sum.
FAULTY = [["DANH SÁCH CÁN BỘ, CÔNG CHỨC"], ["STT", "Tên đơn vị", "Đảng ủy", "UBND"], ["I", "Thành phố Bắc Giang"],
          [1, "P. Thọ Xương", 9, 20], [2, "Xã Tân Tiên", 8, 16], [3, "Phường Trần Phú", -5, 13], ["", "Cộng", 12, 49],
          [4, "Phúc Sơn", 7, 11]]


def write_workbook(path, rows):
    cells = "".join(
        "<row>" + "".join(f"<c><v>{cell}</v></c>" if isinstance(cell, int)
                          else f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
        for row in rows)
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{OFFICE}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Thành phố" sheetId="1" '
                           'r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="b" '
                                      f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


class Officer(Person):
    def import_window(self):
        return self.part("Nhập danh sách đơn vị")

    def commit(self, label):
        self.click(self.get("button", label, check=lambda node: node.sensitive, root=self.import_window()))

    def say_name(self):
        self.see("Họ và tên của đồng chí")
        self.type(OFFICER)
        self.key("Return")

    def paste(self, text):
        subprocess.run(["xclip", "-selection", "clipboard", "-i"], input=text.encode(), timeout=10, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(3):  # a busy computer gives the keyboard back late
            self.key("ctrl+v")
            try:
                return self.part("Nhập danh sách đơn vị", 15)
            except AssertionError:
                # The window manager gave the keyboard to nobody: a person clicks into the list.
                self.click(self.get("label", "Phường Ngô Quyền", root=self.part("Đơn vị")))
        return None

    def answer(self, row, given):
        """Takes an answer from the list behind the button of a row."""
        self.click(self.get(check=lambda node: node.name.startswith(f"{row}: "), root=self.import_window()))
        self.click(self.get("label", check=lambda node: node.name.startswith(given), root=self.import_window()))


class Cli:
    def __init__(self, program, file):
        self.program, self.file = program, file

    def call(self, verb, *words):
        return subprocess.run([self.program, verb, self.file, *map(str, words)], capture_output=True, text=True,
                              timeout=60, check=True).stdout

    def units(self):
        return {row["code"]: row for row in csv.DictReader(io.StringIO(self.call("units")))}


def paste_blocks(person, cli):
    before = cli.units()
    page = person.part("Đơn vị")
    blocks = ["3\t41\t1\t3\n5\t42\t2\t5\n", "Mã ĐVHC\tSố CBCC: Đảng ủy\n7201\t43\n",
              "Thọ Xương\t6\t44\t3\t6\nTrần Phú\t5\t45\t2\t5\n"]
    for number, (block, label) in enumerate(zip(blocks, ["2 đơn vị", "1 đơn vị", "2 đơn vị"])):
        if number == 0:
            person.click(person.get("label", "Phường Ngô Quyền", root=page))
        person.paste(block)
        person.commit(f"Cập nhật {label}")
        if number == 0:
            person.say_name()
        person.alone()
    person.wait(lambda: [cli.units()[code]["staff_government"] for code in ("07207", "07210", "07201", "07213")] ==
                ["41", "42", "44", "45"], "three blocks to be taken")
    assert cli.units()["07201"]["staff_party"] == "6"
    for step in range(3):
        units = cli.units()
        person.key("ctrl+z")
        person.wait(lambda: cli.units() != units, "a step to be taken back")
    assert cli.units() == before


def load_faulty(person, cli, folder):
    before = cli.units()
    path = folder / "danh sách.xlsx"
    write_workbook(path, FAULTY)
    person.key("ctrl+i")
    person.wait(lambda: len(list(person.app.children)) > 1, "a file chooser")
    person.path(path)
    window = person.import_window()
    person.see("tiêu đề ở dòng 2", window)
    person.see("có thể gõ nhầm", window)
    assert not person.unnamed(window), person.unnamed(window)
    person.answer("“Phúc Sơn”", "Xã Phúc Sơn · Huyện Tân Yên")
    person.answer("“Xã Tân Tiên”", "Xã Tân Tiến")
    person.answer("“Phường Trần Phú”", "Bỏ qua dòng này")
    person.commit("Cập nhật 3 đơn vị")
    person.say_name()
    person.alone()
    person.wait(lambda: [cli.units()[code]["staff_party"] for code in ("07201", "07699", "07318")] == ["9", "8", "7"],
                "three units to be taken")
    assert cli.units()["07213"] == before["07213"]


def main(program, cli_program, data, what):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        cli = Cli(cli_program, folder / "a.khaosat")
        cli.call("new", "--title", "PKS 01", "--day", "2024-04-01", "--units",
                 pathlib.Path(data) / "day-2024-04-01" / "units.csv")
        with Officer(program, str(cli.file)) as person:
            person.see("209/209", person.part("Các trang"))
            person.key("alt+2")
            person.see("Phường Ngô Quyền")
            if what == "paste":
                paste_blocks(person, cli)
            else:
                load_faulty(person, cli, folder)
            assert person.quit() == 0


if __name__ == "__main__":
    main(*sys.argv[1:])
