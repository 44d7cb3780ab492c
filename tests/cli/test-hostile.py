#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-hostile.py KHAOSAT-CLI DATA: files of answers that harm or mislead whoever trusts them. Each is refused in one
Vietnamese sentence that names the file, the row where there is one, and what to do; soon, in little memory, and the
campaign holds what it held."""
import io
import os
import re
import subprocess
import sys
import time
import zipfile

from cli import CLI, DAY, TEMPLATE, VIETNAMESE, FolderCase, call, content, main, make_campaign, table

MEMORY = 64 << 10   # KB beyond what the program takes by itself
SECONDS = 20        # on a machine that does other work as well
REMEDY = re.compile("đề nghị|hãy|xóa bớt", re.IGNORECASE)

HEAD = "Thời điểm,Mã khảo sát,A1,A2\n"
GOOD = "01/04/2024 8:05:12,07210-5M5RYJ,5,5\n"
OFFICE = "http://schemas.openxmlformats.org"
TYPE = "application/vnd.oasis.opendocument.spreadsheet"
CELLS = "".join(f'<c r="{column}1" t="inlineStr"><is><t>{text}</t></is></c>'
                for column, text in zip("ABCD", HEAD.strip().split(",")))
HEADER_ROW = f'<row r="1">{CELLS}</row>'
ODS_HEADER = "<table:table-row>" + "".join(
    f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    for text in HEAD.strip().split(",")) + "</table:table-row>"


def pack(parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def xlsx(*sheets, strings=None, raw=None):
    """A workbook; raw: the whole text of its first sheet."""
    relation = f'<Relationship Id="%s" Type="{OFFICE}/officeDocument/2006/relationships/%s" Target="%s"/>'
    numbers = range(1, len(sheets) + 1)
    links = "".join(relation % (f"r{n}", "worksheet", f"s{n}.xml") for n in numbers)
    parts = {
        "_rels/.rels": f"<Relationships>{relation % ('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns:r="{OFFICE}/officeDocument/2006/relationships"><sheets>'
                           + "".join(f'<sheet name="Trang {n}" r:id="r{n}"/>' for n in numbers) + "</sheets></workbook>",
    }
    if strings is not None:
        links += relation % ("t", "sharedStrings", "strings.xml")
        parts["xl/strings.xml"] = strings
    parts["xl/_rels/workbook.xml.rels"] = f"<Relationships>{links}</Relationships>"
    for n, rows in zip(numbers, sheets):
        parts[f"xl/s{n}.xml"] = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
    if raw is not None:
        parts["xl/s1.xml"] = raw
    return pack(parts)


def ods(rows, raw=None, manifest="<m/>"):
    content_xml = raw or (
        '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>'
        f'<table:table table:name="Phiếu">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>")
    return pack({"mimetype": TYPE, "content.xml": content_xml, "META-INF/manifest.xml": manifest})


def row(number, *cells):
    return f'<row r="{number}">{"".join(cells)}</row>'


BLANKS = " " * (64 << 20)
DOCTYPE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
ODS_CELL = '<table:table-cell office:value-type="float" office:value="1"/>'

# name of the file: its bytes, and what the sentence names beside it
FILES = {
    # delimited text
    "một ô 100 MB.csv": (lambda: (HEAD + "x" * (100 << 20)).encode(), "dòng 2"),
    "ngoặc mở.csv": (lambda: (HEAD + GOOD + '"' + "y\n" * 50_000).encode(), "dòng 3"),
    "NUL.csv": (lambda: (HEAD + GOOD).encode() + b"\0" * 4000, ""),
    "lệch cột.csv": (lambda: (HEAD + GOOD + "01/04/2024 8:05:12,07210-5M5RYJ,5\n").encode(), "dòng 3"),
    "quá nhiều cột.csv": (lambda: (HEAD.strip() + ",z" * 600 + "\n").encode(), "500"),
    "chỉ tiêu đề.csv": (lambda: HEAD.encode(), ""),
    "không câu hỏi.csv": (lambda: "Thời điểm,Mã khảo sát\n01/04/2024 8:05:12,07210-5M5RYJ\n".encode(), ""),
    "không đơn vị.csv": (lambda: "Thời điểm,A1,A2\n01/04/2024 8:05:12,5,5\n".encode(), ""),
    "đợt khác.csv": (lambda: (HEAD + "01/04/2024 8:05:12,07210-AAAAAA,5,5\n" * 4).encode(), ""),
    "múi giờ.csv": (lambda: (HEAD + GOOD.replace("12,", "12 CST,", 1)).encode(), "CST"),
    # workbooks of Excel
    "phình.xlsx": (lambda: xlsx("", raw="<worksheet>" + BLANKS), ""),
    "phình chuỗi.xlsx": (lambda: xlsx(HEADER_ROW, strings="<sst>" + BLANKS), ""),
    "doctype.xlsx": (lambda: xlsx("", raw=DOCTYPE + "<worksheet>&b;</worksheet>"), ""),
    "chỉ số.xlsx": (lambda: xlsx(HEADER_ROW + row(2, '<c r="A2" t="s"><v>7</v></c>'), strings="<sst/>"), "dòng 2"),
    "XFD1048576.xlsx": (lambda: xlsx(HEADER_ROW + row(1048576, '<c r="XFD1048576"><v>1</v></c>')), "dòng 1.048.576"),
    "ô ngoài trang.xlsx": (lambda: xlsx(HEADER_ROW + row(2, '<c r="XFE2"><v>1</v></c>')), "dòng 2"),
    "dòng đảo.xlsx": (lambda: xlsx(HEADER_ROW + row(3) + row(2)), "dòng 3"),
    "ô dài.xlsx": (lambda: xlsx(HEADER_ROW + row(2, f'<c r="A2" t="str"><v>{"x" * 70_000}</v></c>')), "dòng 2"),
    "lồng sâu.xlsx": (lambda: xlsx("<a>" * 100_000), ""),
    "cụt.xlsx": (lambda: xlsx(HEADER_ROW)[:-60], ""),
    "trang sau hỏng.xlsx": (lambda: xlsx(HEADER_ROW + row(2, '<c r="A2"><v>1</v></c>'), "<row"), ""),
    "có mật khẩu.xlsx": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), ""),
    # OpenDocument
    "phình.ods": (lambda: ods("", raw="<a>" + BLANKS), ""),
    "doctype.ods": (lambda: ods("", raw=DOCTYPE + "<a>&b;</a>"), ""),
    "có mật khẩu.ods": (lambda: ods("", raw="\1", manifest="<m><encryption-data/></m>"), ""),
    "lặp dòng.ods": (lambda: ods(ODS_HEADER + '<table:table-row table:number-rows-repeated="1000000">' + ODS_CELL
                                 + "</table:table-row>"), "dòng 2"),
    "lặp cột.ods": (lambda: ods(ODS_HEADER + "<table:table-row>" + ODS_CELL.replace(
        "cell", 'cell table:number-columns-repeated="16384"') + "</table:table-row>"), "dòng 2"),
    "văn bản.ods": (lambda: pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), ""),
    # archives
    "phình.zip": (lambda: pack({"a.csv": HEAD + GOOD * 3_000_000}), ""),
    "phình trong.zip": (lambda: pack({"a.xlsx": BLANKS}), ""),
    "ra ngoài.zip": (lambda: pack({"../a.csv": HEAD + GOOD}), ""),
    "lồng.zip": (lambda: pack({"a.csv": HEAD + GOOD, "b.zip": pack({"c.csv": HEAD})}), "b.zip"),
    "xls.zip": (lambda: pack({"a.csv": HEAD + GOOD, "b.xls": b"\xd0\xcf\x11\xe0"}), "b.xls"),
    "một tệp hỏng.zip": (lambda: pack({"a.csv": HEAD + GOOD, "b.csv": HEAD + GOOD + "1,2\n"}), "b, dòng 3"),
    "quá nhiều tệp.zip": (lambda: pack({f"{n}.csv": HEAD + GOOD for n in range(600)}), "500"),
}


# A process begins with the memory of the one that starts it, which is large here.
STARTER = """import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(code)"""


def measure(*words):
    """Exit code, standard output and error, seconds and KB of a call."""
    start = time.monotonic()
    environment = {**os.environ, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=8"}
    done = subprocess.run([sys.executable, "-c", STARTER, CLI, *map(str, words)], capture_output=True, text=True,
                          timeout=120, env=environment)
    *lines, memory = done.stderr.splitlines()
    return done.returncode, done.stdout, "\n".join(lines), time.monotonic() - start, int(memory)


class Hostile(FolderCase):
    @classmethod
    def fill(cls):
        cls.file = cls.folder / "dot.khaosat"
        make_campaign(cls.file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        cls.memory = measure("check", cls.file)[4]
        cls.before = content(cls.file)

    def refuse(self, name, data, names):
        path = self.folder / name
        path.write_bytes(data)
        code, output, error, seconds, memory = measure("import", self.file, path, "--quiet")
        path.unlink()
        lines = error.splitlines()
        self.assertEqual((code, output, len(lines)), (1, "", 1), error)
        self.assertTrue(lines[0].startswith("khaosat-cli import: "), lines[0])
        for word in (name.split(".")[0], names):
            self.assertIn(word, lines[0])
        self.assertRegex(lines[0], VIETNAMESE)
        self.assertRegex(lines[0], REMEDY)
        self.assertLess(seconds, SECONDS, name)
        self.assertLess(memory - self.memory, MEMORY, name)
        self.assertEqual(content(self.file), self.before, name)

    def test_refused(self):
        for name, (make, names) in FILES.items():
            with self.subTest(name):
                self.refuse(name, make(), names)

    def test_no_file(self):
        """Whoever opens a pipe waits for somebody to write into it."""
        pipe = self.folder / "ống.csv"
        os.mkfifo(pipe)
        for words in (("import", self.file, pipe), ("units", self.file, "--import", pipe), ("batches", pipe),
                      ("prove", self.file, "--pdf", pipe)):
            code, _, error, seconds, _ = measure(*words)
            self.assertEqual((code, len(error.splitlines())), (1, 1), error)
            self.assertIn("ống", error)
            self.assertLess(seconds, SECONDS, words)
        self.assertEqual(content(self.file), self.before)

    def test_harmless(self):
        """What looks the same and is not: taken, and each column and row once."""
        harmless = {
            "cột lặp.csv": (HEAD.strip() + ",A1,A1\n" + GOOD.strip() + ",1,1\n").encode(),
            "ô trống XFD.xlsx": xlsx(HEADER_ROW + row(2, *(
                f'<c r="{c}2" t="str"><v>{v}</v></c>' for c, v in zip("ABCD", GOOD.strip().split(","))))
                + row(1048576, '<c r="XFD1048576" s="1"/>')),
        }
        for name, data in harmless.items():
            path = self.folder / name
            path.write_bytes(data)
            lines = table("import", self.file, path, "--dry-run", "--quiet")
            self.assertEqual([(line["rows"], line["counted"]) for line in lines], [("1", "1")], name)
        self.assertEqual(content(self.file), self.before)
        self.assertEqual(call("check", self.file).returncode, 0)

    def test_sheets(self):
        """A line for each sheet with answers; the same in an archive; and one act to all of them."""
        file = self.folder / "trang.khaosat"
        make_campaign(file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        answers = HEADER_ROW + row(2, *(f'<c r="{c}2" t="str"><v>{v}</v></c>'
                                        for c, v in zip("ABCD", GOOD.strip().split(","))))
        later = answers.replace("8:05", "9:05")
        for name, data, lines in (
                ("hai trang.xlsx", xlsx(answers, later), [("hai trang.xlsx › Trang 1", "1", "0"),
                                                          ("hai trang.xlsx › Trang 2", "1", "0")]),
                ("gói.zip", pack({"Xã Tân Sỏi.csv": "Thời điểm,A1\n01/04/2024 8:05:12,5\n",
                                  "b.xlsx": xlsx(answers), "c.xlsx": xlsx("")}),
                 [("gói.zip › Xã Tân Sỏi", "1", "0"), ("gói.zip › b", "0", "1")])):
            path = self.folder / name
            path.write_bytes(data)
            done = table("import", file, path, "--quiet")
            self.assertEqual(sorted((line["file"], line["added"], line["known"]) for line in done), sorted(lines))
        self.assertEqual([line["file"] for line in table("batches", file)],
                         ["hai trang.xlsx › Trang 1", "hai trang.xlsx › Trang 2", "gói.zip › Xã Tân Sỏi"])
        self.assertEqual(sum(line["action"] == "import" for line in table("log", file)), 2)


main()
