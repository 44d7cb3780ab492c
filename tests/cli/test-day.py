#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-day.py KHAOSAT-CLI DATA: the survey day as a script follows it."""
import csv
import json
from datetime import datetime, timedelta

from cli import DAY, TEMPLATE, FolderCase, call, digest, main, make_campaign, table

NOON = "2024-04-01T12:00"


def read_time(text):
    return datetime.strptime(text, "%d/%m/%Y %H:%M:%S")


def read_status(file, *words):
    return {row["item"]: row["value"] for row in table("status", file, *words)}


class Day(FolderCase):
    def setUp(self):
        self.file = self.folder / f"{self.id().rsplit('.', 1)[1]}.khaosat"
        make_campaign(self.file, "--units", DAY / "units.csv", "--template", TEMPLATE)

    def take_in(self, until=None):
        """The answers of the day until a minute, as an export of that minute holds them."""
        rows = list(csv.reader((DAY / "google-sheet-vi.csv").open(encoding="utf-8-sig", newline="")))
        path = self.folder / f"until-{until.hour if until else 'end'}.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(rows[0])
            writer.writerows(row for row in rows[1:] if until is None or read_time(row[0]) <= until)
        return table("import", self.file, path)

    def take_part(self, *words):
        return {row["scope"]: int(row["answers"]) for row in table("participation", self.file, *words)}

    def test_noon_after_the_last_import(self):
        self.take_in(datetime(2024, 4, 1, 12))
        noon = self.take_part("--by", "unit")
        self.assertGreater(sum(noon.values()), 3000)
        self.take_in(datetime(2024, 4, 1, 15))
        self.take_in()
        self.assertEqual(self.take_part("--by", "unit", "--at", NOON), noon)
        for zone in "UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles":
            rows = table("participation", self.file, "--at", NOON, env={"TZ": zone})
            self.assertEqual(int(rows[0]["answers"]), sum(noon.values()))
        self.assertEqual(self.take_part()[""], 4466)
        self.assertEqual(sum(self.take_part("--by", "district", "--at", NOON).values()), sum(noon.values()))
        self.assertNotEqual(self.take_part("--by", "unit"), noon)

    def test_that_second_is_included(self):
        self.take_in()
        rows = list(csv.reader((DAY / "google-sheet-vi.csv").open(encoding="utf-8-sig", newline="")))
        time = max(read_time(row[0]) for row in rows[1:] if read_time(row[0]) < datetime(2024, 4, 1, 9))
        counts = [self.take_part("--at", (time + timedelta(seconds=each)).isoformat())[""] for each in (-1, 0, 1)]
        self.assertLess(counts[0], counts[1])
        self.assertEqual(counts[1], counts[2])

    def test_status(self):
        nothing = read_status(self.file)
        self.assertEqual(nothing["as_of"], "")
        self.assertEqual(nothing["answers"], "0")
        self.take_in(datetime(2024, 4, 1, 12))
        self.take_in()
        call("reports", self.file, "--import", DAY / "reports.csv")
        status = read_status(self.file)
        self.assertEqual(status["answers"], "4466")
        self.assertEqual(status["rate"], "0.8950")
        self.assertEqual(status["waiting"], "21")
        self.assertEqual(status["next_step"], "check_waiting")
        self.assertEqual(status["units_reported"], "201")
        self.assertEqual(status["attention_no_report"], "8")
        self.assertEqual(status["attention_over_staff"], "11")
        self.assertLess(status["compared_with"], "2024-04-01T12:00:01")
        self.assertEqual(int(status["answers_before"]), self.take_part("--at", status["compared_with"])[""])
        self.assertGreater(int(status["open_findings"]), 30)
        noon = read_status(self.file, "--at", NOON)
        self.assertEqual(noon["as_of"], "2024-04-01T12:00:00")
        self.assertEqual(noon["limit"], "50")
        self.assertEqual(noon["reported"], "0")
        self.assertEqual(int(noon["answers"]), self.take_part("--at", NOON)[""])
        rows = json.loads(call("status", self.file, "--format", "json").stdout)
        self.assertIn({"item": "answers", "value": 4466}, rows)

    def test_attention(self):
        rules = {row["rule"]: row["setting"] for row in table("attention", self.file)}
        self.assertEqual(rules, {"no_answer": "00:00", "first_limit": "50%@12:00", "second_limit": "80%@15:00",
                                 "no_report": "24:00", "over_staff": "on"})
        self.take_in()
        call("attention", self.file, "--set", "first_limit=90%@10:30", "--set", "no_report=off")
        self.assertEqual(read_status(self.file, "--at", "2024-04-01T10:29:59")["limit"], "0")
        status = read_status(self.file, "--at", "2024-04-01T10:30")
        self.assertEqual(status["limit"], "90")
        self.assertGreater(int(status["attention_below"]), 100)
        self.assertEqual(read_status(self.file)["attention_no_report"], "0")
        self.assertIn("first_limit=90%@10:30", call("log", self.file).stdout)
        before = digest(self.file)
        for bad in "first_limit=90%", "no_report=25", "x=1", "over_staff=12:00":
            line = call("attention", self.file, "--set", "second_limit=off", "--set", bad, code=1).stderr
            self.assertIn(bad, line)
            self.assertEqual(line.count("\n"), 1)
        self.assertEqual(digest(self.file), before)

    def test_attention_goes_on(self):
        call("attention", self.file, "--set", "second_limit=75%@14:00")
        later = self.folder / "later.khaosat"
        call("new", later, "--title", "PKS 02", "--day", "2025-04-01", "--previous", self.file)
        rules = {row["rule"]: row["setting"] for row in table("attention", later)}
        self.assertEqual(rules["second_limit"], "75%@14:00")

    def test_reconcile(self):
        self.take_in()
        call("reports", self.file, "--import", DAY / "reports.csv")
        rows = table("reconcile", self.file)
        self.assertEqual(len(rows), 209)
        states = [row["state"] for row in rows]
        order = ["open", "decided", "incomplete", "agrees"]
        self.assertEqual(states, sorted(states, key=order.index))
        found = {row["code"] for row in table("findings", self.file) if row["kind"] in ("reconcile", "over_staff")}
        self.assertEqual({row["code"] for row in rows if row["state"] == "open"}, found)
        for row in rows:
            if row["state"] == "incomplete":
                self.assertEqual(row["reported"], "")
            elif row["state"] == "agrees":
                self.assertEqual(row["comparison"], "agree")
        self.assertEqual(sum(row["comparison"] == "over_staff" for row in rows), 11)
        ids = [row["id"] for row in table("findings", self.file)
               if row["kind"] in ("reconcile", "over_staff") and row["code"] == "07228"]
        call("decide", self.file, *ids, "count", "--reason", "Đã xác minh với tổ công tác")
        decided = [row["code"] for row in table("reconcile", self.file) if row["state"] == "decided"]
        self.assertEqual(decided, ["07228"])

    def test_refused(self):
        for words in (("participation", "--at", "noon"), ("status", "--at", "2024-13-01T12:00"),
                      ("participation", "--at", NOON, "--previous", self.file)):
            self.assertEqual(call(words[0], self.file, *words[1:], code=2).stderr.count("\n"), 1)


main()
