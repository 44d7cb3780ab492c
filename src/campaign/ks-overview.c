/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-overview.h"

#include "ks-batch-table.h"
#include "ks-links.h"
#include "ks-nominee-table.h"
#include "ks-print-runs.h"
#include "ks-work-table.h"

static const char *const step_ids[KS_N_STEPS] = {
  [KS_STEP_SET_LINK] = "set_link",
  [KS_STEP_CONFIRM_SCAN] = "confirm_scan",
  [KS_STEP_PROVE_CODES] = "prove_codes",
  [KS_STEP_PRINT_AGAIN] = "print_again",
  [KS_STEP_IMPORT_ANSWERS] = "import_answers",
  [KS_STEP_IMPORT_REPORTS] = "import_reports",
  [KS_STEP_CHECK_WAITING] = "check_waiting",
  [KS_STEP_CHOOSE] = "choose",
  [KS_STEP_WRITE_SUMMARY] = "write_summary",
};

/**
 * ks_step_to_id:
 * @step: a step of the work
 *
 * Returns: its name in tables
 */
const char *
ks_step_to_id (KsStep step)
{
  return step_ids[step];
}

static gboolean
load_work (KsTransaction *tx, KsOverview *overview, GError **error)
{
  g_autoptr (GPtrArray) reports = ks_work_table_load_reports (tx, error);
  g_autoptr (GPtrArray) posts = reports != NULL ? ks_work_table_load_post_days (tx, NULL, error) : NULL;
  g_autoptr (GPtrArray) choices = posts != NULL ? ks_nominee_table_load (tx, error) : NULL;
  g_autoptr (GPtrArray) batches = choices != NULL ? ks_batch_table_load (tx, error) : NULL;

  if (batches == NULL)
    return FALSE;
  for (guint i = 0; i < reports->len; i++)
    {
      const KsReport *report = reports->pdata[i];

      overview->n_units_reported += ks_report_is_made (report);
      if (ks_report_is_made (report))
        overview->reported += MAX (0, report->answered);
    }
  for (guint i = 0; i < posts->len; i++)
    overview->n_posts += (guint) ((KsPostDay *) g_ptr_array_index (posts, i))->posts;
  overview->n_chosen = choices->len;
  overview->n_batches = batches->len;
  return TRUE;
}

/* The last profile question asks for the post; its options from the third on stand outside
 * "cán bộ, công chức". */
static void
count_out_of_scope (KsResults *results, KsOverview *overview)
{
  KsForm *form = ks_results_get_form (results);
  const KsQuestion *post = ks_form_lookup (form, "P2");
  KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  g_autoptr (KsQuestionResult) result = NULL;

  if (post == NULL || post->n_options < 4)
    return;
  result = ks_results_dup_question (results, &province, post);
  overview->n_part_time = result->counts[2];
  overview->n_other = result->counts[3];
}

static gboolean
count_again (KsCampaign *campaign, KsOverview *overview, GError **error)
{
  g_autoptr (GPtrArray) reprints = ks_reprints_load (campaign, error);

  for (guint i = 0; reprints != NULL && i < reprints->len; i++)
    overview->n_again += ((const KsReprint *) g_ptr_array_index (reprints, i))->units->len;
  return reprints != NULL;
}

static KsStep
find_step_before (const KsOverview *overview, gboolean early)
{
  static const KsStep steps[KS_N_READY + 1] = {
    [KS_READY_STAFF] = KS_STEP_COUNT_STAFF,       [KS_READY_CONTACTS] = KS_STEP_ADD_CONTACTS,
    [KS_READY_FORM] = KS_STEP_LOAD_FORM,          [KS_READY_LINK] = KS_STEP_SET_LINK,
    [KS_READY_SETTINGS] = KS_STEP_SET_FORM,       [KS_READY_CODES] = KS_STEP_PROVE_CODES,
    [KS_READY_SENT] = KS_STEP_SEND_PACKS,         [KS_READY_RECEIVED] = KS_STEP_RECORD_RECEIVED,
    [KS_READY_TRIAL] = KS_STEP_TRY_LINKS,         [KS_N_READY] = KS_STEP_READY,
  };
  KsReadyItem next = ks_readiness_find_next (&overview->ready);

  if (next == KS_READY_LINK && overview->n_links > 0 && !overview->ready.scanned)
    return KS_STEP_CONFIRM_SCAN;
  if (next == KS_READY_CODES && overview->n_proven > 0)
    return KS_STEP_PRINT_AGAIN;
  return early || next == KS_READY_LINK || next == KS_READY_CODES ? steps[next]
                                                                  : KS_STEP_IMPORT_ANSWERS;
}

static KsStep
find_step (KsCampaign *campaign, const KsOverview *overview)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  KsMoment now = ks_campaign_now (campaign);

  if (overview->received == 0)
    return find_step_before (overview, now < info->from);
  if (ks_campaign_info_is_open (info, now))
    return KS_STEP_FOLLOW_DAY;
  if (overview->n_units_reported == 0)
    return KS_STEP_IMPORT_REPORTS;
  if (overview->n_chosen == 0)
    return overview->waiting > 0 ? KS_STEP_CHECK_WAITING : KS_STEP_CHOOSE;
  return KS_STEP_WRITE_SUMMARY;
}

/**
 * ks_overview_load:
 * @campaign: a campaign
 * @results: its results
 * @overview: (out caller-allocates): where it stands
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_overview_load (KsCampaign *campaign, KsResults *results, KsOverview *overview, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  KsScope province = { KS_SCOPE_PROVINCE, "", "" };

  *overview = (KsOverview){ 0 };
  if (tx == NULL || !load_work (tx, overview, error)
      || !ks_findings_count (campaign, &overview->findings, error)
      || !count_again (campaign, overview, error)
      || !ks_readiness_load (campaign, tx, overview->n_again, &overview->ready, error))
    return FALSE;
  ks_results_get_participation (results, &province, &overview->province);
  overview->received = ks_results_get_received (results);
  overview->waiting = ks_results_get_waiting (results, -1);
  overview->n_units_over = overview->province.n_units_over;
  overview->n_links = ks_links_count_set (campaign);
  if (!ks_is_proven (campaign, NULL, &overview->n_proven))
    overview->n_proven = 0;
  count_out_of_scope (results, overview);
  overview->step = find_step (campaign, overview);
  return TRUE;
}
