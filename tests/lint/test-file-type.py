#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-file-type.py MIME-PACKAGE: a desktop knows a campaign by its content, whatever its name, and takes no other
SQLite file for one."""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

CAMPAIGN = "application/vnd.danvan.khaosat"


def make_database(path, application_id):
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA application_id = {application_id}")
    database.execute("CREATE TABLE setting (name TEXT)")
    database.commit()
    database.close()


def ask_type(path, data):
    told = subprocess.run(["gio", "info", "-a", "standard::content-type", path], capture_output=True, text=True,
                          check=True, env={**os.environ, "XDG_DATA_DIRS": str(data), "XDG_DATA_HOME": f"{data}/none"})
    return told.stdout.split()[-1]


with tempfile.TemporaryDirectory() as scratch:
    data = pathlib.Path(scratch, "share")
    packages = data / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy("/usr/share/mime/packages/freedesktop.org.xml", packages)
    shutil.copy(sys.argv[1], packages)
    subprocess.run(["update-mime-database", data / "mime"], check=True)

    for name, application_id, expected in (("khong-ten.bin", 0x4B534154, CAMPAIGN), ("khac.bin", 5, None),
                                           ("dot.khaosat", 0x4B534154, CAMPAIGN)):
        path = pathlib.Path(scratch, name)
        make_database(path, application_id)
        found = ask_type(path, data)
        assert (found == CAMPAIGN) == (expected == CAMPAIGN), (name, found)
