/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-campaign.h"
#include "ks-tally-table.h"
#include "ks-transaction.h"

/* repeat-answers CAMPAIGN TIMES: every answer sheet so many times, and the tallies counted anew: a survey
 * of millions, sooner than a file of so many rows is written and read. Prints how many count then. */

#define REPEAT                                                                                    \
  "WITH RECURSIVE copy (n) AS (SELECT 1 WHERE 1 < %" G_GUINT64_FORMAT " "                        \
  "UNION ALL SELECT n + 1 FROM copy WHERE n + 1 < %" G_GUINT64_FORMAT ") "                        \
  "INSERT INTO response (id, batch, source_row, unit, given, answered, answers, state, reason, "  \
  "digest) "                                                                                      \
  "SELECT id + n * top, batch, source_row + n * top, unit, given, answered, answers, state, "     \
  "reason, digest FROM copy, (SELECT * FROM response), (SELECT MAX (id) AS top FROM response) "   \
  "ORDER BY n, id"

static gint64
repeat (KsCampaign *campaign, guint64 times, GError **error)
{
  g_autofree char *sql = g_strdup_printf (REPEAT, times, times);
  g_autoptr (KsTransaction) tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (KsTally) tally = tx != NULL && ks_transaction_exec (tx, sql, error)
                                  ? ks_tally_recompute (tx, registry, form, error)
                                  : NULL;
  gint64 n = 0;

  if (tally == NULL || !ks_tally_table_save (tx, registry, tally, error)
      || !ks_campaign_commit (campaign, tx, "repeat", "{}", KS_CHANGE_ANSWERS, error))
    return -1;
  for (guint i = 0; i < tally->n_units; i++)
    n += ks_tally_get_row (tally, i)[0];
  return n;
}

int
main (int argc, char *argv[])
{
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KsCampaign) campaign
      = argc == 3 ? ks_campaign_open (argv[1], clock, "bench", &error) : NULL;
  gint64 n = -1;

  if (campaign != NULL)
    n = repeat (campaign, g_ascii_strtoull (argv[2], NULL, 10), &error);
  if (n < 0)
    g_error ("repeat-answers CAMPAIGN TIMES: %s", error != NULL ? error->message : "");
  g_print ("%" G_GINT64_FORMAT "\n", n);
  return ks_campaign_close (campaign, NULL) ? 0 : 1;
}
