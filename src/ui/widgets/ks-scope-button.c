/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-scope-button.h"

#include "ks-i18n.h"

struct _KsScopeButton
{
  KsPlaceButton parent_instance;
  KsRegistry *registry;
  gboolean filled;    /* the list of places; not before somebody looks at it */
  KsPlace *place;     /* the one that is picked */
  const char *all_label; /* NULL: the usual */
  const char *purpose;   /* what a screen reader says is picked; NULL: a scope */
};

G_DEFINE_FINAL_TYPE (KsScopeButton, ks_scope_button, KS_TYPE_PLACE_BUTTON)

typedef enum
{
  SIGNAL_SCOPE_CHANGED,
} KsScopeButtonSignal;

static guint signals[SIGNAL_SCOPE_CHANGED + 1];

static void
show_place (KsScopeButton *self)
{
  const char *name = self->place != NULL ? ks_place_get_name (self->place) : "";
  g_autofree char *label = self->purpose != NULL ? g_strdup_printf ("%s: %s", self->purpose, name)
                                                 : g_strdup_printf (_ ("Scope: %s"), name);

  ks_place_button_show (KS_PLACE_BUTTON (self), name, label);
}

static void
ks_scope_button_picked (KsPlaceButton *button, KsPlace *place)
{
  KsScopeButton *self = KS_SCOPE_BUTTON (button);

  ks_place_button_close (button);
  if (self->place != NULL
      && g_strcmp0 (ks_place_get_code (self->place), ks_place_get_code (place)) == 0)
    return;
  g_set_object (&self->place, place);
  show_place (self);
  g_signal_emit (self, signals[SIGNAL_SCOPE_CHANGED], 0);
}

static const char *
get_all_label (KsScopeButton *self)
{
  return self->all_label != NULL ? self->all_label : _ ("Whole province");
}

static void
ks_scope_button_opening (KsPlaceButton *button)
{
  KsScopeButton *self = KS_SCOPE_BUTTON (button);
  g_autoptr (GListModel) places = NULL;

  if (self->filled || self->registry == NULL)
    return;
  places = ks_places_new (self->registry, get_all_label (self), TRUE);
  ks_place_button_set_places (button, places);
  self->filled = TRUE;
}

static void
ks_scope_button_dispose (GObject *object)
{
  KsScopeButton *self = KS_SCOPE_BUTTON (object);

  g_clear_object (&self->place);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (ks_scope_button_parent_class)->dispose (object);
}

static void
ks_scope_button_class_init (KsScopeButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ks_scope_button_dispose;
  KS_PLACE_BUTTON_CLASS (klass)->opening = ks_scope_button_opening;
  KS_PLACE_BUTTON_CLASS (klass)->picked = ks_scope_button_picked;
  signals[SIGNAL_SCOPE_CHANGED]
      = g_signal_new ("scope-changed", KS_TYPE_SCOPE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 0);
}

static void
ks_scope_button_init (KsScopeButton *self)
{
}

static KsPlace *
find_place (KsScopeButton *self, const char *code)
{
  return self->registry != NULL && code != NULL
             ? ks_place_find (self->registry, get_all_label (self), code)
             : NULL;
}

/**
 * ks_scope_button_set_words:
 * @self: a button without a registry yet
 * @purpose: (transfer none): what is picked, for a screen reader; lives as long as the program
 * @all: (transfer none): what picking no part is called; lives as long as the program
 */
void
ks_scope_button_set_words (KsScopeButton *self, const char *purpose, const char *all)
{
  g_return_if_fail (KS_IS_SCOPE_BUTTON (self));

  self->purpose = purpose;
  self->all_label = all;
}

/**
 * ks_scope_button_set_registry:
 * @self: a button
 * @registry: (nullable): the districts and units to choose from
 *
 * What was picked stays picked where it still exists.
 */
void
ks_scope_button_set_registry (KsScopeButton *self, KsRegistry *registry)
{
  g_autofree char *code = NULL;
  g_autoptr (KsPlace) place = NULL;

  g_return_if_fail (KS_IS_SCOPE_BUTTON (self));

  code = g_strdup (self->place != NULL ? ks_place_get_code (self->place) : "");
  g_set_object (&self->registry, registry);
  ks_place_button_set_places (KS_PLACE_BUTTON (self), NULL);
  self->filled = FALSE;
  place = find_place (self, code);
  if (place == NULL)
    place = find_place (self, "");
  g_set_object (&self->place, place);
  show_place (self);
}

/**
 * ks_scope_button_set_with_units:
 * @self: a button
 * @with_units: whether units can be picked
 *
 * Without units a picked unit gives way to its district.
 */
void
ks_scope_button_set_with_units (KsScopeButton *self, gboolean with_units)
{
  KsUnit *unit;

  g_return_if_fail (KS_IS_SCOPE_BUTTON (self));

  ks_place_button_offer (KS_PLACE_BUTTON (self), KS_PLACE_UNIT, with_units);
  if (with_units || self->place == NULL || ks_place_get_kind (self->place) != KS_PLACE_UNIT)
    return;
  unit = ks_registry_lookup (self->registry, ks_place_get_code (self->place));
  ks_scope_button_select (self, ks_unit_get_district_code (unit));
}

/**
 * ks_scope_button_get_scope:
 * @self: a button with a registry
 * @scope: (out caller-allocates): what is picked; its strings live until another is
 *
 * Tells the scope.
 */
void
ks_scope_button_get_scope (KsScopeButton *self, KsScope *scope)
{
  g_return_if_fail (KS_IS_SCOPE_BUTTON (self));

  *scope = (KsScope){ KS_SCOPE_PROVINCE, "", "" };
  if (self->place == NULL || ks_place_get_kind (self->place) == KS_PLACE_ALL)
    return;
  scope->kind
      = ks_place_get_kind (self->place) == KS_PLACE_UNIT ? KS_SCOPE_UNIT : KS_SCOPE_DISTRICT;
  scope->code = ks_place_get_code (self->place);
  scope->name = ks_place_get_name (self->place);
}

/**
 * ks_scope_button_select:
 * @self: a button
 * @code: of a district or unit; empty for the province
 *
 * Picks a scope without telling of it.
 *
 * Returns: whether there is one with that code
 */
gboolean
ks_scope_button_select (KsScopeButton *self, const char *code)
{
  g_autoptr (KsPlace) place = NULL;

  g_return_val_if_fail (KS_IS_SCOPE_BUTTON (self), FALSE);

  place = find_place (self, code);
  if (place == NULL)
    return FALSE;
  g_set_object (&self->place, place);
  show_place (self);
  return TRUE;
}
