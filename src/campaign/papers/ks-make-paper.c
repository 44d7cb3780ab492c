/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-make-paper-private.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-paper.h"
#include "ks-paper-day.h"
#include "ks-paper-figures.h"
#include "ks-paper-tables.h"
#include "ks-paper-words.h"
#include "ks-printed-chart.h"

static char *
expand (const KsPaperBuild *build, const char *text)
{
  g_autofree char *numbered = ks_paper_words_number (text);

  return ks_paper_words_expand (numbered, ks_paper_figure_holds, build->book);
}

/* The lines of a setting; an empty list where there are none. */
static GStrv
split_slot (const KsPaperBuild *build, const char *slot, gboolean expanded)
{
  g_autofree char *text = ks_paper_material_dup_slot (build->material, slot);
  gboolean none = text == NULL || g_str_equal (text, KS_PAPER_NOTHING);
  g_auto (GStrv) lines = g_strsplit (none ? "" : text, "\n", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line
          = expanded ? expand (build, lines[i]) : g_strstrip (g_strdup (lines[i]));

      if (line != NULL && *line != '\0')
        g_strv_builder_add (kept, line);
    }
  return g_strv_builder_end (kept);
}

static KsMoment
get_paper_day (const KsPaperMaterial *material)
{
  KsMoment as_of = material->day != NULL ? ks_day_figures_get_as_of (material->day)
                                         : material->stamp;

  return as_of != KS_MOMENT_NONE ? as_of : material->info->from;
}

/* A date that nobody set is written by hand, but for month and year; papers of the day have that of
 * their figures. */
static char *
dup_place_date (const KsPaperBuild *build, const char *superior)
{
  const KsPaperMaterial *material = build->material;
  g_autofree char *date = ks_paper_material_dup_slot (material, "date");
  g_autofree char *place = ks_paper_material_dup_slot (material, "place");
  g_autofree char *usual = ks_paper_dup_place_date (superior, get_paper_day (material));
  char *comma = strstr (usual, ", ngày ");

  if (g_strcmp0 (date, KS_PAPER_NOTHING) == 0)
    return NULL;
  if (date == NULL)
    date = material->day != NULL ? g_strdup (comma + strlen (", "))
                                 : ks_paper_dup_open_date (material->stamp);
  *comma = '\0';
  return g_strdup_printf ("%s, %s", place != NULL ? place : usual, date);
}

static void
open_paper (const KsPaperBuild *build)
{
  g_autofree char *set = ks_paper_material_dup_slot (build->material, "superior");
  g_autofree char *superior
      = ks_paper_words_dup_superior (set, build->material->info->superior_body);
  g_autofree char *organ = ks_paper_material_dup_slot (build->material, "organ");
  g_autofree char *number = ks_paper_material_dup_slot (build->material, "number");
  g_autofree char *date = dup_place_date (build, build->material->info->superior_body != NULL
                                                     ? build->material->info->superior_body
                                                     : "");
  g_auto (GStrv) titles = split_slot (build, "title", TRUE);
  g_auto (GStrv) subjects = split_slot (build, "subject", TRUE);
  g_auto (GStrv) references = split_slot (build, "reference", TRUE);
  const KsPaperOpening opening = {
    .superior = superior,
    .organ = organ != NULL ? organ : "",
    .number = number,
    .place_date = date,
    .title = titles[0] != NULL ? titles[0] : "",
    .subjects = (const char *const *)subjects,
    .reference = references[0],
  };

  ks_document_open (build->document, &opening);
}

static void
close_paper (const KsPaperBuild *build)
{
  g_auto (GStrv) recipients = split_slot (build, "recipients", FALSE);
  g_auto (GStrv) signature = split_slot (build, "signature", FALSE);
  g_auto (GStrv) preparer = split_slot (build, "preparer", FALSE);
  const KsPaperClosing closing = {
    .recipients = recipients[0] != NULL ? (const char *const *)recipients : NULL,
    .signature = signature[0] != NULL ? (const char *const *)signature : NULL,
    .preparer = preparer[0] != NULL ? (const char *const *)preparer : NULL,
  };

  if (recipients[0] != NULL || signature[0] != NULL || preparer[0] != NULL)
    ks_document_close (build->document, &closing);
}

/* The first line stands behind the lead of its slot. */
static void
add_written (const KsPaperBuild *build, const char *lead, const char *body)
{
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      g_autofree char *quoted = ks_document_quote (line);
      g_autofree char *begun = lead != NULL ? g_strdup_printf ("%s %s", lead, quoted) : NULL;

      if (*line == '\0')
        continue;
      if (begun != NULL)
        ks_document_add_text (build->document, begun);
      else
        ks_document_add_plain (build->document, line);
      lead = NULL;
    }
}

/* What an officer wrote. Where nothing is written yet, a dotted line behind its lead waits for the
 * pen; without a lead nobody would know what for. */
static void
add_slot (const KsPaperBuild *build, const KsPart *part)
{
  g_autofree char *lead = expand (build, part->text);
  const char *body
      = ks_paper_settings_get (build->material->settings, build->material->kind, part->name);

  if (body != NULL)
    add_written (build, lead, body);
  else if (lead != NULL)
    ks_document_add_blank (build->document, lead);
}

/* "Biểu số {#}": lists that a paper leaves out leave no gap. */
static char *
dup_label (const KsPaperBuild *build, const char *text)
{
  g_autofree char *label = expand (build, text);
  g_auto (GStrv) parts = label != NULL ? g_strsplit (label, "{" KS_PAPER_NUMBER "}", 2) : NULL;

  if (parts == NULL || parts[0] == NULL || parts[1] == NULL)
    return g_steal_pointer (&label);
  return g_strdup_printf ("%s{=%02u}%s", parts[0], ++*build->n_lists, parts[1]);
}

static void
add_title (const KsPaperBuild *build, const char *text)
{
  g_auto (GStrv) fields = g_strsplit (text, "|", 3);
  guint n = g_strv_length (fields);
  g_autofree char *label = n > 0 ? dup_label (build, g_strstrip (fields[0])) : NULL;
  g_autofree char *title = n > 1 ? expand (build, g_strstrip (fields[1])) : NULL;
  g_autofree char *reference = n > 2 ? expand (build, g_strstrip (fields[2])) : NULL;

  if (label == NULL)
    return;
  ks_document_add_title (build->document, label, title != NULL ? title : "", reference);
}

/* "@break {?nominees}": only where what stands on the page is there. */
static void
add_break (const KsPaperBuild *build, const KsPart *part)
{
  if (*part->text == '\0' || ks_paper_words_hold (part->text, ks_paper_figure_holds, build->book))
    ks_document_break_page (build->document);
}

static void
add_words (const KsPaperBuild *build, const KsPart *part)
{
  g_autofree char *text = expand (build, part->text);
  g_autofree char *point = text != NULL ? g_strconcat ("– ", text, NULL) : NULL;

  if (text == NULL)
    return;
  if (part->kind == KS_PART_HEADING)
    ks_document_add_heading (build->document, part->level, text);
  else if (part->kind == KS_PART_POINT)
    ks_document_add_point (build->document, point);
  else if (part->kind == KS_PART_NOTE)
    ks_document_add_note (build->document, text);
  else
    ks_document_add_text (build->document, text);
}

static void
add_part (const KsPaperBuild *build, const KsPart *part)
{
  g_autofree char *caption = NULL;

  switch (part->kind)
    {
    case KS_PART_SET:
      break;
    case KS_PART_TITLE:
      add_title (build, part->text);
      break;
    case KS_PART_SLOT:
      add_slot (build, part);
      break;
    case KS_PART_TABLE:
      caption = expand (build, part->text);
      ks_paper_add_table (build, part->name, caption);
      break;
    case KS_PART_CHART:
      caption = expand (build, part->text);
      if (caption != NULL || *part->text == '\0')
        ks_paper_add_chart (build, part->name, caption);
      break;
    case KS_PART_BREAK:
      add_break (build, part);
      break;
    case KS_PART_HEADING:
    case KS_PART_TEXT:
    case KS_PART_POINT:
    case KS_PART_NOTE:
    default:
      add_words (build, part);
    }
}

static void
describe (const KsPaperMaterial *material, const KsPaperWish *wish, KsDocumentFacts *facts)
{
  const char *internal = ks_paper_settings_get (material->settings, wish->kind, "internal");
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };

  facts->id = ks_paper_kind_get_id (wish->kind);
  facts->landscape = ks_paper_kind_has (wish->kind, KS_PAPER_LANDSCAPE);
  facts->compact = ks_paper_kind_has (wish->kind, KS_PAPER_OF_A_UNIT);
  facts->simulated = material->info->simulated;
  facts->internal = wish->internal || g_strcmp0 (internal, "1") == 0;
  if (material->given != NULL)
    facts->notice = ks_printed_chart_get_notice (material->given, &province);
  else if (material->day != NULL && !ks_paper_kind_has (wish->kind, KS_PAPER_ONE_PAGE))
    facts->notice = KS_PRELIMINARY;
  facts->size = material->fit.size;
  facts->pitch = material->fit.pitch;
  ks_paper_settings_get_margins (material->settings, wish->kind, facts->margins);
}

/* As wide as a sheet is between its margins; those of the Party layout where none are set. */
static double
get_width (const KsDocumentFacts *facts)
{
  double sides = facts->margins[1] + facts->margins[3];

  if (facts->landscape)
    return 297 - (sides > 0 ? sides : 40);
  return 210 - (sides > 0 ? sides : 50);
}

/* "Biểu các đơn vị – Huyện Mẫu A – BG-2024" */
static char *
dup_title (const KsPaperMaterial *material)
{
  const char *part
      = material->day != NULL ? ks_paper_day_get_name (material->day, material->part) : NULL;

  return g_strdup_printf ("%s%s%s – %s", ks_paper_kind_get_title (material->kind),
                          part != NULL ? " – " : "", part != NULL ? part : "", material->info->id);
}

static KsDocument *
build_document (const KsPaperMaterial *material, const KsPaperWish *wish, KsFigureBook *book)
{
  g_autofree char *organ = ks_paper_material_dup_slot (material, "organ");
  g_autofree char *title = dup_title (material);
  g_autofree char *draft = wish->draft > 0 ? g_strdup_printf ("DỰ THẢO LẦN %u", wish->draft) : NULL;
  KsDocumentFacts facts = { .title = title, .author = organ, .draft = draft };
  guint n_lists = 0;
  KsPaperBuild build = { material, NULL, book, 0, &n_lists };

  describe (material, wish, &facts);
  build.document = ks_document_new (&facts, book);
  build.width = get_width (&facts);
  open_paper (&build);
  for (guint i = 0; i < material->template->parts->len; i++)
    add_part (&build, material->template->parts->pdata[i]);
  close_paper (&build);
  return build.document;
}

/**
 * ks_build_paper:
 * @material: what the paper rests on
 * @wish: which paper
 * @error: return location for an error
 *
 * Returns: (transfer full): the paper, set and told as @material says; or %NULL with @error set
 */
KsDocument *
ks_build_paper (const KsPaperMaterial *material, const KsPaperWish *wish, GError **error)
{
  g_autoptr (KsFigureBook) book = ks_paper_figures_new (material);
  g_autoptr (KsDocument) document = build_document (material, wish, book);

  return ks_document_check (document, error) ? g_steal_pointer (&document) : NULL;
}

/**
 * ks_make_paper:
 * @campaign: a campaign
 * @wish: which paper; one that is made as a document
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Makes a paper from its template, what the office set, what an officer wrote, and the figures, to
 * be looked at: what leaves the program is put on record by ks_paper_record().
 *
 * Returns: (transfer full): the paper, every number of which has an account; or %NULL with @error
 * set
 */
KsDocument *
ks_make_paper (KsCampaign *campaign, const KsPaperWish *wish, KsJob *job, GError **error)
{
  g_autoptr (KsPaperMaterial) material = NULL;

  g_return_val_if_fail (wish->kind < KS_N_MADE_PAPERS, NULL);

  if (ks_paper_wish_check (wish, error))
    material = ks_paper_material_load (campaign, wish, job, error);
  return material != NULL ? ks_make_paper_of (material, wish, error) : NULL;
}

/**
 * ks_make_paper_of_day:
 * @campaign: a campaign
 * @figures: who took part until the moment that is wished
 * @wish: a paper of the day
 * @error: return location for an error
 *
 * Makes a paper of figures that were loaded already.
 *
 * Returns: (transfer full): the paper, or %NULL with @error set: figures that may not leave the
 *   program are refused
 */
KsDocument *
ks_make_paper_of_day (KsCampaign *campaign,
                      KsDayFigures *figures,
                      const KsPaperWish *wish,
                      GError **error)
{
  g_autoptr (KsPaperMaterial) material
      = ks_paper_wish_check (wish, error)
            ? ks_paper_material_load_day (campaign, figures, wish, error)
            : NULL;

  return material != NULL ? ks_make_paper_of (material, wish, error) : NULL;
}
