/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-given-unit-table.h"

#include <string.h>

#include "ks-transaction.h"

#define SELECT_UNITS "SELECT unit, seq, sheets, counts FROM given_unit ORDER BY unit, seq"

/* No sheets, as they are written. */
#define SELECT_COUNTS                                                                             \
  "SELECT unit, seq, zeroblob (8), counts FROM given_unit ORDER BY unit, seq"

#define INSERT_UNIT                                                                               \
  "INSERT INTO given_unit (unit, seq, sheets, counts) VALUES (:unit, :seq, :sheets, :counts)"

/* Sheets are written as little-endian words of eight bytes: how many, the content of each, and which
 * questions they answered: one word when that is the same for all, else one of each. */

static gboolean
answered_alike (const KsTableVersion *version)
{
  for (gsize i = 1; i < version->n; i++)
    if (version->sheets[i].answered != version->sheets[0].answered)
      return FALSE;
  return TRUE;
}

static GArray *
pack_sheets (const KsTableVersion *version)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 word = GUINT64_TO_LE ((guint64) version->n);
  gsize n_masks = answered_alike (version) ? MIN (version->n, 1) : version->n;

  g_array_append_val (words, word);
  for (gsize i = 0; i < version->n; i++)
    {
      word = GUINT64_TO_LE (version->sheets[i].content);
      g_array_append_val (words, word);
    }
  for (gsize i = 0; i < n_masks; i++)
    {
      word = GUINT64_TO_LE (version->sheets[i].answered);
      g_array_append_val (words, word);
    }
  return words;
}

static guint64
read_word (const guint8 *packed, gsize word)
{
  guint64 value;

  memcpy (&value, packed + word * sizeof value, sizeof value);
  return GUINT64_FROM_LE (value);
}

/* Returns: (nullable): the sheets; %NULL when that is not what was written */
static KsTableSheet *
unpack_sheets (const guint8 *packed, gsize length, gsize *n)
{
  gsize n_words = length / sizeof (guint64);
  gsize n_masks;
  KsTableSheet *sheets;

  *n = n_words > 0 ? read_word (packed, 0) : 0;
  if (n_words == 0 || *n > n_words - 1)
    return NULL;
  n_masks = n_words - 1 - *n;
  if (n_masks != MIN (*n, 1) && n_masks != *n)
    return NULL;
  sheets = g_new0 (KsTableSheet, MAX (*n, 1));
  for (gsize i = 0; i < *n; i++)
    {
      sheets[i].content = read_word (packed, 1 + i);
      sheets[i].answered = read_word (packed, 1 + *n + (n_masks == 1 ? 0 : i));
    }
  return sheets;
}

/**
 * ks_given_units_free:
 * @self: (nullable): versions
 *
 * Frees them.
 */
void
ks_given_units_free (KsGivenUnits *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_units; i++)
    {
      g_array_unref (self->versions[i]);
      g_ptr_array_unref (self->counts[i]);
    }
  g_free (self->versions);
  g_free (self->counts);
  g_ptr_array_unref (self->memory);
  g_free (self);
}

static KsGivenUnits *
create_units (guint n_units, guint n_columns)
{
  KsGivenUnits *self = g_new0 (KsGivenUnits, 1);

  self->n_units = n_units;
  self->n_columns = n_columns;
  self->versions = g_new (GArray *, MAX (n_units, 1));
  self->counts = g_new (GPtrArray *, MAX (n_units, 1));
  self->memory = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_units; i++)
    {
      self->versions[i] = g_array_new (FALSE, FALSE, sizeof (KsTableVersion));
      self->counts[i] = g_ptr_array_new_with_free_func (g_free);
    }
  return self;
}

static void
keep_version (KsGivenUnits *self, guint unit, const KsTableVersion *version, gint32 *counts)
{
  g_array_append_val (self->versions[unit], *version);
  g_ptr_array_add (self->counts[unit], counts);
}

static gboolean
read_version (KsStatement *statement, KsGivenUnits *self, guint unit, GError **error)
{
  KsTableVersion version = { .seq = ks_statement_int (statement, 1) };
  KsTableSheet *sheets = unpack_sheets (sqlite3_column_blob (statement, 2),
                                        (gsize) sqlite3_column_bytes (statement, 2), &version.n);
  const gint32 *packed = sqlite3_column_blob (statement, 3);
  gint32 *counts;

  if (sheets == NULL
      || (gsize) sqlite3_column_bytes (statement, 3) != self->n_columns * sizeof *packed)
    {
      g_free (sheets);
      g_set_error_literal (error, KS_STORE_ERROR, KS_STORE_ERROR_DAMAGED,
                           "given_unit holds what was not written by this program");
      return FALSE;
    }
  g_ptr_array_add (self->memory, sheets);
  version.sheets = sheets;
  counts = g_new (gint32, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    counts[i] = GINT32_FROM_LE (packed[i]);
  keep_version (self, unit, &version, counts);
  return TRUE;
}

/**
 * ks_given_unit_table_load:
 * @tx: a transaction
 * @registry: the units
 * @n_columns: one more than the slots of the form
 * @with_sheets: FALSE: the counts alone, which are a small part of it
 * @error: return location for an error
 *
 * Returns: (transfer full): what the units put into tables so far, or %NULL with @error set
 */
KsGivenUnits *
ks_given_unit_table_load (KsTransaction *tx, KsRegistry *registry, guint n_columns,
                          gboolean with_sheets, GError **error)
{
  g_autoptr (KsGivenUnits) units = create_units (ks_registry_get_n_units (registry), n_columns);
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, with_sheets ? SELECT_UNITS : SELECT_COUNTS, error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      KsUnit *unit = ks_registry_lookup (registry, ks_statement_text (statement, 0));

      if ((unit != NULL && !read_version (statement, units, ks_unit_get_index (unit), error))
          || !ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  return g_steal_pointer (&units);
}

/**
 * ks_given_units_get_last:
 * @self: versions
 * @unit: index of a unit
 * @seq: (out) (optional): when it was given out; 0: never
 *
 * Returns: (transfer none) (nullable): the counts that it last put into tables
 */
const gint32 *
ks_given_units_get_last (KsGivenUnits *self, guint unit, gint64 *seq)
{
  return ks_given_units_get_last_until (self, unit, G_MAXINT64, seq);
}

/**
 * ks_given_units_get_last_until:
 * @self: versions
 * @unit: index of a unit
 * @until: what was given out behind this seq does not count
 * @seq: (out) (optional): when it was given out; 0: never
 *
 * Returns: (transfer none) (nullable): the counts that it had last put into tables by then
 */
const gint32 *
ks_given_units_get_last_until (KsGivenUnits *self, guint unit, gint64 until, gint64 *seq)
{
  GArray *versions = self->versions[unit];
  guint n = versions->len;

  while (n > 0 && g_array_index (versions, KsTableVersion, n - 1).seq > until)
    n--;
  if (seq != NULL)
    *seq = n > 0 ? g_array_index (versions, KsTableVersion, n - 1).seq : 0;
  return n > 0 ? g_ptr_array_index (self->counts[unit], n - 1) : NULL;
}

/**
 * ks_given_units_is_last:
 * @self: versions
 * @unit: index of a unit
 * @version: sheets of it
 * @counts: their counts
 *
 * Returns: whether that is what it last put into tables; before it did, nothing
 */
gboolean
ks_given_units_is_last (KsGivenUnits *self, guint unit, const KsTableVersion *version,
                        const gint32 *counts)
{
  const gint32 *last_counts = ks_given_units_get_last (self, unit, NULL);
  GArray *versions = self->versions[unit];
  const KsTableVersion *last;

  if (last_counts == NULL)
    return version->n == 0;
  last = &g_array_index (versions, KsTableVersion, versions->len - 1);
  return last->n == version->n
         && (last->n == 0
             || memcmp (last->sheets, version->sheets, last->n * sizeof *last->sheets) == 0)
         && memcmp (last_counts, counts, self->n_columns * sizeof *counts) == 0;
}

/**
 * ks_given_unit_table_append:
 * @tx: a transaction for writing
 * @units: versions, which get one more
 * @registry: the units
 * @unit: index of a unit
 * @version: what it puts into tables from now on; its seq is that of the #KsGivenOut
 * @counts: (array): the counts of these sheets
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_given_unit_table_append (KsTransaction *tx, KsGivenUnits *units, KsRegistry *registry,
                            guint unit, const KsTableVersion *version, const gint32 *counts,
                            GError **error)
{
  g_autoptr (GArray) words = pack_sheets (version);
  g_autofree gint32 *packed = g_new (gint32, units->n_columns);
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, INSERT_UNIT, error);
  KsTableVersion kept = *version;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < units->n_columns; i++)
    packed[i] = GINT32_TO_LE (counts[i]);
  ks_statement_bind_text (statement, ":unit",
                          ks_unit_get_code (ks_registry_get_unit (registry, unit)));
  ks_statement_bind_int (statement, ":seq", version->seq);
  ks_statement_bind_blob (statement, ":sheets", words->data, words->len * sizeof (guint64));
  ks_statement_bind_blob (statement, ":counts", packed, units->n_columns * sizeof *packed);
  if (!ks_statement_run (statement, error))
    return FALSE;
  kept.sheets = g_memdup2 (version->sheets, version->n * sizeof *version->sheets);
  g_ptr_array_add (units->memory, (gpointer) kept.sheets);
  keep_version (units, unit, &kept, g_memdup2 (counts, units->n_columns * sizeof *counts));
  return TRUE;
}
