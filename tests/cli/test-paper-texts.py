#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A paper as DOCX says what it says as PDF, in the same order, and names every figure that it prints."""
import re
import unicodedata
import xml.etree.ElementTree as ET
import zipfile

from cli import FolderCase, call, digest, main, make_day, read_pdf, table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FURNITURE = 700  # letters: of a chart, or of the head of a page with that of its table
NOTE = "Số liệu gửi Ban Chỉ đạo"
ELSEWHERE = {"TZ": "America/New_York", "LC_ALL": "C.UTF-8"}
PAPERS = {"report": (), "annex": (), "proposal": (), "list": (), "recognition": (), "unit": ("--unit", "07201")}


def read_letters(path):
    """In the order in which they were laid out; a long word in a narrow cell is broken anywhere."""
    return read_pdf(path, "-raw").replace(" ", "")


def read_body(path):
    with zipfile.ZipFile(path) as package:
        return ET.fromstring(package.read("word/document.xml")).find(f"{W}body")


def read_paragraph(paragraph):
    """Its text, and the texts of its bookmarks by their name."""
    text, marks, open_marks = "", {}, {}
    for element in paragraph.iter():
        if element.tag == f"{W}t":
            text += element.text or ""
        elif element.tag in (f"{W}br", f"{W}tab"):
            text += "\n"
        elif element.tag == f"{W}bookmarkStart":
            open_marks[element.get(f"{W}id")] = element.get(f"{W}name"), len(text)
        elif element.tag == f"{W}bookmarkEnd":
            name, begin = open_marks.pop(element.get(f"{W}id"))
            marks[name] = text[begin:]
    return unicodedata.normalize("NFC", text), marks


def name_mark(figure):
    """How a bookmark with the id of a figure begins."""
    return re.sub("[^A-Za-z0-9_]", "_", figure)[:36]


class PaperTexts(FolderCase):
    @classmethod
    def fill(cls):
        cls.file = cls.folder / "day.khaosat"
        make_day(cls.file)
        call("choose", cls.file, "07291", "07438", "--reason", "tổ chức tốt", "--person", "Trần Thị B;Tổ trưởng;07291")
        call("publish", cls.file, "--note", NOTE)
        call("papers", cls.file, "--set", "recognition.participation=80", "--set", "recognition.good=80",
             "--set", "report.strengths=Tổ công tác báo cáo đúng giờ.")
        cls.papers = {}
        for paper, words in PAPERS.items():
            for ending in ("docx", "pdf"):
                call("report", cls.file, "--document", paper, "--output", cls.folder / f"{paper}.{ending}", *words)

    def test_same_words(self):
        """Pages have more: their marks and numbers, headers told again, and what a chart says."""
        for paper in PAPERS:
            letters, at, before = read_letters(self.folder / f"{paper}.pdf"), 0, []
            for paragraph in read_body(self.folder / f"{paper}.docx").iter(f"{W}p"):
                for word in read_paragraph(paragraph)[0].split():
                    found = letters.find(word, at)
                    self.assertTrue(at <= found <= at + FURNITURE,
                                    f"{paper}: “{word}” after “{' '.join(before[-8:])}” ({found - at})")
                    at = found + len(word)
                    before.append(word)
            self.assertLessEqual(len(letters) - at, FURNITURE, paper)
            self.assertGreater(len(before), 90, paper)

    def test_figures(self):
        """Every figure has its bookmark, in the order of reading, and says what the program says of it."""
        for paper, words in PAPERS.items():
            marks = {}
            for paragraph in read_body(self.folder / f"{paper}.docx").iter(f"{W}p"):
                marks.update(read_paragraph(paragraph)[1])
            names = iter(marks)
            for row in table("figures", self.file, "--document", paper, *words):
                begin = name_mark(row["id"])
                found = next((name for name in names if name.startswith(begin)), None)
                self.assertIsNotNone(found, f"{paper}: {row['id']}")
                self.assertEqual(marks[found], row["text"], f"{paper}: {found}")

    def test_same_bytes(self):
        for paper, words in PAPERS.items():
            again = self.folder / f"again-{paper}.docx"
            call("report", self.file, "--document", paper, "--output", again, *words, env=ELSEWHERE)
            self.assertEqual(digest(self.folder / f"{paper}.docx"), digest(again), paper)

    def test_marks(self):
        path = self.folder / "draft.docx"
        call("report", self.file, "--document", "report", "--output", path, "--draft", "2", "--internal")
        with zipfile.ZipFile(path) as package:
            first, others = (package.read(f"word/header{i}.xml").decode() for i in (1, 2))
        for mark in ("DỰ THẢO LẦN 2", "LƯU HÀNH NỘI BỘ"):
            self.assertIn(mark, first)
            self.assertNotIn(mark, others)
        self.assertIn(" PAGE ", others)
        self.assertNotIn(" PAGE ", first)


if __name__ == "__main__":
    main()
