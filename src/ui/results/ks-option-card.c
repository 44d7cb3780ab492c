/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-option-card.h"

#include "ks-i18n.h"
#include "ks-number.h"

#define LABEL_WIDTH 16

struct _KsOptionCard
{
  GtkBox parent_instance;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (KsOptionCard, ks_option_card, GTK_TYPE_BOX)

static void
ks_option_card_class_init (KsOptionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/results/ks-option-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KsOptionCard, title);
  gtk_widget_class_bind_template_child (widget_class, KsOptionCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, KsOptionCard, grid);
}

static void
ks_option_card_init (KsOptionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_figure (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_bar (gint64 count, gint64 answered)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (1, (double)answered));

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), (double)count);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "share");
  return bar;
}

static void
add_option (KsOptionCard *self, const KsQuestionResult *result, guint index)
{
  const KsOption *option = &result->question->options[index];
  g_autofree char *count = ks_format_count (result->counts[index]);
  g_autofree char *share = ks_format_percent (result->counts[index], result->answered);
  GtkWidget *label = gtk_label_new (option->label);
  GtkWidget *bar = new_bar (result->counts[index], result->answered);
  int row = (int)index;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), LABEL_WIDTH);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  option->label, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, share, -1);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), bar, 1, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), new_figure (count, "secondary"), 2, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), new_figure (share, "heading"), 3, row, 1, 1);
}

/**
 * ks_option_card_new:
 * @result: a closed question with figures that may be shown
 *
 * Returns: (transfer floating): its options; those of a question with several answers add up to
 *   more than 100 %, which the card says
 */
GtkWidget *
ks_option_card_new (const KsQuestionResult *result)
{
  KsOptionCard *self = g_object_new (KS_TYPE_OPTION_CARD, NULL);
  const KsQuestion *question = result->question;
  g_autofree char *title = g_strdup_printf ("%s. %s", question->id, question->short_text);
  g_autofree char *answered = ks_format_count (result->answered);
  g_autofree char *subtitle
      = g_strdup_printf (question->type == KS_QUESTION_MULTI
                             ? _ ("Several answers possible; per cent of n = %s sheets")
                             : _ ("Per cent of n = %s sheets"),
                         answered);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
  gtk_widget_set_tooltip_text (self->title, question->text);
  for (guint i = 0; i < question->n_options; i++)
    add_option (self, result, i);
  return GTK_WIDGET (self);
}
