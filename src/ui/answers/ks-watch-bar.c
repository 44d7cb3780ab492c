/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-watch-bar.h"

struct _KsWatchBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (KsWatchBar, ks_watch_bar, ADW_TYPE_BIN)

static void
ks_watch_bar_class_init (KsWatchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/answers/ks-watch-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KsWatchBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, KsWatchBar, label);
  gtk_widget_class_bind_template_child (widget_class, KsWatchBar, button);
}

static void
ks_watch_bar_init (KsWatchBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_watch_bar_show:
 * @self: a bar
 * @words: (nullable): what is to be said; %NULL: nothing is, and the bar goes
 * @has_new: whether there is anything to import
 */
void
ks_watch_bar_show (KsWatchBar *self, const char *words, gboolean has_new)
{
  g_return_if_fail (KS_IS_WATCH_BAR (self));

  if (words != NULL)
    gtk_label_set_text (self->label, words);
  gtk_widget_set_visible (self->button, has_new);
  gtk_revealer_set_reveal_child (self->revealer, words != NULL);
}
