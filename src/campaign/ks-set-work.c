/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-set-work.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-work-change.h"

/* The edits of a unit, in their order: of two of one cell the later holds. */
typedef struct {
  const KsWorkEdit *edits;
  guint             n_edits;
  const char       *unit;
} Edits;

static gboolean
check_edit (KsRegistry *registry, const KsCampaignInfo *info, const KsWorkEdit *edit,
            GError **error)
{
  if (ks_registry_lookup (registry, edit->unit) == NULL)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                   _ ("No unit in use has the code %s."), edit->unit);
      return FALSE;
    }
  if (ks_work_check_value (edit->field, edit->value, info, error))
    return TRUE;
  g_prefix_error (error, "%s, %s: ", ks_unit_get_name (ks_registry_lookup (registry, edit->unit)),
                  ks_work_field_get_label (edit->field));
  return FALSE;
}

static gboolean
change_report (KsWorkChange *change, KsTransaction *tx, const Edits *edits, GError **error)
{
  g_autoptr (KsReport) before = ks_work_table_load_report (tx, edits->unit, error);
  g_autoptr (KsReport) after = before != NULL ? ks_report_copy (before) : NULL;

  if (after == NULL)
    return FALSE;
  for (guint i = 0; i < edits->n_edits; i++)
    {
      const KsWorkEdit *edit = &edits->edits[i];

      if (edit->field != KS_WORK_POSTS)
        ks_report_set_value (after, edit->field, edit->value);
    }
  return ks_work_change_add_report (change, tx, before, after, error);
}

/* Whether a later edit is of the same cell. */
static gboolean
is_replaced (const Edits *edits, guint at)
{
  const KsWorkEdit *edit = &edits->edits[at];

  for (guint i = at + 1; i < edits->n_edits; i++)
    if (edits->edits[i].field == edit->field && edits->edits[i].day == edit->day)
      return TRUE;
  return FALSE;
}

static gboolean
change_count (KsWorkChange *change, KsTransaction *tx, GPtrArray *days, const KsWorkEdit *edit,
              GError **error)
{
  KsPostDay none = { (char *) edit->unit, edit->day, 0, 0, KS_COUNT_NONE };
  const KsPostDay *day = &none;

  for (guint i = 0; i < days->len; i++)
    if (((KsPostDay *) days->pdata[i])->day == edit->day)
      day = days->pdata[i];
  return ks_work_change_add_count (
      change, tx, day, edit->value == KS_WORK_NOTHING ? KS_COUNT_NONE : (int) edit->value, error);
}

static gboolean
change_counts (KsWorkChange *change, KsTransaction *tx, const Edits *edits, GError **error)
{
  g_autoptr (GPtrArray) days = ks_work_table_load_post_days (tx, edits->unit, error);

  for (guint i = 0; days != NULL && i < edits->n_edits; i++)
    if (edits->edits[i].field == KS_WORK_POSTS && !is_replaced (edits, i)
        && !change_count (change, tx, days, &edits->edits[i], error))
      return FALSE;
  return days != NULL;
}

static gboolean
change_all (KsWorkChange *change, KsTransaction *tx, GPtrArray *sorted, GError **error)
{
  for (guint i = 0; i < sorted->len; i++)
    {
      const GArray *run = sorted->pdata[i];
      Edits edits = { (const KsWorkEdit *) (gconstpointer) run->data, run->len, NULL };

      edits.unit = edits.edits[0].unit;
      if (!change_report (change, tx, &edits, error) || !change_counts (change, tx, &edits, error))
        return FALSE;
    }
  return TRUE;
}

/* Edits by unit, each unit's in their order. */
static GPtrArray *
sort_edits (const KsWorkEdit *edits, guint n_edits)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) runs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_edits; i++)
    {
      GArray *run = g_hash_table_lookup (runs, edits[i].unit);

      if (run == NULL)
        {
          run = g_array_new (FALSE, FALSE, sizeof (KsWorkEdit));
          g_ptr_array_add (sorted, run);
          g_hash_table_insert (runs, (char *) edits[i].unit, run);
        }
      g_array_append_val (run, edits[i]);
    }
  return sorted;
}

/**
 * ks_work_change_add_edits:
 * @change: a change
 * @tx: the transaction that it is made in
 * @edits: (array length=n_edits): cells, and what shall stand in them
 * @n_edits: how many
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_change_add_edits (KsWorkChange *change, KsTransaction *tx, const KsWorkEdit *edits,
                          guint n_edits, GError **error)
{
  g_autoptr (GPtrArray) sorted = sort_edits (edits, n_edits);

  return change_all (change, tx, sorted, error);
}

static char *
describe (KsRegistry *registry, const KsCampaignInfo *info, const KsWorkEdit *edits, guint n_edits)
{
  g_autofree char *count = ks_format_count (n_edits);
  g_autofree char *text = NULL;

  if (n_edits != 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s figure typed", "%s figures typed",
                                         n_edits),
                            count);
  text = ks_work_dup_cell (edits->field, edits->value, info);
  return g_strdup_printf (_ ("%s, %s: %s"),
                          ks_unit_get_name (ks_registry_lookup (registry, edits->unit)),
                          ks_work_field_get_label (edits->field), *text != '\0' ? text : "–");
}

/**
 * ks_set_work:
 * @campaign: a campaign
 * @edits: (array length=n_edits): cells, and what shall stand in them
 * @n_edits: how many
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Types figures of reports and posts, of any units, in one transaction. A mark that was checked is
 * to be checked again once its figure changes.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_set_work (KsCampaign *campaign, const KsWorkEdit *edits, guint n_edits, KsOutcome **outcome,
             GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsWorkChange) change = ks_work_change_new (NULL);
  g_autoptr (KsTransaction) tx = NULL;

  for (guint i = 0; i < n_edits; i++)
    if (!check_edit (registry, info, &edits[i], error))
      return FALSE;
  tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  return tx != NULL && ks_work_change_add_edits (change, tx, edits, n_edits, error)
         && ks_work_change_finish (g_steal_pointer (&change), campaign, tx, "work",
                                   describe (registry, info, edits, n_edits), outcome, error);
}
