/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-work-file.h"

#include "ks-code.h"
#include "ks-columns.h"
#include "ks-i18n.h"

#define MAX_PEOPLE 100000

static const char *const code_names[] = { "code", "ma don vi", "ma dvhc", NULL };
static const char *const reported_names[] = { "reported_at", "thoi diem bao cao", NULL };
static const char *const posted_at_names[] = { "posted_at", "thoi diem dang", NULL };
static const char *const kind_names[] = { "kind", "loai", NULL };

/* The counts of a report, in the order of the fields below. */
static const char *const count_names[][2] = {
  { "staff_present", NULL }, { "guided", NULL },   { "answered", NULL }, { "posted", NULL },
  { "website", NULL },       { "zalo", NULL },     { "facebook", NULL }, { "meetings", NULL },
};

enum {
  COUNT_STAFF_PRESENT,
  COUNT_GUIDED,
  COUNT_ANSWERED,
  COUNT_POSTED,
  COUNT_WEBSITE,
  COUNT_ZALO,
  COUNT_FACEBOOK,
  COUNT_MEETINGS,
  N_COUNTS,
};

typedef struct {
  KsCsvReader *csv;
  KsRegistry  *registry;
  int          code;
  int          moment;
  int          kind;
  int          counts[N_COUNTS];
} WorkColumns;

static KsUnit *
read_unit (const WorkColumns *columns, const KsRow *row, GError **error)
{
  g_autofree char *given = ks_dup_cell (row, columns->code);
  g_autofree char *code = ks_code_read (given);
  KsUnit *unit = code != NULL ? ks_registry_lookup (columns->registry, code) : NULL;

  if (unit == NULL)
    ks_refuse_row (row, columns->csv,
                   _ ("no unit of the registry has this code; mend the code and try again"),
                   error);
  return unit;
}

static gboolean
read_moment (const WorkColumns *columns, const KsRow *row, KsMoment *moment, GError **error)
{
  g_autofree char *text = ks_dup_cell (row, columns->moment);

  return ks_moment_parse (text, moment)
         || ks_refuse_row (row, columns->csv,
                           _ ("the time must be written like 2024-04-01 17:30"), error);
}

static gboolean
read_report (const WorkColumns *columns, const KsRow *row, GPtrArray *reports, GError **error)
{
  KsUnit *unit = read_unit (columns, row, error);
  KsMoment moment;
  gint64 counts[N_COUNTS];
  KsReport *report;

  if (unit == NULL || !read_moment (columns, row, &moment, error))
    return FALSE;
  for (guint i = 0; i < N_COUNTS; i++)
    {
      counts[i] = ks_read_count (row, columns->counts[i], MAX_PEOPLE);
      if (counts[i] < 0)
        return ks_refuse_row (row, columns->csv,
                              _ ("the figures of a report must be whole numbers"), error);
    }
  report = g_new0 (KsReport, 1);
  report->unit = g_strdup (ks_unit_get_code (unit));
  report->reported = moment;
  report->staff_present = (int) counts[COUNT_STAFF_PRESENT];
  report->guided = (int) counts[COUNT_GUIDED];
  report->answered = (int) counts[COUNT_ANSWERED];
  report->posted = counts[COUNT_POSTED] > 0;
  report->website = counts[COUNT_WEBSITE] > 0;
  report->zalo = counts[COUNT_ZALO] > 0;
  report->facebook = counts[COUNT_FACEBOOK] > 0;
  report->meetings = (int) counts[COUNT_MEETINGS];
  g_ptr_array_add (reports, report);
  return TRUE;
}

static gboolean
read_post (const WorkColumns *columns, const KsRow *row, GPtrArray *posts, GError **error)
{
  KsUnit *unit = read_unit (columns, row, error);
  KsMoment moment;
  KsPost *post;

  if (unit == NULL || !read_moment (columns, row, &moment, error))
    return FALSE;
  post = g_new0 (KsPost, 1);
  post->unit = g_strdup (ks_unit_get_code (unit));
  post->posted = moment;
  post->kind = ks_dup_cell (row, columns->kind);
  post->copies = 1;
  g_ptr_array_add (posts, post);
  return TRUE;
}

static gboolean
find_columns (WorkColumns *columns, const char *const *moment_names, GError **error)
{
  const KsRow *header = ks_csv_reader_next (columns->csv, error);
  g_autofree char *message = NULL;

  if (header == NULL)
    return FALSE;
  columns->code = ks_find_column (header, code_names);
  columns->moment = ks_find_column (header, moment_names);
  columns->kind = ks_find_column (header, kind_names);
  for (guint i = 0; i < N_COUNTS; i++)
    columns->counts[i] = ks_find_column (header, count_names[i]);
  if (columns->code >= 0 && columns->moment >= 0)
    return TRUE;
  message = g_strdup_printf (_ ("the first row must name the columns “%s” and “%s”"),
                             code_names[0], moment_names[0]);
  return ks_refuse_row (header, columns->csv, message, error);
}

typedef gboolean (*ReadFunc) (const WorkColumns *columns, const KsRow *row, GPtrArray *rows,
                              GError **error);

static GPtrArray *
read_table (KsCsvReader *csv, KsRegistry *registry, const char *const *moment_names, ReadFunc read,
            GDestroyNotify destroy, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (destroy);
  g_autoptr (GError) local = NULL;
  WorkColumns columns = { .csv = csv, .registry = registry };
  const KsRow *row;

  if (!find_columns (&columns, moment_names, error))
    return NULL;
  while ((row = ks_csv_reader_next (csv, &local)) != NULL)
    if (!read (&columns, row, rows, error))
      return NULL;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&rows);
}

/* A group that reports twice means its later report; of two of the same minute, the lower row. */
static GPtrArray *
keep_latest (GPtrArray *reports)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_report_free);
  g_autoptr (GHashTable) latest = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < reports->len; i++)
    {
      KsReport *report = g_ptr_array_index (reports, i);
      KsReport *there = g_hash_table_lookup (latest, report->unit);

      if (there == NULL || report->reported >= there->reported)
        g_hash_table_replace (latest, report->unit, report);
    }
  for (guint i = 0; i < reports->len; i++)
    {
      KsReport **report = (KsReport **) &g_ptr_array_index (reports, i);

      if (g_hash_table_lookup (latest, (*report)->unit) == *report)
        g_ptr_array_add (kept, g_steal_pointer (report));
      else
        g_clear_pointer (report, ks_report_free);
    }
  return kept;
}

/**
 * ks_read_reports:
 * @csv: a table with the columns code and reported_at, and staff_present, guided, answered,
 *   posted, website, zalo, facebook, meetings
 * @registry: the units
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsReport): the latest report of each unit, or %NULL with
 *   @error naming the row
 */
GPtrArray *
ks_read_reports (KsCsvReader *csv, KsRegistry *registry, GError **error)
{
  g_autoptr (GPtrArray) reports = read_table (csv, registry, reported_names, read_report,
                                              (GDestroyNotify) ks_report_free, error);

  return reports != NULL ? keep_latest (reports) : NULL;
}

static int
compare_posts (gconstpointer a, gconstpointer b)
{
  const KsPost *left = *(const KsPost *const *) a;
  const KsPost *right = *(const KsPost *const *) b;
  int order = g_strcmp0 (left->unit, right->unit);

  if (order == 0 && left->posted != right->posted)
    order = left->posted < right->posted ? -1 : 1;
  return order != 0 ? order : g_strcmp0 (left->kind, right->kind);
}

/* Posts of the same unit, minute and kind become one row that counts them. */
static GPtrArray *
fold_copies (GPtrArray *posts)
{
  GPtrArray *folded = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_post_free);
  KsPost *last = NULL;

  g_ptr_array_sort (posts, compare_posts);
  for (guint i = 0; i < posts->len; i++)
    {
      KsPost **post = (KsPost **) &g_ptr_array_index (posts, i);

      if (last != NULL && compare_posts (&last, post) == 0)
        {
          last->copies++;
          continue;
        }
      last = g_steal_pointer (post);
      g_ptr_array_add (folded, last);
    }
  return folded;
}

/**
 * ks_read_posts:
 * @csv: a table with the columns code, posted_at and kind
 * @registry: the units
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsPost): the posts by unit, time and kind, or %NULL with
 *   @error naming the row
 */
GPtrArray *
ks_read_posts (KsCsvReader *csv, KsRegistry *registry, GError **error)
{
  g_autoptr (GPtrArray) posts = read_table (csv, registry, posted_at_names, read_post,
                                            (GDestroyNotify) ks_post_free, error);

  return posts != NULL ? fold_copies (posts) : NULL;
}
