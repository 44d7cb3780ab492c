#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-faults.py KHAOSAT-CLI DATA: an import that is killed, or that finds no room, leaves the campaign with all
or with nothing. KHAOSAT_KILLS: how often it is killed (20); KHAOSAT_SEED: at which moments."""
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import time

from cli import CLI, DAY, TEMPLATE, VIETNAMESE, FolderCase, call, content, main, make_campaign

KILLS = int(os.environ.get("KHAOSAT_KILLS", "20"))
SEED = int(os.environ.get("KHAOSAT_SEED", "1"))
COPIES = 8  # of the day, so that an import takes long enough to be hit


class Faults(FolderCase):
    @classmethod
    def fill(cls):
        cls.empty, cls.file = cls.folder / "empty.khaosat", cls.folder / "dot.khaosat"
        make_campaign(cls.empty, "--units", DAY / "units.csv", "--template", TEMPLATE)
        head, rows = (DAY / "google-native.csv").read_bytes().split(b"\n", 1)
        cls.answers = cls.folder / "answers.csv"
        cls.answers.write_bytes(head + b"\n" + COPIES * rows.rstrip(b"\n").join([b"", b"\n"]))
        cls.before = content(cls.empty)
        cls.start_over()
        started = time.monotonic()
        call("import", cls.file, cls.answers)
        cls.seconds = time.monotonic() - started
        cls.n_after = cls.count()

    @classmethod
    def start_over(cls):
        for path in cls.folder.glob("dot.khaosat*"):
            path.unlink()
        shutil.copy(cls.empty, cls.file)

    @classmethod
    def count(cls):
        db = sqlite3.connect(cls.file)
        try:
            return [db.execute(f"SELECT COUNT (*) FROM {name}").fetchone()[0] for name in ("response", "batch", "log")]
        finally:
            db.close()

    def kill_after(self, seconds):
        """Whether the import was still going on."""
        self.start_over()
        importing = subprocess.Popen([CLI, "import", "--quiet", self.file, self.answers], stdout=subprocess.DEVNULL)
        try:
            importing.wait(seconds)
        except subprocess.TimeoutExpired:
            importing.kill()
        return importing.wait() != 0

    def test_kill(self):
        moments = random.Random(SEED)
        n_killed = n_in = 0
        for _ in range(KILLS):
            n_killed += self.kill_after(moments.uniform(0, self.seconds))
            # The program is the first to open what is left, with its journal.
            call("check", self.file)
            if self.count() == self.n_after:
                n_in += 1
            else:
                self.assertEqual(content(self.file), self.before)
        print(f"{KILLS} imports: {n_killed} killed, {n_in} had committed")
        self.assertGreater(n_killed, 0)

    def test_interrupted(self):
        """Somebody was ended in the middle of a write without a log, as when a file goes over to one."""
        self.start_over()
        left = self.folder / "left.khaosat"
        writer = sqlite3.connect(self.file, isolation_level=None)
        try:
            writer.execute("PRAGMA cache_size = 1")
            writer.execute("BEGIN")
            writer.execute("UPDATE unit SET name = name || 'x'")
            for end in ("", "-journal"):
                shutil.copy(f"{self.file}{end}", f"{left}{end}")
        finally:
            writer.close()
        call("check", left)
        self.assertEqual(content(left), self.before)

    def test_file_limit(self):
        """No file may grow beyond so many bytes: as on a disk that is full, in the middle of a write."""
        self.start_over()
        size = self.file.stat().st_size
        for limit in (size, size + 100_000, size + 1_000_000, size + 3_000_000):
            self.start_over()
            done = subprocess.run(
                [CLI, "import", "--quiet", self.file, self.answers], capture_output=True, text=True, timeout=120,
                preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
            self.assertEqual(done.returncode, 1, (limit, done))
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertRegex(done.stderr, VIETNAMESE)
            self.assertIn(self.file.name, done.stderr)
            call("check", self.file)
            self.assertEqual(content(self.file), self.before, limit)


main()
