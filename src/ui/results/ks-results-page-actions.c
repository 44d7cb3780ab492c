/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-results-page-private.h"

#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-results-bar.h"
#include "ks-results-copy.h"
#include "ks-rounds-window.h"
#include "ks-shell.h"
#include "ks-side-box.h"
#include "ks-write-summary.h"

/* What a job needs while the window goes on living. Freed once the page was told of its end. */
typedef struct
{
  KsResultsPage *page;
  KsCampaign *campaign;
  KsResults *results;
  KsChartChoice choice;
  KsResults *given;
  char *path;
} Work;

static Work *
create_work (KsResultsPage *page)
{
  Work *work = g_new0 (Work, 1);

  work->page = g_object_ref (page);
  work->campaign = g_object_ref (page->campaign);
  work->results = g_object_ref (page->results);
  ks_results_page_get_choice (page, &work->choice);
  return work;
}

static void
free_work (Work *work)
{
  g_clear_object (&work->given);
  g_object_unref (work->page);
  g_object_unref (work->campaign);
  g_object_unref (work->results);
  g_free (work->path);
  g_free (work);
}

static void
put_on_clipboard (GtkWidget *widget, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  ks_shell_show_message (ks_shell_from_widget (widget), _ ("The table was copied."));
}

static gboolean
give_out (KsJob *job, gpointer data, GError **error)
{
  Work *work = data;

  work->given
      = ks_give_out (work->campaign, &work->choice.scope, "clipboard", job, error);
  return work->given != NULL;
}

static void
copy_given_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Work *work = user_data;
  g_autofree char *text = NULL;

  if (ok)
    {
      text = ks_results_copy_answers (work->campaign, work->results, &work->choice, work->given);
      put_on_clipboard (GTK_WIDGET (work->page), text);
    }
  free_work (work);
}

static void
copy_answers (gpointer data)
{
  KsResultsPage *self = data;
  g_autoptr (KsJob) job = ks_job_new (_ ("Copying the table"));
  Work *work;

  if (self->results == NULL)
    return;
  work = create_work (self);
  ks_shell_run_job (ks_shell_from_widget (GTK_WIDGET (self)), job, give_out, work, NULL,
                    copy_given_cb, work);
}

/* What is given out is logged with the name of who did. */
static void
with_officer (GtkWidget *widget, KsShellFunc func)
{
  ks_shell_with_officer (ks_shell_from_widget (widget), func, g_object_ref (widget),
                         g_object_unref);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsResultsPage *self = KS_RESULTS_PAGE (widget);
  g_autofree char *text = NULL;
  Work *work;

  if (ks_results_page_shows_answers (self))
    {
      with_officer (widget, copy_answers);
      return;
    }
  work = create_work (self);
  text = ks_results_copy_participation (work->campaign, work->results, &work->choice.scope);
  put_on_clipboard (widget, text);
  free_work (work);
}

static gboolean
write_summary (KsJob *job, gpointer data, GError **error)
{
  Work *work = data;

  return ks_write_summary (work->campaign, work->path, job, error);
}

static void
say_written_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Work *work = user_data;
  g_autofree char *name = g_path_get_basename (work->path);
  g_autofree char *message = g_strdup_printf (_ ("The summary was saved as “%s”."), name);

  if (ok)
    ks_shell_show_message (ks_shell_from_widget (GTK_WIDGET (work->page)), message);
  free_work (work);
}

static void
save_summary_cb (GFile *file, gpointer data)
{
  KsResultsPage *self = KS_RESULTS_PAGE (data);
  g_autoptr (KsJob) job = NULL;
  Work *work;

  if (self->results == NULL)
    return;
  work = create_work (self);
  work->path = g_file_get_path (file);
  job = ks_job_new (_ ("Writing the summary"));
  ks_shell_run_job (ks_shell_from_widget (GTK_WIDGET (self)), job, write_summary, work, NULL,
                    say_written_cb, work);
}

static void
ask_for_place (gpointer widget)
{
  ks_file_dialog_save (widget, _ ("Save the Summary"), "tong-hop.pdf", _ ("PDF files"), ".pdf",
                       save_summary_cb, widget);
}

static void
write_summary_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  with_officer (widget, ask_for_place);
}

static void
earlier_chosen_cb (GFile *file, gpointer data)
{
  KsResultsPage *self = KS_RESULTS_PAGE (data);

  if (self->campaign != NULL)
    ks_rounds_window_compare (GTK_WIDGET (self), self->campaign, file);
}

static void
compare_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_file_dialog_open (widget, _ ("The Previous Campaign"), _ ("Campaigns"), ".khaosat",
                       earlier_chosen_cb, widget);
}

static void
close_account_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsResultsPage *self = KS_RESULTS_PAGE (widget);

  ks_results_page_close_account (self);
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_results_page_step (KS_RESULTS_PAGE (widget), -1);
}

static void
forward_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_results_page_step (KS_RESULTS_PAGE (widget), 1);
}

static void
show_answers_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_shell_show_page (ks_shell_from_widget (widget), "answers", NULL);
}

/* Returns: (nullable): why the table cannot be copied; %NULL: it can */
static const char *
explain_no_copy (KsResultsPage *self)
{
  KsChartChoice choice;

  if (self->results == NULL)
    return _ ("There are no figures yet.");
  if (!ks_results_page_shows_answers (self))
    return NULL;
  if (!ks_results_page_has_figures (self))
    return _ ("There are no figures to copy.");
  ks_results_page_get_choice (self, &choice);
  if (choice.scope.kind == KS_SCOPE_UNIT)
    return _ ("The answers of a single unit stay on the desk’s screen until the figures are "
              "settled.");
  return NULL;
}

/* Returns: (nullable): why no summary can be written; %NULL: one can */
static const char *
explain_no_summary (KsResultsPage *self)
{
  if (self->results == NULL || ks_results_get_counted (self->results) == 0)
    return _ ("There are no figures yet.");
  if (ks_campaign_is_window_open (self->campaign))
    return _ ("The survey is still open: until its end no answers leave the program.");
  return NULL;
}

/**
 * ks_results_page_update_actions:
 * @self: a page
 *
 * Lets actions sleep and wake with what the page shows; one that sleeps says why.
 */
void
ks_results_page_update_actions (KsResultsPage *self)
{
  const char *why = explain_no_copy (self);
  const char *no_summary = explain_no_summary (self);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "page.copy", why == NULL);
  ks_results_bar_say_copy (KS_RESULTS_BAR (self->bar), why != NULL ? why : _ ("Copy the table"));
  gtk_widget_action_set_enabled (widget, "page.write-summary", no_summary == NULL);
  gtk_widget_set_tooltip_text (
      self->summary_button,
      no_summary != NULL ? no_summary : _ ("Write a summary of two or three pages as PDF"));
  gtk_widget_action_set_enabled (widget, "page.back",
                                 ks_look_history_can_go (self->history, -1));
  gtk_widget_action_set_enabled (widget, "page.forward",
                                 ks_look_history_can_go (self->history, 1));
  gtk_widget_action_set_enabled (widget, "page.compare", self->results != NULL);
  gtk_widget_action_set_enabled (widget, "page.close-account",
                                 ks_side_box_get_show_pane (KS_SIDE_BOX (self->side_box)));
}

/**
 * ks_results_page_install_actions:
 * @widget_class: class of the page
 *
 * Installs the actions of the page and their keys.
 */
void
ks_results_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "page.write-summary", NULL, write_summary_cb);
  gtk_widget_class_install_action (widget_class, "page.compare", NULL, compare_cb);
  gtk_widget_class_install_action (widget_class, "page.close-account", NULL, close_account_cb);
  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "page.forward", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "page.show-answers", NULL, show_answers_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "page.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "page.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "page.forward",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.close-account", NULL);
}
