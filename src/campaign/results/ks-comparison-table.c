/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-comparison-table.h"

#include "ks-compare-rounds.h"
#include "ks-i18n.h"
#include "ks-number.h"

static gboolean
is_shown (const KsSharePair *pair)
{
  return pair->state == KS_PAIR_COMPARED && pair->now.shown && pair->earlier.shown;
}

/* What stays on the desk's screen has no line in what leaves it, and who somebody is is no opinion.
 */
static gboolean
has_line (KsShareComparison *self, const KsSharePair *pair)
{
  return !pair->question->profile
         && ks_results_tells (ks_share_comparison_get_now (self), pair->question);
}

/**
 * ks_comparison_get_refusal:
 * @self: a comparison of one place
 *
 * Returns: why there is no table; %KS_REFUSAL_NONE: there is one
 */
KsRefusal
ks_comparison_get_refusal (KsShareComparison *self)
{
  gboolean any = FALSE;

  if (ks_results_is_open (ks_share_comparison_get_now (self)))
    return KS_REFUSAL_OPEN;
  for (guint i = 0; i < ks_share_comparison_get_n_pairs (self); i++)
    {
      const KsSharePair *pair = ks_share_comparison_get_pair (self, i);

      any |= has_line (self, pair);
      if (has_line (self, pair) && pair->now.shown)
        return KS_REFUSAL_NONE;
    }
  return any ? KS_REFUSAL_TOO_FEW : KS_REFUSAL_EMPTY;
}

static const KsRound *
find_round (KsShareComparison *self)
{
  GPtrArray *rounds = ks_share_comparison_get_rounds (self);
  const KsScope *scope = ks_share_comparison_get_scope (self);

  for (guint i = 0; i < rounds->len; i++)
    {
      const KsRound *round = rounds->pdata[i];

      for (guint k = 0; k < round->now->len; k++)
        if (g_str_equal (ks_unit_get_code (round->now->pdata[k]), scope->code))
          return round;
    }
  return NULL;
}

/**
 * ks_comparison_dup_place:
 * @self: a comparison of one place
 *
 * Returns: (transfer full): what is compared: of units that became others both their names
 */
char *
ks_comparison_dup_place (KsShareComparison *self)
{
  const KsScope *scope = ks_share_comparison_get_scope (self);
  const KsRound *round = scope->kind == KS_SCOPE_UNIT ? find_round (self) : NULL;
  g_autofree char *now = NULL;
  g_autofree char *earlier = NULL;

  if (scope->kind == KS_SCOPE_PROVINCE)
    return g_strdup (_ ("Whole province"));
  if (round == NULL || round->earlier->len == 0)
    return g_strdup (scope->name);
  now = ks_units_join_names (round->now);
  earlier = ks_units_join_names (round->earlier);
  if (g_str_equal (now, earlier))
    return g_steal_pointer (&now);
  /* Translators: names of units, then those that the same units had in an earlier survey. */
  return g_strdup_printf (_ ("%s (then: %s)"), now, earlier);
}

/* Of what the table prints, so that it adds up by hand. */
static gint64
get_hundredths (const KsShare *share)
{
  return ks_count_hundredths (share->x, share->n);
}

static gint64
get_difference (const KsSharePair *pair)
{
  return get_hundredths (&pair->now) - get_hundredths (&pair->earlier);
}

/**
 * ks_comparison_dup_title:
 * @self: a comparison of one place
 *
 * Returns: (transfer full): the finding as a sentence
 */
char *
ks_comparison_dup_title (KsShareComparison *self)
{
  guint n = 0, n_more = 0, n_less = 0;

  for (guint i = 0; i < ks_share_comparison_get_n_pairs (self); i++)
    {
      const KsSharePair *pair = ks_share_comparison_get_pair (self, i);

      if (!has_line (self, pair) || !is_shown (pair))
        continue;
      n++;
      n_more += get_difference (pair) > 0;
      n_less += get_difference (pair) < 0;
    }
  if (n == 0)
    return g_strdup (_ ("No question can be set beside the earlier survey"));
  /* Translators: numbers of questions: of all of them, how many went up, how many down. */
  return g_strdup_printf (
      ngettext ("Of %u question asked both times %u stands better now, %u worse",
                "Of %u questions asked both times %u stand better now, %u worse", n),
      n, n_more, n_less);
}

static const KsQuestion *
find_first (KsShareComparison *self)
{
  for (guint i = 0; i < ks_share_comparison_get_n_pairs (self); i++)
    if (has_line (self, ks_share_comparison_get_pair (self, i)))
      return ks_share_comparison_get_pair (self, i)->question;
  return NULL;
}

static char *
dup_left_out (KsShareComparison *self, gboolean now)
{
  gint64 most = 0;

  for (guint i = 0; i < ks_share_comparison_get_n_pairs (self); i++)
    {
      const KsSharePair *pair = ks_share_comparison_get_pair (self, i);

      most = MAX (most, now ? pair->now.left_out : pair->earlier.left_out);
    }
  return most > 0 ? ks_format_count (most) : NULL;
}

static void
say_left_out (KsShareComparison *self, GString *foot)
{
  g_autofree char *now = dup_left_out (self, TRUE);
  g_autofree char *then = dup_left_out (self, FALSE);

  if (now != NULL)
    {
      g_string_append_c (foot, ' ');
      g_string_append_printf (foot, _ ("Now without %s sheets of units with fewer than 5 sheets."),
                              now);
    }
  if (then != NULL)
    {
      g_string_append_c (foot, ' ');
      g_string_append_printf (foot, _ ("Then without %s sheets of units with fewer than 5 sheets."),
                              then);
    }
}

/**
 * ks_comparison_dup_foot:
 * @self: a comparison of one place
 *
 * Returns: (transfer full): what counts as what, and what is not among the figures
 */
char *
ks_comparison_dup_foot (KsShareComparison *self)
{
  const KsQuestion *first = find_first (self);
  g_autofree char *labels = first != NULL ? ks_question_dup_good_labels (first) : NULL;
  GString *foot = g_string_new (NULL);

  if (labels == NULL)
    return g_string_free (foot, FALSE);
  g_string_append_printf (foot, _ ("Favourable: %s."), labels);
  g_string_append_c (foot, ' ');
  g_string_append (foot,
                   _ ("n: sheets that answer the question; x: favourable ones; the difference is "
                      "in points of per cent."));
  say_left_out (self, foot);
  return g_string_free (foot, FALSE);
}

static const char *
get_state_note (const KsShare *share, gboolean now)
{
  switch (share->state)
    {
    case KS_SHARE_OPEN:
      return now ? _ ("The survey is still open") : _ ("The earlier survey is still open");
    case KS_SHARE_TOO_FEW:
      return now ? _ ("Too few answers now") : _ ("Too few answers then");
    case KS_SHARE_SUPPRESSED:
      return now ? _ ("Not shown now, to protect respondents")
                 : _ ("Not shown then, to protect respondents");
    case KS_SHARE_SENSITIVE:
    case KS_SHARE_UNSETTLED:
      return now ? _ ("On the desk’s screen only") : _ ("Then on the desk’s screen only");
    case KS_SHARE_EMPTY:
      return now ? _ ("No answers now") : _ ("No answers then");
    case KS_SHARE_SHOWN:
    default:
      return NULL;
    }
}

/**
 * ks_share_pair_get_note:
 * @pair: a question in a place
 *
 * Returns: (transfer none): why the surveys are not compared in it, or what to mind; empty: nothing
 */
const char *
ks_share_pair_get_note (const KsSharePair *pair)
{
  const char *note = NULL;

  switch (pair->state)
    {
    case KS_PAIR_NOT_ASKED:
      return _ ("Not asked then");
    case KS_PAIR_OTHER_LEVELS:
      return _ ("Other levels then");
    case KS_PAIR_NEW_PLACE:
      return _ ("The place was not asked then");
    case KS_PAIR_DIVIDED:
      return _ ("Its units of then lie in several districts now");
    case KS_PAIR_COMPARED:
    default:
      break;
    }
  note = get_state_note (&pair->now, TRUE);
  if (note == NULL)
    note = get_state_note (&pair->earlier, FALSE);
  if (note == NULL && pair->reworded)
    note = _ ("Worded otherwise then");
  return note != NULL ? note : "";
}

static void
add_share (KsFigures *figures, const KsShare *share, gboolean known)
{
  if (!known || !share->shown)
    {
      for (guint i = 0; i < 3; i++)
        ks_figures_add_none (figures);
      return;
    }
  ks_figures_add_count (figures, share->n);
  ks_figures_add_count (figures, share->x);
  ks_figures_add_hundredths (figures, get_hundredths (share));
}

static void
add_pair (KsFigures *figures, const KsSharePair *pair, guint index)
{
  ks_figures_add_row (figures, KS_FIGURE_ROW, index);
  ks_figures_add_text (figures, pair->question->id);
  ks_figures_add_text (figures, pair->question->short_text);
  add_share (figures, &pair->now, TRUE);
  add_share (figures, &pair->earlier, pair->state == KS_PAIR_COMPARED);
  if (is_shown (pair))
    ks_figures_add_points (figures, get_difference (pair));
  else
    ks_figures_add_none (figures);
  ks_figures_add_text (figures, ks_share_pair_get_note (pair));
}

static void
add_columns (KsFigures *figures)
{
  ks_figures_add_column (figures, "", KS_FIGURE_ID);
  ks_figures_add_column (figures, _ ("Question"), KS_FIGURE_TEXT);
  ks_figures_add_column (figures, _ ("n now"), KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, _ ("x now"), KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, _ ("Share now"), KS_FIGURE_STRONG);
  ks_figures_add_column (figures, _ ("n then"), KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, _ ("x then"), KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, _ ("Share then"), KS_FIGURE_STRONG);
  ks_figures_add_column (figures, _ ("Difference"), KS_FIGURE_STRONG);
  ks_figures_add_column (figures, _ ("Note"), KS_FIGURE_NOTE);
}

/**
 * ks_comparison_create_figures:
 * @self: a comparison of one place
 *
 * Returns: (transfer full): the table: n, x and share now and then, and the difference of the
 * shares as they are printed, in points of per cent; where one is missing the reason. Keys are
 * indices of pairs
 */
KsFigures *
ks_comparison_create_figures (KsShareComparison *self)
{
  KsFigures *figures = ks_figures_new ();
  KsForm *form = ks_results_get_form (ks_share_comparison_get_now (self));
  const char *section = NULL;

  add_columns (figures);
  for (guint i = 0; i < ks_share_comparison_get_n_pairs (self); i++)
    {
      const KsSharePair *pair = ks_share_comparison_get_pair (self, i);
      const KsSection *its = ks_form_lookup_section (form, pair->question->section_id);

      if (!has_line (self, pair))
        continue;
      if (its != NULL && g_strcmp0 (its->id, section) != 0)
        {
          section = its->id;
          ks_figures_add_section (figures, its->title);
        }
      add_pair (figures, pair, i);
    }
  return figures;
}

static gint64
get_mark (const KsShare *share, gboolean known)
{
  return known && share->shown ? get_hundredths (share) : KS_PROFILE_NONE;
}

/**
 * ks_comparison_create_chart:
 * @self: a comparison of one place
 *
 * Returns: (transfer full): the same as a chart: now and then as two marks on a line per question
 */
KsProfileChart *
ks_comparison_create_chart (KsShareComparison *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (KsProfileRow));
  const KsProfileNames names
      = { .district = _ ("this survey"), .province = _ ("earlier survey"), .surveys = TRUE };

  for (guint i = 0; i < ks_share_comparison_get_n_pairs (self); i++)
    {
      const KsSharePair *pair = ks_share_comparison_get_pair (self, i);
      const KsProfileRow row = {
        .id = pair->question->id,
        .label = pair->question->short_text,
        .unit = KS_PROFILE_NONE,
        .district = get_mark (&pair->now, TRUE),
        .province = get_mark (&pair->earlier, pair->state == KS_PAIR_COMPARED),
      };

      if (has_line (self, pair))
        g_array_append_val (rows, row);
    }
  return ks_profile_chart_new ((const KsProfileRow *)rows->data, rows->len, &names);
}
