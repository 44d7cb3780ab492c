/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-page-private.h"

#include <adwaita.h>

#include "ks-confirm.h"
#include "ks-i18n.h"
#include "ks-print-runs.h"
#include "ks-scope-button.h"
#include "ks-sheet-settings.h"
#include "ks-sheet.h"

/* What was handed to a printer came out only when somebody says so: paper runs out, toner fades. The
 * campaign keeps as printed what did come out, and the rest is printed next. */

typedef struct
{
  KsCodesPage *page;
  KsCampaign *campaign;
  KsSheetPrint *print;
  KsRegistry *registry;
  GtkWidget *from;   /* where the first missing sheet is picked; NULL of a list */
  GtkWindow *dialog;
  gboolean answered; /* some are missing */
} Question;

/* The sheets that came out are kept in the campaign, in a thread: there may be ten thousand. */
static gboolean
keep_print (KsJob *job, gpointer data, GError **error)
{
  KsSheetTask *task = data;

  return ks_print_runs_keep (task->campaign, task->pages, KS_WAY_PRINTER, task->printed, error);
}

static void
keep_done_cb (gpointer user_data, gboolean ok, const GError *error)
{
  ks_codes_page_free_done (user_data);
}

/* n: of the sheets as they came, how many are there. */
static void
keep_printed (Question *self, guint n)
{
  GPtrArray *printed = ks_sheet_print_get_printed (self->print);
  KsSheetTask *task;

  if (n == 0 || self->page->campaign != self->campaign)
    return;
  task = ks_codes_page_create_task (self->page, NULL);
  task->pages = g_object_ref (ks_sheet_print_get_pages (self->print));
  task->printed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (task->printed, g_strdup (g_ptr_array_index (printed, i)));
  ks_codes_page_run_task (self->page, _ ("Keeping what was printed"), keep_print, task,
                          keep_done_cb);
}

/* However the dialog ends: who closes it misses nothing. */
static void
end_question (gpointer data)
{
  Question *self = data;

  if (!self->answered)
    keep_printed (self, ks_sheet_print_get_printed (self->print)->len);
  g_object_unref (self->print);
  g_object_unref (self->registry);
  g_object_unref (self->campaign);
  g_object_unref (self->page);
  g_free (self);
}

/* Which of the sheets, as they came, is the first that is missing; all: none is picked. */
static guint
find_missing (Question *self)
{
  GPtrArray *printed = ks_sheet_print_get_printed (self->print);
  KsScope from = { 0 };
  guint index = printed->len;

  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->from), &from);
  if (from.kind == KS_SCOPE_UNIT
      && !g_ptr_array_find_with_equal_func (printed, from.code, g_str_equal, &index))
    return printed->len;
  return index;
}

static void
picked_cb (Question *self)
{
  ks_confirm_set_ready (self->dialog,
                        find_missing (self) < ks_sheet_print_get_printed (self->print)->len);
}

/* Sheets that are printed again stay due by themselves: the campaign does not have them. */
static void
ask_for_rest (Question *self, guint first)
{
  GPtrArray *printed = ks_sheet_print_get_printed (self->print);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  if (ks_sheet_print_get_pages (self->print) != self->page->pages)
    return;
  for (guint i = first; i < printed->len; i++)
    g_ptr_array_add (missing, g_ptr_array_index (printed, i));
  ks_sheet_settings_go_on (KS_SHEET_SETTINGS (self->page->settings), missing,
                           !ks_sheet_print_get_backwards (self->print));
}

static void
some_missing (gpointer data)
{
  Question *self = data;
  guint first = self->from != NULL ? find_missing (self) : 0;

  self->answered = TRUE;
  keep_printed (self, first);
  if (self->from == NULL)
    ks_codes_page_tell (self->page, g_strdup (_ ("The list still counts as not printed.")));
  else
    ask_for_rest (self, first);
}

static GtkWidget *
make_picker (Question *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();

  self->from = g_object_new (KS_TYPE_SCOPE_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  ks_place_button_offer (KS_PLACE_BUTTON (self->from), KS_PLACE_DISTRICT, FALSE);
  ks_scope_button_set_words (KS_SCOPE_BUTTON (self->from), _ ("First sheet missing"),
                             _ ("nothing is missing"));
  ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->from), self->registry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("First sheet missing"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->from);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

static gboolean
is_list (KsPages *pages)
{
  g_autoptr (KsSheetMark) mark = ks_sheet_mark_parse (ks_pages_get_keywords (pages));

  return mark == NULL || ks_layout_is_list (mark->options.layout);
}

static GtkWindow *
put_question (Question *self)
{
  guint n = ks_sheet_print_get_printed (self->print)->len;
  gboolean list = is_list (ks_sheet_print_get_pages (self->print));
  g_autofree char *sent
      = g_strdup_printf (ngettext ("The sheets of %u unit were handed to the printer.",
                                   "The sheets of %u units were handed to the printer.", n),
                         n);
  g_autofree char *body
      = list ? g_strdup (sent)
             : g_strjoin (" ", sent,
                          _ ("If the paper ran out, say from which unit on they are missing: "
                             "printing then goes on from there."),
                          NULL);
  const KsConfirm question = {
    .heading = _ ("Did All Sheets Come Out?"),
    .body = body,
    .verb = list ? _ ("_Not All") : _ ("_Go On From There"),
    .leave = _ ("_All Came Out"),
    .extra = list ? NULL : make_picker (self),
  };

  self->dialog = ks_confirm_ask (GTK_WIDGET (self->page), &question, some_missing, self,
                                 end_question);
  if (list)
    return self->dialog;
  g_signal_connect_data (self->from, "scope-changed", G_CALLBACK (picked_cb), self, NULL,
                         G_CONNECT_SWAPPED);
  picked_cb (self);
  return self->dialog;
}

/*
 * ks_codes_page_ask_printed:
 * @self: a page with a campaign
 * @print: a print that was handed over
 *
 * Asks whether all sheets came out, and keeps those that did.
 *
 * Returns: (transfer none) (nullable): the dialog; %NULL if no unit's sheet was printed, or the
 *   window is gone: then all that were handed over count
 */
GtkWindow *
ks_codes_page_ask_printed (KsCodesPage *self, KsSheetPrint *print)
{
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (self);
  question->campaign = g_object_ref (self->campaign);
  question->print = g_object_ref (print);
  question->registry = ks_campaign_dup_registry (self->campaign);
  if (ks_sheet_print_get_printed (print)->len > 0
      && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    return put_question (question);
  end_question (question);
  return NULL;
}
