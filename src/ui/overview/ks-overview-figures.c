/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-overview-page-private.h"

#include "ks-i18n.h"
#include "ks-number.h"

/* A chart of more districts than any province has would be no overview. */
#define MAX_BARS 40

/* A part of a whole, as 201/209. */
static void
set_figure (KsKeyFigure *card, gint64 part, gint64 whole, const char *note)
{
  g_autofree char *left = ks_format_count (part);
  g_autofree char *right = ks_format_count (whole);
  g_autofree char *figure = g_strdup_printf ("%s/%s", left, right);

  ks_key_figure_set (card, figure, note);
}

static void
show_units (KsOverviewPage *self, const KsParticipation *province)
{
  guint n_districts = self->participation->parts->len;
  g_autofree char *count = ks_format_count (n_districts);
  g_autofree char *note
      = g_strdup_printf (ngettext ("%s district", "%s districts", n_districts), count);

  set_figure (self->units, province->n_units_with_answers, province->n_units, note);
}

static void
show_answers (KsOverviewPage *self, const KsOverview *overview)
{
  g_autofree char *counted = ks_format_count (overview->province.answers);
  g_autofree char *received = ks_format_count (overview->received);
  g_autofree char *waiting = ks_format_count (overview->waiting);
  g_autofree char *note
      = overview->waiting > 0
            ? g_strdup_printf (_ ("of %s rows; %s answers wait"), received, waiting)
            : g_strdup_printf (_ ("of %s rows"), received);

  ks_key_figure_set (self->answers, counted, note);
}

static void
show_rate (KsOverviewPage *self, const KsParticipation *province)
{
  g_autofree char *rate = ks_format_percent (province->answers, province->staff);
  g_autofree char *answers = ks_format_count (province->answers);
  g_autofree char *staff = ks_format_count (province->staff);
  g_autofree char *note = g_strdup_printf (_ ("%s/%s officials"), answers, staff);

  ks_key_figure_set (self->rate, rate, note);
}

static void
show_reports (KsOverviewPage *self, const KsOverview *overview)
{
  g_autofree char *posts = ks_format_count (overview->n_posts);
  g_autofree char *note = g_strdup_printf (
      ngettext ("%s post in the Zalo group", "%s posts in the Zalo group", overview->n_posts),
      posts);

  set_figure (self->reports, overview->n_units_reported, overview->province.n_units, note);
}

static void
show_chart (KsOverviewPage *self)
{
  const KsParticipation *whole = &self->participation->whole;
  g_autofree char *title = ks_participation_figures_dup_title (self->participation);
  g_autofree char *answers = ks_format_count (whole->answers);
  g_autofree char *staff = ks_format_count (whole->staff);
  g_autofree char *subtitle = g_strdup_printf (
      _ ("Valid answers (blue) against officials (ground, mark) · n = %s, N = %s"), answers, staff);
  g_autoptr (KsChart) chart = NULL;

  if (self->participation->parts->len <= MAX_BARS)
    chart = KS_CHART (ks_participation_figures_create_chart (self->participation));
  gtk_label_set_text (self->chart_title, title);
  gtk_label_set_text (self->chart_subtitle, subtitle);
  ks_chart_area_set_chart (self->chart, chart);
}

/**
 * ks_overview_page_show_figures:
 * @self: the page
 * @overview: where the campaign stands
 *
 * Shows who has taken part: the counts, and the chart of the districts.
 */
void
ks_overview_page_show_figures (KsOverviewPage *self, const KsOverview *overview)
{
  show_units (self, &overview->province);
  show_answers (self, overview);
  show_rate (self, &overview->province);
  show_reports (self, overview);
  show_chart (self);
}
