/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-attention.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-model-error.h"

#define MINUTES_PER_DAY 1440
/* A deadline may lie some days after the survey, a limit above what a unit can reach may not. */
#define LAST_MINUTE (14 * MINUTES_PER_DAY)
#define MOST_PERCENT 100

static const struct
{
  const char *id;
  gboolean has_limit;
  gboolean has_hour;
  KsAttentionRule usual;
} kinds[KS_N_ATTENTION_RULES] = {
  [KS_ATTENTION_RULE_NO_ANSWER] = { "no_answer", FALSE, TRUE, { TRUE, 0, 0 } },
  [KS_ATTENTION_RULE_FIRST_LIMIT] = { "first_limit", TRUE, TRUE, { TRUE, 12 * 60, 50 } },
  [KS_ATTENTION_RULE_SECOND_LIMIT] = { "second_limit", TRUE, TRUE, { TRUE, 15 * 60, 80 } },
  [KS_ATTENTION_RULE_NO_REPORT] = { "no_report", FALSE, TRUE, { TRUE, MINUTES_PER_DAY, 0 } },
  [KS_ATTENTION_RULE_OVER_STAFF] = { "over_staff", FALSE, FALSE, { TRUE, 0, 0 } },
};

/* The order of the flags. */
static const char *const ids[KS_N_ATTENTIONS] = { "no_answer", "below", "no_report", "over_staff" };

/**
 * ks_attention_rules_init:
 * @self: (out caller-allocates): rules
 *
 * Sets the usual rules: no answer yet; under 50% from noon and under 80% from 15:00 of the day; no
 * report at its end; more answers than officials.
 */
void
ks_attention_rules_init (KsAttentionRules *self)
{
  for (guint i = 0; i < KS_N_ATTENTION_RULES; i++)
    self->rules[i] = kinds[i].usual;
}

/**
 * ks_attention_rules_equal:
 * @self: rules
 * @other: rules
 *
 * Returns: whether they are the same
 */
gboolean
ks_attention_rules_equal (const KsAttentionRules *self, const KsAttentionRules *other)
{
  for (guint i = 0; i < KS_N_ATTENTION_RULES; i++)
    if (self->rules[i].on != other->rules[i].on || self->rules[i].minute != other->rules[i].minute
        || self->rules[i].percent != other->rules[i].percent)
      return FALSE;
  return TRUE;
}

/**
 * ks_attention_rule_to_id:
 * @rule: a rule
 *
 * Returns: its name in settings and on the command line
 */
const char *
ks_attention_rule_to_id (KsAttentionRuleId rule)
{
  return kinds[rule].id;
}

/**
 * ks_attention_rule_dup_setting:
 * @rules: rules
 * @rule: one of them
 *
 * Returns: (transfer full): how it is set: "off", "on", "24:00", "50%@12:00"
 */
char *
ks_attention_rule_dup_setting (const KsAttentionRules *rules, KsAttentionRuleId rule)
{
  const KsAttentionRule *self = &rules->rules[rule];
  g_autofree char *hour = g_strdup_printf ("%02d:%02d", self->minute / 60, self->minute % 60);

  if (!self->on)
    return g_strdup ("off");
  if (!kinds[rule].has_hour)
    return g_strdup ("on");
  return kinds[rule].has_limit ? g_strdup_printf ("%d%%@%s", self->percent, hour)
                               : g_steal_pointer (&hour);
}

/**
 * ks_attention_rules_to_text:
 * @self: rules
 *
 * Returns: (transfer full): all of them, parted by commas, as ks_attention_rules_parse() reads them
 */
char *
ks_attention_rules_to_text (const KsAttentionRules *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < KS_N_ATTENTION_RULES; i++)
    {
      g_autofree char *setting = ks_attention_rule_dup_setting (self, i);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? "," : "", kinds[i].id, setting);
      /* What is off keeps its hour, so that on brings it back. */
      if (!self->rules[i].on && kinds[i].has_hour)
        {
          KsAttentionRules on = *self;
          g_autofree char *kept = NULL;

          on.rules[i].on = TRUE;
          kept = ks_attention_rule_dup_setting (&on, i);
          g_string_append_printf (text, ":%s", kept);
        }
    }
  return g_string_free (text, FALSE);
}

/* A count of one to @most digits; moves @text behind it. */
static gboolean
read_number (const char **text, guint most, int *number)
{
  guint n = 0;

  for (*number = 0; n < most && g_ascii_isdigit (**text); n++, (*text)++)
    *number = 10 * *number + g_ascii_digit_value (**text);
  return n > 0;
}

static gboolean
read_hour (const char *text, int *minute)
{
  int hours, minutes;

  if (!read_number (&text, 3, &hours) || *text++ != ':' || !read_number (&text, 2, &minutes)
      || *text != '\0' || minutes > 59 || 60 * hours + minutes > LAST_MINUTE)
    return FALSE;
  *minute = 60 * hours + minutes;
  return TRUE;
}

static gboolean
read_limit (const char *text, KsAttentionRule *rule)
{
  int percent;

  if (!read_number (&text, 3, &percent) || percent < 1 || percent > MOST_PERCENT)
    return FALSE;
  if (*text == '%')
    text++;
  if (*text++ != '@' || !read_hour (text, &rule->minute))
    return FALSE;
  rule->percent = percent;
  return TRUE;
}

static gboolean
read_setting (KsAttentionRuleId id, const char *text, KsAttentionRule *rule)
{
  KsAttentionRule read = *rule;
  gboolean ok;

  read.on = !g_str_has_prefix (text, "off");
  if (g_str_equal (text, "on") || g_str_equal (text, "off"))
    ok = TRUE;
  else if (!kinds[id].has_hour)
    ok = FALSE;
  else
    {
      if (g_str_has_prefix (text, "off:"))
        text += strlen ("off:");
      ok = kinds[id].has_limit ? read_limit (text, &read) : read_hour (text, &read.minute);
    }
  if (ok)
    *rule = read;
  return ok;
}

static gboolean
refuse (const char *text, GError **error)
{
  g_set_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID,
               _ ("“%s” is no rule of attention. Write one as no_answer=08:00, first_limit=50%%@12:00, "
                  "second_limit=80%%@15:00, no_report=24:00 (hours from the beginning of the day) or "
                  "over_staff=on; “off” turns a rule off."),
               text);
  return FALSE;
}

/**
 * ks_attention_rules_set:
 * @self: rules
 * @text: a rule and its setting: "first_limit=50%@12:00", "no_report=off"
 * @error: return location for an error
 *
 * Sets one rule.
 *
 * Returns: %FALSE with @error set; @self is then as it was
 */
gboolean
ks_attention_rules_set (KsAttentionRules *self, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');

  for (guint i = 0; equals != NULL && i < KS_N_ATTENTION_RULES; i++)
    if (strlen (kinds[i].id) == (gsize) (equals - text) && g_str_has_prefix (text, kinds[i].id)
        && read_setting (i, equals + 1, &self->rules[i]))
      return TRUE;
  return refuse (text, error);
}

/**
 * ks_attention_rules_parse:
 * @self: rules that others than those named keep
 * @text: rules parted by commas
 * @error: return location for an error
 *
 * Reads what ks_attention_rules_to_text() wrote.
 *
 * Returns: %FALSE with @error set; @self is then as it was
 */
gboolean
ks_attention_rules_parse (KsAttentionRules *self, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  KsAttentionRules read = *self;

  for (guint i = 0; parts[i] != NULL; i++)
    if (!ks_attention_rules_set (&read, g_strstrip (parts[i]), error))
      return FALSE;
  *self = read;
  return TRUE;
}

static KsMoment
get_start (const KsAttentionRule *rule, KsDay day)
{
  return ks_day_get_start (day) + 60 * (KsMoment) rule->minute;
}

static gboolean
is_in_force (const KsAttentionRule *rule, KsDay day, KsMoment at)
{
  return rule->on && day != KS_DAY_NONE && at != KS_MOMENT_NONE && at >= get_start (rule, day);
}

/**
 * ks_attention_rules_get_limit:
 * @self: rules
 * @day: of the survey
 * @at: a moment
 *
 * Returns: how many percent of the staff a unit should have reached; 0: none is asked for yet
 */
int
ks_attention_rules_get_limit (const KsAttentionRules *self, KsDay day, KsMoment at)
{
  const KsAttentionRule *first = &self->rules[KS_ATTENTION_RULE_FIRST_LIMIT];
  const KsAttentionRule *second = &self->rules[KS_ATTENTION_RULE_SECOND_LIMIT];
  gboolean first_holds = is_in_force (first, day, at);
  gboolean second_holds = is_in_force (second, day, at);

  if (first_holds && second_holds)
    return first->minute > second->minute ? first->percent : second->percent;
  return first_holds ? first->percent : second_holds ? second->percent : 0;
}

/**
 * ks_attention_rules_judge:
 * @self: rules
 * @unit: what is known of a unit
 * @day: of the survey
 * @at: the moment that it is known at
 *
 * Returns: what of the unit asks for a call; without a staff count only that nothing came
 */
KsAttention
ks_attention_rules_judge (const KsAttentionRules *self, const KsAttentionCase *unit, KsDay day,
                          KsMoment at)
{
  int limit = ks_attention_rules_get_limit (self, day, at);
  guint attention = KS_ATTENTION_NONE;

  if (unit->answers == 0 && is_in_force (&self->rules[KS_ATTENTION_RULE_NO_ANSWER], day, at))
    attention |= KS_ATTENTION_NO_ANSWER;
  if (unit->staff > 0 && 100 * unit->answers < limit * unit->staff)
    attention |= KS_ATTENTION_BELOW;
  if (!unit->reported && is_in_force (&self->rules[KS_ATTENTION_RULE_NO_REPORT], day, at))
    attention |= KS_ATTENTION_NO_REPORT;
  if (unit->staff > 0 && unit->answers > unit->staff
      && self->rules[KS_ATTENTION_RULE_OVER_STAFF].on)
    attention |= KS_ATTENTION_OVER_STAFF;
  return (KsAttention) attention;
}

/**
 * ks_attention_rule_dup_sentence:
 * @rules: rules
 * @rule: one of them
 * @day: of the survey
 *
 * Returns: (transfer full): what the rule says, with its hour: "Under 50% from 12 giờ 00 ngày
 *   01/4/2024"
 */
char *
ks_attention_rule_dup_sentence (const KsAttentionRules *rules, KsAttentionRuleId rule, KsDay day)
{
  const KsAttentionRule *self = &rules->rules[rule];
  KsMoment moment = day != KS_DAY_NONE ? get_start (self, day) : KS_MOMENT_NONE;
  g_autofree char *start = ks_moment_format (moment);
  g_autofree char *end = ks_moment_format_end (moment);

  switch (rule)
    {
    case KS_ATTENTION_RULE_NO_ANSWER:
      return g_strdup_printf (_ ("No answer sheet yet, from %s on"), start);
    case KS_ATTENTION_RULE_FIRST_LIMIT:
    case KS_ATTENTION_RULE_SECOND_LIMIT:
      return g_strdup_printf (_ ("Under %d%% from %s on"), self->percent, start);
    case KS_ATTENTION_RULE_NO_REPORT:
      return g_strdup_printf (_ ("No report of the working group by %s"), end);
    case KS_ATTENTION_RULE_OVER_STAFF:
    default:
      return g_strdup (_ ("More answer sheets than officials in scope"));
    }
}

/**
 * ks_attention_to_id:
 * @attention: one flag
 *
 * Returns: its name in tables
 */
const char *
ks_attention_to_id (KsAttention attention)
{
  return ids[g_bit_nth_lsf (attention, -1)];
}
