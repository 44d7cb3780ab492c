/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-figure-card.h"

#include "ks-badge.h"

struct _KsFigureCard
{
  GtkBox parent_instance;
  GtkWidget *notice;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *stack;
  GtkWidget *chart;
  GtkWidget *table;
  GtkWidget *foot;
};

G_DEFINE_FINAL_TYPE (KsFigureCard, ks_figure_card, GTK_TYPE_BOX)

static void
ks_figure_card_class_init (KsFigureCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KS_TYPE_BADGE);
  g_type_ensure (KS_TYPE_CHART_AREA);
  g_type_ensure (KS_TYPE_FIGURE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/results/ks-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KsFigureCard, notice);
  gtk_widget_class_bind_template_child (widget_class, KsFigureCard, title);
  gtk_widget_class_bind_template_child (widget_class, KsFigureCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, KsFigureCard, stack);
  gtk_widget_class_bind_template_child (widget_class, KsFigureCard, chart);
  gtk_widget_class_bind_template_child (widget_class, KsFigureCard, table);
  gtk_widget_class_bind_template_child (widget_class, KsFigureCard, foot);
}

static void
ks_figure_card_init (KsFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_figure_card_get_chart:
 * @self: a card
 *
 * Returns: (transfer none): where its chart is shown
 */
KsChartArea *
ks_figure_card_get_chart (KsFigureCard *self)
{
  g_return_val_if_fail (KS_IS_FIGURE_CARD (self), NULL);

  return KS_CHART_AREA (self->chart);
}

/**
 * ks_figure_card_get_table:
 * @self: a card
 *
 * Returns: (transfer none): where its table is shown
 */
KsFigureTable *
ks_figure_card_get_table (KsFigureCard *self)
{
  g_return_val_if_fail (KS_IS_FIGURE_CARD (self), NULL);

  return KS_FIGURE_TABLE (self->table);
}

/**
 * ks_figure_card_set_texts:
 * @self: a card
 * @title: the finding as a sentence
 * @subtitle: of what and how many
 * @foot: what counts as what, and what is not among the figures; may be empty
 *
 * Words the card.
 */
void
ks_figure_card_set_texts (KsFigureCard *self,
                          const char *title,
                          const char *subtitle,
                          const char *foot)
{
  g_return_if_fail (KS_IS_FIGURE_CARD (self));

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
  gtk_label_set_text (GTK_LABEL (self->foot), foot);
  gtk_widget_set_visible (self->foot, *foot != '\0');
}

/**
 * ks_figure_card_set_notice:
 * @self: a card
 * @notice: (nullable): what qualifies all that is on it; %NULL: nothing does
 *
 * Sets a badge above the title.
 */
void
ks_figure_card_set_notice (KsFigureCard *self, const char *notice)
{
  g_return_if_fail (KS_IS_FIGURE_CARD (self));

  ks_badge_set_label (KS_BADGE (self->notice), notice);
}

/**
 * ks_figure_card_set_as_table:
 * @self: a card
 * @as_table: the table instead of the chart
 *
 * Changes between chart and table.
 */
void
ks_figure_card_set_as_table (KsFigureCard *self, gboolean as_table)
{
  g_return_if_fail (KS_IS_FIGURE_CARD (self));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), as_table ? "table" : "chart");
  /* A long table takes what room there is; a chart is as high as it should be. */
  gtk_widget_set_vexpand (GTK_WIDGET (self), as_table);
}
