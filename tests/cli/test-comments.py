#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-comments.py KHAOSAT-CLI DATA: comments are read, sorted and quoted, and nothing leads from one to its unit."""
import collections
import csv
import json
import pathlib
import random
import re
import sqlite3
import subprocess

from cli import DAY, TEMPLATE, FolderCase, call, content, main, make_campaign, table

LEADERS = "Có nội dung phản ánh, tố cáo – báo cáo lãnh đạo"
BLACK = "▇▇▇"
HEADER, *ROWS = list(csv.reader((DAY / "google-native.csv").open(encoding="utf-8", newline="")))
E1, E2 = len(HEADER) - 2, len(HEADER) - 1


def rows_of(*codes):
    """Rows of those units that are proven and in time, by unit."""
    of = collections.defaultdict(list)
    for row in ROWS:
        if row[1][:5] in codes and row[0].startswith("2024/04/01") and re.fullmatch(r"\d{5}-\w{6}", row[1]):
            of[row[1][:5]].append(row)
    return of


DISTRICT_OF = {row["code"]: row["district_code"] for row in csv.DictReader((DAY / "units.csv").open(encoding="utf-8"))}
LARGE = collections.Counter(row[1][:5] for row in ROWS)
BY_DISTRICT = collections.defaultdict(list)
for code, n in LARGE.items():
    if code in DISTRICT_OF and n >= 18:
        BY_DISTRICT[DISTRICT_OF[code]].append(code)
FIRST, SECOND = sorted(district for district, codes in BY_DISTRICT.items() if len(codes) >= 3)[:2]


class Comments(FolderCase):
    def setUp(self):
        self.file = self.folder / f"{self.id().rsplit('.', 1)[1]}.khaosat"
        make_campaign(self.file, "--units", DAY / "units.csv", "--template", TEMPLATE)

    def write(self, comments, name="answers.csv"):
        """A file of answers: code → what people of that unit write to E1 (and E2, where it is a pair)."""
        path = self.folder / f"{self.file.stem}-{name}"
        of = rows_of(*comments)
        with path.open("w", encoding="utf-8", newline="") as target:
            writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\n")
            writer.writerow(HEADER)
            for code, texts in comments.items():
                assert len(of[code]) >= len(texts), (code, len(of[code]), len(texts))
                for row, text in zip(of[code], texts):
                    e1, e2 = text if isinstance(text, tuple) else (text, "")
                    writer.writerow([*row[:E1], e1, e2])
        return path

    def take_in(self, comments, name="answers.csv"):
        call("import", self.file, self.write(comments, name))

    def take_in_one(self, n=12):
        """So many comments of one unit: it stands alone, and is read."""
        self.unit = BY_DISTRICT[FIRST][0]
        self.take_in({self.unit: [f"Ý kiến thứ {i} về công khai kinh phí" for i in range(n)]})
        return table("comments", self.file)

    def read_summary(self):
        """What the paper of the results says, without its line breaks."""
        paper = self.folder / "summary.pdf"
        call("report", self.file, "--document", "summary", "--output", paper)
        text = subprocess.run(["pdftotext", paper, "-"], capture_output=True, text=True, check=True).stdout
        paper.unlink()
        return " ".join(text.split())

    def texts(self, *words):
        return sorted(row["text"] for row in table("comments", self.file, *words))

    def test_list(self):
        rows = self.take_in_one()
        self.assertEqual(list(rows[0]), "number question theme text".split())
        self.assertEqual(len(rows), 12)
        self.assertEqual([int(row["number"]) for row in rows], sorted(int(row["number"]) for row in rows))
        self.assertEqual(rows, table("comments", self.file, "--scope", self.unit))
        self.assertEqual(self.texts("--search", "THU 7 ve"), ["Ý kiến thứ 7 về công khai kinh phí"])
        self.assertEqual(self.texts("--search", "không có"), [])
        self.assertEqual(table("comments", self.file, "--question", "E2"), [])
        call("comments", self.file, "--question", "A1", code=1)
        call("comments", self.file, "--scope", "99999", code=1)
        call("comments", self.file, "--theme", "Chưa có", code=1)
        call("comments", code=2)
        self.assertEqual([row["text"] for row in json.loads(call("comments", self.file, "--format", "json").stdout)],
                         [row["text"] for row in rows])

    def test_window(self):
        file = self.folder / "open.khaosat"
        make_campaign(file, "--units", DAY / "units.csv", "--template", TEMPLATE, "--to", "2099-01-01T00:00")
        call("import", file, DAY / "google-native.csv")
        before = content(file)
        for words in (["comments", file], ["tag", file, "1", "--theme", LEADERS], ["quote", file],
                      ["black-out", file, "1", "--text", "a"], ["quote", file, "1"]):
            self.assertIn("chưa kết thúc", call(*words, code=1).stderr)
        self.assertEqual([row["count"] for row in table("themes", file)], [""])
        self.assertEqual(content(file), before)

    def test_nine_and_ten(self):
        """A unit is read alone from ten comments on the question; the rest of its district holds none or ten."""
        big, small, other = BY_DISTRICT[FIRST][:3]
        far = BY_DISTRICT[SECOND][0]
        self.take_in({big: [f"lớn {i}" for i in range(10)], small: [f"nhỏ {i}" for i in range(9)],
                      other: ["khác"], far: [f"xa {i}" for i in range(11)]})
        of_district = self.texts("--scope", FIRST)
        self.assertEqual(len(of_district), 20)
        self.assertEqual(self.texts("--scope", big), sorted(f"lớn {i}" for i in range(10)))
        self.assertEqual(self.texts("--scope", small), of_district)
        self.assertEqual(self.texts("--scope", other), of_district)
        self.assertIn("chưa đủ ý kiến", call("comments", self.file, "--scope", small).stderr)
        self.assertEqual(len(self.texts()), 31)
        self.assertEqual(len(self.texts("--scope", far)), 11)

    def test_rest(self):
        """Nine comments of one unit would be what is left of the district: so the district is read as one."""
        big, small = BY_DISTRICT[FIRST][:2]
        self.take_in({big: [f"lớn {i}" for i in range(12)], small: [f"nhỏ {i}" for i in range(9)]})
        self.assertEqual(len(self.texts("--scope", big)), 21)
        self.assertEqual(len(self.texts("--scope", small)), 21)

    def test_rest_of_province(self):
        one, two = BY_DISTRICT[FIRST][0], BY_DISTRICT[SECOND][0]
        self.take_in({one: [f"lớn {i}" for i in range(12)], two: [f"nhỏ {i}" for i in range(9)]})
        for scope in (one, two, FIRST, SECOND):
            self.assertEqual(len(self.texts("--scope", scope)), 21)

    def test_too_few(self):
        rows = self.take_in_one(9)
        self.assertEqual(rows, [])
        self.assertIn("dưới 10 ý kiến", call("comments", self.file).stderr)

    def test_questions_apart(self):
        """Each question stands for itself, and numbers do not tell what one person wrote to both."""
        unit = BY_DISTRICT[FIRST][0]
        self.take_in({unit: [(f"một {i}", f"hai {i}" if i < 11 else "") for i in range(14)]})
        rows = table("comments", self.file)
        self.assertEqual(collections.Counter(row["question"] for row in rows), {"E1": 14, "E2": 11})
        order = {question: [row["text"].split()[1] for row in rows if row["question"] == question and
                            int(row["text"].split()[1]) < 11] for question in ("E1", "E2")}
        self.assertNotEqual(order["E1"], order["E2"])
        call("tag", self.file, *(row["number"] for row in rows), "--theme", LEADERS)
        self.assertEqual(table("themes", self.file), [{"theme": LEADERS, "count": "25"}])
        self.assertEqual(len(table("comments", self.file, "--theme", LEADERS, "--question", "E2")), 11)

    def test_attack(self):
        """Over many campaigns no pair of lists leaves a group of one to nine comments, and neither numbers nor their
        order follow the rows of the file."""
        rng = random.Random(7)
        for seed in range(8):
            self.file = self.folder / f"attack-{seed}.khaosat"
            make_campaign(self.file, "--units", DAY / "units.csv", "--template", TEMPLATE,
                          campaign=f"PKS{seed}")
            codes = BY_DISTRICT[FIRST][:3] + BY_DISTRICT[SECOND][:3]
            # Another campaign, other tokens and another shuffle.
            links = {row["code"]: row["token"] for row in table("links", self.file)}
            of = rows_of(*codes)
            path = self.folder / f"attack-{seed}.csv"
            given = []  # in the order of the file
            with path.open("w", encoding="utf-8", newline="") as target:
                writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\n")
                writer.writerow(HEADER)
                for code in codes:
                    for i in range(rng.choice([0, 1, 4, 5, 9, 10, 11, 17])):
                        row = list(of[code][i])
                        row[1] = links[code]
                        given.append(f"Ý {len(given)}")
                        writer.writerow([*row[:E1], given[-1], ""])
            call("import", self.file, path)
            lists = {scope: frozenset(row["text"] for row in table("comments", self.file, "--scope", scope))
                     for scope in codes + [FIRST, SECOND]}
            lists[""] = frozenset(row["text"] for row in table("comments", self.file))
            groups = set(lists.values())
            for whole in list(groups):
                parts = [part for part in groups if part < whole]
                rest = whole.difference(*parts) if parts else whole
                self.assertTrue(len(rest) == 0 or len(rest) >= 10, (seed, len(rest)))
                for part in parts:
                    self.assertGreaterEqual(len(whole - part), 10 if whole - part else 0)
            for scope, texts in lists.items():
                self.assertTrue(len(texts) == 0 or len(texts) >= 10, (seed, scope))
            if len(lists[""]) < 20:
                continue
            rows = table("comments", self.file)
            places = [given.index(row["text"]) for row in rows]
            self.assertLess(abs(correlate(places)), 0.6, seed)
            # Nothing beside the words is in the table.
            for row in rows:
                self.assertEqual(set(row), {"number", "question", "theme", "text"})

    def test_numbers_stay(self):
        rows = self.take_in_one()
        numbers = {row["text"]: row["number"] for row in rows}
        second = BY_DISTRICT[SECOND][0]
        self.take_in({second: [f"Sau {i}" for i in range(10)]}, "more.csv")
        later = {row["text"]: row["number"] for row in table("comments", self.file)}
        self.assertEqual({text: later[text] for text in numbers}, numbers)
        self.assertTrue(min(map(int, numbers.values())) < max(int(later[f"Sau {i}"]) for i in range(10)))
        self.assertTrue(max(map(int, numbers.values())) > min(int(later[f"Sau {i}"]) for i in range(10)))

    def test_themes(self):
        rows = self.take_in_one()
        self.assertEqual(table("themes", self.file), [{"theme": LEADERS, "count": "0"}])
        call("themes", self.file, "--add", "Kinh phí")
        self.assertIn("Kinh phí", call("themes", self.file, "--add", "kinh PHI", code=1).stderr)
        call("tag", self.file, rows[0]["number"], rows[3]["number"], "--theme", "kinh phi")
        self.assertEqual({row["theme"]: row["count"] for row in table("themes", self.file)},
                         {LEADERS: "0", "Kinh phí": "2"})
        self.assertEqual([row["number"] for row in table("comments", self.file, "--theme", "Kinh phí")],
                         [rows[0]["number"], rows[3]["number"]])
        # Of a unit a count under five is not told.
        self.assertEqual({row["theme"]: row["count"] for row in table("themes", self.file, "--scope", self.unit)},
                         {LEADERS: "0", "Kinh phí": ""})
        call("tag", self.file, *(row["number"] for row in rows[:6]), "--theme", "Kinh phí")
        self.assertEqual(table("themes", self.file, "--scope", self.unit)[1]["count"], "6")
        call("themes", self.file, "--rename", "Kinh phí", "Tài chính, tài sản")
        self.assertEqual(table("comments", self.file, "--search", rows[0]["text"])[0]["theme"], "Tài chính, tài sản")
        call("tag", self.file, rows[0]["number"], "--theme", "Tài chính, tài sản", "--remove")
        self.assertEqual(table("themes", self.file)[1]["count"], "5")
        call("themes", self.file, "--remove", "Tài chính, tài sản")
        self.assertEqual(table("themes", self.file), [{"theme": LEADERS, "count": "0"}])
        before = content(self.file)
        call("themes", self.file, "--remove", LEADERS, code=1)
        call("themes", self.file, "--rename", LEADERS, "Khác", code=1)
        call("themes", self.file, "--rename", "Khác", code=2)
        call("themes", self.file, "--add", "  ", code=1)
        call("tag", self.file, rows[0]["number"], "12345", "--theme", LEADERS, code=1)
        call("tag", self.file, "một", "--theme", LEADERS, code=2)
        call("tag", self.file, rows[0]["number"], code=2)
        self.assertEqual(content(self.file), before)
        self.assertEqual(call("check", self.file).stdout, "ok\n")

    def test_themes_that_leave(self):
        """What papers tell, on record: no theme that keeps comments out, none of nobody, none beside figures of before."""
        rows = self.take_in_one(12)
        numbers = [row["number"] for row in rows]
        for name in ("Kinh phí", "Không ai"):
            call("themes", self.file, "--add", name)
        call("tag", self.file, *numbers[:3], "--theme", "Kinh phí")
        call("tag", self.file, *numbers[2:5], "--theme", LEADERS)
        self.assertEqual(table("themes", self.file, "--given"), [{"theme": "Kinh phí", "count": "3"}])
        out, = table("given", self.file)
        self.assertEqual((out["document"], out["scope"]), ("themes", ""))
        call("themes", self.file, "--given", "--scope", self.unit, code=2)
        # Two sheets more: the figures stand as they were, and no count tells what these two wrote.
        of = rows_of(self.unit)[self.unit]
        path = self.folder / "more.csv"
        with path.open("w", encoding="utf-8", newline="") as target:
            writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\n")
            writer.writerow(HEADER)
            for row in of[12:14]:
                writer.writerow([*row[:E1], "Thêm về kinh phí", ""])
        call("import", self.file, path)
        more = [row["number"] for row in table("comments", self.file) if row["text"] == "Thêm về kinh phí"]
        call("tag", self.file, *more, "--theme", "Kinh phí")
        self.assertEqual(table("themes", self.file, "--given"), [])
        counts = {row["theme"]: row["count"] for row in table("themes", self.file)}
        self.assertEqual(counts["Kinh phí"], "5")

    def test_findings_stay(self):
        """Sorting comments gives no reason to look for findings anew, which costs."""
        rows = self.take_in_one()
        call("findings", self.file)
        call("themes", self.file, "--add", "Kinh phí")
        call("themes", self.file, "--rename", "Kinh phí", "Tài chính")
        call("tag", self.file, rows[0]["number"], "--theme", "Tài chính")
        call("tag", self.file, rows[0]["number"], "--theme", "Tài chính", "--remove")
        call("black-out", self.file, rows[0]["number"], "--text", "kinh phí")
        call("black-out", self.file, rows[0]["number"], "--text", "kinh phí", "--remove")
        call("quote", self.file, rows[0]["number"])
        call("quote", self.file, rows[0]["number"], "--remove")
        call("themes", self.file, "--remove", "Tài chính")
        call("findings", self.file)
        actions = [row["action"] for row in table("log", self.file)]
        self.assertEqual(actions.count("findings"), 1, actions)

    def test_next_campaign(self):
        """The next survey is sorted by the same themes; nothing of the comments goes along."""
        rows = self.take_in_one()
        call("themes", self.file, "--add", "Kinh phí")
        call("tag", self.file, rows[0]["number"], "--theme", "Kinh phí")
        after = self.folder / "after.khaosat"
        call("new", after, "--title", "PKS 02", "--day", "2025-04-01", "--previous", self.file)
        self.assertEqual([row["theme"] for row in table("themes", after)], [LEADERS, "Kinh phí"])
        self.assertEqual(table("comments", after), [])
        self.assertEqual(call("check", after).stdout, "ok\n")

    def test_black_out(self):
        unit = BY_DISTRICT[FIRST][0]
        told = ["Đồng chí Nguyễn Văn An gọi 0912 345 678 giúp đỡ", "xã Tân Dĩnh làm tốt", "Cần công khai hơn"]
        self.take_in({unit: told + [f"Ý {i}" for i in range(10)]})
        rows = {row["text"]: row["number"] for row in table("comments", self.file)}
        self.assertIn(f"Đồng chí {BLACK} gọi {BLACK} giúp đỡ", rows)
        self.assertIn(f"xã {BLACK} làm tốt", rows)
        number = rows["Cần công khai hơn"]
        call("black-out", self.file, number, "--text", "CONG khai")
        self.assertIn(f"Cần {BLACK} hơn", self.texts())
        call("black-out", self.file, number, "--text", "hơn")
        self.assertIn(f"Cần {BLACK} {BLACK}", self.texts())
        call("black-out", self.file, number, "--text", "công khai", "--remove")
        self.assertIn(f"Cần công khai {BLACK}", self.texts())
        # What is only proposed can be left readable.
        call("black-out", self.file, rows[f"xã {BLACK} làm tốt"], "--text", "Tân Dĩnh", "--remove")
        self.assertIn("xã Tân Dĩnh làm tốt", self.texts())
        before = content(self.file)
        call("black-out", self.file, number, "--text", "không có ở đó", code=1)
        call("black-out", self.file, number, code=2)
        self.assertEqual(content(self.file), before)
        log = call("log", self.file).stdout
        for words in ("công khai", "Nguyễn", "0912", "Tân Dĩnh"):
            self.assertNotIn(words, log)

    def test_quotes(self):
        unit = BY_DISTRICT[FIRST][0]
        self.take_in({unit: ["Đồng chí Nguyễn Văn An chậm công khai kinh phí", "Cần sớm hơn"]
                     + [f"Ý {i}" for i in range(10)]})
        rows = {row["text"]: row["number"] for row in table("comments", self.file)}
        named, plain = rows[f"Đồng chí {BLACK} chậm công khai kinh phí"], rows["Cần sớm hơn"]
        call("quote", self.file, named)
        call("quote", self.file, plain, "--text", "Đề nghị làm sớm hơn")
        quotes = table("quote", self.file)
        self.assertEqual(list(quotes[0]), "number question theme text".split())
        self.assertEqual({row["text"] for row in quotes},
                         {f"Đồng chí {BLACK} chậm công khai kinh phí", "Đề nghị làm sớm hơn"})
        before = content(self.file)
        self.assertIn("đã che",
                      call("quote", self.file, named, "--text", "Ông nguyen van an chậm công khai", code=1).stderr)
        name = next(row["name"] for row in table("units", self.file) if row["code"] == BY_DISTRICT[SECOND][1])
        self.assertIn(name, call("quote", self.file, plain, "--text", f"Ở {name.lower()} cần sớm hơn", code=1).stderr)
        call("quote", self.file, plain, "--text", " ", code=1)
        call("quote", self.file, "--text", "gì đó", code=2)
        self.assertEqual(content(self.file), before)
        self.assertIn("– “Đề nghị làm sớm hơn”", self.read_summary())
        # What is blacked out later is out of the quote too.
        call("black-out", self.file, named, "--text", "kinh phí")
        self.assertIn(f"Đồng chí {BLACK} chậm công khai {BLACK}", {row["text"] for row in table("quote", self.file)})
        # The leaders' theme keeps a comment out, picked before or not.
        call("tag", self.file, plain, "--theme", LEADERS)
        self.assertNotIn("Đề nghị làm sớm hơn", call("quote", self.file).stdout)
        paper = self.read_summary()
        self.assertIn(f"– “Đồng chí {BLACK} chậm công khai {BLACK}”", paper)
        for words in ("Đề nghị làm sớm hơn", "Nguyễn Văn An", "kinh phí”", "Cần sớm hơn"):
            self.assertNotIn(words, paper)
        self.assertIn(LEADERS, call("quote", self.file, plain, code=1).stderr)
        call("tag", self.file, plain, "--theme", LEADERS, "--remove")
        self.assertIn("Đề nghị làm sớm hơn", call("quote", self.file).stdout)
        call("quote", self.file, plain, "--remove")
        call("quote", self.file, plain, "--remove", code=1)
        self.assertEqual(len(table("quote", self.file)), 1)
        self.assertNotIn("Đề nghị", call("log", self.file).stdout)

    def test_with_the_row(self):
        """What stands beside a comment goes where its sheet goes."""
        unit, other = BY_DISTRICT[FIRST][:2]
        path = self.write({unit: [f"Ý kiến {i}" for i in range(12)]})
        call("import", self.file, path)
        rows = table("comments", self.file)
        number, text = rows[5]["number"], rows[5]["text"]
        call("tag", self.file, number, "--theme", LEADERS)
        call("black-out", self.file, number, "--text", text.split()[-1])
        call("quote", self.file, rows[6]["number"])
        kept = {row["number"]: row for row in table("comments", self.file)}

        sheet = sheet_of(self.file, text)
        call("decide", self.file, sheet, "exclude", "--reason", "Gửi hai lần")
        self.assertNotIn(number, {row["number"] for row in table("comments", self.file)})
        call("tag", self.file, number, "--theme", LEADERS, code=1)
        call("decide", self.file, sheet, "move", "--to", other, "--reason", "Nhầm đơn vị")
        self.assertEqual({row["number"]: row for row in table("comments", self.file)}, kept)

        call("withdraw", self.file, "1")
        self.assertEqual(table("comments", self.file), [])
        self.assertEqual(call("check", self.file).stdout, "ok\n")
        call("withdraw", self.file, "1", "--restore")
        self.assertEqual({row["number"]: row for row in table("comments", self.file)}, kept)

        # Withdrawn and imported anew the sheets are others, and have other numbers.
        call("withdraw", self.file, "1")
        call("import", self.file, path)
        self.assertEqual(sorted((row["theme"], row["text"]) for row in table("comments", self.file)),
                         sorted((row["theme"], row["text"]) for row in kept.values()))
        self.assertEqual([row["text"] for row in table("quote", self.file)], [rows[6]["text"]])
        self.assertEqual(call("check", self.file).stdout, "ok\n")

    def test_check(self):
        rows = self.take_in_one()
        call("tag", self.file, rows[0]["number"], "--theme", LEADERS)
        call("black-out", self.file, rows[0]["number"], "--text", "kinh phí")
        self.assertEqual(call("check", self.file).stdout, "ok\n")
        for change in ("UPDATE comment_theme SET theme = 9", "UPDATE comment_theme SET response = 9000",
                       "UPDATE comment_mark SET length = 900", "DELETE FROM theme"):
            path = self.folder / "broken.khaosat"
            path.write_bytes(pathlib.Path(self.file).read_bytes())
            file = sqlite3.connect(path)
            file.execute(change)
            file.commit()
            file.close()
            self.assertIn("ý kiến: ", call("check", path, code=1).stdout)


def sheet_of(path, text):
    file = sqlite3.connect(path)
    try:
        return file.execute("SELECT response FROM remark WHERE body = ?", (text,)).fetchone()[0]
    finally:
        file.close()


def correlate(places):
    """Of the order that is shown with the order of the file, -1 to 1."""
    n = len(places)
    mean = (n - 1) / 2
    spread = sum((i - mean) ** 2 for i in range(n))
    return sum((i - mean) * (place - mean) for i, place in enumerate(places)) / spread


main()
