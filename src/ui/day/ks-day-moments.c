/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-moments.h"

#include "ks-call.h"
#include "ks-i18n.h"

/* When offices are asked how far they are: noon, 15:00 and 17:30. */
static const int usual_minutes[] = { 12 * 60, 15 * 60, 17 * 60 + 30 };

struct _KsDayMoments
{
  GtkBox parent_instance;
  KsDay day;
  KsMoment newest;

  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *choices;
  GtkWidget *entry;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (KsDayMoments, ks_day_moments, GTK_TYPE_BOX)

enum
{
  MOMENT_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choose (KsDayMoments *self, KsMoment moment)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[MOMENT_CHOSEN], 0, moment);
}

static void
choice_cb (GtkListBox *list, GtkListBoxRow *row, KsDayMoments *self)
{
  choose (self, *(KsMoment *)g_object_get_data (G_OBJECT (row), "ks-moment"));
}

static void
add_choice (KsDayMoments *self, KsMoment moment, const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (row), "ks-moment", g_memdup2 (&moment, sizeof moment), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->choices), row);
}

static void
add_usual (KsDayMoments *self, KsMoment moment)
{
  g_autofree char *text = ks_moment_format (moment);

  if (moment < self->newest)
    add_choice (self, moment, text);
}

static void
fill_cb (KsDayMoments *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->choices), row);
  add_choice (self, KS_MOMENT_NONE, _ ("The newest figures"));
  for (guint i = 0; i < G_N_ELEMENTS (usual_minutes); i++)
    add_usual (self, ks_day_get_start (self->day) + usual_minutes[i] * 60);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (self->problem, FALSE);
}

static void
typed_cb (KsDayMoments *self)
{
  KsMoment moment;

  if (ks_call_read_time (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                         ks_day_get_start (self->day), &moment))
    choose (self, moment);
  else
    gtk_widget_set_visible (self->problem, TRUE);
}

static void
ks_day_moments_class_init (KsDayMomentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[MOMENT_CHOSEN] = g_signal_new ("moment-chosen", KS_TYPE_DAY_MOMENTS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/day/ks-day-moments.ui");
  gtk_widget_class_bind_template_child (widget_class, KsDayMoments, button);
  gtk_widget_class_bind_template_child (widget_class, KsDayMoments, popover);
  gtk_widget_class_bind_template_child (widget_class, KsDayMoments, choices);
  gtk_widget_class_bind_template_child (widget_class, KsDayMoments, entry);
  gtk_widget_class_bind_template_child (widget_class, KsDayMoments, problem);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
}

static void
ks_day_moments_init (KsDayMoments *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_day_moments_set:
 * @self: a button
 * @day: of the survey
 * @newest: what the newest figures speak of; %KS_MOMENT_NONE: nothing came yet
 *
 * Tells which moments can be chosen.
 */
void
ks_day_moments_set (KsDayMoments *self, KsDay day, KsMoment newest)
{
  g_return_if_fail (KS_IS_DAY_MOMENTS (self));

  self->day = day;
  self->newest = newest;
  gtk_widget_set_visible (GTK_WIDGET (self), newest != KS_MOMENT_NONE);
}
