# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""count-results.py testlog.json: prints how many tests passed, failed and were skipped."""
import json
import sys

PASSED = {"OK", "EXPECTEDFAIL"}
SKIPPED = {"SKIP"}

with open(sys.argv[1], encoding="utf-8") as log:
    results = [json.loads(line)["result"] for line in log if line.strip()]
passed = sum(result in PASSED for result in results)
skipped = sum(result in SKIPPED for result in results)
print(passed, len(results) - passed - skipped, skipped)
