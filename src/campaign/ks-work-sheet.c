/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-work-sheet.h"

static void
clear_sheet (gpointer data)
{
  KsWorkSheet *self = data;

  for (guint i = 0; i < self->n_rows; i++)
    {
      g_clear_pointer (&self->rows[i].report, ks_report_free);
      g_clear_object (&self->rows[i].unit);
    }
  g_free (self->rows);
  g_clear_object (&self->registry);
  g_clear_pointer (&self->info, ks_campaign_info_free);
}

/**
 * ks_work_sheet_ref:
 * @self: a sheet
 *
 * Returns: (transfer full): the same sheet
 */
KsWorkSheet *
ks_work_sheet_ref (KsWorkSheet *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * ks_work_sheet_unref:
 * @self: (transfer full): a sheet
 *
 * Gives a reference back.
 */
void
ks_work_sheet_unref (KsWorkSheet *self)
{
  g_atomic_rc_box_release_full (self, clear_sheet);
}

/**
 * ks_work_sheet_get_day:
 * @self: a sheet
 * @index: below %KS_POST_DAYS
 *
 * Returns: the day, the earliest first; the last is that before the survey
 */
KsDay
ks_work_sheet_get_day (KsWorkSheet *self, guint index)
{
  return self->info->day - KS_POST_DAYS + (KsDay) index;
}

/**
 * ks_work_mark_index:
 * @field: a field
 * @day: index of the day, of posts
 *
 * Returns: the number of the mark that evidence of it is kept for
 */
guint
ks_work_mark_index (KsWorkField field, guint day)
{
  if (field == KS_WORK_POSTS)
    return 1 + 5 + day;
  return ks_work_field_is_mark (field) ? 1 + field - KS_WORK_POSTED : 0;
}

static KsWorkRow *
find_row (KsWorkSheet *self, const char *code)
{
  KsUnit *unit = ks_registry_lookup (self->registry, code);

  return unit != NULL ? &self->rows[ks_unit_get_index (unit)] : NULL;
}

static void
make_rows (KsWorkSheet *self)
{
  self->n_rows = ks_registry_get_n_units (self->registry);
  self->rows = g_new0 (KsWorkRow, self->n_rows + 1);
  for (guint i = 0; i < self->n_rows; i++)
    {
      KsWorkRow *row = &self->rows[i];

      row->unit = g_object_ref (ks_registry_get_unit (self->registry, i));
      row->report = ks_report_new (ks_unit_get_code (row->unit));
      for (guint day = 0; day < KS_POST_DAYS; day++)
        row->days[day] = (KsPostDay){ .unit = (char *) ks_unit_get_code (row->unit),
                                      .day = ks_work_sheet_get_day (self, day),
                                      .counted = KS_COUNT_NONE };
    }
}

static void
add_reports (KsWorkSheet *self, GPtrArray *reports)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const KsReport *report = reports->pdata[i];
      KsWorkRow *row = find_row (self, report->unit);

      if (row == NULL)
        continue;
      ks_report_free (row->report);
      row->report = ks_report_copy (report);
      self->n_reports += ks_report_is_made (report);
      row->claimed |= (guint) ks_report_is_made (report);
      for (int field = KS_WORK_POSTED; field <= KS_WORK_MEETINGS; field++)
        if (ks_report_get_value (report, (KsWorkField) field) > 0)
          row->claimed |= 1u << ks_work_mark_index ((KsWorkField) field, 0);
    }
}

static void
add_days (KsWorkSheet *self, GPtrArray *days)
{
  for (guint i = 0; i < days->len; i++)
    {
      const KsPostDay *day = days->pdata[i];
      KsWorkRow *row = find_row (self, day->unit);
      int index = day->day - ks_work_sheet_get_day (self, 0);

      if (row == NULL)
        continue;
      self->n_posts += day->posts;
      if (index < 0 || index >= KS_POST_DAYS)
        continue;
      row->days[index].posts = day->posts;
      row->days[index].imported = day->imported;
      row->days[index].counted = day->counted;
      if (day->posts > 0)
        {
          row->n_days++;
          row->claimed |= 1u << ks_work_mark_index (KS_WORK_POSTS, (guint) index);
        }
    }
}

static int
find_mark (KsWorkSheet *self, const char *mark)
{
  KsDay day;

  if (ks_day_parse (mark, &day))
    {
      int index = day - ks_work_sheet_get_day (self, 0);

      return index >= 0 && index < KS_POST_DAYS
                 ? (int) ks_work_mark_index (KS_WORK_POSTS, (guint) index)
                 : -1;
    }
  for (int field = KS_WORK_POSTED; field <= KS_WORK_MEETINGS; field++)
    if (g_str_equal (mark, ks_work_field_get_id ((KsWorkField) field)))
      return (int) ks_work_mark_index ((KsWorkField) field, 0);
  return 0;
}

static void
add_evidence (KsWorkSheet *self, GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const KsEvidence *each = evidence->pdata[i];
      KsWorkRow *row = find_row (self, each->unit);
      int mark = find_mark (self, each->mark);

      if (row == NULL || mark < 0)
        continue;
      if (each->verified != KS_MOMENT_NONE)
        row->verified |= 1u << mark;
      if (*each->link != '\0' || *each->note != '\0' || *each->picture_name != '\0')
        row->evident |= 1u << mark;
    }
}

/**
 * ks_work_sheet_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is known of the work of all units, or %NULL with
 *   @error set
 */
KsWorkSheet *
ks_work_sheet_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) reports = tx != NULL ? ks_work_table_load_reports (tx, error) : NULL;
  g_autoptr (GPtrArray) days
      = reports != NULL ? ks_work_table_load_post_days (tx, NULL, error) : NULL;
  g_autoptr (GPtrArray) evidence
      = days != NULL ? ks_evidence_table_load (tx, NULL, error) : NULL;
  KsWorkSheet *self;

  if (evidence == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (KsWorkSheet);
  self->info = ks_campaign_dup_info (campaign);
  self->registry = ks_campaign_dup_registry (campaign);
  make_rows (self);
  add_reports (self, reports);
  add_days (self, days);
  add_evidence (self, evidence);
  return self;
}

static void
clear_row (KsWorkSheet *self, KsWorkRow *row)
{
  const char *code = ks_unit_get_code (row->unit);

  self->n_reports -= ks_report_is_made (row->report);
  for (guint day = 0; day < KS_POST_DAYS; day++)
    {
      self->n_posts -= row->days[day].posts;
      row->days[day] = (KsPostDay){ .unit = (char *) code,
                                    .day = ks_work_sheet_get_day (self, day),
                                    .counted = KS_COUNT_NONE };
    }
  ks_report_free (row->report);
  row->report = ks_report_new (code);
  row->n_days = row->claimed = row->verified = row->evident = 0;
}

/**
 * ks_work_sheet_renew:
 * @self: a sheet that nobody else reads
 * @campaign: its campaign
 * @unit: code of a unit
 * @error: return location for an error
 *
 * Reads one unit anew. The posts of other days than those shown stay counted as they were.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_sheet_renew (KsWorkSheet *self, KsCampaign *campaign, const char *unit, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (KsReport) report = tx != NULL ? ks_work_table_load_report (tx, unit, error) : NULL;
  g_autoptr (GPtrArray) days
      = report != NULL ? ks_work_table_load_post_days (tx, unit, error) : NULL;
  g_autoptr (GPtrArray) evidence
      = days != NULL ? ks_evidence_table_load (tx, unit, error) : NULL;
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  KsWorkRow *row = find_row (self, unit);

  if (evidence == NULL)
    return FALSE;
  if (row == NULL)
    return TRUE;
  clear_row (self, row);
  for (guint i = days->len; i-- > 0;)
    {
      int index = ((KsPostDay *) days->pdata[i])->day - ks_work_sheet_get_day (self, 0);

      if (index < 0 || index >= KS_POST_DAYS)
        g_ptr_array_remove_index (days, i);
    }
  g_ptr_array_add (reports, report);
  add_reports (self, reports);
  add_days (self, days);
  add_evidence (self, evidence);
  return TRUE;
}

/**
 * ks_work_row_get_value:
 * @self: a row
 * @field: a field
 * @day: index of the day, of posts
 *
 * Returns: what stands there; %KS_WORK_NOTHING: nothing
 */
gint64
ks_work_row_get_value (const KsWorkRow *self, KsWorkField field, guint day)
{
  if (field != KS_WORK_POSTS)
    return ks_report_get_value (self->report, field);
  return self->days[day].posts > 0 || self->days[day].counted >= 0 ? self->days[day].posts
                                                                  : KS_WORK_NOTHING;
}
