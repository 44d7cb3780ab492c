/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-rounds-window-private.h"

#include "ks-column.h"
#include "ks-comparison-table.h"
#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-results-copy.h"

/* What leaves the program from the window. */
typedef struct
{
  KsRoundsWindow *window;
  KsCampaign *campaign;
  char *code;
  char *earlier; /* path of the earlier survey */
  char *path;    /* of the file to write; NULL: to the clipboard */
  char *text;    /* for the clipboard */
} Work;

static void
free_work (Work *work)
{
  g_object_unref (work->window);
  g_object_unref (work->campaign);
  g_free (work->code);
  g_free (work->earlier);
  g_free (work->path);
  g_free (work->text);
  g_free (work);
}

static gboolean
give_out (Work *work, KsCampaign *earlier, KsJob *job, GError **error)
{
  g_autoptr (KsShareComparison) comparison = NULL;

  if (work->path != NULL)
    return ks_write_comparison (work->campaign, earlier, work->code, work->path, job, error);
  comparison = ks_give_out_comparison (work->campaign, earlier, work->code, job, error);
  if (comparison == NULL)
    return FALSE;
  work->text = ks_results_copy_comparison (work->campaign, earlier, comparison);
  return TRUE;
}

static gboolean
give_out_func (KsJob *job, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (KsCampaign) earlier = ks_campaign_open (work->earlier, clock, NULL, error);

  return earlier != NULL && give_out (work, earlier, job, error)
         && ks_campaign_close (earlier, error);
}

static void
given_out_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Work *work = user_data;
  g_autofree char *name = work->path != NULL ? g_path_get_basename (work->path) : NULL;
  g_autofree char *saved = g_strdup_printf (_ ("Saved as “%s”."), name);

  if (ok && work->path != NULL)
    ks_rounds_window_show_toast (work->window, saved);
  else if (ok && work->text != NULL)
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (work->window)), work->text);
      ks_rounds_window_show_toast (work->window, _ ("The table was copied."));
    }
  else if (ok)
    ks_rounds_window_show_toast (work->window,
                                 _ ("Nothing of this table may leave the program now."));
  free_work (work);
}

static void
run (KsRoundsWindow *self, const char *title, const char *path)
{
  g_autoptr (KsJob) job = ks_job_new (title);
  Work *work = g_new0 (Work, 1);

  work->window = g_object_ref (self);
  work->campaign = g_object_ref (self->campaign);
  work->code = g_strdup (self->code);
  work->earlier = g_strdup (self->path);
  work->path = g_strdup (path);
  ks_shell_run_job (ks_rounds_window_get_shell (self), job, give_out_func, work, NULL, given_out_cb,
                    work);
}

static void
copy_shares (gpointer data)
{
  run (KS_ROUNDS_WINDOW (data), _ ("Copying the table"), NULL);
}

static void
save_cb (GFile *file, gpointer data)
{
  run (KS_ROUNDS_WINDOW (data), _ ("Export This Table"), g_file_peek_path (file));
}

static void
ask_for_place (gpointer data)
{
  ks_file_dialog_save (GTK_WIDGET (data), _ ("Export This Table"), "so-voi-dot-truoc.xlsx",
                       _ ("Workbooks"), ".xlsx", save_cb, data);
}

static void
with_officer (KsRoundsWindow *self, KsShellFunc func)
{
  ks_shell_with_officer (ks_rounds_window_get_shell (self), func, g_object_ref (self),
                         g_object_unref);
}

/* Who took part may always be told. Rows that were picked, or else all. */
static void
copy_participation (KsRoundsWindow *self)
{
  GtkWidget *view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->participation));
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  g_autoptr (GtkBitset) picked = gtk_selection_model_get_selection (model);

  if (gtk_bitset_is_empty (picked))
    gtk_selection_model_select_all (model);
  if (ks_column_view_copy_selection (GTK_COLUMN_VIEW (view)) > 0)
    ks_rounds_window_show_toast (self, _ ("The table was copied."));
}

/**
 * ks_rounds_window_copy:
 * @self: a window with figures
 *
 * Puts the table that is seen on the clipboard, as far as it may leave.
 */
void
ks_rounds_window_copy (KsRoundsWindow *self)
{
  g_return_if_fail (KS_IS_ROUNDS_WINDOW (self));

  if (ks_rounds_window_shows_shares (self))
    with_officer (self, copy_shares);
  else
    copy_participation (self);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_rounds_window_copy (KS_ROUNDS_WINDOW (widget));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  with_officer (KS_ROUNDS_WINDOW (widget), ask_for_place);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  ks_rounds_window_compare (KS_ROUNDS_WINDOW (data), file);
}

static void
choose_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_file_dialog_open (widget, _ ("The Previous Campaign"), _ ("Campaigns"), ".khaosat", chosen_cb,
                       widget);
}

/* Returns: (nullable): why the shares cannot leave; %NULL: they can */
static const char *
explain_no_copy (KsRoundsWindow *self)
{
  if (self->comparison == NULL)
    return _ ("There are no figures yet.");
  if (ks_comparison_get_refusal (self->comparison) != KS_REFUSAL_NONE)
    return _ ("There are no figures to copy.");
  if (ks_share_comparison_get_scope (self->comparison)->kind == KS_SCOPE_UNIT && !self->settled)
    return _ ("The answers of a single unit stay on the desk’s screen until the figures are "
              "settled.");
  if (!self->earlier_settled)
    return _ ("The figures of the earlier survey are not settled: until they are, they stay on the "
              "screen.");
  return NULL;
}

/* Lets actions sleep and wake with what is shown; one that sleeps says why. */
void
ks_rounds_window_update_actions (KsRoundsWindow *self)
{
  gboolean shares = ks_rounds_window_shows_shares (self);
  const char *why = explain_no_copy (self);
  gboolean copies = self->comparison != NULL && (!shares || why == NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.copy", copies);
  gtk_widget_set_tooltip_text (self->copy_button, copies ? _ ("Copy the Table (Ctrl+C)") : why);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.export", shares && why == NULL);
  gtk_widget_set_tooltip_text (self->export_button, why != NULL ? why : _ ("Export to a File"));
  gtk_widget_set_visible (self->export_button, shares);
  gtk_widget_set_visible (gtk_widget_get_parent (self->table_button), shares);
}

void
ks_rounds_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rounds.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "rounds.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "rounds.choose", NULL, choose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "rounds.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "rounds.choose",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}
