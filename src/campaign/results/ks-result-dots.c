/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-result-chart-private.h"

#include "ks-dot-chart.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-share.h"

/* A unit, with what is known of its share. */
typedef struct {
  KsScope scope;
  KsShare share;
  guint   place; /* in the office's order */
} Dot;

typedef struct {
  GArray *dots;   /* of Dot, in the order that is asked for */
  GArray *rows;   /* of KsDotRow, as many */
  KsShare whole;  /* of the scope */
  KsShare all;    /* of the province */
} Dots;

static void
free_dots (Dots *self)
{
  g_array_unref (self->dots);
  g_array_unref (self->rows);
  g_free (self);
}

/* Who stands there without a figure, and why. */
static const char *
get_note (const KsShare *share)
{
  if (share->state == KS_SHARE_EMPTY)
    return _("no answers");
  return share->shown ? NULL : _("too few answers to give a result");
}

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const Dot *first = a;
  const Dot *second = b;

  if (first->share.shown != second->share.shown)
    return first->share.shown ? -1 : 1;
  if (first->share.shown && first->share.order != second->share.order)
    return first->share.order > second->share.order ? -1 : 1;
  return first->place < second->place ? -1 : 1;
}

static GArray *
load_dots (KsResultChart *self)
{
  const KsScope *parent = &self->choice.scope;
  g_autoptr (GArray) scopes = ks_results_dup_parts (self->results, parent, KS_SCOPE_UNIT);
  g_autoptr (GArray) shares
      = ks_results_dup_shares (self->results, parent, KS_SCOPE_UNIT, self->choice.question);
  GArray *dots = g_array_sized_new (FALSE, FALSE, sizeof (Dot), scopes->len);

  for (guint i = 0; i < scopes->len; i++)
    {
      Dot dot = { g_array_index (scopes, KsScope, i), g_array_index (shares, KsShare, i), i };

      g_array_append_val (dots, dot);
    }
  if (!self->choice.as_given)
    g_array_sort (dots, compare_dots);
  return dots;
}

static GArray *
create_rows (GArray *dots)
{
  GArray *rows = g_array_sized_new (FALSE, TRUE, sizeof (KsDotRow), dots->len);

  for (guint i = 0; i < dots->len; i++)
    {
      const Dot *dot = &g_array_index (dots, Dot, i);
      const KsShare *share = &dot->share;
      KsDotRow row = {
        .id = dot->scope.code,
        .label = dot->scope.name,
        .x = share->x,
        .n = share->n,
        .population = share->population,
        .share = share->share,
        .low = share->low,
        .high = share->high,
        .bound_low = share->bound_low,
        .bound_high = share->bound_high,
        .shown = share->shown,
        .has_interval = share->has_interval,
        .complete = share->complete,
        .over = share->over,
        .note = get_note (share),
      };

      g_array_append_val (rows, row);
    }
  return rows;
}

static gboolean
is_any_shown (GArray *dots)
{
  for (guint i = 0; i < dots->len; i++)
    if (g_array_index (dots, Dot, i).share.shown)
      return TRUE;
  return FALSE;
}

static void
say_texts (KsResultChart *self, const Dots *dots)
{
  const KsQuestion *question = self->choice.question;
  g_autofree char *n = ks_format_count (dots->whole.n);
  g_autofree char *staff = ks_format_count (dots->whole.population);
  g_autofree char *labels = ks_question_dup_good_labels (question);
  g_autofree char *good = g_strdup_printf (_("Favourable: %s."), labels);

  self->title = ks_dot_dup_title ((const KsDotRow *) dots->rows->data, dots->rows->len,
                                  dots->all.shown ? dots->all.share : -1);
  self->subtitle
      = g_strdup_printf (_("%s · %s. %s · n = %s; N = %s"), ks_result_chart_get_place (self),
                         question->id, question->short_text, n, staff);
  ks_result_chart_say (self, good);
  ks_result_chart_say (self, _("The estimate takes those who did not answer to be like those who "
                               "did; lowest and highest possible take nothing for granted."));
  if (!self->choice.as_given)
    ks_result_chart_say (self, _("Small units stand nearer to the middle than their share does, "
                                 "since chance moves them most."));
  ks_result_chart_say_left_out (self, dots->whole.left_out);
  ks_result_chart_say_as_of (self);
}

static void
load (KsResultChart *self)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  Dots *dots;

  if (!ks_result_chart_prepare_question (self))
    return;
  self->choice.scope = ks_result_chart_find_parent (self);
  dots = g_new0 (Dots, 1);
  dots->dots = load_dots (self);
  dots->rows = create_rows (dots->dots);
  ks_results_get_share (self->results, &self->choice.scope, self->choice.question, &dots->whole);
  if (self->choice.scope.kind == KS_SCOPE_PROVINCE)
    dots->all = dots->whole;
  else if (ks_result_chart_knows_province (self))
    ks_results_get_share (self->results, &province, self->choice.question, &dots->all);
  ks_result_chart_keep (self, dots, (GDestroyNotify) free_dots);
  if (is_any_shown (dots->dots))
    say_texts (self, dots);
  else
    self->refusal = KS_REFUSAL_TOO_FEW;
}

static KsChart *
create_chart (KsResultChart *self)
{
  const Dots *dots = self->figures;

  return KS_CHART (ks_dot_chart_new ((const KsDotRow *) dots->rows->data, dots->rows->len,
                                     dots->all.shown ? dots->all.share : -1,
                                     _("whole province")));
}

static void
add_span (KsFigures *figures, gboolean known, double low, double high)
{
  g_autofree char *lowest = ks_format_share (low, 2);
  g_autofree char *highest = ks_format_share (high, 2);
  g_autofree char *span = g_strdup_printf ("%s – %s", lowest, highest);

  ks_figures_add_text (figures, known ? span : "–");
}

static void
add_line (KsFigures *figures, const Dot *dot, guint key, gboolean leaves)
{
  const KsShare *share = &dot->share;
  const char *note = get_note (share);

  ks_figures_add_row (figures, KS_FIGURE_ROW, key);
  ks_figures_add_text (figures, dot->scope.name);
  if (share->shown)
    {
      ks_figures_add_count (figures, share->x);
      ks_figures_add_count (figures, share->n);
    }
  else
    {
      ks_figures_add_none (figures);
      ks_figures_add_none (figures);
    }
  ks_figures_add_staff (figures, share->population);
  if (share->shown)
    ks_figures_add_hundredths (figures, (gint64) (share->share * KS_RESULT_HUNDREDTHS + 0.5));
  else
    ks_figures_add_none (figures);
  if (!leaves)
    add_span (figures, share->has_interval && !share->complete, share->low, share->high);
  add_span (figures, share->has_bounds && !share->complete, share->bound_low, share->bound_high);
  ks_figures_add_text (figures, note != NULL       ? note
                                : share->over     ? _("figures being compared")
                                : share->complete ? _("everybody answered")
                                                  : "");
}

/* Papers tell of what is uncertain what is possible at all, and no estimate. */
static KsFigures *
create_figures (KsResultChart *self, gboolean leaves)
{
  KsFigures *figures = ks_figures_new ();
  const Dots *dots = self->figures;

  ks_figures_add_column (figures, _("Unit"), KS_FIGURE_TEXT);
  ks_figures_add_column (figures, "x", KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, "n", KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, "N", KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, _("Favourable %"), KS_FIGURE_STRONG);
  if (!leaves)
    ks_figures_add_column (figures, _("Estimate (95%)"), KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, _("Lowest – highest possible"), KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, "", KS_FIGURE_NOTE);
  for (guint i = 0; i < dots->dots->len; i++)
    add_line (figures, &g_array_index (dots->dots, Dot, i), i, leaves);
  return figures;
}

static gboolean
find (KsResultChart *self, guint row, guint column, KsScope *scope, const KsQuestion **question)
{
  const Dots *dots = self->figures;

  if (row >= dots->dots->len)
    return FALSE;
  *scope = g_array_index (dots->dots, Dot, row).scope;
  *question = self->choice.question;
  return TRUE;
}

const KsChartClassOfKind ks_chart_of_dots = {
  .name = "dots",
  .label = N_("Each unit"),
  .noun = "Kết quả của từng đơn vị",
  .short_noun = "Từng đơn vị",
  .load = load,
  .create_chart = create_chart,
  .create_figures = create_figures,
  .find = find,
};
