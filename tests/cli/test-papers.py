#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of the day: figures that add up, one page, nothing of another district."""
import csv
import datetime
import json
import re
import unicodedata
import zipfile

from cli import DAY, FolderCase, call, count_pages, digest, main, make_campaign, make_day, read_pdf, table

ELSEWHERE = {"TZ": "America/New_York", "LC_ALL": "C.UTF-8"}
NOON, AFTERNOON = "2024-04-01T12:00", "2024-04-01T15:00"


def read_workbook(path):
    """All strings of a workbook, those of its properties too."""
    with zipfile.ZipFile(path) as book:
        return " ".join(re.sub(r"<[^>]*>", " ", book.read(name).decode()) for name in book.namelist())


def format_count(count):
    return f"{count:,}".replace(",", ".")


class PapersOfTheDay(FolderCase):
    @classmethod
    def fill(cls):
        cls.file = cls.folder / "day.khaosat"
        make_day(cls.file)
        cls.truth = json.loads((DAY / "truth.json").read_text())
        with open(DAY / "units.csv", encoding="utf-8-sig", newline="") as file:
            cls.units = list(csv.DictReader(file))
        cls.districts = {unit["district_code"]: unit["district_name"] for unit in cls.units}
        cls.checked = {row["code"] for row in table("findings", cls.file) if row["scope"] == "unit"}

    def write(self, document, name, *words, env=None):
        path = self.folder / name
        call("report", self.file, "--document", document, "--output", path, *words, env=env)
        return path

    def sum_up(self, district):
        """Staff and counted answers of a district, from the truth."""
        units = [self.truth["units"][unit["code"]] for unit in self.units if unit["district_code"] == district]
        return sum(unit["staff"] for unit in units), sum(unit["valid"] for unit in units)

    def count_until(self, moment):
        """Counted answers of the file whose time is not later, from the file itself."""
        waiting = {int(row["row"]) for row in table("rows", self.file, "--state", "waiting")}
        with open(DAY / "google-native.csv", encoding="utf-8-sig", newline="") as file:
            times = [row[0].removesuffix(" GMT+7") for row in csv.reader(file)][1:]
        return sum(row not in waiting and datetime.datetime.strptime(time, "%Y/%m/%d %I:%M:%S %p") <= moment
                   for row, time in enumerate(times, 2))

    def test_brief(self):
        path = self.write("brief", "brief.pdf")
        text = read_pdf(path)
        self.assertEqual(count_pages(path), 1)
        self.assertIn("toàn tỉnh có 4.466/4.990 cán bộ, công chức", text)
        self.assertIn("đạt 89,50%; 209/209 đơn vị đã có phiếu", text)
        self.assertIn(f"Còn {len(self.checked)} đơn vị đang đối chiếu số liệu.", text)
        self.assertIn("nay đã kết thúc./.", text)
        for code, name in self.districts.items():
            staff, answers = self.sum_up(code)
            self.assertIn(name, text)
            for figure in (staff, answers):
                self.assertRegex(text, rf"(?<![\d.]){re.escape(format_count(figure))}(?![\d.])")
        for unit in self.units:
            if unit["code"] in self.checked:
                self.assertNotIn(unit["name"], text)

    def test_brief_at_noon(self):
        """What was known at noon, after all is in."""
        text = read_pdf(self.write("brief", "noon.pdf", "--at", NOON))
        answers = self.count_until(datetime.datetime(2024, 4, 1, 12, 0, 0))
        self.assertIn(f"toàn tỉnh có {format_count(answers)}/4.990", text)
        self.assertIn("tính đến 12 giờ 00 ngày 01/4/2024", text)
        self.assertIn("dưới 50%", text)
        self.assertIn("thời gian khảo sát đến hết ngày 01/4/2024./.", text)
        self.assertLess(answers, 4466)

    def test_before_anything(self):
        empty = self.folder / "empty.khaosat"
        make_campaign(empty, "--units", DAY / "units.csv")
        path = self.folder / "empty.pdf"
        call("report", empty, "--document", "brief", "--output", path)
        text = read_pdf(path)
        self.assertEqual(count_pages(path), 1)
        self.assertIn("Chưa nhận được phiếu nào; toàn tỉnh có 4.990", text)
        self.assertIn("0/209 đơn vị đã có phiếu", text)

    def test_same_bytes(self):
        code = next(iter(self.districts))
        for document, name, words in (("brief", "a.pdf", ()), ("district", "a.xlsx", ("--district", code)),
                                      ("district", "b.pdf", ("--district", code))):
            first = digest(self.write(document, name, "--at", AFTERNOON, *words))
            second = digest(self.write(document, name, "--at", AFTERNOON, *words, env=ELSEWHERE))
            self.assertEqual(first, second, document)

    def assert_keeps_to(self, district, text):
        """A text names its own district, nothing of another one, and no unit that is being looked into."""
        text = unicodedata.normalize("NFC", text).casefold()
        own = {unit["name"].casefold() for unit in self.units if unit["district_code"] == district}
        for code, name in self.districts.items():
            if code != district:
                self.assertNotIn(name.casefold(), text)
                self.assertNotRegex(text, rf"\b{code}\b")
        for unit in self.units:
            name = unit["name"].casefold()
            if unit["district_code"] != district and name not in own or unit["code"] in self.checked:
                self.assertNotRegex(text, rf"\b{re.escape(name)}\b", f"{unit['code']} in {district}")
            self.assertNotIn(unit["code"], text)

    def test_districts(self):
        for code, name in self.districts.items():
            staff, answers = self.sum_up(code)
            paper = read_pdf(self.write("district", "district.pdf", "--district", code))
            book = read_workbook(self.write("district", "district.xlsx", "--district", code))
            named = {unit["name"] for unit in self.units
                     if unit["district_code"] == code and unit["code"] not in self.checked}
            self.assertIn(f"có {format_count(answers)}/{format_count(staff)} cán bộ, công chức", paper)
            for words in ("SỐ LIỆU SƠ BỘ", "Thời gian khảo sát đến hết ngày 01/4/2024"):
                self.assertIn(words, book)
            for text in (paper, book):
                self.assert_keeps_to(code, text)
                self.assertIn(name, text.replace("thành phố", "Thành phố").replace("thị xã", "Thị xã")
                              .replace("huyện", "Huyện"))
                for unit in named:
                    self.assertIn(unit, text)

    def test_packs(self):
        """What a district is sent: four files of its own, and nothing of anybody else."""
        folder, again = self.folder / "gói", self.folder / "again"
        call("pack", self.file, "--kind", "day", "--output", folder)
        call("pack", self.file, "--kind", "day", "--output", again, env=ELSEWHERE)
        packs = {path.name: path for path in folder.iterdir()}
        self.assertEqual(len(packs), len(self.districts))
        for code, name in self.districts.items():
            path = packs[f"Số liệu {name} 23 giờ 40 ngày 01-4-2024.zip"]
            self.assertEqual(digest(path), digest(again / path.name))
            with zipfile.ZipFile(path) as pack:
                self.assertEqual([unicodedata.normalize("NFC", entry) for entry in pack.namelist()],
                                 [f"Biểu các đơn vị – {name}.pdf", f"Biểu các đơn vị – {name}.xlsx",
                                  "Tin nhắn Zalo.txt", "Ảnh bảng số liệu.png"])
                self.assertIsNone(pack.testzip())
                pdf, book, text, picture = (pack.read(entry) for entry in pack.namelist())
            (self.folder / "pack.pdf").write_bytes(pdf)
            (self.folder / "pack.xlsx").write_bytes(book)
            self.assertTrue(text.startswith(b"\xef\xbb\xbf"))
            self.assertTrue(picture.startswith(b"\x89PNG"))
            message = text.decode("utf-8-sig")
            for said in (read_pdf(self.folder / "pack.pdf"), read_workbook(self.folder / "pack.xlsx"), message,
                         " ".join(pack.namelist())):
                self.assert_keeps_to(code, said)
            # No answer and nothing about answers: neither the questions nor their levels.
            for said in (pdf, book, text):
                self.assertNotIn("Hài lòng".encode(), said)
            self.assertIn(f"{format_count(self.sum_up(code)[1])}/{format_count(self.sum_up(code)[0])}", message)

    def test_one_pack(self):
        folder = self.folder / "one"
        call("pack", self.file, "--kind", "day", "--output", folder, "--district", "213", "--at", AFTERNOON)
        self.assertEqual([path.name for path in folder.iterdir()],
                         ["Số liệu Thành phố Bắc Giang 15 giờ 00 ngày 01-4-2024.zip"])
        call("pack", self.file, "--kind", "day", "--output", folder / "x", "--district", "999", code=1)
        self.assertFalse((folder / "x").exists())
        call("pack", self.file, "--kind", "codes", "--at", NOON, "--output", folder / "x", code=2)
        call("pack", self.file, "--kind", "night", "--output", folder / "x", code=2)

    def test_papers_from_templates(self):
        """The papers of an office leave as files; what they tell of answers is on record."""
        self.assertIn("DỰ THẢO LẦN 1", read_pdf(self.write("report", "report.pdf", "--draft", "--internal")))
        before = len(table("given", self.file))
        text = read_pdf(self.write("report", "report.pdf", "--draft", "2", "--internal"))
        for words in ("BÁO CÁO", "phiếu hợp lệ là 4.466 phiếu, bằng 89,50% so với 4.990 cán bộ", "DỰ THẢO LẦN 2",
                      "LƯU HÀNH NỘI BỘ", "SỐ LIỆU SƠ BỘ"):
            self.assertIn(words, text)
        self.assertIn("Biểu 1. ", read_workbook(self.write("report", "report.xlsx")))
        self.assertEqual([row["document"] for row in table("given", self.file)][before:], ["report", "report"])
        first = digest(self.write("annex", "annex.pdf"))
        self.assertEqual(first, digest(self.write("annex", "annex.pdf", env=ELSEWHERE)))
        own = read_pdf(self.write("annex", "annex.pdf", "--district", "213"))
        self.assertIn("Phường Thọ Xương", own)
        self.assertNotIn("Xã Tam Hiệp", own)

    def test_refusals(self):
        out = self.folder / "x.pdf"
        for words, wanted in ((("--document", "report", "--output", self.folder / "x.doc"), "x.doc"),
                              (("--document", "unit", "--unit", "07201", "--output", out), "chốt số liệu trước"),
                              (("--document", "district", "--district", "999", "--output", out), "999")):
            done = call("report", self.file, *words, code=1)
            self.assertIn(wanted, done.stderr)
        for words in (("--document", "district", "--output", out),
                      ("--document", "brief", "--district", "213", "--output", out),
                      ("--document", "summary", "--at", NOON, "--output", out),
                      ("--document", "summary", "--district", "213", "--output", out),
                      ("--document", "report", "--draft", "100", "--output", out),
                      ("--document", "report", "--draft", "0", "--output", out),
                      ("--document", "unit", "--output", out), ("--document", "report"),
                      ("--document", "list", "--district", "213", "--output", out),
                      ("--document", "brief", "--at", "noon", "--output", out)):
            call("report", self.file, *words, code=2)
        self.assertFalse(out.exists())


if __name__ == "__main__":
    main()
