# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""embed-schema.py OUTPUT SQL…: the numbered migrations as an array of C strings, in their order."""
import sys

def literal(text):
    return "\n".join('  "%s\\n"' % line.replace("\\", "\\\\").replace('"', '\\"')
                     for line in text.splitlines() if line and not line.startswith("--"))

with open(sys.argv[1], "w", encoding="utf-8") as out:
    out.write('#include "ks-schema.h"\n\nconst char *const ks_schema_migrations[] = {\n')
    for path in sorted(sys.argv[2:]):
        with open(path, encoding="utf-8") as sql:
            out.write(literal(sql.read()) + ",\n")
    out.write("};\n\nconst int ks_schema_newest = %d;\n" % len(sys.argv[2:]))
