/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-work-table.h"

#include "ks-transaction.h"

#define SELECT_REPORTS                                                                            \
  "SELECT unit, reported, staff_present, guided, answered, posted, website, zalo, facebook, "     \
  "meetings FROM report ORDER BY unit"

#define SAVE_REPORT                                                                               \
  "INSERT INTO report (unit, reported, staff_present, guided, answered, posted, website, zalo, "  \
  "facebook, meetings) VALUES (:unit, :reported, :staff_present, :guided, :answered, :posted, "   \
  ":website, :zalo, :facebook, :meetings) ON CONFLICT (unit) DO UPDATE SET "                      \
  "reported = excluded.reported, staff_present = excluded.staff_present, "                        \
  "guided = excluded.guided, answered = excluded.answered, posted = excluded.posted, "            \
  "website = excluded.website, zalo = excluded.zalo, facebook = excluded.facebook, "              \
  "meetings = excluded.meetings"

#define SAVE_POST                                                                                 \
  "INSERT INTO post (unit, posted, kind, copies) VALUES (:unit, :posted, :kind, :copies) "        \
  "ON CONFLICT (unit, posted, kind) DO UPDATE SET copies = excluded.copies"

#define DELETE_POST "DELETE FROM post WHERE unit = :unit AND posted = :posted AND kind = :kind"

/**
 * ks_report_free:
 * @self: (nullable): a report
 *
 * Frees the report.
 */
void
ks_report_free (KsReport *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self);
}

/**
 * ks_post_free:
 * @self: (nullable): a post
 *
 * Frees the post.
 */
void
ks_post_free (KsPost *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->kind);
  g_free (self);
}

static gpointer
read_report (KsStatement *statement)
{
  KsReport *report = g_new0 (KsReport, 1);

  report->unit = g_strdup (ks_statement_text (statement, 0));
  report->reported = ks_statement_int (statement, 1);
  report->staff_present = (int) ks_statement_int (statement, 2);
  report->guided = (int) ks_statement_int (statement, 3);
  report->answered = (int) ks_statement_int (statement, 4);
  report->posted = ks_statement_int (statement, 5) != 0;
  report->website = ks_statement_int (statement, 6) != 0;
  report->zalo = ks_statement_int (statement, 7) != 0;
  report->facebook = ks_statement_int (statement, 8) != 0;
  report->meetings = (int) ks_statement_int (statement, 9);
  return report;
}

static gpointer
read_post (KsStatement *statement)
{
  KsPost *post = g_new0 (KsPost, 1);

  post->unit = g_strdup (ks_statement_text (statement, 0));
  post->posted = ks_statement_int (statement, 1);
  post->kind = g_strdup (ks_statement_text (statement, 2));
  post->copies = (int) ks_statement_int (statement, 3);
  return post;
}

static GPtrArray *
load_all (KsTransaction *tx, const char *sql, gpointer (*read) (KsStatement *),
          GDestroyNotify destroy, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (destroy);
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      g_ptr_array_add (rows, read (statement));
      if (!ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  return g_steal_pointer (&rows);
}

/**
 * ks_work_table_load_reports:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsReport): the reports by the code of their unit
 */
GPtrArray *
ks_work_table_load_reports (KsTransaction *tx, GError **error)
{
  return load_all (tx, SELECT_REPORTS, read_report, (GDestroyNotify) ks_report_free, error);
}

/**
 * ks_work_table_load_posts:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsPost): the posts by unit and time
 */
GPtrArray *
ks_work_table_load_posts (KsTransaction *tx, GError **error)
{
  return load_all (tx, "SELECT unit, posted, kind, copies FROM post ORDER BY unit, posted, kind",
                   read_post, (GDestroyNotify) ks_post_free, error);
}

/**
 * ks_work_table_save_report:
 * @tx: a transaction for writing
 * @report: stands in place of the unit's earlier one
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_table_save_report (KsTransaction *tx, const KsReport *report, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SAVE_REPORT, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":unit", report->unit);
  ks_statement_bind_int (statement, ":reported", report->reported);
  ks_statement_bind_int (statement, ":staff_present", report->staff_present);
  ks_statement_bind_int (statement, ":guided", report->guided);
  ks_statement_bind_int (statement, ":answered", report->answered);
  ks_statement_bind_int (statement, ":posted", report->posted);
  ks_statement_bind_int (statement, ":website", report->website);
  ks_statement_bind_int (statement, ":zalo", report->zalo);
  ks_statement_bind_int (statement, ":facebook", report->facebook);
  ks_statement_bind_int (statement, ":meetings", report->meetings);
  return ks_statement_run (statement, error);
}

static gboolean
run_for_post (KsTransaction *tx, const char *sql, const KsPost *post, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":unit", post->unit);
  ks_statement_bind_int (statement, ":posted", post->posted);
  ks_statement_bind_text (statement, ":kind", post->kind);
  if (sqlite3_bind_parameter_index (statement, ":copies") > 0)
    ks_statement_bind_int (statement, ":copies", post->copies);
  return ks_statement_run (statement, error);
}

/**
 * ks_work_table_save_post:
 * @tx: a transaction for writing
 * @post: stands in place of an earlier one of the same unit, minute and kind
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_table_save_post (KsTransaction *tx, const KsPost *post, GError **error)
{
  return run_for_post (tx, SAVE_POST, post, error);
}

/**
 * ks_work_table_delete_post:
 * @tx: a transaction for writing
 * @post: a post
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_table_delete_post (KsTransaction *tx, const KsPost *post, GError **error)
{
  return run_for_post (tx, DELETE_POST, post, error);
}

/**
 * ks_work_table_delete_report:
 * @tx: a transaction for writing
 * @unit: code of a unit
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_work_table_delete_report (KsTransaction *tx, const char *unit, GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "DELETE FROM report WHERE unit = :unit", error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":unit", unit);
  return ks_statement_run (statement, error);
}
