/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-batch-row.h"

#include "ks-i18n.h"
#include "ks-number.h"

static char *
dup_figures (const KsBatch *batch)
{
  g_autofree char *rows = ks_format_count (batch->rows);
  g_autofree char *counted = ks_format_count (batch->counted);
  g_autofree char *waiting = ks_format_count (batch->waiting);

  if (g_strcmp0 (batch->state, "withdrawn") == 0)
    return g_strdup_printf (_ ("%s rows · withdrawn"), rows);
  return g_strdup_printf (_ ("%s rows · %s valid · %s waiting"), rows, counted, waiting);
}

static GtkWidget *
create_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* It is undone by one more press: nothing is asked. */
static GtkWidget *
create_button (const KsBatch *batch)
{
  gboolean withdrawn = g_strcmp0 (batch->state, "withdrawn") == 0;
  GtkWidget *button = gtk_button_new_with_label (withdrawn ? _ ("Restore") : _ ("Withdraw"));
  g_autofree char *words
      = g_strdup_printf (withdrawn ? _ ("Restore the import of %s") : _ ("Withdraw the import of %s"),
                         batch->file);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  withdrawn ? "answers.restore" : "answers.withdraw");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", batch->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  return button;
}

/**
 * ks_batch_row_new:
 * @batch: an import
 *
 * Returns: (transfer floating): a row of a list that tells its file, what it brought and when
 */
GtkWidget *
ks_batch_row_new (const KsBatch *batch)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *figures = dup_figures (batch);
  g_autofree char *moment = ks_moment_format (batch->imported);
  g_autofree char *when = g_strdup_printf (_ ("Imported at %s"), moment);
  GtkWidget *caption;

  gtk_box_append (GTK_BOX (box), create_line (batch->file, "heading"));
  gtk_box_append (GTK_BOX (box), create_line (figures, "numeric"));
  caption = create_line (when, "caption");
  gtk_widget_add_css_class (caption, "secondary");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), create_button (batch));
  gtk_widget_add_css_class (box, "batch");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}
