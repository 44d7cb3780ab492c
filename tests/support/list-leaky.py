# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""list-leaky.py BUILD FOLDER: the names of the tests of a build whose programs LeakSanitizer wrote a report on."""
import json
import pathlib
import subprocess
import sys

build, folder = sys.argv[1:]
programs = {report.name.split(".")[1] for report in pathlib.Path(folder).glob("report.*")}
tests = json.loads(subprocess.run(["meson", "introspect", "--tests", build], check=True, capture_output=True).stdout)
print(*sorted({test["name"] for test in tests if pathlib.Path(test["cmd"][0]).name in programs}), sep="\n")
