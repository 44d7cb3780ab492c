# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The driver of the journeys against a window that is known: it reads, clicks, types, and sees what is missing."""
import os
import sys
import tempfile

from person import Person

with tempfile.TemporaryDirectory() as folder, Person(sys.argv[1]) as person:
    person.see("Chưa chào")

    person.click(person.get("text", "Họ và tên"))
    person.type("Bui Van A")
    person.click(person.get("button", "Chào hỏi"))
    person.see("Chào Bui Van A")
    person.gone("Chưa chào")

    person.click(person.get("text", "Họ và tên"))
    person.key("ctrl+a")
    person.type("Nguyễn Thị Ẫ")
    person.key("alt+c")
    person.see("Chào Nguyễn Thị Ẫ")

    person.click(person.get("button", "Trình đơn"))
    person.click(person.get(name="Chọn một mục"))
    person.see("Đã chọn")
    assert "Đã chọn" in person.texts(), person.texts()

    assert person.find("button", "Không có") is None
    try:
        person.see("chữ không có", seconds=0.2)
    except AssertionError as error:
        assert "chữ không có" in str(error)
    else:
        raise AssertionError("see() found words that are nowhere")

    # one button of the window has an icon and no name
    unnamed = person.unnamed()
    assert len(unnamed) == 1 and "push button" in unnamed[0], unnamed

    picture = os.path.join(folder, "screen.png")
    person.shot(picture)
    assert os.path.getsize(picture) > 2000

    assert person.quit() == 0
print("ok")
