#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-work.py KHAOSAT-CLI DATA: reports of the working groups and posts of their Zalo group, as offices send them."""
from cli import DAY, FolderCase, call, content, main, make_campaign, table

PNG = b"\x89PNG\r\n\x1a\n0000"


class Work(FolderCase):
    def setUp(self):
        self.file = self.folder / f"{self._testMethodName}.khaosat"
        make_campaign(self.file, "--units", DAY / "units.csv")

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def report(self, code):
        return next(row for row in table("reports", self.file) if row["code"] == code)

    def posts(self, code):
        return {row["day"]: row["posts"] for row in table("posts", self.file) if row["code"] == code}

    def test_a_list_of_an_office(self):
        """Titles over the table, a header of two rows, spellings of names, a heading, a sum."""
        path = self.write("tong hop.csv", "BÁO CÁO CỦA CÁC TỔ CÔNG TÁC,,,,,,,,\n"
                          "STT,Đơn vị,Số người,,,Công khai,,Tin ảnh,\n"
                          ",,Có mặt,Hướng dẫn,Đã trả lời,Niêm yết,Zalo,28/3,Ngày 29/03/2024\n"
                          "I. Huyện Yên Thế,,,,,,,,\n"
                          "1,TT. Phồn Xương,21,19,18,x,,2,\n"
                          "2,xa dong ky,30,30,\"1.0\",Có,Không,,1\n"
                          "Cộng,,51,49,19,,,,\n")
        call("reports", self.file, "--import", path)
        rows = [row for row in table("reports", self.file) if row["staff_present"]]
        self.assertEqual([(r["staff_present"], r["guided"], r["answered"], r["posted"], r["zalo"], r["post_days"])
                          for r in rows], [("21", "19", "18", "1", "0", "1"), ("30", "30", "1", "1", "0", "1")])
        self.assertEqual([r["name"] for r in rows], ["Thị trấn Phồn Xương", "Xã Đồng Kỳ"])

    def test_doubtful_rows_refuse_unless_skipped(self):
        path = self.write("ngo.csv", "Tên đơn vị,Có mặt\nXã Phúc Sơn,20\nXã Không Có,9\nThị trấn Vôi,31\n")
        before = content(self.file)
        done = call("reports", self.file, "--import", path, code=1)
        self.assertIn("ngo.csv", done.stderr)
        self.assertEqual(content(self.file), before)
        rows = table("reports", self.file, "--import", path, "--dry-run")
        self.assertEqual([row["how"] for row in rows], ["ask", "none", "name"])
        self.assertEqual(content(self.file), before)
        call("reports", self.file, "--import", path, "--unit", "2=07318", "--skip-doubtful")
        self.assertEqual(self.report("07318")["staff_present"], "20")
        self.assertEqual(sum(row["staff_present"] != "" for row in table("reports", self.file)), 2)

    def test_a_wrong_cell_is_named(self):
        path = self.write("sai.csv", "code,staff_present,28/3\n07201,21,1\n07204,nhiều,2\n")
        before = content(self.file)
        done = call("reports", self.file, "--import", path, code=1)
        self.assertIn("sai.csv", done.stderr)
        self.assertIn("3", done.stderr)
        self.assertEqual(content(self.file), before)

    def test_what_is_exported_comes_back(self):
        call("reports", self.file, "--import", DAY / "reports.csv")
        call("posts", self.file, "--import", DAY / "posts.csv")
        call("posts", self.file, "--set", "07201=2024-03-28,5")
        rows = table("reports", self.file)
        for name in ("ra.xlsx", "ra.csv"):
            path = self.folder / name
            call("reports", self.file, "--export", path)
            other = self.folder / f"{name}.khaosat"
            make_campaign(other, "--units", DAY / "units.csv")
            call("reports", other, "--import", path)
            self.assertEqual(table("reports", other), rows, name)
            before = content(self.file)
            call("reports", self.file, "--import", path)
            self.assertEqual(content(self.file), before, name)

    def test_columns_are_remembered(self):
        path = self.folder / "cot.csv"
        call("reports", self.file, "--set", "07201=2024-04-01 17:30,21,19,18,1,0,0,0,2")
        call("reports", self.file, "--columns", "name,answered", "--export", path)
        call("reports", self.file, "--export", path)
        lines = path.read_text().splitlines()
        self.assertEqual(lines[0], "name,answered")
        self.assertIn("18", lines[1])
        done = call("reports", self.file, "--columns", "name,không", code=1)
        self.assertIn("không", done.stderr)

    def test_a_typed_count_holds_over_files(self):
        call("posts", self.file, "--import", DAY / "posts.csv")
        imported = self.posts("07201")
        call("posts", self.file, "--set", "07201=2024-03-26,7")
        call("posts", self.file, "--import", DAY / "posts.csv")
        self.assertEqual(self.posts("07201"), {**imported, "2024-03-26": "7"})

    def test_several_units_are_set_at_once(self):
        done = call("reports", self.file, "--set", "07201=17:30,21,19,18", "--set", "7204=18:30,20,20,20")
        self.assertNotIn("null", done.stderr)
        self.assertIn("2 đơn vị", done.stderr)
        self.assertEqual([self.report(code)["answered"] for code in ("07201", "07204")], ["18", "20"])
        call("posts", self.file, "--set", "07201=2024-03-28,2", "--set", "07204=29/3/2024,4")
        self.assertEqual(self.posts("07201")["2024-03-28"], "2")
        self.assertEqual(self.posts("07204")["2024-03-29"], "4")

    def test_one_that_cannot_be_set_refuses_all(self):
        call("reports", self.file, "--set", "07201=17:30,21,19,18")
        before = content(self.file)
        for wrong, part in (("07204=x", "--set 07204, "), ("99999=17:30", "99999"), ("=17:30", "=17:30"), ("", "=")):
            done = call("reports", self.file, "--set", "07201=,,,20", "--set", wrong, code=1)
            self.assertIn(part, done.stderr)
            self.assertNotIn("--restore", done.stderr)
            self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertEqual(content(self.file), before)

    def test_marks_are_checked_and_rest_on_something(self):
        call("reports", self.file, "--set", "07201=,21,,,1")
        self.assertEqual(self.report("07201")["verified"], "0")
        call("reports", self.file, "--verify", "07201")
        self.assertEqual(self.report("07201")["verified"], "1")
        call("reports", self.file, "--set", "07201=,,,,,1")
        self.assertEqual(self.report("07201")["verified"], "0")
        call("reports", self.file, "--verify", "07201=website")
        self.assertEqual(self.report("07201")["verified"], "1")
        call("reports", self.file, "--verify", "07201=posted", "--no")
        self.assertEqual(self.report("07201")["verified"], "0")
        call("reports", self.file, "--evidence", "07201=posted", "--link", "https://zalo.me/g/1",
             "--picture", self.write("anh.png", PNG))
        before = content(self.file)
        call("reports", self.file, "--evidence", "07201=posted", code=2)
        for words in (("07201=nope", "--note", "x"), ("99999=posted", "--note", "x"),
                      ("07201=posted", "--link", "file:///etc/passwd"),
                      ("07201=posted", "--picture", self.folder / "không có.png"),
                      ("07201=posted", "--picture", self.write("văn bản.png", "chữ"))):
            call("reports", self.file, "--evidence", *words, code=1)
        self.assertEqual(content(self.file), before)

    def test_hostile_tables(self):
        before = content(self.file)
        for name, text in {
                "công thức.csv": "code,staff_present\n07201,=1+1\n",
                "âm.csv": "code,staff_present\n07201,-3\n",
                "lớn.csv": "code,staff_present\n07201,99999999999999999999\n",
                "giờ.csv": "code,reported_at\n07201,25:99\n",
                "xa.csv": "code,reported_at\n07201,1999-01-01 10:00\n",
                "đầu.csv": "code,ghi chú\n07201,x\n",
                "nul.csv": b"code,staff_present\n07201,1\0\n",
                "trống.csv": ""}.items():
            done = call("reports", self.file, "--import", self.write(name, text), code=1)
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn(name, done.stderr)
        self.assertEqual(content(self.file), before)


if __name__ == "__main__":
    main()
