#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-papers.py KHAOSAT KHAOSAT-CLI: an officer makes the papers: settles the figures where a paper asks for it, writes
what the report says, takes report, annex and list as files, asks a number where it comes from, seals and checks the seal."""
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

from person import Person, run

CHOSEN = ("90052", "90181", "90095")
STRENGTHS = "Các đơn vị chấp hành nghiêm túc."


class Campaign:
    def __init__(self, program, folder):
        self.program, self.file = program, folder / "dot.khaosat"

    def call(self, verb, *words):
        return subprocess.run([self.program, verb, self.file, *map(str, words)], capture_output=True, text=True,
                              timeout=120, check=True).stdout


class Officer(Person):
    def page(self):
        return self.part("Báo cáo")

    def choose(self, title):
        self.click(self.get("label", title, root=self.part("Danh sách văn bản")))

    def ready(self):
        """The paper is laid out: it may be printed."""
        self.get("button", "In…", check=lambda node: node.sensitive, root=self.page(), seconds=30)

    def reach(self, name):
        """Clicks a button that may stand below the end of the list, where the wheel brings it from."""
        button = self.get("button", name, root=self.page())
        left, top, _, height = self._frame(self._host(button))
        run("xdotool", "mousemove", str(left + 480), str(top + height // 2))
        for _ in range(40):
            if button.box[1] + button.box[3] < self._host(button).box[3] - 60:
                break
            run("xdotool", "click", "5")
            time.sleep(0.1)
        self.click(button)

    def save_to(self, path):
        """A file chooser is open."""
        self.path(path)
        self.wait(path.is_file, f"the file {path}", 60)
        self.alone()

    def export(self, format_name, path):
        self.click(self.get(name="Xuất ra tệp…", root=self.page()))
        windows = len(list(self.app.children))
        self.click(self.get("menu item", format_name))
        self.wait(lambda: len(list(self.app.children)) > windows, "a file chooser")
        self.save_to(path)


def settle(person):
    """A paper of a unit says what it waits for, and offers it."""
    person.choose("Biểu đối chiếu số liệu của đơn vị")
    person.see("chỉ lập được sau khi chốt số liệu", person.page())
    person.click(person.get("button", "Chốt số liệu…", root=person.page()))
    person.type("Sau rà soát")
    person.click(person.get("button", "Chốt số liệu", check=lambda node: not node.name.endswith("…")))
    person.alone()
    person.ready()
    person.gone("Số liệu chưa chốt", person.page())


def write_strengths(person, campaign):
    person.choose("Báo cáo")
    person.ready()
    person.click(person.get("button", "Cài đặt…", root=person.page()))
    window = person.part("Cài đặt văn bản")
    assert not person.unnamed(window), person.unnamed(window)
    person.click(person.get("text", "Ưu điểm", root=window))
    person.type(STRENGTHS)
    person.click(person.get("button", "Lưu", check=lambda node: node.sensitive, root=window))
    person.alone()
    assert STRENGTHS in campaign.call("papers")
    person.ready()


def ask_figure(person):
    """By pointer, then by keys."""
    figure = person.get(name="Số phiếu hợp lệ: 4.466", root=person.part("Số liệu trên trang"))
    person.click(figure)
    person.see("Đã nhận 4.487 phiếu.")
    person.key("Escape")
    person.gone("Đã nhận 4.487 phiếu.")
    person.key("Right", "Return")
    person.see("Tỷ lệ tham gia = số phiếu hợp lệ")
    person.key("Escape")
    person.gone("Tỷ lệ tham gia = số phiếu hợp lệ")


def export(person, folder):
    person.export("Word (DOCX)…", folder / "bao-cao.docx")
    with zipfile.ZipFile(folder / "bao-cao.docx") as report:
        assert STRENGTHS in report.read("word/document.xml").decode()
    person.choose("Phụ lục báo cáo")
    person.ready()
    person.export("PDF…", folder / "phu-luc.pdf")
    assert (folder / "phu-luc.pdf").read_bytes().startswith(b"%PDF")
    person.choose("Danh sách đề nghị khen thưởng")
    person.ready()
    person.export("Excel (XLSX)…", folder / "danh-sach.xlsx")
    assert zipfile.ZipFile(folder / "danh-sach.xlsx").testzip() is None


def seal(person, folder):
    person.key("Escape")  # the toast lies over the buttons
    person.gone("Đã ghi “danh-sach.xlsx”")
    person.reach("Niêm phong…")
    person.click(person.get("button", "Chọn văn bản đưa vào hồ sơ…"))
    person.wait(lambda: len(list(person.app.children)) > 2, "a file chooser")
    person.path(folder / "phu-luc.pdf")
    person.see("phu-luc.pdf")
    person.click(person.get("button", "Chọn nơi lưu…"))
    person.wait(lambda: len(list(person.app.children)) > 1, "a file chooser")
    person.path(folder / "ho-so.zip")
    person.see("Đã niêm phong hồ sơ số liệu", seconds=60)
    with zipfile.ZipFile(folder / "ho-so.zip") as sealed:
        assert any(sealed.read(name) == (folder / "phu-luc.pdf").read_bytes() for name in sealed.namelist())
    person.key("Return")
    person.alone()
    person.reach("Mở hồ sơ…")
    person.wait(lambda: len(list(person.app.children)) > 1, "a file chooser")
    person.path(folder / "ho-so.zip")
    person.see("Hồ sơ còn nguyên vẹn", seconds=60)
    person.key("Return")
    person.alone()


def main(program, command):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        campaign = Campaign(command, folder)
        campaign.call("sample")
        campaign.call("choose", *CHOSEN, "--reason", "Đứng đầu danh sách")
        with Officer(pathlib.Path(program).resolve(), campaign.file, cwd=folder) as person:
            person.see("209/209", person.part("Các trang"), 20)
            person.key("alt+9")
            person.ready()
            assert not person.unnamed(person.page()), person.unnamed(person.page())
            settle(person)
            write_strengths(person, campaign)
            ask_figure(person)
            export(person, folder)
            seal(person, folder)
            assert person.quit() == 0
    print("ok")


if __name__ == "__main__":
    main(*sys.argv[1:])
