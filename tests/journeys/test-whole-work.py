#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-whole-work.py KHAOSAT KHAOSAT-CLI DATA: one journey through the whole work by pointer and keys: a new campaign,
its link and codes, answers, reports and posts, results, the list of proposals and the summary. What the window
did is looked at by the command line afterwards."""
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

from person import Person

OFFICER = "Nguyễn Thị Ẫ"
TEMPLATE = "https://example.org/f?u={token}"
KEY = "6b68616f7361742d64656d6f2d6b65792d6e6f742d666f722d7265616c2d7573"


class Cli:
    def __init__(self, program):
        self.program = program

    def call(self, *words):
        return subprocess.run([self.program, *map(str, words)], capture_output=True, text=True, timeout=60,
                              check=True).stdout

    def table(self, *words):
        return list(csv.DictReader(io.StringIO(self.call(*words))))

    def tokens(self, file):
        return {row["code"]: row["token"] for row in self.table("links", file)}


def write_answers(cli, folder, day, file):
    """The answers of the simulated day as this campaign would have got them: its key is known to nobody."""
    known = folder / "known.khaosat"
    cli.call("new", known, "--title", "PKS 01", "--day", "2024-04-01", "--id", "PKS01-2024", "--key", KEY,
             "--template", TEMPLATE)
    old, new = cli.tokens(known), cli.tokens(file)
    tags = {token.split("-")[1]: code for code, token in old.items()}
    with open(day / "google-native.csv", encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    for row in rows[1:]:
        code, _, tag = row[1].partition("-")
        if code in new and tag in tags:
            row[1] = f"{code}-{new[tags[tag]].split('-')[1]}"
    answers = folder / "phiếu trả lời.csv"
    with open(answers, "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return answers


class Officer(Person):
    """A person who knows this program."""

    def go(self, key, page):
        self.alone()
        self.key(f"alt+{key}")
        self.wait(lambda: self.find("row", page, root=self.sidebar).selected, f"the page {page}")
        return self.part(page)

    @property
    def sidebar(self):
        return self.part("Các trang")

    def check_names(self, root):
        unnamed = self.unnamed(root)
        assert not unnamed, unnamed

    def press(self, name, root):
        self.click(self.get("button", check=lambda node: name in node.name and node.sensitive, root=root))

    def choose_file(self, path):
        """Names a file to the chooser that opens now."""
        self.wait(lambda: len(list(self.app.children)) > self.windows, "a file chooser")
        self.path(path)

    def window(self, name):
        """A window of its own; the file chooser before it, which is a dialog, may be called the same."""
        return self.wait(lambda: next((window for window in self.app.children
                                       if window.role == "frame" and window.name == name), None), f"a window {name!r}", 20)

    def press_for_file(self, name, root, path):
        self.windows = len(list(self.app.children))
        self.press(name, root)
        self.choose_file(path)


def make_campaign(person, day, file):
    start = person.part("KsStartPage")
    person.check_names(start)
    person.click(person.get("row", "Tạo đợt khảo sát mới", root=start))
    dialog = person.part("Tạo đợt khảo sát mới")
    person.check_names(dialog)
    person.see("Hãy ghi họ và tên của đồng chí", dialog)
    person.type(OFFICER)
    person.click(person.get("text", "Ngày khảo sát", root=dialog))
    person.key("ctrl+a")
    person.type("01/4/2024")
    person.press_for_file("Danh sách đơn vị từ tệp", dialog, day / "units.csv")
    person.see("units.csv", dialog)
    person.press_for_file("Tạo đợt khảo sát", dialog, file)
    person.see("209/209", person.sidebar)


def set_link(person):
    page = person.go(4, "Mã QR")
    person.see("Chưa có đường link", page)
    person.click(person.get("text", "Mẫu đường dẫn", root=page))
    person.type("ftp://example.org/{token}")
    assert not person.find("button", "Quét thử ba mã…", root=page)
    person.key("ctrl+a")
    person.type(TEMPLATE)
    person.key("Return")
    person.check_names(page)
    return page


def prove_codes(person, page, folder):
    person.press("Quét thử ba mã…", page)
    person.press("Các mã đều mở đúng phiếu của đơn vị", None)
    person.see("Đường link đã quét thử bằng điện thoại", page)
    person.press("Kiểm tra mã QR", page)
    person.see("209/209 mã đã kiểm tra", page)
    person.see("209 đã kiểm tra", person.sidebar)
    person.click(person.get("check", "Danh sách mã QR", root=page))
    person.press_for_file("Xuất ra tệp", page, folder / "danh sách.pdf")
    person.wait((folder / "danh sách.pdf").exists, "the PDF of the codes")


def preview(person, path, seen):
    """Brings a file of answers up to what would come in."""
    page = person.go(6, "Phiếu trả lời")
    person.press_for_file("Nhập từ tệp", page, path)
    view = person.window("Nhập từ tệp")
    for words in seen:
        person.see(words, view)
    person.check_names(view)
    return page, view


def import_answers(person, answers):
    page, view = preview(person, answers, ["4.466", "21", "209/209"])
    person.press("Nhập 4.487 phiếu", view)
    person.see("31 cần kiểm tra", person.sidebar)
    person.check_names(page)
    _, view = preview(person, answers, ["4.487"])
    assert not person.find("button", check=lambda node: "phiếu" in node.name and node.sensitive, root=view)
    person.key("Escape")


def decide(person):
    """Two sheets that say the same do not count, for a reason; one step takes that back."""
    page = person.go(6, "Phiếu trả lời")
    person.click(person.get("row", check=lambda node: node.name.startswith("Gửi hai lần"), root=page))
    person.see("Gửi hai lần: 4", page)
    person.click(person.get("check", check=lambda node: node.name.startswith("Hai phiếu"), root=page))
    person.press("Không tính…", page)
    dialog = person.part("Xử lý 1 nội dung")
    person.type("Bam hai lan")
    person.key("Return")
    person.wait(lambda: not dialog.visible, "the dialog to close")
    person.see("30 cần kiểm tra", person.sidebar)
    person.key("ctrl+z")
    person.see("31 cần kiểm tra", person.sidebar)


def import_table(person, cli, file, path, action):
    """A file that needs no preview: it comes in at once, and can be taken back."""
    person.press_for_file("Nhập từ tệp", person.go(6, "Phiếu trả lời"), path)
    person.wait(lambda: action in [row["action"] for row in cli.table("log", file)], f"{path} to come in")


def lock_scale(person, page):
    """Names are hidden until the scale is locked."""
    person.see("Đơn vị 1", page)
    person.press("Chốt thang điểm…", page)
    person.click(person.get("button", check=lambda node: "Chốt thang điểm" in node.name and "…" not in node.name))
    person.see("Đã chốt thang điểm", page)
    person.alone()


def choose(person):
    """The first unit of the suggestion; it needs no reason."""
    page = person.go(8, "Đề xuất khen thưởng")
    lock_scale(person, page)
    person.click(person.get("check", root=page, check=lambda node: node.name.startswith("Chọn ")
                            and node.sensitive and not node.checked))
    person.see("1 đã chọn", person.sidebar)


def write_summary(person, path):
    page = person.go(7, "Tổng hợp kết quả")
    person.see("89,50%", page)
    person.check_names(page)
    person.click(person.get(name="Xuất ra tệp…", root=page))
    person.windows = len(list(person.app.children))
    person.click(person.get("menu item", "Bản tổng hợp (PDF)…"))
    person.choose_file(path)
    person.wait(path.exists, "the summary")
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, timeout=30).stdout
    for words in ("4.466", "4.990", "89,50%", "SỐ LIỆU SƠ BỘ"):
        assert words in text, text


def look_afterwards(cli, file, folder):
    assert cli.call("check", file) == "ok\n"
    assert cli.call("prove", file, "--pdf", folder / "danh sách.pdf") == "209 of 209 proven\n"
    log = cli.table("log", file)
    actions = [row["action"] for row in log]
    for action in ("new", "links", "confirm-scan", "prove", "import", "decide", "undo-decide", "reports", "posts", "lock-criteria", "choose", "give-out"):
        assert action in actions, actions
    assert {row["actor"] for row in log} == {OFFICER}, log
    assert actions.count("import") == 1, actions
    chosen = json.loads([row for row in log if row["action"] == "choose"][-1]["payload"])
    assert len(chosen["nominees"]) == 1, chosen
    rates = cli.table("participation", file)
    assert (rates[0]["staff"], rates[0]["answers"]) == ("4990", "4466"), rates


def main(program, command, data):
    cli = Cli(command)
    day = pathlib.Path(data).resolve() / "day-2024-04-01"
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        file = folder / "Đợt thật.khaosat"
        with Officer(program) as person:
            make_campaign(person, day, file)
            page = set_link(person)
            prove_codes(person, page, folder)
            import_answers(person, write_answers(cli, folder, day, file))
            decide(person)
            import_table(person, cli, file, day / "reports.csv", "reports")
            import_table(person, cli, file, day / "posts.csv", "posts")
            choose(person)
            write_summary(person, folder / "tổng hợp.pdf")
            assert person.quit() == 0
        look_afterwards(cli, file, folder)
    print("ok")


if __name__ == "__main__":
    main(*sys.argv[1:])
