/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-button.h"

#include "ks-i18n.h"
#include "ks-units-choice.h"

struct _KsUnitsButton
{
  KsPlaceButton parent_instance;
  KsUnitsChoice choice;
};

G_DEFINE_FINAL_TYPE (KsUnitsButton, ks_units_button, KS_TYPE_PLACE_BUTTON)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_choice (KsUnitsButton *self)
{
  guint n = g_hash_table_size (self->choice.chosen);
  g_autofree char *name = ks_units_choice_dup_name (&self->choice);
  g_autofree char *label = g_strdup_printf (_ ("Units: %s"), name);
  g_autofree char *count
      = g_strdup_printf (_ ("%u of %u units are chosen"), n, ks_units_choice_get_n_units (&self->choice));

  ks_place_button_show (KS_PLACE_BUTTON (self), name, label);
  ks_place_button_show_checks (KS_PLACE_BUTTON (self), count);
}

static void
ks_units_button_picked (KsPlaceButton *button, KsPlace *place)
{
  KsUnitsButton *self = KS_UNITS_BUTTON (button);

  ks_units_choice_toggle (&self->choice, place);
  show_choice (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static guint
ks_units_button_count (KsPlaceButton *button, KsPlace *place, guint *total)
{
  return ks_units_choice_count (&KS_UNITS_BUTTON (button)->choice, place, total);
}

static void
ks_units_button_finalize (GObject *object)
{
  ks_units_choice_clear (&KS_UNITS_BUTTON (object)->choice);
  G_OBJECT_CLASS (ks_units_button_parent_class)->finalize (object);
}

static void
ks_units_button_class_init (KsUnitsButtonClass *klass)
{
  KsPlaceButtonClass *button_class = KS_PLACE_BUTTON_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ks_units_button_finalize;
  button_class->picked = ks_units_button_picked;
  button_class->count = ks_units_button_count;
  signals[CHANGED] = g_signal_new ("changed", KS_TYPE_UNITS_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ks_units_button_init (KsUnitsButton *self)
{
  ks_units_choice_init (&self->choice);
  ks_place_button_stay_open (KS_PLACE_BUTTON (self));
}

/**
 * ks_units_button_set_registry:
 * @self: a button
 * @registry: (nullable): the districts and units to choose from
 *
 * Fills the list; what was chosen stays chosen where it still exists.
 */
void
ks_units_button_set_registry (KsUnitsButton *self, KsRegistry *registry)
{
  g_autoptr (GListModel) places = NULL;

  g_return_if_fail (KS_IS_UNITS_BUTTON (self));

  ks_place_button_set_places (KS_PLACE_BUTTON (self), NULL);
  ks_units_choice_set_registry (&self->choice, registry);
  if (registry != NULL)
    places = ks_places_new (registry, _ ("All units"), TRUE);
  ks_place_button_set_places (KS_PLACE_BUTTON (self), places);
  show_choice (self);
}

/**
 * ks_units_button_select:
 * @self: a button with a registry
 * @code: of a district or unit; empty for all
 *
 * Chooses these units alone, without telling of it.
 *
 * Returns: %FALSE, with nothing changed, if nothing has that code
 */
gboolean
ks_units_button_select (KsUnitsButton *self, const char *code)
{
  g_return_val_if_fail (KS_IS_UNITS_BUTTON (self), FALSE);

  if (!ks_units_choice_select (&self->choice, code))
    return FALSE;
  show_choice (self);
  return TRUE;
}

/**
 * ks_units_button_choose:
 * @self: a button with a registry
 * @codes: (element-type utf8): codes of units
 *
 * Chooses these units alone, without telling of it.
 */
void
ks_units_button_choose (KsUnitsButton *self, GPtrArray *codes)
{
  g_return_if_fail (KS_IS_UNITS_BUTTON (self));

  ks_units_choice_set (&self->choice, codes);
  show_choice (self);
}

/**
 * ks_units_button_has:
 * @self: a button
 * @code: of a unit
 *
 * Returns: whether the unit is chosen
 */
gboolean
ks_units_button_has (KsUnitsButton *self, const char *code)
{
  g_return_val_if_fail (KS_IS_UNITS_BUTTON (self), FALSE);

  return g_hash_table_contains (self->choice.chosen, code);
}

/**
 * ks_units_button_dup_units:
 * @self: a button
 *
 * Returns: (transfer full) (nullable) (element-type KsUnit): the units that are chosen, in the
 *   office's order; %NULL: all
 */
GPtrArray *
ks_units_button_dup_units (KsUnitsButton *self)
{
  g_return_val_if_fail (KS_IS_UNITS_BUTTON (self), NULL);

  return ks_units_choice_dup_units (&self->choice);
}

/**
 * ks_units_button_dup_districts:
 * @self: a button
 *
 * Returns: (transfer full) (nullable): the codes of the districts of which a unit is chosen; %NULL:
 *   all
 */
char **
ks_units_button_dup_districts (KsUnitsButton *self)
{
  g_return_val_if_fail (KS_IS_UNITS_BUTTON (self), NULL);

  return ks_units_choice_dup_districts (&self->choice);
}
