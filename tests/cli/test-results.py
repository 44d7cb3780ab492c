#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-results.py KHAOSAT-CLI DATA: shares of the sample day with interval and bounds, computed anew from the counts."""
import csv
import functools
import json
import math
import re
from fractions import Fraction

from cli import DAY, TEMPLATE, FolderCase, call, main, make_campaign, table

GOOD = {"Rất tốt", "Tốt", "Hoàn toàn đồng ý", "Đồng ý", "Rất hài lòng", "Hài lòng"}
COLUMNS = "scope,question,n,N,x,share,low,high,bound_low,bound_high,shown"
SMALL, LARGE = "07201", "07204"


def four(value):
    return f"{float(value):.4f}"


@functools.lru_cache(None)
def hypergeometric(x, n, size):
    """The exact interval on whole numbers: no mass is rounded."""
    def tail(marked, counts):
        return sum(math.comb(marked, k) * math.comb(size - marked, n - k) for k in counts)

    whole = math.comb(size, n)
    possible = range(x, x + size - n + 1)
    low = min(k for k in possible if 40 * tail(k, range(x, n + 1)) > whole)
    high = max(k for k in possible if 40 * tail(k, range(x + 1)) > whole)
    return Fraction(low, size), Fraction(high, size)


class Day(FolderCase):
    @classmethod
    def fill(cls):
        cls.file = cls.folder / "dot.khaosat"
        cls.truth = json.loads((DAY / "truth.json").read_text(encoding="utf-8"))
        make_campaign(cls.file, "--units", DAY / "units.csv")
        call("import", cls.file, DAY / "google-native.csv")
        cls.counts = {}
        for row in table("tally", cls.file, "--by", "unit"):
            if row["label"] in GOOD:
                key = row["scope"], row["question"]
                x = cls.counts.get(key, (0, 0))[0]
                # All of one level: the level is not told, but x is.
                cls.counts[key] = (None if row["count"] == "" else x + int(row["count"]), int(row["answers"]))

    def test_columns(self):
        done = call("results", self.file, "--question", "A1")
        self.assertEqual(done.stdout.splitlines()[0], COLUMNS)
        self.assertEqual(done.stderr, "SỐ LIỆU SƠ BỘ\n")
        rows = table("results", self.file)
        self.assertEqual([row["question"] for row in rows],
                         [key for key, value in self.truth["totals"].items() if key not in ("A6", "E1", "E2")])

    def test_units(self):
        rows = table("results", self.file, "--by", "unit")
        self.assertEqual(len(rows), 209 * 18)
        n_over = n_complete = 0
        for row in rows:
            x, n, size = int(row["x"]), int(row["n"]), int(row["N"])
            expected_x, expected_n = self.counts[row["scope"], row["question"]]
            self.assertEqual(n, expected_n)
            self.assertIn(expected_x, (x, None), row)
            self.assertEqual(size, self.truth["units"][row["scope"]]["staff"])
            self.assertEqual((row["share"], row["shown"]), (four(Fraction(x, n)), "1"))
            tail = [row[key] for key in ("low", "high", "bound_low", "bound_high")]
            if n > size:
                n_over += 1
                self.assertEqual(tail, [""] * 4, row)
                continue
            n_complete += n == size
            limits = (*hypergeometric(x, n, size), Fraction(x, size), Fraction(x + size - n, size))
            self.assertEqual(tail, [four(limit) for limit in limits], row)
        self.assertTrue(n_over and n_complete)

    def test_sections(self):
        """A section is the mean of its questions' shares, and has no interval."""
        shares = {}
        for row in table("results", self.file, "--by", "district"):
            shares.setdefault((row["scope"], row["question"][0]), []).append(Fraction(int(row["x"]), int(row["n"])))
        rows = table("results", self.file, "--by", "district", "--by-section")
        self.assertEqual(list(rows[0]), "scope,section,n,N,share,shown".split(","))
        self.assertEqual({(row["scope"], row["section"]): row["share"] for row in rows if row["shown"] == "1"},
                         {key: four(sum(value) / len(value)) for key, value in shares.items()})
        call("results", self.file, "--by-section", "--question", "A1", code=2)

    def test_province_and_districts(self):
        by_unit = {}
        for row in table("results", self.file, "--by", "unit", "--question", "D4"):
            by_unit[row["scope"]] = int(row["x"]), int(row["n"]), int(row["N"])
        with (DAY / "units.csv").open(encoding="utf-8") as lines:
            district = {row["code"]: row["district_code"] for row in csv.DictReader(lines)}
        rows = table("results", self.file, "--question", "D4")
        rows += table("results", self.file, "--by", "district", "--question", "D4")
        self.assertEqual(len(rows), 11)
        for row in rows:
            units = [unit for code, unit in by_unit.items() if row["scope"] in ("", district[code])]
            size = sum(unit[2] for unit in units)
            share = sum(big * Fraction(x, n) for x, n, big in units) / size
            variance = sum((big / size) ** 2 * max(0, 1 - n / big) * (x / n) * (1 - x / n) / (n - 1)
                           for x, n, big in units)
            low = Fraction(sum(x for x, n, big in units if n <= big), size)
            high = Fraction(sum(min(x + big - n, big) if n <= big else big for x, n, big in units), size)
            half = 1.959964 * math.sqrt(variance)
            x, n = (sum(unit[i] for unit in units) for i in (0, 1))
            self.assertEqual([int(row["n"]), int(row["N"]), int(row["x"])], [n, size, x])
            self.assertEqual(row["share"], four(Fraction(x, n)))
            self.assertEqual([row["bound_low"], row["bound_high"]], [four(low), four(high)])
            for key, limit in (("low", max(share - half, low)), ("high", min(share + half, high))):
                self.assertAlmostEqual(float(row[key]), float(limit), delta=0.000051)
        totals = self.truth["totals"]["D4"]
        self.assertEqual(int(rows[0]["x"]), totals["Rất hài lòng"] + totals["Hài lòng"])

    def list_answers(self):
        """Unit, body, kind and answer to D4 of the sheets that count: their codes are right, their time is the day's."""
        rows = {int(row["row"]): row["unit"] for row in table("rows", self.file, "--state", "counted")}
        with (DAY / "google-native.csv").open(encoding="utf-8", newline="") as lines:
            sheet = list(csv.reader(lines))
        column, = [i for i, title in enumerate(sheet[0]) if "hài lòng" in title]
        return [(unit, sheet[number - 1][2], sheet[number - 1][3], sheet[number - 1][column])
                for number, unit in rows.items()]

    def test_groups(self):
        """What is told of a body or a kind is what its people answered; the others hold nobody or five."""
        answers = self.list_answers()
        with (DAY / "units.csv").open(encoding="utf-8") as lines:
            district = {row["code"]: row["district_code"] for row in csv.DictReader(lines)}
        for group, place in (("P1", 1), ("P2", 2)):
            for by in ("province", "district", "unit"):
                shown, rest = {}, {}
                for row in table("results", self.file, "--by", by, "--question", "D4", "--group", group):
                    people = [answer for answer in answers
                              if row["scope"] in ("", answer[0], district[answer[0]])]
                    own = [answer for answer in people if answer[place] == row["group"]]
                    rest.setdefault(row["scope"], len(people))
                    if row["shown"] == "0":
                        self.assertEqual([row[key] for key in ("n", "x", "share", "low", "high", "bound_low",
                                                               "bound_high")], [""] * 7)
                        continue
                    shown[row["scope"]] = shown.get(row["scope"], 0) + 1
                    rest[row["scope"]] -= len(own)
                    self.assertEqual(int(row["n"]), len(own), row)
                    self.assertEqual(int(row["x"]), len([answer for answer in own if answer[3] in GOOD]), row)
                    self.assertGreaterEqual(len(own), 5)
                self.assertFalse([scope for scope in shown if 0 < rest[scope] < 5])
                # Kinds of people in a unit beside its bodies would tell who leads the government.
                if (group, by) == ("P2", "unit"):
                    self.assertEqual(shown, {})
                else:
                    self.assertGreater(sum(shown.values()), {"province": 3, "district": 30, "unit": 195}[by])

    def test_tally_of_groups(self):
        whole = {row["label"]: int(row["count"]) for row in table("tally", self.file, "--question", "D4")}
        rows = table("tally", self.file, "--question", "D4", "--group", "P1")
        self.assertEqual(list(rows[0]), "scope,group,question,choice,label,count,answers,shown".split(","))
        self.assertEqual(len(rows), 5 * len(whole))
        for label, count in whole.items():
            self.assertEqual(sum(int(row["count"]) for row in rows if row["label"] == label), count)
        # Open answers and what people say of themselves are not counted by group.
        self.assertEqual({row["question"] for row in table("tally", self.file, "--group", "P2")},
                         {key for key in self.truth["totals"] if not key.startswith("E")})
        hidden = [row for row in table("tally", self.file, "--by", "unit", "--question", "D4", "--group", "P1")
                  if row["shown"] == "0" and row["answers"] == ""]
        self.assertTrue(hidden)
        self.assertEqual({row["count"] for row in hidden}, {""})

    def test_formats(self):
        row = json.loads(call("results", self.file, "--question", "D4", "--format", "json").stdout)[0]
        self.assertEqual(row["share"], 0.8847)
        local = call("results", self.file, "--question", "D4", "--locale", "vi").stdout
        self.assertIn(";0,8847;", local)

    def test_wrong_use(self):
        for words in (("--by", "house"), ("--question", "Z9"), ("--question", "A6"), ("--question", "E1"), ("thừa",),
                      ("--group", "A1"), ("--group", "Z9"), ("--group",)):
            done = call("results", self.file, *words, code=2)
            self.assertEqual(done.stdout, "")
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)


class Small(FolderCase):
    """Four answers of one unit, nine of another; and the same while the survey still runs."""

    @classmethod
    def fill(cls):
        lines = (DAY / "google-sheet-vi.csv").read_text(encoding="utf-8").splitlines()
        valid = [line for line in lines[1:] if line.startswith("01/04/2024")]
        part = cls.folder / "phieu.csv"
        part.write_text("\n".join([lines[0], *[line for line in valid if re.search(f",{SMALL}-", line)][:4],
                                   *[line for line in valid if re.search(f",{LARGE}-", line)][:9]]) + "\n",
                        encoding="utf-8")
        cls.file, cls.open = cls.folder / "dot.khaosat", cls.folder / "con-mo.khaosat"
        make_campaign(cls.file, "--units", DAY / "units.csv")
        make_campaign(cls.open, "--units", DAY / "units.csv", "--from", "2024-04-01T00:00", "--to", "2099-01-01T00:00")
        for file in (cls.file, cls.open):
            came = table("import", file, part)[0]
            assert came["counted"] == "13", came

    def test_not_shown_is_empty(self):
        rows = {row["scope"]: row for row in table("results", self.file, "--by", "unit", "--question", "D4")}
        self.assertEqual(len(rows), 209)
        self.assertEqual(list(rows[SMALL].values()), [SMALL, "D4", "4", "31", "", "", "", "", "", "", "0"])
        self.assertEqual(rows[LARGE]["shown"], "1")
        district, = [row for row in table("results", self.file, "--by", "district", "--question", "D4")
                     if row["scope"] == "213"]
        self.assertEqual([district["x"], district["n"]], [rows[LARGE]["x"], rows[LARGE]["n"]])

    def test_nothing_while_it_runs(self):
        for by in ("province", "district", "unit"):
            done = call("results", self.open, "--by", by)
            self.assertIn("chưa kết thúc", done.stderr)
            for row in csv.DictReader(done.stdout.splitlines()):
                self.assertEqual([row[key] for key in COLUMNS.split(",") if key not in ("scope", "question", "N")],
                                 [""] * 7 + ["0"])


class Rounds(FolderCase):
    """The day, and the same answers a year later: one unit merged into another, one moved to another district."""

    GONE, HEIR, MOVED, HOME, AWAY = "07210", "07207", "07204", "213", "222"

    @classmethod
    def fill(cls):
        cls.before, cls.after = cls.folder / "dot.khaosat", cls.folder / "sau.khaosat"
        make_campaign(cls.before, "--units", DAY / "units.csv")
        call("import", cls.before, DAY / "google-native.csv")
        names = {row["code"]: row["name"] for row in table("units", cls.before)}
        districts = {row["district_code"]: row["district_name"] for row in table("units", cls.before)}
        call("events", cls.before, "--add", "merge", "--day", "2025-01-01", "--from", f"{cls.HEIR},{cls.GONE}", "--to",
             f"{cls.HEIR}={names[cls.HEIR]}")
        call("events", cls.before, "--add", "move", "--day", "2025-01-01", "--from", cls.MOVED, "--to",
             f"{cls.MOVED}={names[cls.MOVED]}", "--district", f"{cls.AWAY}={districts[cls.AWAY]}")
        call("new", cls.after, "--title", "PKS 02", "--day", "2025-04-01", "--previous", cls.before, "--template",
             TEMPLATE)
        tokens = {row["code"]: row["token"] for row in table("links", cls.after)}
        part = cls.folder / "phieu.csv"
        lines = (DAY / "google-sheet-vi.csv").read_text(encoding="utf-8")

        def translate(match):
            code = cls.HEIR if match[1] == cls.GONE else match[1]
            return f",{tokens[code]}," if code in tokens else match[0]

        part.write_text(re.sub(r",(\d{5})-\w{6},", translate, lines.replace("01/04/2024", "01/04/2025")),
                        encoding="utf-8")
        call("import", cls.after, part)

    def compare(self, by):
        rows = table("results", self.after, "--previous", self.before, "--by", by, "--question", "D4")
        now = {row["scope"]: row for row in table("results", self.after, "--by", by, "--question", "D4")}
        then = {row["scope"]: row for row in table("results", self.before, "--by", by, "--question", "D4")}
        for row in rows:
            self.assertEqual({key: row[key] for key in COLUMNS.split(",")}, now[row["scope"]])
        return {row["scope"]: [row[f"earlier_{key}"] for key in ("n", "x", "share")] for row in rows}, then

    def test_province(self):
        rows, then = self.compare("province")
        self.assertEqual(rows[""], [then[""][key] for key in ("n", "x", "share")])
        whole = table("results", self.after, "--previous", self.before)
        self.assertEqual(list(whole[0]), [*COLUMNS.split(","), "earlier_n", "earlier_x", "earlier_share"])
        self.assertEqual(len(whole), 18)
        self.assertEqual(whole[0]["earlier_share"], table("results", self.before)[0]["share"])

    def test_units(self):
        rows, then = self.compare("unit")
        self.assertEqual(len(rows), 208)
        for code, row in rows.items():
            origins = [then[code], then[self.GONE]] if code == self.HEIR else [then[code]]
            n, x = (sum(int(origin[key]) for origin in origins) for key in ("n", "x"))
            self.assertEqual(row, [str(n), str(x), four(Fraction(x, n))])

    def test_districts(self):
        """A district is compared with the units that it has now, wherever they were then."""
        rows, then = self.compare("district")
        by_unit = {row["scope"]: row for row in table("results", self.before, "--by", "unit", "--question", "D4")}
        self.assertEqual(len(rows), 10)
        for code, row in rows.items():
            n, x = (int(then[code][key]) + {self.HOME: -1, self.AWAY: 1}.get(code, 0) * int(by_unit[self.MOVED][key])
                    for key in ("n", "x"))
            self.assertEqual(row, [str(n), str(x), four(Fraction(x, n))])

    def test_other_levels_are_not_compared(self):
        call("form", self.before, "--export", self.folder / "dang-dung.json")
        form = json.loads((self.folder / "dang-dung.json").read_text(encoding="utf-8"))
        other = self.folder / "khac.khaosat"
        form["scales"]["HAILONG5"]["options"][0]["label"] = "Hoàn toàn hài lòng"
        (self.folder / "phieu.json").write_text(json.dumps(form), encoding="utf-8")
        make_campaign(other, "--units", DAY / "units.csv", "--form", self.folder / "phieu.json")
        rows = {row["question"]: row for row in table("results", self.after, "--previous", other)}
        self.assertEqual([rows["D4"][f"earlier_{key}"] for key in ("n", "x", "share")], [""] * 3)
        self.assertEqual([rows["A1"][f"earlier_{key}"] for key in ("n", "x", "share")], ["0", "", ""])

    def test_wrong_use(self):
        call("results", self.after, "--previous", self.before, "--group", "P1", code=2)
        self.assertIn("đợt", call("results", self.before, "--previous", self.after, code=1).stderr)
        call("results", self.after, "--previous", self.folder / "không có", code=1)


if __name__ == "__main__":
    main()
