#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-sheets.py KHAOSAT-CLI DATA: every layout, pictures, packs and the words of the sheets."""
import csv
import fcntl
import pathlib
import subprocess
import unicodedata
import zipfile

from cli import DAY, TEMPLATE, FolderCase, call, content, digest, main, make_campaign, table

ELSEWHERE = {"LC_ALL": "C", "TZ": "America/New_York"}
LAYOUTS = (
    ("poster", "--paper", "A3"), ("poster", "--paper", "2A5"), ("annex", "--district-pages", "--columns", "2"),
    ("guide",), ("labels", "--skip", "7"), ("labels", "--grid", "64x33.9", "--copies", "2"), ("cards",),
    ("poster", "--save-ink"),
)
UNITS = ("--unit", "07210", "--unit", "07375", "--unit", "07204")
GROUP = "https://zalo.me/g/gyvcdr416"


def pdf_text(path):
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout


class Sheets(FolderCase):
    @classmethod
    def fill(cls):
        cls.file = cls.folder / "sheets.khaosat"
        make_campaign(cls.file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        call("texts", cls.file, "--set", f"group_link={GROUP}")

    def test_layouts(self):
        for layout, *words in LAYOUTS:
            pdf, again = self.folder / "a.pdf", self.folder / "b.pdf"
            call("print", self.file, "--layout", layout, *words, *UNITS, "--output", pdf)
            call("print", self.file, "--layout", layout, *words, *UNITS, "--output", again, env=ELSEWHERE)
            self.assertEqual(digest(pdf), digest(again), layout)
            count = {"guide": 1, "cards": 6}.get(layout, 6 if "--copies" in words else 3)
            self.assertEqual(call("prove", self.file, "--pdf", pdf).stdout, f"{count} of {count} proven\n", words)
            text = pdf_text(pdf)
            if layout != "guide":
                self.assertIn("07375-BM32P4", text)
                self.assertIn("Vôi", unicodedata.normalize("NFC", text))

    def test_group_stands_on_the_guide_alone(self):
        pdf = self.folder / "guide.pdf"
        call("print", self.file, "--layout", "guide", "--output", pdf)
        self.assertIn("Nhóm Zalo PKS01_2024", pdf_text(pdf))
        self.assertNotIn("07201-", pdf_text(pdf))
        without = self.folder / "without.khaosat"
        call("new", without, "--title", "PKS 01", "--day", "2024-04-01")  # no link is needed for a guide
        call("print", without, "--layout", "guide", "--output", pdf)
        self.assertNotIn("Nhóm Zalo PKS", pdf_text(pdf))

    def test_guide_to_edit(self):
        """Beside the sheet the guide is a text and a workbook that an office goes on with; its PDF is the sheet."""
        for ending in (".docx", ".xlsx", ".pdf"):
            first, again = self.folder / f"guide-1{ending}", self.folder / f"guide-2{ending}"
            call("report", self.file, "--document", "guide", "--output", first)
            call("report", self.file, "--document", "guide", "--output", again, env=ELSEWHERE)
            self.assertEqual(digest(first), digest(again), ending)
        call("print", self.file, "--layout", "guide", "--output", again)
        self.assertEqual(digest(first), digest(again))
        with zipfile.ZipFile(self.folder / "guide-1.docx") as document:
            self.assertIn("Nhóm Zalo PKS01_2024", document.read("word/document.xml").decode())
        with zipfile.ZipFile(self.folder / "guide-1.xlsx") as book:
            self.assertIn("Hoàng Văn Thụ", book.read("xl/sharedStrings.xml").decode())
        before = content(self.file)
        for words, code in ((("--draft", "1"), 2), (("--unit", "07210"), 2), (("--at", "2024-04-01"), 2)):
            call("report", self.file, "--document", "guide", *words, "--output", self.folder / "none.docx", code=code)
        self.assertEqual(content(self.file), before)

    def test_wrong_words(self):
        before = content(self.file)
        pdf = self.folder / "none.pdf"
        for words, code in ((("--layout", "image"), 2), (("--layout", "labels", "--paper", "A3"), 2),
                            (("--layout", "poster", "--paper", "A2"), 2), (("--layout", "labels", "--skip", "-1"), 2),
                            (("--layout", "labels", "--skip", "24"), 1), (("--layout", "cards", "--copies", "101"), 1),
                            (("--layout", "labels", "--grid", "1x1"), 1), (("--layout", "annex", "--columns", "3"), 2)):
            done = call("print", self.file, *words, "--output", pdf, code=code)
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertFalse(pdf.exists())
        for words, code in ((("--set", "title"), 2), (("--set", "nothing=x"), 2), (("--reset", "nothing"), 2),
                            (("--set", "step_1=" + 99 * "x"), 1), (("--set", "group_link=javascript:x"), 1)):
            call("texts", self.file, *words, code=code)
        call("images", self.file, "--format", "csv", "--output", self.folder / "x", code=2)
        call("pack", self.file, "--kind", "week", "--output", self.folder / "x", code=2)
        self.assertEqual(content(self.file), before)

    def test_texts(self):
        file = self.folder / "texts.khaosat"
        make_campaign(file, "--template", TEMPLATE)
        rows = {row["name"]: row for row in table("texts", file, "--set", "call=Mời quét mã", "--set", "where=Ở phòng họp")}
        self.assertEqual((rows["call"]["text"], rows["call"]["changed"]), ("Mời quét mã", "1"))
        pdf = self.folder / "texts.pdf"
        call("print", file, "--layout", "poster", "--unit", "07210", "--output", pdf)
        self.assertIn("Mời quét mã", pdf_text(pdf))
        self.assertEqual([row["action"] for row in table("log", file)][-2:], ["texts", "print"])
        after = {row["name"]: row for row in table("texts", file, "--reset", "call")}
        self.assertEqual((after["call"]["changed"], after["where"]["changed"]), ("0", "1"))
        following = self.folder / "following.khaosat"
        call("new", following, "--title", "PKS 02", "--day", "2024-10-01", "--previous", file)
        kept = {row["name"]: row["text"] for row in table("texts", following)}
        self.assertEqual(kept["where"], "Ở phòng họp")

    def test_print_again(self):
        file, pdf = self.folder / "again.khaosat", self.folder / "again.pdf"
        make_campaign(file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        poster = ("print", file, "--layout", "poster", "--output", pdf)
        self.assertIn("không có tờ nào", call(*poster, "--outdated").stderr)  # nothing was printed yet
        self.assertFalse(pdf.exists())
        call(*poster)
        first = digest(pdf)
        call(*poster)
        self.assertEqual(digest(pdf), first)  # a print changes nothing that is printed
        runs = table("prints", file)
        self.assertEqual([(run["way"], run["layout"], run["sheets"], run["complete"]) for run in runs],
                         2 * [("pdf", "poster A4", "209", "1")])
        self.assertEqual(table("log", file)[-1]["action"], "print")
        self.assertEqual(table("prints", file, "--outdated"), [])
        call("unit", file, "07375", "name=Thị trấn Vôi Mới")
        self.assertEqual([(row["code"], row["layout"], row["paper"], row["state"])
                          for row in table("prints", file, "--outdated")], [("07375", "poster", "A4", "print")])
        pdf.unlink()
        call(*poster, "--outdated", "--district", "213")
        self.assertFalse(pdf.exists())
        call(*poster, "--outdated")
        self.assertEqual(call("prove", file, "--pdf", pdf).stdout, "1 of 1 proven\n")
        self.assertIn("Vôi Mới", unicodedata.normalize("NFC", pdf_text(pdf)))
        self.assertEqual(table("prints", file, "--outdated"), [])

    def test_read_only(self):
        file, pdf = self.folder / "read-only.khaosat", self.folder / "read-only.pdf"
        make_campaign(file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        before = content(file)
        lock = file.with_name(f".~lock.{file.name}#")
        with open(lock, "w", encoding="utf-8") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            done = call("print", file, "--layout", "poster", "--unit", "07210", "--output", pdf)
        self.assertIn("07210", pdf_text(pdf))
        self.assertIn("đợt khảo sát chưa ghi lại", done.stderr)
        self.assertEqual(content(file), before)

    def test_long_link(self):
        file = self.folder / "long.khaosat"
        make_campaign(file, "--units", DAY / "units.csv", "--template", f"https://example.org/{230 * 'x'}?u={{token}}")
        pdf = self.folder / "long.pdf"
        done = call("print", file, "--layout", "labels", "--unit", "07210", "--output", pdf)
        self.assertIn("251 byte", done.stderr)
        self.assertNotIn("byte", call("print", file, "--layout", "poster", "--unit", "07210", "--output", pdf).stderr)

    def test_images(self):
        one, two = self.folder / "one", self.folder / "two" / "deeper"
        call("images", self.file, *UNITS, "--output", one)
        call("images", self.file, *UNITS, "--output", two, env=ELSEWHERE)
        names = sorted(path.name for path in one.iterdir())
        self.assertEqual(names, ["07204 Phường Trần Nguyên Hãn.png", "07210 Phường Hoàng Văn Thụ.png",
                                 "07375 Thị trấn Vôi.png"])
        self.assertEqual([digest(one / name) for name in names], [digest(two / name) for name in names])
        call("images", self.file, "--unit", "07375", "--format", "svg", "--output", one)
        self.assertIn("<svg", (one / "07375 Thị trấn Vôi.svg").read_text(encoding="utf-8"))

    def test_pack(self):
        with open(DAY / "units.csv", encoding="utf-8-sig") as units:
            districts = {row["code"]: row["district_code"] for row in csv.DictReader(units)}
        own = {code for code, district in districts.items() if district == "213"}
        one, two = self.folder / "packs", self.folder / "again"
        call("pack", self.file, "--district", "213", "--output", one)
        call("pack", self.file, "--district", "213", "--output", two, env=ELSEWHERE)
        self.assertEqual([path.name for path in one.iterdir()], ["Mã QR Thành phố Bắc Giang.zip"])
        pack = one / "Mã QR Thành phố Bắc Giang.zip"
        self.assertEqual(digest(pack), digest(two / pack.name))
        with zipfile.ZipFile(pack) as archive:
            names = archive.namelist()
            self.assertIsNone(archive.testzip())
            self.assertEqual({pathlib.PurePath(name).name[:5] for name in names if name.endswith(".png")}, own)
            self.assertEqual(len(names), len(own) + 3)
            letter = archive.read("Thư gửi kèm.txt").decode("utf-8-sig")
            self.assertIn("16 đơn vị thuộc thành phố Bắc Giang", letter)
            for name in names:
                self.assertEqual(name, unicodedata.normalize("NFC", name))
                self.assertFalse(set(name) & set('<>:"\\|?*'), name)
                if name.endswith(".pdf"):
                    pdf = self.folder / "part.pdf"
                    pdf.write_bytes(archive.read(name))
                    self.assertEqual(call("prove", self.file, "--pdf", pdf).stdout, "16 of 16 proven\n")
                    text = pdf_text(pdf)
                    for code in districts:
                        self.assertEqual(f"{code}-" in text, code in own, (name, code))


if __name__ == "__main__":
    main()
