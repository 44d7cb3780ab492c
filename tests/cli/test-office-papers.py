#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of an office as files: the same figures in each format, all of them with an account."""
import html
import re
import unicodedata
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from xml.etree import ElementTree

from cli import (DAY, TEMPLATE, FolderCase, call, content, count_pages, digest,
                 main, make_campaign, make_changed_day, make_day, read_pdf, table)

PAPERS = ("report", "annex", "proposal", "list", "unit", "recognition", "summary")
UNIT = "07786"
CHOSEN = ("07627", "07291", "07438")
KEY = 22  # column of the question on the whole
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_docx(path):
    """The text of a document: a paragraph and a line of one end with a blank."""
    with zipfile.ZipFile(path) as document:
        text = document.read("word/document.xml").decode()
    return unicodedata.normalize("NFC", " ".join(html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|<w:br/>", " ", text))).split()))


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
        make_day(cls.file)
        cls.before = content(cls.file)
        cls.listed = table("papers", cls.file)
        cls.after = content(cls.file)
        call("papers", cls.file, "--set", "recognition.participation=80", "--set", "recognition.good=80")
        cls.checked = [row["sentence"] for row in table("findings", cls.file) if row["scope"] == "unit"]

    def test_listing(self):
        """Who lists what stands in papers changes nothing, though nobody looked yet for what needs checking."""
        self.assertEqual(self.before, self.after)
        self.assertTrue(any("2024" in row["text"] for row in self.listed))

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

    def test_1_settings(self):
        """What stands where the office sets nothing is told as it will be printed."""
        rows = {(row["paper"], row["name"]): row["text"] for row in table("papers", self.file) if row["changed"] == "0"}
        self.assertEqual([key for key, text in rows.items() if "{" in text], [("unit", "subject"), ("district", "subject")])
        self.assertEqual(rows["list", "superior"], "BAN DÂN VẬN TỈNH ỦY BẮC GIANG")
        self.assertEqual(rows["report", "superior"], "TỈNH ỦY BẮC GIANG")
        self.assertTrue(rows["proposal", "subject"].endswith("thực hiện tốt đợt khảo sát ngày 01/4/2024"))
        self.assertTrue(rows["annex", "reference"].startswith("(Kèm theo Báo cáo số\u2003\u2003-BC/BDVTU ngày"))
        self.assertTrue(rows["annex", "reference"].endswith(" của Ban Dân vận Tỉnh ủy)"))

    def test_1_no_districts(self):
        """A province without districts has no table of them, and no gap in the numbers of the others."""
        campaign = self.folder / "province.khaosat"
        make_campaign(campaign, "--units", DAY.parent / "communes-bac-ninh-2025.csv")
        for document in ("report", "annex"):
            call("report", campaign, "--document", document, "--output", self.folder / f"{document}-2025.pdf")
        report, annex = (read_pdf(self.folder / f"{document}-2025.pdf") for document in ("report", "annex"))
        self.assertIn("99 xã, phường, thị trấn (66 xã, 33 phường). Mỗi đơn vị", report)
        self.assertIn("Đã nhận 0 phiếu; phiếu hợp lệ là 0 phiếu. 2. Kết quả", report)
        self.assertNotIn("Biểu đồ", report)
        self.assertNotIn("huyện", report)
        self.assertIn("Biểu số 01 KẾT QUẢ CỦA CÁC XÃ", annex)
        # Nobody answered, and how many officials there are is not known: all of them are told as silent.
        self.assertEqual(annex.split("CHƯA CÓ PHIẾU")[1].count("Phường "), 33)
        self.assertNotIn("trực thuộc", annex)

    def test_1_one_unit(self):
        """A survey of one unit names it, and does not speak of all units; nobody is told apart in it."""
        units, answers = self.folder / "one-unit.csv", self.folder / "one-unit-answers.csv"
        for source, target in (("units.csv", units), ("google-native.csv", answers), ("reports.csv", self.folder / "one-report.csv")):
            header, *rows = (DAY / source).read_text("utf-8-sig").splitlines()
            target.write_text("\n".join([header] + [row for row in rows if re.search(r"(^|,)\"?" + UNIT, row)]) + "\n", "utf-8")
        campaign = self.folder / "one-unit.khaosat"
        make_campaign(campaign, "--units", units, "--template", TEMPLATE)
        call("import", campaign, answers)
        call("reports", campaign, "--import", self.folder / "one-report.csv")
        call("choose", campaign, UNIT, "--reason", "tổ chức tốt")
        text = {}
        for document in ("report", "proposal", "list"):
            call("report", campaign, "--document", document, "--output", self.folder / f"one-{document}.pdf")
            text[document] = read_pdf(self.folder / f"one-{document}.pdf")
        name = next(row["name"] for row in table("units", campaign))
        running = name[0].lower() + name[1:]
        self.assertIn(f"tại cơ quan {running}, ", text["report"])
        self.assertIn("Tổ công tác đã báo cáo kết quả hướng dẫn. Theo báo cáo, kế hoạch được", text["report"])
        self.assertIn(f"cơ quan {running}, ", text["proposal"])
        for words in ("1/1", "Mỗi đơn vị", "1 đơn vị", "xã, phường, thị trấn", "Biểu đồ", "không thuộc diện"):
            self.assertNotIn(words, text["report"])
            self.assertNotIn(words, text["proposal"])
        self.assertIn("DANH SÁCH tập thể đề nghị khen thưởng", text["list"])
        self.assertNotIn("I. Tập thể", text["list"])

    def test_1_outside(self):
        """Sheets of people outside the survey count, and the rate without them stands beside."""
        text = read_pdf(self.write("report", ".pdf"))
        self.assertIn("có 605 phiếu do người không thuộc diện khảo sát trả lời, vẫn được tính vào số người tham gia. "
                      "Không kể 605 phiếu này, có 3.861 phiếu, bằng 77,37% so với", text)
        told = {row["id"]: row for row in table("figures", self.file, "--document", "report")}
        self.assertIn("4.466 trừ 605", told["inside/rate"]["account"])

    def test_1_unwritten(self):
        """What nobody wrote leaves a line to write on behind its lead, and nothing where there is no lead."""
        self.choose()
        for document, lines in (("report", 4), ("proposal", 0)):
            with zipfile.ZipFile(self.write(document, ".docx")) as written:
                self.assertEqual(written.read("word/document.xml").count(b'"BlankLine"'), lines, document)
        call("papers", self.file, "--set", "proposal.grounds=Căn cứ Kế hoạch số 12-KH/BCĐ,")
        self.assertIn("Căn cứ Kế hoạch số 12-KH/BCĐ,", read_docx(self.write("proposal", ".docx")))
        call("papers", self.file, "--set", "proposal.grounds=")

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

    def test_2_unknown_district(self):
        """A collective of a district that nobody knows would stand in the list without a place."""
        done = call("choose", self.file, *CHOSEN, "--reason", "tổ chức tốt", "--collective", "Liên đoàn Lao động;999;Kiểm tra",
                    code=1)
        self.assertIn("999", done.stderr)
        self.assertIn("1 cá nhân", call("choose", self.file).stderr)

    def test_2_papers_that_go_with_a_letter(self):
        """Name it by the number and the day that stand on it, not by the year of the survey."""
        def say():
            return [" ".join(read_pdf(self.write(paper, ".pdf")).split()) for paper in ("proposal", "list", "annex", "report")]
        proposal, names, annex, report = say()
        month = re.search(r"Bắc Giang, ngày (tháng \d+ năm \d{4})", proposal)[1]
        self.assertIn(f"(Kèm theo Tờ trình ngày {month})", names)
        self.assertIn(f"(Kèm theo Báo cáo số -BC/BDVTU ngày {month} của Ban", annex)
        self.assertIn(f"Bắc Giang, ngày {month}", report)
        told = {(row["paper"], row["name"]): row["text"] for row in table("papers", self.file)}
        self.assertEqual(" ".join(told["list", "reference"].split()), f"(Kèm theo Tờ trình ngày {month})")
        call("papers", self.file, "--set", "proposal.date=ngày 05 tháng 4 năm 2024", "--set", "report.date=-",
             "--set", "report.number=Số 45-BC/BDVTU")
        proposal, names, annex, report = say()
        self.assertIn("Bắc Giang, ngày 05 tháng 4 năm 2024", proposal)
        self.assertIn("(Kèm theo Tờ trình ngày 05 tháng 4 năm 2024)", names)
        self.assertIn("(Kèm theo Báo cáo số 45-BC/BDVTU của Ban", annex)
        self.assertIn("Số 45-BC/BDVTU", report)
        call("papers", self.file, "--set", "proposal.date=", "--set", "report.date=", "--set", "report.number=")
        call("papers", self.file, "--set", "all.date=ngày 06 tháng 4 năm 2024")
        proposal, names, annex, report = say()
        for paper, times in ((proposal, 1), (names, 1), (annex, 1), (report, 1)):
            self.assertEqual(paper.count("ngày 06 tháng 4 năm 2024"), times)
        self.assertNotIn("Bắc Giang, ngày", names)
        self.assertNotIn("Bắc Giang, ngày", annex)
        call("papers", self.file, "--set", "all.date=")

    def test_3_changed_scale(self):
        call("weights", self.file, "--lock")
        self.assertRegex(read_pdf(self.write("list", ".pdf")), r"Thang điểm tổ chức thực hiện: chốt lúc [^)]*\)\.")
        call("weights", self.file, "--set", "participation=50", "--set", "posts=10")
        for document in ("list", "proposal", "annex", "summary"):
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
            words = read_docx(self.write(document, ".docx"))
            missing = [cell for cell in list_texts(book) if not any(form in words for form in cell)]
            self.assertEqual(missing, [], document)
            again = digest(self.write(document, ".pdf")), digest(self.write(document, ".xlsx"))
            self.assertEqual(before, again, document)

    def test_5_one_sheet(self):
        """The account of a unit is one A4, also with boxes, and with words in place of its rate."""
        over = [row["code"] for row in table("findings", self.file) if row["kind"] == "over_staff"]
        path = self.folder / "account.pdf"
        for unit in over[:2] + ["07204", "07396"]:  # long names of unit and district
            call("report", self.file, "--document", "unit", "--unit", unit, "--draft", 2, "--internal", "--output", path)
            self.assertEqual(count_pages(path), 1, unit)

    def test_5_no_findings(self):
        """What is being checked in a unit is told nowhere but by its number."""
        self.assertGreater(len(self.checked), 10)
        for document in PAPERS:
            text = read_pdf(self.write(document, ".pdf")) + " ".join(map(str, list_cells(self.write(document, ".xlsx"))))
            for sentence in self.checked:
                self.assertNotIn(sentence, text)
            for words in ("giống hệt", "trùng nhau", "cần xem xét", "bất thường", "gian lận"):
                self.assertNotIn(words, text.casefold(), document)

    def make_other(self, name, change, *words):
        """A campaign as this one, of a file whose rows were changed."""
        campaign = make_changed_day(self.folder, name, change, *words)
        call("publish", campaign, "--note", "")
        return campaign

    def list_figures(self, campaign, document):
        return {row["id"]: row["text"] for row in table("figures", campaign, "--document", document,
                                                             *(("--unit", "07438") if document == "unit" else ()))}

    def test_6_one_answer(self):
        """One sheet with another answer changes exactly the figures that rest on it."""
        def change(rows):
            chosen = next(row for row in rows if row[0].startswith("2024/04/01") and row[1][:5] == "07438" and row[KEY] == "Hài lòng")
            chosen[KEY] = "Bình thường"
            return rows

        before = self.make_other("before", lambda rows: rows)
        after = self.make_other("after", change)
        counts = {"good", "question/D4/level/2", "question/D4/level/3"}
        shares = {f"{scope}{figure}" for scope in ("", "district/217/", "unit/07438/") for figure in ("good", "share")}
        tables = shares | {"unit/07438/bounds"}
        expected = {"report": counts | {"share", "question/D4/level/2/share", "question/D4/level/3/share"},
                    "annex": tables, "recognition": tables, "unit": tables | {"bounds", "district/217/bounds"},
                    "proposal": set(), "list": set()}
        for campaign in (before, after):
            call("papers", campaign, "--set", "recognition.participation=80", "--set", "recognition.good=80")
            call("choose", campaign, "07438", "--reason", "tổ chức tốt")
        for document, wanted in expected.items():
            first, second = (self.list_figures(campaign, document) for campaign in (before, after))
            self.assertEqual(set(first), set(second))
            changed = {name for name in first if first[name] != second[name]} - {"settled", "code"}
            self.assertEqual(changed, wanted, document)

    def test_7_previous(self):
        """A report tells an earlier survey's real figures, or nothing of one."""
        def change(rows):
            return [row[:1] + [row[1][:5]] + row[2:] for row in rows if row[KEY] != "Bình thường"]

        earlier = self.make_other("earlier", change, "--template", "https://example.org/f?u={code}", "--key", "00" * 32)
        who, = table("participation", earlier, "--by", "province")
        good, = table("results", earlier, "--question", "D4")
        answers, x, n = int(who["answers"]), int(good["x"]), int(good["n"])
        percents = [Decimal(part * 100) / whole for part, whole in ((answers, 4990), (4466, 4990), (x, n), (3951, 4466))]
        then, now, share, share_now = (percent.quantize(Decimal("0.01"), ROUND_HALF_UP) for percent in percents)
        text = read_pdf(self.write("report", ".pdf", "--previous", earlier))
        for words in (f"({format_number(answers)}/4.990 người, bằng {str(then).replace('.', ',')}%)",
                      f"tỷ lệ tham gia tăng {str(now - then).replace('.', ',')} điểm phần trăm.",
                      f"Tỷ lệ đánh giá tốt giảm {str(share - share_now).replace('.', ',')} điểm phần trăm",
                      f"{format_number(x)}/{format_number(n)} phiếu, bằng {str(share).replace('.', ',')}%"):
            self.assertIn(words, text)
        self.assertNotIn("đợt khảo sát ngày 01/4/2024 (", read_pdf(self.write("report", ".pdf")))
        self.assertNotIn("để so sánh", read_pdf(self.write("report", ".pdf")))
        self.assertIn("bỏ đợt trước", self.write("list", ".pdf", "--previous", earlier, code=2))

    def test_8_comments(self):
        """How many comments speak of what is told of the sheets that the answers are of, and of no others."""
        campaign = self.make_other("comments", lambda rows: rows)
        numbers = [row["number"] for row in table("comments", campaign, "--search", "hội nghị")]
        call("themes", campaign, "--add", "Hội nghị")
        call("tag", campaign, *numbers[:20], "--theme", "Hội nghị")
        path = self.folder / "comments.pdf"
        call("report", campaign, "--document", "annex", "--output", path)
        self.assertRegex(read_pdf(path, "-layout"), "TỔNG HỢP Ý KIẾN THEO NHÓM NỘI DUNG Có [0-9.]+ ý kiến .* Hội nghị 20")
        call("report", campaign, "--document", "annex", "--district", "213", "--output", path)
        self.assertNotIn("NHÓM NỘI DUNG", read_pdf(path))
        # A sheet that is left out since: its comment would be what the counts of now lack.
        finding = next(row for row in table("findings", campaign) if row["kind"] == "double")
        call("decide", campaign, finding["id"], "exclude", "--reason", "trùng")
        call("report", campaign, "--document", "annex", "--output", path)
        self.assertNotIn("NHÓM NỘI DUNG", read_pdf(path))

    def test_8_code(self):
        """What stands at the end of the annex is the log's row of the last change; an office can leave it out."""
        changes = [row for row in table("log", self.file) if row["action"] not in ("give-out", "findings")]
        self.assertIn(f"Mã đối chiếu số liệu: {changes[-1]['hash'][:16]}", read_pdf(self.write("annex", ".pdf")))
        call("papers", self.file, "--set", "annex.code=0")
        self.assertNotIn("Mã đối chiếu", read_pdf(self.write("annex", ".pdf")))

    def test_9_no_account(self):
        """A number without an account is no part of a paper."""
        template = self.folder / "own.txt"
        template.write_text("@title BÁO CÁO\nCó 4.466 phiếu.\n", encoding="utf-8")
        refused = call("papers", self.file, "--template", f"report={template}", code=1).stderr
        self.assertIn("4.466", refused)
        refused = call("papers", self.file, "--set", "report.subject=kết quả của 209 đơn vị", code=0)
        self.assertIn("209", self.write("report", ".pdf", code=1))
        self.assertFalse((self.folder / "report.pdf").exists())

    def test_8_corrected(self):
        """Answers that stay as they were settled, and corrected ones, are said to be so."""
        sheet = next(row for row in table("rows", self.file) if row["unit"] == UNIT and row["state"] == "counted")
        papers = ("unit", "annex", "recognition")
        for document in papers:
            self.assertNotIn("đính chính", read_pdf(self.write(document, ".pdf")), document)
        papers_of_answers = papers + ("report",)
        for document in papers_of_answers:
            self.assertNotIn("thay đổi về phiếu", read_pdf(self.write(document, ".pdf")), document)
        call("decide", self.file, sheet["id"], "exclude", "--reason", "phiếu thử")
        for document in papers_of_answers:
            self.assertIn("chưa gồm thay đổi về phiếu", read_pdf(self.write(document, ".pdf")), document)
        call("publish", self.file, "--correct", "--reason", "phiếu thử", "--agreed", "Trưởng ban")
        for document in papers:
            self.assertRegex(" ".join(read_pdf(self.write(document, ".pdf")).split()),
                             r"[Ss]ố liệu chốt [^;)]*, đã đính chính[;)]", document)
        for document in papers_of_answers:
            self.assertNotIn("thay đổi về phiếu", read_pdf(self.write(document, ".pdf")), document)


if __name__ == "__main__":
    main()
