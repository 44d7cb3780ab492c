/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-evidence-table.h"

#include "ks-transaction.h"

/* Pictures are large: they are read one by one. */
#define SELECT_EVIDENCE                                                                           \
  "SELECT unit, mark, link, picture_name, note, verified, actor FROM evidence "

#define SELECT_PICTURE "SELECT picture FROM evidence WHERE unit = :unit AND mark = :mark"

#define SAVE_EVIDENCE                                                                             \
  "INSERT INTO evidence (unit, mark, link, picture_name, picture, note, verified, actor) VALUES " \
  "(:unit, :mark, :link, :picture_name, :picture, :note, :verified, :actor) "                     \
  "ON CONFLICT (unit, mark) DO UPDATE SET link = excluded.link, "                                 \
  "picture_name = excluded.picture_name, picture = excluded.picture, note = excluded.note, "      \
  "verified = excluded.verified, actor = excluded.actor"

#define DELETE_EVIDENCE "DELETE FROM evidence WHERE unit = :unit AND mark = :mark"

/**
 * ks_evidence_new:
 * @unit: code of a unit
 * @mark: a mark
 *
 * Returns: (transfer full): evidence that says nothing
 */
KsEvidence *
ks_evidence_new (const char *unit, const char *mark)
{
  KsEvidence *self = g_new0 (KsEvidence, 1);

  self->unit = g_strdup (unit);
  self->mark = g_strdup (mark);
  self->link = g_strdup ("");
  self->picture_name = g_strdup ("");
  self->note = g_strdup ("");
  self->verified = KS_MOMENT_NONE;
  self->actor = g_strdup ("");
  return self;
}

/**
 * ks_evidence_copy:
 * @self: evidence
 *
 * Returns: (transfer full): the same
 */
KsEvidence *
ks_evidence_copy (const KsEvidence *self)
{
  KsEvidence *copy = g_memdup2 (self, sizeof *self);

  copy->unit = g_strdup (self->unit);
  copy->mark = g_strdup (self->mark);
  copy->link = g_strdup (self->link);
  copy->picture_name = g_strdup (self->picture_name);
  copy->picture = self->picture != NULL ? g_bytes_ref (self->picture) : NULL;
  copy->note = g_strdup (self->note);
  copy->actor = g_strdup (self->actor);
  return copy;
}

static gboolean
equal_pictures (GBytes *a, GBytes *b)
{
  return a == NULL || b == NULL ? a == b : g_bytes_equal (a, b);
}

/**
 * ks_evidence_equal:
 * @self: evidence with its picture
 * @other: evidence of the same mark, with its picture
 *
 * Returns: whether they say the same
 */
gboolean
ks_evidence_equal (const KsEvidence *self, const KsEvidence *other)
{
  return g_str_equal (self->link, other->link) && g_str_equal (self->note, other->note)
         && g_str_equal (self->picture_name, other->picture_name)
         && self->verified == other->verified && g_str_equal (self->actor, other->actor)
         && equal_pictures (self->picture, other->picture);
}

/**
 * ks_evidence_is_empty:
 * @self: evidence
 *
 * Returns: whether it says nothing, and nobody checked the mark
 */
gboolean
ks_evidence_is_empty (const KsEvidence *self)
{
  return *self->link == '\0' && *self->note == '\0' && *self->picture_name == '\0'
         && self->verified == KS_MOMENT_NONE;
}

/**
 * ks_evidence_free:
 * @self: (nullable): evidence
 *
 * Frees it.
 */
void
ks_evidence_free (KsEvidence *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->mark);
  g_free (self->link);
  g_free (self->picture_name);
  g_clear_pointer (&self->picture, g_bytes_unref);
  g_free (self->note);
  g_free (self->actor);
  g_free (self);
}

static gpointer
read_evidence (KsStatement *statement)
{
  KsEvidence *self = g_new0 (KsEvidence, 1);

  self->unit = g_strdup (ks_statement_text (statement, 0));
  self->mark = g_strdup (ks_statement_text (statement, 1));
  self->link = g_strdup (ks_statement_text (statement, 2));
  self->picture_name = g_strdup (ks_statement_text (statement, 3));
  self->note = g_strdup (ks_statement_text (statement, 4));
  self->verified
      = ks_statement_is_null (statement, 5) ? KS_MOMENT_NONE : ks_statement_int (statement, 5);
  self->actor = g_strdup (ks_statement_text (statement, 6));
  return self;
}

/**
 * ks_evidence_table_load:
 * @tx: a transaction
 * @unit: (nullable): code of a unit; %NULL: all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsEvidence): what is kept, by unit and mark, without
 *   the pictures
 */
GPtrArray *
ks_evidence_table_load (KsTransaction *tx, const char *unit, GError **error)
{
  return ks_transaction_load (tx, SELECT_EVIDENCE, "ORDER BY unit, mark", unit, read_evidence,
                              (GDestroyNotify) ks_evidence_free, error);
}

static gboolean
load_picture (KsTransaction *tx, KsEvidence *evidence, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_PICTURE, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":unit", evidence->unit);
  ks_statement_bind_text (statement, ":mark", evidence->mark);
  if (!ks_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row && !ks_statement_is_null (statement, 0))
    evidence->picture = g_bytes_new (sqlite3_column_blob (statement, 0),
                                     (gsize) sqlite3_column_bytes (statement, 0));
  return TRUE;
}

/**
 * ks_evidence_table_load_one:
 * @tx: a transaction
 * @unit: code of a unit
 * @mark: a mark
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is kept of the mark, with its picture; empty evidence
 *   if nothing is; %NULL with @error set
 */
KsEvidence *
ks_evidence_table_load_one (KsTransaction *tx, const char *unit, const char *mark, GError **error)
{
  g_autoptr (GPtrArray) all = ks_evidence_table_load (tx, unit, error);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (KsEvidence) evidence = NULL;

      if (!g_str_equal (((KsEvidence *) all->pdata[i])->mark, mark))
        continue;
      evidence = ks_evidence_copy (all->pdata[i]);
      return load_picture (tx, evidence, error) ? g_steal_pointer (&evidence) : NULL;
    }
  return ks_evidence_new (unit, mark);
}

/**
 * ks_evidence_table_save:
 * @tx: a transaction for writing
 * @evidence: with its picture; stands in place of what was kept of the mark, and leaves no row
 *   behind if it is empty
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_evidence_table_save (KsTransaction *tx, const KsEvidence *evidence, GError **error)
{
  gboolean empty = ks_evidence_is_empty (evidence);
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, empty ? DELETE_EVIDENCE : SAVE_EVIDENCE, error);
  gconstpointer bytes;
  gsize length;

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":unit", evidence->unit);
  ks_statement_bind_text (statement, ":mark", evidence->mark);
  if (empty)
    return ks_statement_run (statement, error);
  ks_statement_bind_text (statement, ":link", evidence->link);
  ks_statement_bind_text (statement, ":picture_name", evidence->picture_name);
  ks_statement_bind_text (statement, ":note", evidence->note);
  ks_statement_bind_text (statement, ":actor", evidence->actor);
  if (evidence->verified != KS_MOMENT_NONE)
    ks_statement_bind_int (statement, ":verified", evidence->verified);
  if (evidence->picture != NULL)
    {
      bytes = g_bytes_get_data (evidence->picture, &length);
      ks_statement_bind_blob (statement, ":picture", bytes, length);
    }
  return ks_statement_run (statement, error);
}
