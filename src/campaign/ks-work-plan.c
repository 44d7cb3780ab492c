/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-work-plan-private.h"

#include "ks-campaign-error.h"
#include "ks-columns.h"
#include "ks-i18n.h"
#include "ks-work-words.h"

static void
clear_plan (gpointer data)
{
  KsWorkPlan *self = data;

  g_array_unref (self->edits);
  g_ptr_array_unref (self->posts);
  g_ptr_array_unref (self->differences);
  g_ptr_array_unref (self->faults);
  g_clear_pointer (&self->units, ks_units_plan_unref);
  g_clear_pointer (&self->sheet, ks_work_sheet_unref);
  g_free (self->source);
}

/**
 * ks_work_plan_new:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a plan that changes nothing
 */
KsWorkPlan *
ks_work_plan_new (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsWorkSheet) sheet = ks_work_sheet_load (campaign, error);
  KsWorkPlan *self;

  if (sheet == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (KsWorkPlan);
  self->units = ks_units_plan_new (sheet->registry);
  self->edits = g_array_new (FALSE, FALSE, sizeof (KsWorkEdit));
  self->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_post_free);
  self->differences = g_ptr_array_new_with_free_func (g_free);
  self->faults = g_ptr_array_new_with_free_func (g_free);
  ks_units_plan_set_titles (
      self->units, ks_work_read_title, sheet->info,
      _ ("a table of reports or posts needs a header row with the column “code” (Mã ĐVHC) or "
         "“name” (Tên đơn vị), and beside it what it tells: the hour, figures, days"));
  self->sheet = g_steal_pointer (&sheet);
  return self;
}

/**
 * ks_work_plan_ref:
 * @self: a plan
 *
 * Returns: (transfer full): the same plan
 */
KsWorkPlan *
ks_work_plan_ref (KsWorkPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * ks_work_plan_unref:
 * @self: (transfer full): a plan
 *
 * Gives a reference back.
 */
void
ks_work_plan_unref (KsWorkPlan *self)
{
  g_atomic_rc_box_release_full (self, clear_plan);
}

/**
 * ks_work_column_get:
 * @column: below %KS_N_WORK_COLUMNS
 * @survey: the day of the survey
 * @field: (out): its field
 * @day: (out): the day of its posts; %KS_DAY_NONE: it holds none
 *
 * Tells what stands in a column, as one types.
 */
void
ks_work_column_get (guint column, KsDay survey, KsWorkField *field, KsDay *day)
{
  *field = (KsWorkField) MIN (column, KS_WORK_POSTS);
  *day = column < KS_WORK_POSTS ? KS_DAY_NONE
                                : survey - KS_POST_DAYS + (KsDay) (column - KS_WORK_POSTS);
}

static void
note_source (KsWorkPlan *self, const char *file)
{
  char *joined = self->source != NULL ? g_strdup_printf ("%s, %s", self->source, file)
                                      : g_strdup (file);

  g_free (self->source);
  self->source = joined;
}

static gboolean
tells (KsListSheet *sheet, KsWorkKind kind)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const KsListMeaning *meaning = &((KsListColumn *) sheet->columns->pdata[i])->meaning;
      gboolean posts = meaning->other == KS_WORK_POSTS || meaning->other == KS_WORK_COLUMN_POSTED_AT;

      if (meaning->role == KS_LIST_OTHER && meaning->other <= KS_WORK_COLUMN_POSTED_AT
          && (kind == KS_WORK_ANY || posts == (kind == KS_WORK_OF_POSTS)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_tells (KsWorkPlan *self, const char *file, guint first, KsWorkKind kind, GError **error)
{
  GPtrArray *sheets = ks_units_plan_get_sheets (self->units);

  for (guint i = first; i < sheets->len; i++)
    if (tells (sheets->pdata[i], kind))
      return TRUE;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
               kind == KS_WORK_OF_POSTS
                   ? _ ("%s: no column tells of posts: the time of each, or how many there are of a "
                        "day. Title the columns like “posted_at” (Thời điểm đăng) or “28/3”.")
                   : _ ("%s: no column tells of reports. Title the columns like “reported_at” (Giờ "
                        "nhập), “staff_present” (Có mặt), “posted” (Niêm yết)."),
               file);
  return FALSE;
}

/**
 * ks_work_plan_add_file:
 * @self: a plan that was not judged yet
 * @path: a table: CSV, XLSX, ODS, or an archive of such
 * @encoding: what text is in; %KS_ENCODING_AUTO: recognise it, or fail
 * @kind: what it must tell
 * @error: return location for an error
 *
 * Reads a table. Its columns are found by their titles, whatever else stands there.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_plan_add_file (KsWorkPlan *self, const char *path, KsEncoding encoding, KsWorkKind kind,
                       GError **error)
{
  g_autoptr (KsSheetSource) source = ks_open_list (path, encoding, error);
  guint first = ks_units_plan_get_sheets (self->units)->len;

  if (source == NULL || !ks_units_plan_add (self->units, source, encoding, error))
    return FALSE;
  note_source (self, ks_sheet_source_get_name (source));
  return check_tells (self, ks_sheet_source_get_name (source), first, kind, error);
}

/* Columns without a title hold what one would type from there on. */
static void
name_columns (KsWorkPlan *self, KsListSheet *sheet, guint column)
{
  for (guint i = 0; i < sheet->columns->len && column < KS_N_WORK_COLUMNS; i++)
    {
      KsListColumn *each = sheet->columns->pdata[i];
      KsWorkField field;

      if (each->meaning.role != KS_LIST_IGNORED && each->meaning.role != KS_LIST_SUM)
        continue;
      ks_work_column_get (column++, self->sheet->info->day, &field, &each->meaning.day);
      each->meaning.role = KS_LIST_OTHER;
      each->meaning.other = field;
    }
}

/**
 * ks_work_plan_add_block:
 * @self: a plan that was not judged yet
 * @text: what was copied: cells parted by tabs, with titles or without
 * @units: (element-type KsUnit): those that rows mean which name none, from the first on
 * @column: the column that figures without titles begin at
 * @error: return location for an error
 *
 * Reads a block.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_plan_add_block (KsWorkPlan *self, const char *text, GPtrArray *units, guint column,
                        GError **error)
{
  KsListSheet *sheet;

  if (!ks_units_plan_add_block (self->units, text, units, MIN (units->len, 1), error))
    return FALSE;
  sheet = ks_units_plan_get_sheets (self->units)->pdata[0];
  note_source (self, sheet->file);
  if (sheet->header == sheet->first)
    name_columns (self, sheet, column);
  return TRUE;
}

/**
 * ks_work_plan_add_row:
 * @self: a plan that was not judged yet
 * @name: what tells the row apart, for errors
 * @header: titles, parted by commas
 * @row: what stands under them, parted by commas
 * @error: return location for an error
 *
 * Reads one row that somebody types in a command.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_plan_add_row (KsWorkPlan *self, const char *name, const char *header, const char *row,
                      GError **error)
{
  g_autofree char *place = g_strdup_printf ("--set %s", name);
  g_autofree char *text = g_strdup_printf ("%s\n%s\n", header, row);
  g_autoptr (KsSheetSource) source = NULL;

  for (char *p = text; *p != '\0'; p++)
    if (*p == ',')
      *p = '\t';
  source = ks_sheet_source_new_for_block (text, place);
  return ks_units_plan_add (self->units, source, KS_ENCODING_AUTO, error);
}

static gint64
get_before (KsWorkPlan *self, const KsWorkEdit *edit, KsUnit **unit)
{
  const KsWorkRow *row;
  int day = 0;

  *unit = ks_registry_lookup (self->sheet->registry, edit->unit);
  row = &self->sheet->rows[ks_unit_get_index (*unit)];
  /* Posts alone have a day. */
  if (edit->field == KS_WORK_POSTS)
    day = edit->day - ks_work_sheet_get_day (self->sheet, 0);
  if (day < 0 || day >= KS_POST_DAYS)
    return KS_WORK_NOTHING;
  return ks_work_row_get_value (row, edit->field, (guint) day);
}

static void
reverse (GPtrArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      gpointer first = array->pdata[i];

      array->pdata[i] = array->pdata[array->len - 1 - i];
      array->pdata[array->len - 1 - i] = first;
    }
}

/* Of two edits of one cell the later holds. */
static void
list_differences (KsWorkPlan *self)
{
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = self->edits->len; i-- > 0;)
    {
      const KsWorkEdit *edit = &g_array_index (self->edits, KsWorkEdit, i);
      KsWorkDifference *difference;
      gint64 before, after;
      KsUnit *unit;

      if (!g_hash_table_add (cells, g_strdup_printf ("%s %d %d", edit->unit, edit->field,
                                                     edit->day)))
        continue;
      before = get_before (self, edit, &unit);
      after = ks_work_field_is_mark (edit->field) && edit->value == 0 ? KS_WORK_NOTHING
                                                                      : edit->value;
      if (before == after || (edit->field == KS_WORK_POSTS && after == 0 && before < 0))
        continue;
      difference = g_new (KsWorkDifference, 1);
      *difference = (KsWorkDifference){ unit, edit->field, edit->day, before, after };
      g_ptr_array_add (self->differences, difference);
    }
  reverse (self->differences);
}

/**
 * ks_work_plan_judge:
 * @self: a plan to which all tables were added, or whose rows were decided anew
 *
 * Finds what the rows whose unit is certain would change.
 */
void
ks_work_plan_judge (KsWorkPlan *self)
{
  if (ks_units_plan_get_rows (self->units)->len == 0)
    ks_units_plan_match (self->units);
  g_array_set_size (self->edits, 0);
  g_ptr_array_set_size (self->posts, 0);
  g_ptr_array_set_size (self->differences, 0);
  g_ptr_array_set_size (self->faults, 0);
  ks_work_plan_read_rows (self);
  list_differences (self);
}

/**
 * ks_work_plan_get_units:
 * @self: a plan
 *
 * Returns: (transfer none): which unit each row means
 */
KsUnitsPlan *
ks_work_plan_get_units (KsWorkPlan *self)
{
  return self->units;
}

/**
 * ks_work_plan_get_info:
 * @self: a plan
 *
 * Returns: (transfer none): the survey
 */
KsCampaignInfo *
ks_work_plan_get_info (KsWorkPlan *self)
{
  return self->sheet->info;
}

/**
 * ks_work_plan_get_differences:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type KsWorkDifference): the cells that would change
 */
GPtrArray *
ks_work_plan_get_differences (KsWorkPlan *self)
{
  return self->differences;
}

/**
 * ks_work_plan_get_n_posts:
 * @self: a plan
 *
 * Returns: how many posts the tables tell of
 */
guint
ks_work_plan_get_n_posts (KsWorkPlan *self)
{
  guint n_posts = 0;

  for (guint i = 0; i < self->posts->len; i++)
    n_posts += (guint) ((KsPost *) self->posts->pdata[i])->copies;
  return n_posts;
}

/**
 * ks_work_plan_get_faults:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type utf8): cells that mean nothing, with their place
 */
GPtrArray *
ks_work_plan_get_faults (KsWorkPlan *self)
{
  return self->faults;
}
