# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls khaosat-cli as a script does. CLI and DATA come from the words of the test: KHAOSAT-CLI DATA."""
import csv
import hashlib
import io
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
import unittest

CLI, DATA = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
DAY = DATA / "day-2024-04-01"
KEY = "6b68616f7361742d64656d6f2d6b65792d6e6f742d666f722d7265616c2d7573"
TEMPLATE = "https://example.org/f?u={token}"
VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáèéìíòóùúýãõũĩ]")


def call(*words, code=0, env=None):
    done = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, timeout=120,
                          env={**os.environ, **(env or {})})
    assert done.returncode == code, (words, done.returncode, done.stdout[-300:], done.stderr)
    return done


def table(*words, **options):
    return list(csv.DictReader(io.StringIO(call(*words, **options).stdout)))


def make_campaign(path, *words, campaign="PKS01-2024"):
    call("new", path, "--title", "PKS 01", "--day", "2024-04-01", "--id", campaign, "--key", KEY, *words)


def make_day(path):
    """The simulated day: sheets, reports and posts."""
    make_campaign(path, "--units", DAY / "units.csv", "--template", TEMPLATE)
    call("import", path, DAY / "google-native.csv")
    call("reports", path, "--import", DAY / "reports.csv")
    call("posts", path, "--import", DAY / "posts.csv")


def make_changed_day(folder, name, change, *words):
    """A campaign of the simulated day's sheets, whose rows were changed before it read them."""
    with open(DAY / "google-native.csv", encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    source, campaign = folder / f"{name}.csv", folder / f"{name}.khaosat"
    with open(source, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([header] + change(rows))
    make_campaign(campaign, "--units", DAY / "units.csv", "--template", TEMPLATE, *words)
    call("import", campaign, source)
    return campaign


def count_pages(path):
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", info)[1])


def read_pdf(path, *words):
    text = subprocess.run(["pdftotext", *words, path, "-"], capture_output=True, text=True, check=True).stdout
    return unicodedata.normalize("NFC", " ".join(text.split()))


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def content(path):
    """All that a campaign holds. (Its bytes differ after each opening: SQLite counts changes of the journal.)"""
    db = sqlite3.connect(path)
    try:
        return hashlib.sha256("\n".join(db.iterdump()).encode()).hexdigest()
    finally:
        db.close()


class FolderCase(unittest.TestCase):
    """Tests that share a folder, made by fill() once."""

    @classmethod
    def fill(cls):
        pass

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="ks-cli-"))
        try:
            cls.fill()
        except BaseException:
            shutil.rmtree(cls.folder)
            raise

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)


def main():
    unittest.main(argv=sys.argv[:1])
