#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An officer reads the comments of the sample: searches, sorts by a key, blacks a word out, picks one for the papers,
and takes things back."""
import sys

from person import Atspi, Person

LEADERS = "Có nội dung phản ánh, tố cáo – báo cáo lãnh đạo"
WORDS = "Cần công khai kinh phí sớm hơn"
BLACK = "▇▇▇"


def open_comments(person):
    person.click(person.get("label", "Tổng hợp kết quả", root=person.part("KsSidebar")))
    page = person.part("Tổng hợp kết quả")

    # The header has the switcher twice while it finds out what fits.
    def find():
        tabs = [node for node, _ in page.walk() if node.role == "page tab" and node.is_called("Ý kiến") and node.visible]
        return tabs[-1] if tabs else None
    person.click(person.wait(find, "the tab of the comments"))
    person.get("text", "Nội dung ý kiến", root=page)
    return page


def search(person, page):
    person.key("ctrl+f")
    person.type("kinh phi")
    person.wait(lambda: any("trong số" in text for text in person.texts(page)), "fewer comments")
    entry = person.get(name="Tìm trong ý kiến", root=page)

    # Rows may move under the pointer while the list is filled.
    def take_row():
        person.click(person.get("label", WORDS, root=page))
        return not entry.has_state(Atspi.StateType.FOCUSED)
    person.wait(take_row, "a comment to take the keyboard")


def sort_by_key(person, page):
    person.key("1")
    person.hear(f"“{LEADERS}”")
    person.see(f" · {LEADERS}", page)
    person.key("ctrl+z")
    person.gone(f" · {LEADERS}", page)


def black_out(person, page):
    words = person.get("text", "Nội dung ý kiến", root=page)
    person.click(words, times=2, place=(60, 22))
    person.key("ctrl+b")
    person.see(BLACK, page)
    person.key("ctrl+z")
    person.gone(BLACK, page)


def pick_for_papers(person, page):
    person.click(person.get("button", "Chọn trích…", root=page))
    window = person.part("Trích trong văn bản")
    person.click(person.get("button", "Chọn", root=window))
    person.see("trích trong văn bản", page)


def main(program):
    with Person(program, "--sample") as person:
        page = open_comments(person)
        assert not person.unnamed(page), person.unnamed(page)
        search(person, page)
        sort_by_key(person, page)
        black_out(person, page)
        pick_for_papers(person, page)
        assert person.quit() == 0


if __name__ == "__main__":
    main(sys.argv[1])
