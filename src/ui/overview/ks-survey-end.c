/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-survey-end.h"

#include "ks-civil-entry.h"
#include "ks-close-survey.h"
#include "ks-confirm.h"
#include "ks-entry-dialog.h"
#include "ks-extend.h"
#include "ks-i18n.h"
#include "ks-verb-task.h"

enum
{
  ENTRY_DAY,
  ENTRY_HOUR,
  ENTRY_DECISION,
  ENTRY_REASON,
  N_ENTRIES,
};

typedef struct
{
  GtkWidget *widget; /* lives as long as its window, which holds the dialog */
  KsCampaignInfo *info;
} Asking;

static void
free_asking (gpointer data)
{
  Asking *asking = data;

  ks_campaign_info_free (asking->info);
  g_free (asking);
}

static Asking *
create_asking (GtkWidget *widget, KsCampaign *campaign)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->widget = widget;
  asking->info = ks_campaign_dup_info (campaign);
  return asking;
}

typedef struct
{
  KsMoment until;
  char *decision;
  char *reason;
} Extension;

static void
free_extension (gpointer data)
{
  Extension *extension = data;

  g_free (extension->decision);
  g_free (extension->reason);
  g_free (extension);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  return *words == '\0';
}

static gboolean
read_until (const char *const *texts, KsMoment *until)
{
  KsDay day;
  int minutes;

  if (!ks_day_read (texts[ENTRY_DAY], &day)
      || !ks_civil_entry_read_hour (texts[ENTRY_HOUR], &minutes))
    return FALSE;
  *until = ks_day_get_start (day) + minutes * 60;
  return TRUE;
}

static char *
check_extension (const char *const *texts, gpointer data)
{
  const Asking *asking = data;
  KsMoment until;

  if (!read_until (texts, &until))
    return g_strdup (_ ("Write the new end as a day and an hour, like 02/4/2024 and 12:00."));
  if (until <= asking->info->to)
    {
      g_autofree char *end = ks_moment_format (asking->info->to);

      return g_strdup_printf (_ ("The survey ends at %s: an extension must end later."), end);
    }
  return is_blank (texts[ENTRY_REASON]) ? g_strdup (_ ("The reason is kept in the log.")) : NULL;
}

static gboolean
extend (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  const Extension *extension = data;
  const KsExtendRequest request = { extension->until, extension->decision, extension->reason };

  return ks_extend (campaign, &request, outcome, error);
}

static void
extension_given_cb (const char *const *texts, gpointer data)
{
  Asking *asking = data;
  Extension *extension = g_new0 (Extension, 1);

  if (read_until (texts, &extension->until))
    {
      extension->decision = g_strdup (texts[ENTRY_DECISION]);
      extension->reason = g_strdup (texts[ENTRY_REASON]);
      ks_verb_task_run (asking->widget, _ ("Extending the survey"), extend,
                        g_steal_pointer (&extension), free_extension);
    }
  g_clear_pointer (&extension, free_extension);
}

/**
 * ks_survey_end_ask_extend:
 * @widget: a widget of the window to ask in
 * @campaign: its campaign
 *
 * Asks until when the survey is extended, by which decision and why.
 */
void
ks_survey_end_ask_extend (GtkWidget *widget, KsCampaign *campaign)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autofree char *day = ks_day_format (ks_moment_get_day (info->to - 1) + 1);
  g_autofree char *end = ks_moment_format_end (info->to);
  g_autofree char *body = g_strdup_printf (
      _ ("It ends at %s. Answers that wait for the time alone count again, and what is printed from "
         "now on names the new end."),
      end);
  KsEntryQuestion question = {
    .heading = _ ("Extend the Survey?"),
    .body = body,
    .verb = _ ("_Extend"),
    .n_entries = N_ENTRIES,
    .entries = { [ENTRY_DAY] = { _ ("New End, Day"), day },
                 [ENTRY_HOUR] = { _ ("Hour"), "12:00" },
                 [ENTRY_DECISION] = { _ ("Number of the decision"), NULL },
                 [ENTRY_REASON] = { _ ("Reason"), NULL } },
  };

  ks_entry_dialog_ask (widget, &question, check_extension, extension_given_cb,
                       create_asking (widget, campaign), free_asking);
}

static gboolean
close_survey (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  return ks_close_survey (campaign, outcome, error);
}

static void
close_cb (gpointer data)
{
  Asking *asking = data;

  ks_verb_task_run (asking->widget, _ ("Closing the survey"), close_survey, NULL, NULL);
}

/**
 * ks_survey_end_ask_close:
 * @widget: a widget of the window to ask in
 * @campaign: its campaign
 *
 * Asks whether the survey ends now.
 */
void
ks_survey_end_ask_close (GtkWidget *widget, KsCampaign *campaign)
{
  const KsConfirm question = {
    .heading = _ ("Close the Survey?"),
    .body = _ ("Answers that are sent from now on are late, and results show. It is kept in the "
               "log, and can be opened again with a reason."),
    .verb = _ ("_Close the Survey"),
  };

  ks_confirm_ask (widget, &question, close_cb, create_asking (widget, campaign), free_asking);
}

static gboolean
reopen_survey (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  return ks_reopen_survey (campaign, data, outcome, error);
}

static char *
check_reason (const char *const *texts, gpointer data)
{
  return is_blank (texts[0]) ? g_strdup (_ ("The reason is kept in the log.")) : NULL;
}

static void
reason_given_cb (const char *const *texts, gpointer data)
{
  Asking *asking = data;

  ks_verb_task_run (asking->widget, _ ("Opening the survey again"), reopen_survey,
                    g_strdup (texts[0]), g_free);
}

/**
 * ks_survey_end_ask_reopen:
 * @widget: a widget of the window to ask in
 * @campaign: its campaign, whose survey was closed
 *
 * Asks why the survey is opened again.
 */
void
ks_survey_end_ask_reopen (GtkWidget *widget, KsCampaign *campaign)
{
  const KsEntryQuestion question = {
    .heading = _ ("Open the Survey Again?"),
    .body = _ ("Its window says again until when answers are in time; results are hidden until "
               "then."),
    .verb = _ ("_Open Again"),
    .n_entries = 1,
    .entries = { { _ ("Reason"), NULL } },
  };

  ks_entry_dialog_ask (widget, &question, check_reason, reason_given_cb,
                       create_asking (widget, campaign), free_asking);
}
