/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-settings.h"

#include "ks-scope-button.h"

struct _KsSheetSettings
{
  AdwBin parent_instance;

  KsRegistry *registry;

  GtkWidget *poster_check;
  GtkWidget *annex_check;
  GtkWidget *scope;
  GtkWidget *columns_row;
  GtkWidget *one_column;
  GtkWidget *two_columns;
  GtkWidget *save_ink;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsSheetSettings, ks_sheet_settings, ADW_TYPE_BIN)

static void
choice_changed_cb (KsSheetSettings *self)
{
  gtk_widget_set_visible (self->columns_row,
                          ks_sheet_settings_get_layout (self) == KS_LAYOUT_ANNEX);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ks_sheet_settings_dispose (GObject *object)
{
  g_clear_object (&KS_SHEET_SETTINGS (object)->registry);
  G_OBJECT_CLASS (ks_sheet_settings_parent_class)->dispose (object);
}

static void
ks_sheet_settings_class_init (KsSheetSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_sheet_settings_dispose;
  signals[CHANGED] = g_signal_new ("changed", KS_TYPE_SHEET_SETTINGS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KS_TYPE_SCOPE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/codes/ks-sheet-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, poster_check);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, annex_check);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, scope);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, columns_row);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, one_column);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, two_columns);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, save_ink);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
ks_sheet_settings_init (KsSheetSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_sheet_settings_set_registry:
 * @self: the settings
 * @registry: (nullable): the units to choose from
 *
 * Offers other units, without telling of a change.
 */
void
ks_sheet_settings_set_registry (KsSheetSettings *self, KsRegistry *registry)
{
  g_return_if_fail (KS_IS_SHEET_SETTINGS (self));

  if (g_set_object (&self->registry, registry))
    ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->scope), registry);
}

/**
 * ks_sheet_settings_select:
 * @self: the settings
 * @code: of a district or unit; empty for the province
 *
 * Returns: %FALSE, with nothing changed, if nothing has that code
 */
gboolean
ks_sheet_settings_select (KsSheetSettings *self, const char *code)
{
  g_return_val_if_fail (KS_IS_SHEET_SETTINGS (self), FALSE);

  if (!ks_scope_button_select (KS_SCOPE_BUTTON (self->scope), code))
    return FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * ks_sheet_settings_get_layout:
 * @self: the settings
 *
 * Returns: the layout wanted
 */
KsLayout
ks_sheet_settings_get_layout (KsSheetSettings *self)
{
  g_return_val_if_fail (KS_IS_SHEET_SETTINGS (self), KS_LAYOUT_POSTER);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->annex_check)) ? KS_LAYOUT_ANNEX
                                                                            : KS_LAYOUT_POSTER;
}

/**
 * ks_sheet_settings_set_layout:
 * @self: the settings
 * @layout: a layout
 *
 * Chooses the layout as a click would.
 */
void
ks_sheet_settings_set_layout (KsSheetSettings *self, KsLayout layout)
{
  g_return_if_fail (KS_IS_SHEET_SETTINGS (self));

  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (layout == KS_LAYOUT_ANNEX ? self->annex_check : self->poster_check), TRUE);
}

static GPtrArray *
dup_units (KsSheetSettings *self)
{
  g_autoptr (GPtrArray) units = NULL;
  KsScope scope;

  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->scope), &scope);
  if (scope.kind == KS_SCOPE_PROVINCE || self->registry == NULL)
    return NULL;
  units = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ks_registry_get_n_units (self->registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (self->registry, i);
      const char *code = scope.kind == KS_SCOPE_UNIT ? ks_unit_get_code (unit)
                                                     : ks_unit_get_district_code (unit);

      if (g_strcmp0 (code, scope.code) == 0)
        g_ptr_array_add (units, g_object_ref (unit));
    }
  return g_steal_pointer (&units);
}

/**
 * ks_sheet_settings_fill_choice:
 * @self: the settings
 * @choice: (out caller-allocates): what is wanted; its units are the caller's to give back
 *
 * Tells which sheets are wanted.
 */
void
ks_sheet_settings_fill_choice (KsSheetSettings *self, KsSheetChoice *choice)
{
  g_return_if_fail (KS_IS_SHEET_SETTINGS (self));

  *choice = (KsSheetChoice){
    .options = {
      .layout = ks_sheet_settings_get_layout (self),
      .columns = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->two_columns)) ? 2 : 1,
    },
    .save_ink = gtk_switch_get_active (GTK_SWITCH (self->save_ink)),
    .units = dup_units (self),
  };
}
