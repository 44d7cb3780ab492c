#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-cli.py KHAOSAT-CLI DATA: the whole job by the command line, against the truth of the simulated day."""
import json
import re
import shutil
import sqlite3
import subprocess

from cli import DATA, DAY, TEMPLATE, FolderCase, call, content, digest, main, make_campaign, table

SENTENCE_END = "Đây là dấu hiệu để kiểm tra, chưa phải kết luận."
SENTENCES = {
    r"Phiếu chưa xác định được đơn vị: mã ghi trên phiếu là “.*”\. ": 4,
    r"Mã khảo sát không khớp với đơn vị \(“\d{5}-\w{6}”\)\. Có thể do gõ nhầm hoặc dùng mã cũ; phiếu chưa được tính\. ":
        5,
    r"Phiếu gửi lúc \d\d giờ \d\d ngày \d+/\d+/2024, ngoài thời gian khảo sát; chưa được tính\. ": 12,
}
ELSEWHERE = (
    {"LC_ALL": "C", "TZ": "America/New_York"},
    {"LC_ALL": "vi_VN.UTF-8", "LANGUAGE": "vi", "TZ": "Asia/Ho_Chi_Minh"},
    {"LC_ALL": "C.UTF-8", "KHAOSAT_LANGUAGE": "en", "TZ": "Asia/Tokyo"},
)


class WholeJob(FolderCase):
    @classmethod
    def fill(cls):
        cls.file = cls.folder / "day.khaosat"
        make_campaign(cls.file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        cls.first = table("import", cls.file, DAY / "google-native.csv")[0]
        call("reports", cls.file, "--import", DAY / "reports.csv")
        call("posts", cls.file, "--import", DAY / "posts.csv")
        cls.truth = json.loads((DAY / "truth.json").read_text())

    def test_import(self):
        self.assertEqual(list(self.first), "file source rows added known counted waiting token_mismatch unknown_unit "
                                           "outside_window incomplete".split())
        self.assertEqual(list(self.first.values()), ["google-native.csv", "google-native", "4487", "4487", "0", "4466",
                                                     "21", "5", "4", "12", "0"])

    def test_again_changes_nothing(self):
        before = content(self.file)
        for name in ("google-native.csv", "google-sheet-vi.csv"):
            for words in ((), ("--dry-run",)):
                done = call("import", self.file, DAY / name, *words)
                self.assertIn(f"{name},google-", done.stdout)
                self.assertTrue(done.stdout.endswith(",4487,0,4487,0,0,0,0,0,0\n"), done.stdout)
                self.assertIn("không thay đổi gì", done.stderr)
        call("reports", self.file, "--import", DAY / "reports.csv")
        call("posts", self.file, "--import", DAY / "posts.csv")
        self.assertEqual(content(self.file), before)

    def test_changed_after_it_came_in(self):
        """A known number with other answers waits: it has no column, so it is said."""
        path = self.folder / "changed.khaosat"
        make_campaign(path, "--units", DAY / "units.csv", "--template", TEMPLATE)
        for name, answer, waiting in (("a.csv", "Tốt", "0"), ("b.csv", "Khá", "1")):
            file = self.folder / name
            file.write_text(f"ID,Completion time,Mã đơn vị,A1\n1,2024-04-01 08:05,07210-5M5RYJ,{answer}\n", encoding="utf-8")
            done = call("import", path, file)
            self.assertEqual(done.stdout.splitlines()[1].split(",")[6], waiting)
            self.assertEqual("trùng số" in done.stderr, waiting == "1", done.stderr)

    def test_way_to_read_a_file(self):
        path, ways = self.folder / "ways.khaosat", self.folder / "ways.json"
        make_campaign(path, "--units", DAY / "units.csv", "--template", TEMPLATE)
        header = "Dấu thời gian,Mã đơn vị,A1,A2\n"
        files = [self.folder / name for name in ("one.csv", "two.csv", "three.csv")]
        for minute, file in enumerate(files):
            file.write_text(f"{header if minute < 2 else header.replace('A2', 'Câu hai')}"
                            f"01/04/2024 8:{minute:02}:12,07210-5M5RYJ,Tuyệt vời,Khá\n", encoding="utf-8")
        self.assertIn("“Tuyệt vời”", call("import", path, files[0]).stderr)
        call("recipe", path, "--export", ways)
        recipes = json.loads(ways.read_text(encoding="utf-8"))
        recipes["recipes"][0]["values"] = [{"question": "A1", "text": "Tuyệt vời", "option": 1}]
        ways.write_text(json.dumps(recipes), encoding="utf-8")
        call("recipe", path, "--import", ways)
        self.assertNotIn("Tuyệt vời", call("import", path, files[1]).stderr)
        before = content(path)
        refused = call("import", path, files[2], code=1).stderr
        self.assertIn("“Câu hai”", refused)
        self.assertIn("recipe --import", refused)
        ways.write_text("{}", encoding="utf-8")
        self.assertIn("ways.json", call("recipe", path, "--import", ways, code=1).stderr)
        self.assertEqual(content(path), before)
        call("recipe", path, code=2)
        recipes["recipes"][0]["columns"][3]["header"] = "Câu hai"
        ways.write_text(json.dumps(recipes), encoding="utf-8")
        call("recipe", path, "--import", ways)
        self.assertEqual(table("import", path, files[2])[0]["counted"], "1")

    def test_batches(self):
        batches = table("batches", self.file)
        self.assertEqual(len(batches), 1)
        self.assertEqual(batches[0], {"id": "1", "file": "google-native.csv", "sha256": digest(DAY / "google-native.csv"),
                                      "rows": "4487", "counted": "4466", "waiting": "21", "state": "in"})

    def test_links_and_units(self):
        links = {row["code"]: row for row in table("links", self.file)}
        self.assertEqual(len(links), 209)
        self.assertEqual(len({row["url"] for row in links.values()}), 209)
        self.assertEqual(links["07210"]["token"], "07210-5M5RYJ")
        self.assertEqual(links["07210"]["url"], "https://example.org/f?u=07210-5M5RYJ")
        self.assertEqual(sum(int(row["staff"]) for row in table("units", self.file)), 4990)

    def test_units_go_out_and_come_in(self):
        saved = self.folder / "units.csv"
        call("units", self.file, "--export", saved)
        again = self.folder / "again.khaosat"
        make_campaign(again, "--units", saved)
        self.assertEqual(call("units", again).stdout, call("units", self.file).stdout)
        workbooks = [self.folder / "a.xlsx", self.folder / "b.xlsx"]
        for workbook in workbooks:
            call("units", self.file, "--export", workbook)
        self.assertEqual(*(workbook.read_bytes() for workbook in workbooks))
        rows = table("units", again, "--import", workbooks[0], "--dry-run")
        self.assertEqual({row["how"] for row in rows}, {"code"})
        self.assertEqual(call("units", again, "--import", workbooks[0]).stdout, "")

    def test_units_are_matched(self):
        lists = self.folder / "ten.csv"
        lists.write_text("Tên đơn vị,Đảng ủy\nP. Tho Xuong,7\nPhúc Sơn,8\n", encoding="utf-8")
        file = self.folder / "match.khaosat"
        make_campaign(file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        before = call("units", file).stdout
        rows = table("units", file, "--import", lists, "--dry-run")
        self.assertEqual([(row["row"], row["code"], row["how"]) for row in rows],
                         [("2", "07201", "folded"), ("3", "", "ask")])
        self.assertEqual(set(rows[1]["guesses"].split()), {"07318", "07630"})
        refused = call("units", file, "--import", lists, code=1)
        self.assertIn("Phúc Sơn", refused.stderr)
        self.assertEqual(call("units", file).stdout, before)
        call("units", file, "--import", lists, "--skip-doubtful")
        self.assertEqual(next(row["staff_party"] for row in table("units", file) if row["code"] == "07201"), "7")

    def test_print_and_prove(self):
        for layout, words in (("annex", ()), ("annex", ("--columns", "2")), ("poster", ("--district", "213"))):
            pdf, again = self.folder / "a.pdf", self.folder / "b.pdf"
            call("print", self.file, "--layout", layout, *words, "--output", pdf)
            count = 16 if "--district" in words else 209
            self.assertEqual(call("prove", self.file, "--pdf", pdf).stdout, f"{count} of {count} proven\n")
            call("print", self.file, "--layout", layout, *words, "--output", again, env=ELSEWHERE[0])
            self.assertEqual(digest(pdf), digest(again))

    def test_prove_refuses_sheets_of_another(self):
        pdf, other = self.folder / "whole.pdf", self.folder / "other.khaosat"
        call("print", self.file, "--layout", "annex", "--output", pdf)
        call("new", other, "--title", "khác", "--day", "2024-04-01", "--template", TEMPLATE)
        done = call("prove", other, "--pdf", pdf, code=1)
        self.assertTrue(done.stdout.endswith("0 of 209 proven\n"))
        self.assertEqual(done.stdout.count("\n"), 210)
        self.assertEqual(done.stderr.count("\n"), 1)
        self.assertNotIn("prove", [row["action"] for row in table("log", other)])

    def test_rows(self):
        rows = table("rows", self.file, "--state", "waiting")
        self.assertEqual(list(rows[0]), ["id", "file", "row", "unit", "state", "reason"])
        self.assertEqual(len(rows), 21)
        for sentence, count in SENTENCES.items():
            found = [row for row in rows if re.fullmatch(sentence + re.escape(SENTENCE_END), row["reason"])]
            self.assertEqual(len(found), count, sentence)
        self.assertEqual(len(table("rows", self.file, "--state", "token_mismatch")), 5)
        self.assertEqual(len(table("rows", self.file, "--state", "counted")), 4466)
        self.assertEqual(len(table("rows", self.file, "--unit", "07210", "--state", "counted")),
                         self.truth["units"]["07210"]["valid"])

    def test_participation(self):
        province = table("participation", self.file)
        self.assertEqual([list(row.values()) for row in province], [["", "Toàn tỉnh", "4990", "4466", "0.8950"]])
        units = {row["scope"]: row for row in table("participation", self.file, "--by", "unit")}
        self.assertEqual(set(units), set(self.truth["units"]))
        for code, unit in self.truth["units"].items():
            self.assertEqual((int(units[code]["staff"]), int(units[code]["answers"])), (unit["staff"], unit["valid"]))
        # More answers than staff is shown as it is.
        self.assertEqual(units["07378"]["rate"], "1.5000")
        districts = table("participation", self.file, "--by", "district")
        self.assertEqual(len(districts), 10)
        self.assertEqual(sum(int(row["answers"]) for row in districts), 4466)

    def test_tally_of_the_province(self):
        counts = {}
        for row in table("tally", self.file, "--by", "province"):
            counts.setdefault(row["question"], {})[row["label"]] = row["count"]
        for question, expected in self.truth["totals"].items():
            if isinstance(expected, dict):
                self.assertEqual({k: int(v) for k, v in counts[question].items() if int(v) or k in expected}, expected)
            else:
                self.assertEqual([int(v) for v in counts[question].values()], [expected])
        self.assertTrue(set(self.truth["totals"]) <= set(counts))

    def test_tallies_add_up(self):
        # No unit of this day has fewer than five answers, and no question of sections fewer in a unit.
        sums = {}
        for scope in ("province", "district", "unit"):
            for row in table("tally", self.file, "--by", scope, "--question", "D4"):
                self.assertEqual(row["shown"], "1")
                sums.setdefault(row["choice"], {}).setdefault(scope, 0)
                sums[row["choice"]][scope] += int(row["count"])
        for choice, by_scope in sums.items():
            self.assertEqual(len(set(by_scope.values())), 1, (choice, by_scope))

    def test_same_everywhere(self):
        for words in (("participation", "--by", "unit"), ("tally", "--by", "district"), ("shortlist",), ("batches",),
                      ("units",), ("links",), ("log",), ("tally", "--format", "json"), ("tally", "--locale", "vi")):
            plain = call(words[0], self.file, *words[1:]).stdout
            for env in ELSEWHERE[:2]:
                self.assertEqual(call(words[0], self.file, *words[1:], env=env).stdout, plain, (words, env))

    def test_import_is_the_same_everywhere(self):
        for i, env in enumerate(ELSEWHERE):
            for name in ("google-native.csv", "google-sheet-vi.csv"):
                file = self.folder / f"{i}-{name}.khaosat"
                call("new", file, "--title", "PKS 01", "--day", "2024-04-01", "--id", "PKS01-2024", "--key",
                     self.truth["key"], "--units", DAY / "units.csv", "--template", TEMPLATE, env=env)
                came = table("import", file, DAY / name, env=env)[0]
                self.assertEqual(list(came.values())[2:], list(self.first.values())[2:], (env, name))
                self.assertEqual(call("tally", file, "--by", "unit").stdout,
                                 call("tally", self.file, "--by", "unit").stdout, (env, name))

    def test_formats(self):
        rows = json.loads(call("participation", self.file, "--format", "json").stdout)
        self.assertEqual(rows, [{"scope": "", "name": "Toàn tỉnh", "staff": 4990, "answers": 4466, "rate": 0.895}])
        local = call("participation", self.file, "--locale", "vi").stdout
        self.assertEqual(local, "\ufeffscope;name;staff;answers;rate\n;Toàn tỉnh;4990;4466;0,8950\n")
        candidates = json.loads(call("shortlist", self.file, "--format", "json").stdout)
        self.assertEqual([c["eligible"] for c in candidates if c["code"] == "07348"], [0])

    def test_notes_stay_out_of_tables(self):
        done = call("tally", self.file, "--question", "A1")
        self.assertEqual(done.stderr, "SỐ LIỆU SƠ BỘ\n")
        self.assertTrue(call("shortlist", self.file).stderr)
        self.assertEqual(call("shortlist", self.file, "--quiet").stderr, "")

    def test_shortlist_and_choose(self):
        ranking = {row["code"]: row for row in table("shortlist", self.file)}
        over = self.truth["faults"]["over"] + self.truth["faults"]["stuffed"]
        # A finding of the unit itself keeps it off; one on single sheets does not.
        checked = {row["code"] for row in table("findings", self.file) if row["scope"] == "unit"}
        self.assertLess(set(over), checked)
        self.assertEqual({code for code, row in ranking.items() if row["eligible"] == "0"}, checked)
        for code in over:
            unit = self.truth["units"][code]
            self.assertEqual(ranking[code]["rank"], "")
            self.assertTrue(ranking[code]["reason"].startswith(f"{unit['valid']} phiếu, nhiều hơn {unit['staff']} cán bộ"))
        top = [row["code"] for row in table("shortlist", self.file, "--size", "4")]
        self.assertEqual(top, ["07291", "07438", "07738", "07855"])

        refused = call("choose", self.file, "07291", "07438", "07348", "--reason", "x", code=1)
        self.assertIn("Xã Ngọc Châu", refused.stderr)
        call("choose", self.file, *top, "--reason", "tổ chức tốt", "--actor", "Nguyễn Thị Ẫ")
        last = table("log", self.file)[-1]
        self.assertEqual((last["action"], last["actor"]), ("choose", "Nguyễn Thị Ẫ"))
        self.assertEqual(json.loads(last["payload"])["nominees"], top)
        call("choose", self.file, *top[:2], "--reason", "", "--person", "Trần Thị B;Tổ trưởng;07291", "--collective",
             "Liên đoàn Lao động;213;Đôn đốc tốt")
        rows = table("choose", self.file)
        self.assertEqual([row["kind"] for row in rows], ["unit", "unit", "collective", "person"])
        self.assertEqual((rows[3]["name"], rows[3]["district"]), ("Trần Thị B", rows[0]["district"]))
        self.assertEqual((rows[2]["district"], rows[2]["merits"]), ("Thành phố Bắc Giang", "Đôn đốc tốt"))
        self.assertIn("(100,00%)", rows[0]["merits"])
        self.assertIn("3 tập thể, 1 cá nhân", call("choose", self.file).stderr)
        call("choose", self.file, top[0], "--clear", code=2)
        call("choose", self.file, "--clear")
        self.assertEqual(table("choose", self.file), [])

    def test_weights_and_bar(self):
        place = self.folder / "scale.khaosat"
        call("sample", place)
        self.assertIn("Chưa chốt thang điểm", call("shortlist", place).stderr)
        first = table("shortlist", place, "--seed", "7", "--draws", "500")
        self.assertEqual(first, table("shortlist", place, "--seed", "7", "--draws", "500"))
        self.assertIn("140", call("weights", place, "--set", "posts=60", code=1).stderr)
        call("weights", place, "--set", "posts", code=2)
        own = ("--add", "Sáng kiến", "--set", "own1=10", "--set", "posts=10")
        call("weights", place, *own, "--lock", code=2)
        self.assertNotIn("own1", [row["criterion"] for row in table("weights", place)])
        call("weights", place, *own)
        call("weights", place, "--lock")
        scale = {row["criterion"]: row for row in table("weights", place)}
        self.assertEqual((scale["own1"]["name"], scale["own1"]["points"]), ("Sáng kiến", "10.00"))
        self.assertEqual(len(scale["own1"]["locked"]), 64)
        self.assertEqual(call("shortlist", place).stderr, "")
        call("weights", place, "--set", "report=21", "--set", "posts=9")
        self.assertIn("sửa sau khi chốt", call("shortlist", place).stderr)
        best = first[0]["code"]
        call("bar", place, best, code=2)
        call("bar", place, best, "--reason", "đã được khen")
        barred = {row["code"]: row for row in table("shortlist", place)}[best]
        self.assertEqual((barred["rank"], barred["eligible"], barred["reason"]), ("", "0", "đã được khen"))
        call("bar", place, best, "--clear")
        self.assertEqual({row["code"]: row for row in table("shortlist", place)}[best]["eligible"], "1")

    def test_summary(self):
        first, second = self.folder / "first.pdf", self.folder / "second.pdf"
        call("report", self.file, "--document", "summary", "--output", first)
        call("report", self.file, "--document", "summary", "--output", second, env=ELSEWHERE[0])
        self.assertEqual(digest(first), digest(second))
        text = subprocess.run(["pdftotext", "-layout", first, "-"], capture_output=True, text=True).stdout
        for words in ("4.466", "4.990", "89,50%", "SỐ LIỆU SƠ BỘ", "CHƯA PHẢI MẪU PKS 01", "Thành phố Bắc Giang"):
            self.assertIn(words, text)
        self.assertRegex(text, r"12\s+phiếu\s+gửi\s+ngoài\s+thời\s+gian\s+khảo\s+sát,\s+5\s+phiếu\s+có\s+mã\s+khảo\s+sát\s+không\s+khớp,\s+4\s+phiếu")
        form = json.loads(next((DATA.parent.parent / "resources" / "forms").glob("standin-*.json")).read_text())
        sensitive = [q for part in form["sections"] for q in part["questions"] if q["id"] in ("D1", "D2")]
        self.assertEqual(len(sensitive), 2)
        for question in sensitive:
            self.assertNotRegex(text, rf"\b{question['id']}\b")
            self.assertNotIn(question["short"], text)
        # No unit's answers stand in it, and no unit that is being looked into is named.
        for code in self.truth["faults"]["over"]:
            self.assertNotIn(code, text)

    def test_check(self):
        self.assertEqual(call("check", self.file).stdout, "ok\n")
        broken = self.folder / "broken.khaosat"
        shutil.copy(self.file, broken)
        db = sqlite3.connect(broken)
        db.execute("UPDATE response SET answers = replace (answers, '1', '2') WHERE id = 100")
        db.execute("UPDATE log SET actor = 'x' WHERE seq = 1")
        db.commit()
        db.close()
        done = call("check", broken, code=1)
        self.assertEqual(done.stdout.count("\n"), 2)
        self.assertEqual(done.stderr.count("\n"), 1)


if __name__ == "__main__":
    main()
