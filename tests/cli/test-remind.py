#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-remind.py KHAOSAT-CLI DATA: calls, and texts and pictures for groups, by the command line."""
import json
import struct

from cli import DAY, TEMPLATE, FolderCase, call, content, main, make_campaign, table

CALLS = "id called code name actor outcome appointment note".split()


class Remind(FolderCase):
    @classmethod
    def fill(cls):
        cls.full = cls.folder / "full.khaosat"
        make_campaign(cls.full, "--units", DAY / "units.csv", "--template", TEMPLATE)
        call("import", cls.full, DAY / "google-native.csv")
        cls.empty = cls.folder / "empty.khaosat"
        make_campaign(cls.empty, "--units", DAY / "units.csv")

    def template(self, data):
        path = self.folder / "template.txt"
        path.write_bytes(data)
        return path

    def refuse(self, path, *words, code=1, part=""):
        before = content(path)
        done = call(*words[:1], path, *words[1:], code=code)
        self.assertIn(part, done.stderr)
        self.assertEqual(done.stderr.count("\n"), 1)
        self.assertEqual(content(path), before)

    def test_calls(self):
        path = self.empty
        rows = table("calls", path, "--add", "07201=reminded,đã đọc tin", "--actor", "Nguyễn Thị A")
        self.assertEqual(list(rows[0]), CALLS)
        self.assertEqual((rows[0]["code"], rows[0]["name"], rows[0]["actor"], rows[0]["outcome"], rows[0]["note"]),
                         ("07201", "Phường Thọ Xương", "Nguyễn Thị A", "reminded", "đã đọc tin"))
        rows = table("calls", path, "--add", "213=appointment,2099-04-01T16:30", "--called", "2024-04-01T15:20")
        self.assertEqual([row["code"] for row in rows], ["213", "07201"])
        self.assertEqual((rows[0]["called"], rows[0]["appointment"]),
                         ("2024-04-01T15:20:00", "2099-04-01T16:30:00"))
        self.assertEqual(len(table("calls", path, "--unit", "07201")), 1)
        self.assertEqual(len(table("calls", path, "--take-back", rows[1]["id"])), 1)
        self.refuse(path, "calls", "--add", "99999=reminded", part="99999")
        self.refuse(path, "calls", "--add", "07201=reminded", "--called", "soon", code=2, part="soon")
        self.refuse(path, "calls", "--called", "12:00", code=2, part="--add")
        self.refuse(path, "calls", "--take-back", "77", part="77")

    def test_texts(self):
        text = call("remind", self.full, "--district", "218", "--at", "2024-04-01T15:00").stdout
        self.assertTrue(text.startswith("Tính đến 15 giờ 00 ngày 01/4/2024, huyện Lục Nam có 579/679 cán bộ, công chức "
                                        "tham gia khảo sát, đạt 85,27%. Đơn vị đạt dưới 80%: xã Tam Dị (73,33%), "), text)
        self.assertTrue(text.endswith("thời gian khảo sát đến hết ngày 01/4/2024. Trân trọng cảm ơn.\n"), text)
        rows = json.loads(call("remind", self.full, "--format", "json").stdout)
        self.assertEqual(len(rows), 11)
        self.assertEqual(rows[0]["scope"], "")
        self.assertEqual([row["scope"] for row in rows if "huyện Lục Nam" in row["text"]], ["", "218"])
        self.assertIn("Chưa có số liệu tham gia khảo sát.", call("remind", self.empty, "--province").stdout)

    def test_template(self):
        path = self.empty
        usual = call("remind", path, "--district", "218").stdout
        changed = call("remind", path, "--district", "218", "--template",
                       self.template("\ufeffNhắc {nơi}[ lúc {thời điểm}].\r\n".encode())).stdout
        self.assertEqual(changed, "Nhắc huyện Lục Nam.\n")
        self.assertNotIn("Nhắc", call("remind", path, "--province").stdout)
        for data, part in ((b"{x} {as_of}", "{x}"), (b"\xff\xfe\x00", "UTF-8"), (b"{as_of}\x00secret", "UTF-8"),
                           (b"{as_of}\x01secret", "điều khiển"), (b"", "trống"), (b"a", "{thời điểm}"),
                           (b"x" * 5000, "4000"), (b"x" * 70000, "64 KB")):
            self.refuse(path, "remind", "--template", self.template(data), part=part)
            self.refuse(path, "remind", "--template", self.template(data), part="template.txt")
        good = self.template("Nhắc {nơi}[ lúc {thời điểm}].".encode("utf-16"))
        self.refuse(path, "remind", "--template", good, "--district", "999", part="999")
        self.refuse(path, "remind", "--template", good, "--picture", self.folder / "a.jpg", part=".png")
        self.assertEqual(call("remind", path, "--district", "218", "--template", good).stdout, "Nhắc huyện Lục Nam.\n")
        self.refuse(path, "remind", "--template", self.folder / "nowhere.txt", part="nowhere.txt")
        self.assertEqual(call("remind", path, "--district", "218", "--reset").stdout, usual)

    def test_picture(self):
        path = self.folder / "table.png"
        call("remind", self.full, "--district", "218", "--picture", path)
        first = path.read_bytes()
        self.assertEqual(first[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(struct.unpack(">I", first[16:20])[0], 1240)
        call("remind", self.full, "--district", "218", "--picture", path)
        self.assertEqual(path.read_bytes(), first)
        call("remind", self.full, "--picture", path)
        self.assertNotEqual(path.read_bytes(), first)
        call("remind", self.full, "--picture", self.folder / "no" / "where.png", code=1)

    def test_refused(self):
        self.refuse(self.full, "remind", "--district", "999", part="999")
        self.refuse(self.full, "remind", "--district", "999", "--picture", self.folder / "x.png", part="999")
        self.refuse(self.full, "remind", "--district", "218", "--province", code=2, part="--province")
        self.refuse(self.full, "remind", "--at", "noon", code=2, part="noon")
        self.refuse(self.full, "remind", "--reset", "--template", "x", code=2, part="--reset")


if __name__ == "__main__":
    main()
