/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-number.h"
#include "ks-shares.h"
#include "ks-summary-private.h"

/* The answers of the province: the chart, the table behind it, and what is left out of both. */

#define MAX_LEVELS 7
#define N_BEFORE 3 /* columns before the levels: id, text, count */
#define N_AFTER 3  /* and behind them: "không biết", good, blank */
#define WIDTH_ID 9.0
#define WIDTH_COUNT 13.0
#define WIDTH_FIGURE 12.0
#define ROW_PADDING 2.8
#define HEADER_PADDING 3.0
#define CAPTION_UNDER_CHART 7.4
#define CHART_GAP 6.0
#define SMALLEST_CHART 20.0
#define LARGEST_CHART 230.0
#define TABLE_SIZE 9

typedef struct {
  KsPaperTable   table;
  double         edges[MAX_LEVELS + N_BEFORE + N_AFTER + 1];
  KsAlign        aligns[MAX_LEVELS + N_BEFORE + N_AFTER];
  const char    *header[MAX_LEVELS + N_BEFORE + N_AFTER];
} Columns;

static void
add_chart (KsSummaryFlow *flow)
{
  const KsSummary *summary = flow->summary;
  double wanted = summary->chart (NULL, KS_PAPER_WIDTH * KS_POINTS_PER_MM, 0, summary->chart_data)
                  * KS_MM_PER_POINT;
  double height = CLAMP (wanted, SMALLEST_CHART, LARGEST_CHART);
  KsStyle caption = KS_SERIF_ITALIC (13);
  KsRect place;

  ks_paper_flow_keep (&flow->paper, height + CAPTION_UNDER_CHART + CHART_GAP);
  place = (KsRect){ KS_PAPER_LEFT, flow->paper.y, KS_PAPER_WIDTH, height };
  ks_folio_add_painting (flow->paper.page, &place, summary->chart, summary->chart_data);
  flow->paper.y += height + CAPTION_UNDER_CHART;
  ks_paper_add_centred (flow->paper.page, &caption, flow->paper.y,
                        "Biểu đồ 1. Kết quả trả lời từng nội dung, toàn tỉnh");
  flow->paper.y += CHART_GAP;
}

static guint
count_levels (const KsSummaryQuestion *question)
{
  return MIN (g_strv_length ((char **) question->levels), MAX_LEVELS);
}

static guint
count_most_levels (const KsSummary *summary)
{
  guint most = 0;

  for (guint i = 0; i < summary->n_questions; i++)
    most = MAX (most, count_levels (&summary->questions[i]));
  return most;
}

static gboolean
same_scale (const KsSummaryQuestion *a, const KsSummaryQuestion *b)
{
  return g_strv_equal (a->levels, b->levels);
}

/* Widths: the text of the question has what the figures leave. */
static void
set_edges (Columns *columns, guint n_levels)
{
  guint n = N_BEFORE + n_levels + N_AFTER;

  columns->edges[0] = KS_PAPER_LEFT;
  columns->edges[1] = KS_PAPER_LEFT + WIDTH_ID;
  columns->edges[n] = KS_PAPER_RIGHT;
  for (guint i = n - 1; i >= N_BEFORE; i--)
    columns->edges[i] = columns->edges[i + 1] - WIDTH_FIGURE;
  columns->edges[2] = columns->edges[3] - WIDTH_COUNT;
  for (guint i = 0; i < n; i++)
    columns->aligns[i] = i == 1 ? KS_ALIGN_LEFT : KS_ALIGN_CENTRE;
  columns->table.n_columns = n;
}

static double
measure_header (const Columns *columns)
{
  KsPaperTable header = columns->table;

  header.padding = KS_PAPER_HEADER_PADDING;
  return ks_paper_flow_measure_row (&header, &header.header_style, header.header) + HEADER_PADDING;
}

/* The levels of a scale name the columns, so each scale has a header of its own. */
static void
set_columns (Columns *columns, const KsSummaryQuestion *question, guint n_levels)
{
  guint n_own = count_levels (question);
  guint after = N_BEFORE + n_levels;

  columns->table.edges = columns->edges;
  columns->table.aligns = columns->aligns;
  columns->table.padding = 1.0;
  columns->table.header_style = KS_SERIF_BOLD (TABLE_SIZE);
  columns->table.header = columns->header;
  set_edges (columns, n_levels);
  columns->header[0] = "Câu";
  columns->header[1] = "Nội dung";
  columns->header[2] = "Số phiếu trả lời";
  for (guint i = 0; i < n_levels; i++)
    columns->header[N_BEFORE + i] = i < n_own ? question->levels[i] : "";
  columns->header[after] = "Không biết";
  columns->header[after + 1] = "Đánh giá tốt";
  columns->header[after + 2] = "Không trả lời";
  columns->table.header_height = measure_header (columns);
}

/* "2.758" over "61,76%" */
static char *
format_figure (gint64 count, gint64 hundredths)
{
  g_autofree char *figure = ks_format_count (count);
  g_autofree char *share = ks_format_decimal ((double) hundredths / 100, 2);

  return g_strdup_printf ("%s\n%s%%", figure, share);
}

/* The share of good opinions is the sum of the printed shares, so that it adds up by hand. */
static char *
format_good (const KsSummaryQuestion *question, const gint64 *shares, guint n_levels)
{
  gint64 share = 0;

  for (guint i = 0; i < n_levels; i++)
    share += question->good_levels[i] ? shares[i] : 0;
  return format_figure (question->good, share);
}

static void
add_question (KsSummaryFlow *flow, const Columns *columns, const KsSummaryQuestion *question,
              guint n_levels)
{
  KsStyle style = KS_SERIF (TABLE_SIZE);
  guint n_own = count_levels (question);
  gint64 counts[MAX_LEVELS + 1];
  gint64 shares[MAX_LEVELS + 1];
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const char *const *texts;
  gboolean any;

  memcpy (counts, question->counts, n_own * sizeof *counts);
  counts[n_own] = question->dont_know;
  any = ks_round_shares (counts, n_own + 1, KS_SHARES_HUNDREDTHS, shares);
  g_ptr_array_add (cells, g_strdup (question->id));
  g_ptr_array_add (cells, g_strdup (question->text));
  g_ptr_array_add (cells, any ? format_figure (question->answered, KS_SHARES_HUNDREDTHS)
                              : g_strdup ("0"));
  for (guint i = 0; i < n_levels; i++)
    g_ptr_array_add (cells, any && i < n_own ? format_figure (counts[i], shares[i])
                                             : g_strdup (i < n_own ? "–" : ""));
  g_ptr_array_add (cells, any && question->has_dont_know
                              ? format_figure (counts[n_own], shares[n_own])
                              : g_strdup ("–"));
  g_ptr_array_add (cells, any ? format_good (question, shares, n_own) : g_strdup ("–"));
  g_ptr_array_add (cells, ks_format_count (question->blank));
  texts = (const char *const *) cells->pdata;
  ks_paper_flow_add_row (&flow->paper, &columns->table, &style,
                         ks_paper_flow_measure_row (&columns->table, &style, texts) + ROW_PADDING,
                         texts);
}

static void
add_table (KsSummaryFlow *flow)
{
  const KsSummary *summary = flow->summary;
  guint n_levels = count_most_levels (summary);
  const KsSummaryQuestion *last = NULL;
  Columns columns;

  ks_paper_flow_keep (&flow->paper, 40);
  ks_paper_flow_add_caption (&flow->paper, "Biểu 2. Số lượng, tỷ lệ từng nội dung, toàn tỉnh");
  for (guint i = 0; i < summary->n_questions; i++)
    {
      const KsSummaryQuestion *question = &summary->questions[i];

      if (last == NULL || !same_scale (last, question))
        {
          set_columns (&columns, question, n_levels);
          ks_paper_flow_begin_table (&flow->paper, &columns.table, 12);
        }
      add_question (flow, &columns, question, n_levels);
      last = question;
    }
}

/* "Rất tốt, Tốt (A1, A2); Rất hài lòng, Hài lòng (D4)": what counts as good, question by question
 * only where it differs. */
static char *
list_good (const KsSummary *summary)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < summary->n_questions;)
    {
      const char *labels = summary->questions[i].good_labels;
      GString *ids = g_string_new (summary->questions[i].id);
      guint first = i;

      for (i++; i < summary->n_questions
                && g_strcmp0 (labels, summary->questions[i].good_labels) == 0; i++)
        g_string_append_printf (ids, ", %s", summary->questions[i].id);
      if (i - first == summary->n_questions)
        g_string_append (text, labels);
      else
        g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? "; " : "", labels, ids->str);
      g_string_free (ids, TRUE);
    }
  return g_strdup (text->str);
}

static void
append_left_out (GString *text, const KsSummary *summary)
{
  g_autofree char *left_out = ks_format_count (summary->left_out);

  if (summary->left_out > 0)
    g_string_append_printf (text, " Không gồm %s phiếu của đơn vị dưới 5 phiếu.", left_out);
  if (summary->n_sensitive > 0)
    g_string_append_printf (text, " Không nêu %u câu hỏi để bảo đảm tính khuyết danh.",
                            summary->n_sensitive);
  if (summary->earlier_figures_of != KS_MOMENT_NONE)
    {
      g_autofree char *moment = ks_moment_format (summary->earlier_figures_of);

      g_string_append_printf (text, " Số liệu trả lời là số liệu đã nêu lúc %s.", moment);
    }
  if (summary->form_notice != NULL)
    g_string_append_printf (text, " Phiếu khảo sát: %s.", summary->form_notice);
}

static void
add_notes (KsSummaryFlow *flow)
{
  KsStyle style = KS_SERIF_ITALIC (11);
  g_autofree char *good = list_good (flow->summary);
  g_autoptr (GString) text = g_string_new (NULL);

  if (*good != '\0')
    g_string_append_printf (text, "Đánh giá tốt gồm: %s. Tỷ lệ tính trên số phiếu có trả lời câu "
                                  "hỏi, kể cả phiếu chọn không biết.", good);
  append_left_out (text, flow->summary);
  flow->paper.y += 1.5;
  ks_paper_flow_add_text (&flow->paper, &style, 4.8, 0, g_strchug (text->str));
}

/**
 * ks_summary_add_answers:
 * @flow: the paper
 *
 * Adds the chart of the province, the table behind it and their notes, on a page of their own;
 * where no answers may be shown, one sentence says so.
 */
void
ks_summary_add_answers (KsSummaryFlow *flow)
{
  KsStyle body = KS_SERIF (14);

  if (flow->summary->n_questions == 0)
    {
      flow->paper.y += 6;
      ks_paper_flow_add_text (&flow->paper, &body, 6.6, KS_PAPER_INDENT,
                              "Chưa đủ số phiếu để nêu kết quả trả lời.");
      return;
    }
  ks_paper_flow_begin_page (&flow->paper);
  if (flow->summary->chart != NULL)
    add_chart (flow);
  add_table (flow);
  add_notes (flow);
}
