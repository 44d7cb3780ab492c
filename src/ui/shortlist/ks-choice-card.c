/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-choice-card.h"

#include "ks-i18n.h"
#include "ks-shortlist-words.h"
#include "ks-text.h"

struct _KsChoiceCard
{
  GtkBox parent_instance;
  KsCandidateItem *item;
  GtkWidget *name;
  GtkWidget *remove_button;
  GtkWidget *grounds;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (KsChoiceCard, ks_choice_card, GTK_TYPE_BOX)

typedef enum
{
  PROP_REASON = 1,
} KsChoiceCardProperty;

static GParamSpec *properties[PROP_REASON + 1];

typedef enum
{
  SIGNAL_REMOVED,
} KsChoiceCardSignal;

static guint signals[SIGNAL_REMOVED + 1];

static void
notify_reason_cb (KsChoiceCard *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASON]);
}

static void
remove_cb (KsChoiceCard *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
ks_choice_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsChoiceCard *self = KS_CHOICE_CARD (object);

  switch ((KsChoiceCardProperty)id)
    {
    case PROP_REASON:
      g_value_take_string (value, ks_choice_card_dup_reason (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_choice_card_dispose (GObject *object)
{
  KsChoiceCard *self = KS_CHOICE_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), KS_TYPE_CHOICE_CARD);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (ks_choice_card_parent_class)->dispose (object);
}

static void
ks_choice_card_class_init (KsChoiceCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_choice_card_get_property;
  object_class->dispose = ks_choice_card_dispose;

  properties[PROP_REASON]
      = g_param_spec_string ("reason", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", KS_TYPE_CHOICE_CARD, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/shortlist/ks-choice-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KsChoiceCard, name);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceCard, remove_button);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceCard, grounds);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceCard, entry);
  gtk_widget_class_bind_template_callback (widget_class, notify_reason_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
ks_choice_card_init (KsChoiceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* An entry and a button have no name of their own: the unit's name tells five of them apart. */
static void
name_controls (KsChoiceCard *self, const char *name)
{
  g_autofree char *reason = g_strdup_printf (_ ("Reason for choosing %s"), name);
  g_autofree char *remove = g_strdup_printf (_ ("Take %s off the list"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reason, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_widget_set_tooltip_text (self->remove_button, remove);
}

/**
 * ks_choice_card_new:
 * @item: the line of a unit
 * @reason: (nullable): the reason given so far
 *
 * Returns: (transfer floating): the card of a chosen unit
 */
GtkWidget *
ks_choice_card_new (KsCandidateItem *item, const char *reason)
{
  KsChoiceCard *self = g_object_new (KS_TYPE_CHOICE_CARD, NULL);
  const char *name = ks_candidate_item_get_title (item);
  g_autofree char *grounds = ks_candidate_dup_grounds (ks_candidate_item_get_candidate (item));

  self->item = g_object_ref (item);
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->grounds), grounds);
  gtk_widget_set_tooltip_text (self->grounds, grounds);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), reason != NULL ? reason : "");
  name_controls (self, name);
  return GTK_WIDGET (self);
}

/**
 * ks_choice_card_get_item:
 * @self: a card
 *
 * Returns: (transfer none): the line of its unit
 */
KsCandidateItem *
ks_choice_card_get_item (KsChoiceCard *self)
{
  g_return_val_if_fail (KS_IS_CHOICE_CARD (self), NULL);

  return self->item;
}

/**
 * ks_choice_card_dup_reason:
 * @self: a card
 *
 * Returns: (transfer full): the reason as typed, without stray blanks
 */
char *
ks_choice_card_dup_reason (KsChoiceCard *self)
{
  g_return_val_if_fail (KS_IS_CHOICE_CARD (self), NULL);

  return ks_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/**
 * ks_choice_card_take_grounds:
 * @self: a card
 *
 * Writes the unit's grounds into an empty reason, to be kept or worded anew.
 */
void
ks_choice_card_take_grounds (KsChoiceCard *self)
{
  g_autofree char *reason = NULL;

  g_return_if_fail (KS_IS_CHOICE_CARD (self));

  reason = ks_choice_card_dup_reason (self);
  if (*reason == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry),
                           gtk_label_get_text (GTK_LABEL (self->grounds)));
}
