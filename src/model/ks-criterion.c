/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-criterion.h"

#include <math.h>

#include "ks-i18n.h"
#include "ks-number.h"

/* How a measure is written. */
typedef enum
{
  MEASURE_SHARE,
  MEASURE_DIFFERENCE,
  MEASURE_HOURS,
  MEASURE_WAYS,
  MEASURE_DAYS,
  MEASURE_MARK,
} Measure;

typedef struct
{
  const char *id;
  const char *name;
  const char *source;
  double points; /* by default */
  double zero;
  double full;
  double low; /* the range of anchors */
  double high;
  double step;
  Measure measure;
  gboolean has_marks;
} Kind;

/* Anchors are fixed before anybody saw the data, never the least and the most of a set: there
 * adding one unit could turn two others round. */
static const Kind kinds[KS_N_CRITERION_KINDS] = {
  [KS_CRITERION_PARTICIPATION]
  = { "participation", N_ ("Participation"), N_ ("counted sheets and the number of officials"), 40,
      0.5, 1, 0, 1, 0.05, MEASURE_SHARE, FALSE },
  [KS_CRITERION_REPORT]
  = { "report", N_ ("Report on time"), N_ ("hour of the working group's report"), 20, 12, 0, -24,
      168, 1, MEASURE_HOURS, TRUE },
  [KS_CRITERION_AGREEMENT] = { "agreement", N_ ("Figures that agree"),
                               N_ ("the registry, the working group's report, the sheets received"),
                               0, 0.1, 0, 0, 1, 0.01, MEASURE_DIFFERENCE, FALSE },
  [KS_CRITERION_PUBLICITY]
  = { "publicity", N_ ("Publicity"), N_ ("the working group's report, by the 5 ways of the plan"),
      20, 0, 5, 0, 5, 1, MEASURE_WAYS, TRUE },
  [KS_CRITERION_POSTS]
  = { "posts", N_ ("Posts in the Zalo group"), N_ ("posts of the 7 days before the day"), 20, 0, 7,
      0, 7, 1, MEASURE_DAYS, TRUE },
  [KS_CRITERION_ORDER]
  = { "order", N_ ("Sheets in order"), N_ ("sheets of the unit that count, of all received"), 0,
      0.9, 1, 0, 1, 0.01, MEASURE_SHARE, FALSE },
  [KS_CRITERION_OWN]
  = { "own", N_ ("Own criterion"), N_ ("given by the office, 0 to 10, with a note"), 0, 0,
      KS_OWN_VALUE_MAX, 0, KS_OWN_VALUE_MAX, 1, MEASURE_MARK, FALSE },
  [KS_CRITERION_ANSWERS]
  = { "answers", N_ ("What the answers say"), N_ ("good opinions on the key question"), 0, 0, 1, 0,
      1, 0.05, MEASURE_SHARE, FALSE },
};

/**
 * ks_criterion_new:
 * @kind: a kind
 *
 * Returns: (transfer full): a criterion with its usual anchors and points
 */
KsCriterion *
ks_criterion_new (KsCriterionKind kind)
{
  KsCriterion *self = g_new0 (KsCriterion, 1);

  self->id = g_strdup (kinds[kind].id);
  self->kind = kind;
  self->name = g_strdup (_ (kinds[kind].name));
  self->points = kinds[kind].points;
  self->zero = kinds[kind].zero;
  self->full = kinds[kind].full;
  return self;
}

/**
 * ks_criterion_copy:
 * @self: a criterion
 *
 * Returns: (transfer full): the same
 */
KsCriterion *
ks_criterion_copy (const KsCriterion *self)
{
  KsCriterion *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  return copy;
}

/**
 * ks_criterion_equal:
 * @self: a criterion
 * @other: another
 *
 * Returns: whether a scale says the same with one and with the other
 */
gboolean
ks_criterion_equal (const KsCriterion *self, const KsCriterion *other)
{
  return self->kind == other->kind && g_str_equal (self->id, other->id)
         && g_str_equal (self->name, other->name) && self->points == other->points
         && self->zero == other->zero && self->full == other->full
         && !self->checked_only == !other->checked_only;
}

/**
 * ks_criterion_free:
 * @self: (nullable): a criterion
 *
 * Frees the criterion.
 */
void
ks_criterion_free (KsCriterion *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

/**
 * ks_criterion_grade:
 * @self: a criterion whose anchors differ
 * @value: what a unit did, in the unit of the measure; NaN: nothing
 *
 * Returns: 0…1, linear between the anchors, never more
 */
double
ks_criterion_grade (const KsCriterion *self, double value)
{
  g_return_val_if_fail (self->zero != self->full, 0);

  return isnan (value) ? 0 : CLAMP ((value - self->zero) / (self->full - self->zero), 0, 1);
}

/**
 * ks_criterion_kind_to_id:
 * @kind: a kind
 *
 * Returns: (transfer none): its name in files and commands
 */
const char *
ks_criterion_kind_to_id (KsCriterionKind kind)
{
  return kinds[kind].id;
}

/**
 * ks_criterion_kind_from_id:
 * @id: a name
 * @kind: (out): its kind
 *
 * Returns: %FALSE if there is none
 */
gboolean
ks_criterion_kind_from_id (const char *id, KsCriterionKind *kind)
{
  for (guint i = 0; i < KS_N_CRITERION_KINDS; i++)
    if (g_str_equal (id, kinds[i].id))
      {
        *kind = (KsCriterionKind)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_criterion_kind_has_marks:
 * @kind: a kind
 *
 * Returns: whether it rests on marks that an officer can check, see ks_verify_work()
 */
gboolean
ks_criterion_kind_has_marks (KsCriterionKind kind)
{
  return kinds[kind].has_marks;
}

/**
 * ks_criterion_kind_get_range:
 * @kind: a kind
 * @low: (out): the least that an anchor can be
 * @high: (out): the most
 * @step: (out) (optional): a sensible step between
 *
 * Tells which anchors make sense, in the unit of the measure.
 */
void
ks_criterion_kind_get_range (KsCriterionKind kind, double *low, double *high, double *step)
{
  *low = kinds[kind].low;
  *high = kinds[kind].high;
  if (step != NULL)
    *step = kinds[kind].step;
}

/**
 * ks_criterion_get_source:
 * @self: a criterion
 *
 * Returns: (transfer none): what data it rests on, for people
 */
const char *
ks_criterion_get_source (const KsCriterion *self)
{
  return _ (kinds[self->kind].source);
}

/**
 * ks_criterion_get_warning:
 * @self: a criterion
 *
 * Returns: (transfer none) (nullable): what whoever gives it points is told; %NULL: nothing
 */
const char *
ks_criterion_get_warning (const KsCriterion *self)
{
  if (self->kind != KS_CRITERION_ANSWERS)
    return NULL;
  return _ ("The commendation rewards the organising, not the opinion. Points for good opinions "
            "invite units to have sheets filled in for others, and say nothing of the work done.");
}

/* 24 giờ 00 of the day, 12 giờ 00 of the next. */
static char *
dup_hour_words (double value)
{
  int minutes = (int)lround (value * 60);
  int of_day = minutes <= 0 ? 24 * 60 + minutes : minutes % (24 * 60);
  int days = minutes <= 0 ? 0 : 1 + minutes / (24 * 60);
  g_autofree char *hour = g_strdup_printf (_ ("%d:%02d"), of_day / 60, of_day % 60);

  if (days == 0)
    return g_strdup_printf (_ ("%s of the day"), hour);
  if (days == 1)
    return g_strdup_printf (_ ("%s of the next day"), hour);
  return g_strdup_printf (_ ("%s, %d days later"), hour, days);
}

/**
 * ks_criterion_dup_value_words:
 * @self: a criterion
 * @value: in the unit of its measure
 *
 * Returns: (transfer full): the value as people say it: "50%", "12 giờ 00 hôm sau", "5 hình thức"
 */
char *
ks_criterion_dup_value_words (const KsCriterion *self, double value)
{
  g_autofree char *percent = ks_format_short (value * 100, 2);
  g_autofree char *number = ks_format_short (value, 2);

  switch (kinds[self->kind].measure)
    {
    case MEASURE_HOURS:
      return dup_hour_words (value);
    case MEASURE_WAYS:
      return g_strdup_printf (_ ("%s ways"), number);
    case MEASURE_DAYS:
      return g_strdup_printf (_ ("%s days"), number);
    case MEASURE_MARK:
      return g_steal_pointer (&number);
    case MEASURE_DIFFERENCE:
      return g_strdup_printf (_ ("a difference of %s%%"), percent);
    case MEASURE_SHARE:
    default:
      return g_strdup_printf ("%s%%", percent);
    }
}

/**
 * ks_criterion_dup_anchors:
 * @self: a criterion
 *
 * Returns: (transfer full): "0 điểm ở 50%, điểm tối đa ở 100%", and whether marks must be checked
 */
char *
ks_criterion_dup_anchors (const KsCriterion *self)
{
  g_autofree char *zero = ks_criterion_dup_value_words (self, self->zero);
  g_autofree char *full = ks_criterion_dup_value_words (self, self->full);
  g_autofree char *anchors = g_strdup_printf (_ ("0 points at %s, all points at %s"), zero, full);

  return self->checked_only ? g_strdup_printf (_ ("%s; only marks that were checked"), anchors)
                            : g_steal_pointer (&anchors);
}
