#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An officer merges two units and takes it back, loads a table of events, and rewords a level of the form's scale."""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile

from person import Person


class Campaign:
    def __init__(self, program, file):
        self.program, self.file = program, file

    def call(self, *words):
        return subprocess.run([self.program, *map(str, words)], capture_output=True, text=True, check=True,
                              timeout=30).stdout

    def codes(self, *words):
        return [row["code"] for row in csv.DictReader(io.StringIO(self.call("units", self.file, *words)))]

    def levels(self, folder):
        form = pathlib.Path(folder, "form.json")
        form.unlink(missing_ok=True)
        self.call("form", self.file, "--export", form)
        return form.read_text()


def merge(person, campaign):
    person.key("alt+2")
    page = person.part("Đơn vị")
    person.click(person.get("label", "07204", root=page))
    person.see("07204 · Thành phố Bắc Giang", page)
    person.key("shift+Down")
    person.see("2 đơn vị", page)
    person.click(person.get("button", "Thao tác khác với danh sách", root=page))
    person.click(person.get(name="Sáp nhập các đơn vị đã chọn…"))
    person.get("text", "Có hiệu lực từ ngày")
    person.click(person.get("text", "Có hiệu lực từ ngày"))
    person.type("01/3/2024")
    person.key("Return")
    person.wait(lambda: len(campaign.codes()) == 208, "the units to be merged")
    assert "07204" in campaign.codes() and "07207" not in campaign.codes()
    person.key("ctrl+z")
    person.wait(lambda: len(campaign.codes()) == 209, "the merge to be taken back")


def load_events(person, campaign, folder):
    """A table of what happened to units, as the desk keeps it, in one step."""
    table = pathlib.Path(folder, "thay-doi.csv")
    table.write_text("Ngày;Loại;Đơn vị trước;Đơn vị sau;Căn cứ\n"
                     '01/01/2025;sáp nhập;"07204; 07207";07204=Phường Trần Nguyên Hãn;NQ 1191\n'
                     "01/01/2025;đổi tên;07222;07222=Phường Song Mai;NQ 1191\n", encoding="utf-8")
    page = person.part("Đơn vị")
    windows = len(list(person.app.children))
    person.click(person.get("button", "Thao tác khác với danh sách", root=page))
    person.click(person.get(name="Nạp các thay đổi từ tệp…"))
    person.wait(lambda: len(list(person.app.children)) > windows, "a file chooser")
    person.path(table)
    person.hear("Đã ghi 2 thay đổi của danh sách")
    assert "07207" not in campaign.codes("--as-of", "2025-01-01") and "07207" in campaign.codes()
    person.key("ctrl+z")
    person.wait(lambda: len(campaign.codes("--as-of", "2025-01-01")) == 209, "the events to be taken back")


def reword(person, campaign, folder):
    person.key("alt+3")
    page = person.part("Phiếu khảo sát")
    person.click(person.get("label", "A1", root=page))
    person.click(person.get("text", check=lambda node: node.text == "Khá", root=page))
    person.key("ctrl+a")
    person.type("Tam duoc")
    person.key("Return")
    person.wait(lambda: '"Tam duoc"' in campaign.levels(folder), "the level to be saved")
    person.key("ctrl+z")
    person.wait(lambda: '"Tam duoc"' not in campaign.levels(folder), "the level to be taken back")


def main(program, command, data):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "dot.khaosat")
        campaign = Campaign(command, file)
        campaign.call("new", file, "--title", "PKS 01", "--day", "2024-04-01", "--id", "PKS01-2024", "--units",
                      pathlib.Path(data, "day-2024-04-01", "units.csv"))
        with Person(program, file) as person:
            name_officer(person, campaign)
            merge(person, campaign)
            load_events(person, campaign, folder)
            reword(person, campaign, folder)
            assert person.quit() == 0
    print("ok")


def name_officer(person, campaign):
    """The first change asks who makes it."""
    person.key("alt+2")
    page = person.part("Đơn vị")
    person.click(person.get("label", "07201", root=page))
    person.key("6", "Return", "Escape")
    person.click(person.get("label", "07201", root=page))
    person.key("7", "Return")
    dialog = person.part("Họ và tên của đồng chí")
    person.type("Bui Van A")
    person.key("Return")
    person.wait(lambda: not dialog.visible, "the dialog to close")
    person.key("Escape")


main(*sys.argv[1:])
