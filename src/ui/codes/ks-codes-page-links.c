/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-page-private.h"

#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-link-card.h"
#include "ks-links-given.h"
#include "ks-trial-window.h"

/* The link of the form: set, tried with a phone, given out as a table, brought as one. */

static void
save_link (gpointer data)
{
  KsCodesPage *self = data;
  GtkWidget *widget = data;
  KsLinkCard *card = KS_LINK_CARD (self->link_card);
  g_autofree char *link = g_strdup (ks_link_card_get_text (card));
  g_autofree char *warning = NULL;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  if (!ks_set_template (self->campaign, link, &outcome, &warning, &error))
    {
      ks_shell_show_error (ks_shell_from_widget (widget), error);
      return;
    }
  ks_link_card_set_warning (card, warning);
  ks_shell_show_outcome (ks_shell_from_widget (widget), outcome);
}

static void
save_link_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_codes_page_with_officer (widget, save_link);
}

static gboolean
confirm_scan (KsJob *job, gpointer data, GError **error)
{
  KsSheetTask *task = data;

  return ks_confirm_scan (task->campaign, task->no_identity, &task->outcome, error);
}

static void
confirmed_cb (gpointer user_data, gboolean ok, const GError *error)
{
  KsSheetDone *done = user_data;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (done->page));

  if (ok && shell != NULL)
    ks_shell_show_outcome (shell, g_steal_pointer (&done->task->outcome));
  ks_codes_page_free_done (done);
}

static void
tried_cb (gboolean no_identity, gpointer data)
{
  KsCodesPage *self = data;
  KsSheetTask *task;

  if (self->campaign == NULL)
    return;
  task = ks_codes_page_create_task (self, NULL);
  task->no_identity = no_identity;
  ks_codes_page_run_task (self, _ ("Keeping that codes were tried"), confirm_scan, task,
                          confirmed_cb);
}

/* Whatever layout is looked at: a picture holds one code, as it is sent out. */
static gboolean
lay_out_trial (KsJob *job, gpointer data, GError **error)
{
  KsSheetTask *task = data;
  g_autoptr (GPtrArray) units = ks_links_pick_trial (task->campaign);
  KsSheetChoice choice = { .options = { .layout = KS_LAYOUT_IMAGE }, .units = units };

  if (!ks_sheet_options_complete (&choice.options, &choice.options, error))
    return FALSE;
  task->pages = ks_lay_out_sheets (task->campaign, &choice, error);
  return task->pages != NULL;
}

static void
trial_laid_out_cb (gpointer user_data, gboolean ok, const GError *error)
{
  KsSheetDone *done = user_data;
  KsCodesPage *self = done->page;

  if (ok && self->campaign == done->task->campaign
      && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    {
      g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);

      ks_trial_window_present (GTK_WIDGET (self), done->task->pages, info->no_identity, tried_cb,
                               self);
    }
  ks_codes_page_free_done (done);
}

static void
try_links (gpointer data)
{
  KsCodesPage *self = data;

  ks_codes_page_run_task (self, _ ("Laying out codes to try"), lay_out_trial,
                          ks_codes_page_create_task (self, NULL), trial_laid_out_cb);
}

static void
try_links_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_codes_page_with_officer (widget, try_links);
}

static gboolean
make_table (KsJob *job, gpointer data, GError **error)
{
  KsSheetTask *task = data;

  task->table = ks_links_to_table (task->campaign, &task->n_written, error);
  return task->table != NULL;
}

static void
table_made_cb (gpointer user_data, gboolean ok, const GError *error)
{
  KsSheetDone *done = user_data;
  guint n = done->task->n_written;

  if (ok)
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (done->page)),
                              done->task->table);
      ks_codes_page_tell (done->page,
                          g_strdup_printf (ngettext ("%u link copied; paste it into Excel",
                                                     "%u links copied; paste them into Excel", n),
                                           n));
    }
  ks_codes_page_free_done (done);
}

static void
copy_links_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsCodesPage *self = KS_CODES_PAGE (widget);

  ks_codes_page_run_task (self, _ ("Collecting the links"), make_table,
                          ks_codes_page_create_task (self, NULL), table_made_cb);
}

static void
load_links_cb (GListModel *files, gpointer data)
{
  KsShell *shell = ks_shell_from_widget (data);

  if (shell != NULL)
    ks_shell_import_files (shell, files);
}

static void
ask_for_links_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const suffixes[] = { "csv", "xlsx", "ods", "zip", "txt", "tsv", NULL };

  ks_file_dialog_open_several (widget, _ ("Table With a Link for Each Unit"),
                               _ ("Tables (CSV, Excel, ODS, ZIP)"), suffixes, load_links_cb, widget);
}

/*
 * ks_codes_page_install_link_actions:
 * @widget_class: the page's class
 *
 * The verbs about the link.
 */
void
ks_codes_page_install_link_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.save-link", NULL, save_link_cb);
  gtk_widget_class_install_action (widget_class, "page.try-links", NULL, try_links_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-links", NULL, copy_links_cb);
  gtk_widget_class_install_action (widget_class, "page.load-links", NULL, ask_for_links_cb);
}
