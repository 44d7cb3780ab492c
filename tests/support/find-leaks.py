# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""find-leaks.py FOLDER: reads the reports of LeakSanitizer and tells the leaks that are ours.

The libraries below us keep things for the life of the process (fontconfig alone some 7,000). A leak is ours
when a frame of its stack lies in src/. Suppressing libraries by name would hide our own callbacks instead; only
fontconfig, which calls nobody back, keeps what it allocated for a caller of ours (its patterns point at each
other by offsets, which LeakSanitizer cannot follow).
Exits 1 if there is one.
"""
import pathlib
import re
import sys

START = re.compile(r"^(?:Direct|Indirect) leak of (\d+) byte")
FONTCONFIG = "libfontconfig.so"
FRAME = re.compile(r"^\s+#\d+ 0x[0-9a-f]+ in (\S+) (?:.*/)?(src/[\w/-]+\.[ch]:\d+)")


def read_leaks(text):
    """Yields (bytes, frames of ours, whole stack) per leak."""
    size, frames, stack, is_fontconfig = None, [], [], False
    for line in text.splitlines() + [""]:
        start = START.match(line)
        if start:
            size, frames, stack, is_fontconfig = int(start[1]), [], [], False
        elif not line.strip():
            if size is not None:
                yield size, [] if is_fontconfig else frames, stack
            size = None
        elif size is not None:
            stack.append(line.strip())
            if FONTCONFIG in line and not frames:
                is_fontconfig = True
            elif frame := FRAME.match(line):
                frames.append(f"{frame[1]} ({frame[2]})")


def main(folder):
    ours, others = {}, 0
    for report in sorted(pathlib.Path(folder).glob("report*")):
        program = report.name.split(".")[1] if report.name.count(".") > 1 else report.name
        for size, frames, stack in read_leaks(report.read_text(encoding="utf-8", errors="replace")):
            if frames:
                key = " < ".join(frames[:3])
                ours.setdefault(key, (size, program, stack))
            else:
                others += 1
    for key, (size, program, stack) in sorted(ours.items()):
        print(f"leak of {size} bytes in {program}: {key}")
        print(*(f"    {frame}" for frame in stack), sep="\n")
    print(f"leaks: {len(ours)} of ours, {others} of libraries")
    return 1 if ours else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
