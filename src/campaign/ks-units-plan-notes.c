/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-plan-private.h"

#include "ks-i18n.h"
#include "ks-kind.h"
#include "ks-text.h"

/* What the lists hold that somebody should know. */

static KsKind
find_kind (const char *text)
{
  KsSpelling spelling;
  guint length;
  KsKind kind;

  ks_spelling_read (&spelling, text);
  kind = ks_kind_find (&spelling, 0, &length);
  return ks_kind_get_level (kind) == KS_LEVEL_UNIT ? kind : KS_KIND_NONE;
}

/* What a row says of the kind: in a column of its own, or else before the name. */
static char *
dup_told (KsUnitsPlan *self, const KsPlanRow *row)
{
  KsListSheet *sheet = self->sheets->pdata[row->sheet];
  int column = ks_list_sheet_find (sheet, KS_LIST_FIELD, KS_UNIT_KIND);
  g_autofree char *kind = ks_text_clean (ks_list_row_get (row->row, column));

  return *kind != '\0' ? g_steal_pointer (&kind) : g_strdup (row->given);
}

/* The unit stays what it is: a list has no day from which another kind would hold. */
static void
note_kinds (KsUnitsPlan *self, GPtrArray *notes)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KsPlanRow *row = self->rows->pdata[i];
      g_autofree char *told = dup_told (self, row);
      g_autofree char *place = NULL;
      KsKind kind = find_kind (told);

      if (row->before == NULL || row->after == NULL || kind == KS_KIND_NONE
          || kind == find_kind (ks_unit_get_kind (row->after)))
        continue;
      place = ks_list_sheet_dup_place (self->sheets->pdata[row->sheet], row->number, -1);
      g_ptr_array_add (notes,
                       g_strdup_printf (_ ("%s: %s stays what it is here; the list says “%s”. If "
                                           "it was renamed, record that with its day."),
                                        place, ks_unit_get_name (row->after), told));
    }
}

/* Whether a column counts something: codes begin with 0, or are the same all the way down. */
static gboolean
has_figures (KsListSheet *sheet, const KsListColumn *column)
{
  const char *first = NULL;
  gboolean differ = FALSE;

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const char *text = ks_list_row_get (sheet->rows->pdata[i], (int) column->column);
      gint64 count;

      if (ks_list_is_blank (text))
        continue;
      if (!ks_list_read_count (text, &count) || (*text == '0' && count > 0))
        return FALSE;
      first = first != NULL ? first : text;
      differ = differ || !g_str_equal (first, text);
    }
  return first != NULL && (differ || sheet->rows->len == 1);
}

static gboolean
has_bodies (KsListSheet *sheet)
{
  for (guint body = 0; body < KS_N_BODIES; body++)
    if (ks_list_sheet_find (sheet, KS_LIST_FIELD, (KsUnitField) (KS_UNIT_TOTAL + body)) >= 0)
      return TRUE;
  return FALSE;
}

/* Why the figures of a column change nothing; NULL: they do, or there are none. */
static char *
dup_reason (KsListSheet *sheet, const KsListColumn *column, const char *place)
{
  if (column->meaning.role == KS_LIST_SUM && !has_bodies (sheet))
    return g_strdup_printf (_ ("%s: “%s” is a sum, while staff is kept by body, so it is left out. "
                               "Say at the column of which body it is, or add a column for each."),
                            place, column->title);
  if (column->meaning.role != KS_LIST_IGNORED)
    return NULL;
  if (column->unclear)
    return g_strdup_printf (_ ("%s: these figures have no title and are left out. Say what they "
                               "are at the column, or copy the titles too."),
                            place);
  if (*column->title == '\0' || !has_figures (sheet, column))
    return NULL;
  return g_strdup_printf (_ ("%s: “%s” does not say what its figures are, so they are left out. "
                             "Say it at the column, or title it by one body."),
                          place, column->title);
}

/* Until somebody says what they are, figures that are not understood are left out. */
static void
note_figures (KsListSheet *sheet, GPtrArray *notes)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const KsListColumn *column = sheet->columns->pdata[i];
      g_autofree char *place = ks_list_sheet_dup_place (sheet, 0, (int) column->column);
      char *reason = dup_reason (sheet, column, place);

      if (reason != NULL)
        g_ptr_array_add (notes, reason);
    }
}

/**
 * ks_units_plan_dup_notes:
 * @self: a plan
 *
 * Returns: (transfer full) (element-type utf8): what the lists hold that does not add up or was
 *   left out; none of it stands against taking them
 */
GPtrArray *
ks_units_plan_dup_notes (KsUnitsPlan *self)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->notes->len; i++)
    g_ptr_array_add (notes, g_strdup (self->notes->pdata[i]));
  for (guint i = 0; i < self->sheets->len; i++)
    {
      KsListSheet *sheet = self->sheets->pdata[i];
      g_autofree char *whole = ks_list_sheet_dup_place (sheet, 0, -1);

      for (guint k = 0; k < sheet->remarks->len; k++)
        g_ptr_array_add (notes, g_strdup_printf ("%s: %s", whole,
                                                 (const char *) sheet->remarks->pdata[k]));
      if (self->read_title == NULL)
        note_figures (sheet, notes);
      for (guint k = 0; k < sheet->notes->len; k++)
        {
          const KsListNote *note = sheet->notes->pdata[k];
          g_autofree char *place = ks_list_sheet_dup_place (sheet, note->number, note->column);

          g_ptr_array_add (notes, g_strdup_printf ("%s: %s", place, note->message));
        }
    }
  if (self->read_title == NULL)
    note_kinds (self, notes);
  return notes;
}
