/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-plan-private.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-list-letters.h"
#include "ks-number.h"

/* The lists of which a plan is made. */

static void
add_sheet (KsUnitsPlan *self, KsListSheet *sheet)
{
  ks_list_sheet_read_rows (sheet, self->districts);
  g_ptr_array_add (self->sheets, sheet);
}

static void
add_note (KsUnitsPlan *self, KsListSheet *sheet, const char *message)
{
  g_autofree char *place = ks_list_sheet_dup_place (sheet, 0, -1);

  g_ptr_array_add (self->notes, g_strdup_printf ("%s: %s", place, message));
}

/* Text in an old encoding is said to be so, as it stands otherwise in the file. */
static void
note_encoding (KsUnitsPlan *self, KsListSheet *sheet, KsSheetSource *source)
{
  KsCsvReader *csv = ks_sheet_source_get_csv (source);
  const KsEncodingGuess *guess = csv != NULL ? ks_csv_reader_get_guess (csv) : NULL;
  g_autofree char *message = NULL;

  if (guess == NULL || guess->n_candidates == 0
      || guess->candidates[0].encoding < KS_ENCODING_WINDOWS_1258)
    return;
  message = g_strdup_printf (_ ("the file was read as %s"),
                             ks_encoding_get_label (guess->candidates[0].encoding));
  add_note (self, sheet, message);
}

static void
set_titles (KsUnitsPlan *self, KsListSheet *sheet)
{
  sheet->read_title = self->read_title;
  sheet->title_data = self->title_data;
}

/* Reads a sheet with its letters as they were meant; else sets what must be asked first. */
static KsListSheet *
read_sheet (KsUnitsPlan *self, KsSheetSource *source, guint number, KsEncoding encoding,
            GError **error)
{
  g_autoptr (KsListSheet) sheet = ks_list_sheet_read (source, number, error);

  if (sheet == NULL)
    return NULL;
  set_titles (self, sheet);
  note_encoding (self, sheet, source);
  if (!ks_sheet_source_is_workbook (source))
    return g_steal_pointer (&sheet);
  self->question = ks_list_letters_settle (sheet, encoding);
  if (self->question == NULL)
    return g_steal_pointer (&sheet);
  ks_encoding_question_refuse (self->question, error);
  return NULL;
}

/* What the reader of delimited text would ask somebody. */
static void
take_question (KsUnitsPlan *self, KsSheetSource *source)
{
  KsCsvReader *csv = ks_sheet_source_get_csv (source);
  const KsEncodingGuess *guess = csv != NULL ? ks_csv_reader_get_guess (csv) : NULL;

  if (guess == NULL || guess->sure || guess->n_candidates == 0 || self->question != NULL)
    return;
  self->question = ks_encoding_question_new (ks_sheet_source_get_name (source));
  for (guint i = 0; i < guess->n_candidates; i++)
    {
      char *preview = ks_csv_reader_preview (csv, guess->candidates[i].encoding);

      ks_encoding_question_add (self->question, &guess->candidates[i],
                                preview != NULL ? preview : g_strdup (""));
    }
}

static void
set_no_list_error (KsUnitsPlan *self, KsSheetSource *source, GError **error)
{
  if (self->needed != NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, "%s: %s",
                 ks_sheet_source_get_name (source), self->needed);
  else
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("%s: a list of units needs a header row with the column “code” (Mã ĐVHC) or "
                    "“name” (Tên đơn vị)"),
                 ks_sheet_source_get_name (source));
}

static gboolean
add_from (KsUnitsPlan *self, KsSheetSource *source, guint number, KsEncoding encoding,
          gboolean *found, GError **error)
{
  g_autoptr (KsListSheet) sheet = NULL;

  if (ks_sheet_source_is_hidden (source, number))
    {
      sheet = ks_list_sheet_read (source, number, error);
      if (sheet != NULL)
        add_note (self, sheet, _ ("the sheet is hidden and was left out"));
      return sheet != NULL;
    }
  sheet = read_sheet (self, source, number, encoding, error);
  if (sheet == NULL)
    return FALSE;
  if (ks_list_sheet_find_header (sheet))
    {
      add_sheet (self, g_steal_pointer (&sheet));
      *found = TRUE;
    }
  else if (sheet->grid->len > 0)
    add_note (self, sheet, _ ("no list of units was found in the sheet; it was left out"));
  return TRUE;
}

static gboolean
has_key (KsListSheet *sheet)
{
  return ks_list_sheet_find (sheet, KS_LIST_CODE, KS_UNIT_NAME) >= 0
         || ks_list_sheet_find (sheet, KS_LIST_FIELD, KS_UNIT_NAME) >= 0;
}

/* Cells parted by tabs, without titles: a block that was copied from the middle of a table. */
static gboolean
add_without_header (KsUnitsPlan *self, KsSheetSource *source, KsListSheet *sheet, GError **error)
{
  if (ks_csv_reader_get_delimiter (ks_sheet_source_get_csv (source)) == '\t')
    ks_list_sheet_guess_columns (sheet, self->matcher, self->districts);
  if (has_key (sheet))
    {
      add_sheet (self, sheet);
      return TRUE;
    }
  set_no_list_error (self, source, error);
  ks_list_sheet_free (sheet);
  return FALSE;
}

static gboolean
add_text (KsUnitsPlan *self, KsSheetSource *source, GError **error)
{
  KsListSheet *sheet = read_sheet (self, source, 0, KS_ENCODING_AUTO, error);

  if (sheet == NULL)
    {
      take_question (self, source);
      return FALSE;
    }
  if (!ks_list_sheet_find_header (sheet))
    return add_without_header (self, source, sheet, error);
  add_sheet (self, sheet);
  return TRUE;
}

/**
 * ks_units_plan_add:
 * @self: a plan that has not been matched yet
 * @source: a file, or a block that was copied
 * @encoding: what a person says that doubtful columns of a workbook are in; %KS_ENCODING_AUTO:
 *   nobody was asked. The reader of delimited text was told by ks_open_list()
 * @error: return location for an error
 *
 * Reads all sheets that a person sees. Those without a list of units are noted. Fails with
 * %KS_TABLES_ERROR_ENCODING if it is not certain how the letters are written: see
 * ks_units_plan_get_question().
 *
 * Returns: %FALSE with @error set if there is no such list at all, or the file cannot be read
 */
gboolean
ks_units_plan_add (KsUnitsPlan *self, KsSheetSource *source, KsEncoding encoding, GError **error)
{
  gboolean found = FALSE;

  g_clear_pointer (&self->question, ks_encoding_question_free);
  if (!ks_sheet_source_is_workbook (source))
    return add_text (self, source, error);
  for (guint i = 0; i < ks_sheet_source_get_n_sheets (source); i++)
    if (!add_from (self, source, i, encoding, &found, error))
      return FALSE;
  if (!found)
    set_no_list_error (self, source, error);
  return found;
}

/**
 * ks_units_plan_get_question:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): what somebody must say before the list that was added last,
 *   in vain, can be read
 */
KsEncodingQuestion *
ks_units_plan_get_question (KsUnitsPlan *self)
{
  return self->question;
}

/* Titles over figures, without that of the units. */
static gboolean
has_titles (KsListSheet *sheet)
{
  const KsListRow *row = sheet->grid->len > 0 ? sheet->grid->pdata[0] : NULL;
  gboolean any = FALSE;
  gint64 count;

  for (guint i = 0; row != NULL && i < row->n_cells; i++)
    {
      if (ks_list_read_count (row->cells[i], &count))
        return FALSE;
      any = any || ks_list_sheet_read_title (sheet, NULL, row->cells[i]).role != KS_LIST_IGNORED;
    }
  return any;
}

static void
put_before (KsListRow *row, const char *text)
{
  char **cells = g_new0 (char *, row->n_cells + 2);

  cells[0] = g_strdup (text);
  for (guint i = 0; i < row->n_cells; i++)
    cells[i + 1] = row->cells[i];
  g_free (row->cells);
  row->cells = cells;
  row->n_cells++;
}

static gboolean
check_units (KsListSheet *sheet, guint64 n_needed, guint n_units, guint n_selected, GError **error)
{
  g_autofree char *needed = ks_format_count ((gint64) n_needed);
  g_autofree char *selected = ks_format_count (n_selected);

  if (n_selected > 1 && n_needed != n_selected)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("%s has %s rows without a code or a name, and %s units are selected. Select as "
                    "many units as there are rows, or the first of them alone."),
                 sheet->file, needed, selected);
  else if (n_needed > n_units)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("%s has %s rows without a code or a name, more than there are units from the "
                    "selected one on. Select the unit that the first row means."),
                 sheet->file, needed);
  else
    return TRUE;
  return FALSE;
}

/* Figures alone mean the units that are selected, row by row: each row gets its code. */
static gboolean
add_codes (KsListSheet *sheet, GPtrArray *units, guint n_selected, GError **error)
{
  guint n_titles = has_titles (sheet);
  const KsListRow *last = sheet->grid->pdata[sheet->grid->len - 1];

  if (!check_units (sheet, last->number - n_titles, units->len, n_selected, error))
    return FALSE;
  for (guint i = 0; i < sheet->grid->len; i++)
    {
      KsListRow *row = sheet->grid->pdata[i];

      if (row->number == 1 && n_titles > 0)
        put_before (row, "Mã ĐVHC");
      else
        put_before (row, ks_unit_get_code (units->pdata[row->number - 1 - n_titles]));
    }
  return TRUE;
}

/**
 * ks_units_plan_add_block:
 * @self: a plan that has not been matched yet
 * @text: what was copied in a spreadsheet
 * @units: (element-type KsUnit): the units that rows without a code and a name mean, in their order
 * @n_selected: how many of them are selected; with one, the rows mean as many units from it on as
 *   there are; with none, a person says what the columns are
 * @error: return location for an error
 *
 * Reads a block with its titles or without them.
 *
 * Returns: %FALSE with @error set if it cannot be read, or @units are not those of its rows
 */
gboolean
ks_units_plan_add_block (KsUnitsPlan *self, const char *text, GPtrArray *units, guint n_selected,
                         GError **error)
{
  g_autoptr (KsSheetSource) source = ks_sheet_source_new_for_block (text, _ ("Pasted block"));
  g_autoptr (KsListSheet) sheet = ks_list_sheet_read (source, 0, error);

  if (sheet == NULL)
    return FALSE;
  set_titles (self, sheet);
  if (!ks_list_sheet_find_header (sheet))
    {
      ks_list_sheet_guess_columns (sheet, self->matcher, self->districts);
      if (!has_key (sheet) && n_selected > 0 && !add_codes (sheet, units, n_selected, error))
        return FALSE;
      if (!has_key (sheet) && !ks_list_sheet_find_header (sheet))
        ks_list_sheet_guess_columns (sheet, self->matcher, self->districts);
    }
  add_sheet (self, g_steal_pointer (&sheet));
  return TRUE;
}
