# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""embed-schema.py OUTPUT SQL…: the numbered migrations as an array of C strings, in their order, and what they make."""
import pathlib
import sqlite3
import sys


def read(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    return "".join(line + "\n" for line in lines if line and not line.startswith("--"))


def list_schema(migrations):
    """As ks_schema_dup_list() lists it."""
    db = sqlite3.connect(":memory:")
    for sql in migrations:
        db.executescript(sql)
    rows = db.execute("SELECT type, name, tbl_name, COALESCE (sql, '') FROM sqlite_schema ORDER BY type, name, tbl_name")
    return "".join("|".join(row) + "|\n" for row in rows)


def literal(text):
    return "\n".join('  "%s\\n"' % line.replace("\\", "\\\\").replace('"', '\\"') for line in text.splitlines())


migrations = [read(path) for path in sorted(sys.argv[2:])]
with open(sys.argv[1], "w", encoding="utf-8") as out:
    out.write('#include "ks-schema.h"\n\nconst char *const ks_schema_migrations[] = {\n')
    out.write("".join(literal(sql) + ",\n" for sql in migrations))
    out.write("};\n\nconst int ks_schema_newest = %d;\n\n" % len(migrations))
    out.write("const char ks_schema_newest_list[] =\n%s;\n" % literal(list_schema(migrations)))
