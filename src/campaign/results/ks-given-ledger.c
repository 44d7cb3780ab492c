/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-given-ledger.h"

#include <string.h>

#include "ks-response-table.h"
#include "ks-row-identity.h"

/**
 * ks_given_ledger_free:
 * @self: (nullable): a ledger
 *
 * Frees it.
 */
void
ks_given_ledger_free (KsGivenLedger *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; self->sheets != NULL && i < self->units->n_units; i++)
    g_array_unref (self->sheets[i]);
  g_free (self->sheets);
  g_clear_object (&self->live);
  g_clear_pointer (&self->outs, g_ptr_array_unref);
  g_clear_pointer (&self->units, ks_given_units_free);
  g_free (self->silent);
  g_free (self);
}

/**
 * ks_given_find_publication:
 * @outs: (element-type KsGivenOut): every time that answers left the program
 *
 * Returns: the seq of the first tables of single units; %KS_TABLE_NEVER: figures are not settled
 */
gint64
ks_given_find_publication (GPtrArray *outs)
{
  for (guint i = 0; i < outs->len; i++)
    {
      const KsGivenOut *out = g_ptr_array_index (outs, i);

      if (out->kind == KS_GIVEN_PUBLISHED)
        return out->seq;
    }
  return KS_TABLE_NEVER;
}

/* Whether any unit was in tables before single ones were told. */
static gboolean
has_earlier (KsGivenLedger *self)
{
  for (guint i = 0; self->published != KS_TABLE_NEVER && i < self->units->n_units; i++)
    {
      GArray *versions = self->units->versions[i];

      if (versions->len > 0
          && g_array_index (versions, KsTableVersion, 0).seq < self->published)
        return TRUE;
    }
  return FALSE;
}

static void
find_silent (KsGivenLedger *self)
{
  guint n_units = self->units->n_units;
  g_autofree KsTableUnit *units = g_new0 (KsTableUnit, MAX (n_units, 1));

  self->silent = g_new0 (gboolean, MAX (n_units, 1));
  for (guint i = 0; i < n_units; i++)
    {
      units[i].versions = (const KsTableVersion *) self->units->versions[i]->data;
      units[i].n_versions = self->units->versions[i]->len;
    }
  for (guint i = 0; i < ks_registry_get_n_districts (self->live->registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (self->live->registry, i);
      gboolean silent = !ks_table_may_tell_units (units + district->first, district->n_units,
                                                  self->published);

      for (guint k = 0; k < district->n_units; k++)
        self->silent[district->first + k] = silent;
    }
}

static KsGivenUnits *
read_units (KsGivenLedger *self, KsTransaction *tx, gboolean with_sheets, GError **error)
{
  return ks_given_unit_table_load (tx, self->live->registry, self->live->tally->n_columns,
                                   with_sheets, error);
}

/* Sheets are read where it depends on them which units are told. */
static gboolean
load_units (KsGivenLedger *self, KsTransaction *tx, gboolean with_sheets, GError **error)
{
  self->units = read_units (self, tx, with_sheets, error);
  if (self->units == NULL || !has_earlier (self))
    return self->units != NULL;
  if (!with_sheets)
    {
      ks_given_units_free (self->units);
      self->units = read_units (self, tx, TRUE, error);
    }
  if (self->units != NULL)
    find_silent (self);
  return self->units != NULL;
}

/**
 * ks_given_ledger_load:
 * @campaign: a campaign
 * @tx: a transaction
 * @with_sheets: to decide what may be given out; FALSE: to tell what was
 * @error: return location for an error
 *
 * Returns: (transfer full): what has left the program, and the results as they are; or %NULL with
 *   @error set
 */
KsGivenLedger *
ks_given_ledger_load (KsCampaign *campaign, KsTransaction *tx, gboolean with_sheets, GError **error)
{
  g_autoptr (KsGivenLedger) self = g_new0 (KsGivenLedger, 1);

  self->live = ks_results_load_within (campaign, tx, error);
  self->outs = self->live != NULL ? ks_given_out_table_load (tx, error) : NULL;
  if (self->outs == NULL)
    return NULL;
  self->published = ks_given_find_publication (self->outs);
  return load_units (self, tx, with_sheets, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * ks_given_list_questions:
 * @form: a form
 * @questions: (out caller-allocates): the first questions that enter tables, which have a bit each of
 *   what a sheet answered
 *
 * Returns: how many there are
 */
guint
ks_given_list_questions (KsForm *form, const KsQuestion *questions[KS_GIVEN_MOST_QUESTIONS])
{
  guint n = 0;

  for (guint i = 0; i < ks_form_get_n_questions (form) && n < KS_GIVEN_MOST_QUESTIONS; i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      if (question->type != KS_QUESTION_TEXT && !question->profile)
        questions[n++] = question;
    }
  return n;
}

static guint64
find_answered (KsForm *form, const char *answers)
{
  const KsQuestion *questions[KS_GIVEN_MOST_QUESTIONS];
  guint n = ks_given_list_questions (form, questions);
  guint64 answered = 0;

  for (guint i = 0; i < n; i++)
    if (ks_question_has_answer (questions[i], answers))
      answered |= G_GUINT64_CONSTANT (1) << i;
  return answered;
}

static gboolean
collect_sheet (const KsResponse *response, gpointer data, GError **error)
{
  KsGivenLedger *self = data;
  KsUnit *unit = ks_registry_lookup (self->live->registry, response->unit);
  KsTableSheet sheet;

  if (unit == NULL || strlen (response->answers) != ks_form_get_answer_width (self->live->form))
    return TRUE;
  sheet.content = ks_row_identity_hash_content ("", response->answers);
  sheet.answered = find_answered (self->live->form, response->answers);
  g_array_append_val (self->sheets[ks_unit_get_index (unit)], sheet);
  return TRUE;
}

/**
 * ks_given_ledger_collect:
 * @self: a ledger
 * @tx: the transaction that it was read in
 * @error: return location for an error
 *
 * Reads what the sheets say that count now.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_given_ledger_collect (KsGivenLedger *self, KsTransaction *tx, GError **error)
{
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  self->sheets = g_new (GArray *, MAX (self->units->n_units, 1));
  for (guint i = 0; i < self->units->n_units; i++)
    self->sheets[i] = g_array_new (FALSE, FALSE, sizeof (KsTableSheet));
  filter.state = KS_STATE_COUNTED;
  if (!ks_response_table_foreach (tx, &filter, collect_sheet, self, error))
    return FALSE;
  for (guint i = 0; i < self->units->n_units; i++)
    ks_table_sheets_sort ((KsTableSheet *) self->sheets[i]->data, self->sheets[i]->len);
  return TRUE;
}

/**
 * ks_given_ledger_next:
 * @self: a ledger
 *
 * Returns: the seq of what is given out next
 */
gint64
ks_given_ledger_next (KsGivenLedger *self)
{
  guint n = self->outs->len;

  return n > 0 ? ((KsGivenOut *) g_ptr_array_index (self->outs, n - 1))->seq + 1 : 1;
}

/**
 * ks_given_ledger_get_now:
 * @self: a ledger with the sheets
 * @unit: index of a unit
 * @now: (out caller-allocates): the sheets of it that count
 *
 * Tells what a unit would put into tables now.
 */
void
ks_given_ledger_get_now (KsGivenLedger *self, guint unit, KsTableVersion *now)
{
  *now = (KsTableVersion){ (const KsTableSheet *) self->sheets[unit]->data,
                           self->sheets[unit]->len, ks_given_ledger_next (self) };
}

/* The number of the district; units of a registry stand district by district. */
static guint
find_group (KsRegistry *registry, guint unit, guint group)
{
  while (group + 1 < ks_registry_get_n_districts (registry)
         && ks_registry_get_district (registry, group + 1)->first <= unit)
    group++;
  return group;
}

/**
 * ks_given_ledger_choose:
 * @self: a ledger with the sheets
 * @units_since: see ks_table_choose()
 * @fresh: (out caller-allocates) (array): which units may enter tables as they are
 *
 * Returns: how many must enter them as they last did
 */
guint
ks_given_ledger_choose (KsGivenLedger *self, gint64 units_since, gboolean *fresh)
{
  guint n_units = self->units->n_units;
  g_autofree KsTableUnit *units = g_new0 (KsTableUnit, MAX (n_units, 1));
  guint group = 0;

  for (guint i = 0; i < n_units; i++)
    {
      GArray *versions = self->units->versions[i];

      group = find_group (self->live->registry, i, group);
      units[i].versions = (const KsTableVersion *) versions->data;
      units[i].n_versions = versions->len;
      units[i].group = group;
      ks_given_ledger_get_now (self, i, &units[i].now);
    }
  return ks_table_choose (units, n_units, units_since, fresh);
}

/**
 * ks_given_out_new:
 * @kind: what the figures are
 * @document: id of the paper
 * @scope: code of the unit or the district, empty for the province
 *
 * Returns: (transfer full): one time that answers leave the program, without words
 */
KsGivenOut *
ks_given_out_new (KsGivenKind kind, const char *document, const char *scope)
{
  KsGivenOut *out = g_new0 (KsGivenOut, 1);

  out->kind = kind;
  out->document = g_strdup (document);
  out->scope = g_strdup (scope);
  out->note = g_strdup ("");
  out->reason = g_strdup ("");
  out->agreed = g_strdup ("");
  return out;
}

/**
 * ks_given_ledger_record:
 * @self: a ledger with the sheets
 * @campaign: its campaign
 * @tx: the transaction that it was read in, for writing
 * @out: what is given out, without seq and time; taken over by the ledger
 * @fresh: (nullable) (array): which units enter the tables as they are now; %NULL: none
 * @error: return location for an error
 *
 * Puts on record that answers leave the program. The caller writes the log and commits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_given_ledger_record (KsGivenLedger *self, KsCampaign *campaign, KsTransaction *tx,
                        KsGivenOut *out, const gboolean *fresh, GError **error)
{
  gboolean ok;

  out->given_at = ks_campaign_now (campaign);
  out->actor = g_strdup (ks_campaign_get_actor (campaign));
  ok = ks_given_out_table_append (tx, out, error);
  for (guint i = 0; ok && fresh != NULL && i < self->units->n_units; i++)
    {
      const gint32 *counts = ks_tally_get_row (self->live->tally, i);
      KsTableVersion now;

      ks_given_ledger_get_now (self, i, &now);
      now.seq = out->seq;
      if (fresh[i] && !ks_given_units_is_last (self->units, i, &now, counts))
        ok = ks_given_unit_table_append (tx, self->units, self->live->registry, i, &now,
                                         counts, error);
    }
  g_ptr_array_add (self->outs, out);
  return ok;
}
