/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-response-table.h"
#include "ks-row-identity.h"
#include "ks-seal-compare.h"
#include "ks-seal-pieces.h"

/* Which sheets made up what a unit once put into tables: those that count now, or else each by its
 * place. Sheets that say the same are the same (see ks-differencing.h). */

typedef struct
{
  guint64 content;
  KsSheetPlace place;
  const char *unit; /* interned */
  guint taken;      /* by the version of that number */
} Candidate;

typedef struct
{
  const KsSealFacts *facts;
  GHashTable *numbers;
  GArray *candidates; /* of Candidate, by content */
  guint version;
  GString *text;
} Search;

static gboolean
collect (const KsResponse *response, gpointer data, GError **error)
{
  Search *self = data;
  const gint64 *number = g_hash_table_lookup (self->numbers, &response->batch);
  Candidate candidate = {
    .content = ks_row_identity_hash_content ("", response->answers),
    .place = { number != NULL ? *number : 0, response->source_row },
    .unit = g_intern_string (response->unit),
  };

  if (number != NULL)
    g_array_append_val (self->candidates, candidate);
  return TRUE;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a, *right = b;

  if (left->content != right->content)
    return left->content < right->content ? -1 : 1;
  if (left->place.input != right->place.input)
    return left->place.input < right->place.input ? -1 : 1;
  return left->place.row < right->place.row ? -1 : left->place.row > right->place.row;
}

static guint
find_first (const Search *self, guint64 content)
{
  guint low = 0, high = self->candidates->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->candidates, Candidate, middle).content < content)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* One of the unit itself goes before others that say the same. */
static Candidate *
take (Search *self, guint64 content, const char *unit)
{
  Candidate *other = NULL;

  for (guint i = find_first (self, content); i < self->candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (self->candidates, Candidate, i);

      if (candidate->content != content)
        break;
      if (candidate->taken == self->version)
        continue;
      if (candidate->unit == unit)
        {
          candidate->taken = self->version;
          return candidate;
        }
      other = other == NULL ? candidate : other;
    }
  if (other != NULL)
    other->taken = self->version;
  return other;
}

static JsonArray *
find_rows (Search *self, const KsTableVersion *version, const char *unit)
{
  g_autoptr (JsonArray) rows = json_array_new ();

  self->version++;
  for (gsize i = 0; i < version->n; i++)
    {
      const Candidate *candidate = take (self, version->sheets[i].content, unit);

      if (candidate == NULL)
        return NULL;
      json_array_add_int_element (rows, candidate->place.input);
      json_array_add_int_element (rows, candidate->place.row);
    }
  return g_steal_pointer (&rows);
}

static gboolean
is_now (KsGivenLedger *ledger, guint unit, const KsTableVersion *version)
{
  KsTableVersion now;

  ks_given_ledger_get_now (ledger, unit, &now);
  return now.n == version->n
         && (now.n == 0 || memcmp (now.sheets, version->sheets, now.n * sizeof *now.sheets) == 0);
}

static void
add_version (Search *self, guint unit, guint index)
{
  KsGivenLedger *ledger = self->facts->source->ledger;
  const KsTableVersion *version
      = &g_array_index (ledger->units->versions[unit], KsTableVersion, index);
  const gint32 *counts = ledger->units->counts[unit]->pdata[index];
  const char *code
      = g_intern_string (ks_unit_get_code (ks_registry_get_unit (ledger->live->registry, unit)));
  gboolean now = is_now (ledger, unit, version);
  JsonArray *rows = now ? NULL : find_rows (self, version, code);
  JsonObject *line = json_object_new ();

  json_object_set_string_member (line, "unit", code);
  json_object_set_int_member (line, "seq", version->seq);
  if (rows != NULL)
    json_object_set_array_member (line, "rows", rows);
  else if (!now)
    {
      JsonArray *list = json_array_new ();

      for (guint i = 0; i < ledger->units->n_columns; i++)
        json_array_add_int_element (list, counts[i]);
      json_object_set_array_member (line, "counts", list);
    }
  ks_seal_append_line (self->text, line);
}

static gboolean
collect_all (Search *self, KsRebuild *rebuild, GError **error)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_read (ks_campaign_get_store (rebuild->campaign), error);
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  if (tx == NULL || !ks_response_table_foreach (tx, &filter, collect, self, error)
      || !ks_response_table_foreach_withdrawn (tx, collect, self, error))
    return FALSE;
  g_array_sort (self->candidates, compare_candidates);
  return TRUE;
}

/**
 * ks_seal_compare_given:
 * @facts: a campaign, with the sheets of its ledger
 * @rebuild: made anew, its sheets where they belong
 * @pieces: (element-type KsPlainZipPart): takes what each unit put into tables
 * @error: return location for an error
 *
 * Adds a line for each time that a unit put something new into tables. Where its sheets of then are
 * not found any more, the line tells their counts.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_seal_compare_given (const KsSealFacts *facts,
                       KsRebuild *rebuild,
                       GPtrArray *pieces,
                       GError **error)
{
  const KsGivenUnits *units = facts->source->ledger->units;
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GString) text = g_string_new (NULL);
  Search search
      = { .facts = facts, .numbers = rebuild->numbers, .candidates = candidates, .text = text };

  if (!collect_all (&search, rebuild, error))
    return FALSE;
  for (guint i = 0; i < units->n_units; i++)
    for (guint k = 0; k < units->versions[i]->len; k++)
      add_version (&search, i, k);
  ks_seal_pieces_add_text (pieces, KS_ARCHIVE_VERSIONS,
                           g_string_free (g_steal_pointer (&text), FALSE));
  return TRUE;
}
