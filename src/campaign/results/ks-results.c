/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-results.h"

#include "ks-batch-table.h"
#include "ks-response-table.h"
#include "ks-results-private.h"
#include "ks-tally-table.h"

G_DEFINE_FINAL_TYPE (KsResults, ks_results, G_TYPE_OBJECT)

static void
ks_results_finalize (GObject *object)
{
  KsResults *self = KS_RESULTS (object);

  g_clear_object (&self->registry);
  g_clear_object (&self->form);
  g_clear_pointer (&self->tally, ks_tally_free);
  g_clear_pointer (&self->sums, ks_result_sums_free);
  g_clear_pointer (&self->group_sums, g_hash_table_unref);
  g_clear_pointer (&self->answered_by_all, g_hash_table_unref);
  g_clear_pointer (&self->arrivals, ks_arrivals_free);
  g_clear_pointer (&self->apart, g_free);
  g_clear_pointer (&self->staff, g_free);
  g_clear_pointer (&self->given, g_free);
  g_clear_pointer (&self->silent, g_free);
  g_clear_pointer (&self->checking, g_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->groups, ks_group_tally_free);
  g_clear_pointer (&self->groups_shown, g_hash_table_unref);
  g_clear_pointer (&self->group_levels, g_hash_table_unref);
  g_clear_pointer (&self->levels_hidden, g_hash_table_unref);

  G_OBJECT_CLASS (ks_results_parent_class)->finalize (object);
}

static void
ks_results_class_init (KsResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_results_finalize;
}

static void
ks_results_init (KsResults *self)
{
  self->settled = KS_MOMENT_NONE;
}

/* Rows that do not count are few: they are counted one by one, per unit where it is known. */
static gboolean
count_apart (const KsResponse *response, gpointer data, GError **error)
{
  KsResults *self = data;
  KsUnit *unit = ks_registry_lookup (self->registry, response->unit);
  guint row = unit != NULL ? ks_unit_get_index (unit) : ks_registry_get_n_units (self->registry);

  if (response->state == KS_STATE_TRIAL)
    {
      self->n_trials++;
      self->apart[row].trial++;
    }
  else if (response->state == KS_STATE_EXCLUDED)
    {
      self->n_excluded++;
      self->apart[row].excluded++;
    }
  else
    {
      self->n_waiting[response->reason]++;
      self->apart[row].waiting[response->reason]++;
    }
  return TRUE;
}

static gboolean
load_apart (KsResults *self, KsTransaction *tx, GError **error)
{
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  self->apart = g_new0 (KsApart, ks_registry_get_n_units (self->registry) + 1);
  for (filter.state = KS_STATE_WAITING; filter.state < KS_N_STATES; filter.state++)
    if (!ks_response_table_foreach (tx, &filter, count_apart, self, error))
      return FALSE;
  return TRUE;
}

static gboolean
load_files (KsResults *self, KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);

  if (batches == NULL)
    return FALSE;
  self->files = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < batches->len; i++)
    {
      KsBatch *batch = g_ptr_array_index (batches, i);

      if (g_str_equal (batch->state, "in"))
        g_ptr_array_add (self->files, g_steal_pointer (&batch->file));
    }
  return TRUE;
}

static void
sum_counted (KsResults *self)
{
  for (guint i = 0; i < self->tally->n_units; i++)
    self->n_counted += ks_tally_get_row (self->tally, i)[0];
}

/* Side by side: every figure with an N asks for it. */
static void
take_staff (KsResults *self)
{
  guint n_units = ks_registry_get_n_units (self->registry);

  self->staff = g_new (gint32, MAX (n_units, 1));
  for (guint i = 0; i < n_units; i++)
    self->staff[i] = ks_unit_get_staff_in_scope (ks_registry_get_unit (self->registry, i));
}

static void
take_info (KsResults *self, KsCampaign *campaign)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);

  self->day = info->day;
  self->from = info->from;
  self->to = info->to;
  self->closed = !ks_campaign_is_window_open (campaign);
}

static void
find_outside (KsResults *self, KsCampaign *campaign)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  const KsQuestion *question = ks_population_find_question (self->form);

  self->kind_question = question;
  for (guint i = 0; question != NULL && i < MIN (question->n_options, 64); i++)
    if (!ks_population_holds_option (info->population, question->options[i].label))
      self->outside |= G_GUINT64_CONSTANT (1) << i;
}

/* The snapshot that @tx sees: a verb that writes by what it reads asks within its own. */
KsResults *
ks_results_load_within (KsCampaign *campaign, KsTransaction *tx, GError **error)
{
  g_autoptr (KsResults) self = g_object_new (KS_TYPE_RESULTS, NULL);

  self->campaign = g_object_ref (campaign);
  self->registry = ks_campaign_dup_registry (campaign);
  self->form = ks_campaign_dup_form (campaign);
  take_staff (self);
  take_info (self, campaign);
  self->tally = ks_tally_table_load (tx, self->registry, self->form, error);
  self->arrivals = self->tally != NULL ? ks_arrivals_load (tx, self->registry, error) : NULL;
  if (self->arrivals == NULL || !load_apart (self, tx, error) || !load_files (self, tx, error))
    return NULL;
  self->newest_answer = ks_arrivals_get_newest (self->arrivals);
  sum_counted (self);
  find_outside (self, campaign);
  return g_steal_pointer (&self);
}

/**
 * ks_results_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Reads the kept tallies. While the survey is open no answer is shown by them, participation
 * alone.
 *
 * Returns: (transfer full): a snapshot, or %NULL with @error set
 */
KsResults *
ks_results_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_results_load_within (campaign, tx, error) : NULL;
}

/**
 * ks_results_get_registry:
 * @self: results
 *
 * Returns: (transfer none): the units that they are of
 */
KsRegistry *
ks_results_get_registry (KsResults *self)
{
  return self->registry;
}

/**
 * ks_results_get_form:
 * @self: results
 *
 * Returns: (transfer none): the form that they are of
 */
KsForm *
ks_results_get_form (KsResults *self)
{
  return self->form;
}

/**
 * ks_results_is_open:
 * @self: results
 *
 * Returns: whether the survey still ran when they were read: then participation alone is told
 */
gboolean
ks_results_is_open (KsResults *self)
{
  return !self->closed;
}

/**
 * ks_results_get_received:
 * @self: results
 *
 * Returns: all rows of the survey: counted, waiting and not counted; trial answers are none of them
 */
gint64
ks_results_get_received (KsResults *self)
{
  return self->n_counted + ks_results_get_waiting (self, -1) + self->n_excluded;
}

/**
 * ks_results_get_counted:
 * @self: results
 *
 * Returns: the rows that count
 */
gint64
ks_results_get_counted (KsResults *self)
{
  return self->n_counted;
}

/**
 * ks_results_get_trials:
 * @self: results
 *
 * Returns: the trial answers, which came before the survey and never count
 */
gint64
ks_results_get_trials (KsResults *self)
{
  return self->n_trials;
}

/**
 * ks_results_get_waiting:
 * @self: results
 * @reason: a #KsReason, or -1 for all
 *
 * Returns: the rows that wait for it
 */
gint64
ks_results_get_waiting (KsResults *self, int reason)
{
  gint64 n_waiting = 0;

  if (reason >= 0)
    return self->n_waiting[reason];
  for (guint i = 0; i < KS_N_REASONS; i++)
    n_waiting += self->n_waiting[i];
  return n_waiting;
}

/**
 * ks_results_get_excluded:
 * @self: results
 *
 * Returns: the rows that an officer decided not to count
 */
gint64
ks_results_get_excluded (KsResults *self)
{
  return self->n_excluded;
}

/**
 * ks_results_get_as_of:
 * @self: results
 *
 * Returns: the moment up to which the figures speak: of the newest counted answer
 */
KsMoment
ks_results_get_as_of (KsResults *self)
{
  return self->newest_answer;
}

/**
 * ks_results_get_unit_answers:
 * @self: results
 * @unit: a unit of their registry
 *
 * Returns: n of the unit
 */
gint64
ks_results_get_unit_answers (KsResults *self, KsUnit *unit)
{
  return ks_tally_get_row (self->tally, ks_unit_get_index (unit))[0];
}

/**
 * ks_results_dup_scopes:
 * @self: results
 * @kind: of scopes
 *
 * Returns: (transfer full) (element-type KsScope): the scopes of that kind in the office's order;
 *   their strings live as long as @self
 */
GArray *
ks_results_dup_scopes (KsResults *self, KsScopeKind kind)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };

  return ks_results_dup_parts (self, &province, kind);
}

static void
add_part (GArray *scopes, const KsScope *parent, KsScopeKind kind, const char *code, const char *name)
{
  KsScope scope = { kind, code, name, parent->group, parent->choice };

  g_array_append_val (scopes, scope);
}

/**
 * ks_results_dup_parts:
 * @self: results
 * @parent: a scope of theirs
 * @kind: of its parts: the same as that of @parent, or of a lower level
 *
 * Returns: (transfer full) (element-type KsScope): the scopes of that kind within @parent in the
 *   office's order; their strings live as long as @self
 */
GArray *
ks_results_dup_parts (KsResults *self, const KsScope *parent, KsScopeKind kind)
{
  GArray *scopes = g_array_new (FALSE, FALSE, sizeof (KsScope));
  guint first;
  guint n_units;

  if (kind == parent->kind)
    return g_array_append_val (scopes, *parent);
  ks_results_get_slice (self, parent, &first, &n_units);
  for (guint i = 0; kind == KS_SCOPE_DISTRICT && i < ks_registry_get_n_districts (self->registry);
       i++)
    {
      const KsDistrict *district = ks_registry_get_district (self->registry, i);

      add_part (scopes, parent, kind, district->code, district->name);
    }
  for (guint i = first; kind == KS_SCOPE_UNIT && i < first + n_units; i++)
    {
      KsUnit *unit = ks_registry_get_unit (self->registry, i);

      /* Whose figures are being reconciled is not named in what leaves. */
      if (self->checking == NULL || !self->checking[i])
        add_part (scopes, parent, kind, ks_unit_get_code (unit), ks_unit_get_name (unit));
    }
  return scopes;
}

/**
 * ks_results_find_scope:
 * @self: results
 * @code: of a unit or a district; empty for the province
 * @scope: (out): the scope
 *
 * Returns: whether there is one
 */
gboolean
ks_results_find_scope (KsResults *self, const char *code, KsScope *scope)
{
  KsUnit *unit = ks_registry_lookup (self->registry, code);
  const KsDistrict *district = ks_registry_lookup_district (self->registry, code);

  if (code[0] == '\0')
    *scope = (KsScope){ KS_SCOPE_PROVINCE, "", "" };
  else if (unit != NULL)
    *scope = (KsScope){ KS_SCOPE_UNIT, ks_unit_get_code (unit), ks_unit_get_name (unit) };
  else if (district != NULL)
    *scope = (KsScope){ KS_SCOPE_DISTRICT, district->code, district->name };
  else
    return FALSE;
  return TRUE;
}

/**
 * ks_results_get_slice:
 * @self: results
 * @scope: a scope of theirs
 * @first: (out): index of its first unit
 * @n_units: (out): how many it has
 *
 * Tells which units belong to a scope: they are a slice of the registry.
 */
void
ks_results_get_slice (KsResults *self, const KsScope *scope, guint *first, guint *n_units)
{
  *first = 0;
  *n_units = ks_registry_get_n_units (self->registry);
  if (scope->kind == KS_SCOPE_UNIT)
    {
      *first = ks_unit_get_index (ks_registry_lookup (self->registry, scope->code));
      *n_units = 1;
    }
  else if (scope->kind == KS_SCOPE_DISTRICT)
    {
      const KsDistrict *district = ks_registry_lookup_district (self->registry, scope->code);

      *first = district->first;
      *n_units = district->n_units;
    }
}
