/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-campaign-error.h"
#include "ks-criterion.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-own-values.h"
#include "ks-set-criteria.h"
#include "ks-text.h"
#include "ks-unit-columns.h"

typedef enum
{
  COLUMN_NOTE = KS_N_UNIT_COLUMNS,
  COLUMN_VALUE,
  N_COLUMNS,
} Column;

static const char *const titles[N_COLUMNS][8] = {
  [COLUMN_NOTE] = { "note", "ghi chu", "nhan xet", "ly do", NULL },
  [COLUMN_VALUE] = { "value", "mark", "points", "diem", NULL },
};

typedef struct
{
  KsSheetSource *source;
  KsUnitMatcher *matcher;
  const char *criterion; /* id */
  const char *asked;     /* folded header of the marks; NULL: the usual ones */
  char *name;            /* folded name of the criterion */
  int columns[N_COLUMNS];
  GHashTable *seen; /* units */
  GPtrArray *values;
} Reading;

static gboolean
refuse (const Reading *self, guint64 number, const char *message, GError **error)
{
  return ks_refuse_at (ks_sheet_source_get_name (self->source), number, message, error);
}

static gboolean
find_columns (Reading *self, const KsRow *header)
{
  const char *const asked[] = { self->asked, NULL };
  const char *const name[] = { self->name, NULL };

  for (guint i = KS_N_UNIT_COLUMNS; i < N_COLUMNS; i++)
    self->columns[i] = ks_find_column (header, titles[i]);
  if (self->asked != NULL)
    self->columns[COLUMN_VALUE] = ks_find_column (header, asked);
  else if (ks_find_column (header, name) >= 0)
    self->columns[COLUMN_VALUE] = ks_find_column (header, name);
  return ks_unit_columns_find (header, self->columns) && self->columns[COLUMN_VALUE] >= 0;
}

/* An empty cell gives nothing. */
static gboolean
read_mark (const Reading *self, const KsRow *row, double *mark, GError **error)
{
  g_autofree char *text = ks_dup_cell (row, self->columns[COLUMN_VALUE]);

  *mark = KS_OWN_VALUE_NONE;
  if (*g_strstrip (text) == '\0')
    return TRUE;
  return (ks_read_decimal (text, mark) && *mark >= 0 && *mark <= KS_OWN_VALUE_MAX)
         || refuse (self, row->number, _ ("give a mark from 0 to 10"), error);
}

static gboolean
read_row (Reading *self, const KsRow *row, GError **error)
{
  KsUnit *unit = ks_unit_columns_match (self->columns, self->matcher,
                                        ks_sheet_source_get_name (self->source), row, error);
  g_autofree char *note = ks_dup_cell (row, self->columns[COLUMN_NOTE]);
  g_autofree char *twice = NULL;
  double mark;

  if (unit == NULL || !read_mark (self, row, &mark, error))
    return FALSE;
  if (!g_hash_table_add (self->seen, unit))
    {
      twice = g_strdup_printf (_ ("%s stands in the table twice"), ks_unit_get_name (unit));
      return refuse (self, row->number, twice, error);
    }
  g_ptr_array_add (self->values,
                   ks_own_value_new (self->criterion, ks_unit_get_code (unit), mark, note));
  return TRUE;
}

static gboolean
read_rows (Reading *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  const KsRow *row = ks_sheet_source_next (self->source, &local);

  if (row != NULL && !find_columns (self, row))
    return refuse (self, row->number,
                   _ ("a table of marks needs the column “code” or “unit”, and the column of the "
                      "marks, in its first row"),
                   error);
  while (row != NULL && (row = ks_sheet_source_next (self->source, &local)) != NULL)
    if (!ks_row_is_blank (row) && !read_row (self, row, error))
      return FALSE;
  if (local == NULL)
    return self->values->len > 0
           || refuse (self, 2, _ ("there is no mark below the header"), error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_file (KsCampaign *campaign,
           const KsCriterion *criterion,
           const char *path,
           const char *column,
           GPtrArray *values,
           GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsUnitMatcher) matcher = ks_unit_matcher_new (registry);
  g_autoptr (KsSheetSource) source = ks_open_list (path, KS_ENCODING_AUTO, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autofree char *name = ks_text_fold (criterion->name);
  g_autofree char *asked = column != NULL ? ks_text_fold (column) : NULL;
  Reading self = { .source = source,
                   .matcher = matcher,
                   .criterion = criterion->id,
                   .asked = asked,
                   .name = name,
                   .seen = seen,
                   .values = values };

  return source != NULL && read_rows (&self, error);
}

/**
 * ks_import_own_values:
 * @campaign: a campaign
 * @criterion: id of a criterion of the office's own
 * @path: a table, delimited text or a workbook, with the code or the name of each unit and its mark
 * @column: (nullable): header of the marks; %NULL: the criterion's name, else “điểm” or “value”
 * @job: (nullable): what is told of the progress
 * @outcome: (out) (optional) (transfer full) (nullable): what was done; %NULL if it was so already
 * @error: return location for an error
 *
 * Takes marks from 0 to 10 from a column of a file, with notes from its column “ghi chú”. An empty
 * cell takes the mark away; units that the file does not name keep theirs.
 *
 * Returns: %FALSE with @error naming the row; all marks are then as they were
 */
gboolean
ks_import_own_values (KsCampaign *campaign,
                      const char *criterion,
                      const char *path,
                      const char *column,
                      KsJob *job,
                      KsOutcome **outcome,
                      GError **error)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_load (campaign, error);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_own_value_free);
  const KsCriterion *found = criteria != NULL ? ks_criteria_lookup (criteria, criterion) : NULL;

  if (criteria == NULL)
    return FALSE;
  if (found == NULL || found->kind != KS_CRITERION_OWN)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("The office has no criterion of its own “%s”."), criterion);
      return FALSE;
    }
  return read_file (campaign, found, path, column, values, error)
         && ks_job_report (job, values->len, values->len, error)
         && ks_set_own_values (campaign, values, outcome, error);
}
