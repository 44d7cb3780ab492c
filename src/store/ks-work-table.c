/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-work-table.h"

#include "ks-transaction.h"

#define SELECT_REPORTS                                                                            \
  "SELECT unit, reported, staff_present, guided, answered, posted, website, zalo, facebook, "     \
  "meetings FROM report "

#define SAVE_REPORT                                                                               \
  "INSERT INTO report (unit, reported, staff_present, guided, answered, posted, website, zalo, "  \
  "facebook, meetings) VALUES (:unit, :reported, :staff_present, :guided, :answered, :posted, "   \
  ":website, :zalo, :facebook, :meetings) ON CONFLICT (unit) DO UPDATE SET "                      \
  "reported = excluded.reported, staff_present = excluded.staff_present, "                        \
  "guided = excluded.guided, answered = excluded.answered, posted = excluded.posted, "            \
  "website = excluded.website, zalo = excluded.zalo, facebook = excluded.facebook, "              \
  "meetings = excluded.meetings"

/**
 * ks_report_new:
 * @unit: code of a unit
 *
 * Returns: (transfer full): a report that tells nothing
 */
KsReport *
ks_report_new (const char *unit)
{
  KsReport *self = g_new0 (KsReport, 1);

  self->unit = g_strdup (unit);
  self->reported = KS_MOMENT_NONE;
  self->staff_present = self->guided = self->answered = KS_COUNT_NONE;
  return self;
}

/**
 * ks_report_copy:
 * @self: a report
 *
 * Returns: (transfer full): the same
 */
KsReport *
ks_report_copy (const KsReport *self)
{
  KsReport *copy = g_memdup2 (self, sizeof *self);

  copy->unit = g_strdup (self->unit);
  return copy;
}

/**
 * ks_report_equal:
 * @self: a report
 * @other: a report of the same unit
 *
 * Returns: whether they say the same
 */
gboolean
ks_report_equal (const KsReport *self, const KsReport *other)
{
  return self->reported == other->reported && self->staff_present == other->staff_present
         && self->guided == other->guided && self->answered == other->answered
         && self->posted == other->posted && self->website == other->website
         && self->zalo == other->zalo && self->facebook == other->facebook
         && self->meetings == other->meetings;
}

/**
 * ks_report_is_made:
 * @self: (nullable): a report
 *
 * Returns: whether the working group has reported: it told when, or a figure. What it put up may
 *   be known before.
 */
gboolean
ks_report_is_made (const KsReport *self)
{
  return self != NULL
         && (self->reported != KS_MOMENT_NONE || self->staff_present >= 0 || self->guided >= 0
             || self->answered >= 0);
}

/**
 * ks_report_is_empty:
 * @self: a report
 *
 * Returns: whether it tells nothing at all
 */
gboolean
ks_report_is_empty (const KsReport *self)
{
  return !ks_report_is_made (self) && !self->posted && !self->website && !self->zalo
         && !self->facebook && self->meetings <= 0;
}

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

static int
read_count (KsStatement *statement, int column)
{
  return ks_statement_is_null (statement, column) ? KS_COUNT_NONE
                                                  : (int) ks_statement_int (statement, column);
}

static gpointer
read_report (KsStatement *statement)
{
  KsReport *report = g_new0 (KsReport, 1);

  report->unit = g_strdup (ks_statement_text (statement, 0));
  report->reported = ks_statement_is_null (statement, 1) ? KS_MOMENT_NONE
                                                         : ks_statement_int (statement, 1);
  report->staff_present = read_count (statement, 2);
  report->guided = read_count (statement, 3);
  report->answered = read_count (statement, 4);
  report->posted = ks_statement_int (statement, 5) != 0;
  report->website = ks_statement_int (statement, 6) != 0;
  report->zalo = ks_statement_int (statement, 7) != 0;
  report->facebook = ks_statement_int (statement, 8) != 0;
  report->meetings = (int) ks_statement_int (statement, 9);
  return report;
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
  return ks_transaction_load (tx, SELECT_REPORTS, "ORDER BY unit", NULL, read_report,
               (GDestroyNotify) ks_report_free, error);
}

/**
 * ks_work_table_load_report:
 * @tx: a transaction
 * @unit: code of a unit
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the unit's report, one that tells nothing if there is none;
 *   %NULL with @error set
 */
KsReport *
ks_work_table_load_report (KsTransaction *tx, const char *unit, GError **error)
{
  g_autoptr (GPtrArray) reports
      = ks_transaction_load (tx, SELECT_REPORTS, "", unit, read_report, (GDestroyNotify) ks_report_free, error);

  if (reports == NULL)
    return NULL;
  return reports->len > 0 ? ks_report_copy (reports->pdata[0]) : ks_report_new (unit);
}

/* What is not bound is NULL. */
static void
bind_count (KsStatement *statement, const char *name, int count)
{
  if (count >= 0)
    ks_statement_bind_int (statement, name, count);
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
  if (report->reported != KS_MOMENT_NONE)
    ks_statement_bind_int (statement, ":reported", report->reported);
  bind_count (statement, ":staff_present", report->staff_present);
  bind_count (statement, ":guided", report->guided);
  bind_count (statement, ":answered", report->answered);
  ks_statement_bind_int (statement, ":posted", report->posted);
  ks_statement_bind_int (statement, ":website", report->website);
  ks_statement_bind_int (statement, ":zalo", report->zalo);
  ks_statement_bind_int (statement, ":facebook", report->facebook);
  ks_statement_bind_int (statement, ":meetings", report->meetings);
  return ks_statement_run (statement, error);
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
