/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-work-plan-private.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-text.h"
#include "ks-work-words.h"

#define MAX_COPIES 1000
#define MAX_KIND 200

/* What the rows of tables tell. */

/* A row whose unit is known, and the hour of its report. */
typedef struct {
  const KsPlanRow *row;
  KsMoment         reported;
  guint            at;
} Report;

static KsListSheet *
get_sheet (KsWorkPlan *self, const KsPlanRow *row)
{
  return ks_units_plan_get_sheets (self->units)->pdata[row->sheet];
}

static void
add_fault (KsWorkPlan *self, const KsPlanRow *row, int column, const char *message)
{
  g_autofree char *place
      = ks_list_sheet_dup_place (get_sheet (self, row), row->number, column);

  g_ptr_array_add (self->faults, g_strdup_printf ("%s: %s", place, message));
}

/* As the registry has it: a row that is decided anew forgets its own. */
static const char *
get_code (KsWorkPlan *self, const KsPlanRow *row)
{
  return ks_unit_get_code (ks_registry_lookup (self->sheet->registry, row->code));
}

static void
read_edit (KsWorkPlan *self, const KsPlanRow *row, const KsListColumn *column)
{
  const char *text = ks_list_row_get (row->row, (int) column->column);
  KsWorkEdit edit = { get_code (self, row), (KsWorkField) column->meaning.other, column->meaning.day, 0 };
  g_autoptr (GError) error = NULL;

  if (!ks_work_read_cell (edit.field, text, self->sheet->info, &edit.value, &error))
    add_fault (self, row, (int) column->column, error->message);
  else if (edit.value != KS_WORK_NOTHING)
    g_array_append_val (self->edits, edit);
}

/* A list changes what it tells: a cell without content tells nothing. */
static void
read_report (KsWorkPlan *self, const KsPlanRow *row)
{
  GPtrArray *columns = get_sheet (self, row)->columns;

  for (guint i = 0; i < columns->len; i++)
    {
      const KsListColumn *column = columns->pdata[i];

      if (column->meaning.role == KS_LIST_OTHER && column->meaning.other < KS_N_WORK_FIELDS
          && !ks_list_is_blank (ks_list_row_get (row->row, (int) column->column)))
        read_edit (self, row, column);
    }
}

static gboolean
read_posted (KsWorkPlan *self, const char *text, KsMoment *posted)
{
  g_autofree char *clean = ks_text_clean (text);
  KsDay day;

  if (ks_day_read (clean, &day))
    {
      *posted = ks_day_get_start (day);
      return TRUE;
    }
  return strlen (clean) >= strlen ("1/1/2024 0:00")
         && ks_work_read_cell (KS_WORK_REPORTED, clean, self->sheet->info, posted, NULL)
         && *posted != KS_WORK_NOTHING;
}

static void
read_post (KsWorkPlan *self, const KsPlanRow *row, int posted)
{
  KsListSheet *sheet = get_sheet (self, row);
  int kind = ks_list_sheet_find_other (sheet, KS_WORK_COLUMN_KIND, KS_DAY_NONE);
  int copies = ks_list_sheet_find_other (sheet, KS_WORK_COLUMN_COPIES, KS_DAY_NONE);
  const char *copies_text = ks_list_row_get (row->row, copies);
  gint64 n_copies = 1;
  KsMoment moment;
  KsPost *post;

  if (!read_posted (self, ks_list_row_get (row->row, posted), &moment))
    {
      add_fault (self, row, posted, _ ("the time must be written like 2024-04-01 17:30"));
      return;
    }
  if (!ks_list_is_blank (copies_text)
      && (!ks_list_read_count (copies_text, &n_copies) || n_copies > MAX_COPIES))
    {
      add_fault (self, row, copies, _ ("type a whole number"));
      return;
    }
  post = g_new0 (KsPost, 1);
  post->unit = g_strdup (row->code);
  post->posted = moment;
  post->kind = ks_text_clean (ks_list_row_get (row->row, kind));
  post->copies = (int) n_copies;
  if (g_utf8_strlen (post->kind, -1) > MAX_KIND)
    add_fault (self, row, kind, _ ("the text is too long"));
  g_ptr_array_add (self->posts, post);
}

static KsMoment
find_reported (KsWorkPlan *self, const KsPlanRow *row)
{
  int column = ks_list_sheet_find_other (get_sheet (self, row), KS_WORK_REPORTED, KS_DAY_NONE);
  KsMoment reported = KS_MOMENT_NONE;

  ks_work_read_cell (KS_WORK_REPORTED, ks_list_row_get (row->row, column), self->sheet->info,
                     &reported, NULL);
  return reported;
}

/* A group that reports twice means its later report; of two of one minute, the lower row. */
static int
compare_reports (gconstpointer a, gconstpointer b)
{
  const Report *left = a;
  const Report *right = b;

  if (left->reported != right->reported)
    return left->reported < right->reported ? -1 : 1;
  return left->at < right->at ? -1 : left->at > right->at;
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

/* Posts of the same unit, minute and kind become one that counts them. */
static void
fold_posts (KsWorkPlan *self)
{
  GPtrArray *folded = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_post_free);
  KsPost *last = NULL;

  g_ptr_array_sort (self->posts, compare_posts);
  for (guint i = 0; i < self->posts->len; i++)
    {
      KsPost **post = (KsPost **) &self->posts->pdata[i];

      if (last != NULL && compare_posts (&last, post) == 0)
        {
          last->copies += (*post)->copies;
          continue;
        }
      last = g_steal_pointer (post);
      g_ptr_array_add (folded, last);
    }
  g_ptr_array_unref (self->posts);
  self->posts = folded;
}

/**
 * ks_work_plan_read_rows:
 * @self: a plan whose rows were matched
 *
 * Reads what the rows tell whose unit is certain: edits and posts.
 */
void
ks_work_plan_read_rows (KsWorkPlan *self)
{
  GPtrArray *rows = ks_units_plan_get_rows (self->units);
  g_autoptr (GArray) reports = g_array_new (FALSE, FALSE, sizeof (Report));

  for (guint i = 0; i < rows->len; i++)
    {
      const KsPlanRow *row = rows->pdata[i];
      int posted = ks_list_sheet_find_other (get_sheet (self, row), KS_WORK_COLUMN_POSTED_AT,
                                             KS_DAY_NONE);
      Report report = { row, KS_MOMENT_NONE, i };

      if (row->state != KS_PLAN_SURE)
        continue;
      if (posted >= 0)
        {
          read_post (self, row, posted);
          continue;
        }
      report.reported = find_reported (self, row);
      g_array_append_val (reports, report);
    }
  g_array_sort (reports, compare_reports);
  for (guint i = 0; i < reports->len; i++)
    read_report (self, g_array_index (reports, Report, i).row);
  fold_posts (self);
}
