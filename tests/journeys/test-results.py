#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An officer reads the results of the sample and proposes three units, by pointer and keys."""
import subprocess
import sys
import time

from person import Person


def clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True,
                          timeout=10).stdout


def read_results(person, sidebar):
    person.click(person.get("label", "Tổng hợp kết quả", root=sidebar))
    page = person.part("Tổng hợp kết quả")
    person.click(person.get(name="Câu hỏi", root=page))
    chart = person.part("Câu hỏi")
    person.click(person.get("row", check=lambda node: node.name.startswith("A5. "), root=chart))
    account = person.part("Số liệu này gồm những gì")
    person.see("Toàn tỉnh, câu A5", account)
    person.see("4.487", account)
    person.key("Escape")
    person.wait(lambda: not person.find("label", "Toàn tỉnh, câu A5", root=page), "the account to close")
    return chart


def copy_results(person):
    person.key("ctrl+c")
    person.wait(lambda: "SỐ LIỆU SƠ BỘ" in clipboard(), "the table on the clipboard")
    table = clipboard()
    assert "SỐ LIỆU MÔ PHỎNG" in table and "\nA1\t" in table, table
    assert "\nD1\t" not in table, "a sensitive question has left the desk"


def look_up_unit(person, chart):
    person.key("ctrl+f")
    person.type("phuong mau 07")
    time.sleep(0.5)
    person.key("Return")
    person.see("Phường Mẫu 07 ·", chart)
    before = clipboard()
    person.key("ctrl+c")
    assert clipboard() == before, "answers of a unit have left the desk"


def choose(person, sidebar):
    person.click(person.get("label", "Đề xuất khen thưởng", root=sidebar))
    page = person.part("Đề xuất khen thưởng")
    person.click(person.get("check", "Chọn Xã Mẫu 31", root=page))
    person.key("Down", "space", "Down", "space")
    foot = person.part("Danh sách đề xuất")
    person.click(person.get("button", "Lấy căn cứ làm lý do", root=foot))
    person.click(person.get("button", "Lưu danh sách đề xuất", root=foot))
    person.see("3 đã chọn", sidebar)
    person.key("ctrl+z")
    person.see("chưa có", sidebar)


def main(program):
    with Person(program, "--sample") as person:
        sidebar = person.part("KsSidebar")
        person.see("sơ bộ", sidebar)
        chart = read_results(person, sidebar)
        copy_results(person)
        look_up_unit(person, chart)
        choose(person, sidebar)
        assert person.quit() == 0


if __name__ == "__main__":
    main(sys.argv[1])
