/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-figures-private.h"

#include "ks-batch-table.h"
#include "ks-finding-table.h"
#include "ks-setting-table.h"

G_DEFINE_FINAL_TYPE (KsDayFigures, ks_day_figures, G_TYPE_OBJECT)

static void
ks_day_figures_finalize (GObject *object)
{
  KsDayFigures *self = KS_DAY_FIGURES (object);

  g_clear_object (&self->registry);
  g_clear_pointer (&self->arrivals, ks_arrivals_free);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_free (self->units);
  g_free (self->districts);
  G_OBJECT_CLASS (ks_day_figures_parent_class)->finalize (object);
}

static void
ks_day_figures_class_init (KsDayFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_day_figures_finalize;
}

static void
ks_day_figures_init (KsDayFigures *self)
{
}

static void
take_info (KsDayFigures *self, KsCampaign *campaign)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);

  self->registry = ks_campaign_dup_registry (campaign);
  self->day = info->day;
  self->from = info->from;
  self->to = info->to;
}

/* An older file than its newest answer cannot tell of what came after it; answers without a time
 * are known by their files alone. */
static gboolean
find_as_of (KsDayFigures *self, KsTransaction *tx, KsMoment newest, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batch_table_load (tx, error);
  KsMoment file_time = KS_MOMENT_NONE;

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const KsBatch *batch = g_ptr_array_index (batches, i);

      if (g_str_equal (batch->state, "in") && batch->counted > 0)
        file_time = MAX (file_time, ks_batch_get_known (batch));
    }
  self->as_of = newest == KS_MOMENT_NONE      ? file_time
                : file_time != KS_MOMENT_NONE ? MIN (newest, file_time)
                                              : newest;
  return batches != NULL;
}

/* What is asked about a moment is told as of it, but never later than anything is known. What was
 * before the last import is kept; it is past once that import was withdrawn. */
static gboolean
load_arrivals (KsDayFigures *self, KsTransaction *tx, KsMoment at, KsMoment previous, KsJob *job,
               GError **error)
{
  g_autoptr (KsArrivals) kept = ks_arrivals_load (tx, self->registry, error);

  if (kept == NULL || !find_as_of (self, tx, ks_arrivals_get_newest (kept), error))
    return FALSE;
  if (at != KS_MOMENT_NONE)
    self->as_of = MIN (self->as_of, at);
  if (at == KS_MOMENT_NONE && previous == KS_MOMENT_NONE)
    self->arrivals = g_steal_pointer (&kept);
  else
    self->arrivals = ks_arrivals_scan (tx, self->registry, at != KS_MOMENT_NONE ? at : G_MAXINT64,
                                       previous, job, error);
  if (self->arrivals != NULL && self->arrivals->previous < self->as_of)
    self->previous = self->arrivals->previous;
  return self->arrivals != NULL;
}

static gboolean
load_work (KsDayFigures *self, KsTransaction *tx, KsMoment at, GError **error)
{
  g_autoptr (GPtrArray) posts = NULL;
  g_autofree KsUnitWork *works = NULL;

  self->reports = ks_work_table_load_reports (tx, error);
  posts = self->reports != NULL ? ks_work_table_load_post_days (tx, NULL, error) : NULL;
  if (posts == NULL)
    return FALSE;
  works = ks_unit_work_sum (self->registry, self->reports, posts, self->day,
                            at != KS_MOMENT_NONE ? at : G_MAXINT64);
  for (guint i = 0; i < ks_day_figures_get_n_units (self); i++)
    self->units[i].work = works[i];
  return TRUE;
}

static void
fill_units (KsDayFigures *self)
{
  self->units = g_new0 (KsDayUnit, ks_day_figures_get_n_units (self) + 1);
  for (guint i = 0; i < ks_day_figures_get_n_units (self); i++)
    {
      KsDayUnit *unit = &self->units[i];
      const KsArrival *arrival = &self->arrivals->units[i];

      unit->unit = ks_registry_get_unit (self->registry, i);
      unit->staff = ks_unit_get_staff_in_scope (unit->unit);
      unit->answers = arrival->answers;
      unit->answers_before = self->previous != KS_MOMENT_NONE ? arrival->before : arrival->answers;
      unit->last = arrival->newest;
    }
}

/* What contradicts: more answers than staff, and the report; each is decided by itself. */
typedef struct {
  gboolean over;
  gboolean report;
} Contradiction;

static Contradiction
find_contradiction (const KsDayUnit *unit)
{
  gint64 reported = ks_day_unit_get_reported (unit);

  return (Contradiction){
    .over = unit->staff > 0 && unit->answers > unit->staff,
    .report = unit->staff > 0 && reported >= 0
              && ks_counts_report_differs (unit->staff, reported, unit->answers),
  };
}

/* A decision stands for the figures that it was made on. */
static void
settle (Contradiction *open, const KsDayUnit *unit, const KsFinding *finding)
{
  if (ks_finding_settles_excess (finding, unit->answers - unit->staff))
    open->over = FALSE;
  if (finding->kind == KS_FINDING_RECONCILE && !ks_finding_is_open (finding)
      && finding->numbers[0] == unit->staff && finding->numbers[2] == unit->answers
      && finding->numbers[1] == ks_day_unit_get_reported (unit))
    open->report = FALSE;
}

static Contradiction *
reconcile_units (KsDayFigures *self)
{
  Contradiction *open = g_new0 (Contradiction, ks_day_figures_get_n_units (self) + 1);

  for (guint i = 0; i < ks_day_figures_get_n_units (self); i++)
    {
      KsDayUnit *unit = &self->units[i];

      unit->counts
          = ks_counts_compare (unit->staff, ks_day_unit_get_reported (unit), unit->answers);
      open[i] = find_contradiction (unit);
    }
  return open;
}

/* Whatever was not looked for yet is seen here; any other open finding of the unit itself leaves its
 * figures open, too. */
static gboolean
mark_checking (KsDayFigures *self, KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) findings = ks_finding_table_load (tx, error);
  g_autofree Contradiction *open = reconcile_units (self);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const KsFinding *finding = g_ptr_array_index (findings, i);
      KsUnit *unit = ks_finding_kind_is_of_unit (finding->kind)
                         ? ks_registry_lookup (self->registry, finding->unit)
                         : NULL;
      guint index = unit != NULL ? ks_unit_get_index (unit) : ks_day_figures_get_n_units (self);

      if (unit == NULL)
        continue;
      settle (&open[index], &self->units[index], finding);
      self->units[index].checking |= ks_finding_is_open (finding);
    }
  for (guint i = 0; i < ks_day_figures_get_n_units (self); i++)
    {
      self->units[i].unsettled = open[i].over || open[i].report;
      self->units[i].checking |= self->units[i].unsettled;
    }
  self->examined = findings != NULL && ks_finding_table_is_fresh (tx);
  return findings != NULL;
}

static void
judge_units (KsDayFigures *self, KsMoment at)
{
  self->limit = ks_attention_rules_get_limit (&self->rules, self->day, at);
  for (guint i = 0; i < ks_day_figures_get_n_units (self); i++)
    {
      KsDayUnit *unit = &self->units[i];
      KsAttentionCase known = { unit->staff, unit->answers, unit->work.reported };

      unit->attention = ks_attention_rules_judge (&self->rules, &known, self->day, at);
    }
}

static void
add_unit (KsDayDistrict *sum, const KsDayUnit *unit)
{
  sum->n_units++;
  sum->staff += unit->staff;
  sum->answers += unit->answers;
  sum->answers_before += unit->answers_before;
  sum->n_no_answer += unit->answers == 0;
  sum->n_below += (unit->attention & KS_ATTENTION_BELOW) != 0;
  sum->n_over += unit->staff > 0 && unit->answers > unit->staff;
  sum->n_checking += unit->checking;
  sum->n_reported += unit->work.reported;
}

static void
sum_up (KsDayFigures *self)
{
  guint n_districts = ks_registry_get_n_districts (self->registry);

  self->districts = g_new0 (KsDayDistrict, n_districts + 1);
  self->province = (KsDayDistrict){ .code = "", .name = "Toàn tỉnh" };
  for (guint i = 0; i < n_districts; i++)
    {
      const KsDistrict *district = ks_registry_get_district (self->registry, i);
      KsDayDistrict *sum = &self->districts[i];

      *sum = (KsDayDistrict){ .code = district->code, .name = district->name,
                              .first = district->first };
      for (guint j = 0; j < district->n_units; j++)
        {
          add_unit (sum, &self->units[district->first + j]);
          add_unit (&self->province, &self->units[district->first + j]);
        }
    }
}

static KsDayDistrict *
find_district (KsDayFigures *self, const char *code)
{
  for (guint i = 0; i < ks_registry_get_n_districts (self->registry); i++)
    if (g_str_equal (self->districts[i].code, code))
      return &self->districts[i];
  return NULL;
}

/* Oldest first: the last one stays. */
static gboolean
load_calls (KsDayFigures *self, KsTransaction *tx, KsMoment at, GError **error)
{
  self->calls = ks_call_table_load (tx, NULL, error);
  for (guint i = 0; self->calls != NULL && i < self->calls->len; i++)
    {
      const KsCall *call = self->calls->pdata[i];
      KsUnit *unit = call->district ? NULL : ks_registry_lookup (self->registry, call->code);
      KsDayUnit *row = unit != NULL ? &self->units[ks_unit_get_index (unit)] : NULL;
      KsDayDistrict *district = call->district ? find_district (self, call->code) : NULL;

      if (at != KS_MOMENT_NONE && call->called > at)
        break;
      if (row != NULL)
        {
          row->call = call;
          row->n_calls++;
        }
      if (district != NULL)
        {
          district->call = call;
          district->n_calls++;
        }
    }
  return self->calls != NULL;
}

/* The newest figures are judged by the hour that it is, those of a moment by that moment. */
static KsMoment
get_judged_at (KsDayFigures *self, KsCampaign *campaign, KsMoment at)
{
  return at != KS_MOMENT_NONE ? at : MAX (self->as_of, ks_campaign_now (campaign));
}

/**
 * ks_day_figures_load:
 * @campaign: a campaign
 * @at: the last second that is told of; %KS_MOMENT_NONE: all that is known, by the hour that it is
 * @previous: an earlier moment to compare with; %KS_MOMENT_NONE: with @at none either, what there
 *   was before the last import, else nothing
 * @job: (nullable): stops it; a moment that is asked for means to read every answer, else the cost
 *   follows the units
 * @error: return location for an error
 *
 * Reads who took part; participation alone, never an answer. To be called off the main thread.
 *
 * Returns: (transfer full): a snapshot, or %NULL with @error set
 */
KsDayFigures *
ks_day_figures_load (KsCampaign *campaign, KsMoment at, KsMoment previous, KsJob *job,
                     GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (KsDayFigures) self = NULL;

  if (tx == NULL)
    return NULL;
  self = g_object_new (KS_TYPE_DAY_FIGURES, NULL);
  self->at = at;
  self->previous = KS_MOMENT_NONE;
  take_info (self, campaign);
  self->rules = ks_setting_table_get_attention (tx);
  if (!load_arrivals (self, tx, at, previous, job, error))
    return NULL;
  fill_units (self);
  if (!load_work (self, tx, at, error) || !mark_checking (self, tx, error))
    return NULL;
  judge_units (self, get_judged_at (self, campaign, at));
  sum_up (self);
  if (!load_calls (self, tx, at, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ks_day_unit_get_reported:
 * @unit: a unit of figures of the day
 *
 * Returns: how many answers its working group reported; -1: it did not tell
 */
gint64
ks_day_unit_get_reported (const KsDayUnit *unit)
{
  return unit->work.reported ? unit->work.report->answered : KS_COUNT_NONE;
}

/**
 * ks_day_figures_get_registry:
 * @self: figures
 *
 * Returns: (transfer none): the units that they are of
 */
KsRegistry *
ks_day_figures_get_registry (KsDayFigures *self)
{
  return self->registry;
}

/**
 * ks_day_figures_get_day:
 * @self: figures
 *
 * Returns: the day of the survey
 */
KsDay
ks_day_figures_get_day (KsDayFigures *self)
{
  return self->day;
}

/**
 * ks_day_figures_get_as_of:
 * @self: figures
 *
 * Returns: the moment up to which they speak: of the newest answer, or the one that was asked for;
 *   %KS_MOMENT_NONE: nothing came in
 */
KsMoment
ks_day_figures_get_as_of (KsDayFigures *self)
{
  return self->as_of;
}

/**
 * ks_day_figures_dup_as_of:
 * @self: figures
 *
 * Returns: (transfer full): what every print and copy says: "Số liệu tính đến 15 giờ 00 ngày
 *   01/4/2024". Vietnamese data
 */
char *
ks_day_figures_dup_as_of (KsDayFigures *self)
{
  g_autofree char *moment = ks_moment_format (self->as_of);

  return self->as_of == KS_MOMENT_NONE ? g_strdup ("Chưa có phiếu trả lời nào được nhập")
                                       : g_strdup_printf ("Số liệu tính đến %s", moment);
}

/**
 * ks_day_figures_get_previous:
 * @self: figures
 *
 * Returns: the moment that they are compared with; %KS_MOMENT_NONE: none
 */
KsMoment
ks_day_figures_get_previous (KsDayFigures *self)
{
  return self->previous;
}

/**
 * ks_day_figures_get_limit:
 * @self: figures
 *
 * Returns: how many percent of its staff a unit should have reached; 0: nothing is asked for yet
 */
int
ks_day_figures_get_limit (KsDayFigures *self)
{
  return self->limit;
}

/**
 * ks_day_figures_get_n_units:
 * @self: figures
 *
 * Returns: how many units the registry has
 */
guint
ks_day_figures_get_n_units (KsDayFigures *self)
{
  return ks_registry_get_n_units (self->registry);
}

/**
 * ks_day_figures_get_unit:
 * @self: figures
 * @index: of a unit in their registry
 *
 * Returns: (transfer none): its figures
 */
const KsDayUnit *
ks_day_figures_get_unit (KsDayFigures *self, guint index)
{
  g_return_val_if_fail (index < ks_day_figures_get_n_units (self), NULL);

  return &self->units[index];
}

/**
 * ks_day_figures_get_districts:
 * @self: figures
 * @n_districts: (out): how many
 *
 * Returns: (transfer none) (array length=n_districts): the districts in the office's order
 */
const KsDayDistrict *
ks_day_figures_get_districts (KsDayFigures *self, guint *n_districts)
{
  *n_districts = ks_registry_get_n_districts (self->registry);
  return self->districts;
}

/**
 * ks_day_figures_lookup_district:
 * @self: figures
 * @code: of a district; empty for the province
 *
 * Returns: (transfer none) (nullable): its figures
 */
const KsDayDistrict *
ks_day_figures_lookup_district (KsDayFigures *self, const char *code)
{
  return code[0] == '\0' ? &self->province : find_district (self, code);
}

/**
 * ks_day_figures_get_province:
 * @self: figures
 *
 * Returns: (transfer none): the figures of all units together
 */
const KsDayDistrict *
ks_day_figures_get_province (KsDayFigures *self)
{
  return &self->province;
}
