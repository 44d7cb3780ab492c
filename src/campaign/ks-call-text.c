/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-call.h"

#include <stdlib.h>
#include <string.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-text.h"

static const char *const labels[KS_N_CALL_OUTCOMES] = {
  N_ ("Reminded"),
  N_ ("Not reached"),
  N_ ("Promised"),
  N_ ("Trouble"),
};

/**
 * ks_call_outcome_get_label:
 * @outcome: what came of a call
 *
 * Returns: (transfer none): its words
 */
const char *
ks_call_outcome_get_label (KsCallOutcome outcome)
{
  return _ (labels[outcome]);
}

/**
 * ks_call_dup_words:
 * @call: a call
 *
 * Returns: (transfer full): what came of it, in words, with time and note
 */
char *
ks_call_dup_words (const KsCall *call)
{
  GString *words = g_string_new (NULL);

  if (call->appointment != KS_MOMENT_NONE)
    {
      g_autofree char *time = ks_moment_format (call->appointment);

      g_string_append_printf (words, _ ("Promised by %s"), time);
    }
  else
    g_string_append (words, ks_call_outcome_get_label (call->outcome));
  if (*call->note != '\0')
    g_string_append_printf (words, " (%s)", call->note);
  return g_string_free (words, FALSE);
}

/* "16:30", "16h30", "16h", "16 giờ 30", "16g" */
static gboolean
read_clock (const char *text, int *hour, int *minute)
{
  g_autofree char *folded = ks_text_fold (text);
  char *p = g_strstrip (folded);
  char *end;
  long hours = strtol (p, &end, 10), minutes = 0;
  gsize mark;

  if (end == p || !g_ascii_isdigit (*p))
    return FALSE;
  end += strspn (end, " ");
  mark = g_str_has_prefix (end, "gio") ? 3 : strchr (":hg", *end) != NULL && *end != '\0' ? 1 : 0;
  p = end + mark + strspn (end + mark, " ");
  if (mark == 0 || (*p == '\0' && *end == ':'))
    return FALSE;
  if (*p != '\0')
    {
      minutes = g_ascii_isdigit (*p) ? strtol (p, &end, 10) : -1;
      if (minutes < 0 || *end != '\0')
        return FALSE;
    }
  *hour = (int) CLAMP (hours, 0, 99);
  *minute = (int) CLAMP (minutes, 0, 99);
  return *hour * 60 + *minute <= 24 * 60 && *minute < 60;
}

/**
 * ks_call_read_time:
 * @text: 16:30, 16h30, 16 giờ 30, or a day and a time as ks_moment_parse() takes them
 * @now: the present
 * @moment: (out): the moment; an hour alone is one of today
 *
 * Returns: %FALSE, with @moment untouched, if @text is no time
 */
gboolean
ks_call_read_time (const char *text, KsMoment now, KsMoment *moment)
{
  int hour, minute;

  if (ks_moment_parse (text, moment))
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL) || !read_clock (text, &hour, &minute))
    return FALSE;
  *moment = ks_day_get_start (ks_moment_get_day (now)) + hour * 3600 + minute * 60;
  return TRUE;
}

static gboolean
read_promise (KsCampaign *campaign, KsCall *call, char **parts, GError **error)
{
  g_auto (GStrv) words = g_strsplit (parts[1] != NULL ? parts[1] : "", ",", 2);

  if (words[0] == NULL
      || !ks_call_read_time (words[0], ks_campaign_now (campaign), &call->appointment))
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                   _ ("“%s” is no time; write it as 16:30 or 2024-04-01T16:30."),
                   words[0] != NULL ? words[0] : "");
      return FALSE;
    }
  g_free (call->note);
  call->note = g_strdup (words[1] != NULL ? words[1] : "");
  return TRUE;
}

/**
 * ks_call_new_from_text:
 * @campaign: a campaign
 * @text: CODE=OUTCOME[,TIME][,NOTE]; the time belongs to an appointment
 * @error: return location for an error
 *
 * Returns: (transfer full): the call, for ks_log_call(), or %NULL with @error set
 */
KsCall *
ks_call_new_from_text (KsCampaign *campaign, const char *text, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  const char *mark = strchr (text, '=');
  g_autofree char *code = g_strndup (text, mark != NULL ? (gsize) (mark - text) : 0);
  g_auto (GStrv) parts = g_strsplit (mark != NULL ? mark + 1 : "", ",", 2);
  g_autoptr (KsCall) call
      = ks_call_new (ks_registry_lookup (registry, code) == NULL
                         && ks_registry_lookup_district (registry, code) != NULL,
                     code);

  if (parts[0] == NULL || !ks_call_outcome_find (parts[0], &call->outcome))
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                   _ ("“%s” tells no call; write CODE=reminded, unreachable, "
                      "appointment,TIME or trouble,NOTE."),
                   text);
      return NULL;
    }
  if (call->outcome == KS_CALL_APPOINTMENT)
    return read_promise (campaign, call, parts, error) ? g_steal_pointer (&call) : NULL;
  g_free (call->note);
  call->note = g_strdup (parts[1] != NULL ? parts[1] : "");
  return g_steal_pointer (&call);
}
