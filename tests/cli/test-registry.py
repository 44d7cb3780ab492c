#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-registry.py KHAOSAT-CLI DATA: the list of units as a script changes it, and the survey after this one."""
import csv

from cli import DATA, DAY, TEMPLATE, VIETNAMESE, FolderCase, call, content, main, make_campaign, table

A, B = "07201", "07204"
LISTS = [DATA.parent.parent / "resources" / "registry" / "communes-bac-giang-2024.csv",
         DATA / "communes-bac-giang-2025-01.csv", DATA / "communes-bac-ninh-2025.csv"]


def read_units(path):
    """Name and district by code; since July 2025 there are no districts."""
    with path.open(encoding="utf-8-sig") as file:
        return {row["code"]: (row["name"], row.get("district_code", ""), row.get("district_name", ""))
                for row in csv.DictReader(file)}


def write_events(path, day, before, after):
    """The lists do not tell into which unit one went: here into the one of the next code, of its district if it can be."""
    merged = {code: [code] for code in after}
    for code in before.keys() - after.keys():
        near = [heir for heir in after if before[heir][1] == before[code][1]] or list(after)
        merged[min(near, key=lambda heir: abs(int(heir) - int(code)))].append(code)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["day", "kind", "before", "after", "district"])
        for code, parts in sorted(merged.items()):
            kind = "merge" if len(parts) > 1 else "rename" if before[code][0] != after[code][0] else "move"
            if len(parts) > 1 or before[code] != after[code]:
                out.writerow([day, kind, "; ".join([code, *sorted(set(parts) - {code})]), f"{code}={after[code][0]}",
                              f"{after[code][1]}={after[code][2]}"])


class Registry(FolderCase):
    def setUp(self):
        self.file = self.folder / f"{self.id()}.khaosat"
        make_campaign(self.file, "--units", DAY / "units.csv", "--template", TEMPLATE)

    def fields(self, code):
        return {row["field"]: row["value"] for row in table("unit", self.file, code)}

    def refuse(self, *words, code=1, part=""):
        before = content(self.file)
        done = call(words[0], self.file, *words[1:], code=code)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertRegex(done.stderr, VIETNAMESE)
        self.assertIn(part, done.stderr)
        self.assertEqual(content(self.file), before)

    def test_edit(self):
        done = call("unit", self.file, A, "head=Đ/c Mẫu", "staff_party=9", "staff_day=20/3/2024")
        self.assertIn("Phường Thọ Xương", done.stderr)
        self.assertEqual(done.stdout, "")
        fields = self.fields(A)
        self.assertEqual(fields["head"], "Đ/c Mẫu")
        self.assertEqual(fields["staff_party"], "9")
        self.assertEqual(fields["staff_day"], "2024-03-20")
        self.refuse("unit", A, "staff_party=-3", part="-3")
        self.refuse("unit", A, "name==1+1", part="=1+1")
        self.refuse("unit", A, "name=" + "a" * 65536, part="200")
        self.refuse("unit", A, "name=Xã\x01", part="Tên đơn vị")
        self.refuse("unit", A, "excused_party=10", part="10")
        self.refuse("unit", A, "color=red", code=2, part="color")
        self.refuse("unit", A, "head", code=2, part="head")
        self.refuse("unit", "99999", part="99999")

    def test_reason(self):
        call("import", self.file, DAY / "google-native.csv")
        self.refuse("unit", A, "staff_party=9", part="lý do")
        call("unit", self.file, A, "staff_party=9", "--reason", "Bổ sung")
        self.assertIn("Bổ sung", call("log", self.file).stdout)

    def test_add_retire_restore(self):
        call("unit", self.file, "7999", "name=Xã Mới", "district_name=Huyện Lục Nam", "--add")
        self.assertEqual(self.fields("07999")["district_code"], "218")
        self.refuse("unit", "07999", "name=Xã Khác", "--add", part="Xã Mới")
        call("unit", self.file, "07999", "--retire", "--day", "2024-03-01")
        self.assertEqual(len(table("units", self.file)), 209)
        self.assertEqual(len(table("units", self.file, "--as-of", "2024-02-29")), 210)
        earlier = self.folder / "earlier.csv"
        call("units", self.file, "--export", earlier, "--as-of", "2024-02-29")
        self.assertEqual(len(read_units(earlier)), 210)
        call("units", self.file, "--export", earlier)
        self.assertEqual(len(read_units(earlier)), 209)
        self.refuse("units", "--import", earlier, "--as-of", "2024-02-29", code=2, part="--as-of")
        call("unit", self.file, "07999", "--restore")
        self.assertEqual(len(table("units", self.file)), 210)
        self.refuse("unit", "07999", "--retire", "--restore", code=2)
        self.refuse("unit", "07999", "--retire", "--day", "1/3", code=2, part="--day")

    def test_what_a_list_says(self):
        """Every fault of a list is told, and what it says of a unit that is not taken over."""
        path = self.folder / "list.csv"
        path.write_text("Mã ĐVHC,Tên đơn vị,Loại,Đảng ủy\n07699,Phường Tân Tiến,Phường,5\n07201,Xã Zzz,,x\n"
                        "07204,P. Trần Nguyên Hãn,P,y\n07207,Phường Ngô Quyền,Phường,-1\n"
                        "07210,P. Hoàng Văn Thụ,P,5\n07213,TT Trần Phú,,5\n", encoding="utf-8")
        said = call("units", self.file, "--import", path, "--dry-run").stderr
        self.assertIn("dòng 2: Xã Tân Tiến giữ nguyên; tệp ghi “Phường”", said)
        self.assertNotIn("Hoàng Văn Thụ giữ nguyên", said)
        self.assertIn("dòng 7: Phường Trần Phú giữ nguyên; tệp ghi “TT Trần Phú”", said)
        self.assertIn("dòng 4, cột D", said)
        self.assertIn("dòng 5, cột D", said)

    def test_endings(self):
        self.refuse("units", "--export", self.folder / "u.ods", part=".xlsx")
        self.refuse("form", "--export", self.folder / "g.docx", part=".json")

    def test_contacts(self):
        call("contacts", self.file, "213", "union=Đ/c B", "union_phone=0912 345 678")
        row = next(row for row in table("contacts", self.file) if row["code"] == "213")
        self.assertEqual((row["union"], row["union_phone"]), ("Đ/c B", "0912 345 678"))
        self.refuse("contacts", "213", "union_phone=không", part="không")
        self.refuse("contacts", "213", "fax=1", code=2, part="fax")
        self.refuse("contacts", "999", "union=A", part="999")

    def test_population(self):
        self.assertEqual(call("population", self.file).stdout, "cadres,civil_servants\n")
        call("unit", self.file, A, "part_time=10")
        before = int(table("participation", self.file)[0]["staff"])
        call("population", self.file, "cadres,civil_servants,part_time")
        self.assertEqual(int(table("participation", self.file)[0]["staff"]), before + 10)
        self.refuse("population", "farmers", code=2)

    def merge(self, day):
        call("events", self.file, "--add", "merge", "--day", day, "--from", f"{A},{B}", "--to",
             f"{A}=Phường Thọ Xương", "--note", "NQ 1191")

    def test_events(self):
        self.merge("2025-01-01")
        row, = table("events", self.file)
        self.assertEqual((row["id"], row["day"], row["kind"], row["note"]), ("1", "2025-01-01", "merge", "NQ 1191"))
        self.assertIn(B, {row["code"] for row in table("units", self.file)})
        self.assertNotIn(B, {row["code"] for row in table("units", self.file, "--as-of", "2025-01-01")})
        self.assertEqual([row["code"] for row in table("lineage", self.file, B, "--from", "2024-04-01", "--to", "2025-07-01")], [A])
        self.assertEqual([row["code"] for row in table("lineage", self.file, A, "--from", "2025-07-01", "--to", "2024-04-01")], [A, B])
        self.refuse("events", "--add", "merge", "--day", "2024-05-01", "--from", f"{B},{A}", "--to", f"{B}=Phường B",
                    part="vòng tròn")
        self.refuse("events", "--add", "rename", "--day", "2025-03-01", "--from", A, "--to", "07210=Phường Mới",
                    part="07210")
        self.refuse("events", "--add", "marry", "--day", "2025-03-01", code=2)
        self.refuse("events", "--take-back", "9", part="9")
        call("events", self.file, "--take-back", "1")
        self.assertEqual(table("events", self.file), [])

    def test_events_table(self):
        """The lists of 2024, of January and of July 2025, by two tables of what happened between them."""
        first, second, third = (read_units(path) for path in LISTS)
        self.file = self.folder / "years.khaosat"
        make_campaign(self.file, "--template", TEMPLATE)
        january, july = self.folder / "january.csv", self.folder / "july.csv"
        third = {code: unit for code, unit in third.items() if code in second}  # the rest came from Bắc Ninh
        write_events(january, "2025-01-01", first, second)
        write_events(july, "2025-07-01", second, third)

        call("events", self.file, "--import", january)
        call("events", self.file, "--import", july)
        self.assertEqual(self.units_of("2024-04-01"), first)
        self.assertEqual(self.units_of("2025-01-01"), second)
        self.assertEqual(self.units_of("2025-07-01"), third)
        # Xã Phúc Sơn of Tân Yên went first into its neighbour, and with it into Xã Nhã Nam; the other one is another.
        self.assertEqual(self.lineage("07318", "2024-04-01", "2025-07-01"), ["07306"])
        self.assertIn("07318", self.lineage("07306", "2025-07-01", "2024-04-01"))
        self.assertNotIn("07630", self.lineage("07306", "2025-07-01", "2024-04-01"))
        # Every unit of 2024 lives on in one of 2025, and all of these come from them alone.
        found = [code for code in third for code in self.lineage(code, "2025-07-01", "2024-04-01")]
        self.assertEqual(sorted(found), sorted(first))

        again = self.folder / "again.csv"
        again.write_text(call("events", self.file).stdout, encoding="utf-8")
        copy = self.folder / "copy.khaosat"
        make_campaign(copy, "--template", TEMPLATE)
        call("events", copy, "--import", again)
        self.assertEqual(table("events", copy), table("events", self.file))

    def units_of(self, day):
        return {row["code"]: (row["name"], row["district_code"], row["district_name"])
                for row in table("units", self.file, "--as-of", day)}

    def lineage(self, code, start, end):
        return [row["code"] for row in table("lineage", self.file, code, "--from", start, "--to", end)]

    def test_bad_events_table(self):
        path = self.folder / "bad.csv"
        header = "Ngày;Loại;Đơn vị trước;Đơn vị sau;Căn cứ\n"
        for text, part in (("ngày,loại\n", "dòng 1"), (header, "dòng 2"),
                           (header + "1/1/2025;gộp;07201;07204=X\n", "đổi tên"),
                           (header + "32/1/2025;tách;07201;07204=X\n", "01/4/2024"),
                           (header + "1/1/2025;Sáp nhập;07201, 07204;07201\n", "07201"),
                           (header + f"1/1/2025;Sáp nhập;{A}; {B};{A}=Phường Thọ Xương\n", "dòng 2"),
                           (header + f'1/1/2025;Đổi tên;{A};{A}=Phường Mới;NQ\n2/1/2025;Đổi tên;99999;99999=X;\n', "dòng 3")):
            path.write_text(text, encoding="utf-8")
            self.refuse("events", "--import", path, part=part)
        path.write_text(header + f'1/1/2025;Sáp nhập;"{A}; {B}";{A}=Phường Thọ Xương;NQ 1191\n', encoding="utf-8")
        call("events", self.file, "--import", path)
        self.assertEqual([(row["kind"], row["note"]) for row in table("events", self.file)], [("merge", "NQ 1191")])

    def test_doubtful_rows(self):
        """Whoever runs a script says which unit a row means, that it is new, or that it comes back."""
        one, two = self.folder / "one.csv", self.folder / "two.csv"
        one.write_text("code,name,district_name,staff_party\n99001,Xã Phúc Sơn,Huyện Lục Nam,7\n,Phúc Sơn,,8\n")
        two.write_text(f"code,name,staff_party\n{B},Trần Nguyên Hãn,9\n")
        call("unit", self.file, B, "--retire")
        lists = ("units", "--import", one, "--import", two)
        self.refuse(*lists, part="--new")
        self.refuse(*lists, "--new", "2", part="a.xlsx:12")
        self.refuse(*lists, "--new", "7", part="--dry-run")
        self.refuse(*lists, "--new", "x", code=2)
        self.refuse(*lists, "--unit", "3", code=2)
        self.refuse(*lists, "--unit", "one.csv:3=99999", part="99999")
        self.refuse(*lists, "--restore", "one.csv:2", part="one.csv:2")
        call("units", self.file, *lists[1:], "--new", "one.csv:2", "--unit", "3=7318", "--restore", "two.csv:2")
        units = {row["code"]: row for row in table("units", self.file)}
        self.assertEqual(len(units), 210)
        self.assertEqual([units[code]["staff_party"] for code in ("99001", "07318", B)], ["7", "8", "9"])

    def test_next_survey(self):
        call("import", self.file, DAY / "google-native.csv")
        self.merge("2025-01-01")
        after = self.folder / "next.khaosat"
        call("new", after, "--title", "PKS 02", "--day", "2025-04-01", "--previous", self.file)
        self.assertEqual(len(table("units", after)), 208)
        self.assertEqual(table("participation", after)[0]["answers"], "0")
        rounds = table("participation", after, "--previous", self.file)
        self.assertEqual(len(rounds), 208)
        self.assertEqual(sum(int(row["earlier_answers"]) for row in rounds), 4466)
        self.assertEqual(sum(int(row["earlier_staff"]) for row in rounds), 4990)
        joined = next(row for row in rounds if row["scope"] == A)
        self.assertEqual(joined["earlier_scope"], f"{A}+{B}")
        self.assertEqual(table("participation", after, "--previous", self.file, "--by", "unit"), rounds)
        call("participation", after, "--previous", self.file, "--by", "district", code=2)


main()
