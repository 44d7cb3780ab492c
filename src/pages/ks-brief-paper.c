/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-brief-paper.h"

#include "ks-number.h"

/* Báo cáo nhanh, on one A4 in any case: what does not fit is set smaller; then names give way to
 * their number, and at last the districts to the total. Its texts are Vietnamese data. */

#define KEYWORDS "khaosat:layout=brief;v=1"
#define TABLE_GAP 3.0

typedef struct {
  double   size;    /* of the body */
  double   pitch;
  double   table;
  double   row;
  double   header;
  double   header_height;
} Look;

static const Look looks[] = {
  { 14, KS_PAPER_PITCH, 12.5, 7.6, 12, 13.4 },
  { 14, 6.4, 12.5, 7.0, 12, 12.8 },
  { 14, 6.2, 12, 6.4, 12, 12.6 },
  { 13, 6.0, 12, 6.0, 11.5, 12.0 },
  { 13, 5.8, 11, 5.4, 11, 11.4 },
  { 12, 5.6, 10.5, 5.0, 10.5, 10.8 },
  { 12, 5.4, 10, 4.6, 10, 10.2 },
};

/* What of it is told. */
typedef struct {
  const Look *look;
  gboolean    names;
  gboolean    rows;
} Attempt;

static void
append_unanswered (GString *text, const KsBrief *brief, gboolean names)
{
  g_autofree char *number = ks_format_count (brief->facts.n_unanswered);
  g_autofree char *list
      = names && brief->unanswered != NULL && brief->unanswered[0] != NULL
            ? g_strjoinv (", ", (char **) brief->unanswered)
            : NULL;

  if (brief->facts.n_unanswered == 0)
    return;
  if (list != NULL && g_strv_length ((char **) brief->unanswered) == brief->facts.n_unanswered)
    g_string_append_printf (text, " Đơn vị chưa có phiếu: %s.", list);
  else if (list != NULL)
    g_string_append_printf (text, " Còn %s đơn vị chưa có phiếu, trong đó có %s.", number, list);
  else
    g_string_append_printf (text, " Còn %s đơn vị chưa có phiếu.", number);
}

static char *
dup_facts (const KsBrief *brief, const Attempt *attempt)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *districts = ks_format_count (brief->n_districts);

  ks_participation_append_total (text, &brief->facts);
  append_unanswered (text, brief, attempt->names);
  ks_participation_append_checking (text, &brief->facts);
  if (!attempt->rows && brief->n_districts > 0)
    g_string_append_printf (text, " Báo cáo này nêu tổng số của %s huyện, thị xã, thành phố.",
                            districts);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_table (KsPaperFlow *flow, const KsBrief *brief, const Attempt *attempt)
{
  g_autofree char *under = g_strdup_printf ("Đơn vị đạt\ndưới %u%%", brief->facts.limit);
  const KsPaperDistrictsLook look = {
    attempt->look->table, attempt->look->row, attempt->look->header, attempt->look->header_height,
    brief->facts.limit > 0 ? under : "Đơn vị chưa\ncó phiếu",
  };

  flow->y += TABLE_GAP;
  ks_paper_flow_add_districts (flow, &look, brief->districts,
                               attempt->rows ? brief->n_districts : 0, &brief->facts.total);
  flow->y += TABLE_GAP;
}

static void
write_paper (KsPaperFlow *flow, const KsBrief *brief, const Attempt *attempt)
{
  static const char *const subjects[] = { "kết quả tham gia khảo sát của cán bộ, công chức", NULL };
  KsStyle body = KS_SERIF (attempt->look->size);
  g_autofree char *facts = dup_facts (brief, attempt);
  g_autofree char *request = ks_participation_dup_request (
      &brief->facts, brief->n_districts > 0
                         ? "Ban Chỉ đạo, Liên đoàn Lao động các huyện, thị xã, thành phố"
                         : "cấp ủy các đơn vị");

  ks_participation_open (flow, &brief->facts, "BÁO CÁO NHANH", subjects);
  ks_paper_flow_add_text (flow, &body, attempt->look->pitch, KS_PAPER_INDENT, facts);
  add_table (flow, brief, attempt);
  ks_paper_flow_add_text (flow, &body, attempt->look->pitch, KS_PAPER_INDENT, request);
  ks_paper_flow_close (flow, &brief->closing);
}

/* Everything in every size first; then without the names, then without the districts. */
static Attempt
get_attempt (guint index)
{
  guint step = index / G_N_ELEMENTS (looks);

  return (Attempt){ &looks[index % G_N_ELEMENTS (looks)], step == 0, step < 2 };
}

/**
 * ks_brief_pages_new:
 * @brief: what it says; nothing of it is kept
 * @error: return location for an error
 *
 * Lays out "Báo cáo nhanh", one A4 page in the Party layout.
 *
 * Returns: (transfer full): the paper, or %NULL with %KS_PAGES_ERROR_FONT
 */
KsPages *
ks_brief_pages_new (const KsBrief *brief, GError **error)
{
  const guint n_attempts = 3 * G_N_ELEMENTS (looks);
  g_autofree char *title = g_strdup_printf ("Báo cáo nhanh – %s", brief->facts.info->id);
  const KsPagesFacts facts = { .title = title, .author = brief->facts.organ, .keywords = KEYWORDS };
  g_auto (KsPaperFlow) flow = { .simulated = brief->facts.info->simulated };

  for (guint i = 0; i < n_attempts && (flow.pages == NULL || flow.pages->len > 1); i++)
    {
      Attempt attempt = get_attempt (i);

      ks_paper_flow_drop (&flow);
      if (!ks_paper_flow_begin (&flow, error))
        return NULL;
      write_paper (&flow, brief, &attempt);
    }
  return ks_paper_flow_end (&flow, &facts, NULL, NULL);
}
