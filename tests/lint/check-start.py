#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-start.py PROGRAM…: no program loads at its start what only a proof, a drawing, a workbook or an archive
needs (see src/qr/ks-reader.h, src/pages/ks-drawing.h, src/tables/ks-sheet-target.h,
src/tables/ks-zip.h)."""
import subprocess
import sys

LATE = ("libpoppler", "libzbar", "libnss3", "librsvg", "libxlsxwriter", "libarchive")

faults = []
for program in sys.argv[1:]:
    loaded = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    faults += [f"{program} loads {name} at its start" for name in LATE if name in loaded]
print("\n".join(faults), end="\n" if faults else "")
sys.exit(bool(faults))
