/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-compare-rounds.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-history.h"
#include "ks-i18n.h"
#include "ks-results.h"
#include "ks-units-as-of.h"

/**
 * ks_round_free:
 * @self: (transfer full) (nullable): a group
 */
void
ks_round_free (KsRound *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->now);
  g_ptr_array_unref (self->earlier);
  g_free (self);
}

/**
 * ks_round_join_codes:
 * @units: (element-type KsUnit): units of a group
 *
 * Returns: (transfer full): their codes, joined by "+"
 */
char *
ks_round_join_codes (GPtrArray *units)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "+" : "", ks_unit_get_code (units->pdata[i]));
  return g_string_free (text, FALSE);
}

static KsRound *
round_new (void)
{
  KsRound *self = g_new0 (KsRound, 1);

  self->now = g_ptr_array_new_with_free_func (g_object_unref);
  self->earlier = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static void
add_now (KsRound *self, KsUnit *unit, KsResults *results)
{
  g_ptr_array_add (self->now, g_object_ref (unit));
  self->staff_now += ks_unit_get_staff_in_scope (unit);
  self->answers_now += ks_results_get_unit_answers (results, unit);
}

static void
add_earlier (KsRound *self, KsUnit *unit, KsResults *results)
{
  g_ptr_array_add (self->earlier, g_object_ref (unit));
  self->staff_earlier += ks_unit_get_staff_in_scope (unit);
  self->answers_earlier += ks_results_get_unit_answers (results, unit);
}

static void
merge_into (KsRound *self, KsRound *other, GHashTable *by_code)
{
  for (guint i = 0; i < other->now->len; i++)
    g_ptr_array_add (self->now, g_object_ref (other->now->pdata[i]));
  for (guint i = 0; i < other->earlier->len; i++)
    {
      g_ptr_array_add (self->earlier, g_object_ref (other->earlier->pdata[i]));
      g_hash_table_insert (by_code, (char *) ks_unit_get_code (other->earlier->pdata[i]), self);
    }
  self->staff_now += other->staff_now;
  self->answers_now += other->answers_now;
  self->staff_earlier += other->staff_earlier;
  self->answers_earlier += other->answers_earlier;
}

typedef struct
{
  GPtrArray *rounds;
  GHashTable *by_code; /* code of an earlier unit, owned by the unit → its group */
  KsResults *now;
  KsResults *earlier;
} Comparison;

/* An origin that another group has already joins both groups. */
static void
join_origin (Comparison *self, KsRound *round, const char *code)
{
  KsUnit *unit = ks_registry_lookup (ks_results_get_registry (self->earlier), code);
  KsRound *other = g_hash_table_lookup (self->by_code, code);

  if (other == round || (other == NULL && unit == NULL))
    return;
  if (other == NULL)
    {
      add_earlier (round, unit, self->earlier);
      g_hash_table_insert (self->by_code, (char *) ks_unit_get_code (unit), round);
      return;
    }
  merge_into (round, other, self->by_code);
  g_ptr_array_remove (self->rounds, other);
}

static void
add_present (Comparison *self, GPtrArray *events, KsDay day, KsDay earlier_day)
{
  KsRegistry *registry = ks_results_get_registry (self->now);

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      g_autoptr (GPtrArray) codes
          = ks_history_follow (events, ks_unit_get_code (unit), day, earlier_day);
      KsRound *round = round_new ();

      add_now (round, unit, self->now);
      for (guint k = 0; k < codes->len; k++)
        join_origin (self, round, codes->pdata[k]);
      g_ptr_array_add (self->rounds, round);
    }
}

static void
add_gone (Comparison *self)
{
  KsRegistry *registry = ks_results_get_registry (self->earlier);

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      KsRound *round;

      if (g_hash_table_contains (self->by_code, ks_unit_get_code (unit)))
        continue;
      round = round_new ();
      add_earlier (round, unit, self->earlier);
      g_ptr_array_add (self->rounds, round);
    }
}

static gboolean
check_days (KsDay day, KsDay earlier_day, GError **error)
{
  if (earlier_day <= day)
    return TRUE;
  g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                       _ ("The survey to compare with is the later one. Name the earlier survey "
                          "after the later."));
  return FALSE;
}

/* A survey is no earlier one than itself, under whatever file name. */
static gboolean
check_other (const KsCampaignInfo *info, const KsCampaignInfo *earlier, GError **error)
{
  if (info->day != earlier->day || memcmp (info->key, earlier->key, sizeof info->key) != 0)
    return TRUE;
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
               _ ("“%s” is the survey to compare itself. Name the file of an earlier one."),
               earlier->title);
  return FALSE;
}

static gboolean
check_common (GPtrArray *rounds, const KsCampaignInfo *earlier, GError **error)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      const KsRound *round = rounds->pdata[i];

      if (round->now->len > 0 && round->earlier->len > 0)
        return TRUE;
    }
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
               _ ("No unit of the earlier survey “%s” is one of this survey or became one: its codes "
                  "are others. Name a survey of the same province, or enter merges and renames with "
                  "the units first."),
               earlier->title);
  return FALSE;
}

/**
 * ks_compare_rounds:
 * @now: the later survey, whose registry knows the events between the two
 * @earlier: the earlier survey
 * @error: return location for an error
 *
 * Holds participation of two surveys against each other, over merges, splits and renames: what
 * became of a unit is told by events alone. Every unit of both surveys is in exactly one group, so
 * that the sums stay those of the surveys.
 *
 * Returns: (transfer full) (element-type KsRound): the groups in the order of the later registry,
 * those that are not asked any more last; %NULL with @error set
 */
GPtrArray *
ks_compare_rounds (KsCampaign *now, KsCampaign *earlier, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (now);
  g_autoptr (KsCampaignInfo) earlier_info = ks_campaign_dup_info (earlier);
  g_autoptr (KsResults) results = NULL;
  g_autoptr (KsResults) earlier_results = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_round_free);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  Comparison self;

  if (!check_days (info->day, earlier_info->day, error)
      || !check_other (info, earlier_info, error))
    return NULL;
  results = ks_results_load (now, error);
  earlier_results = results != NULL ? ks_results_load (earlier, error) : NULL;
  events = earlier_results != NULL ? ks_events_load (now, error) : NULL;
  if (events == NULL)
    return NULL;
  self = (Comparison){ rounds, by_code, results, earlier_results };
  add_present (&self, events, info->day, earlier_info->day);
  add_gone (&self);
  return check_common (rounds, earlier_info, error) ? g_steal_pointer (&rounds) : NULL;
}
