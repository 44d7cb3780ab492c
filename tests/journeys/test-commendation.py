#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-commendation.py KHAOSAT KHAOSAT-CLI SAMPLE: an officer makes the scale while names are hidden, locks it, looks at
a unit, and chooses four units and a person, by pointer and keys. The command line then tells what was kept."""
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

from person import Person

OFFICER = "Bui Van A"
PERSON = "Nguyen Van Mau"
PAGE = "Đề xuất khen thưởng"


class Campaign:
    """The answers, reports and posts of the sample, in a campaign of its own."""

    def __init__(self, command, folder, sample):
        self.command, self.file = command, folder / "dot.khaosat"
        facts = json.loads((sample / "campaign.json").read_text())
        self.call("new", self.file, "--title", "Khảo sát 2024", "--day", "2024-04-01", "--id", facts["id"], "--key",
                  facts["key"], "--units", sample / "units.csv", "--template", facts["template"])
        self.call("import", self.file, sample / "answers.csv")
        self.call("reports", self.file, "--import", sample / "reports.csv")
        self.call("posts", self.file, "--import", sample / "posts.csv")

    def call(self, *words):
        return subprocess.run([self.command, *map(str, words)], capture_output=True, text=True, timeout=60,
                              check=True).stdout

    def table(self, *words):
        return list(csv.DictReader(io.StringIO(self.call(*words))))


class Officer(Person):
    def go(self):
        self.see(PAGE)
        self.key("alt+8")
        return self.part(PAGE)

    def press(self, name, root=None):
        """The button that is called just so: the same words with an ellipsis ask first."""
        self.click(self.get("button", check=lambda node: name in node.name and (name[-1] == "…" or "…" not in node.name)
                            and node.sensitive, root=root))

    def fill(self, name, text, root):
        self.click(self.get("text", name, root=root))
        self.key("ctrl+a")
        self.type(text)


def make_scale(person, page):
    """Hidden names, a figure typed, the rest shared out; who acts is asked before the first change is kept."""
    person.see("Đơn vị 1", page)
    assert not any("Xã Mẫu" in text for text in person.texts(page)), "a name shows"
    assert not person.unnamed(page), person.unnamed(page)
    spin = person.get("spin button", "Tham gia khảo sát: điểm tối đa", root=page)
    person.click(spin, place=(14, 14))
    person.key("ctrl+a")
    person.type("30")
    person.key("Return")
    person.see("Tổng: 90/100 điểm", page)
    person.press("Chia lại cho đủ 100", page)
    person.see("Tổng: 100/100 điểm", page)
    person.see("Họ và tên của đồng chí", seconds=20)
    person.type(OFFICER)
    person.key("Return")
    person.alone()


def lock_scale(person, page):
    person.press("Chốt thang điểm…", page)
    person.press("Chốt thang điểm")
    person.see("Đã chốt thang điểm", page)
    person.see("Xã Mẫu", page)
    person.alone()


def is_free(node):
    return node.name.startswith("Chọn ") and node.sensitive and not node.checked


def choose(person, page):
    """The first by the pointer, the others by keys in the list."""
    person.click(person.get("check", check=is_free, root=page))
    person.see("1 đã chọn")
    for number in range(2, 5):
        person.key("Down", "space")
        person.see(f"{number} đã chọn")
    person.key("ctrl+z")
    person.see("3 đã chọn")
    person.key("space")
    person.see("4 đã chọn")


def look_at_unit(person, page):
    person.key("Up")
    person.see("Vì sao đứng trước, đứng sau", page)
    person.see("Phiếu hợp lệ", page)
    assert not person.unnamed(page), person.unnamed(page)


def add_person(person, page):
    person.press("Thêm cá nhân…", page)
    window = person.part("Cá nhân")
    assert not person.unnamed(window), person.unnamed(window)
    person.fill("Họ và tên", PERSON, window)
    person.fill("Chức vụ", "To truong", window)
    person.click(person.get("text", "Thành tích tóm tắt", root=window))
    person.type("Lam tot.")
    person.press("Thêm vào danh sách", window)
    person.alone()
    person.see("4 + 1")
    person.see(f"5. {PERSON}", page)


def move_first(person, page):
    """The card of the first follows the keys."""
    first = person.get("panel", check=lambda node: node.name.startswith("Xã Mẫu"), root=person.part("Danh sách đề xuất"))
    person.click(first, place=(20, 10))  # a toast may cover the rest
    person.key("alt+Down")
    person.see(f"2. {first.name}", page)


def look_afterwards(campaign):
    points = {row["criterion"]: (float(row["points"]), row["locked"]) for row in campaign.table("weights", campaign.file)}
    assert points["participation"][0] == 30, points
    assert sum(each[0] for each in points.values()) == 100, points
    assert len({each[1] for each in points.values()}) == 1 and len(points["posts"][1]) == 64, points
    chosen = campaign.table("choose", campaign.file)
    assert [row["kind"] for row in chosen].count("unit") == 4, chosen
    assert [row["name"] for row in chosen if row["kind"] == "person"] == [PERSON], chosen
    ranks = {row["code"]: row["rank"] for row in campaign.table("shortlist", campaign.file, "--draws", "10")}
    assert int(ranks[chosen[0]["code"]]) <= 4, chosen
    log = campaign.table("log", campaign.file)
    actions = [row["action"] for row in log]
    assert actions.index("set-criteria") < actions.index("lock-criteria") < actions.index("choose"), actions
    assert {row["actor"] for row in log if row["action"] in ("set-criteria", "lock-criteria", "choose")} == {OFFICER}
    orders = [json.loads(row["payload"])["nominees"] for row in log if row["action"] == "choose"]
    assert sorted(orders[-1]) == sorted(orders[-2]) and orders[-1] != orders[-2], orders[-2:]
    assert campaign.call("check", campaign.file) == "ok\n"


def main(program, command, sample):
    with tempfile.TemporaryDirectory() as place:
        campaign = Campaign(command, pathlib.Path(place), pathlib.Path(sample).resolve())
        with Officer(program, str(campaign.file)) as person:
            page = person.go()
            make_scale(person, page)
            lock_scale(person, page)
            choose(person, page)
            look_at_unit(person, page)
            add_person(person, page)
            move_first(person, page)
            assert person.quit() == 0
        look_afterwards(campaign)
    print("ok")


if __name__ == "__main__":
    main(*sys.argv[1:])
