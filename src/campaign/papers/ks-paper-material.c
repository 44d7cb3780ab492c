/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-material.h"

#include "ks-campaign-error.h"
#include "ks-findings.h"
#include "ks-give-out.h"
#include "ks-i18n.h"
#include "ks-log-table.h"
#include "ks-quote.h"
#include "ks-staff-change-table.h"

#define LOW_LIMIT 8000 /* hundredths of a per cent, where the office set none */

/**
 * ks_paper_material_free:
 * @self: (nullable): what a paper rests on
 *
 * Frees it.
 */
void
ks_paper_material_free (KsPaperMaterial *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->info, ks_campaign_info_free);
  g_clear_object (&self->live);
  g_clear_object (&self->day);
  g_clear_pointer (&self->comparison, ks_share_comparison_free);
  g_clear_pointer (&self->previous, ks_campaign_info_free);
  g_clear_object (&self->given);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->settings, ks_paper_settings_unref);
  g_clear_pointer (&self->template, ks_paper_template_free);
  ks_publication_clear (&self->publication);
  g_clear_pointer (&self->works, g_free);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->post_days, g_ptr_array_unref);
  g_clear_pointer (&self->staff_changes, g_ptr_array_unref);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_clear_pointer (&self->themes, g_array_unref);
  g_clear_pointer (&self->head, g_free);
  g_clear_pointer (&self->shortlist, ks_shortlist_free);
  g_free (self);
}

/**
 * ks_paper_material_get_registry:
 * @self: what a paper rests on
 *
 * Returns: (transfer none): its units
 */
KsRegistry *
ks_paper_material_get_registry (const KsPaperMaterial *self)
{
  return self->day != NULL ? ks_day_figures_get_registry (self->day)
                           : ks_results_get_registry (self->live);
}

/**
 * ks_paper_material_get_as_of:
 * @self: what a paper rests on
 *
 * Returns: the moment up to which it speaks; %KS_MOMENT_NONE: nothing came in
 */
KsMoment
ks_paper_material_get_as_of (const KsPaperMaterial *self)
{
  return self->day != NULL ? ks_day_figures_get_as_of (self->day)
                           : ks_results_get_as_of (self->live);
}

/**
 * ks_paper_material_is_reconciling:
 * @self: what a paper rests on
 * @participation: who took part in a scope
 *
 * Returns: whether it has more answers than officials; of a unit until an officer decided that it is
 *   so
 */
gboolean
ks_paper_material_is_reconciling (const KsPaperMaterial *self, const KsParticipation *participation)
{
  if (participation->answers <= participation->staff)
    return FALSE;
  return participation->scope.kind != KS_SCOPE_UNIT
         || g_hash_table_contains (self->open, participation->scope.code);
}

/**
 * ks_paper_material_dup_slot:
 * @self: what a paper rests on
 * @slot: a setting
 *
 * Returns: (transfer full) (nullable): what the office set for it, else what its template says
 */
char *
ks_paper_material_dup_slot (const KsPaperMaterial *self, const char *slot)
{
  g_autofree char *said = ks_paper_template_dup_slot (self->template, slot);

  return g_strdup (ks_paper_settings_choose (self->settings, self->kind, slot, said));
}

/**
 * ks_paper_material_get_low:
 * @self: what a paper rests on
 *
 * Returns: the participation, in hundredths of a per cent, below which papers call it low
 */
gint64
ks_paper_material_get_low (const KsPaperMaterial *self)
{
  gint64 limit = ks_paper_settings_get_percent (self->settings, self->kind, "low");

  if (limit < 0)
    limit = ks_paper_settings_get_percent (self->settings, KS_PAPER_ANNEX, "low");
  return limit < 0 ? LOW_LIMIT : limit;
}

static gboolean
check_wish (KsCampaign *campaign, KsPaperMaterial *self, GError **error)
{
  gboolean settled = self->publication.settled_at != KS_MOMENT_NONE;
  const char *name = ks_paper_kind_get_title (self->kind);

  if (ks_campaign_is_window_open (campaign) && !ks_paper_kind_has (self->kind, KS_PAPER_NO_ANSWERS))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("“%s” was not made: the survey is still open, and until it ends "
                                  "papers tell participation alone. Take the quick report, or wait "
                                  "for the end."),
                               name);
  if (!settled && ks_paper_kind_has (self->kind, KS_PAPER_SETTLED))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("“%s” was not made: it tells answers of single units, and papers "
                                  "do that once the figures are settled. Settle the figures "
                                  "first."),
                               name);
  if (self->kind == KS_PAPER_RECOGNITION
      && (ks_paper_settings_get_percent (self->settings, self->kind, "participation") < 0
          || ks_paper_settings_get_percent (self->settings, self->kind, "good") < 0))
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("“%s” was not made: the office has not entered its limits. Set "
                                  "them for this paper: of the participation and of good opinions "
                                  "(recognition.participation, recognition.good)."),
                               name);
  return TRUE;
}

/**
 * ks_paper_settings_dup_template:
 * @settings: what the office set
 * @paper: a paper that is made from a template
 * @campaign: the campaign that they are of
 * @error: return location for an error
 *
 * Returns: (transfer full): the office's template, else the program's own; or %NULL with @error set
 */
KsPaperTemplate *
ks_paper_settings_dup_template (KsPaperSettings *settings,
                                KsPaperKind paper,
                                KsCampaign *campaign,
                                GError **error)
{
  const char *own = ks_paper_settings_get (settings, paper, "template");
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autofree char *name = g_strdup_printf ("%s.txt", ks_paper_kind_get_id (paper));

  return own != NULL ? ks_paper_template_new (paper, own, name, form, error)
                     : ks_paper_template_new_own (paper);
}

/**
 * ks_paper_get_scope:
 * @unit: (nullable): what the paper is about; %NULL: the province
 *
 * Returns: whose answers the paper carries; that of a unit does beside those of all
 */
KsScope
ks_paper_get_scope (KsUnit *unit)
{
  if (unit == NULL)
    return (KsScope){ KS_SCOPE_PROVINCE, "", "" };
  return (KsScope){ KS_SCOPE_UNIT, ks_unit_get_code (unit), ks_unit_get_name (unit) };
}

/* What was answered, as it may leave. */
static gboolean
load_given (KsCampaign *campaign, KsPaperMaterial *self, KsJob *job, GError **error)
{
  const KsScope scope = ks_paper_get_scope (self->unit);

  if (ks_paper_kind_has (self->kind, KS_PAPER_NO_ANSWERS))
    return TRUE;
  self->given
      = ks_preview_give_out (campaign, &scope, ks_paper_kind_get_id (self->kind), job, error);
  return self->given != NULL;
}

static gboolean
open_previous (const KsPaperWish *wish, KsCampaign **previous, GError **error)
{
  g_autoptr (KsClock) clock = ks_clock_new_system ();

  if (wish->previous == NULL)
    return TRUE;
  *previous = ks_campaign_open (wish->previous, clock, NULL, error);
  return *previous != NULL;
}

static gboolean
load_previous (KsCampaign *campaign, KsPaperMaterial *self, KsCampaign *previous, GError **error)
{
  if (previous == NULL || self->given == NULL)
    return TRUE;
  self->previous = ks_campaign_dup_info (previous);
  self->comparison = ks_compare_given_shares (campaign, self->given, previous, error);
  return self->comparison != NULL;
}

static gboolean
load_work (KsCampaign *campaign, KsPaperMaterial *self, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  if (tx == NULL)
    return FALSE;
  self->head = ks_log_table_dup_last_change (tx, error);
  self->reports = self->head != NULL ? ks_work_table_load_reports (tx, error) : NULL;
  self->post_days = self->reports != NULL ? ks_work_table_load_post_days (tx, NULL, error) : NULL;
  self->staff_changes = self->post_days != NULL ? ks_staff_change_table_load (tx, error) : NULL;
  if (self->staff_changes == NULL)
    return FALSE;
  self->works = ks_unit_work_sum (ks_results_get_registry (self->live), self->reports,
                                  self->post_days, self->info->day, G_MAXINT64);
  return TRUE;
}

/* What the officer picked, of questions that papers may tell of. */
static gboolean
load_quotes (KsCampaign *campaign, KsPaperMaterial *self, KsForm *form, GError **error)
{
  self->quotes = ks_quotes_load (campaign, error);
  for (guint i = self->quotes != NULL ? self->quotes->len : 0; i > 0; i--)
    {
      const KsQuote *quote = self->quotes->pdata[i - 1];
      const KsQuestion *question = ks_form_lookup (form, quote->question);

      if (question == NULL || question->sensitive)
        g_ptr_array_remove_index (self->quotes, i - 1);
    }
  return self->quotes != NULL;
}

/* Comments are told of the province alone. */
static gboolean
load_comments (KsCampaign *campaign, KsPaperMaterial *self, KsJob *job, GError **error)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);

  if (!ks_paper_kind_has (self->kind, KS_PAPER_TELLS_COMMENTS) || self->district != NULL)
    return TRUE;
  self->themes = ks_given_themes_load (campaign, self->given, &self->n_comments, job, error);
  return self->themes != NULL && load_quotes (campaign, self, form, error);
}

/* A proposal of nobody is none. */
static gboolean
load_nominees (KsCampaign *campaign, KsPaperMaterial *self, GError **error)
{
  if (!ks_paper_kind_has (self->kind, KS_PAPER_PROPOSES | KS_PAPER_TELLS_NOMINEES))
    return TRUE;
  self->shortlist = ks_shortlist_load (campaign, error);
  if (self->shortlist == NULL)
    return FALSE;
  if (self->shortlist->nominees->len > 0 || !ks_paper_kind_has (self->kind, KS_PAPER_PROPOSES))
    return TRUE;
  return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                             _ ("“%s” was not made: nobody is proposed for commendation yet. Choose "
                                "collectives and people first."),
                             ks_paper_kind_get_title (self->kind));
}

static void
refuse_district (GError **error, const char *code)
{
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
               _ ("No district has the code %s."), code);
}

/* Codes that were asked for, as those of the registry. */
static gboolean
find_scope (KsPaperMaterial *self, const KsPaperWish *wish, GError **error)
{
  KsRegistry *registry = ks_results_get_registry (self->live);
  const KsDistrict *district
      = wish->district != NULL ? ks_registry_lookup_district (registry, wish->district) : NULL;

  self->unit = wish->unit != NULL ? ks_registry_lookup (registry, wish->unit) : NULL;
  self->district = district != NULL ? district->code : NULL;
  if (wish->unit != NULL && self->unit == NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                 _ ("No unit in use has the code %s."), wish->unit);
  else if (wish->district != NULL && self->district == NULL)
    refuse_district (error, wish->district);
  else
    return TRUE;
  return FALSE;
}

/* What the office set, and how the paper is written. */
static gboolean
load_settings (
    KsCampaign *campaign, KsPaperMaterial *self, const KsPaperWish *wish, GError **error)
{
  self->kind = wish->kind;
  self->info = ks_campaign_dup_info (campaign);
  self->settings = wish->settings != NULL ? ks_paper_settings_ref (wish->settings)
                                          : ks_paper_settings_load (campaign, error);
  self->template
      = self->settings != NULL
            ? ks_paper_settings_dup_template (self->settings, self->kind, campaign, error)
            : NULL;
  return self->template != NULL;
}

/**
 * ks_paper_material_load_day:
 * @campaign: a campaign
 * @figures: who took part until a moment
 * @wish: a paper of the day
 * @error: return location for an error
 *
 * Reads what a paper of the day rests on beside @figures, of the district that is wished or the
 * province. For another district of the same figures, its part may be set.
 *
 * Returns: (transfer full): it, or %NULL with @error set: figures that may not leave the program are
 *   refused
 */
KsPaperMaterial *
ks_paper_material_load_day (KsCampaign *campaign,
                            KsDayFigures *figures,
                            const KsPaperWish *wish,
                            GError **error)
{
  g_autoptr (KsPaperMaterial) self = g_new0 (KsPaperMaterial, 1);
  const char *code = wish->district != NULL ? wish->district : "";

  self->day = g_object_ref (figures);
  self->now = wish->at != KS_MOMENT_NONE ? wish->at : ks_campaign_now (campaign);
  self->part = ks_day_figures_lookup_district (figures, code);
  if (self->part == NULL)
    {
      refuse_district (error, code);
      return NULL;
    }
  if (!ks_day_figures_check_sendable (figures, error)
      || !load_settings (campaign, self, wish, error)
      || !ks_campaign_get_stamp (campaign, &self->stamp, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* A code that there is not is refused before what needs checking is searched. */
static KsPaperMaterial *
load_of_moment (KsCampaign *campaign, const KsPaperWish *wish, KsJob *job, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsDayFigures) figures = NULL;

  if (wish->district != NULL && *wish->district != '\0'
      && ks_registry_lookup_district (registry, wish->district) == NULL)
    {
      refuse_district (error, wish->district);
      return NULL;
    }
  figures = ks_day_figures_load_sendable (campaign, wish->at, job, error);
  return figures != NULL ? ks_paper_material_load_day (campaign, figures, wish, error) : NULL;
}

/**
 * ks_paper_material_load:
 * @campaign: a campaign
 * @wish: which paper
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Reads all that a paper rests on, and puts nothing on record.
 *
 * Returns: (transfer full): it, or %NULL with @error set
 */
KsPaperMaterial *
ks_paper_material_load (KsCampaign *campaign, const KsPaperWish *wish, KsJob *job, GError **error)
{
  g_autoptr (KsPaperMaterial) self = g_new0 (KsPaperMaterial, 1);
  g_autoptr (KsCampaign) previous = NULL;

  if (ks_paper_kind_has (wish->kind, KS_PAPER_OF_A_MOMENT))
    return load_of_moment (campaign, wish, job, error);
  if (!load_settings (campaign, self, wish, error)
      || !ks_publication_load (campaign, &self->publication, error)
      || !check_wish (campaign, self, error))
    return NULL;
  self->live = ks_results_load_sendable (campaign, job, error);
  if (self->live == NULL || !find_scope (self, wish, error)
      || !open_previous (wish, &previous, error))
    return NULL;
  self->open = ks_findings_load_open_units (campaign, error);
  if (self->open == NULL || !load_work (campaign, self, error)
      || !load_nominees (campaign, self, error)
      || !load_given (campaign, self, job, error)
      || !load_comments (campaign, self, job, error)
      || !load_previous (campaign, self, previous, error)
      || !ks_campaign_get_stamp (campaign, &self->stamp, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ks_paper_material_load_facts:
 * @campaign: a campaign
 * @settings: what its office set
 * @error: return location for an error
 *
 * Returns: (transfer full): what is set or known of the survey as a whole, for the desk's own eyes,
 *   whatever papers may be made; or %NULL with @error set
 */
KsPaperMaterial *
ks_paper_material_load_facts (KsCampaign *campaign, KsPaperSettings *settings, GError **error)
{
  g_autoptr (KsPaperMaterial) self = g_new0 (KsPaperMaterial, 1);

  self->info = ks_campaign_dup_info (campaign);
  self->head = g_strdup ("");
  self->settings = ks_paper_settings_ref (settings);
  if (!ks_publication_load (campaign, &self->publication, error)
      || !ks_campaign_get_stamp (campaign, &self->stamp, error))
    return NULL;
  self->template
      = ks_paper_settings_dup_template (self->settings, self->kind, campaign, error);
  self->live = self->template != NULL ? ks_results_load (campaign, error) : NULL;
  return self->live != NULL ? g_steal_pointer (&self) : NULL;
}
