#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The summary: what it says of the simulated day, of a day without answers, and of figures given out before."""
import csv
import re
import subprocess
import unicodedata

from cli import DAY, TEMPLATE, FolderCase, call, count_pages, main, make_campaign, make_changed_day, read_pdf, table

# Questions on scales, one way to write each per line of their table: "4.466 2.765 1.188 …" over "100,00% 61,91% …".
COUNTS = re.compile(r"(\d[\d.]*)((?: +\d[\d.]*){6,8})$")
SHARES = re.compile(r"Tỷ lệ +100,00%((?: +\d+,\d\d%){6,7})$")


class Summary(FolderCase):
    @classmethod
    def fill(cls):
        cls.file = cls.folder / "day.khaosat"
        make_campaign(cls.file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        call("import", cls.file, DAY / "google-native.csv")

    def write(self, file=None, *words):
        path = self.folder / "x.pdf"
        path.unlink(missing_ok=True)
        call("report", file or self.file, "--document", "summary", "--output", path, *words)
        return path

    def read(self, file=None, *words):
        return read_pdf(self.write(file, *words))

    def list_lines(self, path):
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        return [line.strip() for line in unicodedata.normalize("NFC", text).splitlines()]

    def make_copy(self, name, change=lambda rows: rows, *words):
        return make_changed_day(self.folder, name, change, *words)

    def test_text(self):
        paper = self.write()
        text = read_pdf(paper)
        for words in ("BAN DÂN VẬN", "TỔNG HỢP KẾT QUẢ KHẢO SÁT", "(Số liệu sơ bộ, tính đến 23 giờ 40 ngày 01/4/2024)", "SỐ LIỆU SƠ BỘ",
                      "Đến 23 giờ 40 ngày 01/4/2024, đã nhận 4.487 phiếu; phiếu hợp lệ là 4.466 phiếu, bằng 89,50% so với 4.990",
                      "có 605 phiếu do người không thuộc diện khảo sát trả lời, vẫn được tính vào số người tham gia. Không kể 605 phiếu này, có 3.861",
                      "Không tính 21 phiếu, gồm: 12 phiếu gửi ngoài thời gian khảo sát, 5 phiếu có mã khảo sát không khớp, "
                      "4 phiếu chưa xác định được đơn vị.",
                      "Có 41 đơn vị có toàn bộ cán bộ, công chức tham gia; 209/209 đơn vị có phiếu; còn 11 đơn vị đang đối chiếu số liệu.",
                      "Biểu 1. Tỷ lệ tham gia theo huyện", "Biểu đồ 1. Kết quả trả lời từng nội dung", "Biểu 2. Số lượng, tỷ lệ",
                      "Đánh giá tốt gồm: Rất tốt, Tốt.", "Đánh giá tốt gồm: Rất hài lòng, Hài lòng.",
                      "Không nêu 2 câu hỏi để bảo đảm tính khuyết danh.", "PHIẾU DÙNG TẠM – CHƯA PHẢI MẪU PKS 01",
                      "Chưa chọn tập thể, cá nhân nào để đề xuất khen thưởng."):
            self.assertIn(words, text)
        for words in ("được sửa", "Số liệu trả lời là", "Một số ý kiến", "điểm", "dưới 5 phiếu", "Chưa đủ số phiếu"):
            self.assertNotIn(words, text)
        self.assertTrue(text.endswith("./."))
        self.assertLessEqual(count_pages(paper), 3)

    def test_districts(self):
        """Who took part in each, and in how many of its units less than the office asks for."""
        lines = self.list_lines(self.write())
        self.assertTrue(any(re.search(r"1 +Thành phố Bắc Giang +16 +400 +365 +91,25% +3$", line) for line in lines), lines[:60])
        self.assertTrue(any(re.search(r"^Toàn tỉnh +209 +4\.990 +4\.466 +89,50% +45$", line) for line in lines))
        call("papers", self.file, "--set", "summary.low=70")
        lines = self.list_lines(self.write())
        call("papers", self.file, "--set", "summary.low=")
        low, = (line for line in lines if line.startswith("Toàn tỉnh"))
        self.assertLess(int(low.split()[-1]), 45)
        self.assertIn("dưới 70%", " ".join(lines))

    def test_shares(self):
        """The levels of a row add up by hand to all who answered and to 100,00%, and good opinions are in chart and table the same."""
        lines = self.list_lines(self.write())
        counts = [match for match in map(COUNTS.search, lines) if match]
        shares = [match for match in map(SHARES.search, lines) if match]
        self.assertEqual(len(shares), 16)
        text = " ".join(lines)
        for match in shares:
            *levels, good = [int(share[:-1].replace(",", "")) for share in match[1].split()]
            self.assertEqual(sum(levels), 10000, match[0])
            self.assertEqual(levels[0] + levels[1], good, match[0])
            # Once in the table, once at the bar.
            self.assertGreaterEqual(text.count(match[1].split()[-1]), 2)
        for match in counts:
            *levels, good, _blank = [int(count.replace(".", "")) for count in match[2].split()]
            self.assertEqual(sum(levels), int(match[1].replace(".", "")), match[0])
            self.assertEqual(levels[0] + levels[1], good, match[0])

    def test_few(self):
        """Nobody answered, or four people: no chart, no table of levels, and a sentence in their place."""
        empty = self.folder / "empty.khaosat"
        make_campaign(empty, "--units", DAY / "units.csv")
        four = self.make_copy("four", lambda rows: [row for row in rows if row[0].startswith("2024/04/01 9:")
                                                    and row[1].startswith("07720")][:4])
        for file, received in ((empty, 0), (four, len(table("rows", four)))):
            paper = self.write(file)
            text = read_pdf(paper)
            self.assertEqual(count_pages(paper), 1)
            self.assertIn(f"ã nhận {received} phiếu; phiếu hợp lệ là" if received else "Chưa nhận được phiếu nào. Có 4.990 cán bộ", text)
            self.assertEqual("Chưa đủ số phiếu để nêu kết quả trả lời." in text, received > 0)
            for words in ("Biểu đồ", "Biểu 2", "Đánh giá tốt", "Không tính", "đang đối chiếu"):
                self.assertNotIn(words, text)
        self.assertIn("(Số liệu sơ bộ)", self.read(empty))
        self.assertNotIn("0 phiếu", self.read(empty))
        self.assertNotIn("Chưa có đơn vị nào", self.read(empty))
        self.assertIn("1/209 đơn vị có phiếu", self.read(four))

    def test_reconciling(self):
        """A district with more sheets than officials has no rate, and nobody is named."""
        over = self.folder / "over.csv"
        with open(DAY / "units.csv", encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            if row["district_code"] == "213":
                row.update(staff_party="1", staff_government="3", staff_front="0", staff_unions="0", staff="4", excused="0")
        with open(over, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
        campaign = self.folder / "over.khaosat"
        make_campaign(campaign, "--units", over, "--template", TEMPLATE)
        call("import", campaign, DAY / "google-native.csv")
        row, = (line for line in self.list_lines(self.write(campaign)) if "Thành phố Bắc Giang" in line)
        self.assertRegex(row, r"16 +64 +365 +[^%]*0$")
        self.assertIn("đang đối", " ".join(self.list_lines(self.write(campaign))[:60]))

    def test_given_before(self):
        """Figures that were given out before stand, and the paper says of when they are."""
        campaign = self.make_copy("before")
        self.assertNotIn("đã nêu lúc", self.read(campaign))
        sheet = next(row for row in table("rows", campaign) if row["unit"] == "07786" and row["state"] == "counted")
        call("decide", campaign, sheet["id"], "exclude", "--reason", "phiếu thử")
        self.assertRegex(self.read(campaign), r"Số liệu trả lời là số liệu đã nêu lúc \d\d giờ \d\d ngày [\d/]+\.")

    def test_settled(self):
        campaign = self.make_copy("settled")
        call("publish", campaign, "--note", "")
        text = self.read(campaign)
        self.assertIn("(Số liệu tính đến 23 giờ 40 ngày 01/4/2024)", text)
        for words in ("SƠ BỘ", "sơ bộ", "giữ như đã chốt"):
            self.assertNotIn(words, text)
        sheet = next(row for row in table("rows", campaign) if row["unit"] == "07786" and row["state"] == "counted")
        call("decide", campaign, sheet["id"], "exclude", "--reason", "phiếu thử")
        self.assertIn("Kết quả trả lời của 1 đơn vị giữ như đã chốt", self.read(campaign))

    def test_staff(self):
        """Who changed the staff once answers had come in told why; of many changes the first ones stand here."""
        campaign = self.make_copy("staff")
        call("unit", campaign, "07204", "staff_government=13", "--reason", "2 người đi học về")
        self.assertIn("được sửa 1 lần: Phường Trần Nguyên Hãn (từ 21 thành 23: 2 người đi học về).", self.read(campaign))
        for count in range(10):
            call("unit", campaign, "07204", f"staff_government={20 + count}", "--reason", "Kiểm tra lại")
        self.assertIn("được sửa 11 lần:", self.read(campaign))
        self.assertIn("; và 3 lần khác, ghi trong nhật ký.", self.read(campaign))

    def test_nominees(self):
        """Whom people chose, in the office's own order, with grounds and points."""
        campaign = self.make_copy("nominees")
        best = [row for row in table("shortlist", campaign) if row["rank"]][:2]
        call("choose", campaign, *(row["code"] for row in best), "--reason", "tổ chức tốt", "--person", "Nguyễn Văn An;Tổ trưởng;07201")
        text = self.read(campaign)
        self.assertNotIn("Chưa chọn", text)
        for row in best:
            points = f"{float(row['score']):.2f}".replace(".", ",")
            self.assertIn(f"{row['name']} {points}", text)
        self.assertRegex(text, r"Điểm theo thang 100 điểm: Xã [^;]*; Xã [^;]*\./\.$")
        self.assertIn("Tập thể đề xuất khen thưởng", text)
        self.assertIn("Cá nhân đề xuất khen thưởng", text)
        self.assertRegex(text.split("Tập thể đề xuất")[1], r"\d+/\d+ cán bộ, công chức")

    def test_no_districts(self):
        """A province without districts has a table of itself alone."""
        units, campaign = self.folder / "province.csv", self.folder / "province.khaosat"
        with open(DAY / "units.csv", encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        with open(units, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows({**row, "district_code": "", "district_name": ""} for row in rows)
        make_campaign(campaign, "--units", units, "--template", TEMPLATE)
        call("import", campaign, DAY / "google-native.csv")
        text = self.read(campaign)
        self.assertIn("209/209 đơn vị có phiếu; còn", text)
        self.assertRegex(text, r"Biểu 1\. Tỷ lệ tham gia STT Phạm vi Toàn tỉnh .* 209 4\.990 4\.466 89,50% .* 45 ")
        self.assertIn("Biểu 2. Số lượng, tỷ lệ từng nội dung", text)
        for words in ("huyện", "trực thuộc"):
            self.assertNotIn(words, text)

    def test_accounts(self):
        """What the summary alone prints has an account."""
        figures = {row["id"]: row["account"] for row in table("figures", self.file, "--document", "summary")}
        for name in ("district/213/units/low", "question/A1/levels/share", "questions/sensitive"):
            self.assertRegex(figures[name], "[À-ỹ]")

    def test_own_template(self):
        """An office writes it otherwise, chart and tables too."""
        template = self.folder / "summary.txt"
        template.write_text("@title TÓM TẮT\nCó {counted} phiếu.\n@chart questions {?questions/told}Hình {=1}. Kết quả\n@table scales\n",
                            encoding="utf-8")
        call("papers", self.file, "--template", f"summary={template}")
        text = self.read()
        call("papers", self.file, "--template", "summary=")
        for words in ("TÓM TẮT", "Có 4.466 phiếu.", "Hình 1. Kết quả"):
            self.assertIn(words, text)
        self.assertNotIn("TỔNG HỢP", text)
        self.assertIn("DỰ THẢO LẦN 2", self.read(None, "--draft", "2", "--internal"))

    def test_no_answers(self):
        """What a paper has no figures for is refused with its template, not when the paper is due."""
        campaign = self.make_copy("list")
        call("choose", campaign, "07291", "07627", "07438", "--reason", "tổ chức tốt")
        template = self.folder / "list.txt"
        tables = ("key", "questions", "scales", "quotes", "themes", "results", "staff", "answers", "districts", "units", "low", "recognition")
        for line in ("@chart questions", *(f"@table {name}" for name in tables)):
            template.write_text(f"@title DANH SÁCH\n{line}\n", encoding="utf-8")
            refused = call("papers", campaign, "--template", f"list={template}", code=1)
            self.assertIn(line.split()[1], refused.stderr)
        template.write_text("@title DANH SÁCH\n@table participation\n@table collectives\n", encoding="utf-8")
        call("papers", campaign, "--template", f"list={template}")
        path = self.folder / "list.pdf"
        call("report", campaign, "--document", "list", "--output", path)
        text = read_pdf(path)
        self.assertIn("Xã Tân Sỏi", text)
        self.assertIn("Thành phố Bắc Giang", text)


if __name__ == "__main__":
    main()
