/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-findings.h"

#include "ks-finding-table.h"

static guint
get_place (KsRegistry *registry, const KsFinding *finding)
{
  KsUnit *unit = ks_registry_lookup (registry, finding->unit);

  return unit != NULL ? ks_unit_get_index (unit) : G_MAXUINT;
}

/* By kind, then in the office's own order, never by how many. */
static int
compare_findings (gconstpointer a, gconstpointer b, gpointer registry)
{
  const KsFinding *left = *(const KsFinding *const *) a;
  const KsFinding *right = *(const KsFinding *const *) b;
  guint left_place, right_place;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  left_place = get_place (registry, left);
  right_place = get_place (registry, right);
  if (left_place != right_place)
    return left_place < right_place ? -1 : 1;
  return left->id < right->id ? -1 : left->id > right->id;
}

static GPtrArray *
load_all (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_finding_table_load (tx, error) : NULL;
}

/**
 * ks_findings_load:
 * @campaign: a campaign
 * @all: the decided ones too
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsFinding): findings by kind, then in the office's order
 */
GPtrArray *
ks_findings_load (KsCampaign *campaign, gboolean all, GError **error)
{
  g_autoptr (GPtrArray) findings = load_all (campaign, error);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);

  for (guint i = findings != NULL && !all ? findings->len : 0; i > 0; i--)
    if (!ks_finding_is_open (g_ptr_array_index (findings, i - 1)))
      g_ptr_array_remove_index (findings, i - 1);
  if (findings != NULL)
    g_ptr_array_sort_with_data (findings, compare_findings, registry);
  return g_steal_pointer (&findings);
}

static GHashTable *
collect_open_units (GPtrArray *findings)
{
  GHashTable *units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const KsFinding *finding = g_ptr_array_index (findings, i);

      if (ks_finding_is_open (finding) && ks_finding_kind_is_of_unit (finding->kind))
        g_hash_table_add (units, g_strdup (finding->unit));
    }
  return units;
}

/**
 * ks_findings_load_open_units_within:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8 utf8): a set of the codes of units that are being
 *   reconciled: with an open finding of the unit itself, not of single sheets
 */
GHashTable *
ks_findings_load_open_units_within (KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) findings = ks_finding_table_load (tx, error);

  return findings != NULL ? collect_open_units (findings) : NULL;
}

/**
 * ks_findings_load_open_units:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8 utf8): the same in a transaction of its own
 */
GHashTable *
ks_findings_load_open_units (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_findings_load_open_units_within (tx, error) : NULL;
}

/**
 * ks_findings_sum:
 * @findings: (element-type KsFinding): all findings
 * @counts: (out caller-allocates): how many there are
 *
 * Counts findings that were loaded.
 */
void
ks_findings_sum (GPtrArray *findings, KsFindingCounts *counts)
{
  g_autoptr (GHashTable) units = collect_open_units (findings);

  *counts = (KsFindingCounts){ .n_units = g_hash_table_size (units) };
  for (guint i = 0; i < findings->len; i++)
    {
      const KsFinding *finding = g_ptr_array_index (findings, i);

      if (!ks_finding_is_open (finding))
        counts->n_decided++;
      else if (ks_finding_kind_needs_decision (finding->kind))
        counts->n_open++;
      else
        counts->n_informing++;
    }
}

/**
 * ks_findings_count:
 * @campaign: a campaign
 * @counts: (out caller-allocates): how many there are
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_findings_count (KsCampaign *campaign, KsFindingCounts *counts, GError **error)
{
  g_autoptr (GPtrArray) findings = load_all (campaign, error);

  *counts = (KsFindingCounts){ 0 };
  if (findings != NULL)
    ks_findings_sum (findings, counts);
  return findings != NULL;
}
