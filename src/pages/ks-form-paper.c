/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-paper-private.h"

#include <string.h>

/* Phiếu khảo sát: what a respondent sees, on A4. Its texts are Vietnamese data. */

#define KEYWORDS "khaosat:layout=form;v=1"
#define TITLE_WIDTH 150.0
#define TITLE_BASELINE 53.0
#define TITLE_PITCH 6.6
#define PITCH 5.6
#define ASCENT 4.2
#define GAP 2.4
#define BOX_INDENT 4.0
#define LABEL_INDENT 10.0
#define WRITING_LINES 3
#define WRITING_PITCH 8.0
#define WRITING_LINE 0.15
#define MAX_CHOICE_COLUMNS 3

static const KsStyle plain = { .family = KS_FAMILY_SERIF, .size = 13 };
static const KsStyle bold = { .family = KS_FAMILY_SERIF, .size = 13, .bold = TRUE };
static const KsStyle italic = { .family = KS_FAMILY_SERIF, .size = 13, .italic = TRUE };

/* A text that may run over pages, line by line. */
static void
add_text (KsFormFlow *flow, const KsStyle *style, double indent, const char *text)
{
  g_auto (GStrv) lines = ks_paper_wrap (style, text, 0, KS_PAPER_WIDTH - indent);
  double x = KS_PAPER_LEFT + indent;

  for (guint i = 0; lines[i] != NULL; i++, flow->paper.y += PITCH)
    {
      ks_paper_flow_keep (&flow->paper, PITCH);
      if (lines[i + 1] != NULL)
        ks_folio_add_stretched (flow->paper.page, style, x, flow->paper.y + ASCENT,
                                KS_PAPER_RIGHT - x, lines[i]);
      else
        ks_folio_add_text (flow->paper.page, style, KS_INK_BLACK, KS_ALIGN_LEFT, x,
                           flow->paper.y + ASCENT, lines[i]);
    }
}

static void
add_title (KsFormFlow *flow)
{
  KsStyle style = KS_SERIF_BOLD (14);
  g_auto (GStrv) lines
      = ks_paper_wrap (&style, ks_form_get_title (flow->form), 0, TITLE_WIDTH);

  ks_paper_add_head (flow->paper.page, flow->info->superior_body, flow->info->issuing_body, NULL,
                     NULL);
  flow->paper.y = TITLE_BASELINE - ASCENT;
  for (guint i = 0; lines[i] != NULL; i++, flow->paper.y += TITLE_PITCH)
    {
      ks_paper_flow_keep (&flow->paper, TITLE_PITCH);
      ks_paper_add_centred (flow->paper.page, &style, flow->paper.y + ASCENT, lines[i]);
    }
  ks_paper_flow_keep (&flow->paper, PITCH);
  ks_paper_add_centred (flow->paper.page, &plain, flow->paper.y + ASCENT, "-----");
  flow->paper.y += PITCH + GAP;
}

static void
add_introduction (KsFormFlow *flow)
{
  const char *intro = ks_form_get_intro (flow->form);
  g_autofree char *text = g_strdup_printf (
      "%s%sĐồng chí đánh dấu X vào ô của phương án được chọn.", intro, *intro != '\0' ? " " : "");

  add_text (flow, &italic, 0, text);
  flow->paper.y += GAP;
}

/* "………" to the end of the line, or on a line of its own. */
static void
add_dots (KsFormFlow *flow, double from)
{
  ks_folio_add_line (flow->paper.page, from, flow->paper.y + ASCENT + 0.8, KS_PAPER_RIGHT,
                     flow->paper.y + ASCENT + 0.8, WRITING_LINE);
}

static void
add_unit (KsFormFlow *flow)
{
  g_autofree char *text = g_strdup_printf ("%s:", ks_form_get_unit_text (flow->form));
  double width = ks_type_get_width (ks_type_get (), &bold, text);

  if (*ks_form_get_unit_text (flow->form) == '\0')
    return;
  add_text (flow, &bold, 0, text);
  if (width < KS_PAPER_WIDTH * 0.75)
    flow->paper.y -= PITCH;
  else
    {
      ks_paper_flow_keep (&flow->paper, PITCH);
      width = 0;
    }
  add_dots (flow, KS_PAPER_LEFT + width + (width > 0 ? 2 : 0));
  flow->paper.y += PITCH + GAP;
}

static double
measure_widest_label (const KsQuestion *question)
{
  double width = 0;

  for (guint i = 0; i < question->n_options; i++)
    width = MAX (width, ks_type_get_width (ks_type_get (), &plain, question->options[i].label));
  return width;
}

/* As many columns as the longest label allows. */
static guint
count_columns (const KsQuestion *question)
{
  double wanted = LABEL_INDENT + measure_widest_label (question) + 2;

  for (guint n = MIN (MAX_CHOICE_COLUMNS, question->n_options); n > 1; n--)
    if (wanted <= (KS_PAPER_WIDTH - BOX_INDENT) / n)
      return n;
  return 1;
}

static void
add_choice (KsFormFlow *flow, const char *label, double x, gboolean alone)
{
  KsRect box = { x, flow->paper.y + ASCENT - KS_FORM_BOX + 0.4, KS_FORM_BOX, KS_FORM_BOX };

  ks_folio_add_frame (flow->paper.page, &box, KS_FORM_BOX_LINE);
  if (alone)
    add_text (flow, &plain, x - KS_PAPER_LEFT + LABEL_INDENT - BOX_INDENT, label);
  else
    ks_folio_add_text (flow->paper.page, &plain, KS_INK_BLACK, KS_ALIGN_LEFT,
                       x + LABEL_INDENT - BOX_INDENT, flow->paper.y + ASCENT, label);
}

static void
add_choices (KsFormFlow *flow, const KsQuestion *question)
{
  guint n_columns = count_columns (question);
  guint n_rows = (question->n_options + n_columns - 1) / n_columns;
  double width = (KS_PAPER_WIDTH - BOX_INDENT) / n_columns;

  for (guint row = 0; row < n_rows; row++)
    {
      ks_paper_flow_keep (&flow->paper, PITCH);
      for (guint column = 0; column < n_columns; column++)
        if (row * n_columns + column < question->n_options)
          add_choice (flow, question->options[row * n_columns + column].label,
                      KS_PAPER_LEFT + BOX_INDENT + column * width, n_columns == 1);
      if (n_columns > 1)
        flow->paper.y += PITCH;
    }
}

static void
add_writing_lines (KsFormFlow *flow)
{
  for (guint i = 0; i < WRITING_LINES; i++)
    {
      ks_paper_flow_keep (&flow->paper, WRITING_PITCH);
      flow->paper.y += WRITING_PITCH - PITCH;
      add_dots (flow, KS_PAPER_LEFT);
      flow->paper.y += PITCH;
    }
}

/* A question stands with its first options or with the lines to write on, so that none hangs at
 * the foot of a page. */
static double
measure_head (const char *text)
{
  g_auto (GStrv) lines = ks_paper_wrap (&bold, text, 0, KS_PAPER_WIDTH);

  return MIN (g_strv_length (lines) + 2, 12) * PITCH;
}

static void
add_question (KsFormFlow *flow, const KsQuestion *question)
{
  gboolean hint = question->type == KS_QUESTION_MULTI && strstr (question->text, "nhiều") == NULL;
  g_autofree char *text
      = g_strdup_printf ("%s. %s%s", question->id, question->text,
                         hint ? " (có thể chọn nhiều phương án)" : "");

  ks_paper_flow_keep (
      &flow->paper,
      measure_head (text)
          + (question->type == KS_QUESTION_TEXT ? WRITING_LINES * WRITING_PITCH - 2 * PITCH : 0));
  add_text (flow, &bold, 0, text);
  if (question->type == KS_QUESTION_TEXT)
    add_writing_lines (flow);
  else
    add_choices (flow, question);
  flow->paper.y += GAP;
}

static void
add_section (KsFormFlow *flow, const char *id)
{
  for (guint i = 0; i < ks_form_get_n_sections (flow->form); i++)
    {
      const KsSection *section = ks_form_get_section (flow->form, i);

      if (strcmp (section->id, id) != 0)
        continue;
      ks_paper_flow_keep (&flow->paper, measure_head (section->title) + GAP + 4 * PITCH);
      flow->paper.y += GAP;
      add_text (flow, &bold, 0, section->title);
      flow->paper.y += GAP / 2;
    }
}

static void
add_questions (KsFormFlow *flow)
{
  guint n_questions = ks_form_get_n_questions (flow->form);
  const char *section = NULL;

  for (guint i = 0; i < n_questions;)
    {
      const KsQuestion *question = ks_form_get_question (flow->form, i);
      guint n_rows = ks_form_grid_count (flow, i);

      if (question->section_id != NULL && g_strcmp0 (question->section_id, section) != 0)
        add_section (flow, question->section_id);
      section = question->section_id;
      if (n_rows > 0)
        ks_form_grid_add (flow, i, n_rows);
      else
        add_question (flow, question);
      i += MAX (1, n_rows);
    }
}

static void
add_closing (KsFormFlow *flow)
{
  const char *notice = ks_form_get_notice (flow->form);

  ks_paper_flow_keep (&flow->paper, 2 * PITCH);
  flow->paper.y += GAP;
  ks_paper_add_centred (flow->paper.page, &italic, flow->paper.y + ASCENT,
                        "Trân trọng cảm ơn đồng chí!");
  flow->paper.y += PITCH + GAP;
  /* The first words stand in a box on every page. */
  if (strchr (notice, ';') != NULL)
    add_text (flow, &KS_SERIF_ITALIC (11), 0, notice);
}

/**
 * ks_form_pages_new:
 * @form: a form
 * @info: whose it is
 * @error: return location for a missing font
 *
 * Lays out the form as it is filled in by hand: questions that share a scale as tables, others
 * with a box before each option, lines to write on. A stand-in and a simulated campaign are marked
 * on every page.
 *
 * Returns: (transfer full): its pages, or %NULL with @error set
 */
KsPages *
ks_form_pages_new (KsForm *form, const KsCampaignInfo *info, GError **error)
{
  g_autofree char *notice = ks_form_dup_short_notice (form);
  g_autofree char *title = g_strdup_printf ("Phiếu khảo sát – %s", ks_form_get_id (form));
  const KsPagesFacts facts = { .title = title, .author = info->issuing_body, .keywords = KEYWORDS };
  KsFormFlow flow = { .form = form, .info = info, .paper = { info->simulated, notice } };

  if (!ks_paper_flow_begin (&flow.paper, error))
    return NULL;
  add_title (&flow);
  add_introduction (&flow);
  add_unit (&flow);
  add_questions (&flow);
  add_closing (&flow);
  return ks_paper_flow_end (&flow.paper, &facts, NULL, NULL);
}
