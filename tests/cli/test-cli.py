#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-cli.py KHAOSAT-CLI DATA: the whole job by the command line, then wrong files and wrong words."""
import csv
import hashlib
import io
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

CLI, DATA = sys.argv[1], pathlib.Path(sys.argv[2])
KEY = "6b68616f7361742d64656d6f2d6b65792d6e6f742d666f722d7265616c2d7573"
DAY = DATA / "day-2024-04-01"


def call(*words, code=0, env=None):
    done = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, timeout=120,
                          env={**os.environ, **(env or {})})
    assert done.returncode == code, (words, done.returncode, done.stdout[-300:], done.stderr)
    return done


def table(*words, **options):
    return list(csv.DictReader(io.StringIO(call(*words, **options).stdout)))


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


class WholeJob(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="ks-cli-"))
        cls.file = cls.folder / "day.khaosat"
        call("new", cls.file, "--title", "PKS 01", "--day", "2024-04-01", "--id", "PKS01-2024", "--key", KEY,
             "--units", DAY / "units.csv", "--template", "https://example.org/f?u={token}")
        cls.first = table("import", cls.file, DAY / "google-native.csv")[0]
        call("reports", cls.file, "--import", DAY / "reports.csv")
        call("posts", cls.file, "--import", DAY / "posts.csv")
        cls.truth = json.loads((DAY / "truth.json").read_text())

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def test_import(self):
        self.assertEqual(list(self.first), "file source rows added known counted waiting token_mismatch unknown_unit "
                                           "outside_window incomplete".split())
        self.assertEqual([self.first[k] for k in list(self.first)[2:]],
                         ["4487", "4487", "0", "4466", "21", "5", "4", "12", "0"])

    def test_again_changes_nothing(self):
        before = call("log", self.file).stdout
        for name in ("google-native.csv", "google-sheet-vi.csv"):
            again = table("import", self.file, DAY / name)[0]
            self.assertEqual((again["added"], again["known"]), ("0", "4487"))
        self.assertEqual(call("log", self.file).stdout, before)

    def test_links_and_units(self):
        links = {row["code"]: row for row in table("links", self.file)}
        self.assertEqual(len(links), 209)
        self.assertEqual(links["07210"]["token"], "07210-5M5RYJ")
        self.assertEqual(links["07210"]["url"], "https://example.org/f?u=07210-5M5RYJ")
        self.assertEqual(sum(int(row["staff"]) for row in table("units", self.file)), 4990)

    def test_print_and_prove(self):
        for layout in ("annex", "poster"):
            pdf = self.folder / f"{layout}.pdf"
            call("print", self.file, "--layout", layout, "--district", "213", "--output", pdf)
            self.assertIn("16 of 16 proven", call("prove", self.file, "--pdf", pdf).stdout)
        whole = self.folder / "whole.pdf"
        call("print", self.file, "--layout", "annex", "--output", whole)
        self.assertEqual(call("prove", self.file, "--pdf", whole).stdout, "209 of 209 proven\n")
        other = self.folder / "other.khaosat"
        call("new", other, "--title", "khác", "--day", "2024-04-01", "--template", "https://example.org/f?u={token}")
        self.assertIn("0 of 209 proven", call("prove", other, "--pdf", whole, code=1).stdout)

    def test_rows(self):
        rows = table("rows", self.file, "--state", "waiting")
        self.assertEqual(len(rows), 21)
        sentences = "\n".join(row["reason"] for row in rows)
        self.assertEqual(sentences.count("Mã khảo sát không khớp"), 5)
        self.assertEqual(sentences.count("Phiếu chưa xác định được đơn vị"), 4)
        self.assertEqual(sentences.count("ngoài thời gian khảo sát"), 12)
        self.assertEqual(list(rows[0]), ["id", "file", "row", "unit", "state", "reason"])

    def test_participation(self):
        province = table("participation", self.file)[0]
        self.assertEqual((province["staff"], province["answers"], province["rate"]), ("4990", "4466", "0.8950"))
        units = {row["scope"]: row for row in table("participation", self.file, "--by", "unit")}
        for code, unit in self.truth["units"].items():
            self.assertEqual((int(units[code]["staff"]), int(units[code]["answers"])), (unit["staff"], unit["valid"]))
        self.assertEqual(len(table("participation", self.file, "--by", "district")), 10)

    def test_tally(self):
        counts = {}
        for row in table("tally", self.file, "--by", "province"):
            counts.setdefault(row["question"], {})[row["label"]] = row["count"]
        for question, expected in self.truth["totals"].items():
            if isinstance(expected, dict):
                self.assertEqual({k: int(v) for k, v in counts[question].items()}, expected)

    def test_tally_same_under_any_locale(self):
        plain = call("tally", self.file, "--by", "district").stdout
        for env in ({"LC_ALL": "C", "TZ": "America/New_York"}, {"LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"},
                    {"KHAOSAT_LANGUAGE": "en"}):
            self.assertEqual(call("tally", self.file, "--by", "district", env=env).stdout, plain)

    def test_formats(self):
        rows = json.loads(call("participation", self.file, "--format", "json").stdout)
        self.assertEqual(rows[0]["answers"], 4466)
        local = call("participation", self.file, "--locale", "vi").stdout
        self.assertTrue(local.startswith("\ufeffscope;name;"))
        self.assertIn("0,8950", local)

    def test_shortlist_and_choose(self):
        ranking = table("shortlist", self.file)
        over = {row["code"]: row for row in ranking}["07348"]
        self.assertEqual((over["eligible"], over["rank"]), ("0", ""))
        self.assertIn("nhiều hơn", over["reason"])
        top = [row["code"] for row in table("shortlist", self.file, "--size", "4")]
        self.assertEqual(top, ["07291", "07438", "07738", "07855"])
        call("choose", self.file, *top, "--reason", "tổ chức tốt")
        self.assertIn("choose", [row["action"] for row in table("log", self.file)])
        refused = call("choose", self.file, "07291", "07438", "07348", "--reason", "x", code=1)
        self.assertEqual(refused.stderr.count("\n"), 1)

    def test_summary(self):
        first, second = self.folder / "a.pdf", self.folder / "b.pdf"
        call("report", self.file, "--document", "summary", "--output", first)
        call("report", self.file, "--document", "summary", "--output", second)
        self.assertEqual(digest(first), digest(second))
        text = subprocess.run(["pdftotext", "-layout", first, "-"], capture_output=True, text=True).stdout
        for words in ("4.466", "4.990", "89,50%", "SỐ LIỆU SƠ BỘ"):
            self.assertIn(words, text)
        self.assertNotRegex(text, r"\bD[12]\b")

    def test_check(self):
        self.assertEqual(call("check", self.file).stdout, "ok\n")
        broken = self.folder / "broken.khaosat"
        shutil.copy(self.file, broken)
        db = sqlite3.connect(broken)
        db.execute("UPDATE response SET answers = replace (answers, '1', '2') WHERE id = 100")
        db.execute("UPDATE log SET actor = 'x' WHERE seq = 1")
        db.commit()
        db.close()
        self.assertEqual(call("check", broken, code=1).stdout.count("\n"), 2)


class WrongWords(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ks-cli-"))
        self.file = self.folder / "a.khaosat"
        call("new", self.file, "--title", "A", "--day", "2024-04-01", "--id", "PKS01-2024", "--key", KEY)

    def tearDown(self):
        shutil.rmtree(self.folder)

    def assert_refused(self, *words, code=1):
        before = call("log", self.file).stdout
        done = call(*words, code=code)
        lines = done.stderr.strip().splitlines()
        self.assertEqual(len(lines), 1, done.stderr)
        self.assertTrue(re.search("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáèéìíòóùúý]", lines[0]), lines[0])
        self.assertEqual(call("log", self.file).stdout, before)
        self.assertEqual(call("check", self.file).stdout, "ok\n")

    def test_wrong_files(self):
        files = {"anh.csv": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "rong.csv": b"", "bang.csv": b"a,b\n1,2\n",
                 "cut.csv": (DAY / "google-native.csv").read_bytes()[:-700]}
        for name, content in files.items():
            (self.folder / name).write_bytes(content)
            self.assert_refused("import", self.file, self.folder / name)
        self.assert_refused("import", self.file, self.folder / "missing.csv")
        self.assert_refused("import", self.file, self.file)

    def test_no_link_no_print(self):
        self.assert_refused("print", self.file, "--layout", "poster", "--output", self.folder / "x.pdf")
        self.assertFalse((self.folder / "x.pdf").exists())

    def test_no_place(self):
        call("links", self.file, "--template", "https://example.org/f?u={token}")
        self.assert_refused("print", self.file, "--layout", "annex", "--output", f"{self.file}/x.pdf")
        self.assert_refused("print", self.file, "--layout", "annex", "--output", self.folder / "none" / "x.pdf")

    def test_bad_links(self):
        for link in ("ftp://a/{token}", "https://a/", "https://a/{token}{token}", "https://u:p@a/{token}"):
            self.assert_refused("links", self.file, "--template", link)

    def test_usage(self):
        self.assert_refused("tally", self.file, "--by", "house", code=2)
        self.assert_refused("shortlist", self.file, "--size", "9", code=2)
        call("nothing", code=2)
        call(code=2)
        self.assert_refused("new", self.file, "--title", "B", "--day", "2024-04-01")

    def test_campaigns_that_are_none(self):
        foreign = self.folder / "b.khaosat"
        for content in (b"", b"hello", (DAY / "truth.json").read_bytes()):
            foreign.write_bytes(content)
            before = digest(foreign)
            done = call("check", foreign, code=1)
            self.assertEqual(done.stderr.count("\n"), 1)
            self.assertEqual(digest(foreign), before)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
