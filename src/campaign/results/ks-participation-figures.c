/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-participation-figures.h"

#include "ks-i18n.h"
#include "ks-number.h"

static void
add_part (KsParticipationFigures *self, KsResults *results, const KsScope *scope)
{
  KsParticipation part;

  ks_results_get_participation (results, scope, &part);
  g_array_append_val (self->parts, part);
}

/**
 * ks_participation_figures_load:
 * @results: a snapshot of the tallies; its registry must outlive the figures
 * @scope: the province or a district
 *
 * Returns: (transfer full): who took part in @scope and in each of its parts
 */
KsParticipationFigures *
ks_participation_figures_load (KsResults *results, const KsScope *scope)
{
  return ks_participation_figures_load_parts (
      results, scope, scope->kind == KS_SCOPE_PROVINCE ? KS_SCOPE_DISTRICT : KS_SCOPE_UNIT);
}

/**
 * ks_participation_figures_load_parts:
 * @results: a snapshot of the tallies; its registry must outlive the figures
 * @scope: the province or a district
 * @kind: of parts
 *
 * Returns: (transfer full): who took part in @scope and in each part of that kind
 */
KsParticipationFigures *
ks_participation_figures_load_parts (KsResults *results, const KsScope *scope, KsScopeKind kind)
{
  KsParticipationFigures *self = g_new0 (KsParticipationFigures, 1);
  g_autoptr (GArray) parts = ks_results_dup_parts (results, scope, kind);

  self->parts = g_array_new (FALSE, FALSE, sizeof (KsParticipation));
  self->kind = kind;
  ks_results_get_participation (results, scope, &self->whole);
  for (guint i = 0; i < parts->len; i++)
    add_part (self, results, &g_array_index (parts, KsScope, i));
  return self;
}

/**
 * ks_participation_figures_free:
 * @self: (nullable): figures
 *
 * Frees the figures.
 */
void
ks_participation_figures_free (KsParticipationFigures *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_free (self);
}

static GArray *
create_rows (const KsParticipationFigures *self)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (KsParticipationRow));

  for (guint i = 0; i < self->parts->len; i++)
    {
      const KsParticipation *part = &g_array_index (self->parts, KsParticipation, i);
      gboolean unit = part->scope.kind == KS_SCOPE_UNIT;
      KsParticipationRow row = {
        .id = part->scope.code,
        .label = part->scope.name,
        .answers = part->answers,
        .staff = part->staff,
        .n_units = unit ? 0 : part->n_units,
        .n_units_complete = unit ? 0 : part->n_units_complete,
      };

      g_array_append_val (rows, row);
    }
  return rows;
}

/**
 * ks_participation_figures_dup_title:
 * @self: figures
 *
 * Returns: (transfer full): the finding as a sentence: the whole and the span of its parts
 */
char *
ks_participation_figures_dup_title (const KsParticipationFigures *self)
{
  g_autoptr (GArray) rows = create_rows (self);

  return ks_participation_dup_title (self->whole.answers, self->whole.staff,
                                     (const KsParticipationRow *)rows->data, rows->len);
}

/**
 * ks_participation_figures_create_chart:
 * @self: figures
 *
 * Returns: (transfer full): a bar for each part; the chart's rows are the parts
 */
KsParticipationChart *
ks_participation_figures_create_chart (const KsParticipationFigures *self)
{
  g_autoptr (GArray) rows = create_rows (self);

  return ks_participation_chart_new ((const KsParticipationRow *)rows->data, rows->len);
}

static void
add_columns (KsFigures *figures, gboolean districts)
{
  ks_figures_add_column (figures, districts ? _ ("District") : _ ("Unit"), KS_FIGURE_TEXT);
  if (districts)
    {
      ks_figures_add_column (figures, _ ("Units"), KS_FIGURE_NUMBER);
      ks_figures_add_column (figures, _ ("With answers"), KS_FIGURE_NUMBER);
      ks_figures_add_column (figures, _ ("Complete"), KS_FIGURE_NUMBER);
    }
  ks_figures_add_column (figures, _ ("Staff (N)"), KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, _ ("Answers (n)"), KS_FIGURE_NUMBER);
  ks_figures_add_column (figures, _ ("Rate %"), KS_FIGURE_STRONG);
  ks_figures_add_column (figures, "", KS_FIGURE_NOTE);
}

/* A rate above 100 % is shown at the desk as it is; what leaves says that figures are compared. */
static void
add_rate (KsFigures *figures, const KsParticipation *part, gboolean leaves)
{
  if (part->staff <= 0 || (leaves && part->answers > part->staff))
    ks_figures_add_none (figures);
  else
    ks_figures_add_hundredths (figures, ks_count_hundredths (part->answers, part->staff));
}

static char *
dup_note (const KsParticipation *part)
{
  if (part->scope.kind == KS_SCOPE_UNIT)
    return g_strdup (part->n_units_over > 0 ? _ ("figures being compared") : "");
  if (part->n_units_over == 0)
    return g_strdup ("");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u unit: figures being compared",
                                       "%u units: figures being compared", part->n_units_over),
                          part->n_units_over);
}

static void
add_line (KsFigures *figures,
          const KsParticipation *part,
          const char *name,
          gboolean districts,
          gboolean leaves)
{
  g_autofree char *note = dup_note (part);

  ks_figures_add_text (figures, name);
  if (districts)
    {
      ks_figures_add_count (figures, part->n_units);
      ks_figures_add_count (figures, part->n_units_with_answers);
      ks_figures_add_count (figures, part->n_units_complete);
    }
  ks_figures_add_count (figures, part->staff);
  ks_figures_add_count (figures, part->answers);
  add_rate (figures, part, leaves);
  ks_figures_add_text (figures, note);
}

/**
 * ks_participation_figures_create_table:
 * @self: figures
 * @leaves: for what leaves the program: a unit with more answers than staff has no rate there
 *
 * Returns: (transfer full): the table behind the chart, the whole last. The key of a row is the
 *   index of its part; of the whole the number of parts
 */
KsFigures *
ks_participation_figures_create_table (const KsParticipationFigures *self, gboolean leaves)
{
  KsFigures *figures = ks_figures_new ();
  gboolean districts = self->kind == KS_SCOPE_DISTRICT;
  gboolean province = self->whole.scope.kind == KS_SCOPE_PROVINCE;

  add_columns (figures, districts);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const KsParticipation *part = &g_array_index (self->parts, KsParticipation, i);

      ks_figures_add_row (figures, KS_FIGURE_ROW, i);
      add_line (figures, part, part->scope.name, districts, leaves);
    }
  ks_figures_add_row (figures, KS_FIGURE_TOTAL, self->parts->len);
  add_line (figures, &self->whole, province ? _ ("Whole province") : self->whole.scope.name,
            districts, leaves);
  return figures;
}
