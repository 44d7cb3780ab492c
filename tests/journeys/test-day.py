#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-day.py KHAOSAT KHAOSAT-CLI DATA: an officer follows the survey day. Three exports that grow come in, the figures move;
two keys note a call; the text for the district is copied; the figures of noon are looked at again."""
import csv
import datetime
import io
import pathlib
import struct
import subprocess
import sys
import tempfile

from person import Person

OFFICER = "Nguyen Thi A"
PAGE = "Theo dõi, đôn đốc"
# until when, the sheets in the export, the rate that counts
EXPORTS = (("12:00", "3.736", "74,59%"), ("15:00", "522", "85,03%"), ("17:30", "157", "88,18%"))


def clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True,
                          timeout=10).stdout


def cut(day, folder):
    """The export of the whole day as it was given out at three moments."""
    with open(day / "google-native.csv", encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    for until, _, _ in EXPORTS:
        end = datetime.datetime.strptime(f"2024-04-01 {until}", "%Y-%m-%d %H:%M")
        with open(folder / f"phieu-{until.replace(':', '')}.csv", "w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(row for row in rows
                             if datetime.datetime.strptime(row[0].removesuffix(" GMT+7"), "%Y/%m/%d %I:%M:%S %p") <= end)


class Officer(Person):
    def table(self, cli, *arguments):
        done = subprocess.run([cli, *arguments], capture_output=True, text=True, timeout=60, check=True)
        return list(csv.DictReader(io.StringIO(done.stdout)))

    def press(self, name, root):
        self.click(self.get("button", check=lambda node: name in node.name and node.sensitive, root=root))

    def take_in(self, path, added, rate, first):
        windows = len(list(self.app.children))
        self.key("ctrl+i")
        self.wait(lambda: len(list(self.app.children)) > windows, "a file chooser")
        self.path(path)
        self.see("Cột nào là gì")
        window = self.part("Nhập từ tệp")
        self.press(f"Nhập {added} phiếu", window)
        if first:
            self.see("Họ và tên của đồng chí")
            self.type(OFFICER)
            self.key("Return")
        self.see(rate, self.part("Các trang"))
        self.alone()


def look_at_noon(person, page):
    person.press("Đổi giờ…", page)
    person.click(person.get("row", "12 giờ 00 ngày 01/4/2024"))
    person.see("Số liệu tính đến 12 giờ 00 ngày 01/4/2024", page)
    person.see("Toàn tỉnh có 3.722/4.990 phiếu, đạt 74,59%", page)
    assert "88,18%" not in " ".join(person.texts(page)), "figures of two moments side by side"
    person.press("Trở lại số liệu mới nhất", page)
    person.see("Toàn tỉnh có 4.400/4.990 phiếu, đạt 88,18%", page)


def call(person, cli, file, page):
    person.click(person.get("label", "Phường Ngô Quyền", root=page))
    person.key("g", "2")
    pane = person.part("Đơn vị và tin gửi đi")
    person.wait(lambda: "Phường Ngô Quyền" not in person.texts(pane), "the next unit")
    calls = person.table(cli, "calls", file)
    assert [(row["code"], row["outcome"]) for row in calls] == [("07207", "unreachable")], calls
    person.key("g", "4")
    person.see("Đơn vị vướng mắc gì?")
    person.type("mat mang")
    person.key("Return")
    person.alone()
    person.wait(lambda: len(person.table(cli, "calls", file)) == 2, "the second call")
    person.key("ctrl+z")
    person.wait(lambda: len(person.table(cli, "calls", file)) == 1, "the call to be taken back")


def hand_on(person, page):
    person.key("ctrl+shift+c")
    person.wait(lambda: clipboard().startswith("Tính đến 17 giờ"), "the text on the clipboard")
    text = clipboard()
    assert "thành phố Bắc Giang có" in text and "Đa Mai" not in text, text
    assert "chưa trả lời" not in text, text
    person.key("ctrl+Next")
    person.see("Tin gửi nhóm Zalo: Thị xã Việt Yên", page)
    person.key("ctrl+shift+c")
    person.wait(lambda: "thị xã Việt Yên" in clipboard(), "the text of the next district")
    person.key("ctrl+c")
    person.wait(lambda: "Số liệu tính đến 17 giờ" in clipboard(), "the table on the clipboard")
    assert "Huyện Yên Thế" not in clipboard(), clipboard()


def save_picture(person, page, file):
    """The table of the district that is shown, as a picture; what is looked at is what came onto the disk."""
    person.click(person.get(check=lambda node: "Việc khác với ảnh bảng" in (node.name, node.description), root=page))
    item = person.get("menu item", "Lưu ảnh bảng…")
    windows = len(list(person.app.children))
    person.click(item)
    person.wait(lambda: len(list(person.app.children)) > windows, "a file chooser")
    person.path(file)
    person.wait(file.exists, "the picture")
    person.alone()
    head = file.read_bytes()[:24]
    width, height = struct.unpack(">II", head[16:])
    assert head.startswith(b"\x89PNG\r\n\x1a\n") and width >= 1240 and height > 300, (head, width, height)


def use_keys(person, page):
    """Keys of the page, wherever the focus is: in the list of pages, and in the grid that is typed into."""
    person.key("alt+5", "ctrl+p")
    person.see("Báo cáo nhanh 17 giờ")
    person.key("Escape")
    person.alone()
    person.click(person.get("page tab", "Nhập tay", root=page))
    person.see("Phường Thọ Xương: minh chứng", page)
    grid = person.get(check=lambda node: node.name.startswith("Phường Thọ Xương, "), root=page)
    person.click(grid, place=(60, 62))  # a name: a click on a mark would turn it
    person.key("ctrl+Next")
    person.see("Phường Tự Lạn: minh chứng", page)


def main(program, cli, data):
    day = pathlib.Path(data) / "day-2024-04-01"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        file = folder / "a.khaosat"
        cut(day, folder)
        subprocess.run([cli, "new", file, "--title", "PKS 01", "--day", "2024-04-01", "--id", "PKS01-2024", "--key",
                        "6b68616f7361742d64656d6f2d6b65792d6e6f742d666f722d7265616c2d7573", "--units",
                        day / "units.csv", "--template", "https://example.org/f?u={token}"], timeout=60, check=True)
        with Officer(program, str(file)) as person:
            person.see("Tổng quan")
            person.key("alt+5")
            page = person.part(PAGE)
            person.see("Chưa có phiếu nào", page)
            for until, added, rate in EXPORTS:
                person.take_in(folder / f"phieu-{until.replace(':', '')}.csv", added, rate, until == "12:00")
            person.key("alt+5")
            assert not person.unnamed(page), person.unnamed(page)
            look_at_noon(person, page)
            call(person, cli, file, page)
            hand_on(person, page)
            save_picture(person, page, folder / "thi-xa.png")
            use_keys(person, page)
            assert person.quit() == 0


if __name__ == "__main__":
    main(*sys.argv[1:])
