/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-work-grid-private.h"

#include "ks-export-work.h"
#include "ks-i18n.h"
#include "ks-set-work.h"
#include "ks-shell.h"
#include "ks-verb-task.h"
#include "ks-verify-work.h"
#include "ks-work-window.h"

/* One cell that somebody typed, or a unit that was checked. */
typedef struct
{
  KsWorkGrid *grid;
  char *unit;
  gboolean verifies; /* else it is typed: */
  gboolean verified;
  KsWorkField field;
  KsDay day;
  gint64 value;
} Act;

static void
free_act (gpointer data)
{
  Act *act = data;

  g_object_unref (act->grid);
  g_free (act->unit);
  g_free (act);
}

static Act *
new_act (KsWorkGrid *self, KsUnit *unit)
{
  Act *act = g_new0 (Act, 1);

  act->grid = g_object_ref (self);
  act->unit = g_strdup (ks_unit_get_code (unit));
  return act;
}

static gboolean
carry_out (const Act *act, KsOutcome **outcome, GError **error)
{
  KsWorkEdit edit = { act->unit, act->field, act->day, act->value };

  if (act->verifies)
    return ks_verify_work (act->grid->campaign, act->unit, NULL, act->verified, outcome, error);
  return ks_set_work (act->grid->campaign, &edit, 1, outcome, error);
}

/* The cell shows what was typed at once; all else that follows comes when the campaign is read anew. */
static void
run_act (gpointer data)
{
  Act *act = data;
  KsWorkGrid *self = act->grid;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  if (shell == NULL || self->campaign == NULL || self->sheet == NULL)
    return;
  if (!carry_out (act, &outcome, &error)
      || !ks_work_sheet_renew (self->sheet, self->campaign, act->unit, &error))
    {
      ks_shell_show_error (shell, error);
      g_clear_pointer (&outcome, ks_outcome_free);
      return;
    }
  ks_work_grid_note (self, ks_outcome_get_message (outcome));
  ks_shell_keep_outcome (shell, outcome);
  gtk_widget_queue_draw (self->cells);
  ks_work_grid_show_unit (self);
}

static void
begin (Act *act)
{
  ks_shell_with_officer (ks_shell_from_widget (GTK_WIDGET (act->grid)), run_act, act, free_act);
}

/**
 * ks_work_grid_typed:
 * @self: a grid
 * @unit: a unit
 * @column: a column of it
 * @text: what was typed there
 *
 * Returns: %FALSE if that can mean nothing; the field says why
 */
gboolean
ks_work_grid_typed (KsWorkGrid *self, KsUnit *unit, guint column, const char *text)
{
  g_autoptr (GError) error = NULL;
  KsWorkField field;
  gint64 value;
  KsDay day;
  Act *act;

  ks_work_column_get (column, self->sheet->info->day, &field, &day);
  if (!ks_work_read_cell (field, text, self->sheet->info, &value, &error))
    {
      ks_work_cells_show_problem (KS_WORK_CELLS (self->cells), error->message);
      return FALSE;
    }
  act = new_act (self, unit);
  act->field = field;
  act->day = day;
  act->value = value;
  begin (act);
  return TRUE;
}

/**
 * ks_work_grid_toggled:
 * @self: a grid
 * @unit: a unit
 * @column: a column with a box
 *
 * Turns the mark, or says that all that the unit tells of was checked.
 */
void
ks_work_grid_toggled (KsWorkGrid *self, KsUnit *unit, guint column)
{
  const KsWorkRow *row = &self->sheet->rows[ks_unit_get_index (unit)];
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  Act *act;

  if (column == KS_WORK_CELLS_VERIFIED && row->claimed == 0)
    {
      ks_shell_show_message (shell, _ ("The unit tells of nothing yet that could be checked."));
      return;
    }
  act = new_act (self, unit);
  act->verifies = column == KS_WORK_CELLS_VERIFIED;
  act->verified = (row->claimed & ~row->verified) != 0;
  act->day = KS_DAY_NONE;
  if (!act->verifies)
    {
      act->field = (KsWorkField)column;
      act->value = ks_report_get_value (row->report, act->field) > 0 ? KS_WORK_NOTHING : 1;
    }
  begin (act);
}

/* A block on its way into the grid, or out of it; shared with the thread that reads. */
typedef struct
{
  GtkWidget *grid; /* of the main thread */
  KsCampaign *campaign;
  char *text;       /* of the block */
  GPtrArray *units; /* from the current one on */
  guint column;     /* the current one */
  char *district;   /* whose units are copied; NULL: all */
  KsWorkPlan *plan;
} Block;

static void
clear_block (gpointer data)
{
  Block *block = data;

  g_object_unref (block->campaign);
  g_free (block->text);
  g_free (block->district);
  g_clear_pointer (&block->units, g_ptr_array_unref);
  g_clear_pointer (&block->plan, ks_work_plan_unref);
}

static void
unref_block (gpointer block)
{
  g_atomic_rc_box_release_full (block, clear_block);
}

static Block *
new_block (KsWorkGrid *self)
{
  Block *block = g_atomic_rc_box_new0 (Block);

  block->grid = GTK_WIDGET (self);
  block->campaign = g_object_ref (self->campaign);
  return block;
}

/* The thread gives back what it holds of it before or after @done, which holds the grid. */
static void
run_block (Block *block, const char *title, KsJobFunc func, KsShellDoneFunc done)
{
  g_autoptr (KsJob) job = ks_job_new (title);

  g_object_ref (block->grid);
  ks_shell_run_job (ks_shell_from_widget (block->grid), job, func, g_atomic_rc_box_acquire (block),
                    unref_block, done, block);
}

static void
end_block (Block *block)
{
  g_object_unref (block->grid);
  unref_block (block);
}

static gboolean
read_block (KsJob *job, gpointer data, GError **error)
{
  Block *block = data;

  block->plan = ks_work_plan_new (block->campaign, error);
  if (block->plan == NULL
      || !ks_work_plan_add_block (block->plan, block->text, block->units, block->column, error))
    return FALSE;
  ks_work_plan_judge (block->plan);
  return TRUE;
}

static gboolean
apply_block (KsCampaign *campaign, gpointer plan, KsOutcome **outcome, GError **error)
{
  return ks_work_plan_apply (plan, campaign, "work", outcome, error);
}

/* A block of which nothing is in doubt is pasted as in a spreadsheet; another one is shown first.
 * Figures that may be mistakes are told under the grid, as when they are typed. */
static gboolean
is_plain (KsWorkPlan *plan)
{
  g_autoptr (GPtrArray) notes = ks_work_plan_dup_notes (plan, FALSE);
  KsPlanCounts counts;

  ks_units_plan_count (ks_work_plan_get_units (plan), &counts);
  return counts.asked == 0 && ks_work_plan_get_faults (plan)->len == 0 && notes->len == 0;
}

static void
block_read_cb (gpointer data, gboolean ok, const GError *error)
{
  Block *block = data;
  KsShell *shell = ks_shell_from_widget (block->grid);

  /* Another campaign may be open by now. */
  if (ok && shell != NULL && ks_shell_get_campaign (shell) == block->campaign)
    {
      if (is_plain (block->plan))
        ks_verb_task_run (block->grid, _ ("Keeping reports and posts"), apply_block,
                          ks_work_plan_ref (block->plan), (GDestroyNotify)ks_work_plan_unref);
      else
        ks_work_window_present (shell, block->plan, "work");
    }
  end_block (block);
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (KsWorkGrid) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  Block *block;

  if (text == NULL || *text == '\0' || self->campaign == NULL || self->sheet == NULL
      || ks_shell_from_widget (GTK_WIDGET (self)) == NULL)
    return;
  block = new_block (self);
  block->text = g_steal_pointer (&text);
  block->units = ks_work_cells_dup_units_from_current (KS_WORK_CELLS (self->cells));
  ks_work_cells_get_current (KS_WORK_CELLS (self->cells), &block->column);
  run_block (block, _ ("Reading the block"), read_block, block_read_cb);
}

/**
 * ks_work_grid_paste:
 * @self: a grid
 *
 * Takes a block that was copied in a spreadsheet or from a web page.
 */
void
ks_work_grid_paste (KsWorkGrid *self)
{
  if (self->campaign != NULL && !ks_store_is_read_only (ks_campaign_get_store (self->campaign)))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                   g_object_ref (self));
}

static gboolean
write_block (KsJob *job, gpointer data, GError **error)
{
  Block *block = data;

  block->text = ks_export_work_dup_block (block->campaign, block->district, error);
  return block->text != NULL;
}

static void
block_written_cb (gpointer data, gboolean ok, const GError *error)
{
  Block *block = data;
  KsShell *shell = ks_shell_from_widget (block->grid);

  if (ok && shell != NULL)
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (block->grid), block->text);
      ks_shell_show_message (shell, _ ("The table was copied."));
    }
  end_block (block);
}

/**
 * ks_work_grid_copy:
 * @self: a grid
 *
 * Copies what is shown as a table with its titles.
 */
void
ks_work_grid_copy (KsWorkGrid *self)
{
  Block *block;

  if (self->campaign == NULL)
    return;
  block = new_block (self);
  block->district
      = self->district != NULL && *self->district != '\0' ? g_strdup (self->district) : NULL;
  run_block (block, _ ("Copying the table"), write_block, block_written_cb);
}
