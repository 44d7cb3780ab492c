/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-batch-table.h"
#include "ks-check.h"
#include "ks-close-survey.h"
#include "ks-day-figures.h"
#include "ks-decide.h"
#include "ks-edit-unit.h"
#include "ks-extend.h"
#include "ks-findings.h"
#include "ks-import-responses.h"
#include "ks-response-table.h"
#include "ks-test-day.h"
#include "ks-test-groups.h"
#include "ks-withdraw-batch.h"

#include <string.h>

/* What is kept of the day and of groups of people beside the answers is what the answers say, whatever was done and taken
 * back before, in any order. --seed repeats a run. */

#define N_STEPS 60
#define HOUR 3600
#define DAY "01/04/2024 "
#define NEXT_DAY "02/04/2024 "

typedef struct {
  KsTestDay  day;
  GStrv      rows;     /* of the day's export, the header first */
  GPtrArray *done;     /* of KsOutcome that can be taken back, the last one last */
  guint      n_files;
  guint      n_done;   /* steps that were not refused */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_path ("google-sheet-vi.csv");
  g_autofree char *text = NULL;

  ks_test_day_set_up (&self->day, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  self->rows = g_strsplit (text, "\r\n", -1);
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_outcome_free);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->done);
  g_strfreev (self->rows);
  ks_test_day_tear_down (&self->day, NULL);
}

static gboolean
one_in (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

/* Some are late, some have no time. */
static void
append_row (GString *text, const char *row)
{
  const char *comma = strchr (row, ',');

  if (one_in (20) && g_str_has_prefix (row, DAY))
    g_string_append_printf (text, NEXT_DAY "%s\r\n", row + strlen (DAY));
  else if (one_in (20) && comma != NULL)
    g_string_append_printf (text, "%s\r\n", comma);
  else
    g_string_append_printf (text, "%s\r\n", row);
}

static gboolean
import (Fixture *self, KsOutcome **outcome, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = g_strdup_printf ("%u.csv", self->n_files++);
  g_autofree char *path = NULL;
  g_autoptr (KsImportResult) result = NULL;

  g_string_append_printf (text, "%s\r\n", self->rows[0]);
  for (guint i = 1; self->rows[i] != NULL; i++)
    if (one_in (20) && *self->rows[i] != '\0')
      append_row (text, self->rows[i]);
  path = ks_test_day_write (&self->day, name, text->str, -1);
  result = ks_import_responses (self->day.campaign, path, FALSE, NULL, NULL, error);
  return result != NULL;
}

/* The number of an import, or of one that there is not. */
static gint64
choose_batch (Fixture *self)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_read (ks_campaign_get_store (self->day.campaign), NULL);
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, NULL);

  return g_test_rand_int_range (1, (int) batches->len + 2);
}

static gboolean
withdraw (Fixture *self, KsOutcome **outcome, GError **error)
{
  return ks_withdraw_batch (self->day.campaign, choose_batch (self), outcome, error);
}

static gboolean
restore (Fixture *self, KsOutcome **outcome, GError **error)
{
  return ks_restore_batch (self->day.campaign, choose_batch (self), outcome, error);
}

/* (transfer full): a few sheets that are or were there */
static GArray *
choose_sheets (Fixture *self)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_read (ks_campaign_get_store (self->day.campaign), NULL);
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;
  g_autoptr (GArray) ids = ks_response_table_load_ids (tx, &filter, NULL, NULL);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; ids->len > 0 && i < 3; i++)
    g_array_append_val (
        chosen, g_array_index (ids, gint64, g_test_rand_int_range (0, (int) ids->len)));
  return chosen;
}

static const char *
choose_unit (Fixture *self)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->day.campaign);
  guint index = (guint) g_test_rand_int_range (0, (int) ks_registry_get_n_units (registry));

  return g_intern_string (ks_unit_get_code (ks_registry_get_unit (registry, index)));
}

static gboolean
decide (Fixture *self, KsOutcome **outcome, GError **error)
{
  static const KsDecision decisions[]
      = { KS_DECISION_COUNT, KS_DECISION_EXCLUDE, KS_DECISION_MOVE };
  g_autoptr (GArray) rows = choose_sheets (self);
  KsDecideRequest request = {
    .decision = decisions[g_test_rand_int_range (0, G_N_ELEMENTS (decisions))],
    .reason = "Thử",
    .rows = rows,
  };

  if (request.decision == KS_DECISION_MOVE)
    request.unit = choose_unit (self);
  return ks_decide_finding (self->day.campaign, &request, outcome, error);
}

static gboolean
decide_finding (Fixture *self, KsOutcome **outcome, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  KsDecideRequest request = { one_in (2) ? KS_DECISION_EXCLUDE : KS_DECISION_COUNT, NULL, "Thử",
                              ids, NULL, NULL };
  const KsFinding *finding;

  findings = ks_findings_renew (self->day.campaign, NULL, error)
                 ? ks_findings_load (self->day.campaign, FALSE, error)
                 : NULL;
  if (findings == NULL || findings->len == 0)
    return FALSE;
  finding = findings->pdata[g_test_rand_int_range (0, (int) findings->len)];
  g_array_append_val (ids, finding->id);
  return ks_decide_finding (self->day.campaign, &request, outcome, error);
}

static gboolean
extend (Fixture *self, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->day.campaign);
  KsExtendRequest request = { info->to + g_test_rand_int_range (1, 12) * HOUR, NULL, "Thử" };

  return ks_extend (self->day.campaign, &request, outcome, error);
}

static gboolean
close_or_open (Fixture *self, KsOutcome **outcome, GError **error)
{
  return one_in (2) ? ks_close_survey (self->day.campaign, outcome, error)
                    : ks_reopen_survey (self->day.campaign, "Thử", outcome, error);
}

static gboolean
retire (Fixture *self, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->day.campaign);
  KsDay day = info->day + g_test_rand_int_range (-1, 2);

  return ks_retire_unit (self->day.campaign, choose_unit (self), day, "Thử", outcome, error);
}

static gboolean
take_back (Fixture *self, KsOutcome **outcome, GError **error)
{
  g_autoptr (KsOutcome) last
      = self->done->len > 0 ? g_ptr_array_steal_index (self->done, self->done->len - 1) : NULL;

  return last != NULL && ks_outcome_undo (last, self->day.campaign, error);
}

static void
check_figures (Fixture *self, const char *verb, guint step)
{
  g_autoptr (KsDayFigures) kept
      = ks_day_figures_load (self->day.campaign, KS_MOMENT_NONE, KS_MOMENT_NONE, NULL, NULL);
  g_autoptr (KsDayFigures) read = ks_day_figures_load (
      self->day.campaign, ks_test_moment ("2030-01-01T00:00"), KS_MOMENT_NONE, NULL, NULL);

  g_assert_cmpint (ks_day_figures_get_as_of (kept), ==, ks_day_figures_get_as_of (read));
  for (guint i = 0; i < ks_day_figures_get_n_units (kept); i++)
    {
      const KsDayUnit *own = ks_day_figures_get_unit (kept, i);
      const KsDayUnit *other = ks_day_figures_get_unit (read, i);

      if (own->answers != other->answers || own->last != other->last)
        g_error ("step %u, %s: %s has %" G_GINT64_FORMAT " answers kept, %" G_GINT64_FORMAT " read",
                 step, verb, ks_unit_get_code (own->unit), own->answers, other->answers);
    }
}

static void
check_campaign (Fixture *self, const char *verb, guint step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = ks_check_campaign (self->day.campaign, NULL, &error);

  g_assert_no_error (error);
  if (faults->len > 0)
    g_error ("step %u, %s: %s", step, verb, (const char *) faults->pdata[0]);
  ks_test_assert_groups (self->day.campaign);
}

static const struct {
  const char *name;
  gboolean (*act) (Fixture *self, KsOutcome **outcome, GError **error);
} verbs[] = {
  { "import", import },
  { "import", import },
  { "withdraw", withdraw },
  { "restore", restore },
  { "decide", decide },
  { "decide", decide },
  { "decide-finding", decide_finding },
  { "extend", extend },
  { "close", close_or_open },
  { "retire", retire },
  { "take-back", take_back },
};

static void
test_any_order (Fixture *self, gconstpointer data)
{
  for (guint step = 0; step < N_STEPS; step++)
    {
      guint i = step == 0 ? 0 : (guint) g_test_rand_int_range (0, G_N_ELEMENTS (verbs));
      g_autoptr (GError) error = NULL;
      KsOutcome *outcome = NULL;

      self->n_done += verbs[i].act (self, &outcome, &error);
      if (error != NULL)
        g_test_message ("%u %s: %s", step, verbs[i].name, error->message);
      if (outcome != NULL)
        g_ptr_array_add (self->done, outcome);
      check_campaign (self, verbs[i].name, step);
      check_figures (self, verbs[i].name, step);
    }
  g_assert_cmpuint (self->n_done, >, N_STEPS / 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/day-random/any-order", Fixture, NULL, set_up, test_any_order, tear_down);
  return g_test_run ();
}
