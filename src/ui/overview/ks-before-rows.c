/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-before-rows.h"

#include "ks-actionable.h"
#include "ks-i18n.h"
#include "ks-number.h"

#define MINUTE 60

static char *
dup_of (const char *words, guint n, guint whole)
{
  g_autofree char *left = ks_format_count (n);
  g_autofree char *right = ks_format_count (whole);

  return g_strdup_printf ("%s: %s/%s", words, left, right);
}

/* What a row says behind its first words: how many are missing. */
static char *
dup_missing (const KsReadyLine *line)
{
  g_autofree char *count = ks_format_count (line->whole - line->n);

  if (line->n >= line->whole)
    return g_strdup (_ ("All are there"));
  return g_strdup_printf (
      ngettext ("%s is missing", "%s are missing", (gulong)(line->whole - line->n)), count);
}

static char *
dup_staff_title (const KsOverview *overview)
{
  const KsReadyLine *line = &overview->ready.lines[KS_READY_STAFF];
  g_autofree char *units = ks_format_count (line->whole);
  g_autofree char *staff = ks_format_count (overview->ready.staff);

  return g_strdup_printf (_ ("List of %s units, %s officials in scope"), units, staff);
}

static char *
dup_staff_detail (const KsOverview *overview)
{
  const KsReadyLine *line = &overview->ready.lines[KS_READY_STAFF];
  g_autofree char *n = ks_format_count (line->n);
  g_autofree char *whole = ks_format_count (line->whole);

  return g_strdup_printf (_ ("%s/%s units with the number of their officials"), n, whole);
}

static char *
dup_link_detail (const KsOverview *overview)
{
  const KsReadiness *ready = &overview->ready;

  if (ready->lines[KS_READY_LINK].n == 0)
    return g_strdup (_ ("not set yet"));
  return g_strdup (ready->scanned ? _ ("It opened the questionnaire of its unit")
                                  : _ ("Sheets are printed once a code was scanned"));
}

static char *
dup_settings_detail (const KsOverview *overview)
{
  KsFormSettings settings = overview->ready.settings;

  if (settings == 0)
    return g_strdup (_ ("Nobody has looked yet"));
  if ((settings & KS_FORM_SETTING_NO_IDENTITY) == 0)
    return g_strdup (_ ("The unit is filled in; e-mail and sign-in are not confirmed"));
  return g_strdup ((settings & KS_FORM_SETTING_PREFILLED) != 0
                       ? _ ("Sheets may say that no name is on the form")
                       : _ ("That the unit is filled in is not confirmed"));
}

static char *
dup_codes_detail (const KsOverview *overview)
{
  guint n_again = overview->ready.n_again;
  g_autofree char *again = ks_format_count (n_again);

  if (n_again > 0)
    return g_strdup_printf (
        ngettext ("%s sheet is to be printed again", "%s sheets are to be printed again", n_again),
        again);
  return g_strdup (_ ("Each code is read back from the pages that are printed"));
}

static char *
dup_received_detail (const KsOverview *overview)
{
  const KsReadiness *ready = &overview->ready;
  g_autofree char *tried = ks_format_count (ready->n_tried);
  g_autofree char *posted = ks_format_count (ready->n_posted);

  return g_strdup_printf (_ ("%s scanned their code · %s put their sheet up"), tried, posted);
}

static char *
dup_trial_detail (const KsOverview *overview)
{
  const KsTrials *trials = &overview->ready.trials;
  g_autofree char *answers = ks_format_count (trials->n_answers);
  g_autofree char *units = ks_format_count (trials->n_units);
  g_autofree char *unknown = ks_format_count (trials->n_unknown);

  if (trials->n_answers == 0)
    return g_strdup (_ ("Sent and imported before the survey they never count"));
  if (trials->n_unknown > 0)
    return g_strdup_printf (_ ("%s trial answers, %s of an unknown unit"), answers, unknown);
  return g_strdup_printf (_ ("%s trial answers of %s units, all recognised; they never count"),
                          answers, units);
}

static char *
dup_title (const KsOverview *overview, KsReadyItem item)
{
  const KsReadyLine *line = &overview->ready.lines[item];

  switch (item)
    {
    case KS_READY_STAFF:
      return dup_staff_title (overview);
    case KS_READY_CONTACTS:
      return dup_of (_ ("Working groups with a contact"), line->n, line->whole);
    case KS_READY_FORM:
      return g_strdup (line->n > 0 ? _ ("The questionnaire is loaded")
                                   : _ ("The questionnaire stands in for the official one"));
    case KS_READY_LINK:
      return dup_of (_ ("Links set, and tried with a phone"), line->n, line->whole);
    case KS_READY_SETTINGS:
      return g_strdup (_ ("The form: no e-mail, no sign-in, unit filled in"));
    case KS_READY_CODES:
      return dup_of (_ ("QR codes checked"), line->n, line->whole);
    case KS_READY_SENT:
      return dup_of (_ ("Packs sent to districts"), line->n, line->whole);
    case KS_READY_RECEIVED:
      return dup_of (_ ("Working groups that have their code"), line->n, line->whole);
    case KS_READY_TRIAL:
      return dup_of (_ ("Links tried by a trial answer"), line->n, line->whole);
    case KS_N_READY:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_detail (const KsOverview *overview, KsReadyItem item)
{
  const KsReadyLine *line = &overview->ready.lines[item];

  switch (item)
    {
    case KS_READY_STAFF:
      return dup_staff_detail (overview);
    case KS_READY_FORM:
      return g_strdup (line->n > 0 ? _ ("It is the one that answers are read by")
                                   : _ ("Load the official one before answers come"));
    case KS_READY_LINK:
      return dup_link_detail (overview);
    case KS_READY_SETTINGS:
      return dup_settings_detail (overview);
    case KS_READY_CODES:
      return dup_codes_detail (overview);
    case KS_READY_RECEIVED:
      return dup_received_detail (overview);
    case KS_READY_TRIAL:
      return dup_trial_detail (overview);
    case KS_READY_CONTACTS:
    case KS_READY_SENT:
    case KS_N_READY:
    default:
      return dup_missing (line);
    }
}

/* The verb of a row that is not done. */
typedef struct
{
  const char *verb;
  const char *action; /* detailed */
} RowVerb;

static const RowVerb verbs[KS_N_READY] = {
  [KS_READY_STAFF] = { N_ ("Add…"), "page.show(('units', ''))" },
  [KS_READY_CONTACTS] = { N_ ("Add…"), "page.show(('units', ''))" },
  [KS_READY_FORM] = { N_ ("Load…"), "page.show(('form', ''))" },
  [KS_READY_LINK] = { N_ ("Set…"), "page.show(('codes', ''))" },
  [KS_READY_SETTINGS] = { N_ ("Confirm…"), "page.confirm-form" },
  [KS_READY_CODES] = { N_ ("Check…"), "page.show(('codes', ''))" },
  [KS_READY_SENT] = { N_ ("Record…"), "page.record('sent')" },
  [KS_READY_RECEIVED] = { N_ ("Record…"), "page.record('received')" },
  [KS_READY_TRIAL] = { N_ ("Import…"), "win.import" },
};

static void
add_verb (AdwActionRow *row, KsReadyItem item, const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (_ (verbs[item].verb));
  g_autofree char *name = g_strdup_printf ("%s %s", _ (verbs[item].verb), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  ks_actionable_set_action (GTK_ACTIONABLE (button), verbs[item].action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (row, button);
}

/* The day stands behind what it belongs to. (transfer full) detail */
static char *
add_date (char *detail, KsMoment when)
{
  g_autofree char *before = detail;
  g_autofree char *day = when != KS_MOMENT_NONE ? ks_day_format (ks_moment_get_day (when)) : NULL;

  return day != NULL ? g_strdup_printf ("%s · %s", before, day) : g_steal_pointer (&before);
}

static void
add_line (KsTitledList *list, const KsOverview *overview, KsReadyItem item)
{
  static const struct
  {
    const char *icon;
    const char *css_class;
  } marks[] = {
    [KS_READY_DONE] = { "emblem-ok-symbolic", "done" },
    [KS_READY_NEEDED] = { "dialog-warning-symbolic", "needed" },
    [KS_READY_OPEN] = { "radio-symbolic", "open" },
  };
  const KsReadyLine *line = &overview->ready.lines[item];
  g_autofree char *title = dup_title (overview, item);
  g_autofree char *detail = add_date (dup_detail (overview, item), line->when);
  AdwActionRow *row
      = ks_titled_list_add (list, marks[line->state].icon, title, detail, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (row), marks[line->state].css_class);
  if (line->state != KS_READY_DONE)
    add_verb (row, item, title);
}

/**
 * ks_before_rows_fill_checklist:
 * @list: where to
 * @overview: where the campaign stands
 *
 * Lists what must be ready before the day of the survey.
 */
void
ks_before_rows_fill_checklist (KsTitledList *list, const KsOverview *overview)
{
  g_autofree char *note
      = g_strdup_printf (_ ("%u/%u done"), overview->ready.n_done, (guint)KS_N_READY);

  ks_titled_list_clear (list);
  for (guint i = 0; i < KS_N_READY; i++)
    add_line (list, overview, (KsReadyItem)i);
  ks_titled_list_set_note (list, note);
}

/* "7 giờ 30" of a day; its end is 24 giờ 00. */
static char *
dup_hour (int minute)
{
  return g_strdup_printf (_ ("%d:%02d"), minute / 60, minute % 60);
}

static void
add_moment (KsTitledList *list, const char *hour, const char *words)
{
  AdwActionRow *row = ks_titled_list_add (list, NULL, words, "", NULL);
  GtkWidget *label = gtk_label_new (hour);

  gtk_widget_add_css_class (GTK_WIDGET (row), "moment");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  adw_action_row_add_prefix (row, label);
}

static void
add_minute (KsTitledList *list, int minute, const char *words)
{
  g_autofree char *hour = dup_hour (minute);

  add_moment (list, hour, words);
}

static void
add_limit (KsTitledList *list, const KsAttentionRules *rules, KsAttentionRuleId id)
{
  const KsAttentionRule *rule = &rules->rules[id];
  g_autofree char *words = g_strdup_printf (_ ("Remind units below %d%%"), rule->percent);

  if (rule->on)
    add_minute (list, rule->minute, words);
}

static int
count_minutes (const KsCampaignInfo *info, KsMoment moment)
{
  return (int)((moment - ks_day_get_start (info->day)) / MINUTE);
}

/* The end of another day is told with its date. */
static void
add_end (KsTitledList *list, const KsCampaignInfo *info)
{
  int minute = count_minutes (info, info->to);
  g_autofree char *day = ks_day_format (ks_moment_get_day (info->to - 1));
  g_autofree char *words = g_strdup_printf (_ ("The survey ends, on %s"), day);

  if (minute <= 24 * MINUTE)
    add_minute (list, minute, _ ("The survey ends"));
  else
    add_minute (list,
                (int)((info->to - 1 - ks_day_get_start (ks_moment_get_day (info->to - 1))) / MINUTE)
                    + 1,
                words);
}

/**
 * ks_before_rows_fill_moments:
 * @list: where to
 * @rules: whom to remind when
 * @info: the campaign
 *
 * Lists the hours of the day: when the survey begins and ends, and when which units are reminded.
 */
void
ks_before_rows_fill_moments (KsTitledList *list,
                             const KsAttentionRules *rules,
                             const KsCampaignInfo *info)
{
  ks_titled_list_clear (list);
  add_minute (list, MAX (count_minutes (info, info->from), 0), _ ("The survey begins"));
  add_limit (list, rules, KS_ATTENTION_RULE_FIRST_LIMIT);
  add_limit (list, rules, KS_ATTENTION_RULE_SECOND_LIMIT);
  add_end (list, info);
}
