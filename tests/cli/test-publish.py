#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves: figures are settled, stay as they were where few sheets change, and are corrected with a reason."""
import csv
import json
import re
import subprocess
import zipfile

from cli import DAY, TEMPLATE, VIETNAMESE, FolderCase, call, content, main, make_campaign, table

NOTE = "Số liệu gửi Ban Chỉ đạo"
WHY = "Phiếu nhập nhầm đơn vị"
WHO = "Trưởng Ban Dân vận"
PRELIMINARY = "SỐ LIỆU SƠ BỘ\n"


class Publish(FolderCase):
    def setUp(self):
        self.file = self.folder / (self.id().rsplit(".", 1)[-1] + ".khaosat")
        make_campaign(self.file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        call("import", self.file, DAY / "google-native.csv")

    def exclude_one(self):
        """Takes one sheet of the double ones out of the count."""
        finding = next(row for row in table("findings", self.file) if row["kind"] == "double")
        call("decide", self.file, finding["id"], "exclude", "--reason", WHY)
        return finding["code"]

    def plan(self):
        return {name: int(value) for name, value in table("publish", self.file, "--dry-run")[0].items()}

    def test_settle_and_correct(self):
        self.assertIn(PRELIMINARY, call("tally", self.file).stderr)
        self.assertEqual(self.plan() | {"units_to_check": 0}, {"sheets": 4466, "units": 209, "changed_units": 209, "held_units": 0,
                                                               "held_sheets": 0, "units_to_check": 0})
        self.plan()
        before = content(self.file)
        self.plan()
        self.assertEqual(content(self.file), before)
        done = call("publish", self.file, "--note", NOTE)
        self.assertRegex(done.stderr, VIETNAMESE)
        self.assertNotIn(PRELIMINARY, call("tally", self.file).stderr)
        out, = table("given", self.file)
        self.assertEqual((out["kind"], out["note"], out["document"]), ("published", NOTE, ""))
        self.assertEqual(call("publish", self.file, "--note", NOTE, code=1).stdout, "")

        self.exclude_one()
        after = self.plan()
        self.assertEqual((after["sheets"] < 4466, after["changed_units"]), (True, 0))
        self.assertGreater(after["held_units"], 0)
        self.assertIn("1", call("tally", self.file).stderr)
        refused = call("publish", self.file, "--note", NOTE, code=1)
        self.assertRegex(refused.stderr.splitlines()[-1], VIETNAMESE)
        corrected = call("publish", self.file, "--correct", "--reason", WHY, "--agreed", WHO)
        self.assertEqual(len(corrected.stderr.splitlines()), 2)  # what could be told from both, and that it was done
        self.assertEqual([row["kind"] for row in table("given", self.file)], ["published", "corrected"])
        self.assertEqual(table("given", self.file)[-1]["agreed"], WHO)
        self.assertEqual([row["action"] for row in table("log", self.file) if row["action"] in ("publish", "correct")], ["publish", "correct"])
        self.assertEqual(call("check", self.file).stdout, "ok\n")

    def test_ledger_of_papers(self):
        """Every paper with answers is on record; what it is made of says so."""
        call("report", self.file, "--document", "summary", "--output", self.folder / "a.pdf")
        call("publish", self.file, "--note", NOTE)
        call("report", self.file, "--document", "summary", "--output", self.folder / "b.pdf")
        self.assertEqual([(row["kind"], row["document"]) for row in table("given", self.file)],
                         [("preliminary", "summary"), ("published", ""), ("settled", "summary")])

    def test_charts(self):
        """Who took part is told at any time; answers leave on record; the same campaign gives the same bytes."""
        for kind in ("participation", "arrivals", "likert"):
            for ending, magic in ((".pdf", b"%PDF"), (".svg", b"<?xml"), (".png", b"\x89PNG")):
                path, again = self.folder / f"{kind}{ending}", self.folder / f"{kind}-2{ending}"
                for name in path, again:
                    self.assertEqual(call("chart", self.file, "--kind", kind, "--output", name).stdout, "")
                self.assertTrue(path.read_bytes().startswith(magic), path)
                self.assertEqual(path.read_bytes(), again.read_bytes(), path)
        self.assertEqual({row["document"] for row in table("given", self.file)}, {"chart-likert"})

    def test_wide_chart(self):
        """The table of colours of a long form has a page that lies, that of a short one a page that stands."""
        form = json.loads(self.save_form().read_text())
        texts = [self.repeat(section) for section in form["sections"]]
        texts = {text for section in texts for text in section}
        (self.folder / "wide.json").write_text(json.dumps(form))
        with (DAY / "google-native.csv").open(newline="") as file:
            rows = list(csv.reader(file))[:401]
        more = [column for column, text in enumerate(rows[0]) if text in texts]
        self.assertGreater(len(more), 10)
        rows = [row + [("Thêm: " if number == 0 else "") + row[column] for column in more] for number, row in enumerate(rows)]
        with (self.folder / "wide.csv").open("w", newline="") as file:
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
        wide = self.folder / "wide.khaosat"
        make_campaign(wide, "--units", DAY / "units.csv", "--form", self.folder / "wide.json", "--template", TEMPLATE)
        call("import", wide, self.folder / "wide.csv")
        for file, across in ((wide, 842), (self.file, 595)):
            call("chart", file, "--kind", "heat", "--output", self.folder / "heat.pdf")
            facts = subprocess.run(["pdfinfo", self.folder / "heat.pdf"], capture_output=True, text=True, check=True).stdout
            self.assertEqual(round(float(re.search(r"Page size: +([\d.]+)", facts)[1])), across)

    def save_form(self):
        path = self.folder / "form.json"
        call("form", self.file, "--export", path)
        return path

    @staticmethod
    def repeat(section):
        """Asks each question with a scale once more; gives their texts."""
        asked = [question for question in section["questions"] if "scale" in question]
        section["questions"] += [{key: value for key, value in question.items() if key not in ("key", "sensitive")}
                                 | {"id": question["id"] + "0", "text": "Thêm: " + question["text"]} for question in asked]
        return [question["text"] for question in asked]

    def test_export(self):
        """All figures of a scope: tables as a workbook, answers as text, charts as pages; the same bytes again."""
        for name in ("a.xlsx", "a.csv", "a.pdf"):
            path, again = self.folder / name, self.folder / ("2" + name)
            call("export", self.file, "--output", path)
            call("export", self.file, "--output", again)
            self.assertEqual(path.read_bytes(), again.read_bytes())
        text = (self.folder / "a.csv").read_text(encoding="utf-8-sig")
        self.assertIn("4466", text)
        self.assertIn(PRELIMINARY.strip(), text)
        self.assertNotIn("D1", text)  # a sensitive question stays on the desk's screen
        with zipfile.ZipFile(self.folder / "a.xlsx") as book:
            names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        self.assertEqual(len(names), len(set(names)))
        self.assertLessEqual({"Số phiếu", "Kết quả", "Tham gia", "Theo giờ"}, set(names))
        call("export", self.file, "--scope", "213", "--output", self.folder / "district.pdf")
        for words, code in (((), 2), (("--output", "a.doc"), 1), (("--scope", "07201", "--output", self.folder / "u.csv"), 1),
                            (("--scope", "1", "--output", self.folder / "u.csv"), 1)):
            done = call("export", self.file, *words, code=code)
            self.assertRegex(done.stderr, VIETNAMESE)
            self.assertFalse((self.folder / "u.csv").exists())

    def test_nobody_is_named(self):
        """No file of a district names a unit whose figures are being reconciled, or a unit of another district."""
        call("reports", self.file, "--import", DAY / "reports.csv")
        call("publish", self.file, "--note", NOTE)
        checking = {row["code"] for row in table("findings", self.file) if row["scope"] == "unit"}
        units = table("units", self.file)
        for district in sorted({row["district_code"] for row in units}):
            path = self.folder / f"{district}.xlsx"
            call("export", self.file, "--scope", district, "--output", path)
            with zipfile.ZipFile(path) as book:
                words = set(re.findall(r"<t[^>]*>([^<]*)</t>", book.read("xl/sharedStrings.xml").decode()))
            own = {row["name"] for row in units if row["district_code"] == district and row["code"] not in checking}
            others = {row["name"] for row in units if row["district_code"] != district or row["code"] in checking} - own
            self.assertEqual(words & others, set(), district)
            self.assertGreaterEqual(words, own, district)
            names = {row["district_name"] for row in units if row["district_code"] != district}
            self.assertFalse([word for word in words for name in names if name in word], district)
        unit = next(row for row in units if row["code"] not in checking)
        call("export", self.file, "--scope", unit["code"], "--output", self.folder / "unit.xlsx")
        with zipfile.ZipFile(self.folder / "unit.xlsx") as book:
            words = set(re.findall(r"<t[^>]*>([^<]*)</t>", book.read("xl/sharedStrings.xml").decode()))
        self.assertEqual(words & {row["name"] for row in units if row["code"] != unit["code"]}, set())

    def test_charts_refused(self):
        for words, code in ((("--kind", "pie", "--output", "a.pdf"), 2), (("--kind", "likert"), 2),
                            (("--kind", "likert", "--output", "a.jpg"), 1), (("--kind", "likert", "--scope", "99999", "--output", "a.pdf"), 1),
                            (("--kind", "likert", "--scope", "07201", "--output", "a.pdf"), 1),
                            (("--kind", "likert", "--output", "nowhere/a.pdf"), 1)):
            done = call("chart", self.file, *words, code=code)
            self.assertRegex(done.stderr, VIETNAMESE)
            self.assertEqual(done.stderr.count("\n"), 1)
        table("findings", self.file)
        call("publish", self.file, "--note", NOTE)
        call("chart", self.file, "--kind", "likert", "--scope", "07201", "--output", self.folder / "unit.pdf")

    def test_refused(self):
        table("findings", self.file)  # what needs checking is found before figures are settled
        before = content(self.file)
        for words, code in (((), 2), (("--correct",), 2), (("--correct", "--reason", WHY), 2), (("--reason", WHY, "--agreed", WHO), 2),
                            (("--note", "x" * 501), 1), (("--correct", "--reason", WHY, "--agreed", WHO), 1)):
            done = call("publish", self.file, *words, code=code)
            self.assertRegex(done.stderr, VIETNAMESE)
            self.assertEqual(done.stdout, "")
        self.assertEqual(content(self.file), before)


if __name__ == "__main__":
    main()
