#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-sheets.py KHAOSAT KHAOSAT-CLI DATA: an officer tries a code with a phone, looks at the print's preview, prints
table cards to a file through the real dialog, which is then proven; renames a unit and prints its sheet alone
again; words the poster otherwise; and makes the ten packs."""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

from person import Atspi, Person

TEMPLATE = "https://example.org/f?u={token}"


class Campaign:
    def __init__(self, program, folder):
        self.program, self.folder, self.file = program, folder, folder / "dot.khaosat"

    def call(self, verb, *words):
        return subprocess.run([self.program, verb, self.file, *map(str, words)], capture_output=True, text=True,
                              timeout=120, check=True).stdout

    def name(self, code):
        return next(row["name"] for row in csv.DictReader(io.StringIO(self.call("units"))) if row["code"] == code)

    def printed(self):
        """The file of the print, whose name is the toolkit's; it comes a moment after the last page."""
        return next((path for path in self.folder.glob("*.pdf") if path.stat().st_size > 0), None)

    def prove(self):
        return self.call("prove", "--pdf", self.printed()).strip()


class Officer(Person):
    def reach(self, role, name):
        """Clicks what may stand below the end of the pane."""
        self.click(self.scroll_to(self.get(role, name)))

    def choose(self, title):
        self.click(self.scroll_to(self.get(name=title, check=lambda node: node.role in ("check box", "radio button"))))

    def print_to_file(self, campaign, first_missing=None):
        """The dialog is open: chooses the printer that is a file, and says whether all sheets came out."""
        self.click(self.get("label", "In ra tập tin"))
        self.click(self.get("button", "In", check=lambda node: node.sensitive))
        self.wait(campaign.printed, "the file of the print")
        self.see("Đã in đủ chưa?")
        if first_missing is None:
            self.click(self.get("button", "Đã in đủ"))
        else:
            self.see("Tờ đầu tiên còn thiếu")
            self.click(self.get("button", "Tờ đầu tiên còn thiếu: không thiếu tờ nào"))
            self.type(first_missing)
            self.key("Return")
            self.click(self.get("button", "In tiếp từ đơn vị đó", check=lambda node: node.sensitive))
        self.alone()


def try_code(person):
    """Nothing leaves the window before codes were tried with a phone."""
    person.see("209/209", person.part("Các trang"))
    person.key("alt+4")
    person.see("cần quét thử một mã bằng điện thoại trước")
    person.key("ctrl+p")
    time.sleep(1)
    assert len(list(person.app.children)) == 1
    person.reach("button", "Quét thử ba mã…")
    person.see("Họ và tên của đồng chí")
    person.type("Bui Van A")
    person.key("Return")
    person.click(person.get("button", "Các mã đều mở đúng phiếu của đơn vị"))
    person.alone()


def print_cards(person, campaign):
    person.choose("Thẻ để bàn")
    person.see("In 105 tờ…")
    person.key("ctrl+p")
    person.click(person.get("button", "Xem trước"))
    window = person.part("Xem trước bản in")
    person.see("Vừa trang", window)
    assert not person.unnamed(window), person.unnamed(window)
    person.key("Escape")
    person.print_to_file(campaign)
    assert campaign.prove() == "418 of 418 proven"  # both sides of 209 cards
    person.wait(lambda: "printer" in campaign.call("prints"), "the print to be noted")
    campaign.printed().unlink()


def check_units(person, *words):
    """The list of units is open: finds each and checks it otherwise."""
    person.wait(lambda: person.find("entry", check=lambda node: node.has_state(Atspi.StateType.FOCUSED)), "the search")
    for word in words:
        person.key("ctrl+a")
        person.type(word)
        person.key("Return")


def print_some(person, campaign):
    """Two units alone, of which the second does not come out: printing goes on from it."""
    person.choose("Tờ niêm yết mã QR")
    person.reach("button", "Đơn vị: Cả 209 đơn vị")
    check_units(person, "tat ca", "07204", "07207")
    person.see("Đã chọn 2/209 đơn vị")
    person.key("Escape")
    person.see("In 2 tờ…")
    person.key("ctrl+p")
    person.print_to_file(campaign, campaign.name("07207"))
    assert campaign.prove() == "2 of 2 proven"
    person.see("In 1 tờ…")
    rows = list(csv.DictReader(io.StringIO(campaign.call("prints"))))
    assert rows[-1]["sheets"] == "1", rows[-1]
    campaign.printed().unlink()
    person.key("ctrl+p")
    person.print_to_file(campaign)
    assert campaign.prove() == "1 of 1 proven"
    campaign.printed().unlink()
    person.reach("button", "Đơn vị: 2 đơn vị")
    check_units(person, "tat ca")
    person.see("Đã chọn 209/209 đơn vị")
    person.key("Escape")


def print_again(person, campaign):
    person.key("alt+2")
    page = person.part("Đơn vị")
    person.click(person.get("label", campaign.name("07201"), root=page))
    person.key("F2", "ctrl+a")
    person.type("Phuong Moi")
    person.key("Return")
    person.wait(lambda: campaign.name("07201") == "Phuong Moi", "the name to be saved")
    person.key("Escape", "alt+4")
    person.reach("button", "In 1 tờ")
    person.print_to_file(campaign)
    assert campaign.prove() == "2 of 2 proven"
    person.gone("1 tờ cần in lại")


def reword(person, campaign):
    """The title of the poster, with the page beside it; a text too long for it is refused; then it is taken back."""
    person.choose("Tờ niêm yết mã QR")
    person.reach("label", "Nội dung chữ và biểu trưng…")
    window = person.part("Nội dung chữ trên các tờ")
    assert not person.unnamed(window), person.unnamed(window)
    title = person.get("text", "Tiêu đề của các tờ", root=window)
    person.click(title)
    person.key("ctrl+a")
    person.type("x" * 91)
    person.wait(lambda: not person.get("button", "Lưu", root=window).sensitive, "the long title to be refused")
    person.key("ctrl+a")
    person.type("Y kien can bo")
    person.click(person.get("button", "Lưu", check=lambda node: node.sensitive, root=window))
    person.alone()
    person.wait(lambda: "Y kien can bo" in campaign.call("texts"), "the title to be saved")
    person.key("ctrl+z")
    person.wait(lambda: "Y kien can bo" not in campaign.call("texts"), "the title to be taken back")


def make_packs(person, campaign):
    person.choose("Gói theo huyện")
    windows = len(list(person.app.children))
    person.click(person.get("button", "Xuất ra tệp…", root=person.part("Mã QR")))
    person.wait(lambda: len(list(person.app.children)) > windows, "a folder chooser")
    packs = campaign.folder / "goi"
    packs.mkdir()
    person.path(packs)
    if len(list(person.app.children)) > windows:
        person.key("Return")
    person.wait(lambda: len(list(packs.glob("*.zip"))) == 10, "ten packs", 150)
    names = sorted(path.name for path in packs.glob("*.zip"))
    for name in names:
        assert zipfile.ZipFile(packs / name).testzip() is None


def main(program, command, data):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        campaign = Campaign(command, folder)
        campaign.call("new", "--title", "PKS 01", "--day", "2024-04-01", "--id", "PKS01-2024", "--template", TEMPLATE,
                      "--units", pathlib.Path(data, "day-2024-04-01", "units.csv"))
        with Officer(pathlib.Path(program).resolve(), campaign.file, cwd=folder) as person:
            try_code(person)
            print_cards(person, campaign)
            print_some(person, campaign)
            print_again(person, campaign)
            reword(person, campaign)
            make_packs(person, campaign)
            assert person.quit() == 0
    print("ok")


if __name__ == "__main__":
    main(*sys.argv[1:])
