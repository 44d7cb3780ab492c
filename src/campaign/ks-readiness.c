/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-readiness.h"

#include "ks-links.h"
#include "ks-log-table.h"
#include "ks-print-sheets.h"
#include "ks-setting-table.h"
#include "ks-steps.h"

typedef struct {
  KsReadiness    *readiness;
  KsCampaign     *campaign;
  KsTransaction  *tx;
  KsCampaignInfo *info;
  KsRegistry     *registry;
  KsForm         *form;
} Look;

static void
look_clear (Look *self)
{
  g_clear_pointer (&self->info, ks_campaign_info_free);
  g_clear_object (&self->registry);
  g_clear_object (&self->form);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static void
set_line (Look *self, KsReadyItem item, guint n, guint whole, KsReadyState otherwise)
{
  KsReadyLine *line = &self->readiness->lines[item];

  line->n = n;
  line->whole = whole;
  line->state = n >= whole ? KS_READY_DONE : otherwise;
}

static gboolean
date_line (Look *self, KsReadyItem item, const char *action, GError **error)
{
  KsMoment moment;

  if (!ks_log_table_find_last (self->tx, action, &moment, error))
    return FALSE;
  if (moment != KS_MOMENT_NONE)
    self->readiness->lines[item].when = MAX (moment, self->readiness->lines[item].when);
  return TRUE;
}

static gboolean
has_text (KsUnit *unit, KsUnitField field)
{
  const char *text = ks_unit_get_text (unit, field);

  return text != NULL && *text != '\0';
}

static void
look_at_registry (Look *self)
{
  guint n_units = ks_registry_get_n_units (self->registry);
  guint n_staffed = 0, n_contacts = 0;
  KsDay newest = KS_DAY_NONE;

  for (guint i = 0; i < n_units; i++)
    {
      KsUnit *unit = ks_registry_get_unit (self->registry, i);

      self->readiness->staff += ks_unit_get_staff_in_scope (unit);
      n_staffed += ks_unit_get_staff_in_scope (unit) > 0;
      n_contacts += has_text (unit, KS_UNIT_HEAD) && has_text (unit, KS_UNIT_PHONE);
      newest = MAX (newest, ks_unit_get_staff_day (unit));
    }
  set_line (self, KS_READY_STAFF, n_staffed, n_units, KS_READY_NEEDED);
  set_line (self, KS_READY_CONTACTS, n_contacts, n_units, KS_READY_NEEDED);
  if (newest != KS_DAY_NONE)
    self->readiness->lines[KS_READY_STAFF].when = ks_day_get_start (newest);
}

/* A form that says of itself that it stands in must be replaced. */
static gboolean
look_at_form (Look *self, GError **error)
{
  KsFormSettings settings = ks_get_form_settings (self->campaign);

  self->readiness->settings = settings;
  set_line (self, KS_READY_FORM, *ks_form_get_notice (self->form) == '\0', 1, KS_READY_NEEDED);
  set_line (self, KS_READY_SETTINGS,
            ((settings & KS_FORM_SETTING_NO_IDENTITY) != 0)
                + ((settings & KS_FORM_SETTING_PREFILLED) != 0),
            2, KS_READY_OPEN);
  return settings == 0
         || (date_line (self, KS_READY_SETTINGS, "confirm-scan", error)
             && date_line (self, KS_READY_SETTINGS, "confirm-form", error));
}

static gboolean
look_at_links (Look *self, GError **error)
{
  guint n_units = ks_registry_get_n_units (self->registry);
  guint n_links = ks_links_count_set (self->campaign);

  self->readiness->scanned = self->info->simulated || ks_is_scan_confirmed (self->campaign);
  set_line (self, KS_READY_LINK, n_links, n_units, KS_READY_NEEDED);
  if (n_links == 0 || !self->readiness->scanned)
    self->readiness->lines[KS_READY_LINK].state = KS_READY_NEEDED;
  return n_links == 0 || date_line (self, KS_READY_LINK, "confirm-scan", error);
}

static void
look_at_codes (Look *self)
{
  KsReadyLine *line = &self->readiness->lines[KS_READY_CODES];
  guint n_units = ks_registry_get_n_units (self->registry);
  guint n_proven = 0;
  KsMoment when = KS_MOMENT_NONE;

  if (!ks_is_proven (self->campaign, &when, &n_proven))
    n_proven = 0;
  set_line (self, KS_READY_CODES, n_proven, n_units, KS_READY_NEEDED);
  if (n_proven > 0)
    line->when = when;
  if (self->readiness->n_again > 0)
    line->state = KS_READY_NEEDED;
}

/* Of districts and units that are in the list now. */
static guint
count_steps (Look *self, GPtrArray *steps, KsStepKind kind, KsReadyItem item)
{
  g_autoptr (GHashTable) done = ks_steps_index (steps, kind);
  KsReadyLine *line = &self->readiness->lines[item];
  GHashTableIter iter;
  gpointer code, step;
  guint n = 0;

  g_hash_table_iter_init (&iter, done);
  while (g_hash_table_iter_next (&iter, &code, &step))
    {
      if (ks_step_kind_is_of_district (kind)
              ? ks_registry_lookup_district (self->registry, code) == NULL
              : ks_registry_lookup (self->registry, code) == NULL)
        continue;
      line->when = MAX (line->when, ((const KsStepDone *) step)->done);
      n++;
    }
  return n;
}

static guint
count_districts (KsRegistry *registry)
{
  guint n = 0;

  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    n += *ks_registry_get_district (registry, i)->code != '\0';
  return n;
}

static gboolean
look_at_steps (Look *self, GError **error)
{
  g_autoptr (GPtrArray) steps = ks_step_table_load (self->tx, error);
  guint n_units = ks_registry_get_n_units (self->registry);

  if (steps == NULL)
    return FALSE;
  set_line (self, KS_READY_SENT, count_steps (self, steps, KS_STEP_DONE_SENT, KS_READY_SENT),
            count_districts (self->registry), KS_READY_OPEN);
  set_line (self, KS_READY_RECEIVED,
            count_steps (self, steps, KS_STEP_DONE_RECEIVED, KS_READY_RECEIVED), n_units,
            KS_READY_OPEN);
  self->readiness->n_tried = count_steps (self, steps, KS_STEP_DONE_TRIED, KS_READY_RECEIVED);
  self->readiness->n_posted = count_steps (self, steps, KS_STEP_DONE_POSTED, KS_READY_RECEIVED);
  if (self->readiness->n_tried < n_units)
    self->readiness->lines[KS_READY_RECEIVED].state = KS_READY_OPEN;
  return TRUE;
}

static gboolean
look_at_trials (Look *self, GError **error)
{
  KsTrials *trials = &self->readiness->trials;
  KsReadyLine *line = &self->readiness->lines[KS_READY_TRIAL];

  if (!ks_trials_count (self->campaign, self->tx, trials, error))
    return FALSE;
  set_line (self, KS_READY_TRIAL, trials->n_links_tried, trials->n_links, KS_READY_OPEN);
  line->when = trials->imported;
  if (trials->n_links == 0)
    line->state = KS_READY_OPEN;
  if (trials->n_unknown > 0)
    line->state = KS_READY_NEEDED;
  return TRUE;
}

/**
 * ks_readiness_load:
 * @campaign: a campaign
 * @tx: a transaction
 * @n_again: sheets that no longer hold, see ks_reprints_load()
 * @readiness: (out caller-allocates): how ready it is
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_readiness_load (KsCampaign *campaign, KsTransaction *tx, guint n_again, KsReadiness *readiness,
                   GError **error)
{
  g_auto (Look) look = {
    .readiness = readiness,
    .campaign = campaign,
    .tx = tx,
    .info = ks_campaign_dup_info (campaign),
    .registry = ks_campaign_dup_registry (campaign),
    .form = ks_campaign_dup_form (campaign),
  };

  *readiness = (KsReadiness){ .n_again = n_again };
  readiness->rules = ks_setting_table_get_attention (tx);
  for (guint i = 0; i < KS_N_READY; i++)
    readiness->lines[i].when = KS_MOMENT_NONE;
  look_at_registry (&look);
  look_at_codes (&look);
  if (!look_at_form (&look, error) || !look_at_links (&look, error)
      || !look_at_steps (&look, error) || !look_at_trials (&look, error))
    return FALSE;
  for (guint i = 0; i < KS_N_READY; i++)
    readiness->n_done += readiness->lines[i].state == KS_READY_DONE;
  return TRUE;
}

/**
 * ks_readiness_find_next:
 * @self: how ready a campaign is
 *
 * Returns: what comes next: without links and proven codes nothing can be handed on; then what else
 *   is missing, then what is still to come; %KS_N_READY: nothing
 */
KsReadyItem
ks_readiness_find_next (const KsReadiness *self)
{
  static const KsReadyItem first[] = { KS_READY_LINK, KS_READY_CODES };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (self->lines[first[i]].state == KS_READY_NEEDED)
      return first[i];
  for (guint i = 0; i < KS_N_READY; i++)
    if (self->lines[i].state == KS_READY_NEEDED)
      return (KsReadyItem) i;
  for (guint i = 0; i < KS_N_READY; i++)
    if (self->lines[i].state == KS_READY_OPEN)
      return (KsReadyItem) i;
  return KS_N_READY;
}
