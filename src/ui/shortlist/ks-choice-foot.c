/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-choice-foot.h"

#include "ks-choice-card.h"
#include "ks-choose.h"
#include "ks-i18n.h"
#include "ks-css-class.h"
#include "ks-shortlist-words.h"
#include "ks-wrap-layout.h"

struct _KsChoiceFoot
{
  GtkBox parent_instance;
  char *shown; /* what the cards say: they are made anew only for something else */
  guint focus; /* card that gets the focus next; G_MAXUINT: none */

  GtkWidget *head;
  GtkWidget *title;
  GtkWidget *why;
  GtkWidget *buttons;
  GtkWidget *scroller;
  GtkWidget *cards;
};

G_DEFINE_FINAL_TYPE (KsChoiceFoot, ks_choice_foot, GTK_TYPE_BOX)

static void
ks_choice_foot_finalize (GObject *object)
{
  g_free (KS_CHOICE_FOOT (object)->shown);
  G_OBJECT_CLASS (ks_choice_foot_parent_class)->finalize (object);
}

static void
ks_choice_foot_class_init (KsChoiceFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ks_choice_foot_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/shortlist/ks-choice-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, KsChoiceFoot, head);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceFoot, title);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceFoot, why);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceFoot, buttons);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceFoot, scroller);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceFoot, cards);
}

static void
ks_choice_foot_init (KsChoiceFoot *self)
{
  self->focus = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->head, ks_wrap_layout_new (12, 6));
}

/* "Tổ trưởng tổ công tác, Xã Mẫu 31, Huyện Mẫu A" */
static char *
dup_place (const KsNominee *nominee, KsRegistry *registry)
{
  KsUnit *unit = nominee->kind != KS_NOMINEE_UNIT && *nominee->unit != '\0'
                     ? ks_registry_lookup (registry, nominee->unit)
                     : NULL;
  g_autofree char *district = ks_nominee_dup_district (nominee, registry);
  g_autoptr (GString) place = g_string_new (nominee->post);

  if (unit != NULL)
    g_string_append_printf (place, "%s%s", place->len > 0 ? ", " : "", ks_unit_get_name (unit));
  if (*district != '\0')
    g_string_append_printf (place, "%s%s", place->len > 0 ? ", " : "", district);
  return g_strdup (place->str);
}

static GtkWidget *
new_card (const KsShortlist *list, KsRegistry *registry, guint index, GString *shown)
{
  const KsNominee *nominee = list->nominees->pdata[index];
  g_autofree char *name = ks_nominee_dup_name (nominee, registry);
  g_autofree char *place = dup_place (nominee, registry);
  g_autofree char *merits = ks_shortlist_dup_merits (list, nominee, FALSE);

  g_string_append_printf (shown, "%s|%s|%s|%s\n", name, place, merits, nominee->reason);
  return ks_choice_card_new (index, name, place, merits, nominee->reason);
}

static void
clear_cards (KsChoiceFoot *self)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), card);
}

static void
focus_card (KsChoiceFoot *self, guint index)
{
  GtkWidget *card = gtk_widget_get_first_child (self->cards);

  for (guint i = 0; card != NULL && i < index; i++)
    card = gtk_widget_get_next_sibling (card);
  if (card != NULL)
    gtk_widget_grab_focus (card);
}

/* A change that was refused left nothing to follow: whoever went elsewhere since stays there. */
static guint
take_focus (KsChoiceFoot *self)
{
  guint focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL ? self->focus : G_MAXUINT;

  self->focus = G_MAXUINT;
  return focus;
}

static void
show_cards (KsChoiceFoot *self, const KsShortlist *list, KsRegistry *registry)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) shown = g_string_new (NULL);
  guint focus;

  for (guint i = 0; i < list->nominees->len; i++)
    g_ptr_array_add (cards, g_object_ref_sink (new_card (list, registry, i, shown)));
  if (g_strcmp0 (self->shown, shown->str) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (shown->str);
  focus = take_focus (self);
  clear_cards (self);
  for (guint i = 0; i < cards->len; i++)
    gtk_box_append (GTK_BOX (self->cards), cards->pdata[i]);
  if (focus != G_MAXUINT)
    focus_card (self, focus);
}

static void
show_head (KsChoiceFoot *self, const KsShortlist *list)
{
  g_autofree char *total = ks_nominees_dup_total (list->nominees);
  g_autofree char *title = g_strdup_printf (_ ("Proposed: %s"), total);
  g_autofree char *warning = ks_nominees_dup_warning (list->nominees);
  g_autofree char *usual = g_strdup_printf (_ ("together %u; the plan speaks of %d to %d"),
                                            list->nominees->len, KS_MIN_NOMINEES, KS_MAX_NOMINEES);
  const char *why = list->criteria->blind      ? _ ("Units are chosen once the scale is locked.")
                    : list->nominees->len == 0 ? _ ("Tick units of the ranking, or add others.")
                    : warning != NULL          ? warning
                                               : usual;

  gtk_label_set_text (GTK_LABEL (self->title),
                      list->nominees->len > 0 ? title : _ ("Proposed list"));
  gtk_label_set_text (GTK_LABEL (self->why), why);
  ks_css_class_set (self->why, "warned", warning != NULL);
}

/**
 * ks_choice_foot_set_list:
 * @self: a foot
 * @list: (nullable): the ranking with whom people chose
 * @registry: (nullable): the units
 *
 * Shows the list of proposals; while names are hidden, only how long it is.
 */
void
ks_choice_foot_set_list (KsChoiceFoot *self, const KsShortlist *list, KsRegistry *registry)
{
  gboolean shown;

  g_return_if_fail (KS_IS_CHOICE_FOOT (self));

  shown = list != NULL && !list->criteria->blind;
  if (list != NULL)
    show_head (self, list);
  gtk_widget_set_visible (self->buttons, shown);
  gtk_widget_set_visible (self->scroller, shown && list->nominees->len > 0);
  if (shown)
    {
      show_cards (self, list, registry);
      return;
    }
  clear_cards (self);
  g_clear_pointer (&self->shown, g_free);
}

/**
 * ks_choice_foot_set_writable:
 * @self: a foot
 * @writable: whether the campaign can be changed
 *
 * The list can be looked at in any case.
 */
void
ks_choice_foot_set_writable (KsChoiceFoot *self, gboolean writable)
{
  g_return_if_fail (KS_IS_CHOICE_FOOT (self));

  gtk_widget_set_sensitive (self->buttons, writable);
  gtk_widget_set_sensitive (self->cards, writable);
}

/**
 * ks_choice_foot_focus_next:
 * @self: a foot
 * @index: place of a card
 *
 * Gives that card the focus as soon as the list is shown anew: what was moved is followed.
 */
void
ks_choice_foot_focus_next (KsChoiceFoot *self, guint index)
{
  g_return_if_fail (KS_IS_CHOICE_FOOT (self));

  self->focus = index;
}
