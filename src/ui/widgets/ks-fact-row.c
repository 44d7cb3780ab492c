/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-fact-row.h"

struct _KsFactRow
{
  AdwActionRow parent_instance;

  GtkLabel *figure;
};

G_DEFINE_FINAL_TYPE (KsFactRow, ks_fact_row, ADW_TYPE_ACTION_ROW)

static void
ks_fact_row_class_init (KsFactRowClass *klass)
{
}

static void
ks_fact_row_init (KsFactRow *self)
{
  self->figure = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->figure));
  gtk_widget_add_css_class (GTK_WIDGET (self), "figure");
}

/**
 * ks_fact_row_set_figure:
 * @self: a row
 * @figure: what it states
 *
 * Sets the figure.
 */
void
ks_fact_row_set_figure (KsFactRow *self, const char *figure)
{
  g_return_if_fail (KS_IS_FACT_ROW (self));

  gtk_label_set_text (self->figure, figure);
}
