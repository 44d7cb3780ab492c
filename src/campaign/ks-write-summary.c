/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-write-summary.h"

#include "ks-findings.h"
#include "ks-give-out.h"
#include "ks-i18n.h"
#include "ks-likert-chart.h"
#include "ks-platform.h"
#include "ks-printed-chart.h"
#include "ks-quote.h"
#include "ks-results.h"
#include "ks-scale-row.h"
#include "ks-shortlist.h"
#include "ks-staff-change-table.h"
#include "ks-summary-page.h"

/* Everything that the paper rests on until its pages are made. */
typedef struct {
  KsCampaignInfo *info;
  KsResults      *results;
  KsShortlist    *list;
  KsResults      *given;       /* what may leave */
  KsFindingCounts findings;
  KsMoment        as_of;       /* of the newest answer; without any, of what was done last */
  GArray         *districts;   /* of KsPaperDistrict */
  GArray         *questions;   /* of KsSummaryQuestion */
  GArray         *rows;        /* of KsLikertRow: the same questions for the chart */
  GPtrArray      *picked;      /* of KsQuote */
  GArray         *quotes;      /* of KsSummaryQuote: the same */
  GArray         *candidates;  /* of KsSummaryCandidate */
  GPtrArray      *owned;       /* what the arrays above point to */
  GString        *changes;     /* of the staff since answers came in, in words */
  guint           n_changes;
  gint64          left_out;    /* sheets of units under five */
} Material;

static void
material_clear (Material *self)
{
  g_clear_pointer (&self->info, ks_campaign_info_free);
  g_clear_object (&self->results);
  g_clear_pointer (&self->list, ks_shortlist_free);
  g_clear_object (&self->given);
  g_clear_pointer (&self->districts, g_array_unref);
  g_clear_pointer (&self->questions, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->picked, g_ptr_array_unref);
  g_clear_pointer (&self->quotes, g_array_unref);
  g_clear_pointer (&self->candidates, g_array_unref);
  g_clear_pointer (&self->owned, g_ptr_array_unref);
  if (self->changes != NULL)
    g_string_free (g_steal_pointer (&self->changes), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Material, material_clear)

#define LOW_RATE_PERCENT 80
#define MOST_CHANGES 8 /* that the paper tells; the log has all */

static void
describe_change (Material *self, const KsStaffChange *change)
{
  KsUnit *unit = ks_registry_lookup (ks_results_get_registry (self->results), change->unit);

  g_string_append_printf (self->changes, "%s%s (từ %d thành %d: %s)",
                          self->changes->len > 0 ? "; " : "",
                          unit != NULL ? ks_unit_get_name (unit) : change->unit,
                          change->staff_before, change->staff_after, change->reason);
}

static gboolean
collect_changes (Material *self, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) changes = tx != NULL ? ks_staff_change_table_load (tx, error) : NULL;

  if (changes == NULL)
    return FALSE;
  self->changes = g_string_new (NULL);
  self->n_changes = changes->len;
  for (guint i = 0; i < MIN (changes->len, MOST_CHANGES); i++)
    describe_change (self, changes->pdata[i]);
  if (changes->len > MOST_CHANGES)
    g_string_append_printf (self->changes, "; và %u lần khác, ghi trong nhật ký",
                            changes->len - MOST_CHANGES);
  return TRUE;
}

static gint64
count_below (KsResults *results, const KsDistrict *district)
{
  KsRegistry *registry = ks_results_get_registry (results);
  gint64 n_below = 0;

  for (guint i = district->first; i < district->first + district->n_units; i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);

      n_below += 100 * ks_results_get_unit_answers (results, unit)
                 < LOW_RATE_PERCENT * (gint64) ks_unit_get_staff_in_scope (unit);
    }
  return n_below;
}

static void
collect_districts (Material *self)
{
  KsRegistry *registry = ks_results_get_registry (self->results);

  for (guint i = 0; i < ks_registry_get_n_districts (registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (registry, i);
      KsScope scope = { KS_SCOPE_DISTRICT, district->code, district->name };
      KsParticipation participation;
      KsPaperDistrict row = { .name = district->name };

      ks_results_get_participation (self->results, &scope, &participation);
      row.n_units = participation.n_units;
      row.staff = participation.staff;
      row.answers = participation.answers;
      row.n_marked = count_below (self->results, district);
      row.reconciling = participation.answers > participation.staff;
      g_array_append_val (self->districts, row);
    }
}

static void
collect_question (Material *self, const KsScope *scope, const KsQuestion *question)
{
  g_autoptr (KsQuestionResult) result = ks_results_dup_question (self->given, scope, question);
  KsScaleRow *scale = g_new0 (KsScaleRow, 1);
  char *good_labels = ks_question_dup_good_labels (question);
  KsSummaryQuestion row;

  g_ptr_array_add (self->owned, scale);
  g_ptr_array_add (self->owned, good_labels);
  if (question->type != KS_QUESTION_TEXT && ks_results_tells (self->given, question))
    self->left_out = MAX (self->left_out, result->left_out);
  if (!ks_scale_row_fill (scale, result) || !scale->row.shown)
    return;
  row = (KsSummaryQuestion){
    .id = scale->row.id,
    .text = scale->row.label,
    .answered = result->answered,
    .counts = scale->counts,
    .levels = scale->levels,
    .good_levels = scale->good,
    .has_dont_know = scale->row.has_dont_know,
    .dont_know = result->dont_know,
    .good = result->good,
    .blank = result->blank,
    .good_labels = good_labels,
  };
  g_array_append_val (self->questions, row);
  g_array_append_val (self->rows, scale->row);
}

static void
collect_candidates (Material *self)
{
  for (guint i = 0; i < self->list->candidates->len; i++)
    {
      KsCandidate *candidate = g_ptr_array_index (self->list->candidates, i);
      KsSummaryCandidate row = {
        .unit = ks_unit_get_name (candidate->unit),
        .district = ks_unit_get_district_name (candidate->unit),
        .staff = candidate->staff,
        .answers = candidate->answers,
        .points = candidate->score,
        .reason = candidate->chosen_merits,
      };

      if (candidate->chosen)
        g_array_append_val (self->candidates, row);
    }
}

static void
collect_quotes (Material *self)
{
  KsForm *form = ks_results_get_form (self->given);

  self->quotes = g_array_new (FALSE, FALSE, sizeof (KsSummaryQuote));
  for (guint i = 0; i < self->picked->len; i++)
    {
      const KsQuote *quote = self->picked->pdata[i];
      const KsQuestion *question = ks_form_lookup (form, quote->question);
      KsSummaryQuote row = { question != NULL ? question->short_text : "", quote->body };

      if (question != NULL && !question->sensitive)
        g_array_append_val (self->quotes, row);
    }
}

static gboolean
gather (KsCampaign *campaign, Material *self, gboolean preview, KsJob *job, GError **error)
{
  KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  KsForm *form;

  self->info = ks_campaign_dup_info (campaign);
  self->results = ks_results_load (campaign, error);
  self->list = self->results != NULL ? ks_shortlist_load (campaign, error) : NULL;
  if (self->list == NULL || !ks_findings_count (campaign, &self->findings, error)
      || !ks_campaign_get_stamp (campaign, &self->as_of, error))
    return FALSE;
  if (ks_results_get_as_of (self->results) != KS_MOMENT_NONE)
    self->as_of = ks_results_get_as_of (self->results);
  self->given = preview ? ks_preview_give_out (campaign, &province, "summary", job, error)
                        : ks_give_out (campaign, &province, "summary", job, error);
  self->picked = self->given != NULL ? ks_quotes_load (campaign, error) : NULL;
  if (self->picked == NULL)
    return FALSE;
  self->districts = g_array_new (FALSE, FALSE, sizeof (KsPaperDistrict));
  self->questions = g_array_new (FALSE, FALSE, sizeof (KsSummaryQuestion));
  self->candidates = g_array_new (FALSE, FALSE, sizeof (KsSummaryCandidate));
  self->owned = g_ptr_array_new_with_free_func (g_free);
  collect_districts (self);
  self->rows = g_array_new (FALSE, FALSE, sizeof (KsLikertRow));
  form = ks_results_get_form (self->given);
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    collect_question (self, &province, ks_form_get_question (form, i));
  collect_quotes (self);
  collect_candidates (self);
  return TRUE;
}

static guint
count_sensitive (KsForm *form)
{
  guint n_sensitive = 0;

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    n_sensitive += ks_form_get_question (form, i)->sensitive;
  return n_sensitive;
}

static void
describe (Material *self, KsSummary *summary)
{
  KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  KsParticipation participation;
  KsGivenState given;

  ks_results_get_participation (self->results, &province, &participation);
  summary->info = self->info;
  summary->organ = "BAN DÂN VẬN";
  summary->as_of = self->as_of;
  ks_results_get_given (self->given, &province, &given);
  summary->earlier_figures_of = given.given_at;
  summary->preliminary = given.settled_at == KS_MOMENT_NONE;
  summary->received = ks_results_get_received (self->results);
  summary->counted = ks_results_get_counted (self->results);
  summary->outside_window = ks_results_get_waiting (self->results, KS_REASON_OUTSIDE_WINDOW);
  summary->token_mismatch = ks_results_get_waiting (self->results, KS_REASON_TOKEN_MISMATCH);
  summary->unknown_unit = ks_results_get_waiting (self->results, KS_REASON_UNKNOWN_UNIT);
  summary->incomplete = ks_results_get_waiting (self->results, KS_REASON_INCOMPLETE);
  summary->known_id = ks_results_get_waiting (self->results, KS_REASON_KNOWN_ID);
  summary->excluded = ks_results_get_excluded (self->results);
  summary->outside = participation.outside;
  summary->staff_changes = self->changes->str;
  summary->n_staff_changes = self->n_changes;
  summary->staff = participation.staff;
  summary->n_units = participation.n_units;
  summary->n_units_with_answers = participation.n_units_with_answers;
  summary->n_units_complete = participation.n_units_complete;
  summary->n_units_reconciling = self->findings.n_units;
  summary->left_out = self->left_out;
  summary->n_sensitive = count_sensitive (ks_results_get_form (self->results));
}

/**
 * ks_lay_out_summary:
 * @campaign: a campaign whose survey has ended
 * @preview: it is only looked at: nothing is put on record
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Returns: (transfer full): the pages of the summary, or %NULL with @error set
 */
KsPages *
ks_lay_out_summary (KsCampaign *campaign, gboolean preview, KsJob *job, GError **error)
{
  g_auto (Material) material = { 0 };
  g_autofree char *notice = NULL;
  KsSummary summary = { 0 };

  if (!gather (campaign, &material, preview, job, error)
      || !collect_changes (&material, campaign, error))
    return NULL;
  describe (&material, &summary);
  notice = ks_form_dup_short_notice (ks_results_get_form (material.results));
  summary.form_notice = notice;
  summary.districts = (KsPaperDistrict *) material.districts->data;
  summary.n_districts = material.districts->len;
  summary.questions = (KsSummaryQuestion *) material.questions->data;
  summary.n_questions = material.questions->len;
  summary.quotes = (KsSummaryQuote *) material.quotes->data;
  summary.n_quotes = material.quotes->len;
  summary.candidates = (KsSummaryCandidate *) material.candidates->data;
  summary.n_candidates = material.candidates->len;
  summary.chart = ks_printed_chart_paint;
  summary.chart_data = ks_likert_chart_new ((KsLikertRow *) material.rows->data,
                                            material.rows->len, KS_LIKERT_AS_GIVEN);
  summary.chart_destroy = g_object_unref;
  return ks_summary_pages_new (&summary, error);
}

/**
 * ks_write_summary:
 * @campaign: a campaign whose survey has ended
 * @path: the PDF to write
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Writes participation by district, the answers of the province, the comments that were picked and
 * the list of proposals. That
 * answers leave the program is recorded first: a file that then cannot be written gives nothing
 * away, the other way round it could. A place where nothing can be written is refused before.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_write_summary (KsCampaign *campaign, const char *path, KsJob *job, GError **error)
{
  g_autoptr (KsPages) pages = NULL;
  KsMoment stamp;

  /* What is refused below leaves the campaign as it was. */
  if (!ks_file_check_place (path, error)
      || (!ks_campaign_is_window_open (campaign) && !ks_findings_renew (campaign, job, error)))
    return FALSE;
  pages = ks_lay_out_summary (campaign, FALSE, job, error);
  return pages != NULL && ks_campaign_get_stamp (campaign, &stamp, error)
         && ks_pages_write_pdf (pages, path, stamp, job, error);
}
