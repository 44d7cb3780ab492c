#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A link for each unit out of a table, and the links that a form service gives."""
import zipfile
from xml.sax.saxutils import escape

from cli import DAY, TEMPLATE, VIETNAMESE, FolderCase, call, content, main, make_campaign, table

PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
                           ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml"'
                           ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="xl/workbook.xml"'
                   ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
                                  ' Target="worksheets/s1.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
                       '<sheets><sheet name="Link" sheetId="1" r:id="r1"/></sheets></workbook>',
}


def write_workbook(path, rows):
    cells = "".join(
        f'<row r="{n}">' + "".join(f'<c r="{chr(65 + i)}{n}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for i, cell in enumerate(row)) + "</row>"
        for n, row in enumerate(rows, 1))
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in PARTS.items():
            archive.writestr(name, text)
        archive.writestr("xl/worksheets/s1.xml", '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
                         + cells + "</sheetData></worksheet>")


class Links(FolderCase):
    def setUp(self):
        self.file = self.folder / f"{self.id()}.khaosat"
        make_campaign(self.file, "--units", DAY / "units.csv", "--template", TEMPLATE)

    def links(self):
        return {row["code"]: row["url"] for row in table("links", self.file)}

    def write(self, *rows, name="link.csv"):
        path = self.folder / name
        if name.endswith(".xlsx"):
            write_workbook(path, rows)
        else:
            path.write_text("".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows), encoding="utf-8")
        return path

    def test_table_by_code_and_by_name(self):
        before = self.links()
        names = {row["code"]: row["name"] for row in table("links", self.file)}
        for name in ("link.csv", "link.xlsx"):
            path = self.write(("Đơn vị", "Đường link"), (names["07210"], "https://e.vn/" + name), name=name)
            call("links", self.file, "--set", path)
            self.assertEqual(self.links(), {**before, "07210": "https://e.vn/" + name})
        call("links", self.file, "--set", self.write(("code", "url"), ("7210", "")))
        self.assertEqual(self.links(), before)

    def test_table_that_was_given_out_comes_back(self):
        """Only what somebody changed in it is a link of a unit's own: the next template reaches the others."""
        rows = [list(row.values()) for row in table("links", self.file)]
        rows[3][3] = "https://e.vn/rieng"
        call("links", self.file, "--set", self.write(("code", "name", "token", "url"), *rows))
        call("links", self.file, "--template", "https://e.vn/{code}")
        links = self.links()
        self.assertEqual(links.pop(rows[3][0]), "https://e.vn/rieng")
        self.assertEqual(links, {code: f"https://e.vn/{code}" for code in links})

    def test_link_as_a_service_gives_it(self):
        call("links", self.file, "--template", " https://docs.google.com/forms/d/e/1F/viewform?usp=pp_url&entry.1=%7Btoken%7D\n")
        self.assertEqual(self.links()["07210"], "https://docs.google.com/forms/d/e/1F/viewform?usp=pp_url&entry.1=07210-5M5RYJ")
        for service in ("google", "microsoft", "limesurvey", "kobo"):
            *steps, pattern = call("links", "--service", service).stdout.splitlines()
            self.assertEqual([step[:2] for step in steps], [f"{n}." for n in range(1, len(steps) + 1)])
            self.assertRegex(steps[0], VIETNAMESE)
            call("links", self.file, "--template", pattern)
            self.assertTrue(self.links()["07210"].endswith("=07210-5M5RYJ"))
        call("links", "--service", "giấy", code=2)
        call("links", code=2)

    def test_wrong_tables_change_nothing(self):
        before = content(self.file)
        link = "https://e.vn/a"
        for rows, says in (((("code",), ("07210",)), "dòng 1"),
                           ((("code", "url"),), "dòng 2"),
                           ((("code", "url"), ("99999", link)), "dòng 2"),
                           ((("unit", "url"), ("Xã Phúc Sơn", link)), "dòng 2"),
                           ((("code", "url"), ("07210", link), ("07213", link)), "dòng 3"),
                           ((("code", "url"), ("07210", link), ("07210", link + "2")), "dòng 3"),
                           ((("code", "url"), ("07210", "http://e.vn/a")), "dòng 2"),
                           ((("code", "url"), ("07210", "https://ai@e.vn/a")), "dòng 2"),
                           ((("code", "url"), ("07210", "javascript:alert(1)")), "dòng 2"),
                           ((("code", "url"), ("07210", "data:text/html,a")), "dòng 2"),
                           ((("code", "url"), ("07210", "https://e.vn/\x01")), "dòng 2")):
            done = call("links", self.file, "--set", self.write(*rows), code=1)
            self.assertIn(says, done.stderr, rows)
            self.assertIn("link.csv", done.stderr)
            self.assertEqual(content(self.file), before, rows)


if __name__ == "__main__":
    main()
