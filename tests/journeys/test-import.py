#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-import.py KHAOSAT KHAOSAT-CLI DATA: an officer takes a file of answers in by pointer and keys. A word that is no
level of the scale is asked for once; the next file with the same header asks nothing; the import is taken back."""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile

from person import Person

OFFICER = "Nguyen Thi A"
HEADER = "Dấu thời gian,Mã đơn vị,A1,Họ và tên\n"
FIRST = HEADER + "01/04/2024 8:05:12,07210-5M5RYJ,Tuyệt vời,Nguyễn Văn B\n01/04/2024 8:06:12,07210-5M5RYJ,Tốt,Trần Thị C\n"
SECOND = FIRST + "01/04/2024 8:07:12,07210-5M5RYJ,Tuyệt vời,Lê Văn D\n"


class Officer(Person):
    def window(self):
        return self.part("Nhập từ tệp")

    def open(self, path, is_first):
        if is_first:
            self.key("ctrl+i")
        else:
            self.click(self.get("button", "Nhập từ tệp…", root=self.part("Phiếu trả lời")))
        self.wait(lambda: len(list(self.app.children)) > 1, "a file chooser")
        self.path(path)
        self.see("Cột nào là gì")
        window = self.window()
        assert not self.unnamed(window), self.unnamed(window)
        assert ("“Tuyệt vời”" in " ".join(self.texts(window))), self.texts(window)
        assert is_first == ("không phải mức" in " ".join(self.texts(window))), self.texts(window)
        return window

    def commit(self, label):
        self.click(self.get("button", label, check=lambda node: node.sensitive, root=self.window()))


def count(program, file):
    done = subprocess.run([program, "batches", file], capture_output=True, text=True, timeout=60, check=True)
    rows = csv.DictReader(io.StringIO(done.stdout))
    return sum(int(row["counted"]) for row in rows if row["state"] == "in")


def main(program, cli, data):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        file = folder / "a.khaosat"
        subprocess.run([cli, "new", file, "--title", "PKS 01", "--day", "2024-04-01", "--id", "PKS01-2024", "--key",
                        "6b68616f7361742d64656d6f2d6b65792d6e6f742d666f722d7265616c2d7573", "--units",
                        pathlib.Path(data) / "day-2024-04-01" / "units.csv", "--template",
                        "https://example.org/f?u={token}"], timeout=60, check=True)
        for path, text in (("phieu.csv", FIRST), ("phieu-2.csv", SECOND)):
            (folder / path).write_text(text, encoding="utf-8")
        with Officer(program, str(file)) as person:
            person.see("209/209", person.part("Các trang"))
            window = person.open(folder / "phieu.csv", True)
            person.see("họ tên", window)
            person.open_list(person.get(check=lambda node: node.name.startswith("“Tuyệt vời”: "), root=window))
            person.key("Down", "Return")
            person.wait(lambda: "không phải mức" not in " ".join(person.texts(window)), "the answer to be taken")
            assert count(cli, file) == 0
            person.commit("Nhập 2 phiếu")
            person.see("Họ và tên của đồng chí")
            person.type(OFFICER)
            person.key("Return")
            person.wait(lambda: count(cli, file) == 2, "two sheets to come in")
            person.alone()
            person.open(folder / "phieu-2.csv", False)
            person.commit("Nhập 1 phiếu")
            person.wait(lambda: count(cli, file) == 3, "one more sheet to come in")
            person.alone()
            person.key("ctrl+z")
            person.wait(lambda: count(cli, file) == 2, "the second import to be taken back")
            assert person.quit() == 0


if __name__ == "__main__":
    main(*sys.argv[1:])
