/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-overview-rows.h"

#include "ks-i18n.h"
#include "ks-number.h"

/* Why answers wait, and what may lie behind it. */
typedef struct
{
  KsReason reason;
  const char *icon;
  const char *hint;
} ReasonText;

static const ReasonText reasons[] = {
  { KS_REASON_OUTSIDE_WINDOW, "document-open-recent-symbolic",
    N_ ("Sent before it began or after it ended") },
  { KS_REASON_TOKEN_MISMATCH, "dialog-question-symbolic",
    N_ ("A slip of the hand, or an old code") },
  { KS_REASON_UNKNOWN_UNIT, "mail-unread-symbolic",
    N_ ("The code on the sheet belongs to no unit") },
  { KS_REASON_INCOMPLETE, "document-edit-symbolic", N_ ("Not every question is answered") },
  { KS_REASON_KNOWN_ID, "view-refresh-symbolic",
    N_ ("Changed at the form service after the first copy came in") },
};

/* Puts a count into words that were chosen for it. */
static char *
dup_count (const char *words, gint64 n)
{
  g_autofree char *count = ks_format_count (n);
  g_autoptr (GString) text = g_string_new (words);

  g_string_replace (text, "%s", count, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_reason_words (KsReason reason, gulong n)
{
  switch (reason)
    {
    case KS_REASON_OUTSIDE_WINDOW:
      return ngettext ("%s answer outside the time of the survey",
                       "%s answers outside the time of the survey", n);
    case KS_REASON_TOKEN_MISMATCH:
      return ngettext ("%s answer whose survey code does not fit",
                       "%s answers whose survey codes do not fit", n);
    case KS_REASON_UNKNOWN_UNIT:
      return ngettext ("%s answer of an unknown unit", "%s answers of unknown units", n);
    case KS_REASON_INCOMPLETE:
      return ngettext ("%s incomplete answer", "%s incomplete answers", n);
    case KS_REASON_KNOWN_ID:
      return ngettext ("%s answer changed after it came in", "%s answers changed after they came in",
                       n);
    case KS_REASON_NONE:
    case KS_N_REASONS:
    default:
      g_return_val_if_reached ("%s");
    }
}

static void
add_over (KsTitledList *list, guint n_units)
{
  g_autofree char *title
      = dup_count (ngettext ("%s unit has more answers than officials",
                             "%s units have more answers than officials", (gulong)(n_units)),
                   n_units);

  ks_titled_list_add (list, "view-dual-symbolic", title,
                      _ ("Check the number of officials, or how answers were sent"),
                      "page.show(('units', 'over'))");
}

static void
add_findings (KsTitledList *list, guint n_findings)
{
  g_autofree char *title = dup_count (
      ngettext ("%s thing to check in the answers", "%s things to check in the answers",
                (gulong)(n_findings)),
      n_findings);

  ks_titled_list_add (list, "dialog-question-symbolic", title,
                      _ ("Each says how it can be checked; an officer decides"),
                      "page.show(('answers', 'findings'))");
}

/**
 * ks_overview_fill_todo:
 * @list: where to
 * @overview: where the campaign stands
 * @results: its results
 *
 * Lists what an officer must look at: findings (before they are known, units with more answers than
 * staff), and answers that wait, by their reason.
 */
void
ks_overview_fill_todo (KsTitledList *list, const KsOverview *overview, KsResults *results)
{
  ks_titled_list_clear (list);
  if (overview->findings.n_open > 0)
    add_findings (list, overview->findings.n_open);
  else if (overview->n_units_over > 0)
    add_over (list, overview->n_units_over);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      gint64 n = ks_results_get_waiting (results, reasons[i].reason);
      g_autofree char *title = dup_count (get_reason_words (reasons[i].reason, (gulong)n), n);

      if (n > 0)
        ks_titled_list_add (list, reasons[i].icon, title, _ (reasons[i].hint),
                            "page.show(('answers', 'waiting'))");
    }
  if (overview->waiting > 0)
    {
      g_autofree char *note
          = dup_count (ngettext ("%s answer waits", "%s answers wait", (gulong)(overview->waiting)),
                       overview->waiting);

      ks_titled_list_set_note (list, note);
    }
}

static void
add_out_of_scope (KsTitledList *list, const KsOverview *overview)
{
  g_autofree char *title = dup_count (
      ngettext ("%s answer from outside the officials", "%s answers from outside the officials",
                (gulong)(overview->n_part_time + overview->n_other)),
      overview->n_part_time + overview->n_other);
  g_autofree char *part_time = ks_format_count (overview->n_part_time);
  g_autofree char *other = ks_format_count (overview->n_other);
  g_autofree char *subtitle = g_strdup_printf (
      _ ("%s part-time workers · %s others; counted, and told apart"), part_time, other);

  ks_titled_list_add (list, "system-users-symbolic", title, subtitle, NULL);
}

static void
add_missing_reports (KsTitledList *list, const KsOverview *overview, const KsCampaignInfo *info)
{
  guint n_missing = overview->province.n_units - overview->n_units_reported;
  g_autofree char *title
      = dup_count (ngettext ("%s working group has not reported",
                             "%s working groups have not reported", (gulong)(n_missing)),
                   n_missing);
  g_autofree char *day = ks_day_format (info->day);
  g_autofree char *subtitle = g_strdup_printf (_ ("Due by midnight of %s"), day);

  ks_titled_list_add (list, "x-office-document-symbolic", title, subtitle,
                      "page.show(('shortlist', ''))");
}

/**
 * ks_overview_fill_notes:
 * @list: where to
 * @overview: where the campaign stands
 * @info: what it is
 *
 * Lists what is good to know and asks for nothing.
 */
void
ks_overview_fill_notes (KsTitledList *list, const KsOverview *overview, const KsCampaignInfo *info)
{
  ks_titled_list_clear (list);
  if (overview->n_part_time + overview->n_other > 0)
    add_out_of_scope (list, overview);
  if (overview->n_units_reported < overview->province.n_units)
    add_missing_reports (list, overview, info);
}

/* A row of the three counts: the count in its words, and of how many units it is known. */
static void
add_count (KsTitledList *list,
           const char *icon,
           const char *words,
           gint64 count,
           const char *known,
           gint64 n_units,
           gint64 n_all,
           const char *action)
{
  g_autofree char *title = dup_count (words, count);
  g_autofree char *n = ks_format_count (n_units);
  g_autofree char *all = ks_format_count (n_all);
  g_autofree char *part = g_strdup_printf ("%s/%s", n, all);
  g_autoptr (GString) subtitle = g_string_new (known);

  g_string_replace (subtitle, "%s", part, 1);
  ks_titled_list_add (list, icon, title, subtitle->str, action);
}

/**
 * ks_overview_fill_counts:
 * @list: where to
 * @overview: where the campaign stands
 *
 * Lists the three counts that meet in a survey: staff, what the working groups report, sheets that
 * came in. All are there before anything came in, too.
 */
void
ks_overview_fill_counts (KsTitledList *list, const KsOverview *overview)
{
  const KsParticipation *province = &overview->province;
  const KsReadyLine *staff = &overview->ready.lines[KS_READY_STAFF];

  ks_titled_list_clear (list);
  add_count (list, "system-users-symbolic", _ ("%s officials (N)"), overview->ready.staff,
             _ ("known of %s units"), staff->n, staff->whole, "page.show(('units', ''))");
  add_count (list, "x-office-document-symbolic", _ ("%s have answered, as reported (r)"),
             overview->reported, _ ("%s working groups have reported"), overview->n_units_reported,
             province->n_units, "page.show(('day', 'work'))");
  add_count (list, "mail-unread-symbolic", _ ("%s valid sheets (n)"), province->answers,
             _ ("%s units have sent some"), province->n_units_with_answers, province->n_units,
             "page.show(('day', 'reconcile'))");
}
