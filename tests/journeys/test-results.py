#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An officer reads the results by pointer and keys: from the province to its weakest question, the district that stands
lowest there, and a unit of it that is too small to be shown; settles the figures, exports them, and asks anew after one
sheet was taken out."""
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

from person import Atspi, Person

# Left with four sheets, in the district that stands lowest where the province does.
FEW, FEW_NAME, DISTRICT = "90167", "Thị trấn Mẫu 12", "Huyện Mẫu G"
LAST_DISTRICT = "Huyện Mẫu H – "
OFFICER = "Bùi Văn A"
NARROW = 300  # below it a tab stands in the bar at the foot, not in the header


def clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True,
                          timeout=10).stdout


class Officer(Person):
    def page(self):
        return self.part("Tổng hợp kết quả")

    def go(self, view):
        """To a view of the results. The header has the switcher twice while it finds out what fits."""
        page = self.page()

        def find():
            tabs = [node for node, _ in page.walk() if node.role == "page tab" and node.is_called(view) and node.visible]
            return next((node for node in tabs if node.box[1] > NARROW), tabs[-1] if tabs else None)
        self.click(self.wait(find, f"the tab {view}"))
        return self.wait(lambda: self.find(check=lambda node: node.name == view and node.role not in ("label", "page tab"),
                                           root=page), f"the view {view}")

    def stands_on(self, view):
        self.wait(lambda: self.find("page tab", check=lambda node: node.is_called(view) and node.selected, root=self.page()),
                  f"the tab {view} to be the one that is seen")

    def mark(self, view, start):
        return self.get("row", check=lambda node: node.name.startswith(start), root=view)

    def focused(self, view):
        """What a screen reader says of the mark with the keyboard."""
        mark = self.find("row", check=lambda node: node.has_state(Atspi.StateType.FOCUSED), root=view)
        return mark.name if mark else ""

    def walk(self, view, key, start):
        """From mark to mark by a key, up to one whose sentence begins so; gives all sentences on the way."""
        said = [self.focused(view)]
        while not said[-1].startswith(start):
            self.key(key)
            said.append(self.wait(lambda: (lambda name: name != said[-1] and name)(self.focused(view)),
                                  f"another mark than {said[-1]!r} on the way to {start!r}"))
        return said

    def account(self):
        return self.part("Số liệu này gồm những gì")

    def pick(self, words):
        self.key("ctrl+f")
        self.type(words)
        self.key("Return")


class Campaign:
    """A campaign on the units of the sample, of whose answers one unit kept four."""

    def __init__(self, command, folder, sample, name="dot", day="2024-04-01"):
        self.command, self.file = command, folder / f"{name}.khaosat"
        facts = json.loads((sample / "campaign.json").read_text())
        self.call("new", self.file, "--title", f"Khảo sát {day[:4]}", "--day", day, "--id", facts["id"], "--key", facts["key"],
                  "--units", sample / "units.csv", "--template", facts["template"])
        self.call("import", self.file, self.cut(sample / "answers.csv", folder / f"{name}.csv", day.replace("-", "/")))

    @staticmethod
    def cut(source, target, day):
        rows, left = [], 4
        with source.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                if row[1].startswith(FEW) and row[0].startswith("2024/04/01"):
                    left -= 1
                    if left < 0:
                        continue
                rows.append([row[0].replace("2024/04/01", day), *row[1:]])
        with target.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return target

    def call(self, *words):
        done = subprocess.run([self.command, *map(str, words), "--actor", OFFICER], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout

    def take_out_one(self):
        """One sheet of a unit, which came in twice within three seconds."""
        findings = csv.DictReader(io.StringIO(self.call("findings", self.file)))
        self.call("decide", self.file, next(row["id"] for row in findings if row["kind"] == "double"), "exclude",
                  "--reason", "Bấm Gửi hai lần")


def read_questions(person):
    view = person.go("Câu hỏi")
    person.click(person.mark(view, "A5. "))
    account = person.account()
    person.see("Toàn tỉnh, câu A5", account)
    person.key("Down")
    person.see("Toàn tỉnh, câu", account)
    person.wait(lambda: not person.find("label", "Toàn tỉnh, câu A5", root=account), "the account to follow the keys")
    person.key("Escape")
    person.wait(lambda: not person.find("label", "Phiếu nhận được", root=person.page()), "the account to close")
    return view


def say_name(person):
    """Asked once at a desk: the log knows who gave figures out."""
    person.see("Họ và tên của đồng chí")
    person.type(OFFICER)
    person.key("Return")


def copy_results(person):
    person.key("ctrl+c")
    say_name(person)
    person.wait(lambda: "SỐ LIỆU SƠ BỘ" in clipboard(), "the table on the clipboard")
    table = clipboard()
    assert "\nA1\t" in table, table
    assert "\nD1\t" not in table, "a sensitive question has left the desk"


def choose_chart(person):
    """The list of charts, by keys: it is filled anew by what is chosen from it."""
    view = person.go("Câu hỏi")
    person.open_list(person.get(name="Loại biểu đồ", root=person.page()))
    person.key("Down", "Return")
    person.see("Hãy chọn một huyện hoặc một đơn vị", view)
    person.key("alt+Left")


def find_weakest(person):
    """The question that stands last by its difference, and of its districts in the table of colours the lowest."""
    view = person.go("Câu hỏi")
    person.click(person.mark(view, "A5. "))
    person.key("End")
    question = person.wait(lambda: re.match(r"[A-Z]\d", person.focused(view)), "the last question")[0]
    person.see(f"Toàn tỉnh, câu {question}", person.account())
    person.key("Escape")
    view = person.go("Bảng màu")
    person.see("chênh nhau nhiều nhất giữa các huyện", view)
    person.click(person.mark(view, "Toàn tỉnh: "))
    person.key("Escape")
    person.walk(view, "Right", f"Toàn tỉnh – {question}. ")
    said = person.walk(view, "Down", LAST_DISTRICT)
    shares = {sentence.split(" – ")[0]: float(re.search(r"(\d+,\d+)% đánh giá tốt", sentence)[1].replace(",", "."))
              for sentence in said}
    return view, min(shares, key=shares.get)


def open_district(person, view, district):
    """By keys: its units unfold below it; one of them is not shown, and its account says why."""
    person.walk(view, "Up", f"{district} – ")
    person.walk(view, "Left", f"{district}: ")
    person.key("Right")
    person.wait(lambda: "các đơn vị đang mở ở dưới" in person.focused(view), "the units of the district")
    person.walk(view, "Down", f"{FEW_NAME}: ")
    person.key("Right")
    person.wait(lambda: person.focused(view).endswith("chưa đủ số phiếu để nêu kết quả"), "a cell that is not shown")
    person.key("Return")
    person.see(f"{FEW_NAME}, câu A1", person.account())
    person.see("Chưa đủ số phiếu để nêu kết quả", person.account())
    person.key("Escape")
    person.key("alt+Left")
    person.stands_on("Câu hỏi")
    person.key("alt+Right")
    person.stands_on("Bảng màu")


def look_up_small_unit(person):
    view = person.go("Câu hỏi")
    person.pick("thi tran mau 12")
    person.see("Chưa đủ số phiếu để nêu kết quả", view)
    before = clipboard()
    person.key("ctrl+c")
    assert clipboard() == before, "answers of a unit have left the desk"
    person.click(person.get("button", "Số liệu này gồm những gì", root=view))
    account = person.account()
    person.see(f"{FEW_NAME}, câu A1", account)
    person.see("Chưa đủ số phiếu để nêu kết quả", account)
    person.key("Escape")
    person.click(person.get("button", "Quay lại", root=person.page()))
    person.see("Toàn tỉnh ·", view)
    person.key("alt+Right")
    person.see("Chưa đủ số phiếu để nêu kết quả", view)


def settle(person):
    person.click(person.get("button", "Chốt số liệu…", root=person.page()))
    person.see("đơn vị còn nội dung cần kiểm tra chưa xử lý", person.app)
    person.type("Sau rà soát")
    person.click(person.get("button", "Chốt số liệu", check=lambda node: not node.name.endswith("…")))
    person.see("SỐ LIỆU CHỐT NGÀY", person.page())
    person.see("đã chốt", person.part("Các trang"))


def choose_verb(person, verb):
    """One that asks for a file."""
    person.click(person.get(name="Xuất ra tệp…", root=person.page()))
    windows = len(list(person.app.children))
    person.click(person.get("menu item", verb))
    person.wait(lambda: len(list(person.app.children)) > windows, "a file chooser")


def export(person, path):
    choose_verb(person, "Tất cả bảng (XLSX)…")
    person.path(path)
    person.wait(path.exists, "the workbook")
    with zipfile.ZipFile(path) as book:
        assert "xl/workbook.xml" in book.namelist(), book.namelist()


def compare(person, campaign, earlier):
    """The earlier survey beside this one, in the district that is looked at; its figures leave once they are settled."""
    person.go("Câu hỏi")
    person.pick("thanh pho mau")
    choose_verb(person, "So với đợt trước…")
    person.path(earlier.file)
    window = person.part("So với đợt trước")
    person.see("đợt trước: Khảo sát 2023, 01/4/2023 (sơ bộ)", window)
    copy = person.get("button", check=lambda node: node.is_called("Sao chép bảng"), root=window)
    assert not copy.sensitive and "chưa chốt" in copy.description, copy
    person.key("Escape")
    person.alone()
    earlier.call("publish", earlier.file, "--note", "Sau rà soát")
    person.click(person.get(name="Xuất ra tệp…", root=person.page()))
    person.click(person.get("menu item", "So với đợt trước…"))
    window = person.part("So với đợt trước")
    person.see("đợt trước: Khảo sát 2023, 01/4/2023 (đã chốt)", window)
    person.key("ctrl+c")
    person.wait(lambda: "Tỷ lệ đánh giá tốt so với đợt khảo sát trước\nThành phố Mẫu\n" in clipboard(), "the table of both surveys")
    shares = csv.DictReader(io.StringIO(campaign.call("results", campaign.file, "--by", "district", "--previous", earlier.file)))
    row = next(row for row in shares if row["question"] == "A1")
    copied = next(line.split("\t") for line in clipboard().splitlines() if line.startswith("A1\t"))
    assert [copied[i] for i in (2, 3, 5, 6)] == [row[key] for key in ("n", "x", "earlier_n", "earlier_x")], (copied, row)
    person.key("Escape", "Escape")  # the first one takes the toast away
    person.alone()


def ask_anew(person):
    """One sheet less: what was given out stands, and a correction says what could be told from both."""
    person.go("Câu hỏi")
    person.pick("phuong mau 04")
    person.key("ctrl+c")
    say_name(person)
    person.wait(lambda: "Số liệu của 1 đơn vị là số liệu đã cung cấp lúc" in clipboard(), "the earlier figures")
    person.click(person.get(name="Xuất ra tệp…", root=person.page()))
    person.click(person.get("menu item", "Đính chính số liệu đã chốt…"))
    person.see("có thể suy ra", person.app)
    person.key("Escape")


def main(program, command, sample):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        campaign = Campaign(command, folder, pathlib.Path(sample))
        earlier = Campaign(command, folder, pathlib.Path(sample), "dot-truoc", "2023-04-01")
        with Officer(program, campaign.file) as person:
            person.see("sơ bộ", person.part("Các trang"))
            person.key("alt+7")
            read_questions(person)
            copy_results(person)
            choose_chart(person)
            view, district = find_weakest(person)
            assert district == DISTRICT, district
            open_district(person, view, district)
            look_up_small_unit(person)
            compare(person, campaign, earlier)
            settle(person)
            export(person, folder / "ket-qua.xlsx")
            assert person.quit() == 0
        campaign.take_out_one()
        with Officer(program, campaign.file) as person:
            person.see("đã chốt", person.part("Các trang"))
            person.key("alt+7")
            ask_anew(person)
            assert person.quit() == 0


if __name__ == "__main__":
    main(*sys.argv[1:])
