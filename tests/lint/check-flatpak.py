#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-flatpak.py FLATPAK-BUILDER MANIFEST: the manifest parses without a warning, every source has its checksum,
and the sandbox has no network and sees no files."""
import json
import subprocess
import sys

builder, manifest = sys.argv[1:]
shown = subprocess.run([builder, "--show-manifest", manifest], capture_output=True, text=True)
assert shown.returncode == 0, shown.stderr
assert "WARNING" not in shown.stderr, shown.stderr  # an unknown key is only a warning
facts = json.loads(shown.stdout)
for permission in facts["finish-args"]:
    assert not permission.startswith(("--share=network", "--filesystem", "--socket=session-bus")), permission
for module in facts["modules"]:
    for source in module["sources"]:
        assert source["type"] == "dir" or "sha256" in source, module["name"]
