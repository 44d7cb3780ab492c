#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-refusals.py KHAOSAT-CLI DATA: wrong files, wrong places and wrong words. Each is refused in one clear
Vietnamese line on standard error, and the campaign holds what it held."""
import os
import re
import shutil
import sqlite3
import zipfile

from cli import DAY, TEMPLATE, VIETNAMESE, FolderCase, call, content, digest, main, make_campaign, table

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0"
XLSX = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml"


class Refusals(FolderCase):
    @classmethod
    def fill(cls):
        cls.file = cls.folder / "dot.khaosat"
        make_campaign(cls.file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        call("import", cls.file, DAY / "google-native.csv")

    def make(self, name, data):
        path = self.folder / name
        path.write_bytes(data)
        return path

    def refuse(self, *words, code=1, names=""):
        done = call(*words, code=code)
        lines = done.stderr.splitlines()
        self.assertEqual(len(lines), 1, done.stderr)
        self.assertTrue(lines[0].startswith(f"khaosat-cli {words[0]}: "), lines[0])
        self.assertRegex(lines[0], VIETNAMESE)
        self.assertIn(str(names), lines[0])
        return done

    def refuse_unchanged(self, *words, **options):
        before = content(self.file)
        done = self.refuse(*words, **options)
        self.assertEqual(content(self.file), before, words)
        return done

    def wrong_tables(self):
        native = (DAY / "google-native.csv").read_bytes()
        return {
            "anh.csv": PNG,
            "bang tinh.csv": XLSX,
            "rong.csv": b"",
            "chi co BOM.csv": b"\xef\xbb\xbf",
            "khong.csv": bytes(5000),
            "cut.csv": native[:-700],
            "cut early.csv": native[:100_000],
            "khac.csv": b"a,b\n1,2\n",
        }

    def test_wrong_answers(self):
        for name, data in self.wrong_tables().items():
            done = self.refuse_unchanged("import", self.file, self.make(name, data), names=name)
            self.assertEqual(done.stdout, "")
        self.refuse_unchanged("import", self.file, self.folder / "không có.csv", names="không có.csv")
        self.refuse_unchanged("import", self.file, self.folder)
        self.refuse_unchanged("import", self.file, self.file, names="dot.khaosat")
        self.refuse_unchanged("import", self.file, DAY / "reports.csv", names="reports.csv")

    def test_wrong_reports_posts_units_links(self):
        for name, data in self.wrong_tables().items():
            path = self.make(name, data)
            self.refuse_unchanged("reports", self.file, "--import", path, names=name)
            self.refuse_unchanged("posts", self.file, "--import", path, names=name)
            self.refuse_unchanged("units", self.file, "--import", path, names=name)
            self.refuse_unchanged("links", self.file, "--set", path, names=name)
        for verb, word, other in (("reports", "--import", "posts"), ("posts", "--import", "reports"),
                                  ("units", "--import", "posts"), ("links", "--set", "units")):
            self.refuse_unchanged(verb, self.file, word, DAY / f"{other}.csv", names=f"{other}.csv")

    def test_a_wrong_row_is_named(self):
        good = (DAY / "reports.csv").read_text().splitlines()
        good[4] = good[4].replace(good[4].split(",")[0], "99999")
        path = self.make("dong 5.csv", "\n".join(good).encode())
        self.refuse_unchanged("reports", self.file, "--import", path, names="5")

    def test_several_files_come_in_together_or_not(self):
        file = self.folder / "trong.khaosat"
        make_campaign(file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        before = content(file)
        self.refuse("import", file, DAY / "google-native.csv", self.make("anh.csv", PNG), names="anh.csv")
        self.assertEqual(content(file), before)
        lines = table("import", file, DAY / "google-native.csv", DAY / "google-sheet-vi.csv")
        self.assertEqual([(line["added"], line["known"]) for line in lines], [("4487", "0"), ("0", "4487")])

    def test_answers_of_another_campaign(self):
        other = self.folder / "khac.khaosat"
        make_campaign(other, "--units", DAY / "units.csv", "--template", TEMPLATE, campaign="PKS02-2025")
        before = content(other)
        self.refuse("import", other, DAY / "google-native.csv", names="google-native.csv")
        self.assertEqual(content(other), before)

    def test_empty_files(self):
        """Are told as empty, not as files of another kind; an empty template is no wish for the program's own."""
        book = self.folder / "trang trong.xlsx"
        with zipfile.ZipFile(DAY / "google-sheet-vi.xlsx") as full, zipfile.ZipFile(book, "w") as empty:
            for name in full.namelist():
                data = full.read(name)
                if name.startswith("xl/worksheets/sheet"):
                    data = re.sub(rb"<sheetData>.*</sheetData>", b"<sheetData/>", data, flags=re.S)
                empty.writestr(name, data)
        for path in (book, self.make("trong.csv", b"")):
            self.assertRegex(self.refuse_unchanged("import", self.file, path, names=path.name).stderr, "không có (nội dung|dữ liệu)")
        blank = self.make("mau.txt", b" \r\n")
        self.assertIn("không có nội dung", self.refuse_unchanged("papers", self.file, "--template", f"report={blank}").stderr)
        wrong = self.make("mau sai.txt", "Có {phieu} phiếu".encode())
        self.assertIn("“Báo cáo kết quả khảo sát”, dòng 1", self.refuse_unchanged("papers", self.file, "--template", f"report={wrong}").stderr)
        self.assertIn("--add", self.refuse_unchanged("weights", self.file, "--values", DAY / "reports.csv").stderr)

    def strange_campaigns(self):
        """Files that are no campaign of ours, or no longer, with a word that their refusal says."""
        whole = self.file.read_bytes()
        newer, planted, foreign = (self.folder / name for name in ("moi.khaosat", "trigger.khaosat", "la.khaosat"))
        for path in (newer, planted):
            shutil.copy(self.file, path)
        for path, sql in ((newer, "PRAGMA user_version = 99"), (foreign, "CREATE TABLE a (b)"),
                          (planted, "CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM log; END")):
            db = sqlite3.connect(path)
            db.execute(sql)
            db.commit()
            db.close()
        middle = len(whole) // 2 // 4096 * 4096
        yield newer, "định dạng 99"
        yield planted, "không do chương trình này"
        yield foreign, "chương trình khác"
        yield self.make("hong.khaosat", whole[:middle] + bytes(range(256)) * 160 + whole[middle + 40960:]), "hỏng"
        yield self.make("cut.khaosat", whole[:middle + 1000]), "hỏng"
        yield self.make("anh.khaosat", PNG), "không phải tệp đợt khảo sát"
        yield self.make("rong.khaosat", b""), "tệp rỗng"

    def test_campaigns_that_are_none(self):
        for path, says in self.strange_campaigns():
            before = digest(path)
            for words in (("check",), ("participation",), ("tally",), ("log",), ("import", DAY / "google-native.csv"),
                          ("links", "--template", TEMPLATE), ("units", "--import", DAY / "units.csv"),
                          ("print", "--layout", "annex", "--output", self.folder / "none.pdf")):
                done = self.refuse(words[0], path, *words[1:], names=path.name)
                self.assertIn(says, done.stderr)
                self.assertEqual(done.stdout, "")
            self.assertEqual(digest(path), before)
            self.assertFalse((self.folder / "none.pdf").exists())
            self.assertFalse(os.path.exists(f"{path}-wal"))
            self.refuse("new", path, "--title", "A", "--day", "2024-04-01", names=path.name)
            self.assertEqual(digest(path), before)
        self.refuse("check", self.folder / "chưa có.khaosat", names="chưa có.khaosat")
        self.assertFalse((self.folder / "chưa có.khaosat").exists())

    def test_districts_that_there_are_not(self):
        """Nothing is kept on the way, not even what was found to check."""
        call("reports", self.file, "--set", "07201=17:30,21,19,18")
        self.refuse_unchanged("remind", self.file, "--district", "999", names="999")
        self.refuse_unchanged("report", self.file, "--document", "district", "--district", "999", "--output",
                              self.folder / "a.pdf", names="999")
        self.refuse_unchanged("pack", self.file, "--kind", "day", "--output", self.folder / "packs",
                              "--district", "213", "--district", "999", names="999")
        self.assertFalse((self.folder / "packs").exists())

    def test_places_where_nothing_can_be_written(self):
        # root may write into any folder, but in none that is a file or does not exist
        folder = self.folder / "day.pdf"
        folder.mkdir(exist_ok=True)
        folder.with_suffix(".png").mkdir(exist_ok=True)
        for place in (self.file / "x.pdf", self.folder / "chưa có" / "x.pdf", folder):
            self.refuse_unchanged("print", self.file, "--layout", "annex", "--output", place, names=place.name)
            self.refuse_unchanged("report", self.file, "--document", "summary", "--output", place, names=place.name)
            self.refuse_unchanged("units", self.file, "--export", place, names=place.name)
            self.refuse_unchanged("remind", self.file, "--picture", place.with_suffix(".png"), names=place.stem)
        for place in (self.file / "x.khaosat", self.folder / "chưa có" / "x.khaosat"):
            self.refuse("new", place, "--title", "A", "--day", "2024-04-01", names="x.khaosat")
            self.refuse("sample", place, names="x.khaosat")
        self.assertEqual(list(folder.iterdir()), [])
        self.assertFalse([name for name in os.listdir(self.folder) if name.startswith(".")])

    def test_prove_wrong_files(self):
        self.refuse_unchanged("prove", self.file, "--pdf", self.make("anh.pdf", PNG), names="anh.pdf")
        self.refuse_unchanged("prove", self.file, "--pdf", self.make("rong.pdf", b""), names="rong.pdf")
        self.refuse_unchanged("prove", self.file, "--pdf", self.folder / "chưa có.pdf", names="chưa có.pdf")
        self.refuse_unchanged("prove", self.file, "--pdf", self.make("cut.pdf", b"%PDF-1.5\n1 0 obj\n"), names="cut.pdf")

    def test_no_link_no_print(self):
        file = self.folder / "khong link.khaosat"
        make_campaign(file)
        for layout in ("poster", "annex"):
            self.refuse("print", file, "--layout", layout, "--output", self.folder / "no-link.pdf")
        self.assertFalse((self.folder / "no-link.pdf").exists())

    def test_bad_links(self):
        for link in ("ftp://a/{token}", "https://a/", "https://a/{token}{token}", "https://u:p@a/{token}",
                     "http://example.org/{token}", "{token}", ""):
            self.refuse_unchanged("links", self.file, "--template", link)
        done = call("links", self.file, "--template", "http://192.168.1.5/f?u={token}")
        self.assertIn("http", done.stderr)
        call("links", self.file, "--template", TEMPLATE)

    def test_choices(self):
        good = ["07291", "07438", "07738", "07855", "07579", "07627"]
        for codes in (["00000", *good[:2]], [good[0]] * 3, ["07348", *good[:2]]):
            self.refuse_unchanged("choose", self.file, *codes, "--reason", "tổ chức tốt")
        # The fifth stands outside the suggestion.
        self.refuse_unchanged("choose", self.file, *good[:3], good[4], "--reason", "")
        self.refuse_unchanged("choose", self.file, *good[:3], code=2)

    def test_new(self):
        place = self.folder / "moi tao.khaosat"

        def refuse(*words, code=1):
            self.refuse("new", place, *words, code=code)
            self.assertFalse(place.exists())

        day = ("--day", "2024-04-01")
        title = ("--title", "A")
        refuse(*title, "--day", "2024-02-30", code=2)
        refuse(*title, "--day", "01/04/2024", code=2)
        refuse(*title, code=2)
        refuse(*day, code=2)
        refuse(*day, "--title", "")
        refuse(*day, *title, "--key", "6b68")
        refuse(*day, *title, "--template", "https://a/")
        refuse(*day, *title, "--from", "2024-04-01T12:00", "--to", "2024-04-01T11:00")
        refuse(*day, *title, "--units", self.make("anh.csv", PNG))
        refuse(*day, *title, "--form", self.make("anh.json", PNG))
        refuse(*day, *title, "--form", self.make("rong.json", b"{}"))
        refuse(*day, *title, "--units", self.folder / "chưa có.csv")
        self.refuse("new", self.file, *day, *title, names="dot.khaosat")

    def test_wrong_use(self):
        for words in (("tally", self.file, "--by", "house"), ("tally", self.file, "--question", "Z9"),
                      ("participation", self.file, "--by", "house"), ("participation", self.file, "--format", "xml"),
                      ("participation", self.file, "--locale", "de"), ("shortlist", self.file, "--size", "9"),
                      ("rows", self.file, "--state", "house"), ("rows", self.file, "--unit", "99999"),
                      ("print", self.file, "--layout", "house", "--output", "x.pdf"),
                      ("print", self.file, "--layout", "annex"), ("prove", self.file), ("participation",),
                      ("print", self.file, "--layout", "annex", "--output", "x.pdf", "--unit", "99999"),
                      ("report", self.file, "--document", "house", "--output", "x.pdf"),
                      ("report", self.file, "--document", "summary"), ("import", self.file),
                      ("participation", self.file, "thừa"), ("participation", self.file, "--không-có"),
                      ("participation", self.file, "--by")):
            self.refuse_unchanged(*words, code=2)

    def test_no_such_command(self):
        for words in ((), ("không",), ("--không",)):
            done = call(*words, code=2)
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
            self.assertEqual(done.stdout, "")

    def test_help(self):
        usage, *lines = call("--help").stdout.splitlines()
        self.assertIn("khaosat-cli", usage)
        commands = [line.split(maxsplit=1) for line in lines if line.startswith("  ")]
        self.assertGreater(len(commands), 20)
        for command, summary in commands:
            self.assertRegex(summary, "[À-ỹ]")
            shown = call(command, "--help").stdout
            self.assertIn(command, shown)
            for option, meaning in re.findall(r"^  (?:-\w, )?--([\w-]+)\S* {2,}(.*)$", shown, re.MULTILINE):
                # What may be given is a list of words that are typed as they stand.
                if not re.fullmatch(r"[a-z]+(, [a-z]+)*", meaning):
                    self.assertRegex(meaning, "[À-ỹ]", f"{command} --{option}")
        self.assertRegex(call("--version").stdout, r"^khaosat-cli \d")

    def test_english(self):
        english = {"KHAOSAT_LANGUAGE": "en"}
        done = call("import", self.file, self.folder / "none.csv", code=1, env=english)
        self.assertIn("no such file", done.stderr)
        self.assertNotRegex(done.stderr, VIETNAMESE)


if __name__ == "__main__":
    main()
