#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-watch.py KHAOSAT-CLI DATA: a script lets the exports in that come into a folder."""
import csv
import io
import os
import shutil
import signal
import subprocess
import time

from cli import CLI, DAY, TEMPLATE, VIETNAMESE, FolderCase, call, main, make_campaign, table

ROW = "Dấu thời gian,Mã đơn vị,A1\n01/04/2024 08:05:01,07210-5M5RYJ,Tốt\n"


class Watch(FolderCase):
    def setUp(self):
        super().setUp()
        self.file = self.folder / f"{self._testMethodName}.khaosat"
        make_campaign(self.file, "--template", TEMPLATE, "--units", DAY / "units.csv")
        self.watched = self.folder / f"theo dõi {self._testMethodName}"
        self.watched.mkdir()

    def look(self):
        return {row["file"]: row["state"] for row in table("watch", self.file, self.watched, "--once")}

    def test_once(self):
        (self.watched / "a.csv").write_text(ROW, encoding="utf-8")
        (self.watched / "b.csv").write_text("a,b\n1,2\n", encoding="utf-8")
        self.assertEqual(self.look(), {"a.csv": "taken", "b.csv": "other"})
        self.assertEqual(self.look(), {"a.csv": "known", "b.csv": "other"})
        self.assertEqual([row["counted"] for row in table("batches", self.file)], ["1"])
        done = call("watch", self.file, self.folder / "không có", "--once", code=1)
        self.assertRegex(done.stderr, VIETNAMESE)
        call("watch", self.file, code=2)

    def test_until_a_signal(self):
        """A file comes in slowly: it is taken once and whole; then a signal ends the watch, which is no failure."""
        watch = subprocess.Popen([CLI, "watch", self.file, self.watched],
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            data = (DAY / "google-native.csv").read_bytes()
            with open(self.watched / "ngày.csv", "wb") as out:
                for start in range(0, len(data), len(data) // 8 + 1):
                    out.write(data[start:start + len(data) // 8 + 1])
                    out.flush()
                    os.fsync(out.fileno())
                    time.sleep(0.5)
            deadline = time.monotonic() + 30
            while not table("batches", self.file) and time.monotonic() < deadline:
                time.sleep(0.3)
            shutil.copy(self.watched / "ngày.csv", self.watched / "ngày (1).csv")
            time.sleep(6)
        finally:
            watch.send_signal(signal.SIGTERM)
        out, _ = watch.communicate(timeout=20)
        self.assertEqual(watch.returncode, 0)
        self.assertEqual({row["file"]: row["state"] for row in csv.DictReader(io.StringIO(out))},
                         {"ngày.csv": "taken", "ngày (1).csv": "known"})
        self.assertEqual([(row["rows"], row["counted"]) for row in table("batches", self.file)], [("4487", "4466")])


if __name__ == "__main__":
    main()
