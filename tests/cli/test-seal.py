#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-seal.py KHAOSAT-CLI DATA: figures are sealed, one byte that is another is named, and the archive gives them anew."""
import csv
import hashlib
import json
import os
import random
import signal
import struct
import subprocess
import time
import unittest
import zipfile

from cli import CLI, DAY, TEMPLATE, VIETNAMESE, FolderCase, call, content, digest, main, make_campaign, table

WHY = "Phiếu gửi hai lần; Nguyễn Văn Mật đã xác nhận"
NOTE = "Số liệu gửi Ban Chỉ đạo"
KEY = "6b68616f7361742d64656d6f2d6b65792d6e6f742d666f722d7265616c2d7573"
PDF = b"%PDF-1.7\n%%EOF\n"


def available(*names):
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower().split()
    return [name for name in names if name.lower().replace("-", "") in known]


ELSEWHERE = [{"LC_ALL": "C", "TZ": "UTC"}, {"LC_ALL": "C.UTF-8", "LANGUAGE": "vi", "TZ": "America/Los_Angeles"},
             {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "TZ": "Pacific/Kiritimati"},
             *({"LC_ALL": name, "TZ": "Asia/Ho_Chi_Minh"}
               for name in available("tr_TR.UTF-8", "de_DE.UTF-8", "vi_VN.UTF-8", "fr_FR.UTF-8"))]


def write_zip(path, parts):
    """Parts as a seal writes them: as they are, in the year 1980, with nothing else around them."""
    local = directory = b""
    for name, data in parts:
        facts = struct.pack("<HHHHHIIIHH", 20, 0x800, 0, 0, 0x21, zip_crc(data), len(data), len(data), len(name), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + facts + struct.pack("<HHHII", 0, 0, 0, 0, len(local)) + name.encode()
        local += b"PK\3\4" + facts + name.encode() + data
    end = struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(directory), len(local), 0)
    path.write_bytes(local + directory + b"PK\5\6" + end)


def zip_crc(data):
    return zipfile.crc32(data) & 0xffffffff


def read_parts(path):
    with zipfile.ZipFile(path) as file:
        return [(info.filename, file.read(info)) for info in file.infolist()]


def forge(parts, name, change):
    """Changes a part and whatever tells its hash: nobody who has that file alone can see it."""
    parts = [(part, change(data) if part == name else data) for part, data in parts]
    manifest = json.loads(dict(parts)["manifest.json"])
    for entry in manifest["parts"]:
        data = dict(parts)[entry["name"]]
        entry["sha256"], entry["size"] = hashlib.sha256(data).hexdigest(), len(data)
    text = (json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()
    parts = [(part, text if part == "manifest.json" else data) for part, data in parts]
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {part}\n" for part, data in parts if part != "SHA256SUMS").encode()
    return [(part, sums if part == "SHA256SUMS" else data) for part, data in parts]


class Seal(FolderCase):
    @classmethod
    def fill(cls):
        """A day with all that happens: several shapes, decisions, an import that was withdrawn, a merge, an extension."""
        file = cls.file = cls.folder / "day.khaosat"
        make_campaign(file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        lines = (DAY / "google-sheet-vi.csv").read_bytes().splitlines(keepends=True)
        (cls.folder / "part.csv").write_bytes(b"".join(lines[:1500]))
        call("import", file, cls.folder / "part.csv")
        call("import", file, DAY / "msforms.xlsx")
        call("withdraw", file, 1)
        call("import", file, DAY / "kobo.csv.zip")
        call("reports", file, "--import", DAY / "reports.csv")
        call("extend", file, "--until", "2024-04-03T12:00", "--reason", "Mất điện diện rộng", "--decision", "15-QĐ/BCĐ")
        call("tally", file)
        call("unit", file, "07201", "staff_party=12", "--reason", "Kiểm tra lại")
        call("events", file, "--add", "merge", "--day", "2024-05-01", "--from", "07210,07213", "--to", "07210=Phường Mới",
             "--note", "NQ 1191")
        call("weights", file, "--lock", "--actor", "Nguyễn Văn Mật")
        call("publish", file, "--note", NOTE)
        cls.decide()
        call("publish", file, "--correct", "--reason", "Đối chiếu lại", "--agreed", "Nguyễn Văn Mật")
        call("report", file, "--document", "summary", "--output", cls.folder / "tổng hợp.pdf")
        cls.seal, cls.archive = cls.folder / "niêm phong.zip", cls.folder / "lưu.zip"
        cls.done = call("seal", file, "--output", cls.seal, "--archive", cls.archive, "--paper", cls.folder / "tổng hợp.pdf")

    @classmethod
    def decide(cls):
        """One of two sheets goes, one that waited counts, one moves, one does not count."""
        ids = {}
        for row in table("findings", cls.file):
            ids.setdefault(row["kind"], []).append(row["id"])
        for row, words in ((ids["double"][0], ["exclude"]), (ids["unknown_unit"][0], ["move", "--to", "07204"]),
                           (ids["token_mismatch"][0], ["exclude"]), (ids["outside_window"][0], ["count"])):
            call("decide", cls.file, row, *words, "--reason", WHY)

    def faults(self, path, *words):
        done = call("verify", path, *words, code=1)
        rows = list(csv.DictReader(done.stdout.splitlines()))
        self.assertGreater(len(rows), 0, done.stderr)
        return rows

    def test_whole(self):
        self.assertRegex(self.done.stderr, VIETNAMESE)
        self.assertEqual(self.done.stdout, "")
        done = call("verify", self.seal)
        self.assertEqual(done.stdout, "file,part,fault\n")
        code = digest_of(dict(read_parts(self.seal))["manifest.json"])[:16].upper()
        self.assertIn(" ".join(code[i:i + 4] for i in range(0, 16, 4)), done.stderr)
        both = call("verify", self.seal, "--archive", self.archive)
        self.assertEqual(both.stdout, "file,part,fault\n")
        self.assertIn("3", both.stderr)

    def test_by_hand(self):
        folder = self.folder / "by-hand"
        with zipfile.ZipFile(self.seal) as file:
            self.assertIsNone(file.testzip())
            file.extractall(folder)
        done = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=folder, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        self.assertEqual((folder / "van-ban" / "01-tong-hop.pdf").read_bytes(), (self.folder / "tổng hợp.pdf").read_bytes())

    def test_holds_no_answer_and_no_secret(self):
        """A seal is public: no sheet, no text, no name of who acted, no key."""
        public = b"\n".join(data for name, data in read_parts(self.seal) if not name.startswith("van-ban/"))
        for secret in (KEY, bytes.fromhex(KEY), "Mật", NOTE, "Mất điện", "Gõ nhầm", "5M5RYJ", os.environ.get("USER", "root-user")):
            self.assertNotIn(secret.encode() if isinstance(secret, str) else secret, public)
        with (DAY / "google-sheet-vi.csv").open(encoding="utf-8-sig") as rows:
            texts = [value for row in list(csv.DictReader(rows))[:400] for value in row.values() if len(value) > 60]
        self.assertGreater(len(texts), 3)
        self.assertNotIn(b'"actor"', public)
        for text in texts:
            self.assertNotIn(text.encode(), public)
        private = b"\n".join(data for _, data in read_parts(self.archive))
        self.assertIn(KEY.encode(), private)
        self.assertIn("KHÔNG GỬI RA NGOÀI".encode(), dict(read_parts(self.archive))["DOC-TRUOC.txt"])

    def test_figures(self):
        parts = dict(read_parts(self.seal))
        rows = list(csv.DictReader(parts["so-lieu/tham-gia.csv"].decode().splitlines()))
        manifest = json.loads(parts["manifest.json"])
        self.assertEqual(rows[0]["scope"], "province")
        self.assertEqual(sum(int(row["counted"]) for row in rows if row["scope"] == "district"), int(rows[0]["counted"]))
        named = [row for row in rows if row["scope"] == "unit"]
        self.assertEqual(len(named), int(rows[0]["units"]) - manifest["settled"]["units_being_reconciled"])
        answers = list(csv.DictReader(parts["so-lieu/tra-loi.csv"].decode().splitlines()))
        self.assertTrue(all(int(row["answered"]) >= 5 for row in answers if row["answered"]))
        told = {row["question"]: row for row in table("tally", self.file)}
        first = next(row for row in answers if row["scope"] == "province" and row["question"] == "A1")
        self.assertEqual(sum(int(n) for n in first["levels"].split()), int(first["answered"]))
        self.assertIn("A1", told)
        apart = list(csv.DictReader(parts["so-lieu/khong-tinh.csv"].decode().splitlines()))
        self.assertTrue(any(row["decision"] == "exclude" for row in apart))
        self.assertTrue(any(row["decision"] == "move" and row["state"] == "counted" for row in apart))
        earlier = list(csv.DictReader(parts["so-lieu/cac-lan-truoc.csv"].decode().splitlines()))
        self.assertEqual({row["seq"] for row in earlier}, {"1", "2"} & {row["seq"] for row in earlier})
        self.assertGreater(len(earlier), 0)
        self.assertEqual([entry["state"] for entry in manifest["inputs"]][0], "withdrawn")
        self.assertEqual(manifest["inputs"][0]["size"], (self.folder / "part.csv").stat().st_size)
        self.assertEqual(manifest["inputs"][0]["sha256"], digest(self.folder / "part.csv"))

    def test_same_bytes_everywhere(self):
        """Sealing again, in other places, gives the same two files, though the log says that it was done."""
        for number, where in enumerate(ELSEWHERE):
            seal, archive = self.folder / f"again-{number}.zip", self.folder / f"again-archive-{number}.zip"
            call("seal", self.file, "--output", seal, "--archive", archive, "--paper", self.folder / "tổng hợp.pdf", env=where)
            self.assertEqual(digest(seal), digest(self.seal), where)
            self.assertEqual(digest(archive), digest(self.archive), where)
            self.assertEqual(call("verify", seal, "--archive", archive, env=where).stdout, "file,part,fault\n")
        self.assertEqual(table("log", self.file)[-1]["action"], "seal")
        self.assertEqual(call("check", self.file).stdout, "ok\n")

    def test_flipped_byte(self):
        """Some places, and some in every part and record: each is named, none passes, none crashes. (Many more: test-seal.c.)"""
        for path, words in ((self.seal, ()), (self.archive, (self.seal,))):
            whole = path.read_bytes()
            broken = self.folder / "broken.zip"
            with zipfile.ZipFile(path) as file:
                infos = file.infolist()
            places = {info.header_offset + step: None for info in infos for step in (8, 14, 22)}
            for info in infos:
                start = info.header_offset + 30 + len(info.filename)
                for at in {start + info.file_size // 2} if info.file_size else ():
                    places[at] = info.filename
            chance = random.Random(1)
            places.update({at: None for at in chance.sample(range(len(whole)), 20)})
            places.update({len(whole) - step: None for step in range(1, 23, 7)})
            for at, part in places.items():
                data = bytearray(whole)
                data[at] ^= 1 << chance.randrange(8)
                broken.write_bytes(data)
                rows = self.faults(*((words[0], "--archive", broken) if words else (broken,)))
                if part == "SHA256SUMS":
                    self.assertTrue({"SHA256SUMS", "manifest.json"} & {row["part"] for row in rows}, rows)
                elif part:
                    self.assertIn(part, [row["part"] for row in rows])

    def test_cut_and_added(self):
        whole, broken = self.seal.read_bytes(), self.folder / "cut.zip"
        for length in (0, 1, 3, 29, 31, 1000, len(whole) // 2, len(whole) - 1):
            broken.write_bytes(whole[:length])
            self.faults(broken)
        broken.write_bytes(whole + b"\0")
        self.assertEqual([row["part"] for row in self.faults(broken)], [""])
        parts = read_parts(self.seal)
        write_zip(broken, parts)
        self.assertEqual(broken.read_bytes(), whole)
        write_zip(broken, parts + [("so-lieu/them.csv", b"x")])
        self.assertEqual([row["part"] for row in self.faults(broken)], ["so-lieu/them.csv", "SHA256SUMS"][:1])
        write_zip(broken, [part for part in parts if part[0] != "nhat-ky.csv"])
        self.assertIn("nhat-ky.csv", [row["part"] for row in self.faults(broken)])
        write_zip(broken, parts[1:] + parts[:1])
        self.assertEqual([row["part"] for row in self.faults(broken)], ["SHA256SUMS"])

    def test_hostile(self):
        """Names that lead out, twice the same, packed, a bomb, a manifest of brackets, something else altogether."""
        broken = self.folder / "hostile.zip"
        parts = read_parts(self.seal)
        for name in ("../x.csv", "/etc/passwd", "a/../../b", ".hidden", "a//b", "C:\\x"):
            write_zip(broken, parts + [(name, b"x")])
            self.assertIn(name, [row["part"] for row in self.faults(broken)])
        write_zip(broken, parts + [parts[2]])
        self.assertIn(parts[2][0], [row["part"] for row in self.faults(broken)])
        with zipfile.ZipFile(broken, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in parts:
                file.writestr(name, data)
        self.faults(broken)
        with zipfile.ZipFile(broken, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("manifest.json", b"[" * (200 << 20))
        start = time.monotonic()
        self.faults(broken)
        self.assertLess(time.monotonic() - start, 2)
        for manifest in (b"[" * 100000, b"{}", b"", b"\xff\xfe", b'{"format": "khaosat-seal", "version": 99}',
                         b'{"format": "khaosat-seal", "version": 1, "log": [], "campaign": 3, "parts": {"a": 1}}',
                         b"{" + b'"a":1,' * (12 << 20) + b'"b":2}'):
            write_zip(broken, [(name, manifest if name == "manifest.json" else data) for name, data in parts])
            self.assertIn("manifest.json", [row["part"] for row in self.faults(broken)])
        for data in (b"hello", PDF, (DAY / "units.csv").read_bytes(), self.file.read_bytes()):
            broken.write_bytes(data)
            self.faults(broken)
        self.assertEqual(call("verify", self.folder / "none.zip", code=1).stdout, "")
        self.assertEqual(len(call("verify", self.folder, code=1).stderr.splitlines()), 1)
        self.faults(self.archive)
        self.faults(self.seal, "--archive", self.seal)

    def test_archive_of_another_survey(self):
        """Is told as that, in one line: nothing is compared with its figures."""
        other, seal, archive = (self.folder / name for name in ("other.khaosat", "other.zip", "other-archive.zip"))
        make_campaign(other, "--units", DAY / "units.csv", "--template", TEMPLATE)
        call("import", other, DAY / "kobo.csv.zip")
        call("publish", other, "--note", "")
        call("seal", other, "--output", seal, "--archive", archive)
        row, = self.faults(self.seal, "--archive", archive)
        self.assertEqual((row["file"], row["part"]), ("other-archive.zip", ""))
        self.assertIn("hồ sơ niêm phong khác", row["fault"])

    def test_forged(self):
        """Whoever changes figures and all hashes is found by the archive, and the line is told."""
        parts, forged = read_parts(self.seal), self.folder / "forged.zip"
        line = dict(parts)["so-lieu/tra-loi.csv"].decode().splitlines()[1]
        write_zip(forged, forge(parts, "so-lieu/tra-loi.csv", lambda data: data.replace(line.encode(), (line + "9").encode(), 1)))
        self.assertEqual(call("verify", forged).stdout, "file,part,fault\n")
        rows = self.faults(forged, "--archive", self.archive)
        self.assertIn(line, next(row["fault"] for row in rows if row["part"] == "so-lieu/tra-loi.csv"))
        self.assertIn("manifest.json", [row["part"] for row in rows])

        other = self.folder / "forged-archive.zip"
        kept = read_parts(self.archive)
        write_zip(other, forge(kept, "phieu/0002.csv", lambda data: data.replace("Rất tốt".encode(), "Rất kém".encode(), 1)))
        self.assertIn("phieu/0002.csv", [row["part"] for row in self.faults(self.seal, "--archive", other)])
        write_zip(other, forge(kept, "xu-ly.jsonl", lambda data: b""))
        self.assertIn("so-lieu/khong-tinh.csv", [row["part"] for row in self.faults(self.seal, "--archive", other)])
        write_zip(other, forge(kept, "bang/log.jsonl", lambda data: data.replace(b'"action":"extend"', b'"action":"extent"')))
        self.assertIn("bang/log.jsonl", [row["part"] for row in self.faults(self.seal, "--archive", other)])
        chance = random.Random(2)
        for name in ("xu-ly.jsonl", "da-neu.jsonl", "bang/setting.jsonl", "bang/unit.jsonl", "bang/form_version.jsonl",
                     "bang/batch.jsonl", "bang/staff.jsonl", "bang/recipe.jsonl", "bang/given_out.jsonl"):
            for _ in range(2):
                at = chance.randrange(max(len(dict(kept)[name]), 1))
                change = chance.choice((lambda data: data[:at], lambda data: data[:at] + b"-9" + data[at + 1:],
                                        lambda data: data + b'{"a":1}\n', lambda data: b"[]\n" + data,
                                        lambda data: data.replace(b":1", b":99999999999"), lambda data: data[:at] + b"\xff" + data[at:]))
                write_zip(other, forge(kept, name, change))
                done = subprocess.run([CLI, "verify", str(self.seal), "--archive", str(other)], capture_output=True, text=True)
                self.assertIn(done.returncode, (0, 1), (name, done.stderr[-500:]))
                self.assertNotIn("CRITICAL", done.stderr)

    def test_every_shape(self):
        """Each export comes in anew as it came in, without times, with a unit to a file, or with a spelling that was taught."""
        for name in ("google-native.csv", "google-sheet-vi.csv", "google-sheet-vi.xlsx", "msforms.xlsx", "limesurvey.csv.zip",
                     "kobo.csv.zip"):
            file = self.folder / f"{name}.khaosat"
            make_campaign(file, "--units", DAY / "units.csv", "--template", TEMPLATE)
            call("import", file, DAY / name)
            call("publish", file, "--note", NOTE)
            seal, archive = self.folder / f"{name}.zip", self.folder / f"{name}-archive.zip"
            call("seal", file, "--output", seal, "--archive", archive)
            done = call("verify", seal, "--archive", archive)
            self.assertNotIn("riêng hồ sơ lưu", done.stderr, name)  # nothing rests on the archive's word
            self.assertEqual(dict(read_parts(archive))["xu-ly.jsonl"], b"", name)

    def test_touches_no_campaign(self):
        before = {path: digest(path) for path in self.folder.glob("*.khaosat")}
        call("verify", self.seal, "--archive", self.archive)
        self.assertEqual({path: digest(path) for path in before}, before)

    def test_refusals(self):
        young = self.folder / "young.khaosat"
        make_campaign(young, "--units", DAY / "units.csv", "--template", TEMPLATE)
        call("import", young, DAY / "google-native.csv")
        before = content(young)
        target = self.folder / "refused.zip"
        for words in ((young, "--output", target), (young, "--output", young), (self.file, "--output", self.file),
                      (self.file, "--output", target, "--archive", target), (self.file, "--output", self.folder / "no" / "x.zip"),
                      (self.file, "--output", target, "--paper", DAY / "units.csv"),
                      (self.file, "--output", target, "--paper", self.file)):
            done = call("seal", *words, code=1)
            self.assertEqual(len(done.stderr.splitlines()), 1)
            self.assertRegex(done.stderr, VIETNAMESE)
        call("seal", self.file, code=2)
        self.assertFalse(target.exists())
        self.assertEqual(content(young), before)

    def test_killed_in_the_middle(self):
        """What stood there before stands there still, whole, or the new file does."""
        file, seal, archive = self.folder / "killed.khaosat", self.folder / "killed.zip", self.folder / "killed-archive.zip"
        file.write_bytes(self.file.read_bytes())
        for delay in (0.02, 0.06, 0.12, 0.2, 0.3):
            seal.write_bytes(b"before")
            process = subprocess.Popen([CLI, "seal", str(file), "--output", str(seal), "--archive", str(archive), "--quiet"])
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            process.wait()
            if seal.read_bytes() != b"before":
                self.assertEqual(call("verify", seal, "--archive", archive).stdout, "file,part,fault\n")
            self.assertEqual(call("check", file).stdout, "ok\n")


def digest_of(data):
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    main()
