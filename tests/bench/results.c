/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-group.h"
#include "ks-share.h"

/* results CAMPAIGN: what was answered, over all units. Prints the units and, in milliseconds, the best of
 * ten: the tallies read, the share of a question in every unit with its interval, those of all questions
 * for a table of colours, and the province. Then, once: the same shares of the first body that people
 * may choose, the first time that groups are asked for. */

#define N_ROUNDS 10

typedef double (*Measure) (KsCampaign *campaign, KsResults *results);

static const KsScope province = { KS_SCOPE_PROVINCE, "", "" };

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static double
load (KsCampaign *campaign, KsResults *results)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (KsResults) other = ks_results_load (campaign, NULL);

  return since (start);
}

static double
tell_units (KsCampaign *campaign, KsResults *results)
{
  const KsQuestion *question = ks_form_get_key_question (ks_results_get_form (results));
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) shares
      = ks_results_dup_shares (results, &province, KS_SCOPE_UNIT, question);

  return since (start);
}

static double
tell_all (KsCampaign *campaign, KsResults *results)
{
  KsForm *form = ks_results_get_form (results);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    if (ks_form_get_question (form, i)->ordinal)
      g_array_unref (ks_results_dup_hundredths (results, &province, KS_SCOPE_UNIT,
                                                ks_form_get_question (form, i)));
  return since (start);
}

static double
tell_province (KsCampaign *campaign, KsResults *results)
{
  gint64 start = g_get_monotonic_time ();
  KsShare share;

  ks_results_get_share (results, &province,
                        ks_form_get_key_question (ks_results_get_form (results)), &share);
  return since (start);
}

static double
tell_group (KsResults *results)
{
  KsForm *form = ks_results_get_form (results);
  const KsQuestion *groups[KS_MAX_GROUP_QUESTIONS];
  guint n_groups = ks_group_list_questions (form, groups);
  KsScope group = province;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) shares = NULL;

  if (n_groups == 0)
    return 0;
  group.group = groups[0];
  group.choice = 1;
  shares = ks_results_dup_shares (results, &group, KS_SCOPE_UNIT, ks_form_get_key_question (form));
  return since (start);
}

int
main (int argc, char *argv[])
{
  static const Measure measures[] = { load, tell_units, tell_all, tell_province };
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KsCampaign) campaign
      = argc == 2 ? ks_campaign_open (argv[1], clock, "bench", &error) : NULL;
  g_autoptr (KsResults) results = campaign != NULL ? ks_results_load (campaign, &error) : NULL;

  if (results == NULL)
    g_error ("results CAMPAIGN: %s", error != NULL ? error->message : "");
  g_print ("%u", ks_registry_get_n_units (ks_results_get_registry (results)));
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      double best = G_MAXDOUBLE;

      for (guint round = 0; round < N_ROUNDS; round++)
        best = MIN (best, measures[i](campaign, results));
      g_print (" %.2f", best);
    }
  g_print (" %.2f", tell_group (results));
  g_print (" %.2f\n", tell_group (results));
  g_clear_object (&results);
  return ks_campaign_close (campaign, NULL) ? 0 : 1;
}
