#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of an office as files: the same figures in each format, all of them with an account."""
import re
import subprocess
import unicodedata
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from xml.etree import ElementTree

from cli import DAY, TEMPLATE, FolderCase, call, digest, main, make_campaign, table

PAPERS = ("report", "annex", "proposal", "list", "unit", "recognition")
UNIT = "07786"
CHOSEN = ("07627", "07291", "07438")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_pdf(path, *words):
    text = subprocess.run(["pdftotext", *words, path, "-"], capture_output=True, text=True, check=True).stdout
    return unicodedata.normalize("NFC", " ".join(text.split()))


def list_cells(path):
    """Texts and numbers of all sheets, in their order."""
    with zipfile.ZipFile(path) as book:
        names = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        shared = ["".join(text.itertext()) for text in strings.findall(SHEET + "si")]
        for name in sorted(names, key=lambda name: int(re.search(r"\d+", name)[0])):
            for cell in ElementTree.fromstring(book.read(name)).iter(SHEET + "c"):
                value = cell.findtext(SHEET + "v")
                if value is not None:
                    yield shared[int(value)] if cell.get("t") == "s" else float(value)


def format_number(value):
    """As papers print it: shares in per cent, with the two decimals that they are shown with."""
    if value == int(value) and value != 1:
        return f"{int(value):,}".replace(",", ".")
    percent = (Decimal(repr(value)) * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{percent}%".replace(".", ",")


def list_texts(path):
    """The cells of a workbook as paper shows them; 1 may be a count or all of something."""
    for cell in list_cells(path):
        if isinstance(cell, str):
            yield {unicodedata.normalize("NFC", " ".join(cell.split()))}
        else:
            yield {format_number(cell), "1" if cell == 1 else format_number(cell)}


class OfficePapers(FolderCase):
    @classmethod
    def fill(cls):
        cls.file = cls.folder / "day.khaosat"
        make_campaign(cls.file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        call("import", cls.file, DAY / "google-native.csv")
        call("reports", cls.file, "--import", DAY / "reports.csv")
        call("posts", cls.file, "--import", DAY / "posts.csv")
        call("papers", cls.file, "--set", "recognition.participation=80", "--set", "recognition.good=80")
        cls.checked = [row["sentence"] for row in table("findings", cls.file) if row["scope"] == "unit"]

    def choose(self):
        call("choose", self.file, *CHOSEN, "--reason", "tổ chức tốt", "--person", "Nguyễn Văn An;Tổ trưởng;07201",
             "--collective", "Liên đoàn Lao động;215;Kiểm tra 3 lần")

    def write(self, document, ending, *words, code=0):
        path = self.folder / f"{document}{ending}"
        path.unlink(missing_ok=True)
        words += ("--unit", UNIT) if document == "unit" else ()
        done = call("report", self.file, "--document", document, "--output", path, *words, code=code)
        return path if code == 0 else done.stderr

    def test_1_nobody_chosen(self):
        """A proposal of nobody is refused, and what to do is said; the report goes without."""
        for document in ("proposal", "list"):
            self.assertIn("Đề nghị chọn trước", self.write(document, ".pdf", code=1))
        self.assertNotIn("khen thưởng", read_pdf(self.write("report", ".pdf")).split("KIẾN NGHỊ")[1])
        self.assertNotIn("ĐỀ NGHỊ KHEN THƯỞNG", read_pdf(self.write("annex", ".pdf")))

    def test_2_nominees(self):
        """In the office's own order, with drafted merits each number of which has an account."""
        self.choose()
        for document in ("list", "proposal", "annex"):
            text = read_pdf(self.write(document, ".pdf"), "-raw")
            names = ["Liên đoàn Lao động", "Xã Tân Sỏi", "Xã Thái Đào", "Xã Đại Sơn", "Nguyễn Văn"]
            places = [text.rindex(name) for name in names]
            self.assertEqual(places, sorted(places), document)
            self.assertIn("Kiểm tra 3 lần", text)
            self.assertIn("23/23 cán bộ", text)
        text = read_pdf(self.write("list", ".pdf"))
        self.assertIn("Danh sách gồm 4 tập thể, 1 cá nhân./.", text)
        self.assertIn("Thang điểm tổ chức thực hiện: chưa chốt.", text)
        figures = {row["id"]: row for row in table("figures", self.file, "--document", "list")}
        self.assertEqual(figures["merit/07291/answers"]["text"], "23")
        self.assertIn("Xã Tân Sỏi", figures["merit/07291/rate"]["account"])
        self.assertIn("merit/07201/staff", figures)
        # The annex of a district names nobody of another one.
        own = read_pdf(self.write("annex", ".pdf", "--district", "215"))
        self.assertIn("Xã Tân Sỏi, huyện Yên Thế", own)
        self.assertNotIn("Xã Thái Đào", own)

    def test_3_changed_scale(self):
        call("weights", self.file, "--lock")
        self.assertRegex(read_pdf(self.write("list", ".pdf")), r"Thang điểm tổ chức thực hiện: chốt lúc [^)]*\)\.")
        call("weights", self.file, "--set", "participation=50", "--set", "posts=10")
        for document in ("list", "proposal"):
            self.assertIn("đã sửa sau khi chốt.", read_pdf(self.write(document, ".pdf")))

    def test_4_formats_agree(self):
        """What stands in a table of the workbook stands on paper, and the same bytes come twice."""
        call("publish", self.file, "--note", "")
        for document in PAPERS:
            paper, book = self.write(document, ".pdf"), self.write(document, ".xlsx")
            before = digest(paper), digest(book)
            text = read_pdf(paper) + read_pdf(paper, "-layout") + read_pdf(paper, "-raw")
            missing = [cell for cell in list_texts(book) if not any(form in text for form in cell)
                       and not all(word in text for form in cell for word in form.split())]
            self.assertEqual(missing, [], document)
            again = digest(self.write(document, ".pdf")), digest(self.write(document, ".xlsx"))
            self.assertEqual(before, again, document)

    def test_5_no_findings(self):
        """What is being checked in a unit is told nowhere but by its number."""
        self.assertGreater(len(self.checked), 10)
        for document in PAPERS:
            text = read_pdf(self.write(document, ".pdf")) + " ".join(map(str, list_cells(self.write(document, ".xlsx"))))
            for sentence in self.checked:
                self.assertNotIn(sentence, text)
            for words in ("giống hệt", "trùng nhau", "cần xem xét", "bất thường", "gian lận"):
                self.assertNotIn(words, text.casefold(), document)


if __name__ == "__main__":
    main()
