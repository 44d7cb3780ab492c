/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-choice-card.h"

#include "ks-i18n.h"

struct _KsChoiceCard
{
  GtkBox parent_instance;
  guint index;

  GtkWidget *name;
  GtkWidget *edit_button;
  GtkWidget *remove_button;
  GtkWidget *place;
  GtkWidget *merits;
};

G_DEFINE_FINAL_TYPE (KsChoiceCard, ks_choice_card, GTK_TYPE_BOX)

static void
ks_choice_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KS_TYPE_CHOICE_CARD);
  G_OBJECT_CLASS (ks_choice_card_parent_class)->dispose (object);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *by, gpointer data)
{
  KsChoiceCard *self = KS_CHOICE_CARD (widget);

  return gtk_widget_activate_action (widget, "page.move-nominee", "(ui)", self->index,
                                     g_variant_get_int32 (by));
}

static gboolean
edit_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return gtk_widget_activate_action (widget, "page.edit-nominee", "u",
                                     KS_CHOICE_CARD (widget)->index);
}

static gboolean
remove_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return gtk_widget_activate_action (widget, "page.remove-nominee", "u",
                                     KS_CHOICE_CARD (widget)->index);
}

static void
ks_choice_card_class_init (KsChoiceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_choice_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/shortlist/ks-choice-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KsChoiceCard, name);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceCard, edit_button);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceCard, remove_button);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceCard, place);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceCard, merits);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, edit_cb, NULL);
}

/* A click takes the card in hand, for the keys; a double click edits. */
static void
pressed_cb (KsChoiceCard *self, int n_press)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    edit_cb (GTK_WIDGET (self), NULL, NULL);
}

static void
ks_choice_card_init (KsChoiceCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Buttons have no name of their own: whom they are for tells five of them apart. */
static void
name_controls (KsChoiceCard *self, const char *name)
{
  g_autofree char *edit = g_strdup_printf (_ ("Edit the proposal of %s"), name);
  g_autofree char *remove = g_strdup_printf (_ ("Take %s off the list"), name);

  gtk_widget_set_tooltip_text (self->edit_button, edit);
  gtk_widget_set_tooltip_text (self->remove_button, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  edit, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * ks_choice_card_new:
 * @index: place on the list
 * @name: who it is
 * @place: post, unit or district; may be empty
 * @merits: as they will be printed
 * @reason: why, for one outside the suggestion; may be empty
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
ks_choice_card_new (
    guint index, const char *name, const char *place, const char *merits, const char *reason)
{
  KsChoiceCard *self = g_object_new (KS_TYPE_CHOICE_CARD, NULL);
  g_autofree char *title = g_strdup_printf ("%u. %s", index + 1, name);
  g_autofree char *why = g_strdup_printf (_ ("Reason: %s"), reason);
  g_autofree char *whole
      = *reason != '\0' ? g_strdup_printf ("%s\n%s", merits, why) : g_strdup (merits);

  self->index = index;
  gtk_label_set_text (GTK_LABEL (self->name), title);
  gtk_widget_set_tooltip_text (self->name, name);
  gtk_label_set_text (GTK_LABEL (self->place), place);
  gtk_widget_set_tooltip_text (self->place, place);
  gtk_label_set_text (GTK_LABEL (self->merits),
                      *merits != '\0' ? merits : _ ("The merits are still to be written."));
  gtk_widget_set_tooltip_text (self->merits, whole);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->edit_button), "u", index);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "u", index);
  name_controls (self, name);
  return GTK_WIDGET (self);
}
