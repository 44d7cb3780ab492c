#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-cli-form.py KHAOSAT-CLI DATA: the form by the command line: shown, written, read, proposed, kept in versions."""
import json
import sqlite3

from cli import DATA, DAY, TEMPLATE, FolderCase, call, content, main, make_campaign, table

SCHEMA = DATA.parents[1] / "src" / "store" / "schema" / "0001-campaign.sql"
COLUMNS = "id section type text short options good poor dont_know key sensitive".split()


class Form(FolderCase):
    @classmethod
    def fill(cls):
        cls.file = cls.folder / "day.khaosat"
        make_campaign(cls.file, "--units", DAY / "units.csv", "--template", TEMPLATE)

    def make(self, name, *words):
        path = self.folder / name
        make_campaign(path, "--units", DAY / "units.csv", "--template", TEMPLATE, *words)
        return path

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def export(self, campaign, name="out.json"):
        call("form", campaign, "--export", self.folder / name)
        return (self.folder / name).read_bytes()

    def test_questions(self):
        rows = table("form", self.file)
        self.assertEqual(list(rows[0]), COLUMNS)
        self.assertEqual(len(rows), 23)
        by_id = {row["id"]: row for row in rows}
        self.assertEqual(by_id["D4"]["good"], "Rất hài lòng;Hài lòng")
        self.assertEqual(by_id["D4"]["poor"], "Không hài lòng;Rất không hài lòng")
        self.assertEqual((by_id["D4"]["key"], by_id["D1"]["sensitive"], by_id["A1"]["sensitive"]), ("1", "1", "0"))
        self.assertEqual(by_id["A1"]["dont_know"], "Không biết/không có ý kiến")
        self.assertEqual((by_id["A1"]["type"], by_id["A6"]["type"], by_id["E1"]["type"]), ("scale", "multi", "text"))

    def test_round_trip(self):
        first = self.export(self.file, "a.json")
        for name in ("b.json", "b.csv", "b.xlsx"):
            other = self.make(f"{name}.khaosat", "--form", self.write("none.json", json.dumps(
                {"id": "X", "title": "X", "profile": [{"id": "Q", "type": "text", "text": "?"}]})))
            self.export(self.file, name)
            call("form", other, "--import", self.folder / name)
            self.assertEqual(self.export(other), first)
            before = content(other)
            self.assertIn("không thay đổi gì", call("form", other, "--import", self.folder / name).stderr)
            self.assertEqual(content(other), before)

    def test_template_makes_a_campaign(self):
        call("form", self.file, "--template", self.folder / "mau.xlsx")
        path = self.make("mau.khaosat", "--form", self.folder / "mau.xlsx")
        self.assertEqual([row["type"] for row in table("form", path)], ["single", "scale", "scale", "multi", "text"])

    def test_print(self):
        first, second = self.folder / "a.pdf", self.folder / "b.pdf"
        for path in (first, second):
            call("form", self.file, "--print", path)
        self.assertTrue(first.read_bytes().startswith(b"%PDF"))
        self.assertEqual(first.read_bytes(), second.read_bytes())

    def test_export_of_answers(self):
        path = self.make("moi.khaosat")
        before = content(path)
        rows = table("form", path, "--import", DAY / "google-native.csv", "--dry-run")
        self.assertEqual(list(rows[0]), [*COLUMNS, "unsure"])
        self.assertEqual(len(rows), 23)
        self.assertTrue(rows[0]["unsure"] and not rows[2]["unsure"])
        done = call("form", path, "--import", DAY / "google-native.csv", code=1)
        self.assertIn("--confirm", done.stderr)
        self.assertEqual(content(path), before)
        call("form", path, "--import", DAY / "google-native.csv", "--confirm")
        counts = table("import", path, DAY / "google-native.csv")[0]
        self.assertEqual((counts["counted"], counts["waiting"]), ("4466", "21"))
        truth = json.loads((DAY / "truth.json").read_text())
        self.assertEqual(sum(int(row["count"]) for row in table("tally", path, "--question", "Q19")
                             if row["choice"] == "1"), truth["totals"]["D4"]["Rất hài lòng"])

    def test_versions(self):
        path = self.make("phien.khaosat")
        call("import", path, DAY / "google-native.csv")
        form = json.loads(self.export(path))
        question = form["sections"][0]["questions"][0]
        question["text"] = "Câu viết lại"
        call("form", path, "--import", self.write("w.json", json.dumps(form)))
        log = [json.loads(row["payload"]) for row in table("log", path) if row["action"] in ("import", "import-form")]
        self.assertEqual((log[0]["form_version"], log[1]["version"], log[1]["answers"]), (1, 2, 4487))
        self.assertEqual(call("check", path).returncode, 0)
        before = content(path)
        question["sensitive"] = True
        for words in ((), ("--dry-run",)):
            done = call("form", path, "--import", self.write("s.json", json.dumps(form)), *words, code=1)
            self.assertIn("Câu A1", done.stderr)
            self.assertIn("phải giữ nguyên", done.stderr)
            self.assertEqual(done.stderr.count("\n"), 1)
        self.assertEqual(content(path), before)

    def test_refusals(self):
        cases = {
            "loai.csv": ("Loại,Nội dung\nhình tròn,Câu\n", "dòng 2, cột “Loại”"),
            "trung.csv": ("Mã câu,Loại,Nội dung\nA1,ý kiến viết,a\nA1,ý kiến viết,b\n", "A1"),
            "hong.json": ('{"id":"a","title":"b","sections":[{"id":"A","title":"x","questions":[{"id":"A1"}]}]}',
                          "Câu hỏi A1"),
            "dai.json": ('{"id":"a","title":"%s"}' % ("x" * 65536), "4000"),
            "trong.json": ("", "trong.json"),
            "sai.json": ('{\n  "id": x}', "dòng 2"),
            "xa.csv": ("Mã ĐVHC,Tên đơn vị,Đảng ủy\n07201,Phường Thọ Xương,6\n", "danh sách đơn vị"),
        }
        before = content(self.file)
        for name, (text, says) in cases.items():
            done = call("form", self.file, "--import", self.write(name, text), code=1)
            self.assertIn(says, done.stderr)
            self.assertIn(name, done.stderr)
            self.assertEqual((done.stderr.count("\n"), done.stdout), (1, ""))
        self.assertEqual(call("form", self.file, "--dry-run", code=2).stdout, "")
        self.assertEqual(content(self.file), before)

    def test_file_of_the_first_format(self):
        old = self.folder / "cu.khaosat"
        new = sqlite3.connect(self.file)
        db = sqlite3.connect(old)
        db.executescript(SCHEMA.read_text())
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        gone = {"given", "choice"}  # kept otherwise since versions 12 and 16
        for name in (name for name in tables if name not in gone):
            columns = ",".join(row[1] for row in db.execute(f"PRAGMA table_info ({name})"))
            rows = new.execute("SELECT 'CU', json FROM form_version" if name == "form"
                               else f"SELECT {columns} FROM {name}").fetchall()
            for row in rows:
                db.execute(f"INSERT INTO {name} ({columns}) VALUES ({','.join('?' * len(row))})", row)
        db.execute("PRAGMA application_id = 0x4b534154")
        db.execute("PRAGMA user_version = 1")
        db.commit()
        db.close()
        new.close()
        self.assertEqual(call("form", old).stdout, call("form", self.file).stdout)
        self.assertEqual(table("import", old, DAY / "google-native.csv")[0]["counted"], "4466")
        call("check", old)


main()
