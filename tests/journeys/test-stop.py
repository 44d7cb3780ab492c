#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-stop.py KHAOSAT KHAOSAT-CLI DATA: an officer stops a large import halfway, by the pointer. Nothing came in, nothing
is in the log, the file did not grow; the program goes on."""
import pathlib
import subprocess
import sys
import tempfile
import time

from person import Person

OFFICER = "Nguyen Thi A"
ROWS = 36000
TIMES = 80


def write_answers(path):
    text = "".join(f"01/04/2024 {7 + i // 3600}:{i // 60 % 60:02}:{i % 60:02},07210-5M5RYJ,{i % 5 + 1}\n"
                   for i in range(ROWS))
    with open(path, "w", encoding="utf-8") as out:
        out.write("Dấu thời gian,Mã đơn vị,A1\n")
        for _ in range(TIMES):
            out.write(text)


def main(program, cli, data):
    def tell(*words):
        return subprocess.run([cli, *words], capture_output=True, text=True, timeout=60, check=True).stdout

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        file = folder / "a.khaosat"
        tell("new", file, "--title", "PKS 01", "--day", "2024-04-01", "--id", "PKS01-2024", "--key",
             "6b68616f7361742d64656d6f2d6b65792d6e6f742d666f722d7265616c2d7573", "--units",
             pathlib.Path(data) / "day-2024-04-01" / "units.csv", "--template", "https://example.org/f?u={token}")
        write_answers(folder / "phieu.csv")
        before, size = tell("log", file), file.stat().st_size
        with Person(program, str(file)) as person:
            person.see("209/209", person.part("Các trang"))
            person.key("ctrl+i")
            person.wait(lambda: len(list(person.app.children)) > 1, "a file chooser")
            person.path(folder / "phieu.csv")
            person.see("Cột nào là gì")
            window = person.part("Nhập từ tệp")
            person.click(person.get("button", "Nhập 2.880.000 phiếu", check=lambda node: node.sensitive, root=window))
            person.see("Họ và tên của đồng chí")
            person.type(OFFICER)
            person.key("Return")
            stop = person.get("button", "Dừng")
            time.sleep(0.5)
            assert stop.visible and stop.sensitive
            person.click(stop)
            person.gone("Đang nhập phieu.csv")
            person.alone()
            assert tell("batches", file).count("\n") == 1, tell("batches", file)
            assert tell("log", file) == before
            # The program goes on: the page still asks for a first file.
            person.click(person.get(name="Phiếu trả lời", root=person.part("Các trang")))
            person.see("Chưa có phiếu trả lời")
            assert person.quit() == 0
        assert tell("check", file) == "ok\n"
        assert file.stat().st_size == size, (file.stat().st_size, size)


if __name__ == "__main__":
    main(*sys.argv[1:])
