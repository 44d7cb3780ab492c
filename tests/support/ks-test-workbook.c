/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-workbook.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "ks-sheet-source.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"
#define MAX_SIZE (1u << 20)

struct _KsTestWorkbook
{
  GPtrArray *names;
  GPtrArray *texts;
  GString *sheets;    /* of the workbook's part */
  GString *relations; /* likewise */
  guint n_sheets;
};

KsTestWorkbook *
ks_test_workbook_new (void)
{
  KsTestWorkbook *self = g_new0 (KsTestWorkbook, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->sheets = g_string_new (NULL);
  self->relations = g_string_new (NULL);
  return self;
}

/* Puts @text in place of the part, or adds it. */
void
ks_test_workbook_set_part (KsTestWorkbook *self, const char *part, const char *text)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (self->names->pdata[i], part))
      {
        g_free (self->texts->pdata[i]);
        self->texts->pdata[i] = g_strdup (text);
        return;
      }
  g_ptr_array_add (self->names, g_strdup (part));
  g_ptr_array_add (self->texts, g_strdup (text));
}

/* The number of the part is not that of the sheet: only its relation tells which one it is. */
void
ks_test_workbook_add_sheet (KsTestWorkbook *self, const char *name, const char *sheet_data,
                            const char *behind)
{
  g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%u.xml", 9 - self->n_sheets);
  g_autofree char *text
      = g_strdup_printf ("<?xml version=\"1.0\"?><worksheet xmlns=\"" MAIN "\"><dimension ref=\"A1\"/>"
                         "<sheetData>%s</sheetData>%s</worksheet>",
                         sheet_data, behind != NULL ? behind : "");

  self->n_sheets++;
  g_string_append_printf (self->sheets, "<sheet name=\"%s\" sheetId=\"%u\" r:id=\"rId%u\"/>", name,
                          self->n_sheets, 40 + self->n_sheets);
  g_string_append_printf (self->relations,
                          "<Relationship Id=\"rId%u\" Type=\"" OFFICE "/worksheet\" "
                          "Target=\"worksheets/sheet%u.xml\"/>",
                          40 + self->n_sheets, 10 - self->n_sheets);
  ks_test_workbook_set_part (self, part, text);
}

void
ks_test_workbook_hide_last (KsTestWorkbook *self)
{
  g_string_truncate (self->sheets, self->sheets->len - 2);
  g_string_append (self->sheets, " state=\"hidden\"/>");
}

static gboolean
has_part (KsTestWorkbook *self, const char *part)
{
  return g_ptr_array_find_with_equal_func (self->names, part, g_str_equal, NULL);
}

static void
add_missing (KsTestWorkbook *self, const char *part, char *text)
{
  if (!has_part (self, part))
    ks_test_workbook_set_part (self, part, text);
  g_free (text);
}

/* Frees the workbook; parts that a test did not set are as they should be. */
GBytes *
ks_test_workbook_finish (KsTestWorkbook *self)
{
  GBytes *bytes;

  if (has_part (self, "xl/sharedStrings.xml"))
    g_string_append (self->relations, "<Relationship Id=\"rId1\" Type=\"" OFFICE
                                      "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>");
  if (has_part (self, "xl/styles.xml"))
    g_string_append (self->relations, "<Relationship Id=\"rId2\" Type=\"" OFFICE
                                      "/styles\" Target=\"./styles.xml\"/>");
  add_missing (self, "xl/workbook.xml",
               g_strdup_printf ("<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE "\"><sheets>%s"
                                "</sheets></workbook>",
                                self->sheets->str));
  add_missing (self, "xl/_rels/workbook.xml.rels",
               g_strdup_printf ("<Relationships xmlns=\"" PACKAGE "\">%s</Relationships>",
                                self->relations->str));
  add_missing (self, "_rels/.rels",
               g_strdup ("<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"a\" Type=\"" OFFICE
                         "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
  bytes = ks_test_zip ((const char *const *) self->names->pdata,
                       (const char *const *) self->texts->pdata, self->names->len);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->texts);
  g_string_free (self->sheets, TRUE);
  g_string_free (self->relations, TRUE);
  g_free (self);
  return bytes;
}

GBytes *
ks_test_zip (const char *const *names, const char *const *texts, guint n_parts)
{
  struct archive *archive = archive_write_new ();
  char *buffer = g_malloc (MAX_SIZE);
  gsize used = 0;

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, MAX_SIZE, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = strlen (texts[i]);

      archive_entry_set_pathname_utf8 (entry, names[i]);
      archive_entry_set_size (entry, (gint64) length);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, texts[i], length), ==, length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

GBytes *
ks_test_ods (const char *styles, const char *tables)
{
  static const char *const names[] = { "mimetype", "content.xml" };
  g_autofree char *content = g_strdup_printf (
      "<?xml version=\"1.0\"?><office:document-content "
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
      "<office:automatic-styles>%s</office:automatic-styles>"
      "<office:body><office:spreadsheet>%s</office:spreadsheet></office:body>"
      "</office:document-content>",
      styles, tables);
  const char *const texts[] = { "application/vnd.oasis.opendocument.spreadsheet", content };

  return ks_test_zip (names, texts, G_N_ELEMENTS (names));
}

static void
append_cell (GString *xml, const char *text, guint row, guint column)
{
  g_autofree char *letters = ks_sheet_column_name (column);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (*text == '\0')
    return;
  if (strspn (text, "0123456789.-") == strlen (text) && (*text != '0' || text[1] == '\0'))
    g_string_append_printf (xml, "<c r=\"%s%u\"><v>%s</v></c>", letters, row, text);
  else
    g_string_append_printf (xml, "<c r=\"%s%u\" t=\"inlineStr\"><is><t>%s</t></is></c>", letters,
                            row, escaped);
}

char *
ks_test_sheet_data (const char *rows)
{
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  GString *xml = g_string_new (NULL);

  for (guint row = 0; lines[row] != NULL; row++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[row], "|", -1);

      g_string_append_printf (xml, "<row r=\"%u\">", row + 1);
      for (guint column = 0; cells[column] != NULL; column++)
        append_cell (xml, cells[column], row + 1, column);
      g_string_append (xml, "</row>");
    }
  return g_string_free (xml, FALSE);
}

void
ks_test_assert_row (KsSheetSource *source, const char *expected)
{
  const KsRow *row = ks_sheet_source_next (source, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_nonnull (row);
  for (guint i = 0; i < row->n_cells; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", row->cells[i].text);
  g_assert_cmpstr (found->str, ==, expected);
}
