/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-document.h"
#include "ks-number.h"
#include "ks-score.h"
#include "ks-shortlist-words.h"

/* What papers say is Vietnamese, whatever the language of the window. */

/* What a justification is drafted from. */
typedef struct
{
  const char *code;
  const char *name;
  gint64 answers;
  gint64 staff;
  guint n_units;   /* 0: it is one unit */
  gboolean person; /* whose part in the work is told, not all of it */
  const KsCandidate *unit;
} Figures;

/**
 * ks_merit_fact_free:
 * @self: (nullable): a fact
 *
 * Frees the fact.
 */
void
ks_merit_fact_free (KsMeritFact *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->text);
  g_free (self->account);
  g_free (self);
}

/* Takes @text and @account. */
static void
add_fact (GPtrArray *facts, const Figures *figures, const char *what, char *text, char *account)
{
  KsMeritFact *fact = g_new0 (KsMeritFact, 1);

  fact->id = g_strdup_printf ("merit/%s/%s", figures->code, what);
  fact->text = text;
  fact->account = account;
  g_ptr_array_add (facts, fact);
}

static void
add_participation (GPtrArray *facts, const Figures *figures)
{
  g_autofree char *answers = ks_format_count (figures->answers);
  g_autofree char *staff = ks_format_count (figures->staff);

  add_fact (facts, figures, "answers", g_strdup (answers),
            g_strdup_printf ("Số phiếu hợp lệ của %s: %s.\nKhông kể phiếu chờ xem xét và phiếu "
                             "không tính.",
                             figures->name, answers));
  add_fact (facts, figures, "staff", g_strdup (staff),
            g_strdup_printf ("Số cán bộ, công chức thuộc diện khảo sát của %s: %s.\nBằng tổng số "
                             "trừ số người vắng có lý do, theo danh sách đơn vị.",
                             figures->name, staff));
  add_fact (facts, figures, "rate", ks_format_percent (figures->answers, figures->staff),
            g_strdup_printf ("Tỷ lệ tham gia của %s = số phiếu hợp lệ %s chia cho số cán bộ, công "
                             "chức %s.",
                             figures->name, answers, staff));
}

static void
add_work (GPtrArray *facts, const Figures *figures)
{
  const KsCandidate *unit = figures->unit;

  if (unit->reported != KS_MOMENT_NONE)
    add_fact (facts, figures, "reported", ks_moment_format (unit->reported),
              g_strdup_printf ("Thời điểm báo cáo của tổ công tác %s, theo báo cáo đã nhập.",
                               figures->name));
  if (figures->person)
    return;
  add_fact (facts, figures, "publicity",
            g_strdup_printf ("%u/%d", unit->n_publicity, KS_PUBLICITY_CHANNELS),
            g_strdup_printf ("Số hình thức công khai, tuyên truyền của %s theo báo cáo của tổ công "
                             "tác, trong số hình thức nêu ở kế hoạch (niêm yết, trang thông tin, "
                             "Zalo, Facebook, hội nghị).",
                             figures->name));
  add_fact (facts, figures, "post_days", g_strdup_printf ("%u/%d", unit->n_post_days, KS_POST_DAYS),
            g_strdup_printf ("Số ngày %s có tin, ảnh đăng trong nhóm Zalo, tính trong những ngày "
                             "ngay trước ngày khảo sát.",
                             figures->name));
}

static GPtrArray *
make_facts (const Figures *figures)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_merit_fact_free);

  add_participation (facts, figures);
  if (figures->unit != NULL)
    add_work (facts, figures);
  return facts;
}

/* The text of a fact, or where it stands in a paper; %NULL: there is no such fact. */
static char *
dup_value (GPtrArray *facts, const char *what, gboolean marked)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const KsMeritFact *fact = facts->pdata[i];

      if (g_str_has_suffix (fact->id, what)
          && fact->id[strlen (fact->id) - strlen (what) - 1] == '/')
        return marked ? g_strdup_printf ("{%s}", fact->id) : g_strdup (fact->text);
    }
  return NULL;
}

static char *
write_merits (const Figures *figures, gboolean marked)
{
  g_autoptr (GPtrArray) facts = make_facts (figures);
  g_autofree char *answers = dup_value (facts, "answers", marked);
  g_autofree char *staff = dup_value (facts, "staff", marked);
  g_autofree char *rate = dup_value (facts, "rate", marked);
  g_autofree char *reported = dup_value (facts, "reported", marked);
  g_autofree char *publicity = dup_value (facts, "publicity", marked);
  g_autofree char *days = dup_value (facts, "post_days", marked);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s/%s cán bộ, công chức tham gia (%s)", answers, staff,
                          rate);
  if (reported != NULL)
    g_string_append_printf (text, "; tổ công tác báo cáo lúc %s", reported);
  if (publicity != NULL && figures->unit->n_publicity > 0)
    g_string_append_printf (text, "; công khai, tuyên truyền bằng %s hình thức", publicity);
  if (days != NULL && figures->unit->n_post_days > 0)
    g_string_append_printf (text, "; đăng tin, ảnh nhóm Zalo %s ngày trước ngày khảo sát", days);
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

static Figures
take_unit (const KsCandidate *candidate)
{
  return (Figures){ .code = ks_unit_get_code (candidate->unit),
                    .name = ks_unit_get_name (candidate->unit),
                    .answers = candidate->answers,
                    .staff = candidate->staff,
                    .unit = candidate };
}

static Figures
sum_district (const KsShortlist *list, const char *district)
{
  Figures figures = { .code = district };

  for (guint i = 0; i < list->candidates->len; i++)
    {
      const KsCandidate *candidate = list->candidates->pdata[i];

      if (!g_str_equal (ks_unit_get_district_code (candidate->unit), district))
        continue;
      figures.name = ks_unit_get_district_name (candidate->unit);
      figures.answers += candidate->answers;
      figures.staff += candidate->staff;
      figures.n_units++;
    }
  return figures;
}

/* FALSE: there are no figures to draft from. */
static gboolean
find_figures (const KsShortlist *list, const KsNominee *nominee, Figures *figures)
{
  const KsCandidate *candidate
      = *nominee->unit != '\0' ? ks_shortlist_find (list, nominee->unit) : NULL;

  if (candidate != NULL)
    *figures = take_unit (candidate);
  else if (*nominee->district != '\0')
    *figures = sum_district (list, nominee->district);
  else
    return FALSE;
  figures->person = nominee->kind == KS_NOMINEE_PERSON;
  return figures->staff > 0;
}

/**
 * ks_candidate_dup_merits:
 * @self: a candidate
 * @marked: whether each number stands as {id} of its fact
 *
 * Returns: (transfer full): the unit's merits as a paper tells them, in Vietnamese
 */
char *
ks_candidate_dup_merits (const KsCandidate *self, gboolean marked)
{
  Figures figures = take_unit (self);

  return write_merits (&figures, marked);
}

/**
 * ks_candidate_dup_facts:
 * @self: a candidate
 *
 * Returns: (transfer full) (element-type KsMeritFact): the numbers of its merits with their
 * accounts
 */
GPtrArray *
ks_candidate_dup_facts (const KsCandidate *self)
{
  Figures figures = take_unit (self);

  return make_facts (&figures);
}

/**
 * ks_shortlist_dup_merits:
 * @self: a list
 * @nominee: whom people chose
 * @marked: whether each number of a draft stands as {id} of its fact
 *
 * Returns: (transfer full): the merits as the officer wrote them, else as they are drafted, else
 *   nothing
 */
char *
ks_shortlist_dup_merits (const KsShortlist *self, const KsNominee *nominee, gboolean marked)
{
  Figures figures;
  g_autofree char *merits = NULL;
  g_autofree char *running = NULL;
  g_autofree char *name = NULL;

  if (*nominee->merits != '\0')
    return g_strdup (nominee->merits);
  if (!find_figures (self, nominee, &figures))
    return g_strdup ("");
  merits = write_merits (&figures, marked);
  if (!figures.person)
    return g_steal_pointer (&merits);
  running = ks_unit_dup_running_name (figures.name);
  name = marked ? ks_document_quote (running) : g_strdup (running);
  return g_strdup_printf ("Góp phần tổ chức khảo sát tại %s: %s", name, merits);
}

/**
 * ks_shortlist_dup_facts:
 * @self: a list
 * @nominee: whom people chose
 *
 * Returns: (transfer full) (element-type KsMeritFact): the numbers that its drafted merits rest on;
 *   none where the officer wrote them
 */
GPtrArray *
ks_shortlist_dup_facts (const KsShortlist *self, const KsNominee *nominee)
{
  Figures figures;

  if (*nominee->merits == '\0' && find_figures (self, nominee, &figures))
    return make_facts (&figures);
  return g_ptr_array_new_with_free_func ((GDestroyNotify)ks_merit_fact_free);
}
