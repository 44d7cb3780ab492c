#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-commendation.py KHAOSAT KHAOSAT-CLI SAMPLE: an officer goes from the blind scale to the sealed papers by pointer and
keys: points while names are hidden, the lock, the ranking, who takes part in it, four units and a person, figures settled,
the report, proposal and list as files, where a number comes from, the seal, and a seal that was tampered with. The command
line then tells what was kept."""
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

from person import Person

OFFICER = "Bui Van A"
PERSON = "Nguyen Van Mau"
RANKING, ANSWERS, PAPERS = "Đề xuất khen thưởng", "Phiếu trả lời", "Báo cáo"
CHECKED, CHECKED_CODE = "Phường Mẫu 02", "90002"  # its three figures differ; no other finding is open there
MERITS = "Hoàn thành trước 12 giờ."
NOTE = "Sau rà soát"
STRENGTHS = "Các đơn vị chấp hành nghiêm túc."


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

    def run(self, *words):
        return subprocess.run([self.command, *map(str, words)], capture_output=True, text=True, timeout=120)

    def call(self, *words):
        done = self.run(*words)
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout

    def table(self, *words):
        return list(csv.DictReader(io.StringIO(self.call(*words))))


class Officer(Person):
    def go(self, number, page):
        self.key(f"alt+{number}")
        return self.part(page)

    def press(self, name, root):
        self.click(self.get("button", check=lambda node: name in node.name and node.sensitive, root=root))

    @property
    def sidebar(self):
        return self.part("Các trang")

    @property
    def overs(self):
        """Windows over the main one: pages are not looked through for what stands in a dialog."""
        return [window for window in self.app.children if not window.name.endswith("Khảo Sát")]

    def see_over(self, words):
        self.wait(lambda: any(self.find(check=lambda node: words in node.name, root=window) for window in self.overs),
                  f"the words {words!r} in a window of their own")

    def press_over(self, name):
        def look():
            found = (self.find("button", check=lambda node: name in node.name and node.sensitive, root=window)
                     for window in self.overs)
            return next((button for button in found if button), None)
        self.click(self.wait(look, f"a button {name!r} in a window of its own"))

    def answer(self, question, text):
        """Types into a dialog that asks."""
        self.see_over(question)
        self.type(text)
        self.key("Return")
        self.alone()

    def fill(self, name, text, root):
        self.click(self.get("text", name, root=root))
        self.key("ctrl+a")
        self.type(text)

    def check_names(self, root):
        unnamed = self.unnamed(root)
        assert not unnamed, unnamed

    def first(self, page):
        """The line that leads the ranking."""
        return self.get("panel", check=lambda node: node.name.startswith("Thứ tự 1: "), root=page)

    # ---- the page of papers

    def choose(self, title):
        self.click(self.get("label", title, root=self.part("Danh sách văn bản")))
        self.ready()

    def ready(self):
        """The paper is laid out: it may be printed."""
        self.get("button", "In…", check=lambda node: node.sensitive, root=self.part(PAPERS))

    def reach(self, name):
        self.click(self.scroll_to(self.get("button", name, root=self.part(PAPERS))))

    def choose_file(self, path, press):
        """Names a file to the chooser that a press opens."""
        windows = len(list(self.app.children))
        press()
        self.wait(lambda: len(list(self.app.children)) > windows, "a file chooser")
        self.path(path)

    def export(self, title, format_name, path):
        self.choose(title)
        button = self.get(name="Xuất ra tệp…", root=self.part(PAPERS))
        self.click(button)
        self.choose_file(path, lambda: self.click(self.get("menu item", format_name, root=button)))
        self.wait(path.is_file, f"the file {path}")
        self.alone()


def make_scale(person, page):
    """Hidden names, a figure typed, the rest shared out; who acts is asked before the first change is kept."""
    person.see("Đơn vị 1", page)
    assert not any("Xã Mẫu" in text for text in person.texts(page)), "a name shows"
    person.check_names(page)
    before = person.first(page).name
    spin = person.get("spin button", "Tham gia khảo sát: điểm tối đa", root=page)
    person.click(spin, place=(14, 14))
    person.key("ctrl+a")
    person.type("30")
    person.key("Return")
    person.see("Tổng: 90/100 điểm", page)
    person.press("Chia lại cho đủ 100", page)
    person.see("Tổng: 100/100 điểm", page)
    person.wait(lambda: person.first(page).name not in ("", before), "the ranking to follow the points")
    person.answer("Họ và tên của đồng chí", OFFICER)


def lock_scale(person, page):
    """The lock tells its hash, and names show."""
    person.press("Chốt thang điểm…", page)
    person.press_over("Chốt thang điểm")
    person.see("Đã chốt thang điểm", page)
    said = person.get("label", check=lambda node: re.search(r"\([0-9a-f]{8}\)", node.name), root=page)
    person.see("Xã Mẫu", page)
    person.alone()
    return re.search(r"\(([0-9a-f]{8})\)", said.name)[1]


def bar_first(person, page):
    """Who leads is left out for a reason, and let in again."""
    name = person.first(page).name
    person.click(person.first(page))
    person.press("Không xét (lý do)…", page)
    person.answer("Lý do", "Vua co don phan anh")
    person.see("không xét 1", page)
    person.wait(lambda: person.first(page).name != name, "another unit to lead")
    person.press("Xét trở lại", page)
    person.see("không xét 0", page)
    person.wait(lambda: person.first(page).name == name, "the unit to lead again")


def clear_finding(person, page):
    """A unit whose figures differ is not ranked, until an officer has looked and says why it is right."""
    person.see("nội dung cần kiểm tra 31", page)
    answers = person.go(6, ANSWERS)
    person.click(person.get("row", "Ba nguồn số liệu chưa thống nhất", root=answers))
    person.click(person.get("check", check=lambda node: f" {CHECKED} " in node.name, root=answers))
    person.press("Tính…", answers)
    person.answer("Lý do", "Da doi chieu")
    page = person.go(8, RANKING)
    person.see("nội dung cần kiểm tra 30", page)
    return page


def is_free(node):
    return node.name.startswith("Chọn ") and node.sensitive and not node.checked


def choose_units(person, page):
    """The first by the pointer, the others by keys in the list."""
    person.click(person.get("check", check=is_free, root=page))
    person.see("1 đã chọn", person.sidebar)
    for number in range(2, 5):
        person.key("Down", "space")
        person.see(f"{number} đã chọn", person.sidebar)
    person.key("ctrl+z")
    person.see("3 đã chọn", person.sidebar)
    person.key("space")
    person.see("4 đã chọn", person.sidebar)
    person.see("/100 lần, cả 4 đơn vị vẫn trong nhóm 4", page)


def look_at_unit(person, page):
    person.key("Up")
    person.see("Vì sao đứng trước, đứng sau", page)
    person.see("Phiếu hợp lệ", page)
    person.check_names(page)


def edit_merits(person, page):
    person.click(person.get("button", check=lambda node: node.name.startswith("Sửa nội dung đề xuất Xã Mẫu"), root=page))
    window = person.wait(lambda: next(iter(person.overs), None), "the window of a proposal")
    person.check_names(window)
    person.click(person.get("text", "Thành tích tóm tắt", root=window))
    person.key("ctrl+End")
    person.type(f" {MERITS}")
    person.press("Lưu", window)
    person.alone()
    person.see(MERITS, page)


def add_person(person, page):
    person.press("Thêm cá nhân…", page)
    window = person.part("Cá nhân")
    person.check_names(window)
    person.fill("Họ và tên", PERSON, window)
    person.fill("Chức vụ", "To truong", window)
    person.click(person.get("text", "Thành tích tóm tắt", root=window))
    person.type("Lam tot.")
    person.press("Thêm vào danh sách", window)
    person.alone()
    person.see("4 + 1", person.sidebar)
    person.see(f"5. {PERSON}", page)


def move_first(person, page):
    """The card of the first follows the keys."""
    first = person.get("panel", check=lambda node: node.name.startswith("Xã Mẫu"), root=person.part("Danh sách đề xuất"))
    person.click(first, place=(20, 10))  # a toast may cover the rest
    person.key("alt+Down")
    person.see(f"2. {first.name}", page)


def settle(person):
    """A paper of a unit says what it waits for, and offers it."""
    page = person.part(PAPERS)
    person.click(person.get("label", "Biểu đối chiếu số liệu của đơn vị", root=person.part("Danh sách văn bản")))
    person.see("chỉ lập được sau khi chốt số liệu", page)
    person.press("Chốt số liệu…", page)
    person.see_over("Chốt số liệu?")
    person.type(NOTE)
    person.press_over("Chốt số liệu")
    person.alone()
    person.ready()
    person.gone("Số liệu chưa chốt", page)


def write_strengths(person):
    person.choose("Báo cáo")
    person.press("Cài đặt…", person.part(PAPERS))
    window = person.part("Cài đặt văn bản")
    person.check_names(window)
    person.click(person.get("text", "Ưu điểm", root=window))
    person.type(STRENGTHS)
    person.press("Lưu", window)
    person.alone()
    person.ready()


def ask_figure(person):
    """By pointer, then by keys."""
    page = person.part(PAPERS)
    person.click(person.get(name="Số phiếu hợp lệ: 4.466", root=person.part("Số liệu trên trang")))
    for account in "Đã nhận 4.487 phiếu.", "Tỷ lệ tham gia = số phiếu hợp lệ":
        person.see(account, page)
        person.key("Escape")
        person.gone(account, page)
        if account.startswith("Đã nhận"):
            person.key("Right", "Return")


def export(person, folder):
    person.export("Báo cáo", "Word (DOCX)…", folder / "bao-cao.docx")
    person.export("Tờ trình đề nghị khen thưởng", "PDF…", folder / "to-trinh.pdf")
    person.export("Danh sách đề nghị khen thưởng", "Excel (XLSX)…", folder / "danh-sach.xlsx")
    with zipfile.ZipFile(folder / "bao-cao.docx") as report:
        assert STRENGTHS in report.read("word/document.xml").decode()
    text = subprocess.run(["pdftotext", folder / "to-trinh.pdf", "-"], capture_output=True, text=True, timeout=30).stdout
    assert PERSON in " ".join(text.split()), text
    with zipfile.ZipFile(folder / "danh-sach.xlsx") as names:
        assert MERITS in "".join(names.read(name).decode() for name in names.namelist() if name.endswith(".xml"))


def seal(person, path, paper):
    person.key("Escape")  # the toast lies over the buttons
    person.wait(lambda: not person.find_toast("Đã ghi “"), "the toast to go")
    person.reach("Niêm phong…")
    person.choose_file(paper, lambda: person.press_over("Chọn văn bản đưa vào hồ sơ…"))
    person.see_over(paper.name)
    person.press_over("Chọn nơi lưu…")
    person.wait(lambda: any("Lưu hồ sơ số liệu" in window.name for window in person.overs), "a file chooser")
    person.path(path)
    person.see_over("Đã niêm phong hồ sơ số liệu")
    person.key("Return")
    person.alone()


def tamper(sealed, paper, path):
    """One bit of the paper that lies in a seal is another; gives its name there."""
    content = bytearray(sealed.read_bytes())
    with zipfile.ZipFile(sealed) as container:
        part = next(each for each in container.infolist() if container.read(each) == paper.read_bytes())
    start = part.header_offset + 30 + len(part.filename.encode())
    content[start + part.compress_size // 2] ^= 1
    path.write_bytes(content)
    return part.filename


def open_seal(person, path):
    person.choose_file(path, lambda: person.reach("Mở hồ sơ…"))


def verify(person, campaign, sealed, paper):
    """The window and the command line find the same: a seal that is whole, then the part that is not."""
    open_seal(person, sealed)
    person.see_over("Hồ sơ còn nguyên vẹn")
    done = campaign.run("verify", sealed)
    assert done.returncode == 0, done
    person.see_over(done.stderr.strip())
    person.key("Return")
    person.alone()
    other = sealed.with_name("ho-so-khac.zip")
    part = tamper(sealed, paper, other)
    open_seal(person, other)
    window = person.part("Không còn như khi niêm phong")
    person.see(part, window)
    done = campaign.run("verify", other)
    faults = list(csv.DictReader(io.StringIO(done.stdout)))
    assert done.returncode == 1 and [fault["part"] for fault in faults] == [part], done
    person.see(faults[0]["fault"], window)
    person.key("Escape")
    person.alone()


def look_afterwards(campaign, lock):
    points = {row["criterion"]: (float(row["points"]), row["locked"]) for row in campaign.table("weights", campaign.file)}
    assert points["participation"][0] == 30, points
    assert sum(each[0] for each in points.values()) == 100, points
    assert len({each[1] for each in points.values()}) == 1 and len(points["posts"][1]) == 64, points
    assert points["posts"][1].startswith(lock), (lock, points)
    chosen = campaign.table("choose", campaign.file)
    assert [row["kind"] for row in chosen].count("unit") == 4, chosen
    assert [row["name"] for row in chosen if row["kind"] == "person"] == [PERSON], chosen
    ranks = {row["code"]: row for row in campaign.table("shortlist", campaign.file, "--draws", "10")}
    assert int(ranks[chosen[0]["code"]]["rank"]) <= 4, chosen
    assert ranks[CHECKED_CODE]["eligible"] == "1", ranks[CHECKED_CODE]
    look_at_log(campaign.table("log", campaign.file))
    assert campaign.call("check", campaign.file) == "ok\n"


def look_at_log(log):
    actions = [row["action"] for row in log]
    places = [actions.index(action) for action in ("set-criteria", "lock-criteria", "bar-unit", "unbar-unit", "decide", "choose",
                                                   "publish", "seal")]
    assert places == sorted(places), actions
    assert {row["actor"] for row in log[places[0]:]} == {OFFICER}, log
    assert NOTE in log[actions.index("publish")]["payload"], log
    orders = [json.loads(row["payload"])["nominees"] for row in log if row["action"] == "choose"]
    assert sorted(orders[-1]) == sorted(orders[-2]) and orders[-1] != orders[-2], orders[-2:]


def make_list(person):
    person.see(RANKING, person.sidebar)
    page = person.go(8, RANKING)
    make_scale(person, page)
    lock = lock_scale(person, page)
    bar_first(person, page)
    page = clear_finding(person, page)
    choose_units(person, page)
    look_at_unit(person, page)
    edit_merits(person, page)
    add_person(person, page)
    move_first(person, page)
    return lock


def make_papers(person, campaign, folder):
    person.check_names(person.go(9, PAPERS))
    settle(person)
    write_strengths(person)
    ask_figure(person)
    export(person, folder)
    seal(person, folder / "ho-so.zip", folder / "to-trinh.pdf")
    verify(person, campaign, folder / "ho-so.zip", folder / "to-trinh.pdf")


def main(program, command, sample):
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        campaign = Campaign(command, folder, pathlib.Path(sample).resolve())
        with Officer(pathlib.Path(program).resolve(), campaign.file, cwd=folder) as person:
            lock = make_list(person)
            make_papers(person, campaign, folder)
            assert person.quit() == 0
        look_afterwards(campaign, lock)
    print("ok")


if __name__ == "__main__":
    main(*sys.argv[1:])
