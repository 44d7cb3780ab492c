#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-encodings.py KHAOSAT-CLI DATA: the same lists and answers in the encodings that offices have."""
import csv
import itertools
import json
import subprocess
import unicodedata

from cli import DAY, FolderCase, call, content, main, make_campaign, table

TONES = "\u0300\u0301\u0303\u0309\u0323"


def split_tones(text):
    """Letters as Windows-1258 has them: those with a tone as letter and tone."""
    result = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in TONES)
        bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
        result.append(bare + tone)
    return "".join(result)


def encode(text, encoding):
    if encoding == "windows-1258":
        return split_tones(text).encode("cp1258", errors="replace")
    if encoding == "tcvn3":
        return subprocess.run(["iconv", "-f", "UTF-8", "-t", "TCVN"], input=text.encode(), capture_output=True,
                              check=True).stdout
    return text.encode({"utf-16": "utf-16-le", "utf-8": "utf-8-sig"}[encoding])


class Encodings(FolderCase):
    @classmethod
    def fill(cls):
        cls.file = cls.folder / "a.khaosat"
        cls.list = cls.folder / "list.csv"
        cls.text = (DAY / "units.csv").read_text(encoding="utf-8")
        make_campaign(cls.file, "--units", DAY / "units.csv")
        cls.units = table("units", cls.file)

    def test_recognised(self):
        for encoding in ("utf-8", "utf-16", "windows-1258", "tcvn3"):
            with self.subTest(encoding):
                self.list.write_bytes(encode(self.text, encoding))
                call("units", self.file, "--import", self.list)
                self.assertEqual(table("units", self.file), self.units)
                call("units", self.file, "--import", self.list, "--encoding", encoding)
                self.assertEqual(table("units", self.file), self.units)

    def test_asked(self):
        """Few words prove nothing: the program asks in one line, changes nothing, and obeys."""
        self.list.write_bytes(b"code,name\n07318,Ph\xf3c S\xacn\n")
        before = content(self.file)
        refused = call("units", self.file, "--import", self.list, code=1, env={"KHAOSAT_LANGUAGE": "en"}).stderr
        self.assertIn("tcvn3 “07318,Phúc Sơn”", refused)
        self.assertEqual(refused.count("\n"), 1)
        self.assertEqual(content(self.file), before)
        row, = table("units", self.file, "--import", self.list, "--encoding", "tcvn3", "--dry-run")
        self.assertEqual((row["given"], row["code"], row["how"]), ("Phúc Sơn", "07318", "code"))

    def test_unknown(self):
        wrong = call("units", self.file, "--import", self.list, "--encoding", "latin1", code=2)
        self.assertIn("latin1", wrong.stderr)

    def test_answers(self):
        text = unicodedata.normalize("NFC", (DAY / "google-sheet-vi.csv").read_text(encoding="utf-8"))
        answers = self.folder / "answers.csv"
        for encoding in ("utf-16", "windows-1258"):
            with self.subTest(encoding):
                answers.write_bytes(encode(text, encoding))
                for words in ((), ("--encoding", encoding)):
                    row, = table("import", self.file, answers, "--dry-run", *words)
                    self.assertEqual((row["rows"], row["counted"], row["waiting"]), ("4487", "4466", "21"))

    def test_signs(self):
        """Whatever parts the cells, quoted or not, the day's figures are the same."""
        with open(DAY / "google-sheet-vi.csv", newline="", encoding="utf-8") as source:
            rows = list(csv.reader(source))
        answers = self.folder / "signs.csv"
        for sign, quoting in itertools.product(";\t|^~", (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)):
            with self.subTest(sign=sign, quoting=quoting):
                with open(answers, "w", newline="", encoding="utf-8") as target:
                    csv.writer(target, delimiter=sign, quoting=quoting).writerows(rows)
                row, = table("import", self.file, answers, "--dry-run")
                self.assertEqual((row["rows"], row["counted"], row["waiting"]), ("4487", "4466", "21"))

    def write_doubtful(self, header, *rows):
        """Too few letters with marks to be sure of anything."""
        answers = self.folder / "few.csv"
        answers.write_bytes(encode("\n".join([header, *rows]) + "\n", "tcvn3"))
        return answers

    def test_kept(self):
        """Once it is said how a header's letters are written, the next file asks nothing, and says so."""
        file = self.folder / "kept.khaosat"
        ways = self.folder / "ways.json"
        english = {"KHAOSAT_LANGUAGE": "en"}
        make_campaign(file, "--units", DAY / "units.csv")
        rows = "01/04/2024 8:05:12,0,Tốt", "01/04/2024 8:06:12,0,Khá"
        answers = self.write_doubtful("Time,Ma don vi,A1", rows[0])
        before = content(file)
        self.assertIn("--encoding", call("import", file, answers, code=1, env=english).stderr)
        self.assertEqual(content(file), before)
        row, = table("import", file, answers, "--encoding", "tcvn3")
        self.assertEqual((row["rows"], row["added"]), ("1", "1"))
        answers = self.write_doubtful("Time,Ma don vi,A1", *rows)
        said = call("import", file, answers, env=english)
        self.assertIn("as was chosen for a file with this header before", said.stderr)
        self.assertIn(",2,1,1,", said.stdout)
        self.assertNotIn("name no option", said.stderr)
        call("recipe", file, "--export", ways)
        self.assertEqual(json.loads(ways.read_text())["version"], 2)
        self.assertEqual(json.loads(ways.read_text())["recipes"][0]["encoding"], "tcvn3")
        other = self.write_doubtful("Time,Ma don vi,A2", *rows)
        self.assertIn("--encoding", call("import", file, other, code=1, env=english).stderr)
        file.unlink()
        make_campaign(file, "--units", DAY / "units.csv")
        call("recipe", file, "--import", ways)
        row, = table("import", file, self.write_doubtful("Time,Ma don vi,A1", *rows))
        self.assertEqual(row["added"], "2")
        answers.write_bytes("Time,Ma don vi,A1\n01/04/2024 8:09:12,0,Tốt\n".encode())
        self.assertNotIn("name no option", call("import", file, answers, env=english).stderr)


if __name__ == "__main__":
    main()
