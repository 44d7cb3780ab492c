/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-findings.h"

#include "ks-finding-table.h"
#include "ks-response-table.h"
#include "ks-rows.h"

#define MINUTE 60
#define N_LETTERS 26

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
 * ks_findings_load_open_units:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8 utf8): a set of the codes of units that are being
 *   reconciled: with an open finding of the unit itself, not of single sheets
 */
GHashTable *
ks_findings_load_open_units (KsCampaign *campaign, GError **error)
{
  g_autoptr (GPtrArray) findings = load_all (campaign, error);

  return findings != NULL ? collect_open_units (findings) : NULL;
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

/**
 * ks_masked_row_free:
 * @self: (nullable): a row
 *
 * Frees the row.
 */
void
ks_masked_row_free (KsMaskedRow *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->unit);
  g_free (self);
}

/**
 * ks_masked_row_dup_letter:
 * @self: a row
 *
 * Returns: (transfer full): A…Z, AA, AB …
 */
char *
ks_masked_row_dup_letter (const KsMaskedRow *self)
{
  char last[2] = { (char) ('A' + self->letter % N_LETTERS), '\0' };
  char first[2] = { (char) ('A' + self->letter / N_LETTERS % N_LETTERS - 1), '\0' };

  return g_strconcat (self->letter >= N_LETTERS ? first : "", last, NULL);
}

typedef struct {
  GPtrArray  *rows;
  GHashTable *files;
  GHashTable *letters;  /* mark → letter + 1 */
  GArray     *marks;    /* of KsFindingRow, by id */
  guint       at;
} Masking;

/* Both the sheets and the marks come by id; those of a withdrawn import have a mark alone. */
static gint64
find_mark (Masking *self, gint64 response)
{
  while (g_array_index (self->marks, KsFindingRow, self->at).response != response)
    self->at++;
  return g_array_index (self->marks, KsFindingRow, self->at).mark;
}

/* A, B, C by the first row that has them. */
static guint
find_letter (Masking *self, gint64 mark)
{
  gpointer key = GSIZE_TO_POINTER ((gsize) mark);
  guint letter = GPOINTER_TO_UINT (g_hash_table_lookup (self->letters, key));

  if (letter == 0)
    {
      letter = g_hash_table_size (self->letters) + 1;
      g_hash_table_insert (self->letters, key, GUINT_TO_POINTER (letter));
    }
  return letter - 1;
}

static gboolean
add_masked (const KsResponse *response, gpointer data, GError **error)
{
  Masking *self = data;
  KsMaskedRow *row = g_new0 (KsMaskedRow, 1);
  const char *file
      = g_hash_table_lookup (self->files, GSIZE_TO_POINTER ((gsize) response->batch));

  row->id = response->id;
  row->file = g_strdup (file != NULL ? file : "");
  row->row = response->source_row;
  row->minute = response->answered != KS_MOMENT_NONE
                    ? response->answered - response->answered % MINUTE
                    : KS_MOMENT_NONE;
  row->unit = g_strdup (response->unit);
  row->state = response->state;
  row->letter = find_letter (self, find_mark (self, response->id));
  g_ptr_array_add (self->rows, row);
  return TRUE;
}

/**
 * ks_finding_load_rows:
 * @campaign: a campaign
 * @id: of a finding
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsMaskedRow): the sheets that it is about, masked; none of
 *   a finding on figures alone, and none of an import that was withdrawn
 */
GPtrArray *
ks_finding_load_rows (KsCampaign *campaign, gint64 id, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (GArray) rows = tx != NULL ? ks_finding_table_load_rows (tx, id, error) : NULL;
  g_autoptr (GHashTable) files = rows != NULL ? ks_batches_load_files (tx, error) : NULL;
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) masked
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_masked_row_free);
  Masking masking = { masked, files, letters, rows, 0 };
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  filter.finding = id;
  if (files == NULL
      || (rows->len > 0
          && !ks_response_table_foreach (tx, &filter, add_masked, &masking, error)))
    return NULL;
  return g_steal_pointer (&masked);
}
