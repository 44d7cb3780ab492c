#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-workbook.py CSV XLSX ROWS: the answers of a day, over and over, as a workbook of the shape Google writes."""
import csv
import sys
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
PARTS = "application/vnd.openxmlformats-package."
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml."
KINDS = {"workbook.xml": "sheet.main", "worksheets/sheet1.xml": "worksheet", "sharedStrings.xml": "sharedStrings",
         "styles.xml": "styles"}


def name_column(column):
    letters = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        letters = chr(65 + letter) + letters
        column -= 1
    return letters


def main(source, target, n_rows):
    with open(source, encoding="utf-8-sig", newline="") as lines:
        header, *answers = csv.reader(lines)
    columns = [name_column(column) for column in range(len(header))]
    texts = {}
    rows = []
    for row in range(1, n_rows + 2):
        cells = [f'<c r="A{row}" s="1"><v>45383.{row}</v></c>' if row > 1 and column == "A" else
                 f'<c r="{column}{row}" t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'
                 for column, text in zip(columns, answers[row % len(answers)] if row > 1 else header) if text]
        rows.append(f'<row r="{row}">{"".join(cells)}</row>')
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    parts = {
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>'
                         "</styleSheet>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
                           '<sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">' + "".join(
            f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{part}"/>' for number, (kind, part) in
            enumerate({"worksheet": "worksheets/sheet1.xml", "sharedStrings": "sharedStrings.xml",
                       "styles": "styles.xml"}.items(), 1)) + "</Relationships>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        "[Content_Types].xml": f'<Types xmlns="{CONTENT}">'
                               f'<Default Extension="rels" ContentType="{PARTS}relationships+xml"/>' +
                               "".join(f'<Override PartName="/xl/{part}" ContentType="{SHEETS}{kind}+xml"/>'
                                       for part, kind in KINDS.items()) + "</Types>",
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
