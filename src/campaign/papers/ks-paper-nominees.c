/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-tables.h"

#include <string.h>

#include "ks-choose.h"
#include "ks-number.h"
#include "ks-paper-figures.h"
#include "ks-shortlist-words.h"
#include "ks-text.h"

/* Whom people chose: in the office's own order, without points and ranks. */

#define LEFT KS_ALIGN_LEFT
#define CENTRE KS_ALIGN_CENTRE
#define HASH_DIGITS 8

/* NULL: not of one unit. */
static KsUnit *
find_unit (const KsNominee *nominee, KsRegistry *registry)
{
  return *nominee->unit != '\0' ? ks_registry_lookup (registry, nominee->unit) : NULL;
}

/* Where a nominee stands: of the province before all, of a district before its units. */
static gint64
get_place (const KsNominee *nominee, KsRegistry *registry)
{
  KsUnit *unit = find_unit (nominee, registry);
  const KsDistrict *district = *nominee->district != '\0'
                                   ? ks_registry_lookup_district (registry, nominee->district)
                                   : NULL;

  if (unit != NULL)
    return 2 * (gint64)ks_unit_get_index (unit) + 1;
  return district != NULL ? 2 * (gint64)district->first : -1;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer registry)
{
  gint64 first = get_place (*(KsNominee *const *)a, registry);
  gint64 second = get_place (*(KsNominee *const *)b, registry);

  return first < second ? -1 : first > second;
}

/* The annex of a district names nobody of another one. */
static gboolean
belongs (const KsPaperMaterial *material, const KsNominee *nominee)
{
  KsRegistry *registry = ks_results_get_registry (material->live);
  KsUnit *unit = find_unit (nominee, registry);

  return material->district == NULL
         || g_strcmp0 (material->district, unit != NULL ? ks_unit_get_district_code (unit)
                                                        : nominee->district) == 0;
}

static GPtrArray *
find_nominees (const KsPaperMaterial *material, gboolean people)
{
  GPtrArray *nominees = material->shortlist != NULL ? material->shortlist->nominees : NULL;
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; nominees != NULL && i < nominees->len; i++)
    if ((((const KsNominee *)nominees->pdata[i])->kind == KS_NOMINEE_PERSON) == people
        && belongs (material, nominees->pdata[i]))
      g_ptr_array_add (found, nominees->pdata[i]);
  g_ptr_array_sort_with_data (found, compare_places, ks_results_get_registry (material->live));
  return found;
}

static void
add_facts (gpointer nominee, gpointer data)
{
  const KsPaperScope *scope = data;
  g_autoptr (GPtrArray) facts = ks_shortlist_dup_facts (scope->material->shortlist, nominee);

  for (guint i = 0; i < facts->len; i++)
    {
      const KsMeritFact *fact = facts->pdata[i];

      ks_paper_add_words (scope, fact->id, fact->text, fact->account);
    }
}

/* Vietnamese, whatever the window speaks. */
static char *
dup_scale (const KsCriteria *criteria)
{
  g_autofree char *at = NULL;

  if (criteria->lock == NULL)
    return g_strdup ("chưa chốt");
  at = ks_moment_format (criteria->lock->at);
  return g_strdup_printf ("chốt lúc %s (mã đối chiếu %.*s)%s", at, HASH_DIGITS,
                          criteria->lock->hash,
                          criteria->changed_after_lock  ? ", đã sửa sau khi chốt"
                          : criteria->locks->len > 1 ? ", đã chốt lại sau khi sửa"
                                                        : "");
}

/* "Xã A 97,14; Xã B 97,14" */
static char *
dup_points (const KsPaperScope *scope, GPtrArray *collectives)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < collectives->len; i++)
    {
      const KsNominee *nominee = collectives->pdata[i];
      const KsCandidate *candidate
          = nominee->kind == KS_NOMINEE_UNIT
                ? ks_shortlist_find (scope->material->shortlist, nominee->unit)
                : NULL;
      g_autofree char *score = candidate != NULL ? ks_format_decimal (candidate->score, 2) : NULL;

      if (score != NULL)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "",
                                ks_unit_get_name (candidate->unit), score);
    }
  return g_strdup (text->len > 0 ? text->str : "–");
}

/**
 * ks_paper_add_nominees:
 * @scope: the whole
 *
 * Puts into the book how many are proposed, and every number that their drafted merits rest on.
 */
void
ks_paper_add_nominees (const KsPaperScope *scope)
{
  static const char account[] = "Danh sách đề nghị khen thưởng do cơ quan chọn.";
  const KsShortlist *shortlist = scope->material->shortlist;
  g_autoptr (GPtrArray) collectives = find_nominees (scope->material, FALSE);
  g_autoptr (GPtrArray) people = find_nominees (scope->material, TRUE);
  g_autofree char *points = dup_points (scope, collectives);
  g_autofree char *scale = shortlist != NULL ? dup_scale (shortlist->criteria) : g_strdup ("–");

  ks_paper_add_count (scope, "nominees", collectives->len + people->len, account);
  ks_paper_add_count (scope, "nominees/collectives", collectives->len, account);
  ks_paper_add_count (scope, "nominees/persons", people->len, account);
  ks_paper_add_words (scope, "nominees/points", points,
                      "Tổng điểm các tiêu chí theo thang điểm khen thưởng, tối đa 100 điểm; thứ tự "
                      "đơn vị là thứ tự trong danh sách, không theo điểm.");
  ks_paper_add_words (scope, "scale", scale,
                      "Mã đối chiếu là những chữ số đầu của mã SHA-256 của thang điểm khi chốt.");
  g_ptr_array_foreach (collectives, add_facts, (gpointer)scope);
  g_ptr_array_foreach (people, add_facts, (gpointer)scope);
}

/* An officer's words keep their digits; of drafted ones each number is a figure. */
static void
add_merits (const KsPaperBuild *build, GPtrArray *row, const KsNominee *nominee)
{
  g_autofree char *merits
      = ks_shortlist_dup_merits (build->material->shortlist, nominee, *nominee->merits == '\0');

  if (*nominee->merits != '\0')
    ks_paper_row_quote (row, merits);
  else
    ks_paper_row_add (row, "%s", merits);
}

/* "huyện Yên Thế" behind a name that does not tell it. */
static void
append_district (GString *text, const KsPaperBuild *build, const KsNominee *nominee)
{
  g_autofree char *district
      = ks_nominee_dup_district (nominee, ks_results_get_registry (build->material->live));
  g_autofree char *running = ks_unit_dup_running_name (district);
  g_autofree char *key = ks_text_key (district);
  g_autofree char *said = ks_text_key (text->str);

  if (*district != '\0' && strstr (said, key) == NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", running);
}

static void
add_collective (const KsPaperBuild *build, guint number, const KsNominee *nominee)
{
  g_autofree char *name
      = ks_nominee_dup_name (nominee, ks_results_get_registry (build->material->live));
  g_autoptr (GString) text = g_string_new (name);
  GPtrArray *row = ks_paper_row_new ();

  append_district (text, build, nominee);
  ks_paper_row_add (row, "{=%u}", number);
  ks_paper_row_quote (row, text->str);
  add_merits (build, row, nominee);
  ks_paper_row_quote (row, nominee->form);
  ks_paper_row_quote (row, nominee->note);
  ks_paper_end_row (build, KS_ROW_PLAIN, row);
}

static void
add_person (const KsPaperBuild *build, guint number, const KsNominee *nominee)
{
  KsRegistry *registry = ks_results_get_registry (build->material->live);
  KsUnit *unit = find_unit (nominee, registry);
  g_autofree char *place
      = unit != NULL ? ks_unit_dup_running_name (ks_unit_get_name (unit)) : NULL;
  g_autoptr (GString) post = g_string_new (nominee->post);
  GPtrArray *row = ks_paper_row_new ();

  if (place != NULL)
    g_string_append_printf (post, "%s%s", post->len > 0 ? ", " : "", place);
  append_district (post, build, nominee);
  ks_paper_row_add (row, "{=%u}", number);
  ks_paper_row_quote (row, nominee->name);
  ks_paper_row_quote (row, post->str);
  add_merits (build, row, nominee);
  ks_paper_row_quote (row, nominee->form);
  ks_paper_row_quote (row, nominee->note);
  ks_paper_end_row (build, KS_ROW_PLAIN, row);
}

static void
add_nominees (const KsPaperBuild *build,
              const KsPaperGrid *grid,
              gboolean people,
              void (*add) (const KsPaperBuild *, guint, const KsNominee *))
{
  g_autoptr (GPtrArray) nominees = find_nominees (build->material, people);

  if (nominees->len == 0)
    return;
  ks_paper_begin_table (build, grid);
  for (guint i = 0; i < nominees->len; i++)
    add (build, i + 1, nominees->pdata[i]);
  ks_document_end_table (build->document);
}

/**
 * ks_paper_table_collectives:
 * @build: a paper
 * @caption: (nullable): above the table
 *
 * Adds the units and other collectives that are proposed, with their merits.
 */
void
ks_paper_table_collectives (const KsPaperBuild *build, const char *caption)
{
  static const KsPaperColumn columns[] = {
    { "STT", 10, CENTRE },       { "Tên tập thể", 34, LEFT }, { "Thành tích tóm tắt", 90, LEFT },
    { "Hình thức", 14, CENTRE }, { "Ghi chú", 12, LEFT },
  };
  const KsPaperGrid grid = { .sheet = "Tập thể",
                             .caption = caption,
                             .columns = columns,
                             .n_columns = G_N_ELEMENTS (columns),
                             .breaks = TRUE };

  add_nominees (build, &grid, FALSE, add_collective);
}

/**
 * ks_paper_table_persons:
 * @build: a paper
 * @caption: (nullable): above the table
 *
 * Adds the people that are proposed, with their merits.
 */
void
ks_paper_table_persons (const KsPaperBuild *build, const char *caption)
{
  static const KsPaperColumn columns[] = {
    { "STT", 10, CENTRE },
    { "Họ và tên", 23, LEFT },
    { "Chức vụ, đơn vị", 41, LEFT },
    { "Thành tích tóm tắt", 60, LEFT },
    { "Hình thức", 14, CENTRE },
    { "Ghi chú", 12, LEFT },
  };
  const KsPaperGrid grid = { .sheet = "Cá nhân",
                             .caption = caption,
                             .columns = columns,
                             .n_columns = G_N_ELEMENTS (columns),
                             .breaks = TRUE };

  add_nominees (build, &grid, TRUE, add_person);
}
