/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-page-private.h"

#include "ks-i18n.h"
#include "ks-link-card.h"
#include "ks-preview.h"
#include "ks-sheet-settings.h"
#include "ks-texts-window.h"

static gboolean
prove_sheets (KsJob *job, gpointer data, GError **error)
{
  KsSheetTask *task = data;

  return ks_prove_sheets (task->campaign, &task->choice, job, &task->proof, error);
}

static void
prove_done_cb (gpointer user_data, gboolean ok, const GError *error)
{
  KsSheetDone *done = user_data;
  KsCodesPage *self = done->page;
  KsProof *proof = done->task->proof;

  if (ok && self->campaign == done->task->campaign)
    {
      g_clear_pointer (&self->faults, g_ptr_array_unref);
      if (proof->faults->len > 0)
        self->faults = g_ptr_array_ref (proof->faults);
      ks_codes_page_ask (self, FALSE);
      ks_codes_page_tell (self, g_strdup_printf (_ ("%u of %u codes were read back and are right"),
                                                 proof->n_proven, proof->n_cells));
    }
  ks_codes_page_free_done (done);
}

static void
prove (gpointer data)
{
  KsCodesPage *self = data;

  if (self->pages != NULL)
    ks_codes_page_run_task (self, _ ("Checking the codes"), prove_sheets,
                            ks_codes_page_create_task (self, NULL), prove_done_cb);
}

static void
prove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_codes_page_with_officer (widget, prove);
}

/* One sheet is enough to see the words on. */
static void
edit_texts (gpointer data)
{
  KsCodesPage *self = data;
  KsSheetChoice choice;
  guint page = ks_preview_get_page (KS_PREVIEW (self->preview));
  const KsSheetPlace *place
      = self->index != NULL ? ks_sheet_index_get_first (self->index, page, NULL) : NULL;

  ks_sheet_settings_fill_choice (KS_SHEET_SETTINGS (self->settings), &choice);
  if (place != NULL)
    {
      g_clear_pointer (&choice.units, g_ptr_array_unref);
      choice.units = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (choice.units, g_object_ref (place->unit));
      choice.from = NULL;
    }
  ks_texts_window_present (ks_shell_from_widget (data), self->campaign, &choice);
}

static void
edit_texts_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_codes_page_with_officer (widget, edit_texts);
}

static gboolean
turn_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return gtk_widget_activate_action (KS_CODES_PAGE (widget)->preview,
                                     g_variant_get_boolean (args) ? "preview.next"
                                                                  : "preview.previous",
                                     NULL);
}

/*
 * ks_codes_page_install_actions:
 * @widget_class: the page's class
 *
 * The page's verbs, for its buttons and keys.
 */
void
ks_codes_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.print", NULL, ks_codes_page_print_cb);
  gtk_widget_class_install_action (widget_class, "page.print-again", NULL,
                                   ks_codes_page_print_again_cb);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, ks_codes_page_export_cb);
  gtk_widget_class_install_action (widget_class, "page.prove", NULL, prove_cb);
  gtk_widget_class_install_action (widget_class, "page.prints", NULL, ks_codes_page_prints_cb);
  gtk_widget_class_install_action (widget_class, "page.texts", NULL, edit_texts_cb);
  ks_codes_page_install_link_actions (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, turn_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, turn_cb, "b", TRUE);
}

/* What an officer should know before a sheet leaves the window; NULL: nothing. */
static const char *
find_warning (KsCodesPage *self)
{
  return self->pages != NULL ? ks_pages_get_warning (self->pages) : NULL;
}

/* Why nothing leaves the window; NULL: it may. The sample says on every sheet what it is. */
static const char *
find_reason (KsCodesPage *self)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);

  if (self->state == NULL)
    return NULL;
  if (self->state->n_links == 0)
    return _ ("Printing and export wait until the link of the form is set.");
  if (!info->simulated && !self->state->is_scanned)
    return _ ("Printing and export wait until one code was scanned with a phone.");
  return NULL;
}

/* Pictures and packs are files. */
static gboolean
goes_to_printer (KsCodesPage *self)
{
  KsSheetSettings *settings = KS_SHEET_SETTINGS (self->settings);

  return ks_sheet_settings_get_layout (settings) != KS_LAYOUT_IMAGE
         && !ks_sheet_settings_get_packs (settings);
}

static void
name_print_button (KsCodesPage *self)
{
  guint n_pages
      = self->pages != NULL && goes_to_printer (self) ? ks_pages_get_n_pages (self->pages) : 0;
  g_autofree char *label
      = n_pages == 0 ? g_strdup (_ ("Print…"))
                     : g_strdup_printf (ngettext ("Print %u Sheet…", "Print %u Sheets…", n_pages),
                                        n_pages);

  g_object_set (self->print_button, "text", label, NULL);
}

static void
show_reason (KsCodesPage *self, const char *reason)
{
  gtk_label_set_text (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason_bar, reason != NULL);
}

/*
 * ks_codes_page_update_actions:
 * @self: the page
 *
 * Wakes the verbs that can do something, and says why the others sleep.
 */
void
ks_codes_page_update_actions (KsCodesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *reason = self->campaign != NULL ? find_reason (self) : NULL;
  /* While others are laid out, those that are shown are not what was asked for. */
  gboolean ready = self->pages != NULL && reason == NULL && !self->asking_pages;

  gtk_widget_action_set_enabled (widget, "page.print", ready && goes_to_printer (self));
  gtk_widget_action_set_enabled (widget, "page.print-again",
                                 ks_codes_page_get_pages_again (self) != NULL && reason == NULL);
  gtk_widget_action_set_enabled (widget, "page.export", ready);
  gtk_widget_action_set_enabled (widget, "page.prove",
                                 self->pages != NULL
                                     && ks_sheet_settings_get_layout (KS_SHEET_SETTINGS (self->settings))
                                            != KS_LAYOUT_GUIDE);
  gtk_widget_action_set_enabled (widget, "page.prints", self->campaign != NULL);
  gtk_widget_action_set_enabled (widget, "page.texts", self->pages != NULL);
  gtk_widget_action_set_enabled (widget, "page.save-link",
                                 ks_link_card_is_ready (KS_LINK_CARD (self->link_card)));
  gtk_widget_action_set_enabled (widget, "page.try-links",
                                 self->state != NULL && self->state->n_links > 0);
  gtk_widget_action_set_enabled (widget, "page.copy-links",
                                 self->state != NULL && self->state->n_links > 0);
  gtk_widget_action_set_enabled (widget, "page.load-links", self->campaign != NULL);
  name_print_button (self);
  show_reason (self, reason != NULL ? reason : find_warning (self));
}
