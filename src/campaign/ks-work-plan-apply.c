/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-work-plan-private.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-work-change.h"

/* What is there is compared and replaced in one transaction: nothing can come in between. */

static gboolean
check_faults (KsWorkPlan *self, GError **error)
{
  if (!ks_units_plan_check_decided (self->units, error))
    return FALSE;
  if (self->faults->len == 0)
    return TRUE;
  g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                       self->faults->pdata[0]);
  return FALSE;
}

static char *
make_post_key (const KsPost *post)
{
  return g_strdup_printf ("%s|%" G_GINT64_FORMAT "|%s", post->unit, post->posted, post->kind);
}

static char *
make_day_key (const char *unit, KsDay day)
{
  return g_strdup_printf ("%s|%d", unit, day);
}

static GHashTable *
index_posts (GPtrArray *posts)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < posts->len; i++)
    g_hash_table_insert (index, make_post_key (posts->pdata[i]), posts->pdata[i]);
  return index;
}

/* The days of which somebody counted the posts. */
static GHashTable *
index_counted (GPtrArray *days)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < days->len; i++)
    {
      const KsPostDay *day = days->pdata[i];

      if (day->counted >= 0)
        g_hash_table_add (index, make_day_key (day->unit, day->day));
    }
  return index;
}

/* Posts that came in before, as often or more often, are no news. */
static gboolean
add_posts (KsWorkPlan *self, KsWorkChange *change, KsTransaction *tx, guint *n_beside,
           GError **error)
{
  g_autoptr (GPtrArray) there = ks_work_table_load_posts (tx, error);
  g_autoptr (GPtrArray) days
      = there != NULL ? ks_work_table_load_post_days (tx, NULL, error) : NULL;
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GHashTable) counted = NULL;

  if (days == NULL)
    return FALSE;
  index = index_posts (there);
  counted = index_counted (days);
  for (guint i = 0; i < self->posts->len; i++)
    {
      const KsPost *post = self->posts->pdata[i];
      g_autofree char *key = make_post_key (post);
      g_autofree char *day_key = make_day_key (post->unit, ks_moment_get_day (post->posted));
      const KsPost *old = g_hash_table_lookup (index, key);
      gboolean is_counted = g_hash_table_contains (counted, day_key);
      int copies = old != NULL ? old->copies : 0;

      if (copies >= post->copies)
        continue;
      *n_beside += is_counted;
      if (!ks_work_change_add_post (change, tx, post, copies, is_counted, error))
        return FALSE;
    }
  return TRUE;
}

/* What was changed, without what was not. */
static char *
say_changed (const char *source, KsWorkChange *change)
{
  guint n_reports = ks_work_change_get_n_reports (change);
  guint n_days = ks_work_change_get_n_days (change);
  g_autofree char *reports = ks_format_count (n_reports);
  g_autofree char *days = ks_format_count (n_days);

  if (n_days == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: report of %s unit changed",
                                         "%s: reports of %s units changed", n_reports),
                            source, reports);
  if (n_reports == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: posts of %s day changed",
                                         "%s: posts of %s days changed", n_days),
                            source, days);
  return g_strdup_printf (_ ("%s: reports of %s units, posts of %s days changed"), source, reports,
                          days);
}

/* What was typed on the command line comes from no file. */
static char *
say (KsWorkPlan *self, KsWorkChange *change, guint n_beside)
{
  const char *source = self->source != NULL ? self->source : "--set";
  g_autofree char *changed = say_changed (source, change);
  g_autofree char *unchecked = ks_format_count (ks_work_change_get_n_unchecked (change));
  g_autofree char *beside = ks_format_count (n_beside);
  g_autoptr (GString) text = g_string_new (NULL);

  if (ks_work_change_get_n_reports (change) + ks_work_change_get_n_days (change) == 0)
    return g_strdup_printf (_ ("%s holds nothing new; nothing was changed"), source);
  g_string_assign (text, changed);
  if (ks_work_change_get_n_unchecked (change) > 0)
    {
      g_string_append (text, "; ");
      g_string_append_printf (text, _ ("%s marks are to be checked again"), unchecked);
    }
  if (n_beside > 0)
    {
      g_string_append (text, "; ");
      g_string_append_printf (text, _ ("%s posts stand beside a typed count, which still holds"),
                              beside);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ks_work_plan_apply:
 * @self: a plan that was judged
 * @campaign: the campaign that it was made for
 * @action: the verb, for the log
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Writes all that the plan would change, in one transaction. Fails with
 * %KS_CAMPAIGN_ERROR_INVALID where a cell means nothing, and with %KS_CAMPAIGN_ERROR_REFUSED where
 * it is not certain which unit a row means.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_work_plan_apply (KsWorkPlan *self, KsCampaign *campaign, const char *action,
                    KsOutcome **outcome, GError **error)
{
  g_autoptr (KsWorkChange) change = ks_work_change_new (self->source);
  g_autoptr (KsTransaction) tx = NULL;
  guint n_beside = 0;
  char *message;

  if (!check_faults (self, error))
    return FALSE;
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  if (tx == NULL
      || !ks_work_change_add_edits (change, tx, (const KsWorkEdit *) (gpointer) self->edits->data,
                                    self->edits->len, error)
      || !add_posts (self, change, tx, &n_beside, error))
    return FALSE;
  message = say (self, change, n_beside);
  return ks_work_change_finish (g_steal_pointer (&change), campaign, tx, action, message, outcome,
                                error);
}

static void
note_columns (KsWorkPlan *self, GPtrArray *notes)
{
  GPtrArray *sheets = ks_units_plan_get_sheets (self->units);

  for (guint i = 0; i < sheets->len; i++)
    {
      KsListSheet *sheet = sheets->pdata[i];

      for (guint k = 0; k < sheet->columns->len; k++)
        {
          const KsListColumn *column = sheet->columns->pdata[k];
          g_autofree char *place = ks_list_sheet_dup_place (sheet, 0, (int) column->column);

          if (column->meaning.role == KS_LIST_IGNORED && *column->title != '\0')
            g_ptr_array_add (notes,
                             g_strdup_printf (_ ("%s: “%s” is not used"), place, column->title));
        }
    }
}

/* The reports as they would be, by unit. */
static GHashTable *
make_reports (KsWorkPlan *self)
{
  GHashTable *reports
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ks_report_free);

  for (guint i = 0; i < self->differences->len; i++)
    {
      const KsWorkDifference *difference = self->differences->pdata[i];
      KsReport *report = g_hash_table_lookup (reports, difference->unit);

      if (difference->field == KS_WORK_POSTS)
        continue;
      if (report == NULL)
        {
          report = ks_report_copy (
              self->sheet->rows[ks_unit_get_index (difference->unit)].report);
          g_hash_table_insert (reports, difference->unit, report);
        }
      ks_report_set_value (report, difference->field, difference->after);
    }
  return reports;
}

static void
note_doubts (KsWorkPlan *self, GPtrArray *notes)
{
  g_autoptr (GHashTable) reports = make_reports (self);

  for (guint i = 0; i < self->sheet->n_rows; i++)
    {
      KsUnit *unit = self->sheet->rows[i].unit;
      const KsReport *report = g_hash_table_lookup (reports, unit);
      g_autofree char *doubts = NULL;

      if (report == NULL)
        continue;
      doubts = ks_work_doubts_dup_sentence (ks_report_find_doubts (
          report, ks_unit_get_staff_in_scope (unit), self->sheet->info));
      if (doubts != NULL)
        g_ptr_array_add (notes, g_strdup_printf ("%s: %s", ks_unit_get_name (unit), doubts));
    }
}

/**
 * ks_work_plan_dup_notes:
 * @self: a plan that was judged
 * @with_doubts: whether figures that may be mistakes are told, too
 *
 * Returns: (transfer full) (element-type utf8): what somebody should know: what was left out, and
 *   those figures
 */
GPtrArray *
ks_work_plan_dup_notes (KsWorkPlan *self, gboolean with_doubts)
{
  GPtrArray *notes = ks_units_plan_dup_notes (self->units);

  note_columns (self, notes);
  if (with_doubts)
    note_doubts (self, notes);
  return notes;
}
