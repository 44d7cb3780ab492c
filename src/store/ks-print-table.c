/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-print-table.h"

#include "ks-transaction.h"

#define SELECT_RUNS                                                                                \
  "SELECT id, printed, actor, way, layout, options, words, complete, "                             \
  "(SELECT COUNT (*) FROM print_sheet WHERE run = id) FROM print_run ORDER BY id"

#define INSERT_RUN                                                                                 \
  "INSERT INTO print_run (id, printed, actor, way, layout, options, words, complete) "             \
  "VALUES (COALESCE ((SELECT MAX (id) + 1 FROM print_run), 1), :printed, :actor, :way, :layout, "  \
  ":options, :words, :complete) RETURNING id"

#define INSERT_SHEET "INSERT INTO print_sheet (run, unit, signs) VALUES (:run, :unit, :signs)"

/* The sheet that hangs there is the one that was printed last. */
#define SELECT_LAST                                                                                \
  "SELECT s.run, s.unit, s.signs FROM print_sheet s JOIN ("                                        \
  "SELECT unit, MAX (run) AS newest FROM print_sheet WHERE run IN ("                               \
  "SELECT id FROM print_run WHERE layout = :layout) GROUP BY unit) n "                             \
  "ON s.run = n.newest AND s.unit = n.unit ORDER BY s.unit"

#define SELECT_ALL                                                                                 \
  "SELECT run, unit, signs FROM print_sheet WHERE run IN ("                                        \
  "SELECT id FROM print_run WHERE layout = :layout) ORDER BY run, unit"

/**
 * ks_printed_sheet_new:
 * @unit: code of a unit
 * @signs: what stands for all that its sheet says
 *
 * Returns: (transfer full): a sheet that belongs to no run yet
 */
KsPrintedSheet *
ks_printed_sheet_new (const char *unit, const char *signs)
{
  KsPrintedSheet *self = g_new0 (KsPrintedSheet, 1);

  self->unit = g_strdup (unit);
  self->signs = g_strdup (signs);
  return self;
}

/**
 * ks_printed_sheet_free:
 * @self: (transfer full): a sheet
 */
void
ks_printed_sheet_free (KsPrintedSheet *self)
{
  g_free (self->unit);
  g_free (self->signs);
  g_free (self);
}

/**
 * ks_print_run_free:
 * @self: (transfer full) (nullable): a run
 */
void
ks_print_run_free (KsPrintRun *self)
{
  if (self == NULL)
    return;
  g_free (self->actor);
  g_free (self->way);
  g_free (self->layout);
  g_free (self->options);
  g_free (self->words);
  g_free (self);
}

static gpointer
read_run (KsStatement *statement)
{
  KsPrintRun *run = g_new0 (KsPrintRun, 1);

  run->id = ks_statement_int (statement, 0);
  run->printed = ks_statement_int (statement, 1);
  run->actor = g_strdup (ks_statement_text (statement, 2));
  run->way = g_strdup (ks_statement_text (statement, 3));
  run->layout = g_strdup (ks_statement_text (statement, 4));
  run->options = g_strdup (ks_statement_text (statement, 5));
  run->words = g_strdup (ks_statement_text (statement, 6));
  run->complete = ks_statement_int (statement, 7) != 0;
  run->n_sheets = ks_statement_int (statement, 8);
  return run;
}

/**
 * ks_print_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsPrintRun): what was printed, the oldest first, or %NULL
 *   with @error set
 */
GPtrArray *
ks_print_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_RUNS, error);

  return ks_statement_dup_rows (statement, read_run, (GDestroyNotify) ks_print_run_free, error);
}

static gpointer
read_sheet (KsStatement *statement)
{
  KsPrintedSheet *sheet
      = ks_printed_sheet_new (ks_statement_text (statement, 1), ks_statement_text (statement, 2));

  sheet->run = ks_statement_int (statement, 0);
  return sheet;
}

static GPtrArray *
load_sheets (KsTransaction *tx, const char *sql, const char *layout, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);

  if (statement != NULL)
    ks_statement_bind_text (statement, ":layout", layout);
  return ks_statement_dup_rows (statement, read_sheet, (GDestroyNotify) ks_printed_sheet_free,
                                error);
}

/**
 * ks_print_table_load_all:
 * @tx: a transaction
 * @layout: which sheets
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsPrintedSheet): every sheet of this layout that was ever
 *   printed, run by run, in the order of codes, or %NULL with @error set
 */
GPtrArray *
ks_print_table_load_all (KsTransaction *tx, const char *layout, GError **error)
{
  return load_sheets (tx, SELECT_ALL, layout, error);
}

/**
 * ks_print_table_load_last:
 * @tx: a transaction
 * @layout: which sheets
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsPrintedSheet): of every unit that has a sheet of this
 *   layout the one that was printed last, in the order of codes, or %NULL with @error set
 */
GPtrArray *
ks_print_table_load_last (KsTransaction *tx, const char *layout, GError **error)
{
  return load_sheets (tx, SELECT_LAST, layout, error);
}

static gboolean
insert_run (KsTransaction *tx, KsPrintRun *run, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, INSERT_RUN, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":printed", run->printed);
  ks_statement_bind_text (statement, ":actor", run->actor);
  ks_statement_bind_text (statement, ":way", run->way);
  ks_statement_bind_text (statement, ":layout", run->layout);
  ks_statement_bind_text (statement, ":options", run->options);
  ks_statement_bind_text (statement, ":words", run->words);
  ks_statement_bind_int (statement, ":complete", run->complete);
  if (!ks_statement_step (statement, &has_row, error) || !has_row)
    return FALSE;
  run->id = ks_statement_int (statement, 0);
  return ks_statement_step (statement, &has_row, error);
}

/**
 * ks_print_table_add:
 * @tx: a transaction for writing
 * @run: what was printed; gets its id
 * @sheets: (element-type KsPrintedSheet): its sheets, one of each unit; they get their run
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_print_table_add (KsTransaction *tx, KsPrintRun *run, GPtrArray *sheets, GError **error)
{
  g_autoptr (KsStatement) statement = NULL;

  if (!insert_run (tx, run, error))
    return FALSE;
  statement = ks_transaction_prepare (tx, INSERT_SHEET, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      KsPrintedSheet *sheet = g_ptr_array_index (sheets, i);

      sheet->run = run->id;
      ks_statement_bind_int (statement, ":run", run->id);
      ks_statement_bind_text (statement, ":unit", sheet->unit);
      ks_statement_bind_text (statement, ":signs", sheet->signs);
      if (!ks_statement_run (statement, error))
        return FALSE;
    }
  run->n_sheets = sheets->len;
  return TRUE;
}
