/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-i18n.h"
#include "ks-ods-private.h"
#include "ks-xlsx-reference.h"

/* Equal rows that follow one another are written once with their number. People who answer alike
 * are counted, each of them; nothing honest is the same ten thousand times. */
#define MAX_EQUAL_ROWS 10000

typedef struct {
  KsBook     parent; /* first */
  KsPackage *package;
  GPtrArray *sheets; /* of KsOdsSheet */
  GArray    *merges;
  KsXml     *xml;    /* NULL before a sheet is selected and after an error */

  KsOdsPlace place;
  guint      n_begun;   /* sheets of the content that began so far */
  guint      sheet;     /* that is read */
  gboolean   in_sheet;
  guint      row_depth; /* where the row stands that is read; 0: none */
  guint      skip_depth; /* of an element whose text is none of the cell's; 0: none */
  gboolean   in_text;   /* within a paragraph of the cell */
  guint      n_texts;
  gboolean   blank;     /* blanks were read that are one */

  guint64    next_number; /* of the row behind the one that is read */
  guint64    n_equal;   /* how often the row comes still */
  guint      column;
  guint64    n_columns; /* that the cell fills */
  KsOdsValue value;

  GString   *text;      /* of the row */
  gsize      starts[KS_CSV_MAX_COLUMNS]; /* in text */
  KsCell     cells[KS_CSV_MAX_COLUMNS];
  gboolean   has_row;
  KsRow      row;
} KsOds;

static const char *
get_sheet_name (KsBook *book, guint sheet)
{
  return ((KsOdsSheet *) g_ptr_array_index (((KsOds *) book)->sheets, sheet))->name;
}

static void
fail_row (KsOds *self, KsTablesError code, const char *message)
{
  ks_xml_fail_row (self->xml, get_sheet_name (&self->parent, self->sheet), self->row.number, code,
                   message);
}

/* How often something is repeated or spans, up to what a sheet has room for. */
static guint64
read_count (const char **attributes, const char *name, guint64 max)
{
  const char *text = ks_xml_get (attributes, name);
  guint64 count = text != NULL ? ks_xlsx_read_number (text, G_MAXUINT32) : 1;

  return CLAMP (count, 1, max);
}

static void
begin_row (KsOds *self, const char **attributes)
{
  self->row_depth = self->place.depth;
  self->row.number = self->next_number;
  self->row.n_cells = 0;
  self->column = 0;
  self->n_equal = read_count (attributes, "number-rows-repeated", KS_XLSX_MAX_ROW + 1);
  self->next_number = MIN (self->next_number + self->n_equal, KS_XLSX_MAX_ROW + 1);
  g_string_truncate (self->text, 0);
}

static void
add_merge (KsOds *self, const char **attributes)
{
  guint64 n_columns = read_count (attributes, "number-columns-spanned", KS_XLSX_MAX_COLUMN);
  guint64 n_rows = read_count (attributes, "number-rows-spanned", KS_XLSX_MAX_ROW);
  KsMerge merge = { self->row.number, self->row.number + n_rows - 1, self->column,
                    self->column + (guint) n_columns - 1 };

  if ((n_columns > 1 || n_rows > 1) && merge.last_row <= KS_XLSX_MAX_ROW
      && merge.last_column < KS_XLSX_MAX_COLUMN && self->merges->len < KS_BOOK_MAX_MERGES)
    g_array_append_val (self->merges, merge);
}

static void
begin_cell (KsOds *self, const char **attributes)
{
  ks_ods_value_begin (&self->value, attributes);
  self->n_columns = read_count (attributes, "number-columns-repeated", KS_XLSX_MAX_COLUMN);
  self->n_texts = 0;
  add_merge (self, attributes);
  if (self->value.value->len > KS_CSV_MAX_CELL)
    fail_row (self, KS_TABLES_ERROR_LIMIT, _("a cell is too long. Shorten its text."));
}

static void
append_text (KsOds *self, const char *text, gsize length)
{
  if (self->value.shown->len + length > KS_CSV_MAX_CELL)
    fail_row (self, KS_TABLES_ERROR_LIMIT, _("a cell is too long. Shorten its text."));
  else
    g_string_append_len (self->value.shown, text, (gssize) length);
}

static void
append_blanks (KsOds *self, guint64 n_blanks)
{
  for (; n_blanks > 0 && self->value.shown->len < KS_CSV_MAX_CELL; n_blanks--)
    append_text (self, " ", 1);
  if (n_blanks > 0)
    append_text (self, " ", 1);
}

static void
begin_text (KsOds *self)
{
  self->in_text = TRUE;
  self->blank = FALSE;
  if (self->n_texts++ > 0)
    append_text (self, "\n", 1);
}

static void
flush_blank (KsOds *self)
{
  if (self->blank)
    append_text (self, " ", 1);
  self->blank = FALSE;
}

/* What stands in a paragraph beside letters. A remark or a picture is not what the cell says. */
static void
begin_in_text (KsOds *self, const char *name, const char **attributes)
{
  static const char *const others[] = { "annotation", "note", "frame", "ruby-text", NULL };

  if (g_strv_contains (others, name))
    {
      self->skip_depth = self->place.depth;
      return;
    }
  flush_blank (self);
  if (strcmp (name, "s") == 0)
    append_blanks (self, read_count (attributes, "c", KS_CSV_MAX_CELL + 1));
  else if (strcmp (name, "tab") == 0)
    append_text (self, "\t", 1);
  else if (strcmp (name, "line-break") == 0)
    append_text (self, "\n", 1);
}

static void
begin_sheet (KsOds *self)
{
  self->in_sheet = self->n_begun++ == self->sheet;
  self->row_depth = self->skip_depth = 0;
  self->in_text = FALSE;
  self->next_number = 1;
}

static void
start_cb (gpointer data, const char *name, const char **attributes)
{
  KsOds *self = data;

  if (ks_ods_place_enter (&self->place, name))
    begin_sheet (self);
  else if (!self->in_sheet || self->skip_depth > 0)
    return;
  else if (self->in_text)
    begin_in_text (self, name, attributes);
  else if (self->row_depth == 0)
    {
      if (strcmp (name, "table-row") == 0)
        begin_row (self, attributes);
    }
  else if (self->place.depth == self->row_depth + 1)
    {
      if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
        begin_cell (self, attributes);
    }
  else if (self->place.depth == self->row_depth + 2 && strcmp (name, "p") == 0)
    begin_text (self);
}

static void
fail_columns (KsOds *self)
{
  g_autofree char *message
      = g_strdup_printf (_("there are more than %d columns. Delete those that are not needed "
                           "and save the file again."),
                         KS_CSV_MAX_COLUMNS);

  fail_row (self, KS_TABLES_ERROR_LIMIT, message);
}

/* Puts what was appended from @start on in all the columns that the cell fills; cells before it
 * that hold nothing end where it does. */
static void
store_cell (KsOds *self, gsize start)
{
  gsize end = self->text->len;

  g_string_append_c (self->text, '\0');
  if (self->column + self->n_columns > KS_CSV_MAX_COLUMNS)
    {
      fail_columns (self);
      return;
    }
  if (self->text->len > KS_BOOK_MAX_ROW_LENGTH)
    fail_row (self, KS_TABLES_ERROR_LIMIT, _("a cell is too long. Shorten its text."));
  for (guint i = self->row.n_cells; i < self->column + self->n_columns; i++)
    {
      self->starts[i] = i < self->column ? end : start;
      self->cells[i].length = end - self->starts[i];
    }
  self->row.n_cells = self->column + (guint) self->n_columns;
}

static void
finish_cell (KsOds *self)
{
  gsize start = self->text->len;

  if (ks_ods_value_append (&self->value, self->text))
    store_cell (self, start);
  self->column = (guint) MIN (self->column + self->n_columns, KS_XLSX_MAX_COLUMN);
}

static void
finish_row (KsOds *self)
{
  self->row_depth = 0;
  if (self->row.n_cells == 0)
    return;
  if (self->row.number + self->n_equal - 1 > KS_XLSX_MAX_ROW)
    fail_row (self, KS_TABLES_ERROR_FORMAT,
              _("the next row is out of order or lies beyond the end of a sheet. Open the file "
                "in a spreadsheet and save it again."));
  else if (self->n_equal > MAX_EQUAL_ROWS)
    fail_row (self, KS_TABLES_ERROR_LIMIT,
              _("the same row stands there more than ten thousand times. Delete the rows that are "
                "not needed and save the file again."));
  for (guint i = 0; i < self->row.n_cells; i++)
    self->cells[i].text = self->text->str + self->starts[i];
  self->has_row = TRUE;
  self->n_equal--;
  ks_xml_pause (self->xml);
}

static void
end_cb (gpointer data, const char *name)
{
  KsOds *self = data;
  guint depth = self->place.depth;

  ks_ods_place_leave (&self->place);
  if (!self->in_sheet)
    return;
  if (depth == 1)
    {
      /* The next sheet goes on from here. */
      self->in_sheet = FALSE;
      ks_xml_pause (self->xml);
    }
  else if (self->skip_depth > 0)
    self->skip_depth = depth == self->skip_depth ? 0 : self->skip_depth;
  else if (depth == self->row_depth)
    finish_row (self);
  else if (depth == self->row_depth + 1 && self->row_depth > 0 && strstr (name, "table-cell") != NULL)
    finish_cell (self);
  else if (depth == self->row_depth + 2)
    self->in_text = FALSE;
}

/* Runs of blanks and line breaks are one blank, and none at the ends of a paragraph. */
static void
text_cb (gpointer data, const char *text, gsize length)
{
  KsOds *self = data;
  const char *end = text + length;

  if (!self->in_text || self->skip_depth > 0)
    return;
  while (text < end)
    {
      const char *word = text;

      while (text < end && strchr (" \t\r\n", *text) == NULL)
        text++;
      if (text > word)
        {
          flush_blank (self);
          append_text (self, word, (gsize) (text - word));
        }
      if (text < end)
        {
          self->blank = self->value.shown->len > 0
                        && self->value.shown->str[self->value.shown->len - 1] != '\n';
          text++;
        }
    }
}

static void
free_book (KsBook *book)
{
  KsOds *self = (KsOds *) book;

  g_clear_pointer (&self->xml, ks_xml_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->package, ks_package_free);
  g_array_unref (self->merges);
  ks_ods_value_clear (&self->value);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static guint
get_n_sheets (KsBook *book)
{
  return ((KsOds *) book)->sheets->len;
}

static gboolean
is_hidden (KsBook *book, guint sheet)
{
  return ((KsOdsSheet *) g_ptr_array_index (((KsOds *) book)->sheets, sheet))->hidden;
}

/* Sheets are read in their order as a rule: then the content is read once for all of them. */
static gboolean
select_sheet (KsBook *book, guint sheet, GError **error)
{
  static const KsXmlFuncs funcs = { start_cb, end_cb, text_cb };
  KsOds *self = (KsOds *) book;

  g_array_set_size (self->merges, 0);
  self->in_sheet = self->has_row = FALSE;
  self->n_equal = 0;
  self->sheet = sheet;
  self->row.number = 0;
  if (self->xml != NULL && !ks_xml_is_done (self->xml) && self->n_begun <= sheet)
    return TRUE;
  g_clear_pointer (&self->xml, ks_xml_free);
  self->place = (KsOdsPlace){ FALSE, 0 };
  self->n_begun = 0;
  self->xml = ks_xml_open (self->package, KS_ODS_CONTENT, &funcs, self, error);
  return self->xml != NULL;
}

/* The next row of the sheet that is not empty; %NULL at its end, on an error, and ever after. */
static const KsRow *
read_next (KsBook *book, GError **error)
{
  KsOds *self = (KsOds *) book;

  if (self->xml == NULL || (self->n_begun > self->sheet && !self->in_sheet))
    return NULL;
  if (self->has_row && self->n_equal > 0)
    {
      self->n_equal--;
      self->row.number++;
      return &self->row;
    }
  self->has_row = FALSE;
  if (ks_xml_is_done (self->xml))
    return NULL;
  if (ks_xml_run (self->xml, error))
    return self->has_row ? &self->row : NULL;
  g_clear_pointer (&self->xml, ks_xml_free);
  return NULL;
}

static gint64
get_position (KsBook *book)
{
  KsOds *self = (KsOds *) book;

  return self->xml != NULL ? ks_xml_get_position (self->xml) : 0;
}

static GArray *
get_merges (KsBook *book)
{
  return ((KsOds *) book)->merges;
}

static const char *
get_font (KsBook *book, guint column)
{
  return NULL;
}

/**
 * ks_ods_open:
 * @bytes: an OpenDocument spreadsheet
 * @name: what it is called in messages
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the workbook with no sheet selected
 */
KsBook *
ks_ods_open (GBytes *bytes, const char *name, GError **error)
{
  static const KsBookFuncs funcs
      = { free_book, get_n_sheets, get_sheet_name, is_hidden, select_sheet,
          read_next, get_position, get_merges,     get_font };
  KsOds *self = g_new0 (KsOds, 1);

  self->parent.funcs = &funcs;
  self->merges = g_array_new (FALSE, FALSE, sizeof (KsMerge));
  self->text = g_string_new (NULL);
  self->row.cells = self->cells;
  ks_ods_value_init (&self->value);
  self->package = ks_ods_book_open (bytes, name, &self->sheets, error);
  if (self->package != NULL)
    return &self->parent;
  free_book (&self->parent);
  return NULL;
}
