/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-publish-dialog.h"

#include "ks-entry-dialog.h"
#include "ks-findings.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-publish.h"
#include "ks-shell.h"
#include "ks-verb-task.h"

enum
{
  ENTRY_REASON,
  ENTRY_AGREED,
  N_CORRECTION_ENTRIES,
};

typedef struct
{
  GtkWidget *widget;
  KsCampaign *campaign;
  gboolean correct;
  KsPublicationPlan plan;
} Asking;

static void
free_asking (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->widget);
  g_object_unref (asking->campaign);
  g_free (asking);
}

static gboolean
plan (KsJob *job, gpointer data, GError **error)
{
  Asking *asking = data;

  return ks_findings_renew (asking->campaign, job, error)
         && ks_plan_publication (asking->campaign, &asking->plan, error);
}

static void
add_sentence (GString *text, const char *sentence)
{
  if (sentence == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, sentence);
}

static void
add_counts (GString *text, const KsPublicationPlan *of)
{
  g_autofree char *sheets = ks_format_count (of->n_sheets);
  g_autofree char *units = ks_format_count (of->n_units);
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("%s sheets of %s unit count now.", "%s sheets of %s units count now.", of->n_units),
      sheets, units);

  add_sentence (text, sentence);
}

static void
add_open (GString *text, const KsPublicationPlan *of)
{
  g_autofree char *units = ks_format_count (of->n_units_to_check);
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("%s unit has something to be checked that nobody has decided yet. Its sheets enter "
                "as they are; better decide first, on the page of the answers.",
                "%s units have something to be checked that nobody has decided yet. Their sheets "
                "enter as they are; better decide first, on the page of the answers.",
                of->n_units_to_check),
      units);

  if (of->n_units_to_check > 0)
    add_sentence (text, sentence);
}

static void
add_held (GString *text, const KsPublicationPlan *of)
{
  g_autofree char *units = ks_format_count (of->n_held_units);
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("%s unit stays as it was given out before: one to four of its sheets have changed.",
                "%s units stay as they were given out before: one to four of their sheets have "
                "changed.",
                of->n_held_units),
      units);

  if (of->n_held_units > 0)
    add_sentence (text, sentence);
}

static char *
dup_settle_body (const KsPublicationPlan *of)
{
  GString *text = g_string_new (NULL);

  add_counts (text, of);
  add_open (text, of);
  add_held (text, of);
  add_sentence (text, _ ("From then on tables, charts and papers of single units can be made, and "
                         "all of them tell these figures. It cannot be undone: where one to four "
                         "sheets of a unit change later, its figures stand until a correction."));
  return g_string_free (text, FALSE);
}

/* What could be told from both tables comes first. */
static char *
dup_correct_body (const KsPublicationPlan *of)
{
  g_autofree char *warning = ks_publication_plan_dup_warning (of);
  g_autofree char *units = ks_format_count (of->n_changed_units + of->n_held_units);
  g_autofree char *change = g_strdup_printf (
      ngettext ("%s unit gets other figures than those that were settled. The new ones are marked "
                "as a correction.",
                "%s units get other figures than those that were settled. The new ones are marked "
                "as a correction.",
                of->n_changed_units + of->n_held_units),
      units);
  GString *text = g_string_new (NULL);

  add_sentence (text, warning);
  add_sentence (text, change);
  add_open (text, of);
  return g_string_free (text, FALSE);
}

static gboolean
publish (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  return ks_publish (campaign, data, outcome, error);
}

static void
publish_cb (const char *const *texts, gpointer data)
{
  Asking *asking = data;

  ks_verb_task_run (asking->widget, _ ("Settling the figures"), publish, g_strdup (texts[0]), g_free);
}

static gboolean
correct (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  char **texts = data;

  return ks_correct_publication (campaign, texts[ENTRY_REASON], texts[ENTRY_AGREED], outcome, error);
}

static void
correct_cb (const char *const *texts, gpointer data)
{
  Asking *asking = data;
  char **copy = g_new0 (char *, N_CORRECTION_ENTRIES + 1);

  for (guint i = 0; i < N_CORRECTION_ENTRIES; i++)
    copy[i] = g_strdup (texts[i]);
  ks_verb_task_run (asking->widget, _ ("Correcting the figures"), correct, copy,
                    (GDestroyNotify)g_strfreev);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  return *words == '\0';
}

static char *
check_correction (const char *const *texts, gpointer data)
{
  if (is_blank (texts[ENTRY_REASON]))
    return g_strdup (_ ("The reason is kept in the log."));
  if (is_blank (texts[ENTRY_AGREED]))
    return g_strdup (_ ("Write who agreed to the correction."));
  return NULL;
}

/* A note may be left out. */
static char *
check_note (const char *const *texts, gpointer data)
{
  return NULL;
}

static void
ask_settle (Asking *asking)
{
  g_autofree char *body = dup_settle_body (&asking->plan);
  const KsEntryQuestion question = {
    .heading = _ ("Settle the Figures?"),
    .body = body,
    .verb = _ ("_Settle the Figures"),
    .n_entries = 1,
    .entries = { { _ ("Note"), NULL } },
  };

  ks_entry_dialog_ask (asking->widget, &question, check_note, publish_cb, asking, free_asking);
}

static void
ask_correct (Asking *asking)
{
  g_autofree char *body = dup_correct_body (&asking->plan);
  const KsEntryQuestion question = {
    .heading = _ ("Correct the Settled Figures?"),
    .body = body,
    .verb = _ ("_Give Out Corrected Figures"),
    .n_entries = N_CORRECTION_ENTRIES,
    .entries
    = { [ENTRY_REASON] = { _ ("Reason"), NULL }, [ENTRY_AGREED] = { _ ("Agreed by"), NULL } },
  };

  ks_entry_dialog_ask (asking->widget, &question, check_correction, correct_cb, asking, free_asking);
}

static void
planned_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Asking *asking = user_data;
  KsShell *shell = ks_shell_from_widget (asking->widget);
  gboolean same = ok && asking->correct
                  && asking->plan.n_changed_units + asking->plan.n_held_units == 0;

  if (same && shell != NULL)
    ks_shell_show_message (shell, _ ("The settled figures are those of all sheets that count now."));
  if (!ok || same)
    free_asking (asking);
  else if (asking->correct)
    ask_correct (asking);
  else
    ask_settle (asking);
}

/**
 * ks_publish_dialog_ask:
 * @widget: a widget of the window to ask in
 * @campaign: its campaign
 * @correct_settled: whether settled figures are to be corrected
 *
 * Looks at what needs checking, tells what settling or correcting would do, and asks for it.
 */
void
ks_publish_dialog_ask (GtkWidget *widget, KsCampaign *campaign, gboolean correct_settled)
{
  Asking *asking = g_new0 (Asking, 1);
  g_autoptr (KsJob) job = ks_job_new (_ ("Looking for what needs checking"));

  asking->widget = g_object_ref (widget);
  asking->campaign = g_object_ref (campaign);
  asking->correct = correct_settled;
  ks_shell_run_job (ks_shell_from_widget (widget), job, plan, asking, NULL, planned_cb, asking);
}
