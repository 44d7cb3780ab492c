/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-item.h"

struct _KsPaperItem
{
  AdwActionRow parent_instance;
  KsPaperLine line;
  GtkWidget *state;
};

G_DEFINE_FINAL_TYPE (KsPaperItem, ks_paper_item, ADW_TYPE_ACTION_ROW)

static void
ks_paper_item_class_init (KsPaperItemClass *klass)
{
}

static void
ks_paper_item_init (KsPaperItem *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "paper");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (self), "x-office-document-symbolic");
}

static void
add_suffix (KsPaperItem *self)
{
  g_autofree char *formats = ks_paper_line_dup_formats (self->line);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (formats);

  self->state = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->state, "paper-state");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_set_halign (self->state, GTK_ALIGN_END);
  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->state);
  gtk_box_append (GTK_BOX (box), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
}

/**
 * ks_paper_item_new:
 * @line: a paper
 *
 * Returns: (transfer floating): its row, without a state yet
 */
GtkWidget *
ks_paper_item_new (KsPaperLine line)
{
  KsPaperItem *self = g_object_new (KS_TYPE_PAPER_ITEM, "title", ks_paper_line_get_title (line),
                                   "subtitle", ks_paper_line_get_subtitle (line), NULL);

  self->line = line;
  add_suffix (self);
  return GTK_WIDGET (self);
}

/**
 * ks_paper_item_get_line:
 * @self: a row
 *
 * Returns: its paper
 */
KsPaperLine
ks_paper_item_get_line (KsPaperItem *self)
{
  g_return_val_if_fail (KS_IS_PAPER_ITEM (self), KS_N_PAPER_LINES);

  return self->line;
}

/**
 * ks_paper_item_show_state:
 * @self: a row
 * @state: what its paper waits for
 *
 * Says it in a word: by form as well as by colour.
 */
void
ks_paper_item_show_state (KsPaperItem *self, KsPaperState state)
{
  const char *ground = state == KS_PAPER_STATE_READY         ? "done"
                       : state == KS_PAPER_STATE_PRELIMINARY ? "ring"
                                                             : "waiting";
  const char *const classes[] = { "paper-state", ground, NULL };

  g_return_if_fail (KS_IS_PAPER_ITEM (self));

  gtk_label_set_text (GTK_LABEL (self->state), ks_paper_state_get_words (state));
  gtk_widget_set_css_classes (self->state, (const char **)classes);
}
