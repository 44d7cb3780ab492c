/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-results-page-private.h"

#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-publish-dialog.h"
#include "ks-results-bar.h"
#include "ks-rounds-window.h"
#include "ks-shell.h"
#include "ks-side-box.h"

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_results_page_copy_table (KS_RESULTS_PAGE (widget));
}

static void
copy_picture_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_results_page_copy_picture (KS_RESULTS_PAGE (widget));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_results_page_export (KS_RESULTS_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
publish_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_publish_dialog_ask (widget, KS_RESULTS_PAGE (widget)->campaign, FALSE);
}

static void
correct_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_publish_dialog_ask (widget, KS_RESULTS_PAGE (widget)->campaign, TRUE);
}

static void
earlier_chosen_cb (GFile *file, gpointer data)
{
  KsResultsPage *self = KS_RESULTS_PAGE (data);

  if (self->campaign != NULL)
    ks_rounds_window_show (GTK_WIDGET (self), self->campaign, self->look->code, file);
}

/* The earlier survey of the last time comes at once, and another one from there. */
static void
compare_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) last = ks_rounds_window_dup_last (KS_RESULTS_PAGE (widget)->campaign);

  if (last != NULL)
    earlier_chosen_cb (last, widget);
  else
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

/* Whether it is about single units, whose answers stay at the desk until the figures are settled. */
static gboolean
tells_units (KsResultsPage *self, const KsChartChoice *choice)
{
  return choice->scope.kind == KS_SCOPE_UNIT || self->look->kind == KS_CHART_DOTS
         || (self->look->kind == KS_CHART_MULTIPLES && choice->scope.kind == KS_SCOPE_DISTRICT);
}

/* Returns: (nullable): why the chart cannot leave; %NULL: it can */
static const char *
explain_no_copy (KsResultsPage *self)
{
  KsChartChoice choice;

  if (self->results == NULL)
    return _ ("There are no figures yet.");
  if (!ks_chart_kind_tells_answers (self->look->kind))
    return NULL;
  if (!ks_results_page_has_figures (self))
    return _ ("There are no figures to copy.");
  if (self->look->kind == KS_CHART_BODIES)
    return _ ("Groups of people stay on the desk’s screen.");
  ks_results_page_get_choice (self, &choice);
  if (tells_units (self, &choice) && self->publication.settled_at == KS_MOMENT_NONE)
    return _ ("The answers of a single unit stay on the desk’s screen until the figures are "
              "settled.");
  return NULL;
}

/* Returns: (nullable): why no file can be written; %NULL: one can */
static const char *
explain_no_export (KsResultsPage *self)
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
  const char *no_copy = explain_no_copy (self);
  const char *no_export = explain_no_export (self);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean settled = self->publication.settled_at != KS_MOMENT_NONE;

  gtk_widget_action_set_enabled (widget, "page.copy", no_copy == NULL);
  gtk_widget_action_set_enabled (widget, "page.copy-picture", no_copy == NULL);
  ks_results_bar_say_copy (KS_RESULTS_BAR (self->bar), no_copy);
  ks_results_bar_say_settled (KS_RESULTS_BAR (self->bar), self->publication.settled_at);
  gtk_widget_action_set_enabled (widget, "page.export", no_export == NULL);
  gtk_widget_set_tooltip_text (self->export_button,
                               no_export != NULL ? no_export : _ ("Export to a File"));
  gtk_widget_action_set_enabled (widget, "page.publish", no_export == NULL && !settled);
  gtk_widget_set_visible (self->publish_button, !settled);
  gtk_widget_set_tooltip_text (self->publish_button,
                               no_export != NULL ? no_export : _ ("Settle…"));
  gtk_widget_action_set_enabled (widget, "page.correct", no_export == NULL && settled);
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
  gtk_widget_class_install_action (widget_class, "page.copy-picture", NULL, copy_picture_cb);
  gtk_widget_class_install_action (widget_class, "page.export", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "page.publish", NULL, publish_cb);
  gtk_widget_class_install_action (widget_class, "page.correct", NULL, correct_cb);
  gtk_widget_class_install_action (widget_class, "page.compare", NULL, compare_cb);
  gtk_widget_class_install_action (widget_class, "page.close-account", NULL, close_account_cb);
  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "page.forward", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "page.show-answers", NULL, show_answers_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "page.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "page.copy-picture", NULL);
  /* The window has Alt+Left of its own, which holds before keys of the page as a whole do. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "page.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "page.forward",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.close-account", NULL);
}
