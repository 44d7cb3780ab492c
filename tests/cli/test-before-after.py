#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands around the day: what is done before it, trial answers; the end of the survey is moved, and an officer ends it."""
import datetime

from cli import DAY, KEY, TEMPLATE, VIETNAMESE, FolderCase, call, content, main, make_campaign, table

WHY = "Mất điện diện rộng"
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))


def at(**shift):
    """A moment from now, in Việt Nam, to the minute."""
    return (datetime.datetime.now(VIETNAM) + datetime.timedelta(**shift)).strftime("%Y-%m-%dT%H:%M")


class Extend(FolderCase):
    def setUp(self):
        self.file = self.folder / (self.id().rsplit(".", 1)[-1] + ".khaosat")
        make_campaign(self.file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        call("import", self.file, DAY / "google-native.csv")

    def rows(self, state):
        return len(table("rows", self.file, "--state", state))

    def test_extend(self):
        self.assertEqual((self.rows("counted"), self.rows("outside_window")), (4466, 12))
        before = sum(int(row["answers"]) for row in table("participation", self.file))
        done = call("extend", self.file, "--until", "2024-04-02T12:00", "--reason", WHY, "--decision", "12-QĐ/BCĐ")
        self.assertEqual(done.stdout, "")
        self.assertRegex(done.stderr, VIETNAMESE)
        self.assertEqual((self.rows("counted"), self.rows("outside_window")), (4472, 6))
        self.assertEqual(sum(int(row["answers"]) for row in table("participation", self.file)), before + 6)
        extension, = table("extend", self.file)
        self.assertEqual((extension["before"], extension["until"], extension["decision"], extension["reason"]),
                         ("2024-04-02T00:00:00", "2024-04-02T12:00:00", "12-QĐ/BCĐ", WHY))
        self.assertEqual(table("log", self.file)[-1]["action"], "extend")
        self.assertEqual(call("check", self.file).stdout, "ok\n")
        # The same file again adds nothing.
        self.assertEqual(table("import", self.file, DAY / "google-native.csv")[0]["added"], "0")

    def test_refused(self):
        before = content(self.file)
        for words, code in ((("--until", "2024-04-02T00:00", "--reason", WHY), 1), (("--until", "2024-04-01T12:00", "--reason", WHY), 1),
                            (("--until", "2024-04-03T00:00", "--reason", " "), 1), (("--until", "2024-04-03T00:00"), 2),
                            (("--reason", WHY), 2), (("--until", "tomorrow", "--reason", WHY), 2),
                            (("--until", "2024-04-03T00:00", "--reason", WHY, "--decision", "x" * 101), 1)):
            done = call("extend", self.file, *words, code=code)
            self.assertEqual(done.stderr.count("\n"), 1, words)
            self.assertRegex(done.stderr, VIETNAMESE)
            self.assertEqual(done.stdout, "")
        self.assertEqual(content(self.file), before)


class Close(FolderCase):
    """A survey that runs now."""

    @classmethod
    def fill(cls):
        cls.day = at()[:10]

    def make(self, name, start, end):
        path = self.folder / name
        call("new", path, "--title", "PKS 01", "--day", self.day, "--id", "PKS01-2024", "--key", KEY, "--from", start, "--to", end,
             "--units", DAY / "units.csv", "--template", TEMPLATE)
        return path

    @staticmethod
    def shows_answers(file):
        """While it runs no answers are told, and that is said."""
        return "chưa kết thúc" not in call("tally", file, "--by", "province").stderr

    def test_close(self):
        file = self.make("now.khaosat", at(hours=-30), at(hours=1))
        self.assertFalse(self.shows_answers(file))
        done = call("close", file)
        self.assertRegex(done.stderr, VIETNAMESE)
        self.assertTrue(self.shows_answers(file))
        before = content(file)
        call("close", file, code=1)
        call("extend", file, "--until", at(hours=5), "--reason", WHY, code=1)
        call("close", file, "--reopen", code=2)
        call("close", file, "--reason", WHY, code=2)
        call("close", file, "--reopen", "--reason", " ", code=1)
        self.assertEqual(content(file), before)
        call("close", file, "--reopen", "--reason", WHY)
        self.assertFalse(self.shows_answers(file))
        self.assertEqual([row["action"] for row in table("log", file)][-2:], ["close", "reopen"])

    def test_not_before_it_begins(self):
        file = self.make("later.khaosat", at(hours=1), at(hours=30))
        before = content(file)
        call("close", file, code=1)
        self.assertEqual(content(file), before)


class Before(FolderCase):
    """A survey of tomorrow: whatever was sent until now tries it out."""

    def setUp(self):
        self.file = self.folder / (self.id().rsplit(".", 1)[-1] + ".khaosat")
        call("new", self.file, "--title", "PKS 01", "--day", at(days=2)[:10], "--id", "PKS01-2024", "--key", KEY,
             "--units", DAY / "units.csv", "--template", TEMPLATE)

    def test_trial_answers(self):
        rows = (DAY / "google-native.csv").read_text(encoding="utf-8").splitlines(keepends=True)
        some = self.folder / "trial.csv"
        some.write_text("".join(rows[:7]), encoding="utf-8")
        self.assertIn("0/1", call("steps", self.file).stderr)
        done = call("import", self.file, some)
        self.assertRegex(done.stderr, "6 phiếu thử")
        self.assertEqual(done.stdout.splitlines()[1], "trial.csv,google-native,6,6,0,0,0,0,0,0,0")
        trials = table("rows", self.file, "--state", "trial")
        self.assertEqual(len(trials), 6)
        self.assertEqual({row["state"] for row in trials}, {"trial"})
        self.assertEqual(len(table("rows", self.file, "--state", "waiting")), 0)
        self.assertEqual(sum(int(row["answers"]) for row in table("participation", self.file)), 0)
        self.assertIn("1/1", call("steps", self.file).stderr)
        before = content(self.file)
        call("decide", self.file, trials[0]["id"], "count", "--reason", WHY, code=1)
        self.assertEqual(content(self.file), before)
        self.assertEqual(call("check", self.file).stdout, "ok\n")

    def test_steps(self):
        names = self.folder / "nhom-zalo.txt"
        names.write_text("1. Phường Thọ Xương\nXã Phúc Sơn, huyện Tân Yên\n07210-5M5RYJ\n", encoding="utf-8")
        call("steps", self.file, "--set", "sent=213,217", "--paste", names, "--step", "received")
        call("steps", self.file, "--clear", "received=07210")
        found = [(row["scope"], row["step"], row["code"]) for row in table("steps", self.file)]
        self.assertEqual(found, [("unit", "received", "07201"), ("unit", "received", "07318"), ("district", "sent", "213"),
                                 ("district", "sent", "217")])
        self.assertEqual([row["action"] for row in table("log", self.file)][-3:], ["steps"] * 3)

    def test_steps_refused(self):
        names = self.folder / "doubtful.txt"
        names.write_text("Phường Thọ Xương\nXã Phúc Sơn\n", encoding="utf-8")
        large = self.folder / "large.txt"
        large.write_bytes(b"x" * (1 << 21))
        before = content(self.file)
        for words, code in ((("--set", "received=99999"), 1), (("--set", "sent=07210"), 1), (("--set", "hung=07210"), 2), (("--set", "sent"), 2),
                            (("--paste", names, "--step", "received"), 1), (("--paste", names), 2), (("--step", "received"), 2),
                            (("--paste", self.folder, "--step", "received"), 1), (("--paste", large, "--step", "received"), 1),
                            (("--paste", self.folder / "none.txt", "--step", "received"), 1)):
            done = call("steps", self.file, *words, code=code)
            self.assertEqual(done.stderr.count("\n"), 1, words)
            self.assertRegex(done.stderr, VIETNAMESE)
        self.assertEqual(content(self.file), before)
        call("steps", self.file, "--paste", names, "--step", "received", "--skip-doubtful")
        self.assertEqual([row["code"] for row in table("steps", self.file)], ["07201"])


main()
