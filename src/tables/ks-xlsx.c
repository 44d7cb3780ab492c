/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-xlsx-book.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-xlsx-reference.h"

#define NOT_HERE G_MAXSIZE

typedef enum {
  VALUE_NUMBER,
  VALUE_SHARED,
  VALUE_TEXT,
  VALUE_PLAIN, /* an error, or a day as text */
  VALUE_BOOLEAN,
} ValueKind;

typedef struct {
  KsBook     parent; /* first */
  KsXlsxBook book;
  guint      sheet;
  KsXml     *xml; /* NULL before a sheet is selected and after an error */
  GArray    *merges;

  gboolean   in_data;
  guint      phonetic;
  GString   *capture; /* what takes text now, or NULL */

  guint      column;
  ValueKind  kind;
  guint      style;
  gboolean   has_value;
  gboolean   has_formula;
  GString   *value;
  GString   *formula;

  GString   *text;                       /* of the row */
  gsize      starts[KS_CSV_MAX_COLUMNS]; /* in text; NOT_HERE: the text is shared */
  KsCell     cells[KS_CSV_MAX_COLUMNS];
  guint      styles[KS_CSV_MAX_COLUMNS];
  guint      next_column;
  gboolean   has_row;
  KsRow      row;
} KsXlsx;

static const char *
get_sheet_name (KsBook *book, guint sheet)
{
  KsXlsx *self = (KsXlsx *) book;

  return ((KsXlsxSheet *) g_ptr_array_index (self->book.sheets, sheet))->name;
}

static void
fail_row (KsXlsx *self, KsTablesError code, const char *message)
{
  ks_xml_fail_row (self->xml, get_sheet_name (&self->parent, self->sheet), self->row.number, code,
                   message);
}

static void
begin_row (KsXlsx *self, const char **attributes)
{
  const char *reference = ks_xml_get (attributes, "r");
  guint64 number = reference != NULL ? ks_xlsx_read_number (reference, KS_XLSX_MAX_ROW)
                                     : self->row.number + 1;

  if (number <= self->row.number || number > KS_XLSX_MAX_ROW)
    {
      fail_row (self, KS_TABLES_ERROR_FORMAT,
                _("the next row is out of order or lies beyond the end of a sheet. Open the file "
                  "in a spreadsheet and save it again."));
      return;
    }
  self->row.number = number;
  self->row.n_cells = 0;
  self->next_column = 0;
  g_string_truncate (self->text, 0);
}

static ValueKind
read_kind (const char *type)
{
  if (type == NULL || strcmp (type, "n") == 0)
    return VALUE_NUMBER;
  if (strcmp (type, "s") == 0)
    return VALUE_SHARED;
  if (strcmp (type, "inlineStr") == 0 || strcmp (type, "str") == 0)
    return VALUE_TEXT;
  return strcmp (type, "b") == 0 ? VALUE_BOOLEAN : VALUE_PLAIN;
}

static void
begin_cell (KsXlsx *self, const char **attributes)
{
  const char *reference = NULL, *type = NULL, *style = NULL, *rest = "";

  for (; attributes[0] != NULL; attributes += 2)
    if (attributes[0][1] == '\0')
      switch (attributes[0][0])
        {
        case 'r':
          reference = attributes[1];
          break;
        case 's':
          style = attributes[1];
          break;
        case 't':
          type = attributes[1];
          break;
        default:
          break;
        }
  self->column = reference != NULL ? ks_xlsx_read_column (reference, &rest) : self->next_column;
  self->kind = read_kind (type);
  self->style = style != NULL ? (guint) MIN (ks_xlsx_read_number (style, G_MAXINT), G_MAXINT) : 0;
  self->has_value = self->has_formula = FALSE;
  g_string_truncate (self->value, 0);
  g_string_truncate (self->formula, 0);
  if (self->column > KS_XLSX_MAX_COLUMN)
    fail_row (self, KS_TABLES_ERROR_FORMAT,
              _("a cell lies beyond the end of a sheet. Open the file in a spreadsheet and save it "
                "again."));
  self->next_column = self->column + 1;
}

static gboolean
set_shared (KsXlsx *self, KsCell *cell)
{
  guint64 index = ks_xlsx_read_number (self->value->str, G_MAXUINT32);

  if (ks_xlsx_strings_get (self->book.strings, index == G_MAXUINT64 ? G_MAXUINT32 : index, cell))
    return TRUE;
  fail_row (self, KS_TABLES_ERROR_FORMAT,
            _("a cell names a text that the file does not hold. Open the file in a spreadsheet and "
              "save it again."));
  return FALSE;
}

/* Appends what a person sees in the cell. */
static void
append_value (KsXlsx *self)
{
  GString *value = self->value;

  switch (self->kind)
    {
    case VALUE_NUMBER:
      ks_xlsx_append_number (self->text, value->str, value->len,
                             ks_xlsx_styles_get (self->book.styles, self->style),
                             self->book.from_1904);
      break;
    case VALUE_TEXT:
      g_string_append_len (self->text, value->str,
                           (gssize) ks_xlsx_decode (value->str, value->len));
      break;
    case VALUE_BOOLEAN:
      g_string_append (self->text, strcmp (value->str, "0") == 0 ? "FALSE" : "TRUE");
      break;
    case VALUE_SHARED:
    case VALUE_PLAIN:
    default:
      g_string_append_len (self->text, value->str, (gssize) value->len);
    }
}

static void
store_cell (KsXlsx *self, const KsCell *shared)
{
  for (; self->row.n_cells < self->column; self->row.n_cells++)
    {
      self->starts[self->row.n_cells] = NOT_HERE;
      self->cells[self->row.n_cells] = (KsCell){ "", 0 };
      self->styles[self->row.n_cells] = 0;
    }
  self->row.n_cells = MAX (self->row.n_cells, self->column + 1);
  self->styles[self->column] = self->style;
  if (shared != NULL)
    {
      self->starts[self->column] = NOT_HERE;
      self->cells[self->column] = *shared;
      return;
    }
  self->starts[self->column] = self->text->len;
  if (self->value->len > 0)
    append_value (self);
  else
    {
      g_string_append_c (self->text, '=');
      g_string_append_len (self->text, self->formula->str, (gssize) self->formula->len);
    }
  self->cells[self->column].length = self->text->len - self->starts[self->column];
  g_string_append_c (self->text, '\0');
}

static void
finish_cell (KsXlsx *self)
{
  KsCell shared = { NULL, 0 };

  /* A style alone, or a formula whose result is an empty text, is an empty cell. */
  if (self->value->len == 0 && (!self->has_formula || self->has_value))
    return;
  if (self->kind == VALUE_SHARED && self->value->len > 0 && !set_shared (self, &shared))
    return;
  if (shared.text != NULL && shared.length == 0)
    return;
  if (self->column >= KS_CSV_MAX_COLUMNS)
    {
      g_autofree char *message
          = g_strdup_printf (_("there are more than %d columns. Delete those that are not needed "
                               "and save the file again."),
                             KS_CSV_MAX_COLUMNS);

      fail_row (self, KS_TABLES_ERROR_LIMIT, message);
    }
  else if (shared.length > KS_CSV_MAX_CELL || self->text->len > KS_BOOK_MAX_ROW_LENGTH
           || (self->kind == VALUE_NUMBER && self->value->len > KS_BOOK_MAX_NUMBER))
    fail_row (self, KS_TABLES_ERROR_LIMIT, _("a cell is too long. Shorten its text."));
  else
    store_cell (self, shared.text != NULL ? &shared : NULL);
}

static void
finish_row (KsXlsx *self)
{
  for (guint i = 0; i < self->row.n_cells; i++)
    if (self->starts[i] != NOT_HERE)
      self->cells[i].text = self->text->str + self->starts[i];
  self->has_row = self->row.n_cells > 0;
  if (self->has_row)
    ks_xml_pause (self->xml);
}

static void
add_merge (KsXlsx *self, const char *reference)
{
  KsMerge merge;

  if (reference != NULL && self->merges->len < KS_BOOK_MAX_MERGES && ks_xlsx_read_merge (reference, &merge))
    g_array_append_val (self->merges, merge);
}

/* The elements of a cell, told apart by their short names. */
static void
start_in_data (KsXlsx *self, const char *name, const char **attributes)
{
  if (strcmp (name, "c") == 0)
    begin_cell (self, attributes);
  else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    {
      self->capture = self->phonetic == 0 ? self->value : NULL;
      self->has_value = TRUE;
    }
  else if (strcmp (name, "f") == 0)
    {
      self->capture = self->formula;
      self->has_formula = TRUE;
    }
  else if (strcmp (name, "row") == 0)
    begin_row (self, attributes);
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
}

static void
start_cb (gpointer data, const char *name, const char **attributes)
{
  KsXlsx *self = data;

  if (self->in_data)
    start_in_data (self, name, attributes);
  else if (strcmp (name, "sheetData") == 0)
    self->in_data = TRUE;
  else if (strcmp (name, "mergeCell") == 0)
    add_merge (self, ks_xml_get (attributes, "ref"));
}

static void
end_cb (gpointer data, const char *name)
{
  KsXlsx *self = data;

  self->capture = NULL;
  if (!self->in_data)
    return;
  if (strcmp (name, "c") == 0)
    finish_cell (self);
  else if (strcmp (name, "row") == 0)
    finish_row (self);
  else if (strcmp (name, "rPh") == 0)
    self->phonetic--;
  else if (strcmp (name, "sheetData") == 0)
    self->in_data = FALSE;
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  KsXlsx *self = data;

  if (self->capture == NULL)
    return;
  if (self->capture->len + length > KS_CSV_MAX_CELL)
    fail_row (self, KS_TABLES_ERROR_LIMIT, _("a cell is too long. Shorten its text."));
  else
    g_string_append_len (self->capture, text, (gssize) length);
}

static void
free_book (KsBook *book)
{
  KsXlsx *self = (KsXlsx *) book;

  g_clear_pointer (&self->xml, ks_xml_free);
  ks_xlsx_book_clear (&self->book);
  g_array_unref (self->merges);
  g_string_free (self->value, TRUE);
  g_string_free (self->formula, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static guint
get_n_sheets (KsBook *book)
{
  return ((KsXlsx *) book)->book.sheets->len;
}

static gboolean
is_hidden (KsBook *book, guint sheet)
{
  KsXlsx *self = (KsXlsx *) book;

  return ((KsXlsxSheet *) g_ptr_array_index (self->book.sheets, sheet))->hidden;
}

/* Goes to the first row of a sheet. */
static gboolean
select_sheet (KsBook *book, guint sheet, GError **error)
{
  static const KsXmlFuncs funcs = { start_cb, end_cb, text_cb };
  KsXlsx *self = (KsXlsx *) book;
  const KsXlsxSheet *selected = g_ptr_array_index (self->book.sheets, sheet);

  g_clear_pointer (&self->xml, ks_xml_free);
  g_array_set_size (self->merges, 0);
  self->sheet = sheet;
  self->in_data = self->has_row = FALSE;
  self->phonetic = 0;
  self->capture = NULL;
  self->row.number = 0;
  if (!ks_xlsx_book_load_shared (&self->book, error))
    return FALSE;
  self->xml = ks_xml_open (self->book.package, selected->part, &funcs, self, error);
  if (self->xml == NULL)
    return FALSE;
  ks_xml_read_ahead (self->xml);
  return TRUE;
}

/* The next row of the sheet that is not empty; %NULL at its end, on an error, and ever after. */
static const KsRow *
read_next (KsBook *book, GError **error)
{
  KsXlsx *self = (KsXlsx *) book;

  self->has_row = FALSE;
  if (self->xml == NULL || ks_xml_is_done (self->xml))
    return NULL;
  if (ks_xml_run (self->xml, error))
    return self->has_row ? &self->row : NULL;
  g_clear_pointer (&self->xml, ks_xml_free);
  return NULL;
}

static gint64
get_position (KsBook *book)
{
  KsXlsx *self = (KsXlsx *) book;

  return self->xml != NULL ? ks_xml_get_position (self->xml) : 0;
}

static GArray *
get_merges (KsBook *book)
{
  return ((KsXlsx *) book)->merges;
}

static const char *
get_font (KsBook *book, guint column)
{
  KsXlsx *self = (KsXlsx *) book;

  return column < self->row.n_cells
             ? ks_xlsx_styles_get_font (self->book.styles, self->styles[column])
             : NULL;
}

/**
 * ks_xlsx_open:
 * @bytes: a workbook of Excel
 * @name: what it is called in messages
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the workbook with no sheet selected
 */
KsBook *
ks_xlsx_open (GBytes *bytes, const char *name, GError **error)
{
  static const KsBookFuncs funcs
      = { free_book, get_n_sheets, get_sheet_name, is_hidden, select_sheet,
          read_next, get_position, get_merges,     get_font };
  KsXlsx *self = g_new0 (KsXlsx, 1);

  self->parent.funcs = &funcs;
  self->merges = g_array_new (FALSE, FALSE, sizeof (KsMerge));
  self->value = g_string_new (NULL);
  self->formula = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->row.cells = self->cells;
  if (ks_xlsx_book_init (&self->book, bytes, name, error))
    return &self->parent;
  free_book (&self->parent);
  return NULL;
}
