#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A lint that cannot fail proves nothing: each is given a small house in order, then one fault at a time."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SUPPORT = HERE.parent / "support"
SIGN = "SPDX-FileCopyrightText: The Khảo Sát authors\n{0} SPDX-License-Identifier: GPL-3.0-or-later"
C_HEAD = f"/* {SIGN.format(' *')} */\n"
XML_HEAD = f"<!-- {SIGN.format('    ')} -->\n"

TEXT_H = C_HEAD + "#pragma once\n#include <glib.h>\nchar *ks_text_fold (const char *text);\n"
TEXT_C = C_HEAD + """#include "ks-text.h"
/**
 * ks_text_fold:
 * @text: a name
 *
 * Returns: (transfer full): the name folded
 */
char *
ks_text_fold (const char *text)
{
  return g_strdup (text);
}
"""
STORE_C = C_HEAD + '#include "ks-text.h"\n#include <sqlite3.h>\nint ks_store_x;\n'
TEMPLATE = '<?xml version="1.0"?>\n' + XML_HEAD + """<interface>
  <object class="GtkLabel"><property name="label" translatable="yes">Overview</property></object>
</interface>
"""
VI_PO = r'''msgid ""
msgstr ""
"Language: vi\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=1; plural=0;\n"

msgid "Overview"
msgstr "Tổng quan"
'''
HOUSE = {
    "src/base/ks-text.h": TEXT_H,
    "src/base/ks-text.c": TEXT_C,
    "src/stats/ks-interval.c": C_HEAD + "#include <glib.h>\n#include <math.h>\nint ks_interval_x;\n",
    "src/store/ks-store.c": STORE_C,
    "src/main.c": C_HEAD + "#include <adwaita.h>\n",
    "data/ui/page.ui": TEMPLATE,
    "po/POTFILES.in": "data/ui/page.ui\n",
    "po/LINGUAS": "vi\n",
    "po/vi.po": VI_PO,
}


class LintCase(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="ks-lint-"))
        self.addCleanup(shutil.rmtree, self.root)
        for name, text in HOUSE.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run_lint(self, name, *arguments):
        return subprocess.run([sys.executable, HERE / f"check-{name}.py", self.root, *arguments],
                              capture_output=True, text=True)

    def assert_clean(self, name, *arguments):
        lint = self.run_lint(name, *arguments)
        self.assertEqual((lint.returncode, lint.stdout, lint.stderr), (0, "", ""))

    def assert_finds(self, words, name, *arguments):
        lint = self.run_lint(name, *arguments)
        self.assertEqual((lint.returncode, lint.stderr), (1, ""))
        self.assertIn(words, lint.stdout)


class Direction(LintCase):
    def test_clean(self):
        self.assert_clean("direction")

    def test_include_from_below(self):
        self.write("src/store/ks-store.h", C_HEAD)
        self.write("src/base/ks-text.c", TEXT_C + '#include "ks-store.h"\n')
        self.assert_finds("src/base/ks-text.c:15: base/ includes ks-store.h of store/", "direction")

    def test_sqlite_outside_store(self):
        self.write("src/campaign/ks-verb.c", C_HEAD + "#include <sqlite3.h>\n")
        self.assert_finds("<sqlite3.h> belongs to store/ alone", "direction")

    def test_gtk_outside_ui(self):
        for header in ("gtk/gtk.h", "adwaita.h"):
            self.write("src/pages/ks-page.c", C_HEAD + f"#include <{header}>\n")
            self.assert_finds(f"<{header}> belongs to ui/ alone", "direction")

    def test_stats_stands_alone(self):
        for header in ('"ks-text.h"', "<gio/gio.h>"):
            self.write("src/stats/ks-interval.c", C_HEAD + f"#include {header}\n")
            self.assert_finds("stats/ includes glib and math alone", "direction")

    def test_unknown_header_and_folder(self):
        self.write("src/base/ks-text.c", TEXT_C + '#include "ks-nowhere.h"\n')
        self.assert_finds('"ks-nowhere.h" is in no folder', "direction")
        self.write("src/helpers/ks-help.c", C_HEAD)
        self.assert_finds("helpers/ has no place in the order", "direction")

    def test_two_headers_of_one_name(self):
        self.write("src/store/ks-text.h", C_HEAD)
        self.assert_finds("another folder has a ks-text.h too", "direction")

    def build_archive(self, folder, code):
        self.write(f"{folder}.c", code)
        subprocess.run(["cc", "-fPIC", "-c", f"{folder}.c"], cwd=self.root, check=True)
        subprocess.run(["ar", "rc", f"lib{folder}.a", f"{folder}.o"], cwd=self.root, check=True)
        return f"{folder}={self.root}/lib{folder}.a"

    def test_link(self):
        base = self.build_archive("base", "int ks_base_x (void) { return 1; }")
        model = self.build_archive("model", "int ks_base_x (void); int ks_model_x (void) { return ks_base_x (); }")
        self.assert_clean("direction", base, model)
        base = self.build_archive("base", "int ks_model_x (void); int ks_base_x (void) { return ks_model_x (); }")
        self.assert_finds("undefined reference to `ks_model_x'", "direction", base, model)


class Size(LintCase):
    def test_clean(self):
        self.assert_clean("size")

    def make_function(self, name, lines):
        return f"int\n{name} (void)\n{{\n" + "  x ();\n" * (lines - 3) + "}\n"

    def test_function(self):
        self.write("src/base/ks-long.c", C_HEAD + self.make_function("ks_long", 80))
        self.assert_clean("size")
        self.write("src/base/ks-long.c", C_HEAD + self.make_function("ks_long", 81))
        self.assert_finds("src/base/ks-long.c:4: ks_long has 81 lines", "size")
        self.write("src/base/ks-long.c", C_HEAD + self.make_function("ks_long_class_init", 81))
        self.assert_clean("size")

    def test_files(self):
        self.write("src/base/ks-long.c", "int x;\n" * 501)
        lint = self.run_lint("size")
        self.assertEqual(lint.returncode, 0)
        self.assertIn("note: src/base/ks-long.c has 501 lines", lint.stdout)
        self.write("src/base/ks-long.c", "int x;\n" * 901)
        self.assert_finds("901 lines; 900 at most", "size")

    def test_header_and_template(self):
        self.write("src/base/ks-text.h", "int x;\n" * 101)
        self.assert_finds("101 lines; 100 at most", "size")
        self.write("data/ui/page.ui", "<a/>\n" * 251)
        self.assert_finds("251 lines; 250 at most", "size")


class Docs(LintCase):
    def test_clean(self):
        self.assert_clean("docs")

    def test_undocumented(self):
        for text in (TEXT_C.replace("/**", "/*"), TEXT_C.replace(" * ks_text_fold:", " * ks_text_other:")):
            self.write("src/base/ks-text.c", text)
            self.assert_finds("ks_text_fold is public and has no gtk-doc comment", "docs")

    def test_comment_of_another(self):
        self.write("src/base/ks-text.h", TEXT_H + "void ks_text_next (void);\n")
        self.write("src/base/ks-text.c", TEXT_C + "void\nks_text_next (void)\n{\n}\n")
        self.assert_finds("ks_text_next is public and has no gtk-doc comment", "docs")

    def test_undefined(self):
        self.write("src/base/ks-text.h", TEXT_H + "G_DECLARE_FINAL_TYPE (KsA, ks_a, KS, A, GObject)\n"
                   "typedef void (*KsFunc) (int x);\n#define ks_lower(x) (x)\nGType ks_a_get_type (void);\n")
        self.assert_clean("docs")
        self.write("src/base/ks-text.h", TEXT_H + "void ks_text_gone (void);\n")
        self.assert_finds("src/base/ks-text.h:6: ks_text_gone is declared and defined nowhere", "docs")

    def test_private(self):
        self.write("src/base/ks-text-private.h", C_HEAD + "void ks_text_inner (void);\n")
        self.assert_finds("ks_text_inner is declared and defined nowhere", "docs")
        self.write("src/base/ks-text.c", TEXT_C + "\nvoid\nks_text_inner (void)\n{\n}\n")
        self.assert_clean("docs")

    def test_unsigned(self):
        self.write("script/run", "#!/bin/sh\n")
        self.assert_finds("script/run:1: the two SPDX lines are missing", "docs")

    def test_goto(self):
        self.write("src/base/ks-text.c", TEXT_C + "/* goto */\nvoid f (void) { puts (\"goto\"); }\n")
        self.assert_clean("docs")
        self.write("src/base/ks-text.c", TEXT_C + "static void f (void) { goto out; }\n")
        self.assert_finds("src/base/ks-text.c:15: goto", "docs")


class Templates(LintCase):
    def test_clean(self):
        self.assert_clean("ui")

    def test_broken(self):
        self.write("data/ui/page.ui", TEMPLATE.replace("</interface>", ""))
        self.assert_finds("not well formed", "ui")

    def test_untranslatable(self):
        self.write("data/ui/page.ui", TEMPLATE.replace(' translatable="yes"', ""))
        self.assert_finds('data/ui/page.ui:5: "Overview" is not translatable', "ui")

    def test_too_new(self):
        self.write("data/ui/page.ui", TEMPLATE.replace("GtkLabel", "AdwBanner"))
        self.assert_finds("AdwBanner is newer than Debian 12", "ui")


class Translations(LintCase):
    def test_clean(self):
        self.assert_clean("translations")

    def test_unlisted(self):
        self.write("src/base/ks-text.c", TEXT_C + 'const char *x (void) { return _("Word"); }\n')
        self.assert_finds("src/base/ks-text.c has words for people and is not listed", "translations")

    def test_missing_file(self):
        self.write("po/POTFILES.in", "data/ui/gone.ui\ndata/ui/page.ui\n")
        self.assert_finds("data/ui/gone.ui is listed and does not exist", "translations")

    def test_unsorted(self):
        self.write("src/ks-a.c", 'x (_("Overview"));\n')
        self.write("po/POTFILES.in", "src/ks-a.c\ndata/ui/page.ui\n")
        self.assert_finds("not sorted", "translations")

    def test_untranslated(self):
        self.write("data/ui/page.ui", TEMPLATE.replace(">Overview<", ">Units<"))
        lint = self.run_lint("translations")
        self.assertEqual(lint.returncode, 1)
        self.assertIn("untranslated: Units", lint.stdout)
        self.assertIn("no longer used: Overview", lint.stdout)

    def test_fuzzy(self):
        self.write("po/vi.po", VI_PO.replace('msgid "Overview"', '#, fuzzy\nmsgid "Overview"'))
        self.assert_finds("fuzzy: Overview", "translations")

    def test_format(self):
        self.write("src/ks-a.c", 'x (g_strdup_printf (_("%d units"), 3));\n')
        self.write("po/POTFILES.in", "data/ui/page.ui\nsrc/ks-a.c\n")
        self.write("po/vi.po", VI_PO + '\n#, c-format\nmsgid "%d units"\nmsgstr "%s đơn vị"\n')
        self.assert_finds("format specifications", "translations")


LEAK = """==7==ERROR: LeakSanitizer: detected memory leaks

Direct leak of 64 byte(s) in 1 object(s) allocated from:
    #0 0x7f00 in malloc (/lib/libasan.so.8+0xb8)
    #1 0x7f01 in g_malloc (/lib/libglib-2.0.so.0+0x5)
    #2 0x5501 in {} {}:126

SUMMARY: AddressSanitizer: 64 byte(s) leaked in 1 allocation(s).
"""


class Sanitizer(LintCase):
    def find_leaks(self, function, path):
        self.write("reports/report.test-x.7", LEAK.format(function, path))
        return subprocess.run([sys.executable, SUPPORT / "find-leaks.py", self.root / "reports"],
                              capture_output=True, text=True)

    def test_ours(self):
        for path in ("../src/ui/shell/ks-window.c", "/home/a/khaosat/src/ui/shell/ks-window.c"):
            found = self.find_leaks("open_cb", path)
            self.assertEqual(found.returncode, 1)
            self.assertIn("test-x: open_cb (src/ui/shell/ks-window.c:126)", found.stdout)
            self.assertIn("in g_malloc (/lib/libglib-2.0.so.0+0x5)", found.stdout)

    def test_of_libraries(self):
        found = self.find_leaks("FcPatternCreate", "../fontconfig/fcpat.c")
        self.assertEqual((found.returncode, found.stdout), (0, "leaks: 0 of ours, 1 of libraries\n"))

    def test_of_fontconfig(self):
        kept = LEAK.replace("    #1", "    #1 0x7f02 (/lib/libfontconfig.so.1+0x234d8)\n    #1")
        self.write("reports/report.test-x.7", kept.format("create_line", "../src/charts/ks-chart-context.c"))
        found = subprocess.run([sys.executable, SUPPORT / "find-leaks.py", self.root / "reports"],
                               capture_output=True, text=True)
        self.assertEqual((found.returncode, found.stdout), (0, "leaks: 0 of ours, 1 of libraries\n"))

    def test_none(self):
        (self.root / "reports").mkdir()
        found = subprocess.run([sys.executable, SUPPORT / "find-leaks.py", self.root / "reports"])
        self.assertEqual(found.returncode, 0)


class Results(LintCase):
    def test_count(self):
        results = ["OK", "FAIL", "SKIP", "TIMEOUT", "ERROR", "OK", "EXPECTEDFAIL", "UNEXPECTEDPASS", "INTERRUPT"]
        self.write("testlog.json", "".join(f'{{"name": "x", "result": "{result}"}}\n' for result in results))
        counted = subprocess.run([sys.executable, SUPPORT / "count-results.py", self.root / "testlog.json"],
                                 capture_output=True, text=True)
        self.assertEqual(counted.stdout, "3 5 1\n")


if __name__ == "__main__":
    unittest.main()
