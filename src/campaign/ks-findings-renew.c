/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-findings.h"

#include "ks-find-private.h"
#include "ks-log-table.h"
#include "ks-payload.h"

typedef struct {
  KsTransaction *tx;
  GHashTable    *known;    /* what a finding is → KsFinding that the file holds */
  gint64         last_id;
  guint          n_new;
  guint          n_changed;
  guint          n_gone;
} Renewal;

static char *
dup_key (const KsFinding *finding)
{
  return g_strdup_printf ("%s/%s/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                          ks_finding_kind_to_id (finding->kind), finding->unit, finding->batch,
                          finding->key);
}

static gboolean
load_known (Renewal *self, GError **error)
{
  g_autoptr (GPtrArray) findings = ks_finding_table_load (self->tx, error);

  if (findings == NULL)
    return FALSE;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) ks_finding_free);
  for (guint i = 0; i < findings->len; i++)
    g_hash_table_insert (self->known, dup_key (findings->pdata[i]),
                         ks_finding_copy (findings->pdata[i]));
  return TRUE;
}

/* Both are sorted by id. */
static gboolean
is_part_of (GArray *rows, GArray *known)
{
  guint at = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 response = g_array_index (rows, KsFindingRow, i).response;

      while (at < known->len && g_array_index (known, KsFindingRow, at).response < response)
        at++;
      if (at == known->len || g_array_index (known, KsFindingRow, at).response != response)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_same_numbers (const KsFinding *a, const KsFinding *b)
{
  for (guint i = 0; i < KS_N_FINDING_NUMBERS; i++)
    if (a->numbers[i] != b->numbers[i])
      return FALSE;
  return a->n_rows == b->n_rows;
}

/* Whether what was decided speaks of what is found now. */
static gboolean
is_covered (const KsFinding *decided, const KsFound *found, GArray *known_rows)
{
  const KsFinding *now = found->finding;

  switch ((int) now->kind)
    {
    case KS_FINDING_OVER_STAFF:
      return ks_finding_settles_excess (decided, now->numbers[0] - now->numbers[1]);
    case KS_FINDING_RECONCILE:
      return has_same_numbers (decided, now);
    default:
      return is_part_of (found->rows, known_rows);
    }
}

static gboolean
add_finding (Renewal *self, KsFound *found, GError **error)
{
  found->finding->id = ++self->last_id;
  self->n_new++;
  return ks_finding_table_save (self->tx, found->finding, error)
         && ks_finding_table_save_rows (self->tx, found->finding->id, found->rows, error);
}

static gboolean
has_same_rows (GArray *a, GArray *b)
{
  return a->len == b->len && is_part_of (a, b);
}

static gboolean
renew_finding (Renewal *self, KsFinding *known, KsFound *found, GError **error)
{
  g_autoptr (GArray) rows = ks_finding_table_load_rows (self->tx, known->id, 0, 0, error);

  if (rows == NULL)
    return FALSE;
  if (!ks_finding_is_open (known) && is_covered (known, found, rows))
    return TRUE;
  found->finding->id = known->id;
  /* The share of the others moves with every import and is no news. */
  if (!ks_finding_is_open (known) || !has_same_numbers (known, found->finding)
      || !has_same_rows (rows, found->rows))
    self->n_changed++;
  return ks_finding_table_save (self->tx, found->finding, error)
         && (has_same_rows (rows, found->rows)
             || ks_finding_table_save_rows (self->tx, known->id, found->rows, error));
}

static gboolean
merge (Renewal *self, GPtrArray *found, GError **error)
{
  for (guint i = 0; i < found->len; i++)
    {
      KsFound *each = g_ptr_array_index (found, i);
      g_autofree char *key = dup_key (each->finding);
      KsFinding *known = g_hash_table_lookup (self->known, key);

      if (known != NULL ? !renew_finding (self, known, each, error)
                        : !add_finding (self, each, error))
        return FALSE;
      g_hash_table_remove (self->known, key);
    }
  return TRUE;
}

/* Open findings that no longer hold go; what was decided stays on record. */
static gboolean
drop_rest (Renewal *self, GError **error)
{
  GHashTableIter iter;
  gpointer finding;

  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, NULL, &finding))
    if (ks_finding_is_open (finding))
      {
        self->n_gone++;
        if (!ks_finding_table_delete (self->tx, ((KsFinding *) finding)->id, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
commit (KsCampaign *campaign, Renewal *self, GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_number (payload, "new", self->n_new);
  ks_payload_add_number (payload, "changed", self->n_changed);
  ks_payload_add_number (payload, "gone", self->n_gone);
  json = ks_payload_to_json (payload);
  return ks_finding_table_save_run (self->tx, self->last_id, error)
         && ks_campaign_commit (campaign, self->tx, "findings", json, KS_CHANGE_FINDINGS, error);
}

/**
 * ks_findings_are_fresh:
 * @campaign: a campaign
 *
 * Returns: whether nothing that the findings rest on was changed since they were found
 */
gboolean
ks_findings_are_fresh (KsCampaign *campaign)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), NULL);

  return tx != NULL && ks_finding_table_is_fresh (tx);
}

static gboolean
keep (KsCampaign *campaign, KsTransaction *tx, GPtrArray *found, GError **error)
{
  Renewal renewal = { .tx = tx, .last_id = ks_finding_table_get_last_id (tx) };
  gboolean ok = load_known (&renewal, error) && merge (&renewal, found, error)
                && drop_rest (&renewal, error) && commit (campaign, &renewal, error);

  g_clear_pointer (&renewal.known, g_hash_table_unref);
  return ok;
}

static GPtrArray *
find (KsCampaign *campaign, KsJob *job, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_find (campaign, tx, job, error) : NULL;
}

/* Nobody waits while the answers are looked through; what was found is kept if nothing was written
 * meanwhile. */
static gboolean
try_renewal (KsCampaign *campaign, KsJob *job, gboolean *kept, GError **error)
{
  g_autofree char *before = ks_campaign_wait_for_head (campaign, error);
  g_autoptr (GPtrArray) found = before != NULL ? find (campaign, job, error) : NULL;
  g_autoptr (KsTransaction) tx
      = found != NULL ? ks_store_begin_write (ks_campaign_get_store (campaign), error) : NULL;
  g_autofree char *now = tx != NULL ? ks_log_table_dup_head (tx, error) : NULL;

  if (now == NULL)
    return FALSE;
  *kept = g_str_equal (before, now);
  return !*kept || keep (campaign, tx, found, error);
}

/**
 * ks_findings_renew:
 * @campaign: a campaign
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Finds anew what the answers, the staff and the reports give reason to check, and keeps it in one
 * transaction; nothing is done where nothing changed. What was decided stays decided unless there
 * is more to it now; open findings that no longer hold go. The campaign can be written meanwhile:
 * then it looks once more.
 *
 * Returns: %FALSE with @error set; the findings are then as they were
 */
gboolean
ks_findings_renew (KsCampaign *campaign, KsJob *job, GError **error)
{
  gboolean kept = FALSE;

  while (!kept && !ks_findings_are_fresh (campaign))
    if (!try_renewal (campaign, job, &kept, error))
      return FALSE;
  return TRUE;
}
